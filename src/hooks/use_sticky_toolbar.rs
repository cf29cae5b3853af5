use web_sys::Element;
use yew::{NodeRef, hook};

use super::use_effect_on;
use crate::browser::watch_toolbar;

/// Lets the toolbar of a narrow list stay on screen when the reader scrolls up.
#[hook]
pub(crate) fn use_sticky_toolbar(node: NodeRef) {
    use_effect_on(node, |node: &NodeRef| {
        node.cast::<Element>().map(watch_toolbar)
    });
}
