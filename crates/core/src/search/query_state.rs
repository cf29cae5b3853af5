use super::{Filters, SortKey};

/// What the reader asks for: a text, an order, filters, and how much of the result.
///
/// ```
/// use article_cards_core::search::{QueryState, Fields};
///
/// let mut state = QueryState::default();
/// state.query = "open ai".into();
/// state.filters.choose("topics", "AI");
/// assert_eq!(state.to_string(), "q=open+ai&topics=AI");
/// assert_eq!(QueryState::parse("q=open+ai&topics=AI", &Fields::default()).0, state);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryState {
    /// The text that is searched for, as typed.
    pub query: String,
    /// The order that was chosen; none: by relevance while there is text, else the newest first.
    pub sort: Vec<SortKey>,
    /// What is filtered by.
    pub filters: Filters,
    /// How many pages are shown, or which page; from 1 on.
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
