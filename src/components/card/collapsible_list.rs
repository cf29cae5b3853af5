//! Lists that show their first items, and more on request.

use yew::{Callback, Event, NodeRef, hook};

use crate::hooks::{use_focus_on_change, use_node, use_render_cell};

/// The context of pages without scripts. Components then leave out what only a script makes work.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WithoutScript;

/// Whether the card is in a page without scripts.
#[hook]
pub(super) fn use_without_script() -> bool {
    #[cfg(feature = "ssr")]
    let is_without_script = yew::use_context::<WithoutScript>().is_some();
    #[cfg(not(feature = "ssr"))]
    let is_without_script = false;
    is_without_script
}

/// The number of items that each press of the button adds: thousands at once would block the page
/// for seconds.
const BATCH: usize = 500;

/// How far a list is expanded.
pub(super) struct Expansion {
    presses: usize,
    first_new: NodeRef,
    /// Shows more items.
    pub(super) on_click: Callback<Event>,
    /// Whether no script will ever expand the list.
    pub(super) is_static: bool,
}

impl Expansion {
    /// The number of visible items of a list of `len` items that shows `first` initially.
    pub(super) fn shown(&self, len: usize, first: usize) -> usize {
        first
            .saturating_add(self.presses.saturating_mul(BATCH))
            .min(len)
    }

    /// Returns `true` if the item at `index` is the first of the batch added last, or of the next
    /// one before any was added, in a list that shows `first` items initially.
    pub(super) fn is_first_new(&self, index: usize, first: usize) -> bool {
        index == self.presses.saturating_sub(1) * BATCH + first
    }

    /// The node reference of the item at `index` in a list that shows `first` items initially.
    pub(super) fn node_ref(&self, index: usize, first: usize) -> NodeRef {
        if self.is_first_new(index, first) {
            self.first_new.clone()
        } else {
            NodeRef::default()
        }
    }
}

/// Tracks how far a list is expanded. Each expansion moves the focus to the first new item, since
/// the button is gone or has moved away.
#[hook]
pub(super) fn use_expansion() -> Expansion {
    let presses = use_render_cell(usize::default);
    let first_new = use_node();
    use_focus_on_change(first_new.clone(), presses.get());
    Expansion {
        presses: presses.get(),
        first_new,
        on_click: Callback::from(move |_| presses.set(presses.get() + 1)),
        is_static: use_without_script(),
    }
}
