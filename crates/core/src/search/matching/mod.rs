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

/// The words of the vocabulary that match a word of a term.
struct WordMatches {
    /// Those that start with it; if it must match as a whole, those that equal it.
    range: Range<u32>,
    /// Those that equal it, whatever signs follow: the first ones of `range`.
    whole: Range<u32>,
    /// Words of which a part matches, and runs.
    others: BitSet,
    has_others: bool,
}

impl WordMatches {
    fn new(postings: &Postings, word: &TermWord, is_whole: bool, is_derived: bool) -> Self {
        let vocabulary = &postings.vocabulary;
        let text = &*word.folded;
        let mut others = BitSet::empty(vocabulary.len());
        let (mut range, mut whole) = (0..0, 0..0);
        if word.is_run {
            if let Some(run) = vocabulary.add_runs(text, &mut others) {
                whole = run..run + 1;
            }
        } else {
            whole = vocabulary.equal_to(text);
            range = match is_whole {
                true => whole.clone(),
                false => vocabulary.with_prefix(text),
            };
            // The two words that a word joins are whole.
            if !(is_whole && is_derived) {
                vocabulary.add_with_part(text, is_whole, &mut others);
            }
            if is_derived {
                whole.end = whole.start;
            }
        }
        Self {
            range,
            whole,
            has_others: !others.is_empty(),
            others,
        }
    }

    /// Returns how a word matches, if it does.
    fn class(&self, word: u32) -> Option<MatchClass> {
        match () {
            () if self.whole.contains(&word) => Some(MatchClass::Whole),
            () if self.range.contains(&word) || self.others.contains(word) => {
                Some(MatchClass::Prefix)
            }
            () => None,
        }
    }

    /// Returns the position of the first match in an article.
    fn position(&self, article: &[u32]) -> Option<usize> {
        let (start, length) = (self.range.start, self.range.end - self.range.start);
        let mut article = article.iter();
        // Mostly a single comparison for each word: phrases spend most of their time here.
        let others = self.has_others.then_some(&self.others);
        article.position(|word| {
            word.wrapping_sub(start) < length || others.is_some_and(|others| others.contains(*word))
        })
    }

    /// Calls `each` with ranges of words that match in the same way.
    fn each_range(&self, each: &mut dyn FnMut(Range<u32>, MatchClass)) {
        if !self.range.is_empty() {
            each(self.whole.clone(), MatchClass::Whole);
            each(self.whole.end..self.range.end, MatchClass::Prefix);
        }
        for word in self.others.iter() {
            each(word..word + 1, self.class(word).unwrap_or_default());
        }
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

/// Returns the other ways in which a term matches, and whether it matches as it is. If it has several
/// words, it also matches as the one that they join. A single word that begins no word of the feed
/// only matches two words that it joins, else words with typos.
pub(super) fn alternatives(postings: &Postings, term: &Term) -> (Vec<Term>, bool) {
    let vocabulary = &postings.vocabulary;
    let word = term.plain_word();
    let Some(word) = word.filter(|word| !vocabulary.begins_any(word)) else {
        return (term.joined().into_iter().collect(), true);
    };
    let mut found = Vec::new();
    for (at, _) in word.char_indices() {
        let (first, second) = word.split_at_checked(at).unwrap_or_default();
        if vocabulary.equal_to(first).is_empty() || vocabulary.equal_to(second).is_empty() {
            continue;
        }
        let pair = Term::derived(&[first, second]);
        let mut hits = Hits::default();
        hits.start(postings.article_count(), false);
        find_one(postings, &pair, &mut hits);
        if !hits.rows.is_empty() {
            found.push(pair);
        }
    }
    if found.is_empty()
        && let Some(edits) = term.edits()
    {
        let typo = Some(Typo::new(word, edits));
        found.push(Term {
            typo,
            ..Term::derived(&[word])
        });
    }
    (found, false)
}

impl Term {
    /// Adds the words of the feed that one of the alternatives of a term matches, the most frequent first.
    pub(super) fn add_found(&self, postings: &Postings, found: &mut Vec<String>) {
        let Some(typo) = &self.typo else {
            let words = self.words.iter().map(|word| word.folded.as_str());
            found.push(words.collect::<Vec<_>>().join(" "));
            return;
        };
        let vocabulary = &postings.vocabulary;
        let mut words = vocabulary.filter(|word| typo.matches(word));
        let rarity = |word: u32| u64::MAX - postings.count(word..word + 1) as u64;
        sort_by_key(&mut words, &rarity);
        found.extend(words.iter().map(|word| vocabulary.word(*word).to_owned()));
    }
}

/// Finds the articles that a term matches; for an exclusion, those that it excludes.
pub(super) fn find(postings: &Postings, term: &Term, hits: &mut Hits) {
    let (others, matches_itself) = alternatives(postings, term);
    for other in others.iter().chain(matches_itself.then_some(term)) {
        find_one(postings, other, hits);
    }
}

/// Finds the articles that one of the alternatives of a term matches.
///
/// A prefix takes a binary search and its postings, a typo a pass over the vocabulary, a phrase
/// the postings of its words and the words of the articles that have all of them.
#[inline(never)]
fn find_one(postings: &Postings, term: &Term, hits: &mut Hits) {
    if let Some(typo) = &term.typo {
        for word in postings.vocabulary.filter(|word| typo.matches(word)) {
            hits.add_all(postings, word..word + 1, MatchClass::Typo);
        }
        return;
    }
    let last = term.words.len().saturating_sub(1);
    let words = term.words.iter().enumerate();
    let words: Vec<WordMatches> = words
        .map(|(at, word)| {
            let is_whole = term.quoted || at < last;
            WordMatches::new(postings, word, is_whole, term.is_derived)
        })
        .collect();
    match words.as_slice() {
        [word] => word.each_range(&mut |words, class| hits.add_all(postings, words, class)),
        words => find_phrase(postings, words, hits),
    }
}

/// Finds words that are next to each other in one field.
#[cfg_attr(small_module, optimize(speed))]
fn find_phrase(postings: &Postings, words: &[WordMatches], hits: &mut Hits) {
    // An article must have every word, so the rarest one selects the candidates.
    let count = |word: &WordMatches| {
        let mut count = 0;
        word.each_range(&mut |words, _| count += postings.count(words));
        count
    };
    let rarest = words.iter().enumerate().min_by_key(|(_, word)| count(word));
    let Some((rarest_at, rarest)) = rarest else {
        return;
    };
    let mut candidates = BitSet::full(postings.article_count());
    for word in words {
        let mut rows = BitSet::empty(postings.article_count());
        word.each_range(&mut |words, _| {
            for row in postings.rows_of(words) {
                rows.insert(*row);
            }
        });
        candidates.intersect_with(&rows);
    }
    let mut article = Vec::new();
    for row in candidates.iter() {
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
