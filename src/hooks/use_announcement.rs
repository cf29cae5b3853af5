use gloo_timers::callback::Timeout;
use yew::{AttrValue, hook};

use super::{use_effect_on, use_render_cell};

/// How long a list must stand still before it is announced, in milliseconds.
const CALM: u32 = 700;

/// What a live region says: `text`, once it has not changed for a moment.
#[hook]
pub(crate) fn use_announcement(text: AttrValue) -> AttrValue {
    let said = use_render_cell(AttrValue::default);
    use_effect_on(text, {
        let said = said.clone();
        move |text: &AttrValue| {
            let text = text.clone();
            Timeout::new(CALM, move || said.set(text))
        }
    });
    said.get()
}
