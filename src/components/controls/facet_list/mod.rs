mod folded;
mod rows;
mod search;

use std::rc::Rc;

use web_sys::Element;
use yew::functional::{Hook, HookContext};
use yew::{
    AttrValue, Callback, Classes, Event, Html, NodeRef, Properties, component, hook, use_mut_ref,
    use_ref,
};

use self::folded::folded;
use self::rows::{MIN_SEARCHABLE, SHOWN_FIRST, Visibility, rows};
use self::search::search;
use crate::components::controls::field_names::value_name;
use crate::components::primitives::{
    IconName, Localization, Localized, On, Render, attr_value, bare_count, bdi, concat, counted,
    element, flag, focus_control, icon, text, use_localization, visually_hidden, with_root_props,
};
use crate::hooks::{use_focus_on_change, use_node, use_render_cell};
use crate::i18n::fill;
use article_cards_core::search::{FacetCounts, ValueCount};

/// Props of [`FacetList`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FacetListProps {
    /// The values with their counts.
    pub facet: FacetCounts,
    /// The name of the facet on screen.
    pub name: AttrValue,
    /// Expands the facet initially.
    #[prop_or(true)]
    pub open: bool,
    /// Offers to exclude values.
    #[prop_or(true)]
    pub with_exclusion: bool,
    /// Offers to search among many values.
    #[prop_or(true)]
    pub with_search: bool,
    /// Receives the field, and what the reader searches for among its values, so that more of them can be
    /// added to `facet`.
    #[prop_or_default]
    pub on_search: Callback<(String, String)>,
    /// Receives a value, and whether it is selected now.
    #[prop_or_default]
    pub on_choose: Callback<(AttrValue, bool)>,
    /// Receives a value, and whether it is excluded now.
    #[prop_or_default]
    pub on_exclude: Callback<(AttrValue, bool)>,
    /// Additional classes of the element `details`.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the element `details`.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// The previous render.
#[derive(Default)]
struct Previous {
    visibility: Visibility,
    values: Vec<Rc<str>>,
}

/// The values of a field as checkboxes. Each has the number of articles that it would give, and a
/// button that excludes the value.
///
/// A facet initially shows ten values and the active ones, and has a search field above twenty
/// values. While the focus is inside, values keep their position and stay even if their count
/// falls to zero. The next change after that sorts them.
#[component]
pub fn FacetList(props: &FacetListProps) -> Html {
    let localization = use_localization();
    let html = use_facet_list(props, &localization);
    with_root_props(html, &props.class, &props.id)
}

impl Render for Localized<FacetListProps> {
    const NAME: &'static str = "facet-list";

    fn render(&self, hooks: &mut HookContext) -> Html {
        use_facet_list(&self.props, &self.localization).run(hooks)
    }
}

#[hook]
fn use_facet_list(props: &FacetListProps, localization: &Localization) -> Html {
    let FacetListProps { facet, name, .. } = props;
    let Localization { messages, formats } = localization;
    let node = use_node();
    let first_new = use_node();
    let open = use_ref(|| props.open);
    let visibility = use_render_cell(Visibility::default);
    let shown = use_mut_ref(Previous::default);
    let current = visibility.get();
    use_focus_on_change(first_new.clone(), usize::from(current.all));

    let needle = folded(current.needle.trim());
    let matches = |value: &ValueCount| {
        let name = value_name(&facet.field, &value.value, messages);
        folded(&name).contains(&needle)
    };
    let rows = {
        let mut shown = shown.borrow_mut();
        let is_pinned = shown.visibility == current && has_focus(&node);
        let pinned = is_pinned.then_some(shown.values.as_slice());
        let rows = rows(&facet.values, &current, matches, pinned);
        let values = rows.iter().map(|row| Rc::clone(&row.value)).collect();
        *shown = Previous {
            visibility: current.clone(),
            values,
        };
        rows
    };
    let searched = !current.needle.is_empty();
    if rows.is_empty() && !searched {
        return Html::default();
    }
    // The first value that "Show all" added.
    let new = rows.iter().skip(SHOWN_FIRST);
    let new = new
        .filter(|row| !row.selected && !row.excluded)
        .map(|row| &row.value);
    let new = new.take(usize::from(current.all)).next();
    let options = rows.iter().map(|row| {
        let is_new = new.is_some_and(|new| Rc::ptr_eq(new, &row.value));
        let node = if is_new {
            first_new.clone()
        } else {
            NodeRef::default()
        };
        option(props, localization, row, node)
    });
    let list = element("ul")
        .attr("role", "list")
        .children(options.collect());

    let has_search = props.with_search && facet.values.len() >= MIN_SEARCHABLE || searched;
    let search = has_search.then(|| {
        let (visibility, on_search) = (visibility.clone(), props.on_search.clone());
        let field = facet.field.clone();
        search(name, messages, &current.needle, move |needle| {
            on_search.emit((field.clone(), needle.clone()));
            visibility.set(Visibility {
                needle,
                all: visibility.get().all,
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
    let is_collapsible = !searched
        && facet.values.len() > SHOWN_FIRST
        && (current.all || rows.len() < facet.values.len());
    let more = is_collapsible.then(|| {
        let all = current.all;
        let label = match all {
            true => attr_value(&messages.show_fewer),
            false => counted(formats, facet.values.len() as u64, &messages.show_all),
        };
        let visibility = visibility.clone();
        let on_click = Callback::from(move |event: Event| {
            focus_control(&event);
            visibility.set(Visibility {
                all: !all,
                ..Visibility::default()
            });
        });
        let of = fill(&messages.in_facet, &[("facet", name)]);
        element("button")
            .attr("type", "button")
            .part("ac-facet-more")
            .on_click(Some(on_click))
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

/// The first render of a facet: whether there is a search field, the values, and whether there is a
/// button for the rest.
#[cfg(feature = "ssr")]
pub(crate) fn initial_rows(facet: &FacetCounts) -> (bool, Vec<ValueCount>, bool) {
    let all = facet.values.len();
    let shown = rows(&facet.values, &Visibility::default(), |_| true, None);
    let has_more = all > SHOWN_FIRST && shown.len() < all;
    (all >= MIN_SEARCHABLE, shown, has_more)
}

fn has_focus(node: &NodeRef) -> bool {
    let facet = node.cast::<Element>();
    facet.is_some_and(|facet| facet.matches(":focus-within").unwrap_or(false))
}

fn option(
    props: &FacetListProps,
    localization: &Localization,
    row: &ValueCount,
    node: NodeRef,
) -> Html {
    let FacetListProps {
        facet,
        on_choose,
        on_exclude,
        with_exclusion,
        ..
    } = props;
    let Localization { messages, formats } = localization;
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
        .on(On::Change, toggle(on_choose, value, !selected));
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
        .on_click(Some(toggle(on_exclude, value, !excluded)))
        .child(icon(IconName::Exclude));
    element("li")
        .key(Rc::clone(value))
        .part("ac-facet-option")
        .attr("data-value", AttrValue::Rc(Rc::clone(value)))
        .attr("data-excluded", excluded.then_some(""))
        .child(choice.html())
        .maybe_child((*with_exclusion || *excluded).then(|| exclude.html()))
        .html()
}

/// Returns a listener that emits a value and its new state.
#[inline(never)]
fn toggle(callback: &Callback<(AttrValue, bool)>, value: &Rc<str>, on: bool) -> Callback<Event> {
    let value = AttrValue::Rc(Rc::clone(value));
    callback.reform(move |event: Event| {
        focus_control(&event);
        (value.clone(), on)
    })
}
