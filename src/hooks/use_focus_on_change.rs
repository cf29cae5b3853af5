use web_sys::HtmlElement;
use yew::{NodeRef, hook};

use super::use_effect_on;

/// Focuses an element when `count` changes, unless it is 0.
#[hook]
pub(crate) fn use_focus_on_change(node: NodeRef, count: usize) {
    use_effect_on(count, move |count: &usize| {
        if let Some(element) = node.cast::<HtmlElement>().filter(|_| *count > 0) {
            // Fails only if the element cannot be focused.
            let _ = element.focus();
        }
    });
}
