//! What a reader types, as terms.

#[cfg(test)]
mod tests;

use super::Host;
use super::text::each_word;

/// A piece of a search text: every article that is found matches it, or, if it excludes, does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// Its words, at least one, which stand next to each other in one field.
    pub(crate) words: Vec<TermWord>,
    /// Whether the last word must be whole; else a word may go on after it.
    pub(crate) quoted: bool,
    /// Whether what it matches is left out.
    pub(crate) excluded: bool,
}

/// A word of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TermWord {
    /// The word, folded.
    pub(crate) folded: String,
    /// Whether it is a run of a script without spaces, and so matches anywhere within one.
    pub(crate) is_run: bool,
}

/// How many terms are read: nobody types so many, but an address may have them.
const MOST: usize = 1_000;

impl Term {
    /// The terms of a search text.
    /// What stands after the thousandth is not read.
    pub(crate) fn parse(query: &str, host: &dyn Host) -> Vec<Self> {
        let mut terms = Vec::new();
        let mut rest = query.trim_start();
        while !rest.is_empty() && terms.len() < MOST {
            let piece = rest.trim_start_matches('-');
            let excluded = piece.len() < rest.len();
            let quote = piece.strip_prefix(is_quote);
            let (text, after) = match quote {
                Some(quote) => split_before(quote, is_quote),
                None => split_before(piece, |c| c.is_whitespace() || is_quote(c)),
            };
            let words = words(text, host);
            if !words.is_empty() {
                terms.push(Self {
                    words,
                    quoted: quote.is_some(),
                    excluded,
                });
            }
            let closed = quote.and_then(|_| after.strip_prefix(is_quote));
            rest = closed.unwrap_or(after).trim_start();
        }
        terms
    }

    /// How many edits a word may be away where nothing begins with this term; `None`: it matches
    /// no typos.
    pub(crate) fn edits(&self) -> Option<usize> {
        match self.words.as_slice() {
            [word] if !self.quoted && !self.excluded && !word.is_run => {
                match word.folded.chars().count() {
                    0..4 => None,
                    4..8 => Some(1),
                    _ => Some(2),
                }
            }
            _ => None,
        }
    }
}

/// Quotation marks that keyboards make of `"` as well.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„')
}

fn split_before(text: &str, is_end: impl Fn(char) -> bool) -> (&str, &str) {
    let end = text.find(is_end).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

fn words(text: &str, host: &dyn Host) -> Vec<TermWord> {
    let mut words = Vec::new();
    each_word(text, host, &mut String::new(), &mut |word| {
        words.push(TermWord {
            folded: word.folded.to_owned(),
            is_run: word.is_run,
        });
    });
    words
}
