//! Parsing the search text.

#[cfg(test)]
mod tests;

use crate::search::locale::Locale;
use crate::search::text::each_word;

/// A piece of the search text that every result matches or, if it is an exclusion, does not match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct Term {
    /// Its words, at least one. Several must be next to each other in one field.
    pub(in crate::search) words: Vec<TermWord>,
    /// Whether the last word must match as a whole, not as a prefix.
    pub(in crate::search) quoted: bool,
    /// Whether the term excludes what it matches.
    pub(in crate::search) excluded: bool,
}

/// A word of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct TermWord {
    /// The word, folded.
    pub(in crate::search) folded: String,
    /// Whether it is a run of a script without spaces, which matches anywhere within a run.
    pub(in crate::search) is_run: bool,
}

/// The maximum number of terms: more than anybody types, but a URL may have more.
const MAX_TERMS: usize = 1_000;

impl Term {
    /// Splits a search text into terms at white space and quotes. Pieces without a word are no
    /// terms; everything after the first thousand terms is ignored.
    pub(in crate::search) fn parse(query: &str, locale: &dyn Locale) -> Vec<Self> {
        let mut terms = Vec::new();
        let mut rest = query.trim_start();
        while !rest.is_empty() && terms.len() < MAX_TERMS {
            let piece = rest.trim_start_matches('-');
            let excluded = piece.len() < rest.len();
            let quote = piece.strip_prefix(is_quote);
            let (text, after) = match quote {
                Some(quote) => split_before(quote, is_quote),
                None => split_before(piece, |c| c.is_whitespace() || is_quote(c)),
            };
            let words = words(text, locale);
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

    /// Returns how many edits a word may be away from this term if no word starts with it. `None`
    /// for short words, phrases and exclusions, which must match exactly.
    pub(in crate::search) fn edits(&self) -> Option<usize> {
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

/// Includes the quotation marks that some keyboards insert for `"`.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„')
}

fn split_before(text: &str, is_end: impl Fn(char) -> bool) -> (&str, &str) {
    let end = text.find(is_end).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

fn words(text: &str, locale: &dyn Locale) -> Vec<TermWord> {
    let mut words = Vec::new();
    each_word(text, locale, &mut String::new(), &mut |word| {
        words.push(TermWord {
            folded: word.folded.to_owned(),
            is_run: word.is_run,
        });
    });
    words
}
