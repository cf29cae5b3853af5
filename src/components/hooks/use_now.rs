use gloo_timers::callback::Interval;
use yew::{hook, use_effect_with, use_state};

use crate::browser::now_ms;

/// The present in milliseconds since 1970, anew each minute, so that "5 minutes ago" stays true.
#[hook]
pub(in crate::components) fn use_now(moves: bool) -> f64 {
    let now = use_state(now_ms);
    use_effect_with(moves, {
        let now = now.setter();
        move |moves| {
            let timer = moves.then(|| Interval::new(60_000, move || now.set(now_ms())));
            move || drop(timer)
        }
    });
    *now
}
