use std::rc::Rc;

use yew::AttrValue;

use article_cards_core::feed::Feed;

/// A document of a feed was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadEvent {
    /// Articles that it added.
    pub count: usize,
    /// Entries that were skipped: no article, without a title, a duplicate, or removed.
    pub skipped: usize,
    /// The address it came from.
    pub url: AttrValue,
    /// All that was read so far, this document included, with its diagnostics.
    pub feed: Rc<Feed>,
}
