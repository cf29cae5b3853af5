//! What a reader types, as terms.

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

impl Term {
    /// The terms of a search text.
    pub(crate) fn parse(query: &str, host: &dyn Host) -> Vec<Self> {
        query
            .split_whitespace()
            .filter_map(|piece| {
                let mut words = Vec::new();
                each_word(piece, host, &mut |word| {
                    words.push(TermWord {
                        folded: word.folded.to_owned(),
                        is_run: word.is_run,
                    });
                });
                (!words.is_empty()).then_some(Self {
                    words,
                    quoted: false,
                    excluded: piece.starts_with('-'),
                })
            })
            .collect()
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
