use web_sys::Element;
use yew::{Callback, NodeRef, hook};

use super::use_focus_after::is_in_pager;
use super::use_near::{Sought, use_near};
use crate::store::{Action, Cause, State};

/// How far below what is seen the end of the list may be before more is asked for, in pixels.
const MARGIN: u32 = 600;

/// Asks for more cards as the reader comes near the end of a list that loads by itself. Not while
/// the button for more has the focus, which the new cards would push away.
#[hook]
pub(in crate::components) fn use_scrolling(node: NodeRef, state: &State, act: &Callback<Action>) {
    let sought = state.loads_by_itself().then_some(Sought {
        selector: ".ac-pager",
        pixels: MARGIN,
        turn: state.shown().len(),
    });
    let then = {
        let (node, act) = (node.clone(), act.clone());
        Callback::from(move |()| {
            let base = node.cast::<Element>();
            if !base.is_some_and(|base| is_in_pager(&base)) {
                act.emit(Action::More(Cause::Scrolled));
            }
        })
    };
    use_near(node, sought, false, then);
}
