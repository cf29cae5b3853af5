use web_sys::{Element, Node};
use yew::{NodeRef, hook, use_mut_ref};

use super::use_effect_always;
use crate::browser::{focus, focused_beside};

/// Preserves the focus when a render moves the focused element. If the render removes it and no
/// other hook moves the focus, the focus goes to the summary. Use after all other hooks that move
/// the focus.
#[hook]
pub(crate) fn use_preserved_focus(node: NodeRef) {
    // The DOM is still that of the previous render.
    let base = node.cast::<Element>();
    let focused = base.as_ref().and_then(focused_beside);
    let is_inside = |focused: &Element| {
        let base = base.as_ref();
        base.is_some_and(|base| Node::contains(base, Some(focused)))
    };
    // A second render may come before the effect of this one; by then nothing has the focus.
    let last_focused = use_mut_ref(|| None);
    if let Some(focused) = focused.filter(is_inside) {
        last_focused.replace(Some(focused));
    }
    use_effect_always(move || {
        if let Some((base, focused)) = base.zip(last_focused.take())
            && focused_beside(&base).is_none()
        {
            let summary = || {
                base.query_selector(".ac-summary, .ac-x-main")
                    .ok()
                    .flatten()
            };
            let target = Some(focused).filter(|focused| focused.is_connected());
            target.or_else(summary).into_iter().for_each(focus);
        }
    });
}
