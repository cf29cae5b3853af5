//! Which word stands where.

use std::ops::Range;

use super::stream::{FIRST_WORD, Stream};
use super::vocabulary::{Renumbered, Vocabulary};

/// A field that is searched. In the stream of an article's words it stands before its own, so
/// that words of two fields, or of two topics, are no neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Searched {
    Title = 8,
    Topics = 4,
    Provider = 2,
    Excerpt = 1,
}

impl Searched {
    /// Above all numbers of words.
    const FIRST: u32 = u32::MAX - FIRST_WORD;

    /// The weight of the field that a mark in an article's words stands for.
    pub(super) fn weight_of_mark(number: u32) -> Option<u8> {
        (number >= Self::FIRST).then(|| (number - Self::FIRST) as u8)
    }
}

/// That a word stands in an article: in which fields, as the sum of their weights, and how often.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Posting {
    pub(super) row: u32,
    pub(super) fields: u8,
    pub(super) times: u16,
}

/// From so many times on a posting's own byte does not tell how often.
pub(super) const OFTEN: u8 = 15;

/// The words of all articles, by word and by article.
#[derive(Debug, Default)]
pub(super) struct Postings {
    pub(super) vocabulary: Vocabulary,
    /// Where each word's postings begin, and the end.
    pub(super) starts: Vec<u32>,
    /// By word, then by row.
    pub(super) rows: Vec<u32>,
    /// Beside each row: its fields, and in the upper half how often, at most [`OFTEN`].
    pub(super) marks: Vec<u8>,
    /// The postings of words that stand there more often, and how often that is.
    pub(super) often: Vec<(u32, u16)>,
    pub(super) stream: Stream,
    /// What the stream's numbers of words have become.
    pub(super) numbers: Renumbered,
    /// How many words each article has.
    pub(super) lengths: Vec<u32>,
    /// And on average.
    pub(super) average_length: f64,
}

impl Postings {
    fn range(&self, words: Range<u32>) -> Range<usize> {
        let start = self.starts.get(words.start as usize).copied();
        let end = self.starts.get(words.end as usize).copied();
        start.unwrap_or_default() as usize..end.unwrap_or_default() as usize
    }

    /// How many postings words have that are neighbours in the vocabulary.
    pub(super) fn count(&self, words: Range<u32>) -> usize {
        self.range(words).len()
    }

    /// Where words stand that are neighbours in the vocabulary; a row for each word in it.
    pub(super) fn rows_of(&self, words: Range<u32>) -> &[u32] {
        self.rows.get(self.range(words)).unwrap_or_default()
    }

    /// The postings of words that are neighbours in the vocabulary.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn of(&self, words: Range<u32>) -> impl Iterator<Item = Posting> {
        let range = self.range(words.clone());
        let first = range.start as u32;
        let rows = self.rows_of(words);
        let marks = self.marks.get(range).unwrap_or_default();
        let pairs = rows.iter().zip(marks).zip(first..);
        pairs.map(move |((row, mark), place)| Posting {
            row: *row,
            fields: mark & 0xF,
            times: match mark >> 4 {
                OFTEN => self.often(place),
                times => times.into(),
            },
        })
    }

    fn often(&self, place: u32) -> u16 {
        let at = self.often.binary_search_by_key(&place, |(place, _)| *place);
        let times = at.ok().and_then(|at| self.often.get(at));
        times.map_or(OFTEN.into(), |(_, times)| *times)
    }

    /// Puts an article's words in their order, with the marks of their fields, in the place of what
    /// was there.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn read_words(&self, row: u32, words: &mut Vec<u32>) {
        words.clear();
        for number in self.stream.of(row) {
            words.push(match number {
                0..FIRST_WORD => Searched::FIRST + number,
                word => self.numbers.number(word - FIRST_WORD),
            });
        }
    }

    /// How many words an article has.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn length(&self, row: u32) -> u32 {
        self.lengths.get(row as usize).copied().unwrap_or_default()
    }
}
