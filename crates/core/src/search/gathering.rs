//! The words of articles while they are read, and how they become [`Postings`].

use std::mem;

use super::Host;
use super::postings::{OFTEN, Postings, Searched};
use super::stream::{FIRST_WORD, Stream};
use super::text::{Word, each_word};
use super::vocabulary::Gathered;
use crate::feed::{Field, FieldSet};
use crate::model::Article;

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

/// The words of articles while they are read.
#[derive(Default)]
pub(super) struct Gathering {
    words: Gathered,
    stream: Stream,
    lengths: Vec<u32>,
    folded: String,
    /// Of each word, by its old number: the last row it was met in, plus one, and how many there are.
    met: Vec<(u32, u32)>,
}

impl Gathering {
    /// Adds the words of the next article.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn add(&mut self, article: &Article, host: &dyn Host) {
        self.stream.begin();
        self.lengths.push(0);
        self.text(Searched::Title, &article.title, host);
        for topic in &article.topics {
            self.text(Searched::Topics, topic, host);
        }
        let provider = article.provider.as_ref().and_then(|it| it.name.as_deref());
        self.text(Searched::Provider, provider.unwrap_or_default(), host);
        let excerpt = article.excerpt.as_deref();
        self.text(Searched::Excerpt, excerpt.unwrap_or_default(), host);
    }

    #[cfg_attr(small_module, optimize(speed))]
    fn text(&mut self, field: Searched, text: &str, host: &dyn Host) {
        self.stream.push(field as u32);
        // The same room for all words: there are millions.
        let mut folded = mem::take(&mut self.folded);
        let meet = &mut |word: Word<'_>| self.meet(word.folded, word.is_run);
        each_word(text, host, &mut folded, meet);
        self.folded = folded;
    }

    #[cfg_attr(small_module, optimize(speed))]
    fn meet(&mut self, word: &str, is_run: bool) {
        let row = self.lengths.len() as u32;
        let number = self.words.number(word, is_run);
        self.stream.push(FIRST_WORD + number);
        if let Some(length) = self.lengths.last_mut() {
            *length += 1;
        }
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
    pub(super) fn finish(self) -> Sorting {
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
            next: starts.clone(),
            last_row: vec![Sorting::NEVER; vocabulary.len()],
            last_often: vec![0; vocabulary.len()],
            row: 0,
            postings: Postings {
                vocabulary,
                rows: vec![0; sum as usize],
                marks: vec![0; sum as usize],
                often: Vec::new(),
                starts,
                stream: self.stream,
                numbers,
                lengths: self.lengths,
                average_length,
            },
        }
    }
}

/// Words that are being sorted.
pub(super) struct Sorting {
    postings: Postings,
    /// Behind the last posting of each word.
    next: Vec<u32>,
    last_row: Vec<u32>,
    /// Of each word, where its last entry among the frequent postings may be.
    last_often: Vec<u32>,
    row: u32,
}

impl Sorting {
    const NEVER: u32 = u32::MAX;

    /// Goes on by so many articles; whether that was the end.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn step(&mut self, most: usize) -> bool {
        let Postings {
            stream,
            numbers,
            rows,
            marks,
            often,
            ..
        } = &mut self.postings;
        let end = stream.len() as u32;
        for row in self.row..end.min(self.row.saturating_add(most as u32)) {
            let mut field = 0;
            for number in stream.of(row) {
                let Some(word) = number.checked_sub(FIRST_WORD) else {
                    field = number as u8;
                    continue;
                };
                let at = numbers.number(word) as usize;
                let (Some(last), Some(next)) = (self.last_row.get_mut(at), self.next.get_mut(at))
                else {
                    continue;
                };
                if *last != row {
                    *last = row;
                    *next += 1;
                }
                let place = *next - 1;
                let slots = (rows.get_mut(place as usize), marks.get_mut(place as usize));
                let (Some(slot), Some(mark)) = slots else {
                    continue;
                };
                *slot = row;
                *mark |= field;
                if *mark >> 4 < OFTEN {
                    *mark += 1 << 4;
                    continue;
                }
                let Some(last_often) = self.last_often.get_mut(at) else {
                    continue;
                };
                match often.get_mut(*last_often as usize) {
                    Some((own, times)) if *own == place => *times = times.saturating_add(1),
                    _ => {
                        *last_often = often.len() as u32;
                        often.push((place, u16::from(OFTEN) + 1));
                    }
                }
            }
            self.row = row + 1;
        }
        self.row >= end
    }

    /// Once it has come to its end.
    pub(super) fn finish(mut self) -> Postings {
        self.postings.often.sort_unstable();
        self.postings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::PlainHost;

    #[test]
    fn it_is_known_how_often_a_word_stands_in_an_article() {
        let titles = [3, 40, 0, 15, 16].map(|times| "tide low ".repeat(times) + "tide");
        let mut gathering = Gathering::default();
        for title in titles {
            let article = Article {
                title,
                topics: vec!["Tide".into()],
                ..Article::default()
            };
            gathering.add(&article, &PlainHost::default());
        }
        let mut sorting = gathering.finish();
        while !sorting.step(2) {}
        let postings = sorting.finish();
        let times = |word| {
            let word = postings.vocabulary.exactly(word).unwrap();
            let found = postings.of(word..word + 1);
            found
                .map(|it| (it.row, it.fields, it.times))
                .collect::<Vec<_>>()
        };
        let (title, both) = (8, 12);
        assert_eq!(
            times("low"),
            [
                (0, title, 3),
                (1, title, 40),
                (3, title, 15),
                (4, title, 16)
            ]
        );
        assert_eq!(
            times("tide"),
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
