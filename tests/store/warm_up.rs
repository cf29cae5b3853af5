//! Warming up the index after the first cards.

use super::{fresh, searched};
use std::rc::Rc;

use article_cards::store::*;
use article_cards_core::search::{FilterableFields, QueryState, SortKey};

#[test]
fn typing_before_the_index_is_warm_is_answered_once_it_is() {
    let state = fresh(25, "null");
    let typed = searched(&state, "t1", Trigger::Typing);
    assert_eq!(typed.query().query, "t1");
    assert_eq!((typed.is_stale(), typed.total()), (true, 25));
    assert!(!typed.index().unwrap().has_indexed_words(), "nobody waited");
    let more = searched(&typed, "t12", Trigger::Typing);
    while !more.index().unwrap().warm_up(&QueryState::default(), 10) {}
    assert_eq!((more.is_stale(), more.total()), (true, 25));
    let read = more.reduce(Action::IndexWarmedUp);
    assert_eq!((read.is_stale(), read.total()), (false, 1));
    let next = searched(&read, "t2", Trigger::Typing);
    assert_eq!((next.is_stale(), next.total()), (false, 6));
}

#[test]
fn queries_without_text_do_not_wait() {
    let state = fresh(25, "null");
    assert!(!state.reduce(Action::IndexWarmedUp).is_stale());
    let typed = searched(&state, "t1", Trigger::Typing);
    let cleared = searched(&typed, "", Trigger::Typing);
    assert_eq!((cleared.is_stale(), cleared.total()), (false, 25));
    assert!(!cleared.index().unwrap().has_indexed_words());
}

/// The state after a change of its query.
fn changed(state: &State, change: fn(&mut QueryState), cause: Trigger) -> State {
    state.reduce(Action::QueryChanged(Box::new(change), cause))
}

#[test]
fn a_decision_is_answered_at_once() {
    let typed = searched(&fresh(25, "null"), "t1", Trigger::Typing);
    let from = |query: &mut QueryState| query.filters.quality.min = Some(1);
    let chosen = changed(&typed, from, Trigger::Decision);
    assert!(!chosen.is_stale() && chosen.index().unwrap().has_indexed_words());
    let given = searched(&fresh(25, "null"), "t1", Trigger::Host);
    assert_eq!((given.is_stale(), given.total()), (false, 11));
}

#[test]
fn sorting_many_articles_by_title_waits_for_its_ranks() {
    let by_title = |query: &mut QueryState| {
        query.sort = SortKey::parse_list("-title", &FilterableFields::default())
    };
    let first = |state: &State| state.shown()[0].title.clone();
    let state = fresh(1_200, "null");
    let before = first(&state);
    let chosen = changed(&state, by_title, Trigger::Decision);
    assert!(chosen.is_stale() && first(&chosen) == before);
    let index = chosen.index().unwrap();
    while !index.is_warm_for(chosen.query()) {
        assert!(!index.warm_up(chosen.query(), 100));
    }
    assert!(!index.has_indexed_words(), "what was asked for came first");
    let ready = chosen.reduce(Action::IndexWarmedUp);
    let at_once = changed(&state, by_title, Trigger::Host);
    for state in [&ready, &at_once] {
        assert!(!state.is_stale() && first(state) != before);
    }
    assert_eq!(first(&ready), first(&at_once));
    let few = changed(&fresh(25, "null"), by_title, Trigger::Decision);
    assert!(!few.is_stale());
}

#[test]
fn another_feed_answers_a_pending_query() {
    let typed = searched(&fresh(25, "null"), "t1", Trigger::Typing);
    let newer = Rc::new(super::feed(12, "null"));
    let loaded = typed
        .reduce(Action::FetchStarted)
        .reduce(Action::FeedLoaded(newer));
    assert_eq!((loaded.is_stale(), loaded.total()), (false, 3));
}
