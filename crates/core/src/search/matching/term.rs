//! Parsing the search text.

#[cfg(test)]
mod tests;

use super::typo::Typo;
use crate::search::locale::Locale;
use crate::search::query::pieces::pieces;
use crate::search::text::{Word, each_symbols, each_word, without_signs};

/// A piece of the search text that every result matches or, if it is an exclusion, does not match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::search) struct Term {
    /// Its words, at least one. Several must be next to each other in one field.
    pub(in crate::search) words: Vec<TermWord>,
    /// Whether it has no word, so that its only "word" are its symbols.
    pub(in crate::search) is_symbols: bool,
    /// Whether the last word must match as a whole, not as a prefix.
    pub(in crate::search) quoted: bool,
    /// Whether the term excludes what it matches.
    pub(in crate::search) excluded: bool,
    /// Whether it joins or splits the words of the query, so that it matches no better than a prefix.
    pub(super) is_derived: bool,
    /// For a word that matches with typos only.
    pub(super) typo: Option<Typo>,
}

/// A word of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct TermWord {
    /// The word, folded, with the signs that follow it.
    pub(in crate::search) folded: String,
    /// Whether it is a run of a script without spaces, or of symbols, which matches anywhere within
    /// a run.
    pub(in crate::search) is_run: bool,
}

/// The maximum number of terms: more than anybody types, but a URL may have more.
const MAX_TERMS: usize = 1_000;

impl Term {
    /// Splits a search text into terms at white space and quotes. Everything after the first thousand
    /// terms is ignored.
    pub(in crate::search) fn parse(query: &str, locale: &dyn Locale) -> Vec<Self> {
        let mut terms = Vec::new();
        for piece in pieces(query) {
            if terms.len() == MAX_TERMS {
                break;
            }
            let (words, is_symbols) = words(piece.text, locale);
            if !words.is_empty() {
                terms.push(Self {
                    words,
                    is_symbols,
                    quoted: piece.is_quoted,
                    excluded: piece.is_excluded,
                    ..Self::default()
                });
            }
        }
        terms
    }

    /// Returns how many edits a word may be away from this term if it matches nothing else. `None`
    /// for short words, phrases and exclusions, which must match exactly.
    pub(in crate::search) fn edits(&self) -> Option<usize> {
        let word = self.plain_word().filter(|_| !self.excluded)?;
        match word.chars().count() {
            4.. if without_signs(word) != word => None,
            0..4 => None,
            4..8 => Some(1),
            _ => Some(2),
        }
    }

    /// Returns the word of a term that is a single word without quotes.
    pub(in crate::search) fn plain_word(&self) -> Option<&str> {
        match self.words.as_slice() {
            [word] if !self.quoted && !word.is_run => Some(&word.folded),
            _ => None,
        }
    }

    /// Returns the term of one word that joins the words of this one, as `wifi` does those of `wi-fi`.
    pub(super) fn joined(&self) -> Option<Self> {
        let is_run = self.words.iter().any(|word| word.is_run);
        if self.quoted || self.words.len() < 2 || is_run {
            return None;
        }
        let mut joined = String::new();
        for word in &self.words {
            joined.push_str(&word.folded);
        }
        Some(Self::derived(&[&joined]))
    }

    /// Returns a term of other words than the query has. Several are whole words.
    pub(super) fn derived(words: &[&str]) -> Self {
        let owned = |word: &&str| TermWord {
            folded: (*word).to_owned(),
            is_run: false,
        };
        Self {
            words: words.iter().map(owned).collect(),
            quoted: words.len() > 1,
            is_derived: true,
            ..Self::default()
        }
    }
}

/// Returns the words of a text, or its symbols if it has none, and whether it has none.
fn words(text: &str, locale: &dyn Locale) -> (Vec<TermWord>, bool) {
    let mut words = Vec::new();
    let owned = |word: Word<'_>| TermWord {
        folded: word.folded.to_owned(),
        is_run: word.is_run,
    };
    let buffer = &mut String::new();
    each_word(text, locale, buffer, &mut |word| words.push(owned(word)));
    let is_symbols = words.is_empty();
    if is_symbols {
        // An emoji is the same with and without the character after it that selects its color.
        let text = text.trim_end_matches('\u{FE0F}');
        each_symbols(text, &mut |symbols| words.push(owned(symbols)));
        words.truncate(1);
    }
    (words, is_symbols)
}
