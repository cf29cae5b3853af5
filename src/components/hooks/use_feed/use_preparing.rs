use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::hook;

use super::asker::PART;
use super::kept::Kept;
use crate::browser::{Abort, Work};
use crate::components::hooks::use_effect_on;
use crate::store::Action;
use article_cards_core::search::Index;

/// So long the browser has to paint what was found, in milliseconds.
const PAINTING: u32 = 40;

/// Which index, whatever is in it.
struct Known(Option<Rc<Index>>);

impl PartialEq for Known {
    fn eq(&self, other: &Self) -> bool {
        let which = |known: &Self| known.0.as_ref().map(Rc::as_ptr);
        which(self) == which(other)
    }
}

/// Makes an index ready for searches and orders once its first cards are there.
#[hook]
pub(super) fn use_preparing(kept: &Kept) {
    let kept = kept.clone();
    let index = kept.now().index().cloned();
    use_effect_on(Known(index), move |known: &Known| {
        let index = known.0.clone()?;
        let abort = Abort::new()?;
        let controller = abort.controller();
        let prepare = async move {
            let mut work = Work::begin();
            while work.goes_on(&controller).await {
                let now = kept.now();
                let is_done = index.prepare(now.query(), PART);
                if now.is_behind() && index.is_prepared(now.query()) {
                    kept.act(Action::Prepared);
                }
                if is_done {
                    return;
                }
            }
        };
        Some((abort, Timeout::new(PAINTING, || spawn_local(prepare))))
    });
}
