use std::rc::Rc;

use article_cards_core::pipeline::ARTICLES_PER_STEP;
use article_cards_core::search::Index;
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::hook;

use super::use_store::Store;
use crate::browser::{Abort, TimeSlice};
use crate::hooks::use_effect_on;
use crate::store::Action;

/// Time that the browser gets to paint the first results, in milliseconds.
const PAINT_DELAY: u32 = 40;

/// An index compared by identity.
struct IndexIdentity(Option<Rc<Index>>);

impl PartialEq for IndexIdentity {
    fn eq(&self, other: &Self) -> bool {
        let pointer = |identity: &Self| identity.0.as_ref().map(Rc::as_ptr);
        pointer(self) == pointer(other)
    }
}

/// Warms up an index for searches and sort orders, in time slices, once its first cards are there.
#[hook]
pub(super) fn use_index_warm_up(store: &Store) {
    let store = store.clone();
    let index = store.snapshot().index().cloned();
    use_effect_on(IndexIdentity(index), move |identity: &IndexIdentity| {
        let index = identity.0.clone()?;
        let abort = Abort::new()?;
        let controller = abort.controller();
        let warm_up = async move {
            let mut slice = TimeSlice::start();
            while slice.yield_if_due(&controller).await {
                let state = store.snapshot();
                let is_done = index.warm_up(state.query(), ARTICLES_PER_STEP);
                if state.is_stale() && index.is_warm_for(state.query()) {
                    store.dispatch(Action::IndexWarmedUp);
                }
                if is_done {
                    return;
                }
            }
        };
        Some((abort, Timeout::new(PAINT_DELAY, || spawn_local(warm_up))))
    });
}
