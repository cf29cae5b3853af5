//! The top level of a document that is an object, from which its shape is recognized.

use super::mapping::Mapping;
use crate::json::parser::Parser;
use crate::json::value::Value;
use crate::text::find_unknown;

/// The keys of lists of articles.
pub(crate) const LISTS: [&str; 3] = ["value", "articles", "items"];

/// The other keys that are read. Those of the next page come first, in order of precedence.
const KEYS: [&str; 9] = [
    "next", "nextPage", "next_url", "title", "name", "version", "authors", "author", "language",
];
pub(crate) const TITLE: usize = 3;
const NAME: usize = 4;
const VERSION: usize = 5;
pub(crate) const AUTHORS: usize = 6;
pub(crate) const AUTHOR: usize = 7;
pub(crate) const LANGUAGE: usize = 8;

/// The top level of an object, without its lists of articles.
#[derive(Debug, Default)]
pub(crate) struct Envelope {
    /// The JSON of each of [`KEYS`]; empty for an absent key.
    values: [String; KEYS.len()],
    /// The first keys, for a message.
    keys: Vec<String>,
    /// Whether a mapping finds a title in it.
    has_title: bool,
    /// The keys that a mapping reads for the next page, and their JSON.
    foreign: Vec<(String, String)>,
}

/// Returns the index of a key in [`KEYS`].
pub(crate) fn index_of(key: &str) -> Option<usize> {
    KEYS.iter().position(|own| *own == key)
}

/// Returns the key with an index in [`KEYS`].
pub(crate) fn name(at: usize) -> &'static str {
    KEYS.get(at).copied().unwrap_or_default()
}

impl Envelope {
    /// Returns the value of the key with an index in [`KEYS`], or null.
    pub(crate) fn value(&self, at: usize) -> Value<'_> {
        match self.values.get(at).map_or("", String::as_str) {
            "" => Value::Null,
            json => Parser::new(json).value(),
        }
    }

    /// Records the presence of a key.
    pub(crate) fn record_key(&mut self, key: &str, mapping: &Mapping) {
        self.has_title |= mapping.names_title(key);
        if self.keys.len() < 6 && !self.keys.iter().any(|own| own == key) {
            self.keys.push(key.chars().take(40).collect());
        }
    }

    /// Returns the next page that a mapping finds.
    pub(crate) fn mapped_next(&self, mapping: &Mapping) -> Option<Value<'_>> {
        let mut values = mapping.next.iter().filter_map(|source| {
            let mut foreign = self.foreign.iter().rev();
            let (_, json) = foreign.find(|(key, _)| *key == source.path.first)?;
            source.value(&Parser::new(json).value(), false)
        });
        values.find(|value| !value.is_blank())
    }

    /// Stores the JSON of a key, if it is one of [`KEYS`] or a mapping reads it.
    pub(crate) fn store(&mut self, key: &str, json: &str, mapping: &Mapping) {
        let mut next = mapping.next.iter();
        if next.any(|source| source.path.first == key) {
            self.foreign.push((key.to_owned(), json.to_owned()));
        }
        if let Some(value) = index_of(key).and_then(|at| self.values.get_mut(at)) {
            find_unknown(json);
            json.clone_into(value);
        }
    }

    /// Returns the shape of an object, by which of the [`LISTS`] it has. The first shape that fits
    /// counts.
    pub(crate) fn shape(&self, lists: [bool; LISTS.len()]) -> Shape {
        const NEXT: &[usize] = &[0, 1, 2];
        let json_feed = match self.value(VERSION) {
            Value::String(version) if version.contains("jsonfeed.org/version/") => true,
            // Some leave out all but the number.
            Value::String(version) | Value::Number(version) => {
                let [_, _, has_items] = lists;
                has_items && matches!(&*version, "1" | "1.0" | "1.1")
            }
            _ => false,
        };
        match lists {
            [_, _, true] if json_feed => return Shape::JsonFeed(2, &[2]),
            [true, ..] => return Shape::Articles(0, &[1]),
            [_, true, _] => return Shape::Articles(1, NEXT),
            [_, _, true] => return Shape::Articles(2, NEXT),
            _ => {}
        }
        if json_feed {
            // The title is that of the feed, not of an article.
            return Shape::Unknown("a JSON Feed without a list of items".to_owned());
        }
        if self.has_title
            || [TITLE, NAME]
                .iter()
                .any(|at| self.value(*at) != Value::Null)
        {
            return Shape::Single;
        }
        Shape::Unknown(match self.keys.as_slice() {
            [] => "an empty object".to_owned(),
            keys => format!("an object with the keys {}", keys.join(", ")),
        })
    }
}

/// The shape of an object.
pub(crate) enum Shape {
    /// The index of the list in [`LISTS`], and those of the keys that may name the next page in
    /// [`KEYS`].
    Articles(usize, &'static [usize]),
    JsonFeed(usize, &'static [usize]),
    /// The object is an article.
    Single,
    /// Something else, with a description.
    Unknown(String),
}
