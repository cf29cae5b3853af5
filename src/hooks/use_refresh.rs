use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use yew::{AttrValue, Callback, hook, use_mut_ref};

use super::use_effect_on;
use crate::browser::now_ms;

/// The shortest time between two requests, in seconds: what is shorter is none.
const SHORTEST: u32 = 10;

/// Seconds between two requests, if there are to be any.
pub(crate) fn period(seconds: u32) -> Option<u32> {
    (seconds >= SHORTEST).then_some(seconds)
}

/// Asks for a feed's first document every so many seconds while the page is seen, and as soon as
/// it is seen again if that is overdue. Another `src` begins anew.
#[hook]
pub(crate) fn use_refresh(seconds: u32, src: Option<AttrValue>, refresh: Callback<()>) {
    let told = use_mut_ref(Callback::default);
    told.replace(refresh);
    use_effect_on(
        (period(seconds), src),
        move |(seconds, src): &(Option<u32>, Option<AttrValue>)| {
            let page = web_sys::window().and_then(|window| window.document());
            let wanted = seconds.filter(|_| src.is_some()).zip(page);
            wanted.map(|(seconds, page)| {
                let period = f64::from(seconds) * 1_000.0;
                let asked = Rc::new(Cell::new(now_ms()));
                let ask_after = {
                    let page = page.clone();
                    Rc::new(move |milliseconds: f64| {
                        if !page.hidden() && now_ms() - asked.get() >= milliseconds {
                            asked.set(now_ms());
                            let told = told.borrow().clone();
                            told.emit(());
                        }
                    })
                };
                let is_seen = Rc::clone(&ask_after);
                let listener =
                    EventListener::new(&page, "visibilitychange", move |_| is_seen(period));
                // One that follows a late request soon is left out.
                let tick = move || ask_after(period / 2.0);
                (listener, Interval::new(seconds.saturating_mul(1_000), tick))
            })
        },
    );
}
