use std::ops::Range;

use super::sorting::sort_by_text;
use crate::interner::Numbers;

/// The words of a feed while it is read, numbered as they come: words even, runs odd.
#[derive(Default)]
pub(super) struct Gathered {
    words: Numbers,
    runs: Numbers,
}

impl Gathered {
    /// The number of a word.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn number(&mut self, word: &str, is_run: bool) -> u32 {
        match is_run {
            true => self.runs.number(word) << 1 | 1,
            false => self.words.number(word) << 1,
        }
    }

    /// The finished vocabulary, and the new number of each old one.
    pub(super) fn finish(self) -> (Vocabulary, Renumbered) {
        let Self { words, runs } = self;
        let count = words.len() as u32;
        let mut sorted: Vec<u32> = (0..count).collect();
        sort_by_text(&mut sorted, &|number| words.text(number));
        let mut vocabulary = Vocabulary {
            first_run: count,
            ..Vocabulary::default()
        };
        let mut renumbered = Renumbered {
            words: vec![0; sorted.len()],
            first_run: count,
        };
        for (new, old) in sorted.iter().enumerate() {
            vocabulary.push(words.text(*old));
            if let Some(number) = renumbered.words.get_mut(*old as usize) {
                *number = new as u32;
            }
        }
        for run in runs.texts() {
            vocabulary.push(run);
        }
        (vocabulary, renumbered)
    }
}

/// The numbers that words have in the finished vocabulary.
#[derive(Debug, Default)]
pub(super) struct Renumbered {
    words: Vec<u32>,
    first_run: u32,
}

impl Renumbered {
    /// The new number of an old one.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn number(&self, old: u32) -> u32 {
        let place = old >> 1;
        match old & 1 {
            1 => self.first_run + place,
            _ => self.words.get(place as usize).copied().unwrap_or_default(),
        }
    }
}

/// All words of a feed, each once: first the words in the order of their bytes, so that those with
/// a common beginning are neighbours, then the runs of scripts without spaces.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    text: String,
    /// Where each word ends in the text.
    ends: Vec<usize>,
    /// The number of the first run.
    first_run: u32,
}

impl Vocabulary {
    fn push(&mut self, word: &str) {
        self.text.push_str(word);
        self.ends.push(self.text.len());
    }

    /// How many words and runs there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    fn word(&self, number: u32) -> &str {
        let number = number as usize;
        let start = number.checked_sub(1).and_then(|at| self.ends.get(at));
        let end = self.ends.get(number).copied().unwrap_or_default();
        let place = start.copied().unwrap_or_default()..end;
        self.text.get(place).unwrap_or_default()
    }

    /// The first word from here on for which `is_before` does not hold.
    fn partition(&self, mut range: Range<u32>, is_before: impl Fn(&str) -> bool) -> u32 {
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

    /// The words that begin so.
    pub(super) fn beginning_with(&self, start: &str) -> Range<u32> {
        let first = self.partition(0..self.first_run, |word| word < start);
        let end = self.partition(first..self.first_run, |word| word.starts_with(start));
        first..end
    }

    /// The word itself.
    pub(super) fn exactly(&self, word: &str) -> Option<u32> {
        let number = self.partition(0..self.first_run, |other| other < word);
        (number < self.first_run && self.word(number) == word).then_some(number)
    }

    /// The runs that contain this text, and which of them is nothing else.
    pub(super) fn runs_with(&self, text: &str) -> (Vec<u32>, Option<u32>) {
        let runs = self.first_run..self.len() as u32;
        let found: Vec<u32> = runs.filter(|run| self.word(*run).contains(text)).collect();
        let whole = found.iter().copied().find(|run| self.word(*run) == text);
        (found, whole)
    }

    /// The words, not the runs, that are like this.
    pub(super) fn like(&self, mut is_like: impl FnMut(&str) -> bool) -> Vec<u32> {
        let words = 0..self.first_run;
        words.filter(|word| is_like(self.word(*word))).collect()
    }
}
