//! Paging.

use super::{URL, feed, loaded, searched, settings};
use std::rc::Rc;

use article_cards::store::*;
use article_cards_core::error::Error;
use article_cards_core::feed::Feed;
use article_cards_core::search::QueryState;
use article_cards_core::text::url::UrlStandard;

fn paged(paging: Paging, count: usize, next: &str) -> State {
    loaded(count, next).reduce(Action::SettingsChanged(Settings {
        paging,
        ..settings(12)
    }))
}

fn asked(state: &State, page: usize, cause: Trigger) -> State {
    let query = QueryState {
        page,
        ..state.query().clone()
    };
    state.reduce(Action::QueryReplaced(query, cause))
}

/// The numbers in the first and last title.
fn ends(state: &State) -> Vec<&str> {
    let shown = state.shown();
    let ends = [shown.first(), shown.last()];
    let titles = ends.into_iter().flatten().map(|it| it.title.as_str());
    titles.collect()
}

#[test]
fn one_page_replaces_another() {
    let state = paged(Paging::Pages, 30, "null");
    assert_eq!((state.page(), state.pages()), (1, 3));
    assert_eq!(ends(&state), ["T0", "T11"]);
    let third = asked(&state, 3, Trigger::Decision);
    assert_eq!(ends(&third), ["T24", "T29"]);
    assert!(!third.has_more() && third.reduce(Action::ShowMore(Trigger::Decision)).page() == 3);
    let back = asked(&third, 2, Trigger::Decision);
    assert_eq!((ends(&back), back.has_more()), (vec!["T12", "T23"], true));
}

#[test]
fn a_page_beyond_the_end_shows_the_last_and_is_kept() {
    let state = asked(&paged(Paging::Pages, 30, "null"), 9, Trigger::Host);
    assert_eq!((state.page(), state.query().page), (3, 9));
    assert_eq!(ends(&state), ["T24", "T29"]);
    let narrow = searched(&state, "t29", Trigger::Typing);
    assert_eq!((narrow.page(), narrow.pages()), (1, 1));
}

#[test]
fn the_page_after_the_last_loads_the_feed_s_next() {
    let state = asked(&paged(Paging::Pages, 24, "2"), 2, Trigger::Decision);
    assert!(state.has_more() && !state.needs_page());
    let waiting = state.reduce(Action::ShowMore(Trigger::Decision));
    assert!(waiting.needs_page());
    assert_eq!((waiting.page(), ends(&waiting)), (2, vec!["T12", "T23"]));
    let grown = waiting
        .reduce(Action::PageFetchStarted)
        .reduce(Action::PageLoaded(Rc::new(feed(40, "null"))));
    assert_eq!((grown.page(), ends(&grown)), (3, vec!["T24", "T35"]));
    assert!(!grown.needs_page());
}

#[test]
fn the_next_page_follows_the_one_that_is_shown() {
    let state =
        asked(&paged(Paging::Pages, 24, "2"), 9, Trigger::Host).reduce(Action::LoadingStopped);
    let next = state.reduce(Action::ShowMore(Trigger::Decision));
    assert_eq!((next.page(), next.query().page), (2, 3));
}

#[test]
fn an_address_with_a_page_loads_that_far_and_shows_only_it() {
    let state = asked(&paged(Paging::Pages, 25, "2"), 3, Trigger::Host);
    assert!(state.needs_page());
    let grown = state
        .reduce(Action::PageFetchStarted)
        .reduce(Action::PageLoaded(Rc::new(feed(50, "3"))));
    assert_eq!(ends(&grown), ["T24", "T35"]);
    assert!(!grown.needs_page());
}

#[test]
fn without_paging_there_is_one_page() {
    let state = paged(Paging::None, 30, "2");
    assert_eq!((state.shown().len(), state.has_more()), (12, false));
    let state = asked(
        &state.reduce(Action::ShowMore(Trigger::Host)),
        3,
        Trigger::Host,
    );
    assert_eq!((state.shown().len(), state.needs_page()), (12, false));
    // A feed of small pages fills it.
    assert!(paged(Paging::None, 5, "2").needs_page());
}

#[test]
fn five_pages_load_on_scroll_then_a_button_does() {
    let mut state = paged(Paging::Infinite, 300, "null");
    let scroll = |state: &State| {
        let mut state = state.clone();
        let mut times = 0;
        while state.loads_on_scroll() {
            state = state.reduce(Action::ShowMore(Trigger::Scrolled));
            times += 1;
        }
        (state, times)
    };
    let mut times;
    (state, times) = scroll(&state);
    assert_eq!(
        (times, state.shown().len(), state.has_more()),
        (5, 72, true)
    );
    state = state.reduce(Action::ShowMore(Trigger::Host));
    assert!(
        !state.loads_on_scroll(),
        "the page's own act is none of the reader's"
    );
    (state, times) = scroll(&state.reduce(Action::ShowMore(Trigger::Decision)));
    assert_eq!((times, state.shown().len()), (5, 156));
    (state, times) = scroll(&searched(&state, "t1", Trigger::Typing));
    assert_eq!((times, state.shown().len()), (5, 72));
    (state, times) = scroll(&paged(Paging::Infinite, 30, "null"));
    assert_eq!((times, state.has_more()), (2, false));
}

#[test]
fn scrolling_waits_for_pending_requests_and_stops_at_an_error() {
    let state = paged(Paging::Infinite, 12, "2");
    let waiting = state.reduce(Action::ShowMore(Trigger::Scrolled));
    assert!(waiting.needs_page() && !waiting.loads_on_scroll());
    let waiting = waiting.reduce(Action::PageFetchStarted);
    assert!(!waiting.loads_on_scroll());
    assert!(
        waiting
            .reduce(Action::PageLoaded(Rc::new(feed(30, "3"))))
            .loads_on_scroll()
    );
    assert!(
        !waiting
            .reduce(Action::FetchFailed(Error::http(404).of_page()))
            .loads_on_scroll()
    );
}

#[test]
fn scrolling_does_not_search_the_rest_of_the_feed() {
    let state = searched(&paged(Paging::Infinite, 25, "2"), "t1", Trigger::Typing);
    assert_eq!((state.shown().len(), state.has_more()), (11, true));
    assert!(!state.loads_on_scroll());
}

#[test]
fn the_trigger_of_show_more_is_kept() {
    for cause in [Trigger::Host, Trigger::Scrolled, Trigger::Decision] {
        let state = loaded(30, "null").reduce(Action::ShowMore(cause));
        assert_eq!((state.trigger(), state.query().page), (cause, 2));
    }
}

#[test]
fn another_feed_starts_at_its_first_page() {
    let state = asked(&paged(Paging::Pages, 30, "null"), 3, Trigger::Decision);
    let mut other = Feed::new(article_cards_core::feed::Options::default());
    let json = br#"[{"id":"other","title":"T"}]"#;
    other.read(json, Some(URL), &UrlStandard).unwrap();
    let other = state.reduce(Action::FeedLoaded(Rc::new(other)));
    assert_eq!((other.page(), other.query().page), (1, 1));
}
