//! Which articles a term matches, and how well.

use std::ops::Range;

use super::postings::{Posting, Postings, Searched};
use super::set::Set;
use super::sorting::sort_by_key;
use super::term::{Term, TermWord};
use super::typo::Typo;

/// How a term matches an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hit {
    /// At its best.
    pub(super) class: Class,
    /// The sum of the weights of the fields that it matches.
    pub(super) fields: u8,
    /// How often.
    pub(super) times: u32,
}

/// Of two matches the lesser is the better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// A whole word, or a whole run.
    #[default]
    Whole,
    /// The beginning of a word, or a part of a run.
    Part,
    /// A word with typos.
    Typo,
}

/// The words of the vocabulary that a term's word stands for.
enum Alike {
    Neighbours(Range<u32>),
    Scattered(Vec<u32>),
}

struct Words {
    alike: Alike,
    /// The one that is the term's word itself.
    whole: Option<u32>,
}

impl Words {
    fn class(&self, word: u32) -> Option<Class> {
        let is_alike = match &self.alike {
            Alike::Neighbours(range) => range.contains(&word),
            Alike::Scattered(words) => words.binary_search(&word).is_ok(),
        };
        let class = if self.whole == Some(word) {
            Class::Whole
        } else {
            Class::Part
        };
        is_alike.then_some(class)
    }

    /// Where the first of these words stands.
    fn position(&self, stream: &[u32]) -> Option<usize> {
        let mut stream = stream.iter();
        match &self.alike {
            // One comparison a word: most of the time of a phrase goes here.
            Alike::Neighbours(range) => {
                let (start, length) = (range.start, range.end - range.start);
                stream.position(|word| word.wrapping_sub(start) < length)
            }
            Alike::Scattered(words) => stream.position(|word| words.binary_search(word).is_ok()),
        }
    }

    fn ranges(&self) -> impl Iterator<Item = Range<u32>> {
        let (neighbours, scattered) = match &self.alike {
            Alike::Neighbours(range) => (Some(range.clone()), [].as_slice()),
            Alike::Scattered(words) => (None, words.as_slice()),
        };
        let scattered = scattered.iter().map(|word| *word..*word + 1);
        neighbours.into_iter().chain(scattered)
    }
}

/// The hits of one term. The room for how each article was hit is kept from query to query.
#[derive(Debug, Default)]
pub(super) struct Hits {
    /// The rows that were hit.
    rows: Set,
    /// Whether it is of interest how.
    is_weighed: bool,
    /// A place for each row.
    hits: Vec<Hit>,
}

impl Hits {
    /// Begins anew, for so many rows.
    pub(super) fn begin(&mut self, rows: usize, is_weighed: bool) {
        self.rows = Set::none(rows);
        self.is_weighed = is_weighed;
        if is_weighed && self.hits.len() < rows {
            self.hits.resize(rows, Hit::default());
        }
    }

    /// The rows that were hit.
    pub(super) fn rows(&self) -> &Set {
        &self.rows
    }

    /// Hands over how each row was hit, once.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn drain(&mut self, mut each: impl FnMut(u32, Hit)) {
        for row in self.rows.iter() {
            if let Some(hit) = self.hits.get_mut(row as usize) {
                each(row, std::mem::take(hit));
            }
        }
    }

    /// Adds where words stand that are neighbours in the vocabulary.
    #[inline(never)]
    #[cfg_attr(small_module, optimize(speed))]
    fn add_all(&mut self, postings: &Postings, words: Range<u32>, class: Class) {
        if self.is_weighed {
            for Posting { row, fields, times } in postings.of(words) {
                self.add(row, class, fields, times.into());
            }
        } else {
            for row in postings.rows_of(words) {
                self.rows.insert(*row);
            }
        }
    }

    #[inline(always)]
    fn add(&mut self, row: u32, class: Class, fields: u8, times: u32) {
        self.rows.insert(row);
        if !self.is_weighed {
            return;
        }
        let Some(hit) = self.hits.get_mut(row as usize) else {
            return;
        };
        hit.class = match hit.times {
            0 => class,
            _ => hit.class.min(class),
        };
        hit.fields |= fields;
        hit.times = hit.times.saturating_add(times);
    }
}

/// Whether a term is answered by words with typos, because no word begins with it.
pub(super) fn needs_typos(postings: &Postings, term: &Term) -> Option<usize> {
    let edits = term.edits()?;
    let word = &term.words.first()?.folded;
    postings
        .vocabulary
        .beginning_with(word)
        .is_empty()
        .then_some(edits)
}

/// Finds the articles that a term matches, of an excluding one those that it leaves out.
#[cfg_attr(small_module, optimize(speed))]
pub(super) fn find(postings: &Postings, term: &Term, hits: &mut Hits) {
    let Some((last, before)) = term.words.split_last() else {
        return;
    };
    if let Some(edits) = needs_typos(postings, term) {
        let typo = Typo::new(&last.folded, edits);
        let like = postings.vocabulary.like(|word| typo.matches(word));
        for word in like {
            hits.add_all(postings, word..word + 1, Class::Typo);
        }
        return;
    }
    let last = words(postings, last, term.quoted);
    if !before.is_empty() {
        let before: Vec<Words> = before
            .iter()
            .map(|word| words(postings, word, true))
            .collect();
        return neighbours(postings, &before, &last, hits);
    }
    for range in last.ranges() {
        // Only the first of neighbours can be the word itself: the others are longer.
        let first = range.start..range.end.min(range.start + 1);
        let class = last.class(range.start).unwrap_or(Class::Part);
        hits.add_all(postings, first.clone(), class);
        hits.add_all(postings, first.end..range.end, Class::Part);
    }
}

fn words(postings: &Postings, word: &TermWord, is_whole: bool) -> Words {
    let vocabulary = &postings.vocabulary;
    if word.is_run {
        let (runs, whole) = vocabulary.runs_with(&word.folded);
        let alike = Alike::Scattered(runs);
        return Words { alike, whole };
    }
    let whole = vocabulary.exactly(&word.folded);
    let alike = Alike::Neighbours(match (is_whole, whole) {
        (true, Some(word)) => word..word + 1,
        (true, None) => 0..0,
        (false, _) => vocabulary.beginning_with(&word.folded),
    });
    Words { alike, whole }
}

/// Finds where words stand next to each other in one field.
#[cfg_attr(small_module, optimize(speed))]
fn neighbours(postings: &Postings, before: &[Words], last: &Words, hits: &mut Hits) {
    let all: Vec<&Words> = before.iter().chain([last]).collect();
    // Every word must stand there, so the rarest one decides where to look.
    let times =
        |words: &Words| -> usize { words.ranges().map(|range| postings.count(range)).sum() };
    let rarest = all.iter().enumerate().min_by_key(|(_, words)| times(words));
    let Some((place, rarest)) = rarest else {
        return;
    };
    let found = rarest.ranges().flat_map(|range| postings.of(range));
    let mut candidates: Vec<u32> = found.map(|posting| posting.row).collect();
    sort_by_key(&mut candidates, &u64::from);
    candidates.dedup();
    // Only where all words stand it is worth a look in which order.
    for (_, words) in all.iter().enumerate().filter(|(at, _)| *at != place) {
        let mut having = Set::none(postings.lengths.len());
        let found = words.ranges().flat_map(|range| postings.of(range));
        found.for_each(|posting| having.insert(posting.row));
        candidates.retain(|row| having.contains(*row));
    }
    let mut stream = Vec::new();
    for row in candidates {
        postings.read_words(row, &mut stream);
        let mut from = 0;
        while let Some(at) = rarest.position(stream.get(from..).unwrap_or_default()) {
            let at = from + at;
            from = at + 1;
            let Some(start) = at.checked_sub(place) else {
                continue;
            };
            let here = stream.get(start..start + all.len()).unwrap_or_default();
            // A mark among them is alike to no word.
            let mut pairs = here.iter().zip(&all);
            let worse =
                |worst: Class, (word, words): (&u32, &&Words)| Some(worst.max(words.class(*word)?));
            let worst = pairs.try_fold(Class::Whole, worse);
            if let Some(class) = worst.filter(|_| here.len() == all.len()) {
                let before = stream.get(..start).unwrap_or_default().iter().rev();
                let field = before.copied().find_map(Searched::weight_of_mark);
                hits.add(row, class, field.unwrap_or_default(), 1);
            }
        }
    }
}
