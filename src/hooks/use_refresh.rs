use std::cell::Cell;
use std::rc::Rc;

use article_cards_core::defaults;
use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use gloo_utils::document;
use yew::{AttrValue, Callback, hook, use_mut_ref};

use super::use_effect_on;
use crate::browser::now_ms;

/// The interval of refreshes in seconds; `None` if there are none.
pub(crate) fn refresh_interval(seconds: u32) -> Option<u32> {
    defaults::REFRESH_RANGE
        .contains(&seconds)
        .then_some(seconds)
}

/// Calls `refresh` at an interval while the page is visible, and as soon as it becomes visible if a
/// refresh is overdue. A changed `src` restarts the interval.
#[hook]
pub(crate) fn use_refresh(seconds: u32, src: Option<AttrValue>, refresh: Callback<()>) {
    // The timer calls the callback of the latest render.
    let latest = use_mut_ref(Callback::default);
    latest.replace(refresh);
    use_effect_on(
        (refresh_interval(seconds), src),
        move |(seconds, src): &(Option<u32>, Option<AttrValue>)| {
            let active = seconds.filter(|_| src.is_some());
            active.map(|seconds| {
                let document = document();
                let interval = f64::from(seconds) * 1_000.0;
                let last = Rc::new(Cell::new(now_ms()));
                let refresh_after = {
                    let document = document.clone();
                    Rc::new(move |milliseconds: f64| {
                        if !document.hidden() && now_ms() - last.get() >= milliseconds {
                            last.set(now_ms());
                            let refresh = latest.borrow().clone();
                            refresh.emit(());
                        }
                    })
                };
                let on_visible = Rc::clone(&refresh_after);
                let listener = EventListener::new(&document, "visibilitychange", move |_| {
                    on_visible(interval)
                });
                // A tick soon after an overdue refresh is skipped.
                let tick = move || refresh_after(interval / 2.0);
                (listener, Interval::new(seconds.saturating_mul(1_000), tick))
            })
        },
    );
}
