//! Which parts of a text a query found.

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::rc::Rc;

use super::Host;
use super::sorting;
use super::term::{Term, TermWord};
use super::text::{each_part, each_word};
use super::typo::Typo;

/// How many characters of a text are looked at if something is found in them: a card shows a few
/// lines only.
const LOOKED_AT: usize = 4_000;

/// More marks than these are of no use to a reader.
const MOST_MARKS: usize = 200;

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
    /// all of it; words that have to stand next to each other share a mark. Of a very long text
    /// these are the marks around the first, and at most 200.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        if self.terms.is_empty() {
            return Vec::new();
        }
        let mut most = LOOKED_AT;
        loop {
            let cut = text.char_indices().nth(most).map(|(at, _)| at);
            let beginning = cut.and_then(|cut| text.get(..cut));
            let mut words = words(beginning.unwrap_or(text), &*self.host);
            if beginning.is_some() {
                // The last may go on after the cut.
                words.pop();
            }
            let marks = self.marks_of(text, &words);
            if beginning.is_none() || !marks.is_empty() {
                return marks;
            }
            // By so much that all that is looked at again is little beside the text.
            most = most.saturating_mul(4);
        }
    }

    fn marks_of(&self, text: &str, words: &[Word]) -> Vec<Range<usize>> {
        let host = &*self.host;
        let mut marks = Vec::new();
        for (term, typo) in &self.terms {
            for at in words.windows(term.words.len().max(1)) {
                match (at, term.words.as_slice(), typo) {
                    ([word], _, Some(typo)) => {
                        if !word.is_run && typo.matches(&word.folded) {
                            marks.push(word.place.clone());
                        }
                    }
                    ([word], [searched], _) => {
                        let mut found: Vec<Range<usize>> = Vec::new();
                        each_match(searched, word, term.quoted, &mut |range| match found
                            .last_mut()
                            .filter(|last| range.start < last.end)
                        {
                            Some(last) => last.end = range.end,
                            None => found.push(range),
                        });
                        unfold(text, word, &found, host, &mut marks);
                    }
                    _ => marks.extend(neighbours(term, at, text, host)),
                }
            }
        }
        merged(&marks)
    }
}

fn words(text: &str, host: &dyn Host) -> Vec<Word> {
    let mut words = Vec::new();
    each_word(text, host, &mut String::new(), &mut |word| {
        words.push(Word {
            folded: word.folded.to_owned(),
            is_run: word.is_run,
            place: word.place,
        });
    });
    words
}

/// What words that stand next to each other have of a term, from its first to its last.
fn neighbours(term: &Term, at: &[Word], text: &str, host: &dyn Host) -> Option<Range<usize>> {
    let (mut first, mut end) = (None, None);
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
        end = Some((word, found?));
        first = first.or_else(|| end.clone());
    }
    // Only now: most that begin like it do not go on like it.
    let mut ends = Vec::new();
    for (word, found) in [first?, end?] {
        unfold(text, word, &[found], host, &mut ends);
    }
    Some(ends.first()?.start..ends.last()?.end)
}

/// Hands over where a word has what is searched for, in bytes of it folded: rising.
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

/// Adds the places in the text of parts of a folded word, which rise and do not overlap: of each
/// all characters that it came from.
fn unfold(
    text: &str,
    word: &Word,
    found: &[Range<usize>],
    host: &dyn Host,
    marks: &mut Vec<Range<usize>>,
) {
    let mut found = found.iter().peekable();
    if found.peek().is_none() {
        return;
    }
    let (mut start, mut at, mut folded) = (None, word.place.start, 0);
    let whole = text.get(word.place.clone()).unwrap_or_default();
    each_part(whole, host, &mut |length, folded_length| {
        let end = at + length;
        folded += folded_length;
        // A character may be the end of one and the beginning of the next.
        while let Some(part) = found.peek() {
            if folded > part.start || part.start == 0 {
                start.get_or_insert(at);
            }
            if folded < part.end {
                break;
            }
            marks.push(start.take().unwrap_or(at)..end);
            found.next();
        }
        at = end;
    });
}

/// The marks in their order; those that touch are one.
fn merged(marks: &[Range<usize>]) -> Vec<Range<usize>> {
    let start = |number: u32| marks.get(number as usize).map(|mark| mark.start);
    let mut order: Vec<u32> = (0..marks.len() as u32).collect();
    sorting::sort(&mut order, &|one, other| start(one).cmp(&start(other)));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for mark in order.iter().filter_map(|at| marks.get(*at as usize)) {
        match merged.last_mut().filter(|last| mark.start <= last.end) {
            Some(last) => last.end = last.end.max(mark.end),
            None => merged.push(mark.clone()),
        }
    }
    merged.truncate(MOST_MARKS);
    merged
}

/// Where a text should begin, in bytes, so that its first mark is seen although only about `most`
/// characters are: at 0 if the mark is seen then, else at the sentence or word a little before it.
///
/// ```
/// use article_cards_core::search::excerpt_start;
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
