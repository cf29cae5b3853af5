use gloo_timers::callback::Interval;
use yew::hook;

use super::{use_effect_on, use_render_cell};
use crate::browser::now_ms;

/// The present in milliseconds since 1970, anew each minute, so that "5 minutes ago" stays true.
#[hook]
pub(crate) fn use_now(moves: bool) -> f64 {
    let now = use_render_cell(now_ms);
    use_effect_on(moves, {
        let now = now.clone();
        move |moves: &bool| moves.then(|| Interval::new(60_000, move || now.set(now_ms())))
    });
    now.get()
}
