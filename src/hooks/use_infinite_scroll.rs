use web_sys::Element;
use yew::{Callback, NodeRef, hook};

use super::use_focus_after::is_in_pager;
use super::use_intersection::{IntersectionTarget, use_intersection};
use crate::store::{Action, State, Trigger};

/// Distance of the list's end from the viewport at which more is loaded, in pixels.
const MARGIN: u32 = 600;

/// Shows more cards when the reader scrolls near the end of a list with infinite paging. Not while
/// the "show more" button has the focus, since new cards would push it away.
#[hook]
pub(crate) fn use_infinite_scroll(node: NodeRef, state: &State, dispatch: &Callback<Action>) {
    let target = state.loads_on_scroll().then_some(IntersectionTarget {
        selector: ".ac-pager",
        margin: MARGIN,
        turn: state.shown().len(),
    });
    let on_enter = {
        let (node, dispatch) = (node.clone(), dispatch.clone());
        Callback::from(move |()| {
            let base = node.cast::<Element>();
            if !base.is_some_and(|base| is_in_pager(&base)) {
                dispatch.emit(Action::ShowMore(Trigger::Scrolled));
            }
        })
    };
    use_intersection(node, target, false, on_enter);
}
