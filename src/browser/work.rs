use gloo_timers::future::TimeoutFuture;
use web_sys::AbortController;

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
            TimeoutFuture::new(0).await;
            self.since = ticks_ms();
        }
        !abort.signal().aborted()
    }
}
