use super::en::NAMES;
use super::{Messages, PluralText, Text};

/// The place of a text in [`Messages`].
pub(super) enum Slot<'m> {
    /// A text with one form.
    Text(&'m mut Text),
    /// A text about a number.
    PluralText(&'m mut PluralText),
}

/// The place of the text with this name, which is the field's in camel case.
pub(super) fn slot<'m>(messages: &'m mut Messages, name: &str) -> Option<Slot<'m>> {
    let place = NAMES
        .split(' ')
        .position(|field| is_camel_case_of(name, field))?;
    messages.slots().into_iter().nth(place)
}

fn is_camel_case_of(name: &str, field: &str) -> bool {
    let mut letters = name.bytes();
    let mut after_line = false;
    let as_far_as_field = field.bytes().all(|letter| {
        if letter == b'_' {
            after_line = true;
            return true;
        }
        let letter = match std::mem::take(&mut after_line) {
            true => letter.to_ascii_uppercase(),
            false => letter,
        };
        letters.next() == Some(letter)
    });
    as_far_as_field && letters.next().is_none()
}
