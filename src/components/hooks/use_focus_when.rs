use web_sys::HtmlElement;
use yew::{NodeRef, hook};

use super::use_effect_on;

/// Focuses an element when `wanted` turns true.
#[hook]
pub(in crate::components) fn use_focus_when(node: NodeRef, wanted: bool) {
    use_effect_on(wanted, move |wanted: &bool| {
        if let Some(element) = node.cast::<HtmlElement>().filter(|_| *wanted) {
            // Fails only where there is nothing to focus.
            let _ = element.focus();
        }
    });
}
