//! The filters of a query one by one, as chips show them.

use super::QueryState;
use super::filters::Span;
use super::pieces::pieces;

/// How many filters [`QueryState::removable_filters`] returns at most.
const MAX_REMOVABLE: usize = 20;

/// A part of a query that narrows its results and that a reader can remove by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActiveFilter {
    /// The search text.
    Query,
    /// One piece of the search text, exactly as typed: a word, or several words in quotes.
    Words(String),
    /// A selected or excluded value.
    Value {
        /// The name of the field.
        field: String,
        /// The value.
        value: String,
        /// Whether it is excluded.
        excluded: bool,
    },
    /// The range of dates.
    Dates,
    /// The range of quality scores.
    Quality,
    /// The range of heat scores.
    Heat,
}

impl QueryState {
    /// Returns all active filters: the text as a whole, then values in the order they were selected, then
    /// ranges, but for those that end before they begin.
    ///
    /// ```
    /// use article_cards_core::search::{ActiveFilter, QueryState};
    ///
    /// let mut state = QueryState { query: "tide".into(), ..QueryState::default() };
    /// state.filters.quality.min = Some(50);
    /// assert_eq!(state.active_filters(), [ActiveFilter::Query, ActiveFilter::Quality]);
    /// assert_eq!(state.without(&ActiveFilter::Query).active_filters(), [ActiveFilter::Quality]);
    /// ```
    pub fn active_filters(&self) -> Vec<ActiveFilter> {
        let filters = &self.filters.without_reversed_ranges();
        let mut active = Vec::new();
        if !self.query.trim().is_empty() {
            active.push(ActiveFilter::Query);
        }
        for filter in filters.fields() {
            let selected = filter.any.iter().map(|value| (value, false));
            let excluded = filter.not.iter().map(|value| (value, true));
            active.extend(
                selected
                    .chain(excluded)
                    .map(|(value, excluded)| ActiveFilter::Value {
                        field: filter.field.clone(),
                        value: value.clone(),
                        excluded,
                    }),
            );
        }
        if filters.from.is_some() || filters.to.is_some() {
            active.push(ActiveFilter::Dates);
        }
        if !filters.quality.is_open() {
            active.push(ActiveFilter::Quality);
        }
        if !filters.heat.is_open() {
            active.push(ActiveFilter::Heat);
        }
        active
    }

    /// Returns the filters whose removal may bring articles back where a query finds none: the pieces of
    /// the search text first, and at most 20.
    pub fn removable_filters(&self) -> Vec<ActiveFilter> {
        let mut filters = Vec::new();
        let pieces = pieces(&self.query);
        // A single piece is the whole text.
        if pieces.len() > 1 {
            for piece in &pieces {
                let words = ActiveFilter::Words(piece.whole.to_owned());
                // A repeated one is removed as a whole.
                if !filters.contains(&words) {
                    filters.push(words);
                }
            }
        }
        // Each takes a query, and a URL may have thousands of them.
        filters.truncate(MAX_REMOVABLE / 2);
        filters.append(&mut self.active_filters());
        filters.truncate(MAX_REMOVABLE);
        filters
    }

    /// Returns the word or phrase of a search text that has one piece, without its quotes. `None` if that
    /// piece is an exclusion.
    ///
    /// ```
    /// use article_cards_core::search::QueryState;
    ///
    /// let search = |query: &str| QueryState { query: query.into(), ..QueryState::default() };
    /// assert_eq!(search(" \"low tide\"").only_term(), Some("low tide"));
    /// assert_eq!(search("low tide").only_term(), None);
    /// assert_eq!(search("-tide").only_term(), None);
    /// ```
    pub fn only_term(&self) -> Option<&str> {
        match pieces(&self.query).as_slice() {
            [piece] if !piece.is_excluded => Some(piece.text),
            _ => None,
        }
    }

    /// Returns the query without one filter, on its first page.
    #[must_use]
    pub fn without(&self, filter: &ActiveFilter) -> Self {
        let mut state = self.clone();
        state.page = 1;
        match filter {
            ActiveFilter::Query => state.query.clear(),
            ActiveFilter::Words(words) => {
                let others = pieces(&self.query).into_iter().map(|piece| piece.whole);
                let others: Vec<&str> = others.filter(|it| it != words).collect();
                state.query = others.join(" ");
            }
            ActiveFilter::Value { field, value, .. } => state.filters.drop_value(field, value),
            ActiveFilter::Dates => (state.filters.from, state.filters.to) = (None, None),
            ActiveFilter::Quality => state.filters.quality = Span::default(),
            ActiveFilter::Heat => state.filters.heat = Span::default(),
        }
        state
    }
}
