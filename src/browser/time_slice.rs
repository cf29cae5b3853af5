use article_cards_core::pipeline::TIME_SLICE_MS;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, MessageChannel};

use super::ticks_ms;

/// Long work in time slices, between which the page handles events and paints.
#[derive(Debug)]
pub(crate) struct TimeSlice {
    started: f64,
}

impl TimeSlice {
    /// Starts the first slice.
    pub(crate) fn start() -> Self {
        Self {
            started: ticks_ms(),
        }
    }

    /// Yields to the browser if the slice is over. Returns `false` if the work is aborted.
    pub(crate) async fn yield_if_due(&mut self, abort: &AbortController) -> bool {
        if ticks_ms() - self.started > TIME_SLICE_MS {
            yield_to_browser().await;
            self.started = ticks_ms();
        }
        !abort.signal().aborted()
    }
}

/// Waits for a number of milliseconds.
pub(crate) async fn sleep(milliseconds: i32) {
    let elapsed = Promise::new(&mut |resolve, _| {
        let timer = gloo_utils::window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        if timer.is_err() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    // The promise never rejects.
    let _ = JsFuture::from(elapsed).await;
}

/// Lets the browser handle its queue. A message arrives as soon as that is done; a timer waits for
/// milliseconds, and in a background tab for a second.
async fn yield_to_browser() {
    let Ok(channel) = MessageChannel::new() else {
        return;
    };
    let (receiver, sender) = (channel.port1(), channel.port2());
    let received = Promise::new(&mut |resolve, _| {
        receiver.set_onmessage(Some(&resolve));
        if sender.post_message(&JsValue::NULL).is_err() {
            // Without a channel the work continues at once.
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    // The promise never rejects.
    let _ = JsFuture::from(received).await;
    receiver.close();
}
