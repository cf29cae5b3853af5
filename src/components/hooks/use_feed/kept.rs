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

/// What changes it.
pub(crate) enum Step {
    /// Something happened.
    Act(Action),
    /// All that properties up to this revision say has happened.
    Mark(u32),
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
    fn after(&self, step: Step) -> Self {
        let Self {
            state,
            took_ms,
            revision,
        } = self;
        match step {
            Step::Mark(revision) => Self {
                revision,
                ..self.clone()
            },
            Step::Act(action) => {
                let start = ticks_ms();
                let after = state.after(action);
                let index = |of: &State| of.index().map(Rc::as_ptr);
                let took_ms = if index(state) != index(&after) {
                    None
                } else if Rc::ptr_eq(state.facets(), after.facets()) {
                    // Not every act asks the index.
                    *took_ms
                } else {
                    Some(ticks_ms() - start)
                };
                Self {
                    state: after,
                    took_ms,
                    revision: *revision,
                }
            }
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

    /// Changes it, and draws it.
    pub(crate) fn step(&self, step: Step) {
        self.0.put(Rc::new(self.now().after(step)));
    }

    /// Something happened.
    pub(crate) fn act(&self, action: Action) {
        self.step(Step::Act(action));
    }
}
