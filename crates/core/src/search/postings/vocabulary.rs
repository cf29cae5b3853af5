//! The words of all articles.

use std::ops::Range;

use crate::interner::Interner;
use crate::search::bit_set::BitSet;
use crate::search::sort::algorithms::sort_by_text;
use crate::search::text::{each_part, ends_before, without_signs};

/// Begins the joined form of a word with hyphens: `-wifi` of `wi-fi`.
pub(super) const HYPHEN: char = '-';

/// Numbers words in the order in which they first occur: words are even, runs odd.
#[derive(Default)]
pub(super) struct VocabularyBuilder {
    words: Interner,
    runs: Interner,
}

impl VocabularyBuilder {
    /// Returns the number of a word, a new one if the word is new.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn intern(&mut self, word: &str, is_run: bool) -> u32 {
        match is_run {
            true => self.runs.intern(word) << 1 | 1,
            false => self.words.intern(word) << 1,
        }
    }

    /// Returns whether a number is that of a run.
    pub(super) fn is_run(number: u32) -> bool {
        number & 1 == 1
    }

    /// Returns a word by its number.
    pub(super) fn word(&self, number: u32) -> &str {
        self.words.resolve(number >> 1)
    }

    /// Returns the sorted vocabulary, and the numbers that words have in it.
    pub(super) fn finish(self) -> (Vocabulary, WordIds) {
        let Self { words, runs } = self;
        let count = words.len() as u32;
        let mut sorted: Vec<u32> = (0..count).collect();
        sort_by_text(&mut sorted, &|number| words.resolve(number));
        let mut vocabulary = Vocabulary {
            first_run: count,
            ..Vocabulary::default()
        };
        let mut word_ids = WordIds {
            words: vec![0; sorted.len()],
            first_run: count,
        };
        for (new, old) in sorted.iter().enumerate() {
            vocabulary.push(words.resolve(*old));
            if let Some(id) = word_ids.words.get_mut(*old as usize) {
                *id = new as u32;
            }
        }
        vocabulary.first_word = vocabulary.with_prefix("-").end;
        vocabulary.find_parts();
        for run in runs.strings() {
            vocabulary.push(run);
        }
        (vocabulary, word_ids)
    }
}

/// Maps numbers of a [`VocabularyBuilder`] to those of the [`Vocabulary`].
#[derive(Debug, Default)]
pub(super) struct WordIds {
    words: Vec<u32>,
    first_run: u32,
}

impl WordIds {
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn get(&self, number: u32) -> u32 {
        let at = number >> 1;
        match number & 1 {
            1 => self.first_run + at,
            _ => self.words.get(at as usize).copied().unwrap_or_default(),
        }
    }
}

/// All distinct words: first the words sorted by their bytes, so that words with a common prefix
/// are a range, then the runs of scripts without spaces, unsorted. The joined forms of words with
/// hyphens come before all words.
#[derive(Debug, Default)]
pub(in crate::search) struct Vocabulary {
    text: String,
    /// Where each word ends in the text.
    ends: Vec<usize>,
    first_word: u32,
    first_run: u32,
    /// The positions in the text at which a part of a word starts, sorted by the text from there to
    /// the word's end.
    parts: Vec<u32>,
}

impl Vocabulary {
    fn push(&mut self, word: &str) {
        self.text.push_str(word);
        self.ends.push(self.text.len());
    }

    /// Returns the number of words and runs.
    pub(in crate::search) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(in crate::search) fn word(&self, number: u32) -> &str {
        let start = number.checked_sub(1).map_or(0, |before| self.end(before));
        self.text.get(start..self.end(number)).unwrap_or_default()
    }

    fn end(&self, number: u32) -> usize {
        self.ends.get(number as usize).copied().unwrap_or_default()
    }

    /// Finds the parts of words such as `node.js`.
    fn find_parts(&mut self) {
        let mut parts = Vec::new();
        for word in self.first_word..self.first_run {
            let text = self.word(word);
            let first = self.end(word) - text.len();
            each_part(text, &mut |start| parts.push((first + start) as u32));
        }
        sort_by_text(&mut parts, &|part| self.part(part).1);
        self.parts = parts;
    }

    /// Returns the number of the word at a position, and its text from there on.
    fn part(&self, at: u32) -> (u32, &str) {
        let word = partition_point(0..self.first_run, &|word| self.end(word) <= at as usize);
        let text = self.text.get(at as usize..self.end(word));
        (word, text.unwrap_or_default())
    }

    /// Returns the words that start with a prefix, in O(log n).
    #[inline(never)]
    pub(in crate::search) fn with_prefix(&self, prefix: &str) -> Range<u32> {
        let first = partition_point(0..self.first_run, &|word| self.word(word) < prefix);
        let has_prefix = |word| self.word(word).starts_with(prefix);
        first..partition_point(first..self.first_run, &has_prefix)
    }

    /// Returns a word and the same word with signs after it, in O(log n).
    #[inline(never)]
    pub(in crate::search) fn equal_to(&self, word: &str) -> Range<u32> {
        let found = self.with_prefix(word);
        let is_equal = |other| without_signs(self.word(other)).len() <= word.len();
        found.start..partition_point(found, &is_equal)
    }

    /// Returns whether a text begins any word, a part of one, or a joined form.
    pub(in crate::search) fn begins_any(&self, text: &str) -> bool {
        let mut with_part = BitSet::empty(self.len());
        !self.with_prefix(text).is_empty() || {
            self.add_with_part(text, false, &mut with_part);
            !with_part.is_empty()
        }
    }

    /// Adds other words in which a text matches: those with a part that starts with it or, if
    /// `is_whole`, equals it, and the joined forms of words with hyphens.
    #[inline(never)]
    pub(in crate::search) fn add_with_part(&self, text: &str, is_whole: bool, words: &mut BitSet) {
        let part = |at: u32| self.part(self.parts.get(at as usize).copied().unwrap_or_default());
        let parts = 0..self.parts.len() as u32;
        for at in partition_point(parts.clone(), &|at| part(at).1 < text)..parts.end {
            let (word, own) = part(at);
            let Some(rest) = own.strip_prefix(text) else {
                break;
            };
            // Those that start with it are no others.
            let is_other = match is_whole {
                true => ends_before(rest),
                false => !self.word(word).starts_with(text),
            };
            if is_other {
                words.insert(word);
            }
        }
        let mut joined = String::from(HYPHEN);
        joined.push_str(text);
        let joined = match is_whole {
            true => self.equal_to(&joined),
            false => self.with_prefix(&joined),
        };
        joined.for_each(|word| words.insert(word));
    }

    /// Adds the runs that contain a text, and returns the run that equals it.
    pub(in crate::search) fn add_runs(&self, text: &str, words: &mut BitSet) -> Option<u32> {
        let mut whole = None;
        for run in self.first_run..self.len() as u32 {
            let own = self.word(run);
            if own.contains(text) {
                words.insert(run);
                whole = whole.or((own.len() == text.len()).then_some(run));
            }
        }
        whole
    }

    /// Returns the words that satisfy a predicate without the signs after them, ascending; no runs.
    pub(in crate::search) fn filter(&self, mut predicate: impl FnMut(&str) -> bool) -> Vec<u32> {
        let words = self.first_word..self.first_run;
        words
            .filter(|word| predicate(without_signs(self.word(*word))))
            .collect()
    }
}

/// Returns the first number in a range that does not satisfy `is_before`, by bisection.
#[inline(never)]
fn partition_point(mut range: Range<u32>, is_before: &dyn Fn(u32) -> bool) -> u32 {
    while range.start < range.end {
        let middle = range.start + (range.end - range.start) / 2;
        if is_before(middle) {
            range.start = middle + 1;
        } else {
            range.end = middle;
        }
    }
    range.start
}
