use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::hook;

use super::asker::PART;
use super::kept::Kept;
use crate::browser::{Abort, Work};
use crate::components::hooks::use_effect_on;
use crate::query::Index;
use crate::state::Action;

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

/// Reads the words of an index once its first cards are there, so that searches find them read.
#[hook]
pub(super) fn use_words(kept: &Kept) {
    let kept = kept.clone();
    let index = kept.now().index().cloned();
    use_effect_on(Known(index), move |known: &Known| {
        let index = known.0.clone().filter(|index| !index.knows_words())?;
        let abort = Abort::new()?;
        let controller = abort.controller();
        let read = async move {
            let mut work = Work::begin();
            while work.goes_on(&controller).await {
                if !index.read_words(PART) {
                    continue;
                }
                if kept.now().is_behind() {
                    kept.act(Action::WordsRead);
                }
                return;
            }
        };
        Some((abort, Timeout::new(PAINTING, || spawn_local(read))))
    });
}
