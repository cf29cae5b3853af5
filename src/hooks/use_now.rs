use gloo_timers::callback::Interval;
use yew::hook;

use super::{use_effect_on, use_render_cell};
use crate::browser::now_ms;

/// The current time in milliseconds since 1970. If `is_live`, it updates each minute, so that
/// "5 minutes ago" stays true.
#[hook]
pub(crate) fn use_now(is_live: bool) -> f64 {
    let now = use_render_cell(now_ms);
    use_effect_on(is_live, {
        let now = now.clone();
        move |is_live: &bool| is_live.then(|| Interval::new(60_000, move || now.set(now_ms())))
    });
    now.get()
}
