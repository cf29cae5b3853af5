//! Refreshes in the background.

use super::{URL, feed, loaded, settings};
use std::rc::Rc;

use article_cards::store::*;
use article_cards_core::error::Error;
use article_cards_core::feed::{DocumentReader, Feed, Options};
use article_cards_core::search::{FilterableFields, Index, QueryState};
use article_cards_core::text::url::UrlStandard;

/// A newer feed: these articles, then a number of the known ones.
fn newer(articles: &str, known: usize) -> Rc<Feed> {
    let old = (0..known).map(|n| format!(r#",{{"id":"{n}","title":"T{n}"}}"#));
    let json = format!("[{articles}{}]", old.collect::<String>());
    let mut feed = Feed::new(Options::default());
    feed.read(json.as_bytes(), Some(URL), &UrlStandard).unwrap();
    Rc::new(feed)
}

const TWO: &str = r#"{"id":"a","title":"New A"},{"id":"b","title":"New B"}"#;

fn titles(state: &State) -> Vec<&str> {
    state.shown().iter().map(|it| it.title.as_str()).collect()
}

#[test]
fn new_articles_are_offered_and_nothing_moves() {
    let state = loaded(30, "null").reduce(Action::ShowMore(Trigger::Decision));
    let offered = state.reduce(Action::RefreshLoaded(newer(TWO, 10)));
    assert_eq!((offered.offered(), offered.searched()), (2, 30));
    assert_eq!(titles(&offered), titles(&state));
    assert_eq!((offered.status(), offered.pending()), (Status::Ready, None));
    let renewed = offered.reduce(Action::RefreshAccepted);
    assert_eq!((renewed.offered(), renewed.searched()), (0, 12));
    assert_eq!(titles(&renewed)[..3], ["New A", "New B", "T0"]);
    assert_eq!(
        (renewed.query().page, renewed.trigger()),
        (1, Trigger::Decision)
    );
}

#[test]
fn known_articles_are_not_offered() {
    let state = loaded(30, "null");
    for known in [0, 10] {
        let first = r#"{"id":"29","title":"T29, changed"}"#;
        let same = state.reduce(Action::RefreshLoaded(newer(first, known)));
        assert_eq!((same.offered(), same.searched()), (0, 30));
    }
    // Nor what was, once it is gone.
    let offered = state.reduce(Action::RefreshLoaded(newer(TWO, 10)));
    let gone = offered.reduce(Action::RefreshLoaded(Rc::new(feed(10, "null"))));
    assert_eq!(gone.offered(), 0);
    assert_eq!(gone.reduce(Action::RefreshAccepted).searched(), 30);
}

#[test]
fn hidden_articles_are_not_offered() {
    let hidden =
        r#"{"id":"a","title":"A","published":false},{"id":"b","title":"B","removed":true}"#;
    let state = loaded(3, "null");
    assert_eq!(
        state
            .reduce(Action::RefreshLoaded(newer(hidden, 3)))
            .offered(),
        0
    );
    let only = QueryState::parse("id=1&id=b", &FilterableFields::default().with_id()).0;
    let framed = state.reduce(Action::SettingsChanged(Settings {
        only: Some(only),
        ..settings(12)
    }));
    assert_eq!(
        framed
            .reduce(Action::RefreshLoaded(newer(TWO, 3)))
            .offered(),
        1
    );
}

#[test]
fn filters_do_not_hide_the_offer() {
    let query = QueryState {
        query: "t1".into(),
        ..QueryState::default()
    };
    let state = loaded(30, "null").reduce(Action::QueryReplaced(query, Trigger::Typing));
    let offered = state.reduce(Action::RefreshLoaded(newer(TWO, 10)));
    assert_eq!(offered.offered(), 2);
    let renewed = offered.reduce(Action::RefreshAccepted);
    assert_eq!((renewed.query().query.as_str(), renewed.total()), ("t1", 1));
}

#[test]
fn without_articles_a_refresh_shows_at_once() {
    let failed = State::new(settings(12))
        .reduce(Action::FetchStarted)
        .reduce(Action::FetchFailed(Error::http(503)));
    for state in [failed, loaded(0, "null")] {
        let state = state.reduce(Action::RefreshLoaded(newer(TWO, 1)));
        assert_eq!((state.status(), state.shown().len()), (Status::Ready, 3));
        assert_eq!((state.offered(), state.failure()), (0, None));
    }
}

#[test]
fn another_feed_drops_the_offer() {
    let state = loaded(30, "null").reduce(Action::RefreshLoaded(newer(TWO, 10)));
    assert_eq!(state.reduce(Action::FetchStarted).offered(), 0);
    assert_eq!(state.reduce(Action::FeedRemoved).offered(), 0);
    let reloaded = state
        .reduce(Action::RefetchStarted)
        .reduce(Action::FeedLoaded(newer(TWO, 10)));
    assert_eq!((reloaded.offered(), reloaded.searched()), (0, 12));
}

#[test]
fn an_index_is_kept_only_for_an_offered_feed() {
    let state = loaded(30, "null");
    let indexed = |feed: &Rc<Feed>| {
        let index = Rc::new(Index::with_options(feed, settings(12).index));
        let kept = Rc::downgrade(&index);
        let state = state.reduce(Action::IndexBuilt(index));
        (state.reduce(Action::RefreshLoaded(Rc::clone(feed))), kept)
    };
    let (_state, kept) = indexed(&Rc::new(feed(10, "null")));
    assert_eq!(kept.strong_count(), 0);
    let (offered, kept) = indexed(&newer(TWO, 10));
    assert_eq!(kept.strong_count(), 1);
    let _renewed = offered.reduce(Action::RefreshAccepted);
    drop(offered);
    assert_eq!(kept.strong_count(), 0);
}

/// Reads the feed of a host, one of several.
fn part(host: &str, articles: &str, next: &str) -> (Feed, String) {
    let url = format!("https://{host}.example/");
    let json = format!(r#"{{"value":[{articles}],"nextPage":"{next}"}}"#);
    let mut feed = Feed::default();
    let mut reader = DocumentReader::new(feed.options()).of_feed(Some(url.as_str().into()));
    reader.push(json.as_bytes()).unwrap();
    let mut document = reader.finish(Some(&url), &UrlStandard).unwrap();
    feed.append(&mut document, usize::MAX);
    (feed, url)
}

fn joined<const N: usize>(parts: [(Feed, String); N]) -> Rc<Feed> {
    let mut all = Feed::default();
    for (feed, url) in &parts {
        all.join(feed, url);
    }
    Rc::new(all)
}

const EBB: &str = r#"{"title":"Ebb"}"#;
const FLOOD: &str = r#"{"title":"Flood"}"#;

#[test]
fn a_late_feed_is_offered_beside_the_others() {
    let a = || part("a", EBB, "");
    let state = State::new(settings(1)).reduce(Action::FetchStarted);
    let state = state.reduce(Action::FeedLoaded(joined([a()])));
    let both = joined([a(), part("b", FLOOD, "")]);
    let offered = state.reduce(Action::RefreshLoaded(both));
    assert_eq!((offered.offered(), titles(&offered)), (1, vec!["Ebb"]));
    let accepted = offered.reduce(Action::RefreshAccepted);
    assert_eq!(accepted.feed().unwrap().joined(), 2);
    // Without an article to offer, its next page may still have some.
    let draft = part("b", r#"{"title":"Draft","published":false}"#, "2.json");
    let blank = state.reduce(Action::RefreshLoaded(joined([a(), draft])));
    assert_eq!((blank.offered(), titles(&blank)), (0, vec!["Ebb"]));
    assert!(!state.has_next_page() && blank.has_next_page());
}

#[test]
fn one_of_several_feeds_fails() {
    let shown = joined([part("a", EBB, "2.json")]);
    let state = State::new(settings(12))
        .reduce(Action::FetchStarted)
        .reduce(Action::FeedLoaded(Rc::clone(&shown)))
        .reduce(Action::PageFetchStarted);
    // While a page of another one loads.
    let failed = state.reduce(Action::FetchFailed(Error::http(404)));
    assert_eq!(failed.pending(), Some(Pending::Page));
    let is_failed = |state: &State| state.failure().map(|(what, _)| what) == Some(Pending::Feed);
    assert!(is_failed(&failed));
    assert_eq!(
        (failed.status(), titles(&failed)),
        (Status::Ready, vec!["Ebb"])
    );
    // The error stays while the others go on.
    let loaded = failed.reduce(Action::PageLoaded(shown));
    assert!(is_failed(&loaded) && loaded.needs_page());
    assert!(is_failed(&loaded.reduce(Action::PageFetchStarted)));
    let page = loaded
        .reduce(Action::PageFetchStarted)
        .reduce(Action::FetchFailed(Error::http(404).of_page()));
    assert!(!is_failed(&page) && !page.needs_page());
    let retried = loaded.reduce(Action::RefetchStarted);
    let all = joined([part("a", EBB, ""), part("b", FLOOD, "")]);
    let retried = retried.reduce(Action::FeedLoaded(all));
    assert!(retried.failure().is_none());
    assert_eq!(titles(&retried), ["Ebb", "Flood"]);
}
