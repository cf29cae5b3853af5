use std::rc::Rc;

use yew::{AttrValue, Callback, Event, Html, Properties, component};

use crate::browser::Formats;
use crate::components::controls::search_field::SearchFieldProps;
use crate::components::controls::sort_menu::{SortMenuProps, sort_menu};
use crate::components::primitives::counted::bare_count;
use crate::components::primitives::dyn_component::dyn_component;
use crate::components::primitives::element_builder::{attr_value, concat, element, text};
use crate::components::primitives::focus::{base, focus_control, focus_within};
use crate::components::primitives::icon::{IconName, icon};
use crate::i18n::Messages;
use article_cards_core::search::SortKey;

/// Props of [`Toolbar`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ToolbarProps {
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
pub fn Toolbar(props: &ToolbarProps) -> Html {
    toolbar(props)
}

pub(crate) fn toolbar(props: &ToolbarProps) -> Html {
    let ToolbarProps {
        query,
        on_input,
        on_enter,
        sort,
        on_sort,
        on_filters,
        messages,
        ..
    } = props;
    let search = on_input.as_ref().map(|on_input| {
        let search = SearchFieldProps {
            value: query.clone(),
            on_input: on_input.clone(),
            on_enter: on_enter.clone(),
            id_prefix: props.id_prefix.clone(),
            messages: Rc::clone(messages),
        };
        dyn_component(search)
    });
    let sort = on_sort.as_ref().map(|on_sort| {
        sort_menu(&SortMenuProps {
            sort: sort.clone(),
            has_text: props.has_text,
            with_scores: props.with_scores,
            on_choose: on_sort.clone(),
            messages: Rc::clone(messages),
        })
    });
    let filters = on_filters.as_ref().map(|open| filters_button(props, open));
    let skip = on_filters.as_ref().map(|_| {
        let skip = element("button").attr("type", "button").class("ac-x-skip");
        let skip = skip.on_click(Some(Callback::from(skip_filters)));
        skip.text(attr_value(&messages.skip_filters)).html()
    });
    if search.is_none() && sort.is_none() && filters.is_none() {
        return Html::default();
    }
    let name = match &props.label {
        Some(label) => concat(&[&messages.search, ": ", label]),
        None => attr_value(&messages.search),
    };
    // Browsers that do not know the element know its role.
    element("search")
        .part("ac-toolbar")
        .attr("role", "search")
        .attr("aria-label", name)
        .maybe_child(search)
        .maybe_child(filters)
        .maybe_child(sort)
        .maybe_child(skip)
        .html()
}

fn filters_button(props: &ToolbarProps, open: &Callback<()>) -> Html {
    let messages = &props.messages;
    let count = props.filters_in_use as u64;
    let in_use = (count > 0).then(|| {
        let in_use = &messages.filters_in_use;
        bare_count(element("b"), &props.formats, count, in_use, None).html()
    });
    element("button")
        .attr("type", "button")
        .part("ac-panel-button")
        .attr("aria-haspopup", "dialog")
        .on_click(Some(open.reform(|event: Event| focus_control(&event))))
        .child(icon(IconName::Filter))
        .child(text(attr_value(&messages.filters)))
        .child(text(AttrValue::Static(" ")))
        .maybe_child(in_use)
        .html()
}

/// Not a link to a place in the page: that would change the page's address.
fn skip_filters(event: Event) {
    if let Some(base) = base(&event) {
        focus_within(&base, &[".ac-x-main"]);
    }
}
