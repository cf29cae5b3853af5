//! JSON values.

use std::borrow::Cow;

use super::string::write_string;
use crate::text::is_white_space;

/// A JSON value. Numbers are stored as text, since `1e999` is valid JSON. Objects are lists of members,
/// of which the last of equal keys counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Value<'a> {
    #[default]
    Null,
    Bool(bool),
    Number(Cow<'a, str>),
    String(Cow<'a, str>),
    Array(Vec<Value<'a>>),
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
}

impl<'a> Value<'a> {
    /// Returns the value of a key; of equal keys the last.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn get(&self, key: &str) -> Option<&Value<'a>> {
        match self {
            Value::Object(members) => members
                .iter()
                .rev()
                .find(|(own, _)| own == key)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// Returns whether it is null or a string of white space.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Value::Null => true,
            Value::String(text) => text.chars().all(is_white_space),
            _ => false,
        }
    }

    /// Writes JSON for [`Parser`](super::parser::Parser); objects without the members whose keys
    /// are in `without`.
    pub(crate) fn write(&self, json: &mut String, without: &[&str]) {
        match self {
            Value::Null => json.push_str("null"),
            Value::Bool(value) => json.push_str(if *value { "true" } else { "false" }),
            Value::Number(number) => json.push_str(number),
            Value::String(text) => write_string(text, json),
            Value::Array(list) => {
                json.push('[');
                for (index, value) in list.iter().enumerate() {
                    if index > 0 {
                        json.push(',');
                    }
                    value.write(json, without);
                }
                json.push(']');
            }
            Value::Object(members) => {
                json.push('{');
                let written = members.iter().filter(|(key, _)| !without.contains(&&**key));
                for (index, (key, value)) in written.enumerate() {
                    if index > 0 {
                        json.push(',');
                    }
                    write_string(key, json);
                    json.push(':');
                    value.write(json, without);
                }
                json.push('}');
            }
        }
    }

    /// Returns its type.
    pub(crate) fn kind(&self) -> ValueKind {
        match self {
            Value::Null => ValueKind::Null,
            Value::Bool(_) => ValueKind::Bool,
            Value::Number(_) => ValueKind::Number,
            Value::String(_) => ValueKind::String,
            Value::Array(_) => ValueKind::Array,
            Value::Object(_) => ValueKind::Object,
        }
    }
}

/// The type of a JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool,
    /// A number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

impl ValueKind {
    /// Returns the type of the value that begins with this byte.
    pub(crate) fn of_first_byte(first: u8) -> Self {
        match first {
            b'"' => Self::String,
            b'[' => Self::Array,
            b'{' => Self::Object,
            b't' | b'f' => Self::Bool,
            b'n' => Self::Null,
            // Only a number is left in valid JSON.
            _ => Self::Number,
        }
    }

    /// Returns its name with an article, for messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "a boolean",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Array => "a list",
            Self::Object => "an object",
        }
    }
}
