//! Empty placeholders for the controls of a list without scripts, as high as the controls at each
//! width, and hidden from assistive technology. Their height comes from the controls' own classes,
//! the rest from `styles/static.css`.

use yew::{Callback, Classes, Html};

use crate::components::controls::chips::filters_in_use;
use crate::components::controls::date_range::preset_labels;
use crate::components::controls::facet_list::initial_rows;
use crate::components::controls::field_names::value_name;
use crate::components::controls::sort_menu::{SortMenuProps, has_choice, sort_label};
use crate::components::list::pager::buttons_count;
use crate::components::list::pager::{PagerProps, PagerState};
use crate::components::list::render_context::RenderContext;
use crate::components::primitives::{
    ElementBuilder, Localization, attr_value, element, owned_value,
};
use article_cards_core::search::{Facet, ValueCount};

/// A hidden element.
fn placeholder(name: &'static str, class: &'static str) -> ElementBuilder {
    element(name).class(class).attr("aria-hidden", "true")
}

/// An empty element.
fn empty_element(name: &'static str, class: &'static str) -> Html {
    element(name).class(class).html()
}

/// An element as wide as a text, without the text itself.
fn sized_like(text: &str, class: &'static str) -> Html {
    element("i")
        .class(class)
        .attr("data-words", attr_value(text))
        .html()
}

/// For the search field, the button of the filter panel, the sort menu and the choice of layouts, above
/// the status.
pub(super) fn toolbar(context: &RenderContext<'_>, status: Html) -> Html {
    let props = context.props;
    let search = props.has_search_field().then(|| {
        let field = empty_element("i", "ac-search-input");
        let search = placeholder("div", "ac-search ac-x-room");
        search.child(field).html()
    });
    // In narrow lists the number of articles is between these two.
    let Localization { messages, formats } = context.localization;
    let filters = context.has_filters().then(|| {
        let in_use = filters_in_use(&context.query).len() as u64;
        let count = (in_use > 0).then(|| {
            let count = owned_value(formats.number(in_use));
            element("b").attr("data-words", count).html()
        });
        placeholder("i", "ac-panel-button ac-x-room")
            .child(empty_element("i", "ac-x-icon"))
            .child(sized_like(&messages.filters, "ac-x-words"))
            .maybe_child(count)
            .html()
    });
    let menu = SortMenuProps {
        sort: context.query.sort.clone(),
        has_search_terms: context.has_search_terms,
        sorts: context.offered_sorts(),
        with_scores: props.with_scores,
        on_choose: Callback::noop(),
        class: Classes::default(),
        id: None,
    };
    let sort = (!props.without_sort && has_choice(&menu)).then(|| {
        let label = sort_label(&menu.sort, menu.has_search_terms, messages);
        placeholder("div", "ac-sort ac-x-room")
            .child(sized_like(&label, "ac-x-words"))
            .html()
    });
    let offered = &context.layouts.offered;
    let layouts = (offered.len() > 1).then(|| {
        let labels = offered.iter().map(|_| element("label").html());
        let group = placeholder("div", "ac-layouts ac-x-room");
        labels.fold(group, ElementBuilder::child).html()
    });
    element("div")
        .class("ac-toolbar")
        .maybe_child(search)
        .maybe_child(filters)
        .maybe_child(sort)
        .maybe_child(layouts)
        .child(status)
        .html()
}

/// For the filters beside the articles.
pub(super) fn filters(context: &RenderContext<'_>) -> Html {
    let range = |presets: Option<Html>| {
        element("div")
            .class("ac-range")
            .child(element("b").html())
            .maybe_child(presets)
            .child(element("i").html())
            .child(element("i").html())
            .html()
    };
    let offered = context.props.offered_filters();
    let filters = Facet::names(&offered).into_iter();
    let filters = filters.filter_map(|name| match name {
        "date" => context.has_dates().then(|| {
            let labels = preset_labels(&context.localization.messages);
            let presets = labels.map(|label| sized_like(label, "ac-x-preset"));
            let row = element("div").class("ac-x-presets");
            range(Some(row.children(presets.into()).html()))
        }),
        "quality" => context.has_quality().then(|| range(None)),
        "heat" => context.has_heat().then(|| range(None)),
        _ => facet(context, name),
    });
    let filters = element("div")
        .class("ac-x-facets")
        .children(filters.collect());
    placeholder("div", "ac-facets ac-x-room")
        .child(filters.html())
        .html()
}

/// For a facet. One without values is not there.
fn facet(context: &RenderContext<'_>, name: &str) -> Option<Html> {
    let mut facets = context.state.offered_facets().iter();
    let facet = facets.find(|facet| facet.field == name && !facet.values.is_empty())?;
    let (has_search, rows, has_more) = initial_rows(facet);
    let row = |row: &ValueCount| {
        let name = value_name(name, &row.value, &context.localization.messages);
        let count = context.localization.formats.number(row.count as u64);
        element("u")
            .attr("data-words", attr_value(&name))
            .attr("data-count", owned_value(count))
            .attr("data-selected", row.selected.then_some(""))
            .html()
    };
    let placeholder = element("div").class("ac-facet");
    let placeholder = placeholder.child(empty_element("b", "ac-facet-label"));
    let placeholder =
        placeholder.maybe_child(has_search.then(|| empty_element("i", "ac-facet-search")));
    let placeholder = rows
        .iter()
        .map(row)
        .fold(placeholder, ElementBuilder::child);
    let more = has_more.then(|| empty_element("i", "ac-facet-more"));
    Some(placeholder.maybe_child(more).html())
}

/// For the offer to load all pages of the feed.
pub(super) fn load_all(context: &RenderContext<'_>) -> Html {
    let state = context.state;
    if state.searched() == 0 || !state.misses_rest() {
        return Html::default();
    }
    let messages = &context.localization.messages;
    let formats = &context.localization.formats;
    let covered = state.searched() as u64;
    let loaded = messages
        .loading_all
        .fill(formats.plural(covered), &formats.number(covered));
    let line = element("span")
        .child(sized_like(&loaded, "ac-x-words"))
        .html();
    placeholder("div", "ac-x-gathering ac-x-room")
        .child(line)
        .child(sized_like(&messages.load_all, "ac-x-text-button"))
        .html()
}

/// For the button that clears all filters.
pub(super) fn clear_all(context: &RenderContext<'_>) -> Html {
    let clear = sized_like(&context.localization.messages.clear_all, "ac-chip-clear");
    placeholder("li", "ac-x-room").child(clear).html()
}

/// For the button for more articles, or the one that returns to the top.
pub(super) fn more_button(pager: &PagerProps) -> Html {
    let class = match pager.state {
        PagerState::End => "ac-x-text-button ac-x-room",
        _ => "ac-more-button ac-x-room",
    };
    placeholder("i", class).html()
}

/// For the page numbers.
pub(super) fn page_numbers(pages: usize, has_next_page: bool) -> Html {
    if pages <= 1 && !has_next_page {
        return Html::default();
    }
    let numbers = (0..buttons_count(pages, has_next_page)).map(|_| element("i").html());
    let numbers = numbers.fold(element("div").class("ac-x-pages"), ElementBuilder::child);
    let pager = placeholder("div", "ac-pager ac-x-room");
    pager.child(numbers.html()).html()
}
