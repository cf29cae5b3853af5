//! Words of a text, folded so that what readers hold to be the same is the same.
//!
//! [`segments`] finds where words begin and end, by the property that [`class`] knows of each
//! character; [`fold`] makes of a word what is compared. Whatever is beyond the small tables of
//! these is asked of the [`Host`].

mod class;
mod fold;
mod segments;
#[cfg(test)]
pub(super) mod tests;

use std::ops::Range;

use super::Host;
#[cfg(not(target_arch = "wasm32"))]
pub(super) use fold::fold;
use segments::Segments;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word<'w> {
    /// The word as it is compared.
    pub(crate) folded: &'w str,
    /// Whether it is a run of a script without spaces, in which anything matches anywhere.
    pub(crate) is_run: bool,
    /// Where it stands in the text, in bytes.
    pub(crate) place: Range<usize>,
}

/// Hands over the words of a text, one by one; what they are folded to is written into `folded`.
#[cfg_attr(small_module, optimize(speed))]
pub(crate) fn each_word(
    text: &str,
    host: &dyn Host,
    folded: &mut String,
    each: &mut dyn FnMut(Word<'_>),
) {
    for segment in Segments::new(text).filter(|segment| segment.is_word) {
        let word = text.get(segment.place.clone()).unwrap_or_default();
        if segment.is_folded {
            each(Word {
                folded: word,
                is_run: false,
                place: segment.place,
            });
            continue;
        }
        // A stray mark makes a word of the space before it, too.
        let word = word.trim_start();
        fold::fold(word, host, folded);
        if !folded.is_empty() {
            each(Word {
                folded,
                is_run: segment.is_run,
                place: segment.place.end - word.len()..segment.place.end,
            });
        }
    }
}

/// Hands over the parts of a word that fold each for itself, a character with the marks on it:
/// how long it is in the word, and how long folded, in bytes.
pub(crate) fn each_part(word: &str, host: &dyn Host, each: &mut dyn FnMut(usize, usize)) {
    let mut folded = String::new();
    let mut rest = word;
    while !rest.is_empty() {
        let part = rest
            .char_indices()
            .skip(1)
            .find(|(_, c)| !class::class(*c).is_mark())
            .map_or(rest.len(), |(at, _)| at);
        let (part, after) = rest.split_at_checked(part).unwrap_or((rest, ""));
        fold::fold(part, host, &mut folded);
        each(part.len(), folded.len());
        rest = after;
    }
}
