//! Which word stands where.

use super::Host;
use super::text::each_word;
use super::vocabulary::{Gathered, Vocabulary};
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

impl Postings {
    pub(super) fn new<'a>(articles: impl Iterator<Item = &'a Article>, host: &dyn Host) -> Self {
        let mut gathered = Gathered::default();
        let mut this = Self {
            streams: vec![0],
            ..Self::default()
        };
        for article in articles {
            let before = this.stream.len();
            let marks = this.read(article, host, &mut gathered);
            this.lengths
                .push((this.stream.len() - before - marks) as u32);
            this.streams.push(this.stream.len() as u32);
        }
        let words: u64 = this.lengths.iter().map(|length| u64::from(*length)).sum();
        this.average_length = words as f64 / this.lengths.len().max(1) as f64;
        let (vocabulary, numbers) = gathered.finish();
        for word in &mut this.stream {
            if Searched::weight_of_mark(*word).is_none() {
                *word = numbers.number(*word);
            }
        }
        this.vocabulary = vocabulary;
        this.post();
        this
    }

    /// Adds an article's words to the stream; returns how many marks are among them.
    fn read(&mut self, article: &Article, host: &dyn Host, gathered: &mut Gathered) -> usize {
        let provider = article.provider.as_ref().and_then(|it| it.name.as_deref());
        let topics = article
            .topics
            .iter()
            .map(|it| (Searched::Topics, it.as_str()));
        let texts = std::iter::once((Searched::Title, article.title.as_str()))
            .chain(topics)
            .chain(provider.map(|name| (Searched::Provider, name)))
            .chain(article.excerpt.as_deref().map(|it| (Searched::Excerpt, it)));
        let mut marks = 0;
        for (field, text) in texts {
            self.stream.push(field.mark());
            marks += 1;
            each_word(text, host, &mut |word| {
                self.stream.push(gathered.number(word.folded, word.is_run));
            });
        }
        marks
    }

    /// Sorts the stream by words: counts first, so that each posting is written to its place.
    fn post(&mut self) {
        const NEVER: u32 = u32::MAX;
        let words = self.vocabulary.len();
        let mut last_row = vec![NEVER; words];
        let mut counts = vec![0_u32; words + 1];
        for (row, range) in self.streams.windows(2).enumerate() {
            for word in stream(&self.stream, range) {
                let at = *word as usize;
                if let Some(last) = last_row.get_mut(at).filter(|last| **last != row as u32) {
                    *last = row as u32;
                    if let Some(count) = counts.get_mut(at + 1) {
                        *count += 1;
                    }
                }
            }
        }
        let mut sum = 0;
        for count in &mut counts {
            sum += *count;
            *count = sum;
        }
        self.starts = counts;
        self.postings = vec![Posting::default(); sum as usize];
        let mut next = self.starts.clone();
        last_row.fill(NEVER);
        for (row, range) in self.streams.windows(2).enumerate() {
            let row = row as u32;
            let mut fields = 0;
            for word in stream(&self.stream, range) {
                if let Some(weight) = Searched::weight_of_mark(*word) {
                    fields = weight;
                    continue;
                }
                let at = *word as usize;
                let (Some(last), Some(next)) = (last_row.get_mut(at), next.get_mut(at)) else {
                    continue;
                };
                if *last != row {
                    *last = row;
                    *next += 1;
                }
                if let Some(posting) = self.postings.get_mut(*next as usize - 1) {
                    posting.row = row;
                    posting.fields |= fields;
                    posting.times = posting.times.saturating_add(1);
                }
            }
        }
    }

    /// The postings of words that are neighbours in the vocabulary.
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
