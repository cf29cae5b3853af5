//! What is kept of an entry, as JSON under our names, with its texts as they were written.

use std::collections::HashMap;

use crate::feed::cursor::Cursor;
use crate::feed::diagnostic::Diagnostics;
use crate::feed::document::Collector;
use crate::feed::element::{Element, Entry, Field};
use crate::feed::json_feed::Defaults;
use crate::feed::mapping::UNKEPT;
use crate::feed::rules::Rules;
use crate::feed::value::Value;

/// What is kept of an entry.
#[derive(Debug)]
pub(crate) struct AsWritten {
    /// By the feed's own fields.
    pub(crate) identity: Option<String>,
    /// Whether it was withdrawn.
    pub(crate) removed: bool,
    /// The fields of an article and those that a mapping fills, each `"name":value`.
    pub(crate) fields: Vec<String>,
}

/// The keys of what has keys of its own; the others are never handed on.
const PROVIDER: &[&str] = &["name", "domain", "images"];
const IMAGE: &[&str] = &["url", "width", "height", "title", "attribution", "isCached"];
const RELATED: &[&str] = &[
    "title",
    "name",
    "excerpt",
    "publishedDateTime",
    "webUrl",
    "originalUrl",
    "type",
    "provider",
    "quality",
    "images",
];

impl AsWritten {
    /// Reads an entry as the collector does.
    pub(crate) fn new(collector: &Collector<'_>, json: &str) -> Option<Self> {
        let Entry::Element(mut element) = Entry::read(&mut Cursor::new(json), collector.mapping)
        else {
            return None;
        };
        // Whatever is wrong was noted when the article was read.
        let mut rules = Rules {
            context: collector.context,
            index: 0,
            json_feed: collector.json_feed.is_some(),
            quiet: true,
            diagnostics: &mut Diagnostics::default(),
        };
        if rules.json_feed {
            rules.rename(&mut element);
        }
        let own = collector.mapping.apply(&mut element);
        let identity = rules.identity(&element);
        if let Some(defaults) = &collector.json_feed {
            translate(&mut rules, &mut element, defaults);
            collector.mapping.apply(&mut element);
        }
        let ours = Field::ALL.iter().filter(|field| !field.is_of_json_feed());
        let ours = ours.map(|field| (field.name(), kept(field.name(), element.get(*field))));
        let own = own.iter().map(|(name, value)| (name.as_str(), any(value)));
        let fields = ours
            .chain(own)
            .filter_map(|(name, value)| Some(format!("{}:{}", text(name), value?)))
            .collect();
        Some(Self {
            identity: identity.id,
            removed: identity.removed,
            fields,
        })
    }

    /// Adds a field that the entry itself does not have.
    pub(crate) fn add(&mut self, name: &str, value: &str) {
        self.fields
            .insert(0, format!("{}:{}", text(name), text(value)));
    }

    /// Whether a field is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        let start = format!("{}:", text(name));
        self.fields.iter().any(|field| field.starts_with(&start))
    }

    /// The object.
    pub(crate) fn json(&self) -> String {
        format!("{{{}}}", self.fields.join(","))
    }
}

/// Puts an item of a JSON Feed under our names, its own words as they are.
fn translate<'a>(rules: &mut Rules<'_, '_>, element: &mut Element<'a>, defaults: &Defaults) {
    let plain = [Field::Summary, Field::ContentText].map(|field| element.get(field).clone());
    let excerpt = plain
        .into_iter()
        .find(|value| matches!(value, Value::Text(_)) && !value.is_blank());
    rules.translate(element, defaults);
    if let Some(excerpt) = excerpt {
        element.set(Field::Excerpt, excerpt);
    }
}

/// The JSON of a field; `None`: nothing is said.
fn kept(field: &str, value: &Value<'_>) -> Option<String> {
    match field {
        "provider" => object(value, PROVIDER),
        "images" => list(value, IMAGE),
        "related" | "topItems" => list(value, RELATED),
        _ => any(value),
    }
}

fn list(value: &Value<'_>, keys: &[&str]) -> Option<String> {
    match value {
        Value::List(list) => {
            let members: Vec<_> = list
                .iter()
                .filter_map(|value| object(value, keys))
                .collect();
            Some(format!("[{}]", members.join(",")))
        }
        other => any(other),
    }
}

fn object(value: &Value<'_>, keys: &[&str]) -> Option<String> {
    if !matches!(value, Value::Object(_)) {
        return any(value);
    }
    let pairs: Vec<_> = keys
        .iter()
        .filter_map(|key| Some(format!("{}:{}", text(key), kept(key, value.get(key)?)?)))
        .collect();
    Some(format!("{{{}}}", pairs.join(",")))
}

/// The JSON of any value; `None` for null.
fn any(value: &Value<'_>) -> Option<String> {
    Some(match value {
        Value::Null | Value::Other => return None,
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Text(value) => text(value),
        Value::List(list) => {
            let members: Vec<_> = list.iter().filter_map(any).collect();
            format!("[{}]", members.join(","))
        }
        Value::Object(pairs) => {
            // Of equal keys the last counts.
            let mut last: HashMap<&str, &Value<'_>> = pairs
                .iter()
                .map(|(key, value)| (key.as_ref(), value))
                .collect();
            let pairs: Vec<_> = pairs
                .iter()
                .filter_map(|(key, _)| last.remove_entry(key.as_ref()))
                .filter(|(key, _)| !UNKEPT.contains(key))
                .filter_map(|(key, value)| Some(format!("{}:{}", text(key), any(value)?)))
                .collect();
            format!("{{{}}}", pairs.join(","))
        }
    })
}

fn text(text: &str) -> String {
    // A string can't fail to be written.
    serde_json::to_string(text).unwrap_or_default()
}
