mod paging;
mod preparing;
mod refreshing;

use super::*;
use article_cards_core::feed::Options;
use article_cards_core::feed::link::UrlStandard;
use article_cards_core::search::{Facet, PlainHost};

const URL: &str = "https://harbour.example/index.json";

fn feed(count: usize, next: &str) -> Feed {
    let articles: Vec<String> = (0..count)
        .map(|n| format!(r#"{{"id":"{n}","title":"T{n}"}}"#))
        .collect();
    let json = format!(r#"{{"value":[{}],"nextPage":{next}}}"#, articles.join(","));
    let mut feed = Feed::new(Options::default());
    feed.read(json.as_bytes(), Some(URL), &UrlStandard).unwrap();
    feed
}

fn settings(page_size: usize) -> Settings {
    thread_local! {
        static HOST: Rc<PlainHost> = Rc::default();
    }
    Settings {
        index: IndexOptions {
            facets: Facet::defaults(),
            with_unpublished: false,
            host: HOST.with(|host| Rc::clone(host) as Rc<_>),
        },
        only: None,
        page_size,
        paging: Paging::More,
    }
}

fn loaded(count: usize, next: &str) -> State {
    let state = fresh(count, next);
    while !state.index().unwrap().prepare(&QueryState::default(), 10) {}
    state
}

/// No word of it can be searched yet.
fn fresh(count: usize, next: &str) -> State {
    let feed = Rc::new(feed(count, next));
    State::new(settings(12))
        .after(Action::Asked)
        .after(Action::Loaded(feed))
}

#[test]
fn a_page_of_cards_at_a_time() {
    let state = loaded(30, "null");
    assert_eq!(
        (state.status(), state.shown().len(), state.has_more()),
        (Status::Ready, 12, true)
    );
    let state = state
        .after(Action::More(Cause::Decision))
        .after(Action::More(Cause::Decision));
    assert_eq!(
        (state.shown().len(), state.has_more(), state.needs_page()),
        (30, false, false)
    );
}

#[test]
fn the_next_page_is_asked_for_when_it_is_needed() {
    let state = loaded(25, "2");
    assert!(!state.needs_page());
    let state = state.after(Action::More(Cause::Decision));
    assert_eq!((state.shown().len(), state.needs_page()), (24, false));
    let state = state.after(Action::More(Cause::Decision));
    assert_eq!((state.shown().len(), state.needs_page()), (25, true));
    let state = state.after(Action::PageAsked);
    assert_eq!(
        (state.waiting(), state.needs_page()),
        (Some(Waiting::Page), false)
    );
    let state = state.after(Action::Grown(Rc::new(feed(50, "null"))));
    assert_eq!((state.shown().len(), state.needs_page()), (36, false));
}

#[test]
fn a_failed_page_leaves_what_is_shown_and_is_not_asked_for_again_by_itself() {
    let state = loaded(12, "2")
        .after(Action::More(Cause::Decision))
        .after(Action::PageAsked);
    let state = state.after(Action::Failed(Error::http(404)));
    assert_eq!((state.status(), state.shown().len()), (Status::Ready, 12));
    assert!(
        state
            .failure()
            .is_some_and(|(what, _)| what == Waiting::Page)
    );
    assert!(!state.needs_page() && state.has_more());
}

#[test]
fn a_failed_reload_leaves_what_is_shown() {
    let state = loaded(3, "null").after(Action::Asked);
    assert_eq!(state.status(), Status::Ready);
    let state = state.after(Action::Failed(Error::timeout(20)));
    assert_eq!((state.status(), state.shown().len()), (Status::Ready, 3));
    assert!(
        state
            .failure()
            .is_some_and(|(what, error)| what == Waiting::Feed && error.is_timeout())
    );
}

#[test]
fn a_failure_is_told_until_the_answer_to_another_try() {
    let failed = || Action::Failed(Error::http(404));
    let state = State::new(settings(12))
        .after(Action::Asked)
        .after(failed());
    let again = state.after(Action::Retried);
    assert_eq!(
        (again.status(), again.waiting(), again.failure().is_some()),
        (Status::Error, Some(Waiting::Feed), true)
    );
    let state = again.after(failed());
    assert_eq!((state.status(), state.waiting()), (Status::Error, None));
    let loaded = again.after(Action::Loaded(Rc::new(feed(3, "null"))));
    assert_eq!((loaded.status(), loaded.failure()), (Status::Ready, None));
    let other = again.after(Action::Asked);
    assert_eq!((other.status(), other.failure()), (Status::Loading, None));
}

#[test]
fn a_failure_above_articles_is_told_until_the_answer_as_well() {
    let state = loaded(3, "null")
        .after(Action::Asked)
        .after(Action::Failed(Error::http(404)))
        .after(Action::Retried);
    assert_eq!(
        (state.status(), state.failure().is_some()),
        (Status::Ready, true)
    );
}

#[test]
fn an_empty_page_whose_next_fails_is_an_error_until_that_one_is_there() {
    let state = loaded(0, "2")
        .after(Action::PageAsked)
        .after(Action::Failed(Error::http(404)));
    assert_eq!(state.status(), Status::Error);
    let again = state.after(Action::PageAsked);
    assert_eq!(
        (again.status(), again.waiting()),
        (Status::Error, Some(Waiting::Page))
    );
    let grown = again.after(Action::Grown(Rc::new(feed(3, "null"))));
    assert_eq!((grown.status(), grown.failure()), (Status::Ready, None));
}

#[test]
fn the_size_of_a_page_changes_what_is_shown() {
    let state = loaded(30, "2").after(Action::More(Cause::Decision));
    assert_eq!((state.shown().len(), state.needs_page()), (24, false));
    let state = state.after(Action::Set(settings(5)));
    assert_eq!((state.shown().len(), state.needs_page()), (10, false));
    let state = state.after(Action::Set(settings(20)));
    assert_eq!((state.shown().len(), state.needs_page()), (30, true));
}

#[test]
fn an_empty_page_leads_on_to_the_next() {
    let state = loaded(0, "2");
    assert_eq!(
        (state.status(), state.needs_page()),
        (Status::Loading, true)
    );
    assert_eq!(loaded(0, "null").status(), Status::Empty);
}

fn searched(state: &State, query: &str, cause: Cause) -> State {
    let query = QueryState {
        query: query.to_owned(),
        ..QueryState::default()
    };
    state.after(Action::Queried(query, cause))
}

#[test]
fn a_search_waits_for_the_reader_before_it_loads_pages() {
    let state = searched(&loaded(25, "2"), "t1", Cause::Typing);
    assert_eq!(
        (state.total(), state.shown().len(), state.covered()),
        (11, 11, 25)
    );
    assert!(!state.needs_page() && !state.is_gathering());
    let all = state.after(Action::All);
    assert!(all.needs_page() && all.is_gathering());
    let more = state.after(Action::More(Cause::Decision));
    assert!(more.needs_page() && !more.is_gathering());
    let grown = more
        .after(Action::PageAsked)
        .after(Action::Grown(Rc::new(feed(200, "3"))));
    assert_eq!(
        (grown.total(), grown.shown().len(), grown.needs_page()),
        (111, 24, false)
    );
}

#[test]
fn all_pages_are_loaded_until_the_end_or_until_the_reader_stops_it() {
    let all = loaded(25, "2").after(Action::All).after(Action::PageAsked);
    let grown = all.after(Action::Grown(Rc::new(feed(26, "3"))));
    // An index for each page would take quadratic time.
    assert_eq!((grown.covered(), grown.needs_page()), (25, true));
    let stopped = grown.after(Action::PageAsked).after(Action::Stopped);
    assert_eq!(
        (stopped.covered(), stopped.needs_page(), stopped.waiting()),
        (26, false, None)
    );
    let ended = grown
        .after(Action::PageAsked)
        .after(Action::Grown(Rc::new(feed(27, "null"))));
    assert_eq!((ended.covered(), ended.is_gathering()), (27, false));
}

#[test]
fn an_address_is_shown_in_full() {
    let start = searched(&State::new(settings(12)), "t1", Cause::Given);
    let state = start
        .after(Action::Asked)
        .after(Action::Loaded(Rc::new(feed(25, "2"))));
    assert!(state.needs_page() && state.is_gathering());
}

#[test]
fn an_address_with_a_page_is_loaded_that_far() {
    let third = QueryState {
        page: 3,
        ..QueryState::default()
    };
    let start = State::new(settings(12)).after(Action::Queried(third, Cause::Given));
    let state = start
        .after(Action::Asked)
        .after(Action::Loaded(Rc::new(feed(25, "2"))));
    assert_eq!((state.shown().len(), state.needs_page()), (25, true));
    let grown = state
        .after(Action::PageAsked)
        .after(Action::Grown(Rc::new(feed(50, "3"))));
    assert_eq!((grown.shown().len(), grown.needs_page()), (36, false));
}

#[test]
fn an_empty_result_offers_what_to_drop() {
    let mut query = QueryState {
        query: "t1".into(),
        ..QueryState::default()
    };
    query.filters.choose("topics", "Sea");
    let state = loaded(25, "null").after(Action::Queried(query, Cause::Decision));
    assert_eq!(state.status(), Status::Empty);
    let sea = Part::Value {
        field: "topics".into(),
        value: "Sea".into(),
        excluded: false,
    };
    assert_eq!(state.offers(), [(sea, 11)]);
}

#[test]
fn other_settings_keep_the_query() {
    let state = searched(&loaded(25, "null"), "t1", Cause::Typing);
    let only = QueryState::parse(
        "id=1&id=2",
        &article_cards_core::search::Fields::default().with_id(),
    )
    .0;
    let framed = state.after(Action::Set(Settings {
        only: Some(only),
        ..settings(12)
    }));
    assert_eq!((framed.total(), framed.covered()), (1, 2));
}

#[test]
fn another_feed_begins_at_its_top_and_nobody_decided_that() {
    let state = loaded(30, "null").after(Action::More(Cause::Decision));
    let mut other = Feed::new(Options::default());
    other
        .read(br#"[{"id":"other","title":"T"}]"#, Some(URL), &UrlStandard)
        .unwrap();
    let other = state.after(Action::Loaded(Rc::new(other)));
    assert_eq!((other.query().page, other.cause()), (1, Cause::Given));
    // The same one, read once more, stays where the reader is.
    let same = state.after(Action::Loaded(Rc::new(feed(31, "null"))));
    assert_eq!((same.query().page, same.shown().len()), (2, 24));
}

#[test]
fn a_page_that_mirrors_the_state_loads_nothing() {
    let state = searched(&loaded(25, "2"), "t1", Cause::Typing);
    let mirrored = searched(&state, "t1", Cause::Given);
    assert!(!mirrored.needs_page());
    assert_eq!(mirrored.cause(), Cause::Typing);
    // Not even while a page that the reader asked for is on its way.
    let waiting = state
        .after(Action::More(Cause::Decision))
        .after(Action::PageAsked);
    let mirrored = waiting.after(Action::Queried(waiting.query().clone(), Cause::Given));
    assert!(!mirrored.is_gathering());
}

#[test]
fn more_is_there_after_a_reload_that_failed() {
    let state = loaded(25, "2")
        .after(Action::More(Cause::Decision))
        .after(Action::Asked);
    let state = state
        .after(Action::Failed(Error::timeout(20)))
        .after(Action::More(Cause::Decision));
    assert!(state.needs_page());
}

#[test]
fn there_is_no_more_than_there_is() {
    let state = loaded(5, "null")
        .after(Action::More(Cause::Decision))
        .after(Action::More(Cause::Decision));
    assert_eq!(state.query().page, 1);
}

#[test]
fn what_is_stopped_stays_so_until_the_reader_wants_more() {
    let far = QueryState {
        page: 1_000,
        ..QueryState::default()
    };
    let state = loaded(25, "2").after(Action::Queried(far, Cause::Given));
    assert!(state.needs_page() && state.is_gathering());
    let stopped = state.after(Action::PageAsked).after(Action::Stopped);
    assert!(!stopped.needs_page() && !stopped.is_gathering());
    assert!(stopped.after(Action::More(Cause::Decision)).needs_page());
}

#[test]
fn pages_without_articles_come_to_an_end() {
    let mut state = loaded(0, "2");
    let mut asked = 0;
    while state.needs_page() {
        asked += 1;
        assert!(asked < 100, "it goes on for ever");
        state = state
            .after(Action::PageAsked)
            .after(Action::Grown(Rc::new(feed(0, "2"))));
    }
    assert_eq!(state.status(), Status::Empty);
}

#[test]
fn the_way_back_brings_as_many_cards() {
    let page = |query: &str, page| QueryState {
        query: query.into(),
        page,
        ..QueryState::default()
    };
    let state = loaded(25, "2").after(Action::Queried(page("t2", 3), Cause::Decision));
    let back = state.after(Action::Queried(page("t1", 3), Cause::Returned));
    assert!(back.needs_page());
}

#[test]
fn a_failed_page_does_not_outlive_its_query() {
    let state = loaded(25, "2").after(Action::All).after(Action::PageAsked);
    let failed = state.after(Action::Failed(Error::http(404)));
    assert!(failed.failure().is_some() && !failed.needs_page());
    let other = searched(&failed, "t2", Cause::Typing);
    assert!(other.failure().is_none());
}
