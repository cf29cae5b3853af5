use web_sys::Element;
use yew::{Callback, NodeRef, hook};

use super::use_effect_on;
use crate::browser::Intersection;

/// The element of a list that is observed.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct IntersectionTarget {
    pub(crate) selector: &'static str,
    /// Distance from the viewport that counts as near, in pixels.
    pub(crate) margin: u32,
    /// The observation restarts when this changes.
    pub(crate) turn: usize,
}

/// Calls `on_change` with whether the target is near the viewport, at once and when that changes. In a
/// browser without `IntersectionObserver` it is called at once with `true` if `fallback` is `true`,
/// otherwise never.
#[hook]
pub(crate) fn use_intersection(
    node: NodeRef,
    target: Option<IntersectionTarget>,
    fallback: bool,
    on_change: Callback<bool>,
) {
    use_effect_on((node, target), move |(node, target): &(NodeRef, _)| {
        let find = |target: IntersectionTarget| {
            let base = node.cast::<Element>()?;
            let element = base.query_selector(target.selector).ok()??;
            Some((element, target.margin))
        };
        target.and_then(find).and_then(|(element, margin)| {
            let callback = on_change.clone();
            let intersection = Intersection::new(&element, margin, move |is_near| {
                callback.emit(is_near);
            });
            if intersection.is_none() && fallback {
                on_change.emit(true);
            }
            intersection
        })
    });
}
