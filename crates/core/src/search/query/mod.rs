//! The query: text, sort keys, filters and a page, and its form as a query string.

pub(super) mod active_filter;
pub(super) mod fields;
pub(super) mod filters;
pub(super) mod pieces;
mod query_string;
pub(super) mod sort_key;
mod urlencoded;

use filters::Filters;
use sort_key::SortKey;

/// The state of a query: search text, sort order, filters, and how much of the result is shown.
///
/// ```
/// use article_cards_core::search::{FilterableFields, QueryState};
///
/// let mut state = QueryState::default();
/// state.query = "open ai".into();
/// state.filters.select("topics", "AI");
/// assert_eq!(state.to_string(), "q=open+ai&topics=AI");
/// let fields = FilterableFields::default();
/// assert_eq!(QueryState::parse("q=open+ai&topics=AI", &fields).0, state);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryState {
    /// The search text, as typed.
    pub query: String,
    /// The sort keys that the reader chose. If empty, results are sorted by relevance while there
    /// is text to match, else the newest come first.
    pub sort: Vec<SortKey>,
    /// The filters.
    pub filters: Filters,
    /// How many pages are shown, or which page; counted from 1.
    pub page: usize,
}

impl Default for QueryState {
    fn default() -> Self {
        Self {
            query: String::new(),
            sort: Vec::new(),
            filters: Filters::default(),
            page: 1,
        }
    }
}
