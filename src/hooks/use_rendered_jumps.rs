use web_sys::Element;
use yew::{NodeRef, hook};

use super::use_effect_on;
use crate::browser::render_after_jumps;

/// Lets nothing in view move after a jump through a long list.
#[hook]
pub(crate) fn use_rendered_jumps(node: NodeRef) {
    use_effect_on(node, |node: &NodeRef| {
        node.cast::<Element>().map(render_after_jumps)
    });
}
