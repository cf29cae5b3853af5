use std::cell::RefCell;
use std::rc::Rc;

use article_cards_core::search::QueryState;
use yew::functional::UseForceUpdateHandle;
use yew::{hook, use_mut_ref};

use crate::browser::ticks_ms;
use crate::hooks::{RenderCell, use_render_cell};
use crate::store::{Action, Purpose, Settings, State, Trigger};

/// The state of a list at one time, with what is measured about it.
#[derive(Clone)]
pub struct Snapshot {
    state: State,
    /// How long the last query took, in milliseconds; `None` if it ran as part of indexing.
    query_ms: Option<f64>,
    revision: u32,
}

impl Snapshot {
    /// The snapshot of a list with an initial query.
    pub(super) fn new(settings: Settings, query: QueryState) -> Self {
        Self {
            state: State::new(settings).reduce(Action::QueryReplaced(query, Trigger::Host)),
            query_ms: None,
            revision: 0,
        }
    }

    /// Returns how long the last query took, in milliseconds. Runs it again if it ran as part of
    /// indexing, when it could not be measured by itself.
    pub fn measure_query(&self) -> f64 {
        let measure = || {
            let start = ticks_ms();
            self.state.index()?.search(self.state.query());
            Some(ticks_ms() - start)
        };
        self.query_ms.or_else(measure).unwrap_or_default()
    }

    /// The revision of the props up to which the state includes all that they say.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    pub(super) fn reduce(&self, action: Action) -> Self {
        let start = ticks_ms();
        let asked_ms = match &action {
            Action::EngineAnswered(it) if it.request.purpose == Purpose::Articles => {
                Some(it.took_ms)
            }
            _ => None,
        };
        let state = self.state.reduce(action);
        let index = |of: &State| of.index().map(Rc::as_ptr);
        let query_ms = if state.is_remote() {
            asked_ms.or(self.query_ms)
        } else if index(&self.state) != index(&state) {
            None
        } else if Rc::ptr_eq(self.state.facets(), state.facets()) {
            // The action did not run the query.
            self.query_ms
        } else {
            Some(ticks_ms() - start)
        };
        Self {
            state,
            query_ms,
            revision: self.revision,
        }
    }
}

impl std::ops::Deref for Snapshot {
    type Target = State;

    fn deref(&self) -> &State {
        &self.state
    }
}

/// The store of a list: holds its state, and re-renders the list on each action.
///
/// Not Yew's `use_reducer`: requests that end later must read the state as it is then, and a
/// dispatcher only writes.
#[derive(Clone)]
pub struct Store {
    snapshot: RenderCell<Rc<Snapshot>>,
    /// Re-renders along with the list.
    follower: Rc<RefCell<Option<UseForceUpdateHandle>>>,
}

/// Creates the store of a list with its initial state.
#[hook]
pub(super) fn use_store(initial: impl FnOnce() -> Snapshot) -> Store {
    Store {
        snapshot: use_render_cell(|| Rc::new(initial())),
        follower: use_mut_ref(|| None),
    }
}

impl Store {
    /// The current state.
    pub fn snapshot(&self) -> Rc<Snapshot> {
        self.snapshot.get()
    }

    /// Applies an action.
    pub fn dispatch(&self, action: Action) {
        self.replace(self.snapshot().reduce(action));
    }

    /// Marks the state as including all that the props say up to this revision.
    pub fn set_revision(&self, revision: u32) {
        self.replace(Snapshot {
            revision,
            ..Snapshot::clone(&self.snapshot())
        });
    }

    /// Re-renders another component whenever the list renders.
    pub(crate) fn set_follower(&self, follower: UseForceUpdateHandle) {
        self.follower.replace(Some(follower));
    }

    fn replace(&self, snapshot: Snapshot) {
        self.snapshot.replace(Rc::new(snapshot));
        if let Some(follower) = &*self.follower.borrow() {
            follower.force_update();
        }
    }
}
