//! Which articles a term matches, and how well.

pub(super) mod highlight;
pub(super) mod relevance;
pub(super) mod term;
mod typo;

use std::ops::Range;

use super::bit_set::BitSet;
use super::postings::{Posting, Postings, SearchedField};
use super::sort::algorithms::sort_by_key;
use term::{Term, TermWord};
use typo::Typo;

/// How a term matches an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hit {
    /// The best class of its matches.
    class: MatchClass,
    /// The sum of the weights of the fields it matches in.
    fields: u8,
    /// The number of matches.
    frequency: u32,
}

/// The class of a match, best first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum MatchClass {
    /// A whole word, or a whole run.
    #[default]
    Whole,
    /// The beginning of a word, or a part of a run.
    Prefix,
    /// A word with typos.
    Typo,
}

/// Words of the vocabulary.
enum WordSet {
    Range(Range<u32>),
    /// Ascending.
    List(Vec<u32>),
}

/// The words of the vocabulary that match a word of a term.
struct WordMatches {
    words: WordSet,
    /// The one that equals it.
    whole: Option<u32>,
}

impl WordMatches {
    fn new(postings: &Postings, word: &TermWord, is_whole: bool) -> Self {
        let vocabulary = &postings.vocabulary;
        if word.is_run {
            let (runs, whole) = vocabulary.runs_containing(&word.folded);
            let words = WordSet::List(runs);
            return Self { words, whole };
        }
        let whole = vocabulary.get(&word.folded);
        let words = WordSet::Range(match (is_whole, whole) {
            (true, Some(word)) => word..word + 1,
            (true, None) => 0..0,
            (false, _) => vocabulary.with_prefix(&word.folded),
        });
        Self { words, whole }
    }

    /// Returns how a word matches, if it does.
    fn class(&self, word: u32) -> Option<MatchClass> {
        let is_match = match &self.words {
            WordSet::Range(range) => range.contains(&word),
            WordSet::List(words) => words.binary_search(&word).is_ok(),
        };
        let class = if self.whole == Some(word) {
            MatchClass::Whole
        } else {
            MatchClass::Prefix
        };
        is_match.then_some(class)
    }

    /// Returns the position of the first match in an article.
    fn position(&self, article: &[u32]) -> Option<usize> {
        let mut article = article.iter();
        match &self.words {
            // A single comparison for each word: phrases spend most of their time here.
            WordSet::Range(range) => {
                let (start, length) = (range.start, range.end - range.start);
                article.position(|word| word.wrapping_sub(start) < length)
            }
            WordSet::List(words) => article.position(|word| words.binary_search(word).is_ok()),
        }
    }

    fn ranges(&self) -> impl Iterator<Item = Range<u32>> {
        let (range, list) = match &self.words {
            WordSet::Range(range) => (Some(range.clone()), [].as_slice()),
            WordSet::List(words) => (None, words.as_slice()),
        };
        let list = list.iter().map(|word| *word..*word + 1);
        range.into_iter().chain(list)
    }

    fn postings(&self, postings: &Postings) -> impl Iterator<Item = Posting> {
        self.ranges().flat_map(|range| postings.of(range))
    }
}

/// The hits of one term. The buffer is reused from query to query.
#[derive(Debug, Default)]
pub(super) struct Hits {
    rows: BitSet,
    /// Whether `hits` is filled in.
    is_scored: bool,
    /// By row.
    hits: Vec<Hit>,
}

impl Hits {
    /// Clears the hits, for an index of `rows` rows. Only scored hits have more than a row.
    pub(super) fn start(&mut self, rows: usize, is_scored: bool) {
        self.rows = BitSet::empty(rows);
        self.is_scored = is_scored;
        if is_scored && self.hits.len() < rows {
            self.hits.resize(rows, Hit::default());
        }
    }

    /// Returns the rows that match.
    pub(super) fn rows(&self) -> &BitSet {
        &self.rows
    }

    /// Calls `each` with every hit and resets it.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn drain(&mut self, mut each: impl FnMut(u32, Hit)) {
        for row in self.rows.iter() {
            if let Some(hit) = self.hits.get_mut(row as usize) {
                each(row, std::mem::take(hit));
            }
        }
    }

    /// Adds the postings of a range of words.
    #[inline(never)]
    #[cfg_attr(small_module, optimize(speed))]
    fn add_all(&mut self, postings: &Postings, words: Range<u32>, class: MatchClass) {
        if self.is_scored {
            for posting in postings.of(words) {
                self.add(class, posting);
            }
        } else {
            for row in postings.rows_of(words) {
                self.rows.insert(*row);
            }
        }
    }

    #[inline(always)]
    fn add(&mut self, class: MatchClass, posting: Posting) {
        let Posting {
            row,
            fields,
            frequency,
        } = posting;
        self.rows.insert(row);
        if !self.is_scored {
            return;
        }
        let Some(hit) = self.hits.get_mut(row as usize) else {
            return;
        };
        hit.class = match hit.frequency {
            0 => class,
            _ => hit.class.min(class),
        };
        hit.fields |= fields;
        hit.frequency = hit.frequency.saturating_add(frequency.into());
    }
}

/// Returns how many edits a term may be away from the words it matches, if it matches by typos:
/// no word starts with it.
pub(super) fn typo_edits(postings: &Postings, term: &Term) -> Option<usize> {
    let edits = term.edits()?;
    let word = &term.words.first()?.folded;
    let with_prefix = postings.vocabulary.with_prefix(word);
    with_prefix.is_empty().then_some(edits)
}

/// Finds the articles that a term matches; for an exclusion, those that it excludes.
///
/// A prefix takes a binary search and its postings, a typo a pass over the vocabulary, a phrase
/// the postings of its words and the words of the articles that have all of them.
#[cfg_attr(small_module, optimize(speed))]
pub(super) fn find(postings: &Postings, term: &Term, hits: &mut Hits) {
    let Some((last, before)) = term.words.split_last() else {
        return;
    };
    if let Some(edits) = typo_edits(postings, term) {
        let typo = Typo::new(&last.folded, edits);
        for word in postings.vocabulary.filter(|word| typo.matches(word)) {
            hits.add_all(postings, word..word + 1, MatchClass::Typo);
        }
        return;
    }
    let last = WordMatches::new(postings, last, term.quoted);
    if !before.is_empty() {
        let whole = |word| WordMatches::new(postings, word, true);
        let mut words: Vec<WordMatches> = before.iter().map(whole).collect();
        words.push(last);
        return find_phrase(postings, &words, hits);
    }
    for range in last.ranges() {
        // Only the first of a range can be the word itself: the others are longer.
        let first = range.start..range.end.min(range.start + 1);
        let class = last.class(range.start).unwrap_or(MatchClass::Prefix);
        hits.add_all(postings, first.clone(), class);
        hits.add_all(postings, first.end..range.end, MatchClass::Prefix);
    }
}

/// Finds words that are next to each other in one field.
#[cfg_attr(small_module, optimize(speed))]
fn find_phrase(postings: &Postings, words: &[WordMatches], hits: &mut Hits) {
    // An article must have every word, so the rarest one selects the candidates.
    let count = |word: &WordMatches| -> usize {
        let counts = word.ranges().map(|range| postings.count(range));
        counts.sum()
    };
    let rarest = words.iter().enumerate().min_by_key(|(_, word)| count(word));
    let Some((rarest_at, rarest)) = rarest else {
        return;
    };
    let rows = rarest.postings(postings).map(|posting| posting.row);
    let mut candidates: Vec<u32> = rows.collect();
    sort_by_key(&mut candidates, &u64::from);
    candidates.dedup();
    for (_, word) in words.iter().enumerate().filter(|(at, _)| *at != rarest_at) {
        let mut rows = BitSet::empty(postings.article_count());
        for posting in word.postings(postings) {
            rows.insert(posting.row);
        }
        candidates.retain(|row| rows.contains(*row));
    }
    let mut article = Vec::new();
    for row in candidates {
        postings.read_words(row, &mut article);
        let mut from = 0;
        while let Some(at) = rarest.position(article.get(from..).unwrap_or_default()) {
            let at = from + at;
            from = at + 1;
            let Some(start) = at.checked_sub(rarest_at) else {
                continue;
            };
            let Some(here) = article.get(start..start + words.len()) else {
                continue;
            };
            // Markers of fields match no word.
            let mut pairs = here.iter().zip(words);
            let worst = pairs.try_fold(MatchClass::Whole, |worst, (number, word)| {
                Some(worst.max(word.class(*number)?))
            });
            if let Some(class) = worst {
                let before = article.get(..start).unwrap_or_default().iter().rev();
                let field = before.copied().find_map(SearchedField::weight_of_marker);
                let posting = Posting {
                    row,
                    fields: field.unwrap_or_default(),
                    frequency: 1,
                };
                hits.add(class, posting);
            }
        }
    }
}
