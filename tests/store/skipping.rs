//! Articles that the page shows elsewhere.

use std::rc::Rc;

use super::{loaded, searched, settings};
use article_cards::store::*;
use article_cards_core::search::{FilterableFields, QueryState, SortKey};

/// A list of 30 articles, of which some are left out while its query shows the same as `start`.
fn skipping(skip: usize, paging: Paging, start: QueryState) -> State {
    let state = loaded(30, "null").reduce(Action::SettingsChanged(Settings {
        skip,
        paging,
        start: Rc::new(start.clone()),
        ..settings(12)
    }));
    state.reduce(Action::QueryReplaced(start, Trigger::Host))
}

fn titles(state: &State) -> Vec<&str> {
    state.shown().iter().map(|it| it.title.as_str()).collect()
}

fn sorted(order: &str) -> QueryState {
    QueryState {
        sort: SortKey::parse_list(order, &FilterableFields::default()),
        ..QueryState::default()
    }
}

#[test]
fn the_first_articles_are_left_out_and_counted() {
    let state = skipping(3, Paging::More, QueryState::default());
    assert_eq!(titles(&state).first(), Some(&"T3"));
    assert_eq!((state.shown().len(), state.total()), (12, 30));
    let all = state.reduce(Action::ShowMore(Trigger::More));
    let all = all.reduce(Action::ShowMore(Trigger::More));
    assert_eq!((all.shown().len(), all.has_more()), (27, false));
    assert!(!all.has_loaded_more());
}

#[test]
fn pages_begin_after_them() {
    let state = skipping(7, Paging::Pages, QueryState::default());
    assert_eq!(state.pages(), 2);
    let second = state.reduce(Action::ShowMore(Trigger::Decision));
    assert_eq!(
        (titles(&second).first(), second.shown().len()),
        (Some(&"T19"), 11)
    );
    assert!(!second.has_more());
}

#[test]
fn another_view_has_all() {
    let state = skipping(3, Paging::More, QueryState::default());
    let found = searched(&state, "t1", Trigger::Typing);
    assert!(titles(&found).contains(&"T1"));
    let by_title = state.reduce(Action::QueryReplaced(sorted("title"), Trigger::Decision));
    assert_eq!(titles(&by_title).first(), Some(&"T0"));
    // The default order, chosen.
    let newest = state.reduce(Action::QueryReplaced(
        sorted("-publishedDateTime"),
        Trigger::Decision,
    ));
    assert_eq!(titles(&newest).first(), Some(&"T3"));
}

#[test]
fn the_view_that_a_page_starts_with_is_the_default_one() {
    let state = skipping(2, Paging::More, sorted("-title"));
    assert_eq!(titles(&state).first(), Some(&"T27"));
    let newest = state.reduce(Action::QueryReplaced(
        QueryState::default(),
        Trigger::Decision,
    ));
    assert_eq!(titles(&newest).first(), Some(&"T0"));
}

#[test]
fn fewer_articles_than_are_left_out_show_none() {
    let state = skipping(40, Paging::More, QueryState::default());
    assert_eq!((state.shown().len(), state.total()), (0, 30));
    assert_eq!(state.status(), Status::Ready);
    assert!(!state.has_more() && !state.needs_page());
}
