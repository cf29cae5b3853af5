use yew::AttrValue;

/// A document of a feed was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadEvent {
    /// Articles that it added.
    pub count: usize,
    /// Entries that were skipped: no article, without a title, a duplicate, or removed.
    pub skipped: usize,
    /// The address it came from.
    pub url: AttrValue,
}
