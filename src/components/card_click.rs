use yew::{AttrValue, MouseEvent};

/// A click on a card's link or on one of its related links.
///
/// `event.prevent_default()` stops the browser from following it.
#[derive(Clone, Debug, PartialEq)]
pub struct CardClick {
    /// The card's article.
    pub id: AttrValue,
    /// Where the link leads.
    pub url: AttrValue,
    /// The browser's event.
    pub event: MouseEvent,
}
