use web_sys::{Element, Node};
use yew::{Callback, NodeRef, hook, use_effect_with, use_mut_ref};

use crate::browser::{focus, focused_beside};
use crate::query::QueryState;
use crate::state::Action;

/// Keeps the focus where the reader has it, when what they chose moves cards about or takes the
/// pressed button away: in the latter case the number of articles found gets it.
///
/// Acts that go through the returned callback remember what has the focus.
#[hook]
pub(in crate::components) fn use_kept_focus(
    node: NodeRef,
    query: &QueryState,
    act: Callback<Action>,
) -> Callback<Action> {
    let held = use_mut_ref(|| None::<Element>);
    use_effect_with(query.clone(), {
        let (held, node) = (held.clone(), node.clone());
        move |_: &QueryState| {
            let base = node.cast::<Element>();
            if let Some((base, held)) = base.zip(held.borrow_mut().take())
                && focused_beside(&base).is_none()
            {
                let summary = || base.query_selector(".ac-summary").ok().flatten();
                let target = Some(held)
                    .filter(|held| held.is_connected())
                    .or_else(summary);
                target.into_iter().for_each(focus);
            }
        }
    });
    yew::use_callback(act, move |action: Action, act| {
        let base = node.cast::<Element>();
        let focused = base.as_ref().and_then(focused_beside);
        let is_ours = |focused: &Element| {
            base.as_ref()
                .is_some_and(|base| Node::contains(base, Some(focused)))
        };
        *held.borrow_mut() = focused.filter(is_ours);
        act.emit(action);
    })
}
