//! Pauses between attempts.

use std::thread;
use std::time::{Duration, Instant};

/// How long a server may take to answer again, such as one that chooses a new leader.
const LONGEST: Duration = Duration::from_secs(30);

const FIRST_PAUSE: Duration = Duration::from_millis(500);

const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// Pauses that get longer, until patience ends.
pub(super) struct Patience {
    end: Instant,
    pause: Duration,
}

impl Patience {
    /// Starts with the first attempt.
    pub(super) fn new() -> Self {
        Self {
            end: Instant::now() + LONGEST,
            pause: FIRST_PAUSE,
        }
    }

    /// Waits before another attempt. Returns `false` if there should be none.
    pub(super) fn wait(&mut self) -> bool {
        let left = self.end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return false;
        }
        thread::sleep(self.pause.min(left));
        self.pause = LONGEST_PAUSE.min(self.pause * 2);
        true
    }
}
