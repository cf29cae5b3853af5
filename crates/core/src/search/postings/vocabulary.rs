//! The words of all articles.

use std::ops::Range;

use crate::interner::Interner;
use crate::search::sort::algorithms::sort_by_text;

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
/// are a range, then the runs of scripts without spaces, unsorted.
#[derive(Debug, Default)]
pub(in crate::search) struct Vocabulary {
    text: String,
    /// Where each word ends in the text.
    ends: Vec<usize>,
    first_run: u32,
}

impl Vocabulary {
    fn push(&mut self, word: &str) {
        self.text.push_str(word);
        self.ends.push(self.text.len());
    }

    /// Returns the number of words and runs.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    fn word(&self, number: u32) -> &str {
        let number = number as usize;
        let start = number.checked_sub(1).and_then(|at| self.ends.get(at));
        let end = self.ends.get(number).copied().unwrap_or_default();
        let range = start.copied().unwrap_or_default()..end;
        self.text.get(range).unwrap_or_default()
    }

    /// Returns the first number in a range whose word does not satisfy `is_before`, by bisection.
    fn partition_point(&self, mut range: Range<u32>, is_before: impl Fn(&str) -> bool) -> u32 {
        while range.start < range.end {
            let middle = range.start + (range.end - range.start) / 2;
            if is_before(self.word(middle)) {
                range.start = middle + 1;
            } else {
                range.end = middle;
            }
        }
        range.start
    }

    /// Returns the words that start with a prefix, in O(log n).
    pub(in crate::search) fn with_prefix(&self, prefix: &str) -> Range<u32> {
        let first = self.partition_point(0..self.first_run, |word| word < prefix);
        let has_prefix = |word: &str| word.starts_with(prefix);
        first..self.partition_point(first..self.first_run, has_prefix)
    }

    /// Returns a word's number, in O(log n).
    pub(in crate::search) fn get(&self, word: &str) -> Option<u32> {
        let number = self.partition_point(0..self.first_run, |other| other < word);
        (number < self.first_run && self.word(number) == word).then_some(number)
    }

    /// Returns the runs that contain a text, ascending, and the run that equals it.
    pub(in crate::search) fn runs_containing(&self, text: &str) -> (Vec<u32>, Option<u32>) {
        let runs = self.first_run..self.len() as u32;
        let found: Vec<u32> = runs.filter(|run| self.word(*run).contains(text)).collect();
        let whole = found.iter().copied().find(|run| self.word(*run) == text);
        (found, whole)
    }

    /// Returns the words that satisfy a predicate, ascending; no runs.
    pub(in crate::search) fn filter(&self, mut predicate: impl FnMut(&str) -> bool) -> Vec<u32> {
        let words = 0..self.first_run;
        words.filter(|word| predicate(self.word(*word))).collect()
    }
}
