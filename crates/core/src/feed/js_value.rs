//! Writes the value of a script as JSON, as far as it is read.

use super::envelope::{LISTS, index_of};
use super::mapping::Mapping;
use super::raw_entry::is_read;
use crate::error::Error;
use crate::json::scanner::MAX_DEPTH;
use crate::json::string::write_string;
use crate::json::value::NO_JSON;

/// A value of a script, of which one level can be inspected.
pub trait ScriptValue: Sized {
    /// Returns its kind and its own level.
    fn kind(&self) -> JsValueKind<Self>;

    /// Returns the value of a key of an object.
    ///
    /// # Errors
    /// The getter throws, with this text.
    fn get(&self, key: &str) -> Result<Self, String>;
}

/// The kind of a value of a script.
#[derive(Debug)]
pub enum JsValueKind<V> {
    /// Null, a boolean or a number, as JSON writes it.
    Plain(String),
    /// A string.
    String(String),
    /// An array with its elements.
    Array(Vec<V>),
    /// An object with its keys.
    Object(Vec<String>),
    /// A value that JSON cannot express, such as a function.
    Other,
}

/// Writes a document as JSON, in which [`NO_JSON`] is a value that JSON cannot express.
pub(crate) fn write<V: ScriptValue>(value: &V, mapping: &Mapping) -> Result<String, Error> {
    let mut writer = Writer {
        json: String::new(),
        mapping,
    };
    writer.value(value, Part::Document, 0)?;
    Ok(writer.json)
}

/// Which part of a document is written: objects of scripts often have more members, and cycles.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Document,
    /// The list of articles in a document.
    Articles,
    Article,
    /// A value that is read as a whole.
    Field,
    /// A value of which only the kind is read.
    Unread,
}

struct Writer<'m> {
    json: String,
    mapping: &'m Mapping,
}

impl Writer<'_> {
    /// Writes a value inside of `depth` others.
    fn value<V: ScriptValue>(&mut self, value: &V, part: Part, depth: usize) -> Result<(), Error> {
        match value.kind() {
            JsValueKind::Plain(plain) => self.json.push_str(&plain),
            JsValueKind::String(text) => write_string(&text, &mut self.json),
            JsValueKind::Other => self.json.push(NO_JSON),
            _ if depth >= MAX_DEPTH => return Err(Error::too_deep()),
            JsValueKind::Array(list) => {
                let member = match part {
                    Part::Document | Part::Articles => Part::Article,
                    Part::Field => Part::Field,
                    Part::Article | Part::Unread => Part::Unread,
                };
                self.json.push('[');
                for value in list.iter().filter(|_| member != Part::Unread) {
                    self.value(value, member, depth + 1)?;
                    self.json.push(',');
                }
                self.end(']');
            }
            JsValueKind::Object(keys) => self.object(value, &keys, part, depth)?,
        }
        Ok(())
    }

    fn object<V: ScriptValue>(
        &mut self,
        object: &V,
        keys: &[String],
        part: Part,
        depth: usize,
    ) -> Result<(), Error> {
        let listed = part == Part::Document && has_list(object, keys)?;
        self.json.push('{');
        for key in keys {
            let Some(part) = self.part(part, key, listed) else {
                continue;
            };
            write_string(key, &mut self.json);
            self.json.push(':');
            let value = (part != Part::Unread).then(|| object.get(key));
            match value.and_then(Result::ok) {
                Some(value) => self.value(&value, part, depth + 1)?,
                None => self.json.push(NO_JSON),
            }
            self.json.push(',');
        }
        self.end('}');
        Ok(())
    }

    /// Writes a bracket, over the last comma, if there is one.
    fn end(&mut self, bracket: char) {
        if self.json.ends_with(',') {
            self.json.pop();
        }
        self.json.push(bracket);
    }

    /// Returns which part the value of a key is; `None` if it is not written.
    fn part(&self, object: Part, key: &str, listed: bool) -> Option<Part> {
        let document = object == Part::Document;
        let read = match object {
            Part::Field => true,
            Part::Document if listed && LISTS.contains(&key) => return Some(Part::Articles),
            // An object with a list of articles is no article itself.
            Part::Document if listed => index_of(key).is_some(),
            Part::Document => index_of(key).is_some() || is_read(key, self.mapping),
            Part::Article => is_read(key, self.mapping),
            Part::Articles | Part::Unread => false,
        };
        if read {
            return Some(Part::Field);
        }
        // The document's keys are named where its shape is unknown.
        document.then_some(Part::Unread)
    }
}

/// Returns whether an object has a list of articles.
fn has_list<V: ScriptValue>(object: &V, keys: &[String]) -> Result<bool, Error> {
    let mut listed = false;
    for key in keys.iter().filter(|key| LISTS.contains(&key.as_str())) {
        let unreadable = |thrown| Error::shape(format!("its {key} can't be read: {thrown}"));
        let value = object.get(key).map_err(unreadable)?;
        listed |= matches!(value.kind(), JsValueKind::Array(_));
    }
    Ok(listed)
}
