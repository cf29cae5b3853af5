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
    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Value::Null => true,
            Value::Text(text) => text.chars().all(is_white_space),
            _ => false,
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
