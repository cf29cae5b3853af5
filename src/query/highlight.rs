//! Which parts of a text a query found.

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::rc::Rc;

use super::Host;
use super::term::{Term, TermWord};
use super::text::{each_part, each_word};
use super::typo::Typo;

/// Marks in a text what a query searched for.
#[derive(Clone)]
pub struct Highlighter {
    terms: Vec<(Term, Option<Typo>)>,
    host: Rc<dyn Host>,
}

impl PartialEq for Highlighter {
    fn eq(&self, other: &Self) -> bool {
        let Self { terms, host } = self;
        *terms == other.terms && Rc::ptr_eq(host, &other.host)
    }
}

impl std::fmt::Debug for Highlighter {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = formatter.debug_struct("Highlighter");
        shown.field("terms", &self.terms).finish_non_exhaustive()
    }
}

/// A word of the text.
struct Word {
    folded: String,
    is_run: bool,
    place: Range<usize>,
}

impl Highlighter {
    /// For the terms that do not exclude; with each, whether it was found by typos.
    pub(crate) fn new(terms: Vec<(Term, bool)>, host: Rc<dyn Host>) -> Self {
        let with_typo = |(term, by_typos): (Term, bool)| {
            let edits = term.edits().filter(|_| by_typos);
            let word = term.words.first().map_or("", |word| &word.folded);
            let typo = edits.map(|edits| Typo::new(word, edits));
            (term, typo)
        };
        Self {
            terms: terms.into_iter().map(with_typo).collect(),
            host,
        }
    }

    /// Whether there is nothing to mark, in any text.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// What to mark, in bytes: rising, with something between each two, and whole characters
    /// with the marks on them.
    ///
    /// Of a word that begins with what was searched for it is that beginning, of one with typos
    /// all of it; words that have to stand next to each other share a mark.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        if self.terms.is_empty() {
            return Vec::new();
        }
        let host = &*self.host;
        let mut words = Vec::new();
        each_word(text, host, &mut |word| {
            words.push(Word {
                folded: word.folded.to_owned(),
                is_run: word.is_run,
                place: word.place,
            });
        });
        let mut marks = Vec::new();
        for (term, typo) in &self.terms {
            for at in words.windows(term.words.len().max(1)) {
                match (at, term.words.as_slice(), typo) {
                    ([word], _, Some(typo)) => {
                        if !word.is_run && typo.matches(&word.folded) {
                            add(&mut marks, word.place.clone());
                        }
                    }
                    ([word], [searched], _) => {
                        each_match(searched, word, term.quoted, &mut |found| {
                            add(&mut marks, unfolded(text, word, found, host));
                        });
                    }
                    _ => {
                        if let Some(mark) = neighbours(term, at, text, host) {
                            add(&mut marks, mark);
                        }
                    }
                }
            }
        }
        marks
    }
}

/// What words that stand next to each other have of a term, from its first to its last.
fn neighbours(term: &Term, at: &[Word], text: &str, host: &dyn Host) -> Option<Range<usize>> {
    let mut mark: Option<Range<usize>> = None;
    let last = term.words.len().checked_sub(1)?;
    for (place, (searched, word)) in term.words.iter().zip(at).enumerate() {
        let mut found: Option<Range<usize>> = None;
        let is_whole = term.quoted || place < last;
        each_match(searched, word, is_whole, &mut |range| {
            // Of a run what is nearest to the neighbour: first the last place, at the end the first.
            if place == 0 || found.is_none() {
                found = Some(range);
            }
        });
        let found = unfolded(text, word, found?, host);
        mark = Some(mark.map_or(found.start, |mark| mark.start)..found.end);
    }
    mark
}

/// Hands over where a word has what is searched for, in bytes of it folded.
fn each_match(
    searched: &TermWord,
    word: &Word,
    is_whole: bool,
    each: &mut dyn FnMut(Range<usize>),
) {
    let (wanted, folded) = (searched.folded.as_str(), word.folded.as_str());
    if searched.is_run != word.is_run {
        return;
    }
    if !searched.is_run {
        if folded.starts_with(wanted) && (!is_whole || folded.len() == wanted.len()) {
            each(0..wanted.len());
        }
        return;
    }
    for (start, _) in folded.char_indices() {
        if folded
            .get(start..)
            .is_some_and(|rest| rest.starts_with(wanted))
        {
            each(start..start + wanted.len());
        }
    }
}

/// The place in the text of a part of a folded word: all characters that it came from.
fn unfolded(text: &str, word: &Word, part: Range<usize>, host: &dyn Host) -> Range<usize> {
    let (mut start, mut end) = (None, word.place.end);
    let (mut at, mut folded) = (word.place.start, 0);
    let whole = text.get(word.place.clone()).unwrap_or_default();
    each_part(whole, host, &mut |length, folded_length| {
        let before = folded;
        folded += folded_length;
        if (folded > part.start || part.start == 0) && before < part.end {
            start.get_or_insert(at);
            end = at + length;
        }
        at += length;
    });
    start.unwrap_or(word.place.start)..end
}

/// Adds a mark in its place; those that it touches become part of it.
fn add(marks: &mut Vec<Range<usize>>, mut mark: Range<usize>) {
    marks.retain(|other| {
        let touches = other.start <= mark.end && mark.start <= other.end;
        if touches {
            mark = mark.start.min(other.start)..mark.end.max(other.end);
        }
        !touches
    });
    let place = marks.partition_point(|other| other.start < mark.start);
    marks.insert(place, mark);
}

/// Where a text should begin, in bytes, so that its first mark is seen although only about `most`
/// characters are: at 0 if the mark is seen then, else at the sentence or word a little before it.
///
/// ```
/// use article_cards::query::excerpt_start;
///
/// let text = "The first sentence is of no use. The second one has it.";
/// let found = text.find("second").unwrap();
/// let marks = [found..found + 6];
/// assert_eq!(excerpt_start(text, &marks, 150), 0);
/// assert_eq!(&text[excerpt_start(text, &marks, 30)..], "The second one has it.");
/// assert_eq!(&text[excerpt_start(text, &marks, 8)..], "second one has it.");
/// ```
pub fn excerpt_start(text: &str, marks: &[Range<usize>], most: usize) -> usize {
    let Some(mark) = marks.first() else {
        return 0;
    };
    let (Some(before), Some(marked)) = (text.get(..mark.start), text.get(mark.clone())) else {
        return 0;
    };
    let marked = marked.chars().count();
    if before.chars().count() + marked <= most {
        return 0;
    }
    let lead = (most / 3).min(most.saturating_sub(marked));
    let (mut sentence, mut word) = (None, None);
    let mut characters = before.char_indices().rev().take(lead).peekable();
    while let Some((at, c)) = characters.next() {
        let start = at + c.len_utf8();
        let ends = |c: char| matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？');
        if c.is_whitespace() {
            word = Some(start);
        }
        let is_sentence = matches!(c, '。' | '！' | '？')
            || c.is_whitespace() && characters.peek().is_some_and(|(_, c)| ends(*c));
        if is_sentence {
            sentence = Some(start);
        }
    }
    sentence.or(word).unwrap_or(mark.start)
}
