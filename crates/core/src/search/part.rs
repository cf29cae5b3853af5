use super::{Index, QueryState, Span};

/// One thing that narrows a result, and that a reader can take back by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The text that is searched for.
    Query,
    /// A chosen or excluded value.
    Value {
        /// Name of the field.
        field: String,
        /// The value.
        value: String,
        /// Whether it is excluded.
        excluded: bool,
    },
    /// The range of dates.
    Days,
    /// The range of quality.
    Quality,
    /// The range of heat.
    Heat,
}

impl QueryState {
    /// All that narrows the result: the text first, then values as they were chosen, then ranges.
    ///
    /// ```
    /// use article_cards_core::search::{Part, QueryState};
    ///
    /// let mut state = QueryState { query: "tide".into(), ..QueryState::default() };
    /// state.filters.quality.min = Some(50);
    /// assert_eq!(state.parts(), [Part::Query, Part::Quality]);
    /// assert_eq!(state.without(&Part::Query).parts(), [Part::Quality]);
    /// ```
    pub fn parts(&self) -> Vec<Part> {
        let filters = &self.filters;
        let mut parts = Vec::new();
        if !self.query.trim().is_empty() {
            parts.push(Part::Query);
        }
        for filter in filters.fields() {
            let chosen = filter.any.iter().map(|value| (value, false));
            let excluded = filter.not.iter().map(|value| (value, true));
            parts.extend(chosen.chain(excluded).map(|(value, excluded)| Part::Value {
                field: filter.field.clone(),
                value: value.clone(),
                excluded,
            }));
        }
        if filters.from.is_some() || filters.to.is_some() {
            parts.push(Part::Days);
        }
        if !filters.quality.is_open() {
            parts.push(Part::Quality);
        }
        if !filters.heat.is_open() {
            parts.push(Part::Heat);
        }
        parts
    }

    /// The same from its first page on, but for one part.
    #[must_use]
    pub fn without(&self, part: &Part) -> Self {
        let mut state = self.clone();
        state.page = 1;
        match part {
            Part::Query => state.query.clear(),
            Part::Value { field, value, .. } => state.filters.drop_value(field, value),
            Part::Days => (state.filters.from, state.filters.to) = (None, None),
            Part::Quality => state.filters.quality = Span::default(),
            Part::Heat => state.filters.heat = Span::default(),
        }
        state
    }
}

/// How many parts are tried at the most.
const TRIED: usize = 20;

impl Index {
    /// Which parts of a query that finds nothing would bring articles back if they were dropped,
    /// and how many: the first `most`.
    pub fn offers(&self, state: &QueryState, most: usize) -> Vec<(Part, usize)> {
        // A query for each: an address may have thousands of them.
        let parts = state.parts().into_iter().take(TRIED);
        let counted = parts.map(|part| {
            let count = self.count(&state.without(&part));
            (part, count)
        });
        counted.filter(|(_, count)| *count > 0).take(most).collect()
    }
}
