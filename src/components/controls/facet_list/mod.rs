mod folded;
mod rows;
mod search;

use std::rc::Rc;

use web_sys::Element;
use yew::functional::{Hook, HookContext};
use yew::{
    AttrValue, Callback, Event, Html, NodeRef, Properties, component, hook, use_mut_ref, use_ref,
};

use crate::browser::Formats;
use crate::components::controls::facet_list::folded::folded;
use crate::components::controls::facet_list::rows::{FIRST, MANY, Wanted, rows};
use crate::components::controls::facet_list::search::search;
use crate::components::controls::field_names::value_name;
use crate::components::primitives::counted::bare_count;
use crate::components::primitives::counted::counted;
use crate::components::primitives::dyn_component::Render;
use crate::components::primitives::element_builder::{
    On, attr_value, bdi, concat, element, flag, text, visually_hidden,
};
use crate::components::primitives::focus::focus_control;
use crate::components::primitives::icon::{IconName, icon};
use crate::hooks::{use_focus_on_change, use_node, use_render_cell};
use crate::i18n::{Messages, fill};
use article_cards_core::search::{FacetCounts, ValueCount};

/// Props of [`FacetList`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FacetListProps {
    /// The values and their counts.
    pub facet: FacetCounts,
    /// The facet's name on screen.
    pub name: AttrValue,
    /// Whether it starts unfolded.
    #[prop_or(true)]
    pub open: bool,
    /// Hears of a value that is chosen, or no longer chosen.
    #[prop_or_default]
    pub on_choose: Callback<(AttrValue, bool)>,
    /// Hears of a value that is excluded, or no longer excluded.
    #[prop_or_default]
    pub on_exclude: Callback<(AttrValue, bool)>,
    /// Numbers and plural forms.
    #[prop_or_else(Formats::shared)]
    pub formats: Formats,
    /// The words on screen.
    #[prop_or_else(Messages::shared)]
    pub messages: Rc<Messages>,
}

/// What was shown last.
#[derive(Default)]
struct Shown {
    wanted: Wanted,
    values: Vec<Rc<str>>,
}

/// A field's values as checkboxes, with the number of articles that each would give, and a button
/// that excludes it instead.
///
/// Over ten values are folded away but for those that are set; over twenty can be searched. While
/// the focus is inside, the values keep their order and stay even if their count falls to nothing;
/// the first change after that puts them in order.
#[component]
pub fn FacetList(props: &FacetListProps) -> Html {
    use_facet_list(props)
}

impl Render for FacetListProps {
    const NAME: &'static str = "facet-list";

    fn render(&self, hooks: &mut HookContext) -> Html {
        use_facet_list(self).run(hooks)
    }
}

#[hook]
fn use_facet_list(props: &FacetListProps) -> Html {
    let FacetListProps {
        facet,
        name,
        formats,
        messages,
        ..
    } = props;
    let node = use_node();
    let first_new = use_node();
    let open = use_ref(|| props.open);
    let wanted = use_render_cell(Wanted::default);
    let shown = use_mut_ref(Shown::default);
    let seen = wanted.get();
    use_focus_on_change(first_new.clone(), usize::from(seen.all));

    let needle = folded(seen.needle.trim());
    let matches = |value: &ValueCount| {
        let name = value_name(&facet.field, &value.value, messages);
        folded(&name).contains(&needle)
    };
    let rows = {
        let mut shown = shown.borrow_mut();
        let keeps = shown.wanted == seen && has_focus(&node);
        let kept = keeps.then_some(shown.values.as_slice());
        let rows = rows(&facet.values, &seen, matches, kept);
        let values = rows.iter().map(|row| Rc::clone(&row.value)).collect();
        *shown = Shown {
            wanted: seen.clone(),
            values,
        };
        rows
    };
    let searched = !seen.needle.is_empty();
    if rows.is_empty() && !searched {
        return Html::default();
    }
    // The first that "Show all" brought.
    let new = rows.iter().skip(FIRST);
    let new = new
        .filter(|row| !row.selected && !row.excluded)
        .map(|row| &row.value);
    let new = new.take(usize::from(seen.all)).next();
    let options = rows.iter().map(|row| {
        let is_new = new.is_some_and(|new| Rc::ptr_eq(new, &row.value));
        let node = if is_new {
            first_new.clone()
        } else {
            NodeRef::default()
        };
        option(props, row, node)
    });
    let list = element("ul")
        .attr("role", "list")
        .children(options.collect());

    let has_search = facet.values.len() > MANY || searched;
    let search = has_search.then(|| {
        let wanted = wanted.clone();
        search(props, &seen.needle, move |needle| {
            wanted.set(Wanted {
                needle,
                all: wanted.get().all,
            });
        })
    });
    let none = has_search.then(|| {
        let none = element("p").class("ac-x-none").attr("role", "status");
        let none = none.maybe_child(
            rows.is_empty()
                .then(|| text(attr_value(&messages.facet_none))),
        );
        none.html()
    });
    let folds =
        !searched && facet.values.len() > FIRST && (seen.all || rows.len() < facet.values.len());
    let more = folds.then(|| {
        let all = seen.all;
        let label = match all {
            true => attr_value(&messages.show_fewer),
            false => counted(formats, facet.values.len() as u64, &messages.show_all),
        };
        let wanted = wanted.clone();
        let turned = Callback::from(move |event: Event| {
            focus_control(&event);
            wanted.set(Wanted {
                all: !all,
                ..Wanted::default()
            });
        });
        let of = fill(&messages.in_facet, &[("facet", name)]);
        element("button")
            .attr("type", "button")
            .part("ac-facet-more")
            .on_click(Some(turned))
            .child(text(label))
            .child(visually_hidden(concat(&[" ", &of]), &None))
            .html()
    });
    let group = element("div")
        .attr("role", "group")
        .attr("aria-label", name)
        .maybe_child(search)
        .child(list.html())
        .maybe_child(none)
        .maybe_child(more);
    let label = element("span").child(bdi(name.clone())).html();
    let summary = element("summary").part("ac-facet-label");
    element("details")
        .node_ref(node)
        .key(facet.field.as_str())
        .part("ac-facet")
        .attr("data-field", attr_value(&facet.field))
        .attr("open", (*open).then_some("open"))
        .child(summary.child(label).child(icon(IconName::Up)).html())
        .child(group.html())
        .html()
}

/// What a facet has when it is drawn first: whether a field to search in it, which values, and
/// whether a button for the rest.
#[cfg(feature = "ssr")]
pub(crate) fn initial_rows(facet: &FacetCounts) -> (bool, Vec<ValueCount>, bool) {
    let all = facet.values.len();
    let shown = rows(&facet.values, &Wanted::default(), |_| true, None);
    let has_more = all > FIRST && shown.len() < all;
    (all > MANY, shown, has_more)
}

fn has_focus(node: &NodeRef) -> bool {
    let facet = node.cast::<Element>();
    facet.is_some_and(|facet| facet.matches(":focus-within").unwrap_or(false))
}

fn option(props: &FacetListProps, row: &ValueCount, node: NodeRef) -> Html {
    let FacetListProps {
        facet,
        on_choose,
        on_exclude,
        formats,
        messages,
        ..
    } = props;
    let ValueCount {
        value,
        count,
        selected,
        excluded,
    } = row;
    let name = value_name(&facet.field, value, messages);
    let name = attr_value(&name);
    let checkbox = element("input")
        .node_ref(node)
        .attr("type", "checkbox")
        .part("ac-facet-checkbox")
        .checked(*selected)
        .on(On::Change, turns(on_choose, value, !selected));
    let label = element("bdi").class("ac-x-value").attr("title", &name);
    let excluded_word = excluded.then_some(&*messages.excluded);
    let count = bare_count(
        element("span").part("ac-facet-count"),
        formats,
        *count as u64,
        &messages.articles,
        excluded_word,
    );
    let choice = element("label")
        .child(checkbox.html())
        .child(label.text(name.clone()).html())
        .child(count.html());
    let exclude = fill(&messages.exclude, &[("value", &name)]);
    let exclude = element("button")
        .attr("type", "button")
        .part("ac-facet-exclude")
        .attr("aria-pressed", flag(*excluded))
        .attr("aria-label", exclude)
        .on_click(Some(turns(on_exclude, value, !excluded)))
        .child(icon(IconName::Exclude));
    element("li")
        .key(Rc::clone(value))
        .part("ac-facet-option")
        .attr("data-value", AttrValue::Rc(Rc::clone(value)))
        .attr("data-excluded", excluded.then_some(""))
        .child(choice.html())
        .child(exclude.html())
        .html()
}

/// Hands over a value and its new state.
#[inline(never)]
fn turns(heard: &Callback<(AttrValue, bool)>, value: &Rc<str>, on: bool) -> Callback<Event> {
    let value = AttrValue::Rc(Rc::clone(value));
    heard.reform(move |event: Event| {
        focus_control(&event);
        (value.clone(), on)
    })
}
