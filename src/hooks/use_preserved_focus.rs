use web_sys::{Element, Node};
use yew::{NodeRef, hook, use_mut_ref};

use super::use_effect_always;
use crate::browser::{focus, focused_beside};

/// Keeps the focus where the reader has it when what is drawn moves it about; where it takes the
/// focused element away and nobody else found the focus a place, the number of articles gets it.
/// To be used after all other hooks that place the focus.
#[hook]
pub(crate) fn use_preserved_focus(node: NodeRef) {
    // Now the page still shows what was there before.
    let base = node.cast::<Element>();
    let focused = base.as_ref().and_then(focused_beside);
    let is_ours = |focused: &Element| {
        base.as_ref()
            .is_some_and(|base| Node::contains(base, Some(focused)))
    };
    // The list may be drawn once more before anything can be done about what this drawing takes
    // away, and then nothing has the focus any more.
    let held = use_mut_ref(|| None);
    if let Some(focused) = focused.filter(is_ours) {
        held.replace(Some(focused));
    }
    use_effect_always(move || {
        if let Some((base, held)) = base.zip(held.take())
            && focused_beside(&base).is_none()
        {
            let summary = || base.query_selector(".ac-summary").ok().flatten();
            let kept = Some(held).filter(|held| held.is_connected());
            kept.or_else(summary).into_iter().for_each(focus);
        }
    });
}
