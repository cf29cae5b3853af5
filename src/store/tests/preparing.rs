//! What searches and orders need is made ready after the first cards.

use super::{fresh, searched};
use crate::store::*;
use article_cards_core::search::{QueryState, SortKey};

#[test]
fn who_types_before_the_words_are_read_is_answered_once_they_are() {
    let state = fresh(25, "null");
    let typed = searched(&state, "t1", Trigger::Typing);
    assert_eq!(typed.query().query, "t1");
    assert_eq!((typed.is_stale(), typed.total()), (true, 25));
    assert!(!typed.index().unwrap().knows_words(), "nobody waited");
    let more = searched(&typed, "t12", Trigger::Typing);
    while !more.index().unwrap().prepare(&QueryState::default(), 10) {}
    assert_eq!((more.is_stale(), more.total()), (true, 25));
    let read = more.reduce(Action::IndexWarmedUp);
    assert_eq!((read.is_stale(), read.total()), (false, 1));
    let next = searched(&read, "t2", Trigger::Typing);
    assert_eq!((next.is_stale(), next.total()), (false, 6));
}

#[test]
fn what_needs_no_words_does_not_wait_for_them() {
    let state = fresh(25, "null");
    assert!(!state.reduce(Action::IndexWarmedUp).is_stale());
    let typed = searched(&state, "t1", Trigger::Typing);
    let cleared = searched(&typed, "", Trigger::Typing);
    assert_eq!((cleared.is_stale(), cleared.total()), (false, 25));
    assert!(!cleared.index().unwrap().knows_words());
}

/// A list after what is asked for was changed so.
fn changed(state: &State, change: fn(&mut QueryState), cause: Trigger) -> State {
    state.reduce(Action::QueryChanged(Box::new(change), cause))
}

#[test]
fn a_choice_is_answered_at_once() {
    let typed = searched(&fresh(25, "null"), "t1", Trigger::Typing);
    let from = |query: &mut QueryState| query.filters.quality.min = Some(1);
    let chosen = changed(&typed, from, Trigger::Decision);
    assert!(!chosen.is_stale() && chosen.index().unwrap().knows_words());
    let given = searched(&fresh(25, "null"), "t1", Trigger::Host);
    assert_eq!((given.is_stale(), given.total()), (false, 11));
}

#[test]
fn who_orders_many_by_a_text_is_answered_once_it_was_ranked() {
    let by_title = |query: &mut QueryState| query.sort = SortKey::parse_list("-title");
    let first = |state: &State| state.shown()[0].title.clone();
    let state = fresh(1_200, "null");
    let before = first(&state);
    let chosen = changed(&state, by_title, Trigger::Decision);
    assert!(chosen.is_stale() && first(&chosen) == before);
    let index = chosen.index().unwrap();
    while !index.is_prepared(chosen.query()) {
        assert!(!index.prepare(chosen.query(), 100));
    }
    assert!(!index.knows_words(), "what was asked for came first");
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
fn another_feed_answers_what_was_typed_before_it_came() {
    let typed = searched(&fresh(25, "null"), "t1", Trigger::Typing);
    let newer = Rc::new(super::feed(12, "null"));
    let loaded = typed
        .reduce(Action::FetchStarted)
        .reduce(Action::FeedLoaded(newer));
    assert_eq!((loaded.is_stale(), loaded.total()), (false, 3));
}
