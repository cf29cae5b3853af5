use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, MessageChannel};

use super::ticks_ms;

/// How long a page may stand still for work, in milliseconds: half of what a reader may notice, for
/// the browser has work of its own.
const PATIENCE: f64 = 24.0;

/// Work that lets the page go on now and then.
#[derive(Debug)]
pub(crate) struct Work {
    since: f64,
}

impl Work {
    /// It begins.
    pub(crate) fn begin() -> Self {
        Self { since: ticks_ms() }
    }

    /// Rests if it has gone on for long enough; `false`: nobody waits for it any more.
    pub(crate) async fn goes_on(&mut self, abort: &AbortController) -> bool {
        if ticks_ms() - self.since > PATIENCE {
            rest().await;
            self.since = ticks_ms();
        }
        !abort.signal().aborted()
    }
}

/// Waits for so many milliseconds.
pub(super) async fn pause(milliseconds: i32) {
    let waited = Promise::new(&mut |resolve, _| {
        let timer = web_sys::window().and_then(|window| {
            let set = window
                .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
            set.ok()
        });
        if timer.is_none() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    // It is never rejected.
    let _ = JsFuture::from(waited).await;
}

/// Lets the page go on. A message comes as soon as that has had its turn; a timer waits for
/// milliseconds, and in the background for a second.
async fn rest() {
    let Ok(channel) = MessageChannel::new() else {
        return;
    };
    let (here, there) = (channel.port1(), channel.port2());
    let heard = Promise::new(&mut |resolve, _| {
        here.set_onmessage(Some(&resolve));
        if there.post_message(&JsValue::NULL).is_err() {
            // Then the page has no turn: the work is more than that.
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    // It is never rejected.
    let _ = JsFuture::from(heard).await;
    here.close();
}
