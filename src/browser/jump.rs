//! Cards that a jump through a long list brings into view: by the End key, a drag of the scroll bar, a script.

use std::cell::Cell;

use gloo_events::EventListener;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::page::window_height;
use super::scroll::on_scroll;

/// The part of the window's height from which a movement is a jump. Browsers render the cards that
/// come after shorter movements before they are in view.
const JUMP: f64 = 0.5;

/// The heights of the window, above and below it, in which browsers render cards.
const MARGIN: f64 = 2.0;

/// The cards that the browser may skip, as in `styles/cards/results.css`.
const MAY_BE_SKIPPED: &str = ".ac-cell:nth-child(n + 13):not([data-rendered])";

/// Renders the cards that a jump brings into view before the browser paints them.
///
/// The browser would paint the frame with cards of estimated heights first, and move the cards that
/// the reader sees in the next one. Stops when it is dropped.
pub(crate) fn render_after_jumps(base: Element) -> EventListener {
    let last_top = Cell::new(base.get_bounding_client_rect().top());
    on_scroll(move || {
        let top = base.get_bounding_client_rect().top();
        let moved = top - last_top.replace(top);
        if moved.abs() >= JUMP * window_height() {
            render_cards_in_view(&base);
        }
    })
}

/// Marks the skipped cards in and around the window: style sheets render marked cards in full. The
/// marks stay, because estimated heights would come back without them.
fn render_cards_in_view(base: &Element) {
    let height = window_height();
    let (above, below) = (-MARGIN * height, (1.0 + MARGIN) * height);
    let Ok(cells) = base.query_selector_all(MAY_BE_SKIPPED) else {
        return;
    };
    let cells = (0..cells.length()).filter_map(|index| cells.get(index));
    let cells = cells.filter_map(|cell| cell.dyn_into::<Element>().ok());
    let is_near = |cell: &Element| {
        let place = cell.get_bounding_client_rect();
        place.bottom() >= above && place.top() <= below
    };
    // All are measured before the first is marked: layout happens once.
    let skipped = cells.filter(|cell| is_near(cell) && is_skipped(cell));
    for cell in skipped.collect::<Vec<_>>() {
        let _ = cell.set_attribute("data-rendered", "");
    }
}

/// Whether the browser skips what is in a card. It has the heights of those that it has rendered before.
fn is_skipped(cell: &Element) -> bool {
    let content = cell.query_selector(".ac-card-body").ok().flatten();
    let options = Object::new();
    // Setting a property of a plain object never throws.
    let _ = Reflect::set(&options, &"contentVisibilityAuto".into(), &JsValue::TRUE);
    content.is_some_and(|content| {
        !content
            .unchecked_into::<Content>()
            .check_visibility(&options)
    })
}

#[wasm_bindgen]
extern "C" {
    /// An element with a method that `web_sys` lacks.
    type Content;

    #[wasm_bindgen(method, js_name = checkVisibility)]
    fn check_visibility(this: &Content, options: &Object) -> bool;
}
