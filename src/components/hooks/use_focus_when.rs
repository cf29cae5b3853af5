use web_sys::HtmlElement;
use yew::{NodeRef, hook, use_effect_with};

/// Focuses an element when `wanted` turns true.
#[hook]
pub(in crate::components) fn use_focus_when(node: NodeRef, wanted: bool) {
    use_effect_with(wanted, move |wanted| {
        if let Some(element) = node.cast::<HtmlElement>().filter(|_| *wanted) {
            // Fails only where there is nothing to focus.
            let _ = element.focus();
        }
    });
}
