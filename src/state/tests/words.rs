//! The words of a feed are read after its first cards.

use super::{fresh, searched};
use crate::query::{QueryState, SortKey};
use crate::state::*;

#[test]
fn who_types_before_the_words_are_read_is_answered_once_they_are() {
    let state = fresh(25, "null");
    let typed = searched(&state, "t1", Cause::Typing);
    assert_eq!(typed.query().query, "t1");
    assert_eq!((typed.is_behind(), typed.total()), (true, 25));
    assert!(!typed.index().unwrap().knows_words(), "nobody waited");
    let more = searched(&typed, "t12", Cause::Typing);
    while !more.index().unwrap().read_words(10) {}
    assert_eq!((more.is_behind(), more.total()), (true, 25));
    let read = more.after(Action::WordsRead);
    assert_eq!((read.is_behind(), read.total()), (false, 1));
    let next = searched(&read, "t2", Cause::Typing);
    assert_eq!((next.is_behind(), next.total()), (false, 6));
}

#[test]
fn what_needs_no_words_does_not_wait_for_them() {
    let state = fresh(25, "null");
    assert!(!state.after(Action::WordsRead).is_behind());
    let typed = searched(&state, "t1", Cause::Typing);
    let cleared = searched(&typed, "", Cause::Typing);
    assert_eq!((cleared.is_behind(), cleared.total()), (false, 25));
    assert!(!cleared.index().unwrap().knows_words());
}

#[test]
fn a_choice_is_answered_at_once() {
    let typed = searched(&fresh(25, "null"), "t1", Cause::Typing);
    let sort = |query: &mut QueryState| query.sort = SortKey::parse_list("title");
    let sorted = typed.after(Action::Changed(Box::new(sort), Cause::Decision));
    assert_eq!((sorted.is_behind(), sorted.total()), (false, 11));
    let given = searched(&fresh(25, "null"), "t1", Cause::Given);
    assert_eq!((given.is_behind(), given.total()), (false, 11));
}

#[test]
fn another_feed_answers_what_was_typed_before_it_came() {
    let typed = searched(&fresh(25, "null"), "t1", Cause::Typing);
    let newer = Rc::new(super::feed(12, "null"));
    let loaded = typed.after(Action::Asked).after(Action::Loaded(newer));
    assert_eq!((loaded.is_behind(), loaded.total()), (false, 3));
}
