//! The words of a text, folded so that words that readers consider the same compare equal.
//!
//! [`segments`] finds the word boundaries of UAX #29, by the properties of characters in [`class`];
//! [`fold`] removes the differences of case and accents. Both have small tables for the frequent
//! characters and leave normalization of the others to the [`Locale`].

mod class;
mod fold;
mod segments;
#[cfg(test)]
pub(super) mod tests;

use std::ops::Range;

use super::locale::Locale;
#[cfg(not(target_arch = "wasm32"))]
pub(super) use fold::fold;
use segments::Segments;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word<'w> {
    /// The folded word, with the signs that follow it.
    pub(super) folded: &'w str,
    /// Whether it is a run of a script without spaces, in which a query matches anywhere.
    pub(super) is_run: bool,
    /// Its byte range in the text.
    pub(super) range: Range<usize>,
}

/// Calls `each` with the words of a text in order. `folded` is a buffer for folded words.
#[cfg_attr(small_module, optimize(speed))]
pub(super) fn each_word(
    text: &str,
    locale: &dyn Locale,
    folded: &mut String,
    each: &mut dyn FnMut(Word<'_>),
) {
    for segment in Segments::new(text).filter(|segment| segment.is_word) {
        let word = text.get(segment.range.clone()).unwrap_or_default();
        let after = text.as_bytes().get(segment.range.end).copied();
        let has_signs = after.is_some_and(|byte| sign(byte).is_some());
        if segment.is_folded && !has_signs {
            each(Word {
                folded: word,
                is_run: false,
                range: segment.range,
            });
            continue;
        }
        // A combining mark joins the space before it to a word.
        let word = word.trim_start();
        fold::fold(word, locale, folded);
        if folded.is_empty() {
            continue;
        }
        let mut range = segment.range.end - word.len()..segment.range.end;
        if has_signs && !segment.is_run {
            range.end = push_signs(text, range.end, folded);
        }
        each(Word {
            folded,
            is_run: segment.is_run,
            range,
        });
    }
}

/// Appends the signs that follow a word, and returns where they end in the text.
#[inline(never)]
fn push_signs(text: &str, mut end: usize, folded: &mut String) -> usize {
    while let Some(sign) = text.as_bytes().get(end).and_then(|byte| sign(*byte)) {
        // A combining mark makes a sign another character.
        let next = text.get(end + 1..).and_then(|after| after.chars().next());
        if next.is_some_and(|c| class::class(c).is_mark()) {
            break;
        }
        folded.push(sign);
        end += 1;
    }
    end
}

/// Returns what a folded word has for a sign that follows it, as in `C++` and `C#`: a control
/// character, so that in order a word is followed by the same word with signs.
fn sign(byte: u8) -> Option<char> {
    matches!(byte, b'+' | b'#').then(|| char::from(byte - b'"'))
}

/// Returns a folded word without the signs that follow it.
#[inline]
pub(super) fn without_signs(word: &str) -> &str {
    match word.as_bytes().last() {
        Some(byte) if *byte < b' ' => word.trim_end_matches(|c| c < ' '),
        _ => word,
    }
}

/// Calls `each` with the starts of the parts of a folded word, if it has an apostrophe, a full stop or an
/// underscore: after each of these, and after the `v` of `v1.2`.
#[inline(never)]
pub(super) fn each_part(word: &str, each: &mut dyn FnMut(usize)) {
    let mut before = b'_';
    let mut is_single = true;
    for (at, byte) in word.bytes().enumerate() {
        let starts = match before {
            b'v' => at == 1 && byte.is_ascii_digit() && word.contains('.'),
            _ => at > 0 && is_separator(before) && !is_separator(byte),
        };
        before = byte;
        if starts {
            if std::mem::take(&mut is_single) {
                each(0);
            }
            each(at);
        }
    }
    // So that a word that ends with an underscore is found as a whole without it.
    if is_single && word.bytes().any(is_separator) {
        each(0);
    }
}

fn is_separator(byte: u8) -> bool {
    matches!(byte, b'\'' | b'.' | b'_')
}

/// Returns whether a part of a folded word, or the word itself, ends before `rest`.
pub(super) fn ends_before(rest: &str) -> bool {
    let next = rest.bytes().next();
    next.is_none_or(|byte| byte < b' ' || is_separator(byte))
}

/// Returns whether the text between two words is a hyphen, which makes them parts of one word.
#[inline]
pub(super) fn is_hyphen(between: Option<&str>) -> bool {
    matches!(between, Some("-" | "\u{2010}" | "\u{2011}"))
}

/// Calls `each` with the longest parts of a text without a letter or number, such as emoji and
/// punctuation, as if they were runs.
pub(super) fn each_symbols(text: &str, each: &mut dyn FnMut(Word<'_>)) {
    for symbols in text.split(|c| c == ' ' || class::class(c).is_word) {
        if !symbols.is_empty() {
            each(Word {
                folded: symbols,
                is_run: true,
                range: 0..0,
            });
        }
    }
}

/// Splits a word into characters with their combining marks, which fold independently of each other.
/// Calls `each` with the lengths of every part in bytes: in the word, and folded.
pub(super) fn each_cluster(word: &str, locale: &dyn Locale, each: &mut dyn FnMut(usize, usize)) {
    let mut folded = String::new();
    let mut rest = word;
    while !rest.is_empty() {
        let (part, after) = rest
            .split_at_checked(cluster_length(rest))
            .unwrap_or((rest, ""));
        fold::fold(part, locale, &mut folded);
        each(part.len(), folded.len());
        rest = after;
    }
}

/// Returns the length of the first character of a text with the combining marks after it, in bytes.
pub(super) fn cluster_length(text: &str) -> usize {
    let mut after = text.char_indices().skip(1);
    let end = after.find(|(_, c)| !class::class(*c).is_mark());
    end.map_or(text.len(), |(at, _)| at)
}
