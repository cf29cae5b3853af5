use std::cell::RefCell;
use std::rc::Rc;

use yew::functional::UseForceUpdateHandle;
use yew::{hook, use_mut_ref};

use crate::browser::ticks_ms;
use crate::components::hooks::{Changing, use_changing};
use crate::store::{Action, Cause, Settings, State};
use article_cards_core::search::QueryState;

/// The state behind a list.
#[derive(Clone)]
pub struct FeedState {
    state: State,
    /// Nothing where the feed was indexed along with it.
    took_ms: Option<f64>,
    revision: u32,
}

impl FeedState {
    /// A list that asks for what stands in the query before anything has happened.
    pub(super) fn new(settings: Settings, query: QueryState) -> Self {
        Self {
            state: State::new(settings).after(Action::Queried(query, Cause::Given)),
            took_ms: None,
            revision: 0,
        }
    }

    /// How long the last query took, in milliseconds.
    pub fn took_ms(&self) -> f64 {
        let measured = || {
            let start = ticks_ms();
            self.state.index()?.run(self.state.query());
            Some(ticks_ms() - start)
        };
        self.took_ms.or_else(measured).unwrap_or_default()
    }

    /// Up to which revision all that properties say has happened.
    pub fn revision(&self) -> u32 {
        self.revision
    }
}

impl std::ops::Deref for FeedState {
    type Target = State;

    fn deref(&self) -> &State {
        &self.state
    }
}

impl FeedState {
    fn after(&self, action: Action) -> Self {
        let start = ticks_ms();
        let after = self.state.after(action);
        let index = |of: &State| of.index().map(Rc::as_ptr);
        let took_ms = if index(&self.state) != index(&after) {
            None
        } else if Rc::ptr_eq(self.state.facets(), after.facets()) {
            // Not every act asks the index.
            self.took_ms
        } else {
            Some(ticks_ms() - start)
        };
        Self {
            state: after,
            took_ms,
            revision: self.revision,
        }
    }
}

/// Where a list keeps its state.
#[derive(Clone)]
pub struct Kept {
    state: Changing<Rc<FeedState>>,
    /// What is drawn whenever the list is.
    along: Rc<RefCell<Option<UseForceUpdateHandle>>>,
}

/// Keeps the state that a list begins with.
#[hook]
pub(super) fn use_kept(first: impl FnOnce() -> FeedState) -> Kept {
    Kept {
        state: use_changing(|| Rc::new(first())),
        along: use_mut_ref(|| None),
    }
}

impl Kept {
    /// The state as it is now.
    pub fn now(&self) -> Rc<FeedState> {
        self.state.get()
    }

    /// Something happened.
    pub fn act(&self, action: Action) {
        self.put(self.now().after(action));
    }

    /// All that properties up to this revision say has happened.
    pub fn mark(&self, revision: u32) {
        self.put(FeedState {
            revision,
            ..FeedState::clone(&self.now())
        });
    }

    /// Draws something else whenever the list is drawn anew.
    pub(in crate::components) fn draw_along(&self, redraw: UseForceUpdateHandle) {
        self.along.replace(Some(redraw));
    }

    fn put(&self, state: FeedState) {
        self.state.put(Rc::new(state));
        if let Some(redraw) = &*self.along.borrow() {
            redraw.force_update();
        }
    }
}
