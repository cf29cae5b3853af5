//! The room that a list's controls take, where there is no script to work them: as high as they
//! are at each width, empty, and not there for assistive technology. What decides their height are
//! their own classes; `styles/static.css` has the rest.

use yew::{AttrValue, Html};

use super::view::View;
use crate::components::date_range::presets_words;
use crate::components::facet_list::room_rows;
use crate::components::field_names::value_name;
use crate::components::page_numbers::buttons_count;
use crate::components::tag::{Tag, owned, tag, words};
use crate::components::{PagerProperties, PagerState};
use article_cards_core::search::{SortBy, ValueCount};

/// An element that is not seen.
fn room(name: &'static str, class: &'static str) -> Tag {
    tag(name).class(class).with("aria-hidden", "true")
}

/// An empty element.
fn blank(name: &'static str, class: &'static str) -> Html {
    tag(name).class(class).html()
}

/// As wide as these words, which are no text of the page.
fn as_wide_as(text: &str, class: &'static str) -> Html {
    tag("i").class(class).with("data-words", words(text)).html()
}

/// Of the search field, the menu of orders and the button of the filters.
pub(super) fn toolbar(view: &View<'_>) -> Html {
    let properties = view.properties;
    let has_filters = view.has_filters();
    let search = (!properties.without_search).then(|| {
        let field = blank("i", "ac-search-input");
        tag("div").class("ac-search").child(field).html()
    });
    let filters = has_filters.then(|| blank("i", "ac-panel-button"));
    let sort = (!properties.without_sort).then(|| blank("div", "ac-sort"));
    if search.is_none() && filters.is_none() && sort.is_none() {
        return Html::default();
    }
    room("div", "ac-toolbar ac-x-room")
        .maybe(search)
        .maybe(filters)
        .maybe(sort)
        .html()
}

/// Of the filters beside the articles.
pub(super) fn filters(view: &View<'_>) -> Html {
    let facets = view.state.facets().iter().map(|facet| {
        let (has_search, rows, has_more) = room_rows(facet);
        let facet_name = facet.field.clone();
        let facet = tag("div").class("ac-facet");
        let facet = facet.child(blank("b", "ac-facet-label"));
        let facet = facet.maybe(has_search.then(|| blank("i", "ac-facet-search")));
        let row = |row: &ValueCount| {
            let name = value_name(&facet_name, &row.value, view.said.messages);
            let count = view.said.formats.number(row.count as u64);
            tag("u")
                .with("data-words", words(&name))
                .with("data-count", owned(count))
                .with("data-selected", row.selected.then_some(""))
                .html()
        };
        let facet = rows.iter().map(row).fold(facet, Tag::child);
        let more = has_more.then(|| blank("i", "ac-facet-more"));
        facet.maybe(more).html()
    });
    let facets = facets.fold(tag("div").class("ac-x-facets"), Tag::child);
    let has = |by| view.state.index().is_some_and(|index| index.has(by));
    let with_scores = view.properties.with_scores;
    let range = |presets: Option<Html>| {
        tag("div")
            .class("ac-range")
            .child(tag("b").html())
            .maybe(presets)
            .child(tag("i").html())
            .child(tag("i").html())
            .html()
    };
    let dates = has(SortBy::PublishedDateTime).then(|| {
        let words = presets_words(view.said.messages);
        let presets = words.map(|words| as_wide_as(words, "ac-x-preset"));
        let row = tag("div").class("ac-x-presets");
        range(Some(presets.into_iter().fold(row, Tag::child).html()))
    });
    let scores = |by| (with_scores && has(by)).then(|| range(None));
    room("div", "ac-facets ac-x-room")
        .child(facets.html())
        .maybe(dates)
        .maybe(scores(SortBy::Quality))
        .maybe(scores(SortBy::Heat))
        .html()
}

/// Of the offer to search the rest of the feed.
pub(super) fn gathering(view: &View<'_>) -> Html {
    let state = view.state;
    let is_partial = state.is_narrowed() || !state.query().sort.is_empty();
    if state.searched() == 0 || !is_partial || !state.has_next_page() {
        return Html::default();
    }
    let messages = view.said.messages;
    let formats = view.said.formats;
    let covered = state.searched() as u64;
    let loaded = messages
        .loading_all
        .fill(formats.plural(covered), &formats.number(covered));
    let line = tag("span").child(as_wide_as(&loaded, "ac-x-words")).html();
    room("div", "ac-x-gathering ac-x-room")
        .child(line)
        .child(as_wide_as(&messages.load_all, "ac-x-text-button"))
        .html()
}

/// Of the button that drops all filters, after those that are in use.
pub(super) fn clear_all(view: &View<'_>) -> Html {
    let clear = as_wide_as(&view.said.messages.clear_all, "ac-chip-clear");
    room("li", "ac-x-room").child(clear).html()
}

/// Of the button for more, or of the one that leads back to the top.
pub(super) fn way_on(pager: &PagerProperties) -> Html {
    let class = match pager.state {
        PagerState::End => "ac-x-text-button ac-x-room",
        _ => "ac-more-button ac-x-room",
    };
    room("i", class).html()
}

/// Of the numbers of so many pages.
pub(super) fn page_numbers(pages: usize, goes_on: bool) -> Html {
    if pages <= 1 && !goes_on {
        return Html::default();
    }
    let numbers = (0..buttons_count(pages, goes_on)).map(|_| tag("i").html());
    let numbers = numbers.fold(tag("div").class("ac-x-pages"), Tag::child);
    let pager = room("div", "ac-pager ac-x-room");
    pager.child(numbers.html()).html()
}

/// Beside the number of articles, of the offer of new ones.
pub(super) fn offer() -> Html {
    let none = AttrValue::Static("");
    tag("div").class("ac-x-news").text(none).html()
}
