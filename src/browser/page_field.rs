//! A text field of the page that serves as the search field of a list.

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::Object;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, ShadowRoot};

/// Returns the field in the shadow tree that the list is in, or else in the document. `None` without
/// one, and for an invalid selector.
pub(crate) fn find_field(
    base: &Element,
    selector: &str,
    is_custom_element: bool,
) -> Option<HtmlInputElement> {
    let mut root = base.get_root_node();
    if is_custom_element && let Some(own) = root.dyn_ref::<ShadowRoot>() {
        root = own.host().get_root_node();
    }
    let tree = root.dyn_ref::<ShadowRoot>();
    let in_tree = tree.and_then(|tree| tree.query_selector(selector).ok()?);
    let in_document = || gloo_utils::document().query_selector(selector).ok()?;
    // Text areas have a value, too.
    Some(in_tree.or_else(in_document)?.unchecked_into())
}

/// Calls `on_input` with what the reader types into a field, which may come into the page later. Enter
/// does not submit a form around it. Stops when it is dropped.
pub(crate) fn on_typed(
    find: impl Fn() -> Option<HtmlInputElement> + Clone + 'static,
    on_input: impl Fn(String) + 'static,
) -> [EventListener; 2] {
    let field_of = move |event: &Event| {
        // From outside of a shadow tree its host looks like the target.
        let target = event.composed_path().get(0);
        find().filter(|field| Object::is(field, &target))
    };
    let document = gloo_utils::document();
    let typed = field_of.clone();
    let input = EventListener::new(&document, "input", move |event| {
        if let Some(field) = typed(event) {
            on_input(field.value());
        }
    });
    let options = EventListenerOptions::enable_prevent_default();
    let enter = EventListener::new_with_options(&document, "keydown", options, move |event| {
        let key = event.unchecked_ref::<KeyboardEvent>();
        // Browsers fill in forms by events without a key.
        if key.key() == "Enter" && !key.is_composing() && field_of(event).is_some() {
            event.prevent_default();
        }
    });
    [input, enter]
}
