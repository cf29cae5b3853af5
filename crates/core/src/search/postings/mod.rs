//! The inverted index: for each word of the vocabulary, the articles and fields in which it occurs
//! and how often; and the forward index, which has the words of each article in order.

mod builder;
mod forward_index;
pub(super) mod lazy_postings;
mod vocabulary;

use std::ops::Range;

use forward_index::{FIRST_WORD, ForwardIndex};
use vocabulary::{Vocabulary, WordIds};

/// A searched field; its value is the weight of a match in it, a power of two, so that a sum of
/// weights is also a set of fields.
///
/// In the forward index, a marker with this value precedes the field's words. It also separates
/// words of different fields, of different topics or of different names, in phrases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SearchedField {
    Title = 8,
    Topics = 4,
    /// The name of the provider, and those of authors.
    Provider = 2,
    Excerpt = 1,
}

impl SearchedField {
    /// Markers as [`Postings::read_words`] returns them: greater than all word numbers.
    const FIRST_MARKER: u32 = u32::MAX - FIRST_WORD;

    /// Returns the weight of a field from its marker; `None` for the number of a word.
    pub(super) fn weight_of_marker(number: u32) -> Option<u8> {
        (number >= Self::FIRST_MARKER).then(|| (number - Self::FIRST_MARKER) as u8)
    }
}

/// The occurrences of a word in an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Posting {
    pub(super) row: u32,
    /// The sum of the weights of the fields in which it occurs.
    pub(super) fields: u8,
    /// The term frequency.
    pub(super) frequency: u16,
}

/// A term frequency of this or more does not fit into the four bits that a posting has for it.
const SATURATED: u8 = 15;

/// The postings of all words: about five bytes each, and the forward index.
#[derive(Debug, Default)]
pub(super) struct Postings {
    pub(super) vocabulary: Vocabulary,
    /// Where the postings of each word start, and the end of the last.
    starts: Vec<u32>,
    /// The rows, by word, then ascending.
    rows: Vec<u32>,
    /// For each of `rows`: the fields in the lower four bits, the frequency in the upper four, at
    /// most [`SATURATED`].
    packed: Vec<u8>,
    /// The positions and frequencies of saturated postings, by position.
    overflow: Vec<(u32, u16)>,
    forward_index: ForwardIndex,
    /// The vocabulary's numbers of the words in the forward index.
    word_ids: WordIds,
    /// The number of words of each article.
    lengths: Vec<u32>,
    pub(super) average_length: f64,
}

impl Postings {
    fn range(&self, words: Range<u32>) -> Range<usize> {
        let start = self.starts.get(words.start as usize).copied();
        let end = self.starts.get(words.end as usize).copied();
        start.unwrap_or_default() as usize..end.unwrap_or_default() as usize
    }

    /// Returns the number of indexed articles.
    pub(super) fn article_count(&self) -> usize {
        self.lengths.len()
    }

    /// Returns the number of postings of a range of words.
    pub(super) fn count(&self, words: Range<u32>) -> usize {
        self.range(words).len()
    }

    /// Returns the rows of a range of words; a row repeats for each word that occurs in it.
    pub(super) fn rows_of(&self, words: Range<u32>) -> &[u32] {
        self.rows.get(self.range(words)).unwrap_or_default()
    }

    /// Returns the postings of a range of words.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn of(&self, words: Range<u32>) -> impl Iterator<Item = Posting> {
        let range = self.range(words.clone());
        let first = range.start as u32;
        let rows = self.rows_of(words);
        let packed = self.packed.get(range).unwrap_or_default();
        let pairs = rows.iter().zip(packed).zip(first..);
        pairs.map(move |((row, packed), at)| Posting {
            row: *row,
            fields: packed & 0xF,
            frequency: match packed >> 4 {
                SATURATED => self.overflow(at),
                frequency => frequency.into(),
            },
        })
    }

    fn overflow(&self, at: u32) -> u16 {
        let found = self.overflow.binary_search_by_key(&at, |(at, _)| *at);
        let found = found.ok().and_then(|found| self.overflow.get(found));
        found.map_or(SATURATED.into(), |(_, frequency)| *frequency)
    }

    /// Replaces the contents of `words` by the words of an article in order, with the markers of
    /// fields among them.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn read_words(&self, row: u32, words: &mut Vec<u32>) {
        words.clear();
        for token in self.forward_index.tokens(row) {
            words.push(match token {
                0..FIRST_WORD => SearchedField::FIRST_MARKER + token,
                word => self.word_ids.get(word - FIRST_WORD),
            });
        }
    }

    /// Returns the number of words of an article.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn length(&self, row: u32) -> u32 {
        self.lengths.get(row as usize).copied().unwrap_or_default()
    }
}
