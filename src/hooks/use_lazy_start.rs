use yew::{Callback, NodeRef, hook, use_force_update, use_mut_ref};

use super::use_intersection::{IntersectionTarget, use_intersection};

/// Distance from the viewport at which a lazy list starts to load, in pixels.
const MARGIN: u32 = 400;

/// Whether a list may start to load: at once, or, if it is lazy, once it is near the viewport.
#[hook]
pub(crate) fn use_lazy_start(node: NodeRef, is_lazy: bool) -> bool {
    let started = use_mut_ref(bool::default);
    let component = use_force_update();
    if !is_lazy {
        started.replace(true);
    }
    let has_started = *started.borrow();
    let target = (!has_started).then_some(IntersectionTarget {
        selector: ".ac-x-shell",
        margin: MARGIN,
        turn: 0,
    });
    let on_change = Callback::from(move |is_near| {
        if is_near && !started.replace(true) {
            component.force_update();
        }
    });
    use_intersection(node, target, true, on_change);
    has_started
}
