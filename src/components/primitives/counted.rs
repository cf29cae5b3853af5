//! Numbers with their nouns.

use yew::AttrValue;

use super::element_builder::{ElementBuilder, attr_value, owned_value, text, visually_hidden};
use crate::browser::Formats;
use crate::i18n::PluralText;

/// A number with its noun, as in "12 articles".
#[inline(never)]
pub(crate) fn counted(formats: &Formats, number: u64, noun: &PluralText) -> AttrValue {
    owned_value(noun.fill(formats.plural(number), &formats.number(number)))
}

/// Adds a number to an element, with its noun, and `more` after it, for assistive technology only.
#[inline(never)]
pub(crate) fn bare_count(
    element: ElementBuilder,
    formats: &Formats,
    number: u64,
    noun: &PluralText,
    more: Option<&str>,
) -> ElementBuilder {
    let digits = formats.number(number);
    let phrase = noun.fill(formats.plural(number), &digits);
    // Some languages have a word for two, without a number in it.
    let (before, mut after) = match phrase.split_once(digits.as_str()) {
        Some((before, after)) => (before, after.to_owned()),
        None => ("", [" ", &phrase].concat()),
    };
    if let Some(more) = more {
        after.push_str(", ");
        after.push_str(more);
    }
    let hidden = |text: &str| (!text.is_empty()).then(|| visually_hidden(attr_value(text), &None));
    element
        .maybe_child(hidden(before))
        .child(text(owned_value(digits)))
        .maybe_child(hidden(&after))
}
