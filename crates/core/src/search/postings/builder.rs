//! Building [`Postings`]: words are collected article by article, then sorted, both in steps.

use std::mem;

use super::forward_index::{FIRST_WORD, ForwardIndex};
use super::vocabulary::{HYPHEN, VocabularyBuilder};
use super::{Postings, SATURATED, SearchedField};
use crate::feed::FieldSet;
use crate::model::Article;
use crate::search::locale::Locale;
use crate::search::text::{Word, each_symbols, each_word, is_hyphen};

/// The fields to read of an article for its words.
pub(super) const TO_READ: FieldSet = FieldSet::SEARCHED;

/// Collects the words of articles, or their symbols.
#[derive(Default)]
pub(super) struct PostingsBuilder {
    of_symbols: bool,
    words: VocabularyBuilder,
    forward_index: ForwardIndex,
    lengths: Vec<u32>,
    /// A buffer for folded words.
    folded: String,
    /// For each word, by its number in the forward index: the last row it was found in, plus one,
    /// and the number of rows.
    occurrences: Vec<(u32, u32)>,
    /// The previous word of the same text, and where it ends.
    previous: Option<(u32, usize)>,
    /// The joined form of the words so far that hyphens connect.
    joined_word: String,
    /// The joined forms of words with hyphens in the current text.
    joined: Vec<u32>,
}

impl PostingsBuilder {
    pub(super) fn new(of_symbols: bool) -> Self {
        Self {
            of_symbols,
            ..Self::default()
        }
    }

    /// Adds the words of the next article.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn add(&mut self, article: &Article, locale: &dyn Locale) {
        self.forward_index.begin_article();
        self.lengths.push(0);
        self.add_field(SearchedField::Title, &article.title, locale);
        for topic in &article.topics {
            self.add_field(SearchedField::Topics, topic, locale);
        }
        let provider = article.provider.as_ref().and_then(|it| it.name.as_deref());
        self.add_field(
            SearchedField::Provider,
            provider.unwrap_or_default(),
            locale,
        );
        // Names of either kind, which phrases do not cross.
        for author in &article.authors {
            self.add_field(SearchedField::Provider, author, locale);
        }
        let excerpt = article.excerpt.as_deref();
        self.add_field(SearchedField::Excerpt, excerpt.unwrap_or_default(), locale);
    }

    #[cfg_attr(small_module, optimize(speed))]
    fn add_field(&mut self, field: SearchedField, text: &str, locale: &dyn Locale) {
        self.forward_index.push(field as u32);
        if self.of_symbols {
            return each_symbols(text, &mut |symbols| {
                let number = self.words.intern(symbols.folded, true);
                self.add_occurrence(number);
            });
        }
        // One buffer for millions of words.
        let mut folded = mem::take(&mut self.folded);
        each_word(text, locale, &mut folded, &mut |word| {
            self.add_word(text, &word);
        });
        self.folded = folded;
        self.previous = None;
        self.finish_joined();
        // Each after a marker of its own, so that it belongs to no phrase.
        for number in mem::take(&mut self.joined) {
            self.forward_index.push(field as u32);
            self.add_occurrence(number);
        }
    }

    fn add_word(&mut self, text: &str, word: &Word<'_>) {
        let number = self.words.intern(word.folded, word.is_run);
        self.add_occurrence(number);
        if let Some(length) = self.lengths.last_mut() {
            *length += 1;
        }
        let previous = self.previous.replace((number, word.range.end));
        match previous {
            Some((previous, end)) if is_hyphen(text.get(end..word.range.start)) => {
                self.add_hyphenated(previous, number);
            }
            _ if self.joined_word.is_empty() => {}
            _ => self.finish_joined(),
        }
    }

    /// Adds a word that a hyphen connects to the previous one.
    fn add_hyphenated(&mut self, previous: u32, number: u32) {
        if VocabularyBuilder::is_run(previous) || VocabularyBuilder::is_run(number) {
            return self.finish_joined();
        }
        if self.joined_word.is_empty() {
            self.joined_word.push(HYPHEN);
            self.joined_word.push_str(self.words.word(previous));
        }
        self.joined_word.push_str(self.words.word(number));
    }

    #[inline(never)]
    fn finish_joined(&mut self) {
        if !self.joined_word.is_empty() {
            let number = self.words.intern(&self.joined_word, false);
            self.joined.push(number);
            self.joined_word.clear();
        }
    }

    #[inline(never)]
    #[cfg_attr(small_module, optimize(speed))]
    fn add_occurrence(&mut self, number: u32) {
        let row = self.lengths.len() as u32;
        self.forward_index.push(FIRST_WORD + number);
        let at = number as usize;
        if self.occurrences.len() <= at {
            self.occurrences.resize(at + 1, (0, 0));
        }
        let known = self.occurrences.get_mut(at);
        if let Some((last, count)) = known.filter(|(last, _)| *last != row) {
            *last = row;
            *count += 1;
        }
    }

    /// Finishes the vocabulary. The number of postings of each word is known, so their positions
    /// are, too, and sorting them takes a single pass over the forward index.
    pub(super) fn finish(self) -> PostingsSorter {
        let words: u64 = self.lengths.iter().map(|length| u64::from(*length)).sum();
        let average_length = words as f64 / self.lengths.len().max(1) as f64;
        let (vocabulary, word_ids) = self.words.finish();
        let mut starts = vec![0_u32; vocabulary.len() + 1];
        for (old, (_, count)) in self.occurrences.iter().enumerate() {
            let new = word_ids.get(old as u32) as usize;
            if let Some(start) = starts.get_mut(new + 1).filter(|_| *count > 0) {
                *start = *count;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        PostingsSorter {
            next: starts.clone(),
            last_row: vec![PostingsSorter::NEVER; vocabulary.len()],
            last_overflow: vec![0; vocabulary.len()],
            row: 0,
            postings: Postings {
                vocabulary,
                rows: vec![0; sum as usize],
                packed: vec![0; sum as usize],
                overflow: Vec::new(),
                starts,
                forward_index: self.forward_index,
                word_ids,
                lengths: self.lengths,
                average_length,
            },
        }
    }
}

/// Sorts the words of the forward index into postings.
pub(super) struct PostingsSorter {
    postings: Postings,
    /// For each word, the position after its last posting so far.
    next: Vec<u32>,
    /// For each word, the row of that posting.
    last_row: Vec<u32>,
    /// For each word, the position of its last entry in `overflow`, if it has one.
    last_overflow: Vec<u32>,
    row: u32,
}

impl PostingsSorter {
    const NEVER: u32 = u32::MAX;

    /// Sorts the words of the next `max_articles` articles. Returns whether all are sorted.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn step(&mut self, max_articles: usize) -> bool {
        let Postings {
            forward_index,
            word_ids,
            rows,
            packed,
            overflow,
            ..
        } = &mut self.postings;
        let end = forward_index.len() as u32;
        for row in self.row..end.min(self.row.saturating_add(max_articles as u32)) {
            let mut field = 0;
            for token in forward_index.tokens(row) {
                let Some(word) = token.checked_sub(FIRST_WORD) else {
                    field = token as u8;
                    continue;
                };
                let word = word_ids.get(word) as usize;
                let last_row = self.last_row.get_mut(word);
                let (Some(last), Some(next)) = (last_row, self.next.get_mut(word)) else {
                    continue;
                };
                if *last != row {
                    *last = row;
                    *next += 1;
                }
                let at = *next - 1;
                let slots = (rows.get_mut(at as usize), packed.get_mut(at as usize));
                let (Some(slot), Some(packed)) = slots else {
                    continue;
                };
                *slot = row;
                *packed |= field;
                if *packed >> 4 < SATURATED {
                    *packed += 1 << 4;
                    continue;
                }
                let Some(last_overflow) = self.last_overflow.get_mut(word) else {
                    continue;
                };
                match overflow.get_mut(*last_overflow as usize) {
                    Some((own, frequency)) if *own == at => {
                        *frequency = frequency.saturating_add(1);
                    }
                    _ => {
                        *last_overflow = overflow.len() as u32;
                        overflow.push((at, u16::from(SATURATED) + 1));
                    }
                }
            }
            self.row = row + 1;
        }
        self.row >= end
    }

    /// Returns the postings; call it after the last step.
    pub(super) fn finish(mut self) -> Postings {
        self.postings.overflow.sort_unstable();
        self.postings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::PlainLocale;

    #[test]
    fn postings_have_fields_and_frequencies() {
        let titles = [3, 40, 0, 15, 16].map(|times| "tide low ".repeat(times) + "tide");
        let mut builder = PostingsBuilder::default();
        for title in titles {
            let article = Article {
                title,
                topics: vec!["Tide".into()],
                ..Article::default()
            };
            builder.add(&article, &PlainLocale::default());
        }
        let mut sorter = builder.finish();
        while !sorter.step(2) {}
        let postings = sorter.finish();
        let occurrences = |word| {
            let found = postings.of(postings.vocabulary.equal_to(word));
            found
                .map(|it| (it.row, it.fields, it.frequency))
                .collect::<Vec<_>>()
        };
        let (title, both) = (8, 12);
        assert_eq!(
            occurrences("low"),
            [
                (0, title, 3),
                (1, title, 40),
                (3, title, 15),
                (4, title, 16)
            ]
        );
        assert_eq!(
            occurrences("tide"),
            [
                (0, both, 5),
                (1, both, 42),
                (2, both, 2),
                (3, both, 17),
                (4, both, 18)
            ]
        );
    }
}
