use yew::{Callback, NodeRef, hook};

use super::use_intersection::{IntersectionTarget, use_intersection};
use crate::browser::saves_data;
use crate::store::{Action, State};

/// Lets a query that needs the rest of the feed load it while the list is in view, unless the reader
/// saves data.
///
/// The list is observed before there is such a query, so that its first answer is not followed by
/// another one in the next frame.
#[hook]
pub(crate) fn use_rest_in_view(node: NodeRef, state: &State, dispatch: &Callback<Action>) {
    let target = state.has_next_page().then_some(IntersectionTarget {
        selector: ".ac-x-shell",
        margin: 0,
        turn: 0,
    });
    let on_change = dispatch.reform(|is_in_view| Action::RestAllowed(is_in_view && !saves_data()));
    use_intersection(node, target, true, on_change);
}
