use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, ShadowRoot};

/// What has the focus in the document or shadow tree that an element stands in; `None` where
/// nothing has it, or something outside of that tree.
pub(crate) fn focused_beside(element: &Element) -> Option<Element> {
    let root = element.get_root_node();
    let active = match root.dyn_into::<Document>() {
        Ok(page) => page.active_element(),
        Err(root) => root.dyn_into::<ShadowRoot>().ok()?.active_element(),
    };
    // The body has it where nothing else does.
    active.filter(|active| !active.tag_name().eq_ignore_ascii_case("body"))
}

/// Gives an element the focus. One that takes none by itself, such as a heading, takes it from
/// now on, but not by Tab.
pub(crate) fn focus(element: Element) {
    let Ok(element) = element.dyn_into::<HtmlElement>() else {
        return;
    };
    if element.tab_index() < 0 {
        // A refusal leaves the focus where it is.
        let _ = element.set_attribute("tabindex", "-1");
    }
    // Fails only where there is nothing to focus.
    let _ = element.focus();
}
