//! What a list reports through its callbacks.

use std::rc::Rc;

use yew::AttrValue;

use article_cards_core::feed::Feed;
use article_cards_core::search::QueryState;

/// The reader changed the query, going back and forward in the history included.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The query.
    pub state: QueryState,
    /// The number of articles that match it.
    pub total: usize,
}

/// The reader saved an article, or removed it from the saved ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveEvent {
    /// The id of the article.
    pub id: AttrValue,
    /// Whether it is saved now.
    pub saved: bool,
}

/// A document of a feed was loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadEvent {
    /// The number of articles that it added.
    pub count: usize,
    /// The number of skipped entries: not an article, without a title, a duplicate, or removed.
    pub skipped: usize,
    /// The URL of the document.
    pub url: AttrValue,
    /// The feed so far, this document included, with its diagnostics.
    pub feed: Rc<Feed>,
}
