use std::rc::Rc;

use yew::{AttrValue, Callback, Event, Html, Properties, component};

use super::bare_count::bare_count;
use super::focus::{base, focus_within};
use super::icon::icon;
use super::part::part;
use super::sort_menu::sort_menu;
use super::tag::{joined, tag, text, words};
use super::{IconName, SearchFieldProperties, SortMenuProperties};
use crate::browser::Formats;
use crate::i18n::Messages;
use article_cards_core::search::SortKey;

/// Properties of [`Toolbar`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ToolbarProperties {
    /// What tells this landmark from those of other lists on the page: the name of its list.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The text that is searched for.
    #[prop_or_default]
    pub query: AttrValue,
    /// Hears of the text as it is typed; without it there is no search field.
    #[prop_or_default]
    pub on_input: Option<Callback<String>>,
    /// Hears of Enter in the search field.
    #[prop_or_default]
    pub on_enter: Callback<()>,
    /// The order that was chosen; empty: none.
    #[prop_or_default]
    pub sort: Vec<SortKey>,
    /// Hears of the order that is chosen; without it there is no menu.
    #[prop_or_default]
    pub on_sort: Option<Callback<Vec<SortKey>>>,
    /// Whether there is a text that ranks articles.
    #[prop_or_default]
    pub has_text: bool,
    /// Whether scores are offered as orders.
    #[prop_or_default]
    pub with_scores: bool,
    /// Opens the panel of filters; without it there are no filters.
    #[prop_or_default]
    pub on_filters: Option<Callback<()>>,
    /// How many filters are in use.
    #[prop_or_default]
    pub filters_in_use: usize,
    /// What the search field's id begins with; without it, the id is one that no other field has.
    #[prop_or_default]
    pub id_prefix: Option<AttrValue>,
    /// Numbers and plural forms.
    #[prop_or_else(Formats::shared)]
    pub formats: Formats,
    /// The words on screen.
    #[prop_or_else(Messages::shared)]
    pub messages: Rc<Messages>,
}

/// Search field, the button that opens the filters where these have no room, and the menu of
/// orders; then a link over the filters that stand behind it.
#[component]
pub fn Toolbar(properties: &ToolbarProperties) -> Html {
    toolbar(properties)
}

pub(super) fn toolbar(properties: &ToolbarProperties) -> Html {
    let ToolbarProperties {
        query,
        on_input,
        on_enter,
        sort,
        on_sort,
        on_filters,
        messages,
        ..
    } = properties;
    let search = on_input.as_ref().map(|on_input| {
        let search = SearchFieldProperties {
            value: query.clone(),
            on_input: on_input.clone(),
            on_enter: on_enter.clone(),
            id_prefix: properties.id_prefix.clone(),
            messages: Rc::clone(messages),
        };
        part(search)
    });
    let sort = on_sort.as_ref().map(|on_sort| {
        sort_menu(&SortMenuProperties {
            sort: sort.clone(),
            has_text: properties.has_text,
            with_scores: properties.with_scores,
            on_choose: on_sort.clone(),
            messages: Rc::clone(messages),
        })
    });
    let filters = on_filters
        .as_ref()
        .map(|open| filters_button(properties, open));
    let skip = on_filters.as_ref().map(|_| {
        let skip = tag("button").with("type", "button").class("ac-x-skip");
        let skip = skip.on_click(Some(Callback::from(skip_filters)));
        skip.text(words(&messages.skip_filters)).html()
    });
    if search.is_none() && sort.is_none() && filters.is_none() {
        return Html::default();
    }
    let name = match &properties.label {
        Some(label) => joined(&[&messages.search, ": ", label]),
        None => words(&messages.search),
    };
    // Browsers that do not know the element know its role.
    tag("search")
        .part("ac-toolbar")
        .with("role", "search")
        .with("aria-label", name)
        .maybe(search)
        .maybe(filters)
        .maybe(sort)
        .maybe(skip)
        .html()
}

fn filters_button(properties: &ToolbarProperties, open: &Callback<()>) -> Html {
    let messages = &properties.messages;
    let count = properties.filters_in_use as u64;
    let in_use = (count > 0).then(|| {
        let in_use = &messages.filters_in_use;
        bare_count(tag("b"), &properties.formats, count, in_use, None).html()
    });
    tag("button")
        .with("type", "button")
        .part("ac-panel-button")
        .with("aria-haspopup", "dialog")
        .on_click(Some(
            open.reform(|event: Event| super::focus::focus_pressed(&event)),
        ))
        .child(icon(IconName::Filter))
        .child(text(words(&messages.filters)))
        .child(text(AttrValue::Static(" ")))
        .maybe(in_use)
        .html()
}

/// Not a link to a place in the page: that would change the page's address.
fn skip_filters(event: Event) {
    if let Some(base) = base(&event) {
        focus_within(&base, &[".ac-x-main"]);
    }
}
