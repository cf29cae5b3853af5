use web_sys::HtmlElement;
use yew::{NodeRef, hook};

use super::use_effect_on;

/// Focuses an element when `wanted` becomes another number than it was, and not 0.
#[hook]
pub(crate) fn use_focus_on_change(node: NodeRef, wanted: usize) {
    use_effect_on(wanted, move |wanted: &usize| {
        if let Some(element) = node.cast::<HtmlElement>().filter(|_| *wanted > 0) {
            // Fails only where there is nothing to focus.
            let _ = element.focus();
        }
    });
}
