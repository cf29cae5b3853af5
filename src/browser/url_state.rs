use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;

use super::address::{address, address_query, document_of, show_address, with_query};
use super::scroll::{self, Restoring};
use article_cards_core::search::{Fields, QueryState};

/// How long the address stands still after a typed letter, in milliseconds: browsers refuse pages
/// that change it too often.
const CALM: u32 = 300;

/// A widget's part of the page's address: the pairs of its query that begin with the widget's
/// prefix. Whatever else is in the address stays.
///
/// A cheap handle: clones are the same part, and equal.
#[derive(Clone)]
pub struct UrlState(Rc<RefCell<Part>>);

struct Part {
    prefix: String,
    fields: Fields,
    /// What is meant where the address has nothing of the widget.
    start: QueryState,
    /// The address as it was last seen, and what it said.
    address: String,
    said: QueryState,
    /// Typed, and not yet in the address.
    pending: Option<QueryState>,
    /// Runs until the next typed letter may be written.
    calm: Option<Timeout>,
    /// Runs while what the reader went back to is drawn.
    navigating: Option<Timeout>,
    /// Where the reader was before what changed was drawn.
    place: f64,
    /// Whether all is drawn that the state asks for.
    drawn: Rc<Cell<bool>>,
    restoring: Option<Restoring>,
}

/// Listens until dropped, and then writes what is still to be written.
#[must_use]
pub struct UrlStateListener {
    part: UrlState,
    _events: [EventListener; 2],
}

impl UrlState {
    /// The part with this prefix; `start` is what an address without it means.
    pub fn new(prefix: &str, fields: &Fields, start: &QueryState) -> Self {
        let mut part = Part {
            prefix: prefix.to_owned(),
            fields: fields.clone(),
            start: start.clone(),
            address: address(),
            said: QueryState::default(),
            pending: None,
            calm: None,
            navigating: None,
            place: 0.0,
            drawn: Rc::new(Cell::new(true)),
            restoring: None,
        };
        part.said = part.read(&part.address);
        Self(Rc::new(RefCell::new(part)))
    }

    /// Notes where the reader is, before something else is drawn and the page perhaps becomes
    /// shorter.
    pub fn note_place(&self) {
        self.0.borrow_mut().place = scroll::place();
    }

    /// Whether all is drawn that the state asks for: until then the page may still grow, and the
    /// place that the reader goes back to with it.
    pub fn set_drawn(&self, is_drawn: bool) {
        self.0.borrow().drawn.set(is_drawn);
    }

    /// Writes what the reader typed, in place of the present entry of the history: at once, but at
    /// most every 300 ms, and always the last.
    pub fn typed(&self, state: &QueryState) {
        let mut part = self.0.borrow_mut();
        if part.navigating.is_some() {
            return;
        }
        if part.calm.is_some() {
            part.pending = Some(state.clone());
            return;
        }
        part.write(state, false);
        let weak = Rc::downgrade(&self.0);
        part.calm = Some(Timeout::new(CALM, move || {
            let Some(part) = weak.upgrade() else { return };
            let pending = {
                let mut part = part.borrow_mut();
                part.calm = None;
                part.pending.take()
            };
            if let Some(state) = pending {
                Self(part).typed(&state);
            }
        }));
    }

    /// Writes what the reader decided, as a new entry of the history.
    pub fn decided(&self, state: &QueryState) {
        let mut part = self.0.borrow_mut();
        if part.navigating.is_some() {
            return;
        }
        part.write_pending();
        part.write(state, true);
    }

    /// Hands over what the address says whenever the reader goes back or forward to something
    /// else, and returns to where the reader was on the page.
    pub fn listen(&self, on_navigate: impl Fn(QueryState) + 'static) -> Option<UrlStateListener> {
        let window = web_sys::window()?;
        if scroll::came_back() {
            let mut part = self.0.borrow_mut();
            part.restoring = scroll::restore(&part.address, &part.drawn);
        }
        let navigated = {
            let part = self.clone();
            move |_: &web_sys::Event| {
                if let Some(state) = part.navigated() {
                    on_navigate(state);
                }
            }
        };
        let left = {
            let part = self.clone();
            move |_: &web_sys::Event| {
                if let Ok(mut part) = part.0.try_borrow_mut() {
                    part.write_pending();
                }
                scroll::remember(&address(), scroll::place());
            }
        };
        Some(UrlStateListener {
            part: self.clone(),
            _events: [
                EventListener::new(&window, "popstate", navigated),
                EventListener::new(&window, "pagehide", left),
            ],
        })
    }

    /// What the address says, if that is new.
    fn navigated(&self) -> Option<QueryState> {
        // Some routers send this event from within `pushState`: then it is our own writing.
        let mut part = self.0.try_borrow_mut().ok()?;
        let now = address();
        let said = part.read(&now);
        let before = std::mem::replace(&mut part.address, now);
        // Only the fragment may be new, or what another widget says.
        if said == part.said {
            return None;
        }
        scroll::remember(&before, scroll::place());
        part.restoring = scroll::restore(&part.address, &part.drawn);
        part.pending = None;
        part.said = said.clone();
        // What is drawn now was not decided: writing it, were it only a little different, would
        // cut off the way forward.
        let weak = Rc::downgrade(&self.0);
        part.navigating = Some(Timeout::new(0, move || {
            if let Some(part) = weak.upgrade() {
                part.borrow_mut().navigating = None;
            }
        }));
        Some(said)
    }
}

impl Part {
    fn read(&self, address: &str) -> QueryState {
        let query = address_query(address);
        let own = QueryState::from_address(query, &self.prefix, &self.fields);
        own.unwrap_or_else(|| self.start.clone())
    }

    /// Writes into the address as it is now: other widgets and the page write there, too.
    fn write(&mut self, state: &QueryState, as_new_entry: bool) {
        let now = address();
        if self.read(&now) == *state {
            return;
        }
        let query = address_query(&now);
        // Where an empty address means something, it takes a pair to say nothing.
        let must_say = self.start != QueryState::default();
        let query = state.write_address(query, &self.prefix, &self.fields, must_say);
        let next = with_query(&now, &query);
        if next == now {
            return;
        }
        if as_new_entry {
            scroll::remember(&now, self.place);
            self.restoring = None;
        }
        if show_address(&next, as_new_entry) {
            self.said = self.read(&next);
            self.address = next;
        }
    }

    /// Writes what was typed last, unless the page has become another one.
    fn write_pending(&mut self) {
        let is_here = document_of(&address()) == document_of(&self.address);
        if let Some(state) = self.pending.take().filter(|_| is_here) {
            self.write(&state, false);
        }
    }
}

impl Drop for UrlStateListener {
    fn drop(&mut self) {
        let mut part = self.part.0.borrow_mut();
        part.write_pending();
        part.calm = None;
        part.restoring = None;
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
