mod plain;
mod rows;
mod search;

use std::rc::Rc;

use web_sys::Element;
use yew::functional::{Hook, HookContext};
use yew::{
    AttrValue, Callback, Event, Html, NodeRef, Properties, component, hook, use_mut_ref, use_ref,
};

use self::plain::plain;
use self::rows::{FIRST, MANY, Wanted, rows};
use self::search::search;
use super::bare_count::bare_count;
use super::field_names::value_name;
use super::focus::focus_pressed;
use super::icon::icon;
use super::part::Draw;
use super::tag::{On, bdi, joined, tag, text, unseen, words};
use super::telling::counted;
use super::{IconName, flag};
use crate::browser::Formats;
use crate::hooks::{use_focus_on_change, use_node, use_render_cell};
use crate::i18n::{Messages, fill};
use article_cards_core::search::{FacetCounts, ValueCount};

/// Properties of [`FacetList`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FacetListProperties {
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
pub fn FacetList(properties: &FacetListProperties) -> Html {
    use_facet_list(properties)
}

impl Draw for FacetListProperties {
    const KIND: &'static str = "facet-list";

    fn draw(&self, hooks: &mut HookContext) -> Html {
        use_facet_list(self).run(hooks)
    }
}

#[hook]
fn use_facet_list(properties: &FacetListProperties) -> Html {
    let FacetListProperties {
        facet,
        name,
        formats,
        messages,
        ..
    } = properties;
    let node = use_node();
    let first_new = use_node();
    let open = use_ref(|| properties.open);
    let wanted = use_render_cell(Wanted::default);
    let shown = use_mut_ref(Shown::default);
    let seen = wanted.get();
    use_focus_on_change(first_new.clone(), usize::from(seen.all));

    let needle = plain(seen.needle.trim());
    let matches = |value: &ValueCount| {
        let name = value_name(&facet.field, &value.value, messages);
        plain(&name).contains(&needle)
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
        option(properties, row, node)
    });
    let list = tag("ul").with("role", "list").children(options.collect());

    let has_search = facet.values.len() > MANY || searched;
    let search = has_search.then(|| {
        let wanted = wanted.clone();
        search(properties, &seen.needle, move |needle| {
            wanted.set(Wanted {
                needle,
                all: wanted.get().all,
            });
        })
    });
    let none = has_search.then(|| {
        let none = tag("p").class("ac-x-none").with("role", "status");
        let none = none.maybe(rows.is_empty().then(|| text(words(&messages.facet_none))));
        none.html()
    });
    let folds =
        !searched && facet.values.len() > FIRST && (seen.all || rows.len() < facet.values.len());
    let more = folds.then(|| {
        let all = seen.all;
        let label = match all {
            true => words(&messages.show_fewer),
            false => counted(formats, facet.values.len() as u64, &messages.show_all),
        };
        let wanted = wanted.clone();
        let turned = Callback::from(move |event: Event| {
            focus_pressed(&event);
            wanted.set(Wanted {
                all: !all,
                ..Wanted::default()
            });
        });
        let of = fill(&messages.in_facet, &[("facet", name)]);
        tag("button")
            .with("type", "button")
            .part("ac-facet-more")
            .on_click(Some(turned))
            .child(text(label))
            .child(unseen(joined(&[" ", &of]), &None))
            .html()
    });
    let group = tag("div")
        .with("role", "group")
        .with("aria-label", name)
        .maybe(search)
        .child(list.html())
        .maybe(none)
        .maybe(more);
    let label = tag("span").child(bdi(name.clone())).html();
    let summary = tag("summary").part("ac-facet-label");
    tag("details")
        .node(node)
        .key(facet.field.as_str())
        .part("ac-facet")
        .with("data-field", words(&facet.field))
        .with("open", (*open).then_some("open"))
        .child(summary.child(label).child(icon(IconName::Up)).html())
        .child(group.html())
        .html()
}

/// What a facet has when it is drawn first: whether a field to search in it, which values, and
/// whether a button for the rest.
#[cfg(feature = "ssr")]
pub(super) fn room_rows(facet: &FacetCounts) -> (bool, Vec<ValueCount>, bool) {
    let all = facet.values.len();
    let shown = rows(&facet.values, &Wanted::default(), |_| true, None);
    let has_more = all > FIRST && shown.len() < all;
    (all > MANY, shown, has_more)
}

fn has_focus(node: &NodeRef) -> bool {
    let facet = node.cast::<Element>();
    facet.is_some_and(|facet| facet.matches(":focus-within").unwrap_or(false))
}

fn option(properties: &FacetListProperties, row: &ValueCount, node: NodeRef) -> Html {
    let FacetListProperties {
        facet,
        on_choose,
        on_exclude,
        formats,
        messages,
        ..
    } = properties;
    let ValueCount {
        value,
        count,
        selected,
        excluded,
    } = row;
    let name = value_name(&facet.field, value, messages);
    let name = words(&name);
    let checkbox = tag("input")
        .node(node)
        .with("type", "checkbox")
        .part("ac-facet-checkbox")
        .checked(*selected)
        .on(On::Change, turns(on_choose, value, !selected));
    let label = tag("bdi").class("ac-x-value").with("title", &name);
    let excluded_word = excluded.then_some(&*messages.excluded);
    let count = bare_count(
        tag("span").part("ac-facet-count"),
        formats,
        *count as u64,
        &messages.articles,
        excluded_word,
    );
    let choice = tag("label")
        .child(checkbox.html())
        .child(label.text(name.clone()).html())
        .child(count.html());
    let exclude = fill(&messages.exclude, &[("value", &name)]);
    let exclude = tag("button")
        .with("type", "button")
        .part("ac-facet-exclude")
        .with("aria-pressed", flag(*excluded))
        .with("aria-label", exclude)
        .on_click(Some(turns(on_exclude, value, !excluded)))
        .child(icon(IconName::Exclude));
    tag("li")
        .key(Rc::clone(value))
        .part("ac-facet-option")
        .with("data-value", AttrValue::Rc(Rc::clone(value)))
        .with("data-excluded", excluded.then_some(""))
        .child(choice.html())
        .child(exclude.html())
        .html()
}

/// Hands over a value and its new state.
#[inline(never)]
fn turns(heard: &Callback<(AttrValue, bool)>, value: &Rc<str>, on: bool) -> Callback<Event> {
    let value = AttrValue::Rc(Rc::clone(value));
    heard.reform(move |event: Event| {
        focus_pressed(&event);
        (value.clone(), on)
    })
}
