//! A value that a script hands over → a document.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::document::{Collector, Document, Shape, Top, unknown};
use super::element::{Entry, EntrySeed};
use super::mapping::Mapping;
use super::script_value::{ValueSeed, forgive, scalar_visits};
use crate::error::Error;

/// Reads a document from a value. `value` gives a deserializer of it, once or twice.
pub(crate) fn read<'de, D: Deserializer<'de>>(
    value: impl Fn() -> D,
    mut collector: Collector<'_>,
) -> Result<Document, Error> {
    let mapping = collector.mapping;
    // What deserializes JavaScript's values puts a word before what it says.
    let refused = |error: D::Error| Error::shape(error.to_string().trim_start_matches("Error: "));
    match value()
        .deserialize_any(TopVisitor { mapping })
        .map_err(refused)?
    {
        Found::List(entries) => collector.entries(entries),
        Found::Other(kind) => return Err(Error::shape(unknown(kind))),
        Found::Object(top) => match top.shape() {
            Shape::Articles(entries, keys, top) => {
                collector.entries(entries);
                collector.finish(&top, keys);
            }
            Shape::JsonFeed(entries, top) => {
                collector.json_feed(&top);
                collector.entries(entries);
                collector.finish(&top, &[2]);
            }
            Shape::Single => {
                let seed = EntrySeed { depth: 0, mapping };
                collector.entry(seed.deserialize(value()).map_err(refused)?);
            }
            Shape::Unknown(found) => return Err(Error::shape(found)),
        },
    }
    Ok(collector.document)
}

impl Collector<'_> {
    fn entries(&mut self, entries: Vec<Entry<'_>>) {
        for entry in entries {
            self.entry(entry);
        }
    }
}

enum Found {
    List(Vec<Entry<'static>>),
    Object(Box<Top<'static, Vec<Entry<'static>>>>),
    Other(&'static str),
}

struct TopVisitor<'m> {
    mapping: &'m Mapping,
}

impl<'de> Visitor<'de> for TopVisitor<'_> {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a feed")
    }

    scalar_visits!(|kind| Found::Other(kind));

    fn visit_seq<A: SeqAccess<'de>>(self, sequence: A) -> Result<Found, A::Error> {
        entries(sequence, 1, self.mapping).map(Found::List)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Found, A::Error> {
        let mut top = Top::new();
        while let Some(key) = map.next_key::<String>()? {
            top.note(&key, self.mapping);
            if let Some(list) = top.list(&key) {
                *list = map.next_value_seed(ListSeed {
                    mapping: self.mapping,
                })?;
            } else if let Some(place) = top.place(&key) {
                *place = map.next_value_seed(ValueSeed { depth: 1 })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(Found::Object(Box::new(top)))
    }
}

fn entries<'de, A: SeqAccess<'de>>(
    mut sequence: A,
    depth: usize,
    mapping: &Mapping,
) -> Result<Vec<Entry<'static>>, A::Error> {
    let mut entries = Vec::new();
    while let Some(entry) = sequence.next_element_seed(EntrySeed { depth, mapping })? {
        entries.push(entry);
    }
    Ok(entries)
}

/// A list of articles, or `None` where something else stands.
struct ListSeed<'m> {
    mapping: &'m Mapping,
}

impl<'de> DeserializeSeed<'de> for ListSeed<'_> {
    type Value = Option<Vec<Entry<'static>>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer
            .deserialize_any(self)
            .or_else(|error| forgive(error, None))
    }
}

impl<'de> Visitor<'de> for ListSeed<'_> {
    type Value = Option<Vec<Entry<'static>>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of articles")
    }

    scalar_visits!(|_kind| None);

    fn visit_seq<A: SeqAccess<'de>>(self, sequence: A) -> Result<Self::Value, A::Error> {
        entries(sequence, 2, self.mapping).map(Some)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }
}
