use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, ShadowRoot};

/// The focused element in the document or shadow tree of `element`; `None` if the focus is elsewhere.
pub(crate) fn focused_beside(element: &Element) -> Option<Element> {
    let root = element.get_root_node();
    let active = match root.dyn_into::<Document>() {
        Ok(page) => page.active_element(),
        Err(root) => root.dyn_into::<ShadowRoot>().ok()?.active_element(),
    };
    // The body is the active element if no other is.
    active.filter(|active| !active.tag_name().eq_ignore_ascii_case("body"))
}

/// Focuses an element. One that is not focusable, such as a heading, becomes focusable, but not by
/// Tab.
pub(crate) fn focus(element: Element) {
    let Ok(element) = element.dyn_into::<HtmlElement>() else {
        return;
    };
    if element.tab_index() < 0 {
        // If this fails, the focus stays where it is.
        let _ = element.set_attribute("tabindex", "-1");
    }
    // Fails only if the element cannot be focused.
    let _ = element.focus();
}
