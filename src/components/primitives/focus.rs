//! Moving the focus within a list.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use crate::browser::focus;

/// Returns the target of an event or its closest ancestor that matches a selector.
#[inline(never)]
pub(crate) fn closest(event: &Event, selector: &str) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(selector).ok().flatten()
}

/// Returns the root element of the list that an event comes from.
pub(crate) fn base(event: &Event) -> Option<Element> {
    closest(event, ".ac-base")
}

/// Focuses the first element that matches one of the selectors, tried in order.
#[inline(never)]
pub(crate) fn focus_within(base: &Element, selectors: &[&str]) {
    let find = |selector: &&str| base.query_selector(selector).ok().flatten();
    if let Some(element) = selectors.iter().find_map(find) {
        focus(element);
    }
}

/// Focuses the search field; after a touch the summary, since a focused field calls up the keyboard. A list may
/// have neither.
pub(crate) fn focus_search(base: &Element, is_touched: bool) {
    if is_touched {
        focus_within(base, &[".ac-summary", ".ac-x-main"]);
    } else {
        focus_within(base, &[".ac-search-input", ".ac-summary", ".ac-x-main"]);
    }
}

/// Returns whether a click comes from a touch screen.
pub(crate) fn is_touch(click: &Event) -> bool {
    let kind = Reflect::get(click, &"pointerType".into());
    kind.ok().and_then(|kind| kind.as_string()).as_deref() == Some("touch")
}

/// Focuses the checkbox or button that was clicked. Safari does not, so that Tab would continue
/// from somewhere else.
pub(crate) fn focus_control(event: &Event) {
    if let Some(control) = closest(event, "button, input") {
        focus(control);
    }
}
