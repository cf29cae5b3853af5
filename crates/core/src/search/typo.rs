//! Words with typos.

#[cfg(test)]
mod tests;

use std::str::Chars;

/// A word that others are compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Typo {
    word: Vec<char>,
    /// Which letters it has.
    letters: u32,
    edits: usize,
}

impl Typo {
    /// A folded word, and how many edits others may be away: one or two.
    pub(crate) fn new(word: &str, edits: usize) -> Self {
        Self {
            word: word.chars().collect(),
            letters: letters(word),
            edits,
        }
    }

    /// Whether a folded word is at most so many edits away: code points inserted, deleted or
    /// replaced, and neighbours exchanged, one after the other.
    pub(crate) fn matches(&self, word: &str) -> bool {
        // Bytes that begin a code point.
        let length = word.bytes().filter(|byte| byte & 0xC0 != 0x80).count();
        let has = letters(word);
        // An edit brings at most one letter, and takes one.
        let is_far = |letters: u32| letters.count_ones() as usize > self.edits;
        length.abs_diff(self.word.len()) <= self.edits
            && !is_far(has & !self.letters)
            && !is_far(self.letters & !has)
            && is_within(&self.word, word.chars(), self.edits)
    }
}

/// The letters of ASCII in a word, a bit each; others may share one.
fn letters(word: &str) -> u32 {
    let ascii = word.bytes().filter(u8::is_ascii);
    ascii.fold(0, |letters, byte| letters | 1 << (byte & 31))
}

/// Tries every edit where the two first differ. An exchange of neighbours may have a letter
/// deleted between them before, or inserted after: that is two edits.
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
