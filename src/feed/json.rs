//! Bytes of JSON → a document, in one pass that keeps nothing but the fields that are read.

use std::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::document::{Collector, Document, Shape, Top, unknown};
use super::element::{Entry, Key, check_depth};
use super::mapping::Mapping;
use super::value::{DEEPEST, TOO_DEEP, TooDeep, Value};
use crate::error::Error;

const WHITE_SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// Reads a document from its bytes.
pub(crate) fn read(bytes: &[u8], mut collector: Collector<'_>) -> Result<Document, Error> {
    let mapping = collector.mapping;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // Copies only where the bytes are no UTF-8.
    let lossy = String::from_utf8_lossy(bytes);
    let json: &str = &lossy;
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let wrong = |error: serde_json::Error| located(json, &error);
    let kind = match json.trim_start_matches(WHITE_SPACE).as_bytes().first() {
        None => return Err(Error::parse("the document is empty")),
        Some(b'<') => {
            let (line, column) = position(
                json,
                json.len() - json.trim_start_matches(WHITE_SPACE).len(),
            );
            return Err(place("a page of HTML or XML instead of JSON", line, column));
        }
        Some(b'[') => {
            let list = List {
                collector: &mut collector,
                depth: 1,
            };
            deserializer
                .deserialize_seq(list)
                .and_then(|()| deserializer.end())
                .map_err(wrong)?;
            return Ok(collector.document);
        }
        Some(b'{') => {
            let top = deserializer
                .deserialize_map(TopVisitor { mapping })
                .map_err(wrong)?;
            deserializer.end().map_err(wrong)?;

            match top.shape() {
                Shape::Articles(list, keys, top) => {
                    left_out(&top).map_err(|TooDeep| too_deep(json))?;
                    collector.list(list).map_err(wrong)?;
                    collector.finish(&top, keys);
                }
                Shape::JsonFeed(list, top) => {
                    left_out(&top).map_err(|TooDeep| too_deep(json))?;
                    collector.json_feed(&top);
                    collector.list(list).map_err(wrong)?;
                    collector.finish(&top, &[2]);
                }
                Shape::Single => {
                    let object = json.trim_matches(WHITE_SPACE);
                    let entry = Entry::from_json(object, 0, mapping);
                    collector.entry(entry.map_err(|TooDeep| too_deep(json))?);
                }
                Shape::Unknown(found) => return Err(Error::shape(found)),
            }
            return Ok(collector.document);
        }
        Some(b'"') => "a string",
        Some(b't' | b'f') => "a boolean",
        Some(b'n') => "null",
        Some(_) => "a number",
    };
    serde_json::from_str::<IgnoredAny>(json).map_err(wrong)?;
    Err(Error::shape(unknown(kind)))
}

/// Lists of articles that another one beats nest no deeper than anything else.
fn left_out(top: &Top<'_, &str>) -> Result<(), TooDeep> {
    top.lists().try_for_each(|list| check_depth(list, 1))
}

impl Collector<'_> {
    /// Reads a list that is known to be valid JSON; it can only be too deep.
    fn list(&mut self, list: &str) -> Result<(), serde_json::Error> {
        serde_json::Deserializer::from_str(list).deserialize_seq(List {
            collector: self,
            depth: 2,
        })
    }
}

/// The list of articles, each read as it passes.
struct List<'l, 'c> {
    collector: &'l mut Collector<'c>,
    /// How many levels its entries stand deep.
    depth: usize,
}

impl<'de> Visitor<'de> for List<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of articles")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<(), A::Error> {
        while let Some(json) = sequence.next_element::<&RawValue>()? {
            let entry = Entry::from_json(json.get(), self.depth, self.collector.mapping);
            self.collector
                .entry(entry.map_err(|TooDeep| serde::de::Error::custom(TOO_DEEP))?);
        }
        Ok(())
    }
}

struct TopVisitor<'m> {
    mapping: &'m Mapping,
}

impl<'de> Visitor<'de> for TopVisitor<'_> {
    type Value = Top<'de, &'de str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let too_deep = |TooDeep| serde::de::Error::custom(TOO_DEEP);
        let mut top = Top::new();
        while let Some(key) = map.next_key_seed(Key)? {
            let json = map.next_value::<&RawValue>()?.get();
            top.note(&key, self.mapping);
            if let Some(list) = top.list(&key) {
                let list = std::mem::replace(list, json.starts_with('[').then_some(json));
                // The depth of the last one is checked when it is read or left out.
                check_depth(list.unwrap_or_default(), 1).map_err(too_deep)?;
                if json.starts_with('[') {
                    continue;
                }
            }
            match top.place(&key) {
                Some(place) => *place = Value::from_json(json, 1).map_err(too_deep)?,
                None => check_depth(json, 1).map_err(too_deep)?,
            }
        }
        Ok(top)
    }
}

/// The error of a text that is not JSON, with its place.
fn located(json: &str, error: &serde_json::Error) -> Error {
    if error.is_data() {
        return too_deep(json);
    }
    let line = json
        .lines()
        .nth(error.line().saturating_sub(1))
        .unwrap_or_default();
    // The parser counts bytes, people count characters.
    let before = line
        .as_bytes()
        .get(..error.column().saturating_sub(1))
        .unwrap_or(line.as_bytes());
    let column = String::from_utf8_lossy(before).chars().count() + 1;
    let what = error.to_string();
    let what = what
        .rsplit_once(" at line ")
        .map_or(what.as_str(), |(what, _)| what);
    let message = if error.is_eof() {
        format!("not JSON: the document ends too early ({what})")
    } else {
        format!("not JSON: {what}")
    };
    place(&message, error.line(), column)
}

/// The error of a document that nests too deep, at the first place where it does.
fn too_deep(json: &str) -> Error {
    let (mut depth, mut line, mut column) = (0_usize, 1, 0);
    let (mut string, mut escaped) = (false, false);
    for character in json.chars() {
        column += 1;
        match character {
            '\n' => (line, column) = (line + 1, 0),
            _ if escaped => escaped = false,
            '\\' => escaped = string,
            '"' => string = !string,
            '[' | '{' if !string => depth += 1,
            ']' | '}' if !string => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            break;
        }
    }
    place(TOO_DEEP, line, column)
}

/// Line and column of a byte.
fn position(json: &str, byte: usize) -> (usize, usize) {
    let before = json.get(..byte).unwrap_or(json);
    let line = before.matches('\n').count() + 1;
    (
        line,
        before
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .chars()
            .count()
            + 1,
    )
}

fn place(message: &str, line: usize, column: usize) -> Error {
    Error::parse(format!("{message}, at line {line} column {column}")).at_place(line, column)
}
