use yew::{AttrValue, Callback, Classes, Html, MouseEvent, Properties, component, html};

use crate::attributes::Layout;
use crate::components::controls::layout_choice::{LayoutChoiceProps, layout_choice};
use crate::components::controls::search_field::SearchFieldProps;
use crate::components::controls::sort_menu::{SortMenuProps, sort_menu};
use crate::components::primitives::{
    IconName, Localization, Localized, attr_value, bare_count, base, dyn_component, element,
    focus_control, focus_within, icon, landmark_name, text, use_localization, with_root_props,
};
use article_cards_core::search::SortKey;

/// Props of [`Toolbar`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ToolbarProps {
    /// The name of the list, which distinguishes its search landmark from others in the page.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The search text.
    #[prop_or_default]
    pub query: AttrValue,
    /// Receives the text at each input. Without it, there is no search field.
    #[prop_or_default]
    pub on_input: Option<Callback<String>>,
    /// Called when Enter is pressed in the search field.
    #[prop_or_default]
    pub on_enter: Callback<()>,
    /// The sort order. If empty, the default order applies.
    #[prop_or_default]
    pub sort: Vec<SortKey>,
    /// Receives the order that the reader selects. Without it, there is no menu.
    #[prop_or_default]
    pub on_sort: Option<Callback<Vec<SortKey>>>,
    /// Whether the search text ranks articles by relevance.
    #[prop_or_default]
    pub has_search_terms: bool,
    /// The orders on offer, in this order. Default: by date, title and provider.
    #[prop_or_default]
    pub sorts: Vec<SortKey>,
    /// Offers to sort by scores, unless `sorts` says what is offered.
    #[prop_or_default]
    pub with_scores: bool,
    /// Opens the filter panel. Without it, there are no filters.
    #[prop_or_default]
    pub on_filters: Option<Callback<()>>,
    /// The number of active filters.
    #[prop_or_default]
    pub filters_in_use: usize,
    /// The layouts to choose from. With fewer than two there is no choice.
    #[prop_or_default]
    pub layouts: Vec<Layout>,
    /// The layout in use.
    #[prop_or_default]
    pub layout: Layout,
    /// Receives the layout that the reader chooses.
    #[prop_or_default]
    pub on_layout: Callback<Layout>,
    /// What follows the controls, such as the number of articles and the filters in use.
    #[prop_or_default]
    pub children: Html,
    /// The prefix of the search field's id. Default: unique in the page.
    #[prop_or_default]
    pub id_prefix: Option<AttrValue>,
    /// Additional classes of the toolbar.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the toolbar.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// The search field, the button that opens the filter panel in narrow lists, the sort menu, the choice
/// of a layout, and a button that skips the filters for keyboard users.
#[component]
pub fn Toolbar(props: &ToolbarProps) -> Html {
    let toolbar = toolbar(props, &use_localization());
    with_root_props(toolbar, &props.class, &props.id)
}

pub(crate) fn toolbar(props: &ToolbarProps, localization: &Localization) -> Html {
    let messages = &localization.messages;
    let ToolbarProps {
        query,
        on_input,
        on_enter,
        sort,
        on_sort,
        on_filters,
        ..
    } = props;
    let search = on_input.as_ref().map(|on_input| {
        let search = SearchFieldProps {
            value: query.clone(),
            on_input: on_input.clone(),
            on_enter: on_enter.clone(),
            id_prefix: props.id_prefix.clone(),
            class: Classes::default(),
            id: None,
        };
        dyn_component(Localized::new(search, localization))
    });
    let sort = on_sort.as_ref().and_then(|on_sort| {
        let menu = SortMenuProps {
            sort: sort.clone(),
            has_search_terms: props.has_search_terms,
            sorts: props.sorts.clone(),
            with_scores: props.with_scores,
            on_choose: on_sort.clone(),
            class: Classes::default(),
            id: None,
        };
        sort_menu(&menu, localization)
    });
    let filters = on_filters
        .as_ref()
        .map(|open| filters_button(props, localization, open));
    let layouts = layout_choice(
        LayoutChoiceProps {
            layouts: props.layouts.clone(),
            layout: props.layout,
            on_choose: props.on_layout.clone(),
            class: Classes::default(),
            id: None,
        },
        localization,
    );
    let children = props.children.clone();
    if search.is_none() && sort.is_none() && filters.is_none() && layouts.is_none() {
        return match children == Html::default() {
            true => children,
            false => bare_toolbar(children),
        };
    }
    // As many children without these, or the search field loses the focus.
    let (filters, sort) = (filters.unwrap_or_default(), sort.unwrap_or_default());
    let name = landmark_name(&messages.search, &props.label);
    // The role is for browsers that do not know the element.
    html! {
        <search part="toolbar" role="search" aria-label={name} class="ac-toolbar">
            { search }
            { filters }
            { sort }
            { layouts }
            { children }
            if on_filters.is_some() {
                <button type="button" onclick={skip_filters} class="ac-x-skip">
                    { text(attr_value(&messages.skip_filters)) }
                </button>
            }
        </search>
    }
}

/// A toolbar without controls, which is no search landmark.
pub(crate) fn bare_toolbar(children: Html) -> Html {
    element("div").part("ac-toolbar").child(children).html()
}

fn filters_button(props: &ToolbarProps, localization: &Localization, open: &Callback<()>) -> Html {
    let Localization { messages, formats } = localization;
    let count = props.filters_in_use as u64;
    let onclick = open.reform(|event: MouseEvent| focus_control(&event));
    html! {
        <button
            type="button"
            part="panel-button"
            aria-haspopup="dialog"
            {onclick}
            class="ac-panel-button"
        >
            { icon(IconName::Filter) }
            { text(attr_value(&messages.filters)) }
            { " " }
            if count > 0 {
                { bare_count(element("b"), formats, count, &messages.filters_in_use, None).html() }
            }
        </button>
    }
}

/// Moves the focus past the filters. A link with a fragment would change the page's URL.
fn skip_filters(event: MouseEvent) {
    if let Some(base) = base(&event) {
        focus_within(&base, &[".ac-x-main"]);
    }
}
