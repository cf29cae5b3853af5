//! One field of an article as it stands in the feed, before its rule is applied.

use std::borrow::Cow;

use super::text::is_white_space;

/// How deep a document may be nested, itself included.
pub(crate) const DEEPEST: usize = 128;

/// What is said of a value that nests deeper than [`DEEPEST`].
pub(crate) const TOO_DEEP: &str = "nested deeper than 128 levels";

/// What is written for a value of a script that JSON does not know.
pub(crate) const NO_JSON: char = '?';

/// A value of JSON. Numbers stay text, for `1e999` is valid JSON and may not cost the document;
/// objects stay lists of pairs, of which the last of equal keys counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Value<'a> {
    #[default]
    Null,
    Bool(bool),
    Number(Cow<'a, str>),
    Text(Cow<'a, str>),
    List(Vec<Value<'a>>),
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
    /// What a script may hand over and JSON does not know: bytes, functions.
    Other,
}

impl<'a> Value<'a> {
    /// The value of a key; of equal keys the last.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn get(&self, key: &str) -> Option<&Value<'a>> {
        match self {
            Value::Object(pairs) => pairs
                .iter()
                .rev()
                .find(|(own, _)| own == key)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// Whether nothing is said: null, or a string of white space.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Value::Null => true,
            Value::Text(text) => text.chars().all(is_white_space),
            _ => false,
        }
    }

    /// Writes it as JSON that a [`Cursor`](super::cursor::Cursor) reads, which minds nothing in a
    /// string but what ends it; an object without the pairs whose keys are among these.
    pub(crate) fn write(&self, json: &mut String, without: &[&str]) {
        match self {
            Value::Null => json.push_str("null"),
            Value::Bool(value) => json.push_str(if *value { "true" } else { "false" }),
            Value::Number(number) => json.push_str(number),
            Value::Text(text) => write_text(text, json),
            Value::List(list) => {
                json.push('[');
                for (place, value) in list.iter().enumerate() {
                    if place > 0 {
                        json.push(',');
                    }
                    value.write(json, without);
                }
                json.push(']');
            }
            Value::Object(pairs) => {
                json.push('{');
                let kept = pairs.iter().filter(|(key, _)| !without.contains(&&**key));
                for (place, (key, value)) in kept.enumerate() {
                    if place > 0 {
                        json.push(',');
                    }
                    write_text(key, json);
                    json.push(':');
                    value.write(json, without);
                }
                json.push('}');
            }
            Value::Other => json.push(NO_JSON),
        }
    }

    /// What it is, for a message.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::Text(_) => "a string",
            Value::List(_) => "a list",
            Value::Object(_) => "an object",
            Value::Other => "no JSON value",
        }
    }
}

/// What a value is that begins with this byte, for a message.
pub(crate) fn kind_of(first: u8) -> &'static str {
    match first {
        b'"' => "a string",
        b'[' => "a list",
        b'{' => "an object",
        b't' | b'f' => "a boolean",
        b'n' => "null",
        b'-' | b'0'..=b'9' => "a number",
        _ => "no JSON value",
    }
}

/// Writes a string of JSON in which nothing is escaped but what would end it.
pub(crate) fn write_text(text: &str, json: &mut String) {
    json.push('"');
    for character in text.chars() {
        if matches!(character, '"' | '\\') {
            json.push('\\');
        }
        json.push(character);
    }
    json.push('"');
}
