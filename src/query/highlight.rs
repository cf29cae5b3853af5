//! Which parts of a text a query found.

use super::term::Term;

/// Marks what a query searched for.
#[derive(Debug)]
pub struct Highlighter {
    terms: Vec<(Term, bool)>,
}

impl Highlighter {
    pub(crate) fn new(terms: Vec<(Term, bool)>) -> Self {
        Self { terms }
    }
}
