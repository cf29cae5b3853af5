//! What style sheets cannot tell of a toolbar that sticks to the top of the window: whether it does, and
//! whether the reader scrolls away from it.

use std::cell::Cell;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::scroll::on_scroll;

/// Movements of fewer pixels have no direction: bars of mobile browsers that come and go cause them.
const LEAST_MOVE: f64 = 4.0;

/// Marks the toolbar of a list while it sticks, and while it is away because the reader scrolls down.
/// Stops when it is dropped.
pub(crate) fn watch_toolbar(base: Element) -> EventListener {
    // Style sheets rely on it: nothing else gives the toolbar its background.
    mark(&base, "data-interactive", true);
    let last_top = Cell::new(0.0);
    on_scroll(move || update(&base, &last_top))
}

fn update(base: &Element, last_top: &Cell<f64>) {
    let toolbar = base.query_selector(".ac-toolbar").ok().flatten();
    let toolbar = toolbar.and_then(|toolbar| toolbar.dyn_into::<HtmlElement>().ok());
    let Some(toolbar) = toolbar else { return };
    let parent = toolbar.parent_element();
    let parent = parent.and_then(|parent| parent.dyn_into::<HtmlElement>().ok());
    let Some(parent) = parent else { return };
    // Offsets ignore the translation of a toolbar that is away.
    let is_stuck = toolbar.offset_top() > parent.offset_top();
    mark(&toolbar, "data-stuck", is_stuck);
    let top = base.get_bounding_client_rect().top();
    let moved = top - last_top.get();
    if moved.abs() >= LEAST_MOVE || !is_stuck {
        last_top.set(top);
        mark(&toolbar, "data-away", is_stuck && moved < 0.0);
    }
}

/// Sets an attribute, or removes it.
fn mark(element: &Element, name: &str, is_set: bool) {
    // Fails only for invalid names.
    let _ = element.toggle_attribute_with_force(name, is_set);
}
