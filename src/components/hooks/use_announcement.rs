use gloo_timers::callback::Timeout;
use yew::{AttrValue, hook, use_effect_with, use_state_eq};

/// How long a list must stand still before it is announced, in milliseconds.
const CALM: u32 = 700;

/// What a live region says: `text`, once it has not changed for a moment.
#[hook]
pub(in crate::components) fn use_announcement(text: AttrValue) -> AttrValue {
    let said = use_state_eq(AttrValue::default);
    use_effect_with(text, {
        let said = said.setter();
        move |text: &AttrValue| {
            let text = text.clone();
            let timer = Timeout::new(CALM, move || said.set(text));
            move || drop(timer)
        }
    });
    (*said).clone()
}
