use yew::{Callback, NodeRef, hook, use_force_update, use_mut_ref};

use super::use_intersection::{IntersectionTarget, use_intersection};

/// How far from what is seen of the page a list may be when it begins to load, in pixels.
const MARGIN: u32 = 400;

/// Whether a list may load: at once, or if it `waits`, from the moment when it is near what is
/// seen of the page.
#[hook]
pub(crate) fn use_lazy_start(node: NodeRef, waits: bool) -> bool {
    let begun = use_mut_ref(bool::default);
    let redraw = use_force_update();
    if !waits {
        begun.replace(true);
    }
    let has_begun = *begun.borrow();
    let sought = (!has_begun).then_some(IntersectionTarget {
        selector: ".ac-x-shell",
        pixels: MARGIN,
        turn: 0,
    });
    let then = Callback::from(move |()| {
        if !begun.replace(true) {
            redraw.force_update();
        }
    });
    use_intersection(node, sought, true, then);
    has_begun
}
