use std::cell::Cell;
use std::rc::Rc;

use web_sys::Element;
use yew::{NodeRef, hook, use_memo};

use super::use_effect_on;
use crate::attributes::{GRID_CARD_MIN, GRID_GAP, Layout};
use crate::browser::size;

/// The number of cards in a row, by the width that the list had before its first cards.
///
/// Measured when the list mounts, and when its layout changes.
#[hook]
pub(crate) fn use_columns(node: NodeRef, layout: Layout) -> usize {
    let columns = use_memo((), |()| Cell::new(DEFAULT_COLUMNS));
    use_effect_on((node, layout), {
        let columns = Rc::clone(&columns);
        move |(node, layout): &(NodeRef, Layout)| {
            let base = node.cast::<Element>();
            if let Some(base) = base.filter(|_| *layout == Layout::Grid) {
                columns.set(grid_columns(&base));
            }
        }
    });
    match layout {
        Layout::Grid => columns.get(),
        Layout::List | Layout::Compact => 1,
    }
}

/// The columns of a list 1,200 pixels wide.
const DEFAULT_COLUMNS: usize = 4;

/// The columns of the grid, by the lengths in `styles/cards.css`.
fn grid_columns(base: &Element) -> usize {
    match size(base) {
        Some((width, em)) if em > 0.0 => {
            let columns = (width / em + GRID_GAP) / (GRID_CARD_MIN + GRID_GAP);
            (columns as usize).max(1)
        }
        _ => DEFAULT_COLUMNS,
    }
}
