use std::rc::Rc;

use web_sys::Element;
use yew::{Callback, NodeRef, hook};

use super::use_focus_after::is_in_pager;
use super::use_intersection::{IntersectionTarget, use_intersection};
use crate::browser::{ListPlace, window_height};
use crate::store::{Action, State, Trigger};

/// Distance of the list's end from the viewport at which more is loaded, in pixels.
const MARGIN: u32 = 600;

/// Shows more cards when the reader scrolls near the end of a list with infinite paging. Not while
/// the "show more" button has the focus, since new cards would push it away.
#[hook]
pub(crate) fn use_infinite_scroll(
    node: NodeRef,
    state: &State,
    dispatch: &Callback<Action>,
    place: &Rc<ListPlace>,
) {
    let target = state.loads_on_scroll().then_some(IntersectionTarget {
        selector: ".ac-pager",
        margin: MARGIN,
        turn: state.shown().len(),
    });
    let on_change = {
        let show_more = {
            let (node, dispatch) = (node.clone(), dispatch.clone());
            Callback::from(move |()| {
                let base = node.cast::<Element>();
                if base.is_some_and(|base| !is_in_pager(&base) && is_end_near(&base)) {
                    dispatch.emit(Action::ShowMore(Trigger::Scrolled));
                }
            })
        };
        let place = Rc::clone(place);
        Callback::from(move |is_near| {
            if is_near {
                let show_more = show_more.clone();
                place.when_settled(Box::new(move || show_more.emit(())));
            }
        })
    };
    use_intersection(node, target, false, on_change);
}

/// Whether the list's end is near the viewport, still.
fn is_end_near(base: &Element) -> bool {
    let pager = base.query_selector(".ac-pager").ok().flatten();
    let limit = window_height() + f64::from(MARGIN);
    pager.is_some_and(|pager| pager.get_bounding_client_rect().top() <= limit)
}
