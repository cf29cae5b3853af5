//! Matching of words with typos.

#[cfg(test)]
mod tests;

use std::str::Chars;

/// A word that others are compared with, allowing for edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typo {
    word: Vec<char>,
    /// A bit for each letter that it has.
    letters: u32,
    edits: usize,
}

impl Typo {
    /// Creates a matcher for a folded word and at most `edits` edits: one or two.
    pub(super) fn new(word: &str, edits: usize) -> Self {
        Self {
            word: word.chars().collect(),
            letters: letters(word),
            edits,
        }
    }

    /// Returns whether a folded word is within the allowed number of edits: a code point inserted,
    /// deleted or replaced, or two neighbors swapped (Damerau–Levenshtein distance).
    ///
    /// Most words of a vocabulary fail the comparisons of lengths and letters, which take O(n).
    pub(super) fn matches(&self, word: &str) -> bool {
        // The bytes that start a code point.
        let length = word.bytes().filter(|byte| byte & 0xC0 != 0x80).count();
        let has = letters(word);
        // An edit adds at most one letter and removes at most one.
        let is_far = |letters: u32| letters.count_ones() as usize > self.edits;
        length.abs_diff(self.word.len()) <= self.edits
            && !is_far(has & !self.letters)
            && !is_far(self.letters & !has)
            && is_within(&self.word, word.chars(), self.edits)
    }
}

/// Returns a bit for each ASCII letter of a word; other ASCII characters share their bits.
fn letters(word: &str) -> u32 {
    let ascii = word.bytes().filter(u8::is_ascii);
    ascii.fold(0, |letters, byte| letters | 1 << (byte & 31))
}

/// Tries every edit at the first difference, recursively. Two edits may also be a swap of letters
/// between which a letter is deleted before, or inserted after.
fn is_within(mut left: &[char], mut right: Chars<'_>, edits: usize) -> bool {
    while let (Some((first, rest)), Some(other)) = (left.split_first(), right.clone().next()) {
        if *first != other {
            break;
        }
        left = rest;
        right.next();
    }
    let (deleted, mut inserted) = (left.get(1..), right.clone());
    let (Some(deleted), Some(first)) = (deleted, inserted.next()) else {
        return left.len().max(right.take(edits + 1).count()) <= edits;
    };
    let Some(fewer) = edits.checked_sub(1) else {
        return false;
    };
    if is_within(deleted, inserted.clone(), fewer)
        || is_within(deleted, right.clone(), fewer)
        || is_within(left, inserted.clone(), fewer)
    {
        return true;
    }
    let second = inserted.next();
    match left {
        [a, b, rest @ ..] if *b == first && Some(*a) == second => is_within(rest, inserted, fewer),
        [a, _, b, rest @ ..] if *b == first && Some(*a) == second && edits > 1 => {
            is_within(rest, inserted, edits - 2)
        }
        [a, b, rest @ ..] if *b == first && edits > 1 => {
            inserted.next() == Some(*a) && is_within(rest, inserted, edits - 2)
        }
        _ => false,
    }
}
