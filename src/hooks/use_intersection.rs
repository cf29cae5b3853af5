use web_sys::Element;
use yew::{Callback, NodeRef, hook};

use super::use_effect_on;
use crate::browser::Intersection;

/// What is to come near what is seen of the page.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct IntersectionTarget {
    pub(crate) selector: &'static str,
    /// How far away still counts as near, in pixels.
    pub(crate) pixels: u32,
    /// It is waited for anew whenever this changes.
    pub(crate) turn: usize,
}

/// Tells when the sought part of the list is near; a browser that can't tell is taken at once if
/// `else_at_once`.
#[hook]
pub(crate) fn use_intersection(
    node: NodeRef,
    sought: Option<IntersectionTarget>,
    else_at_once: bool,
    then: Callback<()>,
) {
    use_effect_on((node, sought), move |(node, sought): &(NodeRef, _)| {
        let find = |it: IntersectionTarget| {
            let base = node.cast::<Element>()?;
            Some((base.query_selector(it.selector).ok()??, it.pixels))
        };
        sought.and_then(find).and_then(|(element, pixels)| {
            let heard = then.clone();
            let near = Intersection::new(&element, pixels, move || heard.emit(()));
            if near.is_none() && else_at_once {
                then.emit(());
            }
            near
        })
    });
}
