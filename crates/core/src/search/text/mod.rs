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
    /// The folded word.
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
        if segment.is_folded {
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
        if !folded.is_empty() {
            each(Word {
                folded,
                is_run: segment.is_run,
                range: segment.range.end - word.len()..segment.range.end,
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
        let part = rest
            .char_indices()
            .skip(1)
            .find(|(_, c)| !class::class(*c).is_mark())
            .map_or(rest.len(), |(at, _)| at);
        let (part, after) = rest.split_at_checked(part).unwrap_or((rest, ""));
        fold::fold(part, locale, &mut folded);
        each(part.len(), folded.len());
        rest = after;
    }
}
