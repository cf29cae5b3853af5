//! The rest of a feed, which loads for queries that need it.

use super::{URL, feed, fresh, loaded, searched, settings};
use std::rc::Rc;

use article_cards::store::*;
use article_cards_core::error::Error;
use article_cards_core::feed::{Feed, Options};
use article_cards_core::search::{FilterableFields, QueryState, SortKey};
use article_cards_core::text::url::UrlStandard;

/// A list in view, with a first page of 25 articles.
fn in_view() -> State {
    loaded(25, "2").reduce(Action::RestAllowed(true))
}

fn sorted(state: &State, sort: &str) -> State {
    let query = QueryState {
        sort: SortKey::parse_list(sort, &FilterableFields::default()),
        ..QueryState::default()
    };
    state.reduce(Action::QueryReplaced(query, Trigger::Decision))
}

/// Loads the next page, after which the feed has `count` articles.
fn grown(state: &State, count: usize, next: &str) -> State {
    let state = state.reduce(Action::PageFetchStarted);
    state.reduce(Action::PageLoaded(Rc::new(feed(count, next))))
}

/// Loads pages of one more article while the list needs them, and returns how many those are.
fn pages_loaded(mut state: State) -> (usize, State) {
    let mut pages = 0;
    while state.needs_page() {
        pages += 1;
        assert!(pages < 100, "it goes on for ever");
        let count = state.feed().unwrap().articles().len();
        state = grown(&state, count + 1, "2");
    }
    (pages, state)
}

#[test]
fn any_query_but_the_default_one_loads_it() {
    let state = in_view();
    assert!(!state.needs_page());
    for sort in ["", "-publishedDateTime", "relevance"] {
        assert!(!sorted(&state, sort).needs_page(), "{sort}");
    }
    for sort in ["publishedDateTime", "title", "-publishedDateTime,title"] {
        let state = sorted(&state, sort);
        assert!(state.needs_page() && state.is_loading_rest(), "{sort}");
    }
    let found = searched(&state, "t1", Trigger::Typing);
    assert!(found.needs_page() && found.is_loading_rest() && !found.is_complete());
    let ended = grown(&found, 27, "null");
    assert!(!ended.needs_page() && !ended.is_loading_rest() && ended.is_complete());
    assert_eq!((ended.total(), ended.searched()), (11, 27));
    assert!(!searched(&found, "", Trigger::Typing).needs_page());
}

#[test]
fn nothing_loads_out_of_view_until_the_reader_requests_it() {
    let state = searched(&loaded(25, "2"), "t1", Trigger::Typing);
    // Whether it is in view is not known yet: no request, and no other answer in the next frame.
    assert!(!state.needs_page() && state.is_loading_rest());
    let hidden = state.reduce(Action::RestAllowed(false));
    assert!(!hidden.needs_page() && !hidden.is_loading_rest() && hidden.misses_rest());
    let seen = state.reduce(Action::RestAllowed(true));
    assert!(seen.needs_page());
    let left = grown(&seen, 26, "2").reduce(Action::RestAllowed(false));
    assert!(!left.needs_page());
    assert_eq!(left.searched(), 26);
    assert!(left.reduce(Action::LoadAll).needs_page());
}

#[test]
fn twenty_pages_load_by_themselves() {
    let (pages, state) = pages_loaded(searched(&in_view(), "t1", Trigger::Typing));
    assert_eq!(
        (pages, state.searched(), state.is_loading_rest()),
        (20, 45, false)
    );
    // Another query loads no more of the same feed.
    let other = searched(&state, "t2", Trigger::Typing);
    assert!(!other.needs_page() && other.misses_rest());
    assert!(other.reduce(Action::LoadAll).needs_page());
    let again = other.reduce(Action::FeedLoaded(Rc::new(feed(25, "2"))));
    assert!(again.needs_page());
}

#[test]
fn five_megabytes_load_by_themselves() {
    let state = searched(&in_view(), "t1", Trigger::Typing);
    let more = state.reduce(Action::PageLoaded(Rc::new(long(26, 4_900_000))));
    assert!(more.needs_page());
    let most = more.reduce(Action::PageLoaded(Rc::new(long(27, 5_100_000))));
    assert!(!most.needs_page() && most.misses_rest());
    assert_eq!(most.searched(), 27);
}

/// A feed of many bytes and few articles, with a next page.
fn long(count: usize, bytes: usize) -> Feed {
    let articles = (0..count).map(|n| format!(r#"{{"id":"{n}","title":"T{n}"}}"#));
    let articles = articles.collect::<Vec<_>>().join(",");
    let padding = " ".repeat(bytes);
    let json = format!(r#"{{"value":[{articles}],{padding}"nextPage":2}}"#);
    let mut feed = Feed::new(Options::default());
    feed.read(json.as_bytes(), Some(URL), &UrlStandard).unwrap();
    assert!(feed.bytes() > bytes as u64);
    feed
}

#[test]
fn a_stop_lasts_for_other_queries() {
    let state = searched(&in_view(), "t1", Trigger::Typing);
    let stopped = state
        .reduce(Action::PageFetchStarted)
        .reduce(Action::LoadingStopped);
    assert!(!stopped.needs_page());
    let other = searched(&stopped, "t2", Trigger::Typing);
    assert!(!other.needs_page() && !other.is_loading_rest());
    assert!(other.reduce(Action::LoadAll).needs_page());
    let more = stopped.reduce(Action::ShowMore(Trigger::Decision));
    assert!(more.needs_page() && !more.is_loading_rest());
}

#[test]
fn a_failed_page_ends_it() {
    let state = searched(&in_view(), "t1", Trigger::Typing).reduce(Action::PageFetchStarted);
    let failed = state.reduce(Action::FetchFailed(Error::http(404).of_page()));
    assert!(!failed.needs_page() && !failed.is_loading_rest() && !failed.is_complete());
    let retried = grown(&failed, 26, "2");
    assert!(retried.needs_page() && retried.is_loading_rest());
}

#[test]
fn a_feed_with_an_error_is_not_complete() {
    let state = loaded(25, "null");
    assert!(state.is_complete() && !State::new(settings(12)).is_complete());
    // Of a document that is cut off, only what has arrived is known.
    assert!(
        !state
            .reduce(Action::FetchFailed(Error::http(404)))
            .is_complete()
    );
}

#[test]
fn loaded_articles_are_shown_while_others_load_or_fail() {
    let state = searched(&in_view(), "t", Trigger::Typing).reduce(Action::PageFetchStarted);
    assert!(state.has_loaded_more() && !state.loads_on_scroll());
    let more = state.reduce(Action::ShowMore(Trigger::Decision));
    assert_eq!(more.shown().len(), 24);
    let infinite = state.reduce(Action::SettingsChanged(Settings {
        paging: Paging::Infinite,
        ..settings(12)
    }));
    assert!(infinite.loads_on_scroll());
    let failed = more.reduce(Action::FetchFailed(Error::http(404).of_page()));
    assert!(failed.has_loaded_more() && failed.failure().is_some());
    let all = failed.reduce(Action::ShowMore(Trigger::Decision));
    assert_eq!((all.shown().len(), all.has_loaded_more()), (25, false));
}

#[test]
fn a_list_that_is_empty_so_far_offers_the_rest() {
    let mut state = loaded(0, "2");
    assert!(!state.misses_rest(), "it is still loading");
    while state.needs_page() {
        state = grown(&state, 0, "2");
    }
    assert!(state.misses_rest() && !state.is_complete());
    assert!(state.reduce(Action::LoadAll).needs_page());
    assert!(!loaded(0, "null").misses_rest());
}

#[test]
fn a_query_from_the_address_loads_it() {
    let start = State::new(settings(12));
    let start = searched(&start, "t1", Trigger::Host).reduce(Action::FetchStarted);
    let state = start.reduce(Action::FeedLoaded(Rc::new(feed(25, "2"))));
    assert!(!state.needs_page() && state.is_loading_rest());
    let seen = state.reduce(Action::RestAllowed(true));
    assert!(seen.needs_page() && seen.is_loading_rest());
    // Once the feed was complete, the list may have left the view.
    let ended = grown(&seen, 26, "null");
    let reloaded = ended.reduce(Action::FeedLoaded(Rc::new(feed(25, "2"))));
    assert!(!reloaded.needs_page() && reloaded.is_loading_rest());
}

#[test]
fn large_feeds_are_not_indexed_for_each_page() {
    let state = searched(&fresh(2_000, "2"), "t1", Trigger::Decision);
    let state = grown(&state.reduce(Action::RestAllowed(true)), 2_010, "3");
    assert_eq!(state.searched(), 2_000);
    let (_, ended) = pages_loaded(state.clone());
    assert_eq!(ended.searched(), 2_029, "once at the limit");
    let mut blank = state;
    while blank.needs_page() {
        assert_eq!(blank.searched(), 2_000);
        blank = grown(&blank, 2_010, "2");
    }
    assert_eq!(
        blank.searched(),
        2_010,
        "once, when there seems to be nothing more"
    );
}
