//! The top level of a document that is an object: which shape it has.

use super::cursor::Cursor;
use super::mapping::Mapping;
use super::value::Value;

/// The keys that may hold the list of articles.
pub(crate) const LISTS: [&str; 3] = ["value", "articles", "items"];

/// The other keys that are read; those of the next page first.
const KEYS: [&str; 8] = [
    "next", "nextPage", "next_url", "title", "name", "version", "authors", "language",
];
pub(crate) const TITLE: usize = 3;
const NAME: usize = 4;
const VERSION: usize = 5;
pub(crate) const AUTHORS: usize = 6;
pub(crate) const LANGUAGE: usize = 7;

/// The top level of an object.
#[derive(Default)]
pub(crate) struct Top<'a> {
    /// The text of the lists.
    lists: [Option<&'a str>; 3],
    values: [Value<'a>; 8],
    /// The first keys, for a message.
    keys: Vec<String>,
    /// Whether a mapping finds a title in it.
    titled: bool,
}

/// Which of the other keys it is, if it is read.
pub(crate) fn place_of(key: &str) -> Option<usize> {
    KEYS.iter().position(|own| *own == key)
}

/// The name of one of them.
pub(crate) fn name(at: usize) -> &'static str {
    KEYS.get(at).copied().unwrap_or_default()
}

impl<'a> Top<'a> {
    /// Reads an object but its lists of articles, of which it keeps the text.
    pub(crate) fn read(mut object: Cursor<'a>, mapping: &Mapping) -> Self {
        let mut top = Self::default();
        object.each_pair(&mut |key, cursor| {
            top.note(&key, mapping);
            let list = LISTS.iter().position(|own| *own == key);
            if let Some(list) = list.and_then(|at| top.lists.get_mut(at)) {
                let is_list = cursor.first() == Some(b'[');
                let text = cursor.skip();
                *list = is_list.then_some(text);
            } else if let Some(value) = place_of(&key).and_then(|at| top.values.get_mut(at)) {
                *value = cursor.value();
            } else {
                cursor.skip();
            }
        });
        top
    }

    /// The value of one of the other keys.
    pub(crate) fn value(&self, at: usize) -> &Value<'a> {
        self.values.get(at).unwrap_or(&Value::Null)
    }

    /// Remembers that a key was there.
    fn note(&mut self, key: &str, mapping: &Mapping) {
        self.titled |= mapping.names_title(key);
        if self.keys.len() < 6 && !self.keys.iter().any(|own| own == key) {
            self.keys.push(key.chars().take(40).collect());
        }
    }

    /// Finds the shape, in the order that the contract names.
    pub(crate) fn shape(self) -> Shape<'a> {
        let [value, articles, items] = self.lists;
        let json_feed = matches!(self.value(VERSION), Value::Text(version)
            if version.starts_with("https://jsonfeed.org/version/1"));
        if json_feed && let Some(list) = items {
            return Shape::JsonFeed(list, self);
        }
        if let Some(list) = value {
            return Shape::Articles(list, &[1], self);
        }
        if let Some(list) = articles.or(items) {
            return Shape::Articles(list, &[0, 1, 2], self);
        }
        if json_feed {
            // Its title is that of the feed, not of an article.
            return Shape::Unknown(unknown("a JSON Feed without a list of items"));
        }
        if self.titled
            || [TITLE, NAME]
                .iter()
                .any(|at| *self.value(*at) != Value::Null)
        {
            return Shape::Single;
        }
        Shape::Unknown(match self.keys.as_slice() {
            [] => unknown("an empty object"),
            keys => unknown(&format!("an object with the keys {}", keys.join(", "))),
        })
    }
}

/// The shape of an object.
pub(crate) enum Shape<'a> {
    /// A list of articles, and which of the keys may name the next page.
    Articles(&'a str, &'static [usize], Top<'a>),
    JsonFeed(&'a str, Top<'a>),
    /// The object is an article itself.
    Single,
    /// What was found instead.
    Unknown(String),
}

/// What to say of a document of no known shape.
pub(crate) fn unknown(kind: &str) -> String {
    format!("no known shape of a feed: {kind} was found instead of a list of articles")
}
