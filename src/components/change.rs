use article_cards_core::search::QueryState;

/// The reader asked for something else, back and forward included.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What is asked for now.
    pub state: QueryState,
    /// How many articles match it.
    pub total: usize,
}
