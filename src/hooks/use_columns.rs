use std::cell::Cell;
use std::rc::Rc;

use web_sys::Element;
use yew::{NodeRef, hook, use_memo};

use super::use_effect_on;
use crate::browser::size;
use crate::components::Layout;

/// How many cards stand side by side, by the width that the list had before there were any. It is
/// measured when all lists of a page are drawn: between two of them the page would be laid out anew.
#[hook]
pub(crate) fn use_columns(node: NodeRef, layout: Layout) -> usize {
    let columns = use_memo((), |()| Cell::new(UNKNOWN));
    use_effect_on((node, layout), {
        let columns = Rc::clone(&columns);
        move |(node, layout): &(NodeRef, Layout)| {
            let base = node.cast::<Element>();
            if let Some(base) = base.filter(|_| *layout == Layout::Grid) {
                columns.set(self::columns(&base));
            }
        }
    });
    match layout {
        Layout::Grid => columns.get(),
        Layout::List | Layout::Compact => 1,
    }
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
