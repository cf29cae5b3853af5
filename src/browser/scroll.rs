//! Scrolling of the page, or of any element in it.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};

/// Calls a function whenever the page or an element of it scrolls, until the listener is dropped.
pub(super) fn on_scroll(mut run: impl FnMut() + 'static) -> EventListener {
    let options = EventListenerOptions {
        // Scroll events of elements do not bubble.
        phase: EventListenerPhase::Capture,
        passive: true,
    };
    let document = gloo_utils::document();
    EventListener::new_with_options(&document, "scroll", options, move |_| run())
}
