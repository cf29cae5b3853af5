use web_sys::Element;
use yew::{Callback, NodeRef, hook};

use super::use_focus_after::is_in_pager;
use super::use_intersection::{IntersectionTarget, use_intersection};
use crate::store::{Action, State, Trigger};

/// How far below what is seen the end of the list may be before more is asked for, in pixels.
const MARGIN: u32 = 600;

/// Asks for more cards as the reader comes near the end of a list that loads by itself. Not while
/// the button for more has the focus, which the new cards would push away.
#[hook]
pub(crate) fn use_infinite_scroll(node: NodeRef, state: &State, dispatch: &Callback<Action>) {
    let sought = state.loads_on_scroll().then_some(IntersectionTarget {
        selector: ".ac-pager",
        pixels: MARGIN,
        turn: state.shown().len(),
    });
    let then = {
        let (node, dispatch) = (node.clone(), dispatch.clone());
        Callback::from(move |()| {
            let base = node.cast::<Element>();
            if !base.is_some_and(|base| is_in_pager(&base)) {
                dispatch.emit(Action::ShowMore(Trigger::Scrolled));
            }
        })
    };
    use_intersection(node, sought, false, then);
}
