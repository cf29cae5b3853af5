//! Highlighting: which parts of a text a query matches.

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::rc::Rc;

use super::term::{Term, TermWord};
use crate::search::locale::Locale;
use crate::search::sort::algorithms::sort;
use crate::search::text::{
    cluster_length, each_cluster, each_part, each_word, ends_before, is_hyphen, without_signs,
};

/// How many characters of a text are searched before the search stops at a match: a card shows only
/// a few lines.
const WINDOW: usize = 4_000;

/// The maximum number of marks: more do not help a reader.
const MAX_MARKS: usize = 200;

/// Marks the matches of a query in texts.
#[derive(Clone)]
pub struct Highlighter {
    /// The ways in which the terms match that are not exclusions.
    terms: Vec<Term>,
    locale: Rc<dyn Locale>,
    /// Texts whose marks are known, with these.
    known: Rc<Vec<(String, Vec<Range<usize>>)>>,
}

impl PartialEq for Highlighter {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            terms,
            locale,
            known,
        } = self;
        *terms == other.terms && Rc::ptr_eq(locale, &other.locale) && *known == other.known
    }
}

impl std::fmt::Debug for Highlighter {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = formatter.debug_struct("Highlighter");
        shown.field("terms", &self.terms).finish_non_exhaustive()
    }
}

/// A word of the text, or several that hyphens connect.
struct TextWord {
    folded: String,
    is_run: bool,
    range: Range<usize>,
}

impl Highlighter {
    pub(in crate::search) fn new(terms: Vec<Term>, locale: Rc<dyn Locale>) -> Self {
        Self {
            terms,
            locale,
            known: Rc::default(),
        }
    }

    /// Adds texts whose marks are known, because a search engine has found them: byte ranges in
    /// ascending order.
    #[must_use]
    pub fn with_known(self, known: Rc<Vec<(String, Vec<Range<usize>>)>>) -> Self {
        Self { known, ..self }
    }

    /// Returns whether no text has anything to mark.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.known.is_empty()
    }

    /// Returns the byte ranges to mark, in ascending order and not adjacent. They start and end
    /// between characters, never before a combining mark.
    ///
    /// A word of which a part starts with a term is marked up to the end of the term, a word with typos
    /// as a whole, and words next to each other with a single mark. A long text is searched only a little beyond its
    /// first match, and has at most 200 marks.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        if let Some((_, marks)) = self.known.iter().find(|(known, _)| known == text) {
            return marks.clone();
        }
        if self.terms.is_empty() {
            return Vec::new();
        }
        let mut window = WINDOW;
        loop {
            let cut = text.char_indices().nth(window).map(|(at, _)| at);
            let beginning = cut.and_then(|cut| text.get(..cut));
            let text = beginning.unwrap_or(text);
            let (mut words, mut joined) = words(text, &*self.locale);
            if beginning.is_some() {
                // The last word may continue after the cut.
                words.pop();
                joined.pop();
            }
            let marks = self.marks_of(text, &words, &joined);
            if beginning.is_none() || !marks.is_empty() {
                return marks;
            }
            // Growing geometrically keeps the total work linear.
            window = window.saturating_mul(4);
        }
    }

    fn marks_of(&self, text: &str, words: &[TextWord], joined: &[TextWord]) -> Vec<Range<usize>> {
        let locale = &*self.locale;
        let mut marks = Vec::new();
        for term in &self.terms {
            if term.is_symbols {
                marks.extend(symbols(term, text));
                continue;
            }
            let [searched] = term.words.as_slice() else {
                for at in words.windows(term.words.len().max(1)) {
                    marks.extend(phrase(term, at, text, locale));
                }
                continue;
            };
            for word in words.iter().chain(joined) {
                let mut found: Vec<Range<usize>> = Vec::new();
                match &term.typo {
                    Some(typo) => {
                        let is_close = !word.is_run && typo.matches(without_signs(&word.folded));
                        found.extend(is_close.then_some(0..word.folded.len()));
                    }
                    None => each_match(searched, word, term.quoted, &mut |range| match found
                        .last_mut()
                        .filter(|last| range.start < last.end)
                    {
                        Some(last) => last.end = range.end,
                        None => found.push(range),
                    }),
                }
                unfold(text, word, &found, locale, &mut marks);
            }
        }
        merged(&marks)
    }
}

/// Returns the words of a text, and those that hyphens connect, joined.
fn words(text: &str, locale: &dyn Locale) -> (Vec<TextWord>, Vec<TextWord>) {
    let (mut words, mut joined) = (Vec::<TextWord>::new(), Vec::<TextWord>::new());
    each_word(text, locale, &mut String::new(), &mut |word| {
        let before = words.last().filter(|last| !last.is_run && !word.is_run);
        if let Some(before) = before
            && is_hyphen(text.get(before.range.end..word.range.start))
        {
            let is_next = |it: &&mut TextWord| it.range.end == before.range.end;
            match joined.last_mut().filter(is_next) {
                Some(joined) => {
                    joined.folded.push_str(word.folded);
                    joined.range.end = word.range.end;
                }
                None => joined.push(TextWord {
                    folded: [&before.folded, word.folded].concat(),
                    is_run: false,
                    range: before.range.start..word.range.end,
                }),
            }
        }
        words.push(TextWord {
            folded: word.folded.to_owned(),
            is_run: word.is_run,
            range: word.range,
        });
    });
    (words, joined)
}

/// Returns where the symbols of a term are, with the marks that follow them.
fn symbols(term: &Term, text: &str) -> impl Iterator<Item = Range<usize>> {
    let symbols = term.words.first().map_or("", |word| &word.folded);
    text.match_indices(symbols).map(move |(start, _)| {
        let last = symbols.char_indices().next_back();
        let last = start + last.map_or(0, |(at, _)| at);
        let rest = text.get(last..).unwrap_or_default();
        start..last + cluster_length(rest)
    })
}

/// Returns the range of a phrase, from its first match to its last, if all words at `at` match.
fn phrase(term: &Term, at: &[TextWord], text: &str, locale: &dyn Locale) -> Option<Range<usize>> {
    let (mut first, mut end) = (None, None);
    let last = term.words.len().checked_sub(1)?;
    for (index, (searched, word)) in term.words.iter().zip(at).enumerate() {
        let mut found: Option<Range<usize>> = None;
        let is_whole = term.quoted || index < last;
        each_match(searched, word, is_whole, &mut |range| {
            // The match nearest to the next word: the last one in a run at the start, else the first.
            if index == 0 || found.is_none() {
                found = Some(range);
            }
        });
        end = Some((word, found?));
        first = first.or_else(|| end.clone());
    }
    // Only now, since most candidates fail after their first word.
    let mut ends = Vec::new();
    for (word, found) in [first?, end?] {
        unfold(text, word, &[found], locale, &mut ends);
    }
    Some(ends.first()?.start..ends.last()?.end)
}

/// Calls `each` with the byte ranges that match within the folded word, in ascending order.
fn each_match(
    searched: &TermWord,
    word: &TextWord,
    is_whole: bool,
    each: &mut dyn FnMut(Range<usize>),
) {
    let (wanted, folded) = (searched.folded.as_str(), word.folded.as_str());
    if searched.is_run != word.is_run {
        return;
    }
    if !searched.is_run {
        let mut start_matches = |start: usize| {
            let part = folded.get(start..).unwrap_or_default();
            let rest = part.strip_prefix(wanted);
            if rest.is_some_and(|rest| !is_whole || ends_before(rest)) {
                each(start..start + wanted.len());
            }
        };
        start_matches(0);
        each_part(folded, &mut |start| {
            if start > 0 {
                start_matches(start);
            }
        });
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

/// Adds to `marks` the ranges of the text that `found`, ranges of the folded word, come from.
/// `found` is in ascending order without overlaps.
fn unfold(
    text: &str,
    word: &TextWord,
    found: &[Range<usize>],
    locale: &dyn Locale,
    marks: &mut Vec<Range<usize>>,
) {
    let mut found = found.iter().peekable();
    if found.peek().is_none() {
        return;
    }
    let (mut start, mut at, mut folded) = (None, word.range.start, 0);
    let whole = text.get(word.range.clone()).unwrap_or_default();
    each_cluster(whole, locale, &mut |length, folded_length| {
        let end = at + length;
        // Only words that are joined have hyphens.
        if !is_hyphen(text.get(at..end)) {
            folded += folded_length;
        }
        // A character may end one range and start the next.
        while let Some(part) = found.peek() {
            // A mark does not start with a letter that is ignored, such as a Hangul filler.
            if folded > part.start {
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

/// Sorts the marks and joins those that touch.
fn merged(marks: &[Range<usize>]) -> Vec<Range<usize>> {
    let start = |number: u32| marks.get(number as usize).map(|mark| mark.start);
    let mut order: Vec<u32> = (0..marks.len() as u32).collect();
    sort(&mut order, &|one, other| start(one).cmp(&start(other)));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for mark in order.iter().filter_map(|at| marks.get(*at as usize)) {
        match merged.last_mut().filter(|last| mark.start <= last.end) {
            Some(last) => last.end = last.end.max(mark.end),
            None => merged.push(mark.clone()),
        }
    }
    merged.truncate(MAX_MARKS);
    merged
}

/// Returns the byte offset at which an excerpt of about `max_characters` characters should start so
/// that it includes the first mark: 0 if the beginning does, else the start of a sentence or word
/// shortly before the mark.
///
/// ```
/// use article_cards_core::search::excerpt_start;
///
/// let text = "The first sentence does not match. The second one does.";
/// let found = text.find("second").unwrap();
/// let marks = [found..found + 6];
/// assert_eq!(excerpt_start(text, &marks, 150), 0);
/// assert_eq!(&text[excerpt_start(text, &marks, 30)..], "The second one does.");
/// assert_eq!(&text[excerpt_start(text, &marks, 8)..], "second one does.");
/// ```
pub fn excerpt_start(text: &str, marks: &[Range<usize>], max_characters: usize) -> usize {
    let Some(mark) = marks.first() else {
        return 0;
    };
    let (Some(before), Some(marked)) = (text.get(..mark.start), text.get(mark.clone())) else {
        return 0;
    };
    let marked = marked.chars().count();
    if before.chars().count() + marked <= max_characters {
        return 0;
    }
    let lead = (max_characters / 3).min(max_characters.saturating_sub(marked));
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
