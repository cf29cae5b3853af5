//! Parses the search text.

use super::words::{self, Word};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// At least one word.
    pub words: Vec<Word>,
    pub quoted: bool,
    pub excluded: bool,
    /// The allowed number of edits; 0 for no typos.
    pub edits: usize,
}

impl Term {
    /// Returns whether the term may match with typos if it is a prefix of no word.
    pub fn may_have_typos(&self) -> bool {
        let plain = !self.quoted && !self.excluded && self.words.len() == 1;
        plain && !self.words[0].is_run && self.words[0].text.chars().count() >= 4
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„')
}

/// Reads character by character: white space ends a piece; a quote ends a piece and starts a quoted
/// term.
pub fn parse(query: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut rest: &str = query;
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return terms;
        }
        let excluded = rest.starts_with('-');
        let after_minus = if excluded { &rest[1..] } else { rest };
        let quoted = after_minus.starts_with(is_quote);
        let text;
        if quoted {
            let open = after_minus.chars().next().map_or(0, char::len_utf8);
            let inside = &after_minus[open..];
            let end = inside.find(is_quote).unwrap_or(inside.len());
            text = &inside[..end];
            let close = inside[end..].chars().next().map_or(0, char::len_utf8);
            rest = &inside[end + close..];
        } else {
            let end = after_minus.find(|c: char| c.is_whitespace() || is_quote(c));
            let end = end.unwrap_or(after_minus.len());
            text = &after_minus[..end];
            rest = &after_minus[end..];
        }
        let words = words::words(text);
        if !words.is_empty() {
            terms.push(Term {
                words,
                quoted,
                excluded,
                edits: 0,
            });
        }
    }
}
