use std::rc::Rc;

use article_cards_core::search::{FilterableFields, QueryState};
use yew::{AttrValue, Callback, hook, use_memo, use_mut_ref};

use super::{RenderedQuery, Store, use_effect_on};
use crate::browser::{ListPlace, UrlState, address, address_query};
use crate::store::{Action, Trigger};

/// Reads the query of a list with this prefix from the page's address. Returns `None` if the
/// address has none, so that the attributes count. Used once, for the initial state.
pub(crate) fn read_url_state(
    prefix: Option<&AttrValue>,
    fields: &FilterableFields,
) -> Option<QueryState> {
    QueryState::from_url_query(address_query(&address()), prefix?, fields)
}

/// Takes over the query in the address if a prefix is set after the first render.
#[hook]
pub(crate) fn use_late_url_state(
    prefix: Option<AttrValue>,
    fields: &FilterableFields,
    on_query: Callback<QueryState>,
) {
    let is_first = use_mut_ref(|| true);
    let fields = fields.clone();
    use_effect_on(prefix, move |prefix: &Option<AttrValue>| {
        let is_first = is_first.replace(false);
        let query = read_url_state(prefix.as_ref(), &fields).filter(|_| !is_first);
        query.into_iter().for_each(|query| on_query.emit(query));
    });
}

/// Keeps the page's address and a list's query in sync; without a prefix it does nothing.
///
/// `initial`, as of the first render, is the query of an address without one. What the reader types,
/// more articles and scripts replace the entry of the history, everything else pushes one.
///
/// Yew runs effects later if a render takes long. If the reader leaves the page before that, the query of
/// the store is written.
#[hook]
pub(crate) fn use_url_state(
    prefix: Option<AttrValue>,
    fields: &FilterableFields,
    initial: &QueryState,
    rendered: &RenderedQuery<'_>,
    place: &Rc<ListPlace>,
    store: &Store,
) {
    // Not a dependency: a script may pass each state as the initial one, and going back would then
    // lead to where the reader already is.
    let url_state = use_memo((prefix, fields.clone()), |(prefix, fields)| {
        let prefix = prefix.as_ref()?;
        Some(UrlState::new(prefix, fields, initial, Rc::clone(place)))
    });
    let url_state = (*url_state).clone();
    let RenderedQuery {
        query,
        replaces_entry,
        ..
    } = *rendered;

    let store = store.clone();
    use_effect_on(url_state.clone(), move |url_state: &Option<UrlState>| {
        let navigated = store.clone();
        let on_navigate =
            move |query| navigated.dispatch(Action::QueryReplaced(query, Trigger::History));
        let current = move || store.snapshot().query().clone();
        url_state.as_ref()?.listen(on_navigate, current)
    });

    let last = use_mut_ref(|| None::<QueryState>);
    let is_new = last.borrow().as_ref() != Some(query);
    let is_first = is_new && last.replace(Some(query.clone())).is_none();
    use_effect_on(query.clone(), move |query: &QueryState| match url_state {
        Some(url_state) if !is_first => {
            if replaces_entry {
                url_state.replace(query);
            } else {
                url_state.push(query);
            }
        }
        _ => {}
    });
}
