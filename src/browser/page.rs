//! The page around the widget.

use web_sys::Element;
use yew::NodeRef;

/// The address that relative ones are resolved against.
pub fn base_url() -> Option<String> {
    web_sys::window()?.document()?.base_uri().ok().flatten()
}

/// A parameter of the page's own address.
pub fn query_parameter(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search)
        .ok()?
        .get(name)
}

/// Brings the top of an element into view and gives it the focus, so that the next press of Tab
/// goes on from there.
pub fn scroll_into_view(node: &NodeRef) {
    let Some(element) = node.cast::<Element>() else {
        return;
    };
    element.scroll_into_view();
    let first = element.query_selector(".ac-card-link").ok().flatten();
    if let Some(link) =
        first.and_then(|link| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(link).ok())
    {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // Fails only where there is nothing to focus.
        let _ = link.focus_with_options(&options);
    }
}
