use web_sys::Element;
use yew::{NodeRef, hook, use_memo};

use crate::browser::size;
use crate::components::Layout;

/// How many cards stand side by side, by the width at the time when they are first drawn.
#[hook]
pub(in crate::components) fn use_first_row(node: NodeRef, layout: Layout, drawn: bool) -> usize {
    *use_memo((layout, drawn), |(layout, _)| match layout {
        Layout::Grid => node
            .cast::<Element>()
            .map_or(UNKNOWN, |base| columns(&base)),
        Layout::List | Layout::Compact => 1,
    })
}

/// As many as in a column of 1,200 pixels.
const UNKNOWN: usize = 4;

/// The columns of the grid, as `styles/cards.css` has them unless a page says otherwise.
fn columns(base: &Element) -> usize {
    const CARD: f64 = 17.0;
    const GAP: f64 = 1.25;
    match size(base) {
        Some((width, em)) if em > 0.0 => {
            let columns = (width / em + GAP) / (CARD + GAP);
            (columns as usize).max(1)
        }
        _ => UNKNOWN,
    }
}
