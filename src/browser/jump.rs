//! Cards that a jump through a long list brings into view: by the End key, a drag of the scroll bar, a script.

use std::cell::Cell;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::page::window_height;

/// The part of the window's height from which a movement is a jump. Browsers render the cards that
/// come after shorter movements before they are in view.
const JUMP: f64 = 0.5;

/// The heights of the window, above and below it, in which browsers render cards.
const MARGIN: f64 = 2.0;

/// Cards that the browser may skip, as in `styles/cards/results.css`, and that no jump has reached yet.
const SKIPPED: &str = ".ac-cell:nth-child(n + 13):not([data-rendered])";

/// Renders the cards that a jump brings into view before the browser paints them.
///
/// The browser would paint the frame with cards of estimated heights first, and move the cards that
/// the reader sees in the next one. Stops when it is dropped.
pub(crate) fn render_after_jumps(base: Element) -> EventListener {
    let last_top = Cell::new(base.get_bounding_client_rect().top());
    let options = EventListenerOptions {
        // Scroll events of elements do not bubble.
        phase: EventListenerPhase::Capture,
        passive: true,
    };
    let document = gloo_utils::document();
    EventListener::new_with_options(&document, "scroll", options, move |_| {
        let top = base.get_bounding_client_rect().top();
        let moved = top - last_top.replace(top);
        if moved.abs() >= JUMP * window_height() {
            render_cards_in_view(&base);
        }
    })
}

/// Marks the cards in and around the window: style sheets render marked cards in full. The marks
/// stay, because estimated heights would come back without them.
fn render_cards_in_view(base: &Element) {
    let height = window_height();
    let (above, below) = (-MARGIN * height, (1.0 + MARGIN) * height);
    let Ok(cells) = base.query_selector_all(SKIPPED) else {
        return;
    };
    let cells = (0..cells.length()).filter_map(|index| cells.get(index));
    let cells = cells.filter_map(|cell| cell.dyn_into::<Element>().ok());
    let is_near = |cell: &Element| {
        let place = cell.get_bounding_client_rect();
        place.bottom() >= above && place.top() <= below
    };
    // All are measured before the first is marked: layout happens once.
    for cell in cells.filter(is_near).collect::<Vec<_>>() {
        let _ = cell.set_attribute("data-rendered", "");
    }
}
