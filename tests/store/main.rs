//! The reducer and selectors of the store, natively.
#![allow(missing_docs)]

mod paging;
mod refreshing;
mod rest;
mod search_engine;
mod skipping;
mod warm_up;

use std::rc::Rc;

use article_cards::store::*;
use article_cards_core::error::Error;
use article_cards_core::feed::Feed;
use article_cards_core::feed::Options;
use article_cards_core::search::{
    ActiveFilter, Correction, Facet, IndexOptions, PlainLocale, QueryState,
};
use article_cards_core::text::url::UrlStandard;

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

/// A state with the articles of a JSON list.
fn articles(json: &str) -> State {
    let mut feed = Feed::new(Options::default());
    feed.read(json.as_bytes(), Some(URL), &UrlStandard).unwrap();
    let state = State::new(settings(12))
        .reduce(Action::FetchStarted)
        .reduce(Action::FeedLoaded(Rc::new(feed)));
    while !state.index().unwrap().warm_up(&QueryState::default(), 10) {}
    state
}

fn settings(page_size: usize) -> Settings {
    thread_local! {
        static HOST: Rc<PlainLocale> = Rc::default();
    }
    Settings {
        index: IndexOptions {
            facets: Facet::defaults(),
            with_unpublished: false,
            locale: HOST.with(|host| Rc::clone(host) as Rc<_>),
        },
        only: None,
        only_loaded: false,
        page_size,
        paging: Paging::More,
        skip: 0,
        start: Rc::default(),
    }
}

fn loaded(count: usize, next: &str) -> State {
    let state = fresh(count, next);
    while !state.index().unwrap().warm_up(&QueryState::default(), 10) {}
    state
}

/// A state whose index is not warmed up.
fn fresh(count: usize, next: &str) -> State {
    let feed = Rc::new(feed(count, next));
    State::new(settings(12))
        .reduce(Action::FetchStarted)
        .reduce(Action::FeedLoaded(feed))
}

#[test]
fn cards_are_shown_page_by_page() {
    let state = loaded(30, "null");
    assert_eq!(
        (state.status(), state.shown().len(), state.has_more()),
        (Status::Ready, 12, true)
    );
    let state = state
        .reduce(Action::ShowMore(Trigger::Decision))
        .reduce(Action::ShowMore(Trigger::Decision));
    assert_eq!(
        (state.shown().len(), state.has_more(), state.needs_page()),
        (30, false, false)
    );
}

#[test]
fn the_next_page_is_loaded_when_needed() {
    let state = loaded(25, "2");
    assert!(!state.needs_page());
    let state = state.reduce(Action::ShowMore(Trigger::Decision));
    assert_eq!((state.shown().len(), state.needs_page()), (24, false));
    let state = state.reduce(Action::ShowMore(Trigger::Decision));
    assert_eq!((state.shown().len(), state.needs_page()), (25, true));
    let state = state.reduce(Action::PageFetchStarted);
    assert_eq!(
        (state.pending(), state.needs_page()),
        (Some(Pending::Page), false)
    );
    let state = state.reduce(Action::PageLoaded(Rc::new(feed(50, "null"))));
    assert_eq!((state.shown().len(), state.needs_page()), (36, false));
}

#[test]
fn a_failed_page_keeps_the_articles_and_is_not_retried() {
    let state = loaded(12, "2")
        .reduce(Action::ShowMore(Trigger::Decision))
        .reduce(Action::PageFetchStarted);
    let state = state.reduce(Action::FetchFailed(Error::http(404).of_page()));
    assert_eq!((state.status(), state.shown().len()), (Status::Ready, 12));
    assert!(
        state
            .failure()
            .is_some_and(|(what, _)| what == Pending::Page)
    );
    assert!(!state.needs_page() && state.has_more());
}

#[test]
fn a_failed_reload_keeps_the_articles() {
    let state = loaded(3, "null").reduce(Action::FetchStarted);
    assert_eq!(state.status(), Status::Ready);
    let state = state.reduce(Action::FetchFailed(Error::timeout(20)));
    assert_eq!((state.status(), state.shown().len()), (Status::Ready, 3));
    assert!(
        state
            .failure()
            .is_some_and(|(what, error)| what == Pending::Feed && error.is_timeout())
    );
}

#[test]
fn an_error_stays_until_the_retry_ends() {
    let failed = || Action::FetchFailed(Error::http(404));
    let state = State::new(settings(12))
        .reduce(Action::FetchStarted)
        .reduce(failed());
    let again = state.reduce(Action::RefetchStarted);
    assert_eq!(
        (again.status(), again.pending(), again.failure().is_some()),
        (Status::Error, Some(Pending::Feed), true)
    );
    let state = again.reduce(failed());
    assert_eq!((state.status(), state.pending()), (Status::Error, None));
    let loaded = again.reduce(Action::FeedLoaded(Rc::new(feed(3, "null"))));
    assert_eq!((loaded.status(), loaded.failure()), (Status::Ready, None));
    let other = again.reduce(Action::FetchStarted);
    assert_eq!((other.status(), other.failure()), (Status::Loading, None));
}

#[test]
fn an_error_above_articles_stays_until_the_retry_ends() {
    let state = loaded(3, "null")
        .reduce(Action::FetchStarted)
        .reduce(Action::FetchFailed(Error::http(404)))
        .reduce(Action::RefetchStarted);
    assert_eq!(
        (state.status(), state.failure().is_some()),
        (Status::Ready, true)
    );
}

#[test]
fn an_empty_page_whose_next_page_fails_is_an_error() {
    let state = loaded(0, "2")
        .reduce(Action::PageFetchStarted)
        .reduce(Action::FetchFailed(Error::http(404)));
    assert_eq!(state.status(), Status::Error);
    let again = state.reduce(Action::PageFetchStarted);
    assert_eq!(
        (again.status(), again.pending()),
        (Status::Error, Some(Pending::Page))
    );
    let grown = again.reduce(Action::PageLoaded(Rc::new(feed(3, "null"))));
    assert_eq!((grown.status(), grown.failure()), (Status::Ready, None));
}

#[test]
fn the_page_size_changes_the_shown_articles() {
    let state = loaded(30, "2").reduce(Action::ShowMore(Trigger::Decision));
    assert_eq!((state.shown().len(), state.needs_page()), (24, false));
    let state = state.reduce(Action::SettingsChanged(settings(5)));
    assert_eq!((state.shown().len(), state.needs_page()), (10, false));
    let state = state.reduce(Action::SettingsChanged(settings(20)));
    assert_eq!((state.shown().len(), state.needs_page()), (30, true));
}

#[test]
fn an_empty_page_loads_the_next() {
    let state = loaded(0, "2");
    assert_eq!(
        (state.status(), state.needs_page()),
        (Status::Loading, true)
    );
    assert_eq!(loaded(0, "null").status(), Status::Empty);
}

fn searched(state: &State, query: &str, cause: Trigger) -> State {
    let query = QueryState {
        query: query.to_owned(),
        ..QueryState::default()
    };
    state.reduce(Action::QueryReplaced(query, cause))
}

#[test]
fn a_search_out_of_view_loads_no_pages() {
    let hidden = loaded(25, "2").reduce(Action::RestAllowed(false));
    let state = searched(&hidden, "t1", Trigger::Typing);
    assert_eq!(
        (state.total(), state.shown().len(), state.searched()),
        (11, 11, 25)
    );
    assert!(!state.needs_page() && !state.is_loading_rest());
    let all = state.reduce(Action::LoadAll);
    assert!(all.needs_page() && all.is_loading_rest());
    let more = state.reduce(Action::ShowMore(Trigger::Decision));
    assert!(more.needs_page() && !more.is_loading_rest());
    let grown = more
        .reduce(Action::PageFetchStarted)
        .reduce(Action::PageLoaded(Rc::new(feed(200, "3"))));
    assert_eq!(
        (grown.total(), grown.shown().len(), grown.needs_page()),
        (111, 24, false)
    );
}

#[test]
fn all_pages_are_loaded_until_the_end_or_a_stop() {
    let all = loaded(25, "2")
        .reduce(Action::LoadAll)
        .reduce(Action::PageFetchStarted);
    let grown = all.reduce(Action::PageLoaded(Rc::new(feed(26, "3"))));
    // An index for each page would take quadratic time.
    assert_eq!((grown.searched(), grown.needs_page()), (25, true));
    let stopped = grown
        .reduce(Action::PageFetchStarted)
        .reduce(Action::LoadingStopped);
    assert_eq!(
        (stopped.searched(), stopped.needs_page(), stopped.pending()),
        (26, false, None)
    );
    let ended = grown
        .reduce(Action::PageFetchStarted)
        .reduce(Action::PageLoaded(Rc::new(feed(27, "null"))));
    assert_eq!((ended.searched(), ended.is_loading_rest()), (27, false));
}

#[test]
fn an_address_with_a_page_loads_that_far() {
    let third = QueryState {
        page: 3,
        ..QueryState::default()
    };
    let start = State::new(settings(12)).reduce(Action::QueryReplaced(third, Trigger::Host));
    let state = start
        .reduce(Action::FetchStarted)
        .reduce(Action::FeedLoaded(Rc::new(feed(25, "2"))));
    assert_eq!((state.shown().len(), state.needs_page()), (25, true));
    let grown = state
        .reduce(Action::PageFetchStarted)
        .reduce(Action::PageLoaded(Rc::new(feed(50, "3"))));
    assert_eq!((grown.shown().len(), grown.needs_page()), (36, false));
}

#[test]
fn an_empty_result_has_relaxations() {
    let mut query = QueryState {
        query: "t1".into(),
        ..QueryState::default()
    };
    query.filters.select("topics", "Sea");
    let state = loaded(25, "null").reduce(Action::QueryReplaced(query, Trigger::Decision));
    assert_eq!(state.status(), Status::Empty);
    let sea = ActiveFilter::Value {
        field: "topics".into(),
        value: "Sea".into(),
        excluded: false,
    };
    assert_eq!(state.relaxations(), [(sea, 11)]);
}

#[test]
fn an_empty_result_offers_to_drop_single_words() {
    let state = searched(&loaded(25, "null"), "t1 zzzz \"t2 t3\"", Trigger::Typing);
    assert_eq!(state.status(), Status::Empty);
    assert_eq!(state.relaxations(), [(ActiveFilter::Query, 25)]);
    let state = searched(&loaded(25, "null"), "t1 zzzz", Trigger::Typing);
    let words = |text: &str| ActiveFilter::Words(text.to_owned());
    let relaxations = [(words("zzzz"), 11), (ActiveFilter::Query, 25)];
    assert_eq!(state.relaxations(), relaxations);
    assert_eq!(state.query().without(&words("zzzz")).query, "t1");
    assert_eq!(state.query().without(&words("t1")).query, "zzzz");
}

#[test]
fn words_that_no_article_has_are_named() {
    let state = searched(&loaded(25, "null"), "t1", Trigger::Typing);
    assert!(state.corrections().is_empty());
    let feed = articles(
        r#"[{"id": "1", "title": "The portals"}, {"id": "2", "title": "Ports and portals"}, {"id": "3", "title": "Power apps"}]"#,
    );
    let corrections = |text: &str| {
        let state = searched(&feed, text, Trigger::Typing);
        let named = |it: &Correction| format!("{} → {}", it.word, it.found.join(", "));
        state.corrections().iter().map(named).collect::<Vec<_>>()
    };
    // The most frequent first.
    assert_eq!(corrections("Portls"), ["portls → portals, ports"]);
    assert_eq!(corrections("powerapps"), ["powerapps → power apps"]);
    assert!(corrections("portls zzzzzz").is_empty(), "nothing is shown");
    assert!(corrections("\"portls\"").is_empty());
    assert!(corrections("the -portls").is_empty());
    // Another page may have the word.
    let search = |next: &str| searched(&loaded(25, next), "t104", Trigger::Typing);
    assert_eq!(search("null").corrections()[0].found, ["t10", "t14"]);
    assert!(search("\"2\"").corrections().is_empty());
    assert!(search("\"2\"").total() > 0);
}

#[test]
fn values_that_every_article_has_are_not_offered() {
    let state = articles(
        r#"[{"id": "1", "title": "T wind", "type": "video", "topics": ["Sea", "Wind"], "provider": {"name": "Tern"}},
            {"id": "2", "title": "T", "type": "video", "topics": ["sea"], "provider": {"name": "Gull"}}]"#,
    );
    let offered = |state: &State| {
        let facets = state.offered_facets().iter();
        let values = facets.flat_map(|facet| facet.values.iter());
        values.map(|it| it.value.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(offered(&state), ["Wind", "Gull", "Tern"]);
    assert!(state.has_several() && state.has_useful_facets());
    // What a script or an address selects can be dropped.
    let mut query = QueryState::default();
    query.filters.select("type", "video");
    let selected = state.reduce(Action::QueryReplaced(query, Trigger::Decision));
    assert_eq!(offered(&selected), ["Wind", "Gull", "Tern", "video"]);
    // A value that only the current articles share stays.
    let found = searched(&state, "wind", Trigger::Typing);
    assert_eq!(offered(&found), ["Wind", "Tern"]);
    // It is the same for a list that starts with a search.
    let start = searched(&State::new(settings(12)), "wind", Trigger::Host);
    let same = Rc::clone(state.feed().unwrap());
    let start = start
        .reduce(Action::FetchStarted)
        .reduce(Action::FeedLoaded(same));
    assert_eq!(offered(&start), ["Wind", "Tern"]);
    assert_eq!(
        offered(&searched(&start, "", Trigger::Typing)),
        ["Wind", "Gull", "Tern"]
    );

    let alone = articles(r#"[{"id": "1", "title": "T wind", "type": "video", "topics": ["Sea"]}]"#);
    assert!(!alone.has_several() && !alone.has_useful_facets());
    // Another page may have articles without a value.
    let partial = State::new(settings(12))
        .reduce(Action::FetchStarted)
        .reduce(Action::FeedLoaded(Rc::new(feed(1, "\"2\""))));
    assert!(partial.has_several());
}

#[test]
fn reversed_ranges_are_not_applied() {
    let state = loaded(25, "null");
    let fields = article_cards_core::search::FilterableFields::default();
    for (text, total) in [
        ("from=2021-06-20&to=2021-06-10", 25),
        ("quality=50..10", 25),
        ("quality=10..50", 0),
    ] {
        let query = QueryState::parse(text, &fields).0;
        let state = state.reduce(Action::QueryReplaced(query.clone(), Trigger::Decision));
        assert_eq!((state.total(), state.query()), (total, &query), "{text}");
        assert_eq!(state.is_narrowed(), total == 0);
    }
}

#[test]
fn changed_settings_keep_the_query() {
    let state = searched(&loaded(25, "null"), "t1", Trigger::Typing);
    let only = QueryState::parse(
        "id=1&id=2",
        &article_cards_core::search::FilterableFields::default().with_id(),
    )
    .0;
    let framed = state.reduce(Action::SettingsChanged(Settings {
        only: Some(only),
        ..settings(12)
    }));
    assert_eq!((framed.total(), framed.searched()), (1, 2));
}

#[test]
fn another_feed_starts_at_its_top_without_a_decision() {
    let state = loaded(30, "null").reduce(Action::ShowMore(Trigger::Decision));
    let mut other = Feed::new(Options::default());
    other
        .read(br#"[{"id":"other","title":"T"}]"#, Some(URL), &UrlStandard)
        .unwrap();
    let other = state.reduce(Action::FeedLoaded(Rc::new(other)));
    assert_eq!((other.query().page, other.trigger()), (1, Trigger::Host));
    // The same one, read once more, stays where the reader is.
    let same = state.reduce(Action::FeedLoaded(Rc::new(feed(31, "null"))));
    assert_eq!((same.query().page, same.shown().len()), (2, 24));
}

#[test]
fn a_host_that_mirrors_the_state_loads_nothing() {
    let hidden = loaded(25, "2").reduce(Action::RestAllowed(false));
    let state = searched(&hidden, "t1", Trigger::Typing);
    let mirrored = searched(&state, "t1", Trigger::Host);
    assert!(!mirrored.needs_page());
    assert_eq!(mirrored.trigger(), Trigger::Typing);
    // Not even while a page that the reader asked for is on its way.
    let waiting = state
        .reduce(Action::ShowMore(Trigger::Decision))
        .reduce(Action::PageFetchStarted);
    let mirrored = waiting.reduce(Action::QueryReplaced(
        waiting.query().clone(),
        Trigger::Host,
    ));
    assert!(!mirrored.is_loading_rest());
}

#[test]
fn show_more_works_after_a_failed_reload() {
    let state = loaded(25, "2")
        .reduce(Action::ShowMore(Trigger::Decision))
        .reduce(Action::FetchStarted);
    let state = state
        .reduce(Action::FetchFailed(Error::timeout(20)))
        .reduce(Action::ShowMore(Trigger::Decision));
    assert!(state.needs_page());
}

#[test]
fn show_more_does_nothing_at_the_end() {
    let state = loaded(5, "null")
        .reduce(Action::ShowMore(Trigger::Decision))
        .reduce(Action::ShowMore(Trigger::Decision));
    assert_eq!(state.query().page, 1);
}

#[test]
fn a_stop_lasts_until_show_more() {
    let far = QueryState {
        page: 1_000,
        ..QueryState::default()
    };
    let state = loaded(25, "2").reduce(Action::QueryReplaced(far, Trigger::Host));
    assert!(state.needs_page() && state.is_loading_rest());
    let stopped = state
        .reduce(Action::PageFetchStarted)
        .reduce(Action::LoadingStopped);
    assert!(!stopped.needs_page() && !stopped.is_loading_rest());
    assert!(
        stopped
            .reduce(Action::ShowMore(Trigger::Decision))
            .needs_page()
    );
}

#[test]
fn loading_stops_after_many_blank_pages() {
    let mut state = loaded(0, "2");
    let mut asked = 0;
    while state.needs_page() {
        asked += 1;
        assert!(asked < 100, "it goes on for ever");
        state = state
            .reduce(Action::PageFetchStarted)
            .reduce(Action::PageLoaded(Rc::new(feed(0, "2"))));
    }
    assert_eq!(state.status(), Status::Empty);
}

#[test]
fn going_back_shows_as_many_cards() {
    let page = |query: &str, page| QueryState {
        query: query.into(),
        page,
        ..QueryState::default()
    };
    let state = loaded(25, "2").reduce(Action::QueryReplaced(page("t2", 3), Trigger::Decision));
    let back = state.reduce(Action::QueryReplaced(page("t1", 3), Trigger::History));
    assert!(back.needs_page());
}

#[test]
fn a_page_error_ends_with_its_query() {
    let state = loaded(25, "2")
        .reduce(Action::LoadAll)
        .reduce(Action::PageFetchStarted);
    let failed = state.reduce(Action::FetchFailed(Error::http(404).of_page()));
    assert!(failed.failure().is_some() && !failed.needs_page());
    let other = searched(&failed, "t2", Trigger::Typing);
    assert!(other.failure().is_none());
}
