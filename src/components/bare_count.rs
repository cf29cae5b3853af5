//! A number on screen whose words only assistive technology reads.

use super::tag::{Tag, owned, text, unseen};
use crate::browser::Formats;
use crate::i18n::PluralText;

/// Adds to an element a number, with its words before and after it unseen, and more such words.
#[inline(never)]
pub(super) fn bare_count(
    element: Tag,
    formats: &Formats,
    number: u64,
    words: &PluralText,
    more: Option<&str>,
) -> Tag {
    let shown = formats.number(number);
    let said = words.fill(formats.plural(number), &shown);
    // A language may have a word for two, in which there is no number.
    let (before, mut after) = match said.split_once(shown.as_str()) {
        Some((before, after)) => (before, after.to_owned()),
        None => ("", [" ", &said].concat()),
    };
    if let Some(more) = more {
        after.push_str(", ");
        after.push_str(more);
    }
    let hidden = |words: &str| (!words.is_empty()).then(|| unseen(super::tag::words(words), &None));
    element
        .maybe(hidden(before))
        .child(text(owned(shown)))
        .maybe(hidden(&after))
}
