//! Texts about the state of a list.

use yew::{AttrValue, Html};

use crate::components::controls::sort_menu::sort_label;
use crate::components::list::render_context::RenderContext;
use crate::components::primitives::{
    Localization, attr_value, bdi, concat, counted, element, owned_value,
};
use crate::i18n::{Messages, fill};
use crate::store::{Paging, Pending, State, Status};

/// The number of articles, above the list.
pub(super) fn summary(context: &RenderContext<'_>) -> Html {
    let (localization, state) = (context.localization, context.state);
    match state.status() {
        Status::Loading if context.props.has_fallback => Html::default(),
        _ if context.is_first_load() || is_loading(state) => {
            bdi(attr_value(&localization.messages.loading))
        }
        // What is shown is not the answer.
        _ if has_failed(state) => Html::default(),
        Status::Ready => element("strong")
            .child(bdi(found(localization, state, context.lost().len())))
            .html(),
        Status::Empty if !context.lost().is_empty() => element("strong")
            .child(bdi(found(localization, state, context.lost().len())))
            .html(),
        Status::Empty if state.is_narrowed() => element("strong")
            .child(bdi(found(localization, state, 0)))
            .html(),
        _ => Html::default(),
    }
}

/// The number of matches, of how many articles, and for which search text.
/// `lost` are saved articles beside those of the feed.
fn found(localization: &Localization, state: &State, lost: usize) -> AttrValue {
    let Localization { messages, formats } = localization;
    let Messages {
        articles,
        articles_so_far,
        found,
        found_so_far,
        found_for,
        ..
    } = &***messages;
    let has_next_page = state.has_next_page();
    if !state.is_narrowed() {
        let message = if has_next_page {
            articles_so_far
        } else {
            articles
        };
        return counted(formats, (state.total() + lost) as u64, message);
    }
    let form = if has_next_page { found_so_far } else { found };
    let count = (state.total() + lost) as u64;
    let covered = (state.searched() + lost) as u64;
    let found = match state.knows_searched() {
        true => {
            let form = form.form(formats.plural(covered));
            let (count, total) = (formats.number(count), formats.number(covered));
            fill(form, &[("count", &count), ("total", &total)])
        }
        false => counted(formats, count, articles).to_string(),
    };
    owned_value(match state.query().query.trim() {
        "" => found,
        query => fill(found_for, &[("found", &found), ("query", query)]),
    })
}

/// What is found in place of words that no article has.
pub(super) fn corrections(localization: &Localization, state: &State) -> Option<AttrValue> {
    let corrected = &localization.messages.corrected;
    let sentences = state.corrections().iter().map(|correction| {
        let found = correction.found.join(", ");
        fill(corrected, &[("query", &correction.word), ("found", &found)])
    });
    let sentences: Vec<String> = sentences.collect();
    (!sentences.is_empty()).then(|| owned_value(sentences.join(" ")))
}

/// The title of a list without articles, which says that there are none only once the feed is complete.
pub(super) fn nothing(localization: &Localization, state: &State) -> AttrValue {
    let Localization { messages, formats } = localization;
    if state.has_next_page() {
        let read = state.index().map_or(0, |index| index.articles_read());
        return counted(formats, read as u64, &messages.nothing_so_far);
    }
    if !state.is_narrowed() || state.searched() == 0 {
        return attr_value(&messages.empty_title);
    }
    let query = state.query();
    match query.only_term().filter(|_| query.filters.is_empty()) {
        Some(term) => owned_value(fill(&messages.no_match_query, &[("query", term)])),
        None => attr_value(&messages.no_match_title),
    }
}

/// The text of the live region.
pub(super) fn announcement(context: &RenderContext<'_>) -> AttrValue {
    let (localization, state) = (context.localization, context.state);
    let Localization { messages, formats } = localization;
    let lost = context.lost().len();
    match state.status() {
        // One answer is announced, not one for each page of the feed.
        _ if is_loading(state) || state.is_loading_rest() => attr_value(&messages.loading),
        // The error speaks for itself.
        _ if has_failed(state) => AttrValue::default(),
        Status::Ready => {
            let shown = (state.shown().len() + lost) as u64;
            let shown = match state.paging() {
                Paging::Pages => {
                    let page = formats.number(state.page() as u64);
                    owned_value(fill(&messages.page, &[("page", &page)]))
                }
                _ => counted(formats, shown, &messages.shown),
            };
            let found = found(localization, state, lost);
            let sort = sort_label(&state.query().sort, context.has_search_terms, messages);
            let sorted = fill(&messages.sorted, &[("sort", &sort)]);
            let counts = concat(&[&found, ", ", &shown, ", ", &sorted]);
            match corrections(localization, state) {
                Some(corrections) => concat(&[&counts, ". ", &corrections]),
                None => counts,
            }
        }
        Status::Empty if state.is_narrowed() => {
            let found = found(localization, state, lost);
            concat(&[&found, ", ", &nothing(localization, state)])
        }
        Status::Empty => nothing(localization, state),
        _ => AttrValue::default(),
    }
}

/// Whether a search engine has failed to answer the current query.
fn has_failed(state: &State) -> bool {
    state.is_unanswered() && state.failure().is_some()
}

/// Returns `true` while there is no result yet, or only one that is about to be replaced.
fn is_loading(state: &State) -> bool {
    let is_first = state.status() == Status::Loading || state.pending() == Some(Pending::Feed);
    is_first || state.is_waiting()
}
