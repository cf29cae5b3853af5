//! Parses the search text.

use super::words::{self, Word};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// At least one word, or none if it is symbols.
    pub words: Vec<Word>,
    /// The words with their signs, joined.
    pub joined: String,
    /// What a term without a word consists of.
    pub symbols: String,
    pub quoted: bool,
    pub excluded: bool,
    /// Whether it matches only two words that it joins.
    pub joins_neighbors: bool,
    /// The allowed number of edits; 0 for no typos.
    pub edits: usize,
}

impl Term {
    /// Returns whether the term is a single word, neither quoted nor a run.
    pub fn is_plain_word(&self) -> bool {
        !self.quoted && self.words.len() == 1 && !self.words[0].is_run
    }

    /// Returns whether the term may match with typos if it matches nothing else.
    pub fn may_have_typos(&self) -> bool {
        self.is_plain_word()
            && !self.excluded
            && self.words[0].signs.is_empty()
            && self.words[0].text.chars().count() >= 4
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
        let symbols = match words.is_empty() {
            true => {
                let text = text.trim_end_matches('\u{fe0f}');
                words::symbols(text).into_iter().next().unwrap_or_default()
            }
            false => String::new(),
        };
        if !words.is_empty() || !symbols.is_empty() {
            terms.push(Term {
                joined: words.iter().map(Word::with_signs).collect(),
                words,
                symbols,
                quoted,
                excluded,
                joins_neighbors: false,
                edits: 0,
            });
        }
    }
}
