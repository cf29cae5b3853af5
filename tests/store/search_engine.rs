//! Lists whose queries a search engine answers.

use article_cards::search_engine::SearchAnswer;
use article_cards_core::model::Published;
use article_cards_core::search::{FacetCounts, SortKey, ValueCount};

use super::*;

/// The articles at these places of a result, each an hour older than the one before.
fn page(places: std::ops::Range<usize>) -> Feed {
    let articles = places.map(|n| {
        format!(
            r#"{{"id":"{n}","title":"Tide {n}","publishedDateTime":"2024-01-{:02}T{:02}:00:00Z"}}"#,
            28 - n / 24,
            23 - n % 24
        )
    });
    let articles: Vec<String> = articles.collect();
    let mut feed = Feed::new(Options::default());
    let json = format!("[{}]", articles.join(","));
    feed.read(json.as_bytes(), Some(URL), &UrlStandard).unwrap();
    feed
}

fn topics(values: &[(&str, usize)]) -> Vec<FacetCounts> {
    let value = |(name, count): &(&str, usize)| ValueCount {
        value: (*name).into(),
        count: *count,
        selected: false,
        excluded: false,
    };
    vec![FacetCounts {
        field: "topics".into(),
        values: values.iter().map(value).collect(),
    }]
}

/// Answers the next request from a result of `total` articles.
fn answer(state: &State, total: usize) -> State {
    let request = state.engine_request().expect("a request");
    let start = (request.page - 1) * request.page_size;
    let answer = SearchAnswer {
        total,
        feed: page(start.min(total)..(start + request.page_size).min(total)),
        facets: topics(&[("Sea", total), ("Wind", total / 2)]),
        marks: Vec::new(),
    };
    state.reduce(Action::EngineAnswered(Box::new(EngineAnswer {
        request,
        answer,
        took_ms: 1.0,
    })))
}

fn fail(state: &State) -> State {
    let request = state.engine_request().expect("a request");
    let error = Error::engine("all nodes are down");
    state.reduce(Action::EngineFailed(EngineFailure { request, error }))
}

fn connected(settings: Settings) -> State {
    State::new(settings).reduce(Action::EngineConnected)
}

fn search(state: &State, text: &str) -> State {
    let query = QueryState {
        query: text.into(),
        ..QueryState::default()
    };
    state.reduce(Action::QueryReplaced(query, Trigger::Typing))
}

fn ids(state: &State) -> Vec<&str> {
    state.shown().iter().map(|it| it.id.as_str()).collect()
}

#[test]
fn the_first_page_is_requested_and_shown() {
    let state = connected(settings(3));
    assert_eq!(state.status(), Status::Loading);
    assert_eq!(state.pending(), Some(Pending::Feed));
    let request = state.engine_request().unwrap();
    assert_eq!((request.page, request.page_size), (1, 3));
    let state = answer(&state, 10);
    assert_eq!(state.status(), Status::Ready);
    assert_eq!((state.pending(), state.total()), (None, 10));
    assert_eq!(ids(&state), ["0", "1", "2"]);
    assert!(state.has_more() && !state.has_loaded_more());
    // Nothing else is asked: the default query has told what the list has.
    assert_eq!(state.engine_request(), None);
    assert_eq!(state.searched(), 10);
    // A value that every article has narrows nothing.
    let offered = &state.offered_facets()[0].values;
    assert_eq!(offered.len(), 1);
    assert_eq!(&*offered[0].value, "Wind");
}

#[test]
fn more_articles_are_appended_page_by_page() {
    let state = answer(&connected(settings(3)), 8);
    let state = state.reduce(Action::ShowMore(Trigger::More));
    assert_eq!(state.pending(), Some(Pending::Page));
    assert_eq!(ids(&state).len(), 3);
    let request = state.engine_request().unwrap();
    assert_eq!((request.page, request.page_size), (2, 3));
    let state = answer(&state, 8);
    assert_eq!(ids(&state), ["0", "1", "2", "3", "4", "5"]);
    let state = answer(&state.reduce(Action::ShowMore(Trigger::More)), 8);
    assert_eq!(ids(&state).len(), 8);
    assert!(!state.has_more());
    assert_eq!(state.engine_request(), None);
}

#[test]
fn an_article_that_comes_again_on_the_next_page_is_shown_once() {
    let state = answer(&connected(settings(3)), 9);
    let state = state.reduce(Action::ShowMore(Trigger::More));
    let request = state.engine_request().unwrap();
    // One was added at the top meanwhile.
    let answer = SearchAnswer {
        total: 10,
        feed: page(2..5),
        ..SearchAnswer::default()
    };
    let state = state.reduce(Action::EngineAnswered(Box::new(EngineAnswer {
        request,
        answer,
        took_ms: 1.0,
    })));
    assert_eq!(ids(&state), ["0", "1", "2", "3", "4"]);
    assert!(state.has_more());
}

#[test]
fn pages_replace_each_other() {
    let pages = Settings {
        paging: Paging::Pages,
        ..settings(3)
    };
    let state = answer(&connected(pages), 8);
    let state = state.reduce(Action::QueryChanged(
        Box::new(|query| query.page = 3),
        Trigger::Decision,
    ));
    assert_eq!(ids(&state), ["0", "1", "2"]);
    let state = answer(&state, 8);
    assert_eq!(ids(&state), ["6", "7"]);
    assert_eq!((state.page(), state.pages()), (3, 3));
}

#[test]
fn a_page_that_does_not_exist_is_the_last_one() {
    let pages = Settings {
        paging: Paging::Pages,
        ..settings(3)
    };
    let query = QueryState {
        page: 40,
        ..QueryState::default()
    };
    let state = connected(pages).reduce(Action::QueryReplaced(query, Trigger::History));
    let state = answer(&state, 8);
    let state = answer(&state, 8);
    assert_eq!((state.page(), ids(&state)), (3, vec!["6", "7"]));
    // The overview.
    assert_eq!(state.engine_request(), None);
}

#[test]
fn several_pages_of_cards_are_requested_at_once_and_not_too_many() {
    let query = |page| QueryState {
        page,
        ..QueryState::default()
    };
    let back =
        |page| connected(settings(3)).reduce(Action::QueryReplaced(query(page), Trigger::History));
    let state = back(4);
    let request = state.engine_request().unwrap();
    assert_eq!((request.page, request.page_size), (1, 12));
    let state = answer(&state, 100);
    assert_eq!((ids(&state).len(), state.query().page), (12, 4));
    let state = answer(&state.reduce(Action::ShowMore(Trigger::More)), 100);
    assert_eq!(ids(&state).len(), 15);
    // The address of a malicious page.
    let state = back(usize::MAX);
    assert_eq!(state.engine_request().unwrap().page_size, 498);
    let state = answer(&state, 600);
    assert_eq!(state.query().page, 166);
    assert_eq!(state.engine_request(), None);
}

#[test]
fn skipped_articles_are_left_out() {
    let skip = Settings {
        skip: 4,
        ..settings(3)
    };
    let state = connected(skip);
    assert_eq!(state.engine_request().unwrap().page_size, 9);
    let state = answer(&state, 10);
    assert_eq!(ids(&state), ["4", "5", "6"]);
    let state = state.reduce(Action::ShowMore(Trigger::More));
    let state = match state.engine_request() {
        Some(_) => answer(&state, 10),
        None => state,
    };
    assert_eq!(ids(&state), ["4", "5", "6", "7", "8", "9"]);
    // Another query shows everything.
    let state = answer(&search(&state, "tide"), 10);
    assert_eq!(ids(&state), ["0", "1", "2"]);
}

#[test]
fn the_old_results_stay_until_the_new_ones_are_there() {
    let state = answer(&connected(settings(3)), 10);
    let typing = search(&state, "ti");
    assert!(typing.is_stale() && typing.is_waiting());
    assert_eq!(ids(&typing), ["0", "1", "2"]);
    // Spaces around the text change nothing.
    let first = typing.engine_request().unwrap();
    let spaces = search(&typing, " ti ");
    assert_eq!(spaces.engine_request().unwrap(), first);
    // An answer to an older request is dropped.
    let newer = search(&typing, "tide");
    let late = newer.reduce(Action::EngineAnswered(Box::new(EngineAnswer {
        request: first,
        answer: SearchAnswer {
            total: 1,
            ..SearchAnswer::default()
        },
        took_ms: 1.0,
    })));
    assert_eq!((late.total(), late.is_stale()), (10, true));
    let state = answer(&late, 2);
    assert_eq!((state.total(), state.is_stale()), (2, false));
    assert_eq!(ids(&state), ["0", "1"]);
    assert_eq!(state.searched(), 10);
}

#[test]
fn a_failure_leaves_what_is_shown_and_can_be_retried() {
    let state = answer(&connected(settings(3)), 10);
    let failed = fail(&search(&state, "tide"));
    assert_eq!(failed.status(), Status::Ready);
    assert_eq!(failed.failure().map(|(what, _)| what), Some(Pending::Feed));
    assert_eq!(ids(&failed), ["0", "1", "2"]);
    assert!(!failed.is_waiting() && failed.pending().is_none());
    assert_eq!(failed.engine_request(), None);
    let again = failed.reduce(Action::EngineRetried);
    assert!(again.failure().is_none() && again.is_waiting());
    assert_eq!(answer(&again, 2).total(), 2);
    // Typing on asks again as well.
    assert!(search(&failed, "tides").engine_request().is_some());

    let more = fail(&state.reduce(Action::ShowMore(Trigger::More)));
    assert_eq!(more.failure().map(|(what, _)| what), Some(Pending::Page));
    assert_eq!(ids(&more), ["0", "1", "2"]);
    let more = answer(&more.reduce(Action::EngineRetried), 10);
    assert_eq!(ids(&more).len(), 6);

    let nothing = fail(&connected(settings(3)));
    assert_eq!(nothing.status(), Status::Error);
    assert_eq!(answer(&nothing.reduce(Action::EngineRetried), 4).total(), 4);
}

#[test]
fn a_list_that_starts_with_a_query_asks_what_there_is_without_it() {
    let state = search(&connected(settings(3)), "tide");
    let state = answer(&state, 2);
    assert_eq!(state.pending(), None);
    let request = state.engine_request().unwrap();
    assert_eq!(request.purpose, Purpose::Overview);
    assert_eq!(
        (&request.query, request.page_size),
        (&QueryState::default(), 1)
    );
    assert_eq!(answer(&state, 50).searched(), 50);
    // Without an answer nothing is missing.
    let unknown = fail(&state);
    assert_eq!(unknown.engine_request(), None);
    assert!(unknown.failure().is_none() && unknown.has_several());
}

#[test]
fn an_empty_result_counts_what_dropping_each_filter_brings_back() {
    let state = answer(&connected(settings(3)), 10);
    let mut query = QueryState {
        query: "low tide".into(),
        ..QueryState::default()
    };
    query.filters.select("topics", "Sea");
    let state = state.reduce(Action::QueryReplaced(query, Trigger::Decision));
    let mut state = answer(&state, 0);
    assert_eq!(state.status(), Status::Empty);
    for total in [0, 3, 0, 7] {
        assert_eq!(state.pending(), None);
        assert_eq!(state.engine_request().unwrap().purpose, Purpose::Relaxation);
        state = answer(&state, total);
    }
    assert_eq!(state.engine_request(), None);
    let words = ActiveFilter::Words("tide".into());
    let value = ActiveFilter::Value {
        field: "topics".into(),
        value: "Sea".into(),
        excluded: false,
    };
    assert_eq!(state.relaxations(), [(words, 3), (value, 7)]);
}

#[test]
fn selected_values_are_counted_even_if_the_engine_leaves_them_out() {
    let mut query = QueryState::default();
    query.filters.select("topics", "sea");
    query.filters.select("topics", "Reefs");
    query.filters.exclude("topics", "Sand");
    let state = connected(settings(3)).reduce(Action::QueryReplaced(query, Trigger::Decision));
    let state = answer(&state, 10);
    let values = &state.facets()[0].values;
    let found: Vec<(&str, usize, bool, bool)> = values
        .iter()
        .map(|it| (&*it.value, it.count, it.selected, it.excluded))
        .collect();
    let expected = [
        ("Sea", 10, true, false),
        ("Wind", 5, false, false),
        ("Reefs", 0, true, false),
        ("Sand", 0, false, true),
    ];
    assert_eq!(found, expected);
}

#[test]
fn newer_articles_are_offered() {
    let state = answer(&connected(settings(3)), 10);
    let refresh = state.reduce(Action::EngineRefreshed);
    let request = refresh.engine_request().unwrap();
    assert_eq!(request.purpose, Purpose::Refresh);
    assert_eq!(request.query.sort, [SortKey::NEWEST]);
    assert_eq!(refresh.pending(), None);
    assert_eq!(answer(&refresh, 10).offered(), 0);

    let mut newer = page(0..2);
    let mut feed = Feed::new(Options::default());
    let json = br#"[{"id":"new","title":"New","publishedDateTime":"2024-02-01T00:00:00Z"}]"#;
    feed.read(json, Some(URL), &UrlStandard).unwrap();
    feed.extend(&newer);
    std::mem::swap(&mut newer, &mut feed);
    let offered = refresh.reduce(Action::EngineAnswered(Box::new(EngineAnswer {
        request,
        answer: SearchAnswer {
            total: 11,
            feed: newer,
            ..SearchAnswer::default()
        },
        took_ms: 1.0,
    })));
    assert_eq!((offered.offered(), ids(&offered).len()), (1, 3));
    let accepted = offered.reduce(Action::RefreshAccepted);
    assert_eq!(
        (accepted.offered(), accepted.pending()),
        (0, Some(Pending::Feed))
    );
    assert_eq!(answer(&accepted, 11).total(), 11);
}

#[test]
fn changed_settings_ask_again() {
    let state = answer(&connected(settings(3)), 10);
    let only = QueryState {
        query: "sea".into(),
        ..QueryState::default()
    };
    let changed = state.reduce(Action::SettingsChanged(Settings {
        only: Some(only),
        ..settings(3)
    }));
    assert!(changed.engine_request().is_some() && changed.is_stale());
    assert_eq!(ids(&changed), ["0", "1", "2"]);
    let same = state.reduce(Action::SettingsChanged(settings(3)));
    assert_eq!(same.engine_request(), None);
    let larger = state.reduce(Action::SettingsChanged(settings(5)));
    assert_eq!(larger.engine_request().unwrap().page_size, 5);
}

#[test]
fn a_feed_replaces_an_engine_and_an_engine_a_feed() {
    let state = answer(&connected(settings(3)), 10);
    let feed = Rc::new(feed(4, "null"));
    let local = state.reduce(Action::FetchStarted);
    assert!(!local.is_remote() && local.shown().is_empty());
    let local = local.reduce(Action::FeedLoaded(Rc::clone(&feed)));
    assert_eq!((local.total(), local.is_remote()), (4, false));
    let given = state.reduce(Action::FeedLoaded(feed));
    assert_eq!((given.total(), given.is_remote()), (4, false));
    let remote = local.reduce(Action::EngineConnected);
    assert_eq!((remote.status(), remote.total()), (Status::Loading, 0));
    let gone = state.reduce(Action::FeedRemoved);
    assert_eq!((gone.status(), gone.is_remote()), (Status::Idle, false));
}

#[test]
fn what_the_engine_has_marked_is_marked() {
    let state = search(&connected(settings(3)), "tide");
    let request = state.engine_request().unwrap();
    let state = state.reduce(Action::EngineAnswered(Box::new(EngineAnswer {
        request,
        answer: SearchAnswer {
            total: 3,
            feed: page(0..3),
            marks: vec![("Tide 1".into(), vec![0..2, 5..6])],
            ..SearchAnswer::default()
        },
        took_ms: 1.0,
    })));
    let highlighter = state.highlighter().unwrap();
    assert_eq!(highlighter.marks("Tide 1"), [0..2, 5..6]);
    assert_eq!(highlighter.marks("Tide 2, tide"), [0..4, 8..12]);
    let published = state.shown()[0].published_at;
    assert!(matches!(published, Some(Published::At(_))));
}

#[test]
fn a_failure_after_an_empty_result_is_an_error() {
    let state = answer(&connected(settings(3)), 10);
    let empty = answer(&search(&state, "zzz"), 0);
    assert_eq!(empty.status(), Status::Empty);
    // Nothing is claimed of a query that is not answered.
    let asking = search(&empty, "sea");
    assert_eq!(asking.status(), Status::Loading);
    let failed = fail(&asking);
    assert_eq!(failed.status(), Status::Error);
    assert_eq!(
        answer(&failed.reduce(Action::EngineRetried), 4).status(),
        Status::Ready
    );
}

#[test]
fn chosen_values_are_selected_before_the_answer() {
    let state = answer(&connected(settings(3)), 10);
    let choose = |query: &mut QueryState| query.filters.select("topics", "Wind");
    let chosen = state.reduce(Action::QueryChanged(Box::new(choose), Trigger::Decision));
    let is_selected = |state: &State| state.facets()[0].values[1].selected;
    assert!(chosen.is_stale() && is_selected(&chosen));
    assert!(chosen.offered_facets()[0].values[0].selected);
    let drop = |query: &mut QueryState| query.filters.drop_value("topics", "Wind");
    let dropped = chosen.reduce(Action::QueryChanged(Box::new(drop), Trigger::Decision));
    assert!(!is_selected(&dropped));
}

#[test]
fn a_late_failure_does_not_concern_a_newer_query() {
    let state = answer(&connected(settings(3)), 10);
    let older = search(&state, "ti");
    let request = older.engine_request().unwrap();
    let newer = search(&older, "tide");
    let error = Error::engine("too late");
    let newer = newer.reduce(Action::EngineFailed(EngineFailure { request, error }));
    assert!(newer.failure().is_none() && newer.engine_request().is_some());
}

#[test]
fn requests_that_follow_each_other_differ() {
    let state = answer(&connected(settings(3)), 10);
    let mut state = answer(&search(&state, "foo bar foo"), 0);
    let mut before = None;
    for _ in 0..3 {
        let request = state.engine_request();
        assert!(request.is_some() && request != before);
        before = request;
        state = answer(&state, 0);
    }
    // A repeated word is tried once.
    assert_eq!(state.engine_request(), None);
    for _ in 0..2 {
        let refresh = state.reduce(Action::EngineRefreshed);
        assert!(refresh.engine_request().is_some());
        assert_ne!(refresh.engine_request(), before);
        before = refresh.engine_request();
        state = answer(&refresh, 10);
    }
}

#[test]
fn more_articles_are_skipped_than_are_requested_at_once() {
    let skip = Settings {
        skip: 600,
        ..settings(12)
    };
    let mut state = connected(skip);
    let mut requests = 0;
    while state.engine_request().is_some() {
        state = answer(&state, 1_000);
        requests += 1;
        assert!(requests < 20);
    }
    assert_eq!(ids(&state)[..2], ["600", "601"]);
    assert_eq!(ids(&state).len(), 12);
}

#[test]
fn without_an_overview_nothing_is_claimed_of_all_articles() {
    let state = answer(&search(&connected(settings(3)), "zzz"), 0);
    assert_eq!(state.status(), Status::Empty);
    assert!(state.searched() > 0 && !state.knows_searched());
    let mut unknown = fail(&state);
    assert!(unknown.searched() > 0 && !unknown.knows_searched());
    while unknown.engine_request().is_some() {
        unknown = answer(&unknown, 0);
    }
    // What is newer than an unknown date is not known.
    let refresh = answer(&unknown.reduce(Action::EngineRefreshed), 5);
    assert_eq!(refresh.offered(), 0);
}

#[test]
fn an_empty_list_stays_as_it_is_until_there_are_articles() {
    let state = answer(&connected(settings(3)), 0);
    assert_eq!(state.status(), Status::Empty);
    let still = answer(&state.reduce(Action::EngineRefreshed), 0);
    assert_eq!(
        (still.status(), still.engine_request()),
        (Status::Empty, None)
    );
    let filled = answer(&still.reduce(Action::EngineRefreshed), 4);
    assert_eq!(answer(&filled, 4).shown().len(), 3);
}

#[test]
fn corrections_are_named_only_if_all_articles_are_loaded() {
    let state = answer(&connected(settings(3)), 10);
    let corrections = |total| answer(&search(&state, "tidde"), total).corrections().len();
    assert_eq!((corrections(3), corrections(10)), (1, 0));
}

#[test]
fn found_values_are_searched_again_after_each_answer() {
    let values = |state: &State| -> Vec<String> {
        let values = state.facets()[0].values.iter();
        values.map(|it| it.value.to_string()).collect()
    };
    let find = |state: &State| {
        let request = state.engine_request().unwrap();
        assert_eq!(request.purpose, Purpose::FacetValues);
        let found = SearchAnswer {
            facets: topics(&[("Sea", 10), ("Zebra", 1)]),
            ..SearchAnswer::default()
        };
        state.reduce(Action::EngineAnswered(Box::new(EngineAnswer {
            request,
            answer: found,
            took_ms: 1.0,
        })))
    };
    let state = answer(&connected(settings(3)), 10);
    let search = |text: &str| Action::FacetSearched("topics".into(), text.into());
    let found = find(&state.reduce(search("ze")));
    assert_eq!(values(&found), ["Sea", "Wind", "Zebra"]);
    assert_eq!(found.total(), 10);
    let choose = |query: &mut QueryState| query.filters.select("topics", "Zebra");
    let chosen = found.reduce(Action::QueryChanged(Box::new(choose), Trigger::Decision));
    let chosen = find(&answer(&chosen, 1));
    assert_eq!(values(&chosen), ["Sea", "Wind", "Zebra"]);
    let ended = chosen.reduce(search(""));
    assert_eq!(ended.engine_request(), None);
}

#[test]
fn a_page_beyond_all_numbers_is_the_last_one() {
    let one = Settings {
        paging: Paging::Pages,
        skip: 2,
        ..settings(1)
    };
    let query = QueryState {
        page: usize::MAX,
        ..QueryState::default()
    };
    let mut state = connected(one).reduce(Action::QueryReplaced(query, Trigger::History));
    for _ in 0..4 {
        if state.engine_request().is_some() {
            state = answer_after_all(&state, 5);
        }
    }
    assert_eq!(ids(&state), ["4"]);
}

/// Like [`answer`], for a page that may begin after all articles.
fn answer_after_all(state: &State, total: usize) -> State {
    let request = state.engine_request().expect("a request");
    let start = (request.page - 1)
        .saturating_mul(request.page_size)
        .min(total);
    let answer = SearchAnswer {
        total,
        feed: page(start..(start + request.page_size).min(total)),
        ..SearchAnswer::default()
    };
    state.reduce(Action::EngineAnswered(Box::new(EngineAnswer {
        request,
        answer,
        took_ms: 1.0,
    })))
}
