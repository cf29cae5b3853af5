//! The names of fields and values on screen.

use std::borrow::Cow;

use yew::AttrValue;

use crate::components::primitives::{attr_value, owned_value};
use crate::i18n::{Messages, capitalised, name_of};

/// The name of a field, range or sort key: the one in the messages, or else the last part of its own name in words.
pub(crate) fn field_name(field: &str, messages: &Messages) -> AttrValue {
    if let Some(own) = name_of(&messages.fields, field) {
        return attr_value(own);
    }
    match field {
        "date" => attr_value(&messages.date),
        "quality" => attr_value(&messages.quality),
        "heat" => attr_value(&messages.heat),
        "price" => attr_value(&messages.price),
        "topics" => attr_value(&messages.topics),
        "provider" => attr_value(&messages.provider),
        "authors" => attr_value(&messages.authors),
        "type" => attr_value(&messages.kind_facet),
        "category" => attr_value(&messages.category),
        _ => owned_value(in_words(field)),
    }
}

/// The name of a value.
pub(crate) fn value_name<'v>(field: &str, value: &'v str, messages: &Messages) -> Cow<'v, str> {
    if field == "type" {
        messages.kind(value).into()
    } else {
        value.into()
    }
}

/// Turns `author.jobTitle` into "Job title".
fn in_words(field: &str) -> String {
    let parts = field.split('.').filter(|part| !part.is_empty());
    let name = parts.fold(field, |_, part| part).trim_matches('_');
    let mut words = String::with_capacity(name.len() + 4);
    let mut before = '_';
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        let next_is_small = letters.peek().is_some_and(char::is_ascii_lowercase);
        if letter == '_' {
            words.push(' ');
        } else if letter.is_ascii_uppercase() && before.is_ascii_lowercase() {
            words.push(' ');
            // Abbreviations keep their capitals.
            words.push(if next_is_small {
                letter.to_ascii_lowercase()
            } else {
                letter
            });
        } else {
            words.push(letter);
        }
        before = letter;
    }
    capitalised(&words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_in_words() {
        for (field, words) in [
            ("skill", "Skill"),
            ("author.jobTitle", "Job title"),
            ("feedURL", "Feed URL"),
            ("reading_level", "Reading level"),
            ("topics", "Topics"),
            ("type", "Type"),
            ("a.", "A"),
            ("_", ""),
        ] {
            assert_eq!(field_name(field, &Messages::shared()), words, "{field}");
        }
    }

    #[test]
    fn types_have_words() {
        let messages = Messages::shared();
        assert_eq!(value_name("type", "video", &messages), "Video");
        assert_eq!(value_name("topics", "video", &messages), "video");
    }
}
