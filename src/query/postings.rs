//! Which word stands where.

use super::Host;
use super::text::each_word;
use super::vocabulary::{Gathered, Renumbered, Vocabulary};
use crate::feed::{Field, FieldSet};
use crate::model::Article;

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
    const FIRST: u32 = u32::MAX - 8;

    fn mark(self) -> u32 {
        Self::FIRST + self as u32
    }

    /// The weight of the field that a mark in the stream stands for.
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

/// The words of all articles, by word and by article.
#[derive(Debug, Default)]
pub(super) struct Postings {
    pub(super) vocabulary: Vocabulary,
    /// Where each word's postings begin, and the end.
    starts: Vec<u32>,
    /// By word, then by row.
    postings: Vec<Posting>,
    /// Where each article's words begin in the stream, and the end.
    streams: Vec<u32>,
    stream: Vec<u32>,
    /// How many words each article has.
    lengths: Vec<u32>,
    /// And on average.
    pub(super) average_length: f64,
}

/// The words of articles while they are read.
#[derive(Default)]
pub(super) struct Gathering {
    words: Gathered,
    streams: Vec<u32>,
    stream: Vec<u32>,
    lengths: Vec<u32>,
    /// Of each word, by its old number: the last row it was met in, plus one, and how many there are.
    met: Vec<(u32, u32)>,
}

/// What must be read of an article for its words.
pub(super) const WANTED: FieldSet = FieldSet::NONE.with(&[
    Field::Title,
    Field::Name,
    Field::Topics,
    Field::Tags,
    Field::Provider,
    Field::Excerpt,
    Field::Summary,
    Field::Description,
]);

impl Gathering {
    /// Adds the words of the next article.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn add(&mut self, article: &Article, host: &dyn Host) {
        let provider = article.provider.as_ref().and_then(|it| it.name.as_deref());
        let topics = article
            .topics
            .iter()
            .map(|it| (Searched::Topics, it.as_str()));
        let texts = std::iter::once((Searched::Title, article.title.as_str()))
            .chain(topics)
            .chain(provider.map(|name| (Searched::Provider, name)))
            .chain(article.excerpt.as_deref().map(|it| (Searched::Excerpt, it)));
        let (before, row) = (self.stream.len(), self.lengths.len() as u32 + 1);
        self.streams.push(before as u32);
        let mut marks = 0;
        for (field, text) in texts {
            self.stream.push(field.mark());
            marks += 1;
            each_word(text, host, &mut |word| {
                self.meet(row, word.folded, word.is_run);
            });
        }
        let words = self.stream.len() - before - marks;
        self.lengths.push(words as u32);
    }

    #[cfg_attr(small_module, optimize(speed))]
    fn meet(&mut self, row: u32, word: &str, is_run: bool) {
        let number = self.words.number(word, is_run);
        self.stream.push(number);
        let at = number as usize;
        if self.met.len() <= at {
            self.met.resize(at + 1, (0, 0));
        }
        if let Some((last, count)) = self.met.get_mut(at).filter(|(last, _)| *last != row) {
            *last = row;
            *count += 1;
        }
    }

    /// Begins to sort the words: how often each stands is known, so that each posting has its place.
    pub(super) fn finish(mut self) -> Sorting {
        self.streams.push(self.stream.len() as u32);
        let words: u64 = self.lengths.iter().map(|length| u64::from(*length)).sum();
        let average_length = words as f64 / self.lengths.len().max(1) as f64;
        let (vocabulary, numbers) = self.words.finish();
        let mut starts = vec![0_u32; vocabulary.len() + 1];
        for (old, (_, count)) in self.met.iter().enumerate() {
            let new = numbers.number(old as u32) as usize;
            if let Some(place) = starts.get_mut(new + 1).filter(|_| *count > 0) {
                *place = *count;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        Sorting {
            numbers,
            next: starts.clone(),
            last_row: vec![Sorting::NEVER; vocabulary.len()],
            row: 0,
            postings: Postings {
                vocabulary,
                postings: vec![Posting::default(); sum as usize],
                starts,
                streams: self.streams,
                stream: self.stream,
                lengths: self.lengths,
                average_length,
            },
        }
    }
}

/// Words that are being sorted.
pub(super) struct Sorting {
    postings: Postings,
    numbers: Renumbered,
    /// Behind the last posting of each word.
    next: Vec<u32>,
    last_row: Vec<u32>,
    row: u32,
}

impl Sorting {
    const NEVER: u32 = u32::MAX;

    /// Goes on by so many articles; whether that was the end.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn step(&mut self, most: usize) -> bool {
        let this = &mut self.postings;
        for _ in 0..most {
            let row = self.row;
            let Some([start, end]) = this.streams.get(row as usize..row as usize + 2) else {
                return true;
            };
            let words = this.stream.get_mut(*start as usize..*end as usize);
            let mut fields = 0;
            for word in words.unwrap_or_default() {
                if let Some(weight) = Searched::weight_of_mark(*word) {
                    fields = weight;
                    continue;
                }
                *word = self.numbers.number(*word);
                let at = *word as usize;
                let (Some(last), Some(next)) = (self.last_row.get_mut(at), self.next.get_mut(at))
                else {
                    continue;
                };
                if *last != row {
                    *last = row;
                    *next += 1;
                }
                if let Some(posting) = this.postings.get_mut(*next as usize - 1) {
                    posting.row = row;
                    posting.fields |= fields;
                    posting.times = posting.times.saturating_add(1);
                }
            }
            self.row += 1;
        }
        false
    }

    /// Once it has come to its end.
    pub(super) fn finish(self) -> Postings {
        self.postings
    }
}

impl Postings {
    /// The postings of words that are neighbours in the vocabulary.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn of(&self, words: std::ops::Range<u32>) -> &[Posting] {
        let start = self.starts.get(words.start as usize).copied();
        let end = self.starts.get(words.end as usize).copied();
        let range = start.unwrap_or_default() as usize..end.unwrap_or_default() as usize;
        self.postings.get(range).unwrap_or_default()
    }

    /// An article's words in their order, with the marks of their fields.
    pub(super) fn stream(&self, row: u32) -> &[u32] {
        let range = self.streams.get(row as usize..row as usize + 2);
        stream(&self.stream, range.unwrap_or_default())
    }

    /// How many words an article has.
    pub(super) fn length(&self, row: u32) -> u32 {
        self.lengths.get(row as usize).copied().unwrap_or_default()
    }
}

fn stream<'s>(stream: &'s [u32], range: &[u32]) -> &'s [u32] {
    match range {
        [start, end] => stream
            .get(*start as usize..*end as usize)
            .unwrap_or_default(),
        _ => &[],
    }
}
