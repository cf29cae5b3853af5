use std::cell::RefCell;
use std::rc::Rc;

use article_cards_core::search::{FilterableFields, QueryState};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use gloo_utils::window;

use super::address::{address, address_query, document_of, show_address, with_query};
use super::place::ListPlace;

/// The shortest time between two changes while the reader types, in milliseconds: browsers refuse
/// pages that change their address too often.
const THROTTLE: u32 = 300;

/// The query of a list in the page's address: the parameters that start with the list's prefix. The
/// rest of the address stays as it is.
///
/// A cheap handle: clones share one state, and are equal.
#[derive(Clone)]
pub struct UrlState(Rc<RefCell<Inner>>);

struct Inner {
    prefix: String,
    fields: FilterableFields,
    /// The query of an address without parameters of the list.
    initial: QueryState,
    /// The address when it was last read or written, and its query.
    address: String,
    query: QueryState,
    /// The latest query that is typed but not written yet.
    pending: Option<QueryState>,
    /// Runs until the next typed query may be written.
    throttle: Option<Timeout>,
    /// Runs while the query that the reader went back to renders.
    navigating: Option<Timeout>,
    place: Rc<ListPlace>,
}

/// Listens to navigation until it is dropped; then a pending query is written.
#[must_use]
pub struct UrlStateListener {
    url_state: UrlState,
    _events: [EventListener; 2],
}

impl UrlState {
    /// The query with this prefix; `initial` is the query of an address without it. `place` is that of
    /// the list, saved in the entry of the history that the reader leaves.
    pub fn new(
        prefix: &str,
        fields: &FilterableFields,
        initial: &QueryState,
        place: Rc<ListPlace>,
    ) -> Self {
        let mut inner = Inner {
            prefix: prefix.to_owned(),
            fields: fields.clone(),
            initial: initial.clone(),
            address: address(),
            query: QueryState::default(),
            pending: None,
            throttle: None,
            navigating: None,
            place,
        };
        inner.query = inner.read(&inner.address);
        Self(Rc::new(RefCell::new(inner)))
    }

    /// Writes a query that the reader types, replacing the current history entry: at once, but at
    /// most every 300 ms, and always the last one.
    pub fn replace(&self, state: &QueryState) {
        let mut inner = self.0.borrow_mut();
        if inner.navigating.is_some() {
            return;
        }
        if inner.throttle.is_some() {
            inner.pending = Some(state.clone());
            return;
        }
        inner.write(state, false);
        let weak = Rc::downgrade(&self.0);
        inner.throttle = Some(Timeout::new(THROTTLE, move || {
            let Some(inner) = weak.upgrade() else { return };
            let pending = {
                let mut inner = inner.borrow_mut();
                inner.throttle = None;
                inner.pending.take()
            };
            if let Some(state) = pending {
                Self(inner).replace(&state);
            }
        }));
    }

    /// Writes a query as a new history entry.
    pub fn push(&self, state: &QueryState) {
        let mut inner = self.0.borrow_mut();
        if inner.navigating.is_some() {
            return;
        }
        inner.write_pending();
        inner.write(state, true);
    }

    /// Calls `on_navigate` with the query of the address when the reader goes back or forward to
    /// another one, and restores the scroll position.
    ///
    /// `current` returns the query of the list, which may be newer than the last one written here. It is
    /// written when the reader leaves the page.
    pub fn listen(
        &self,
        on_navigate: impl Fn(QueryState) + 'static,
        current: impl Fn() -> QueryState + 'static,
    ) -> Option<UrlStateListener> {
        let window = window();
        let on_popstate = {
            let url_state = self.clone();
            move |_: &web_sys::Event| {
                if let Some(query) = url_state.navigated_query() {
                    on_navigate(query);
                }
            }
        };
        let on_pagehide = {
            let url_state = self.clone();
            move |_: &web_sys::Event| {
                if let Ok(mut inner) = url_state.0.try_borrow_mut() {
                    inner.pending = Some(current());
                    inner.write_pending();
                }
            }
        };
        Some(UrlStateListener {
            url_state: self.clone(),
            _events: [
                EventListener::new(&window, "popstate", on_popstate),
                EventListener::new(&window, "pagehide", on_pagehide),
            ],
        })
    }

    /// The query of the address, if it has changed.
    fn navigated_query(&self) -> Option<QueryState> {
        // Some routers dispatch this event within `pushState`; then this list has written the address.
        let mut inner = self.0.try_borrow_mut().ok()?;
        let now = address();
        let query = inner.read(&now);
        inner.address = now;
        // Only the fragment or the query of another list has changed.
        if query == inner.query {
            return None;
        }
        inner.place.restore();
        inner.pending = None;
        inner.query = query.clone();
        // The render that follows must not write the address: if the query differed in the least,
        // the entries that the reader can go forward to would be lost.
        let weak = Rc::downgrade(&self.0);
        inner.navigating = Some(Timeout::new(0, move || {
            if let Some(inner) = weak.upgrade() {
                inner.borrow_mut().navigating = None;
            }
        }));
        Some(query)
    }
}

impl Inner {
    fn read(&self, address: &str) -> QueryState {
        let query = address_query(address);
        let own = QueryState::from_url_query(query, &self.prefix, &self.fields);
        own.unwrap_or_else(|| self.initial.clone())
    }

    /// Writes into the current address, which other lists and the page write to as well.
    fn write(&mut self, state: &QueryState, as_new_entry: bool) {
        let now = address();
        if self.read(&now) == *state {
            return;
        }
        let query = address_query(&now);
        // If an empty address means a query, the empty query needs a parameter.
        let must_write_empty = self.initial != QueryState::default();
        let query = state.to_url_query(query, &self.prefix, &self.fields, must_write_empty);
        let next = with_query(&now, &query);
        if next == now {
            return;
        }
        if as_new_entry {
            self.place.save_noted();
        }
        if show_address(&next, as_new_entry) {
            self.query = self.read(&next);
            self.address = next;
        }
    }

    /// Writes the pending query, unless the page has navigated elsewhere.
    fn write_pending(&mut self) {
        let is_same_page = document_of(&address()) == document_of(&self.address);
        if let Some(state) = self.pending.take().filter(|_| is_same_page) {
            self.write(&state, false);
        }
    }
}

impl Drop for UrlStateListener {
    fn drop(&mut self) {
        let mut inner = self.url_state.0.borrow_mut();
        inner.write_pending();
        inner.throttle = None;
    }
}

impl PartialEq for UrlState {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::fmt::Debug for UrlState {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("UrlState").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for UrlStateListener {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("UrlStateListener")
            .finish_non_exhaustive()
    }
}
