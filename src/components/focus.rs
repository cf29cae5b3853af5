//! Where the focus goes when what had it is gone.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use crate::browser::focus;

/// The element of this kind that an event came from, or that is around where it came from.
#[inline(never)]
pub(super) fn pressed(event: &Event, selector: &str) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(selector).ok().flatten()
}

/// The list of articles that an event comes from.
pub(super) fn base(event: &Event) -> Option<Element> {
    pressed(event, ".ac-base")
}

/// Focuses the first of what matches.
#[inline(never)]
pub(super) fn focus_within(base: &Element, selectors: &[&str]) {
    let found = |selector: &&str| base.query_selector(selector).ok().flatten();
    if let Some(element) = selectors.iter().find_map(found) {
        focus(element);
    }
}

/// Focuses a box or button that was pressed: Safari does not, and a keyboard would go on from
/// somewhere else.
pub(super) fn focus_pressed(event: &Event) {
    if let Some(control) = pressed(event, "button, input") {
        focus(control);
    }
}
