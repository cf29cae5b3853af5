use gloo_timers::callback::Timeout;
use yew::{AttrValue, hook};

use super::{use_effect_on, use_render_cell};

/// How long a text must stay the same before it is announced, in milliseconds.
const DEBOUNCE: u32 = 700;

/// The text of a live region: `text`, debounced.
#[hook]
pub(crate) fn use_announcement(text: AttrValue) -> AttrValue {
    let announced = use_render_cell(AttrValue::default);
    use_effect_on(text, {
        let announced = announced.clone();
        move |text: &AttrValue| {
            let text = text.clone();
            Timeout::new(DEBOUNCE, move || announced.set(text))
        }
    });
    announced.get()
}
