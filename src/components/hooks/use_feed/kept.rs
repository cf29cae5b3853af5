use std::rc::Rc;

use crate::browser::ticks_ms;
use crate::components::hooks::Changing;
use crate::query::QueryState;
use crate::state::{Action, Cause, Settings, State};

/// The state behind a list.
#[derive(Clone)]
pub(crate) struct FeedState {
    state: State,
    /// Nothing where the feed was indexed along with it.
    took_ms: Option<f64>,
    revision: u32,
}

#[cfg_attr(not(feature = "element"), allow(dead_code))]
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
    pub(crate) fn took_ms(&self) -> f64 {
        let measured = || {
            let start = ticks_ms();
            self.state.index()?.run(self.state.query());
            Some(ticks_ms() - start)
        };
        self.took_ms.or_else(measured).unwrap_or_default()
    }

    /// Up to which revision all that properties say has happened.
    pub(crate) fn revision(&self) -> u32 {
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
pub(crate) struct Kept(pub(super) Changing<Rc<FeedState>>);

impl Kept {
    /// The state as it is now.
    pub(crate) fn now(&self) -> Rc<FeedState> {
        self.0.get()
    }

    /// Something happened.
    pub(crate) fn act(&self, action: Action) {
        self.0.put(Rc::new(self.now().after(action)));
    }

    /// All that properties up to this revision say has happened.
    pub(crate) fn mark(&self, revision: u32) {
        self.0.put(Rc::new(FeedState {
            revision,
            ..FeedState::clone(&self.now())
        }));
    }
}
