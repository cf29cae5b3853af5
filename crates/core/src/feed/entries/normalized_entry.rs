//! An entry whose fields have the names of an article's fields, and their values as they were written.

use std::collections::HashMap;

use crate::feed::article;
use crate::feed::diagnostic::Diagnostics;
use crate::feed::field_reader::FieldReader;
use crate::feed::fields::{Field, FieldSet};
use crate::feed::formats::json_feed::{self, Defaults};
use crate::feed::lazy_article::DocumentContext;
use crate::feed::mapped_fields::apply_mapping;
use crate::feed::mapping::DISCARDED;
use crate::feed::packed_entry::{PackedEntries, PackedEntry};
use crate::feed::parsed_entry::ParsedEntry;
use crate::json::scanner::Scanner;
use crate::json::value::Value;

/// The fields of an entry under the names of an article's fields, with their values as they were
/// written. Fields that are not read are left out.
#[derive(Debug)]
pub struct NormalizedEntry {
    /// The identity that the entry names.
    pub identity: Option<String>,
    /// Whether it is removed.
    pub removed: bool,
    /// Whether it has an `id` or a `path`.
    pub has_name: bool,
    /// The members of a JSON object, without its braces.
    fields: String,
}

/// The keys that are read of objects inside an entry. All others are dropped.
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

impl NormalizedEntry {
    /// Reads an entry of a document; `None` if it is no object.
    pub(crate) fn new(context: &DocumentContext, json: &str) -> Option<Self> {
        let mut entries = PackedEntries::default();
        let mut scanner = Scanner::new(json.as_bytes(), 0, &DISCARDED);
        entries.read(&mut scanner, 0, &context.mapping).ok()?;
        let PackedEntry::Object(block, range) = entries.list.pop()? else {
            return None;
        };
        let packed = entries.blocks.get(block)?.get(range)?;
        // The diagnostics were collected when the article was decoded.
        let mut diagnostics = Diagnostics::default();
        let mut reader = context.reader(0, true, &mut diagnostics);
        let mut entry = ParsedEntry::read(packed, &entries.shared, FieldSet::ALL, &context.mapping);
        if context.json_feed.is_some() {
            json_feed::rename(&mut reader, &mut entry);
        }
        let others = apply_mapping(&context.mapping, &mut entry);
        let identity = article::identity(&mut reader, &entry);
        if let Some(defaults) = &context.json_feed {
            translate(&mut reader, &mut entry, defaults);
            apply_mapping(&context.mapping, &mut entry);
        }
        let mut fields = Fields(String::with_capacity(json.len()));
        for field in Field::ALL.iter().filter(|field| !field.is_of_json_feed()) {
            let moved = || context.mapping.reads(field.name()) && is_superseded(*field, &entry);
            // A blank path would precede one that is added.
            if *field == Field::Path && entry.get(*field).is_blank() || moved() {
                continue;
            }
            fields.pair(field.name(), entry.get(*field), Fields::known);
        }
        for (name, value) in &others {
            fields.pair(name, value, |fields, _, value| fields.any(value));
        }
        Some(Self {
            identity: identity.id,
            removed: identity.is_removed,
            has_name: [Field::Id, Field::Path]
                .iter()
                .any(|field| !entry.get(*field).is_blank()),
            fields: fields.0,
        })
    }

    /// Adds a path to an entry without an identity.
    pub fn add_path(&mut self, path: &str) {
        let mut fields = Fields(String::new());
        fields.text("path");
        fields.0.push(':');
        fields.text(path);
        if !self.fields.is_empty() {
            fields.0.push(',');
        }
        self.fields.insert_str(0, &fields.0);
        self.has_name = true;
        self.identity = Some(path.to_owned());
    }

    /// Returns the entry as JSON.
    pub fn json(&self) -> String {
        format!("{{{}}}", self.fields)
    }
}

/// Returns whether a field is read only if another one is missing, which has a value.
fn is_superseded(field: Field, entry: &ParsedEntry<'_>) -> bool {
    let preferred = field.alternatives().first();
    preferred.is_some_and(|first| *first != field && !entry.get(*first).is_blank())
}

/// Moves the fields of a JSON Feed's item, its text as it was written.
fn translate<'a>(
    reader: &mut FieldReader<'_, '_>,
    entry: &mut ParsedEntry<'a>,
    defaults: &Defaults,
) {
    let plain = [Field::Summary, Field::ContentText].map(|field| entry.get(field).clone());
    let excerpt = plain
        .into_iter()
        .find(|value| matches!(value, Value::String(_)) && !value.is_blank());
    json_feed::translate(reader, entry, defaults);
    if let Some(excerpt) = excerpt {
        entry.set(Field::Excerpt, excerpt);
    }
}

/// Writes JSON without nulls.
struct Fields(String);

impl Fields {
    /// Writes a key, and its value by `write`.
    fn pair<'v>(
        &mut self,
        key: &str,
        value: &Value<'v>,
        write: impl FnOnce(&mut Self, &str, &Value<'v>),
    ) {
        if is_null(value) {
            return;
        }
        self.comma();
        self.text(key);
        self.0.push(':');
        write(self, key, value);
    }

    /// Separates the next member from the one before it.
    fn comma(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with(['{', '[', ',']) {
            self.0.push(',');
        }
    }

    /// Writes the value of a field of an article, without the keys that are not read.
    fn known(&mut self, field: &str, value: &Value<'_>) {
        match (field, value) {
            ("provider", Value::Object(_)) => self.object(value, PROVIDER),
            ("images", Value::Array(list)) => self.list(list, IMAGE),
            ("related" | "topItems", Value::Array(list)) => self.list(list, RELATED),
            _ => self.any(value),
        }
    }

    fn list(&mut self, list: &[Value<'_>], keys: &[&str]) {
        self.0.push('[');
        for value in list.iter().filter(|value| !is_null(value)) {
            self.comma();
            match value {
                Value::Object(_) => self.object(value, keys),
                other => self.any(other),
            }
        }
        self.0.push(']');
    }

    fn object(&mut self, value: &Value<'_>, keys: &[&str]) {
        self.0.push('{');
        for key in keys {
            if let Some(value) = value.get(key) {
                self.pair(key, value, Self::known);
            }
        }
        self.0.push('}');
    }

    fn any(&mut self, value: &Value<'_>) {
        match value {
            Value::Null => self.0.push_str("null"),
            Value::Bool(value) => self.0.push_str(if *value { "true" } else { "false" }),
            Value::Number(number) => self.0.push_str(number),
            Value::String(text) => self.text(text),
            Value::Array(list) => {
                self.0.push('[');
                for value in list.iter().filter(|value| !is_null(value)) {
                    self.comma();
                    self.any(value);
                }
                self.0.push(']');
            }
            Value::Object(pairs) => {
                // Of equal keys the last counts.
                let mut last: HashMap<&str, &Value<'_>> = pairs
                    .iter()
                    .map(|(key, value)| (key.as_ref(), value))
                    .collect();
                self.0.push('{');
                for (key, _) in pairs {
                    if let Some(value) = last.remove(key.as_ref())
                        && !DISCARDED.contains(&key.as_ref())
                    {
                        self.pair(key, value, |fields, _, value| fields.any(value));
                    }
                }
                self.0.push('}');
            }
        }
    }

    fn text(&mut self, text: &str) {
        // A string can't fail to be written.
        self.0
            .push_str(&serde_json::to_string(text).unwrap_or_default());
    }
}

fn is_null(value: &Value<'_>) -> bool {
    *value == Value::Null
}

#[cfg(test)]
mod tests {
    use crate::feed::Mapping;
    use crate::feed::entries::EntryReader;

    /// Returns the normalized entries of a document.
    fn normalized(document: &str, mapping: Mapping) -> Vec<String> {
        let reader = EntryReader {
            mapping: &mapping,
            url: None,
        };
        let mut entries = Vec::new();
        let result = reader.read(document, &mut |entry| {
            entries.extend(entry.normalized.map(|entry| entry.json()));
        });
        result.unwrap();
        entries
    }

    #[test]
    fn keeps_what_is_read_and_nothing_else() {
        let document = r#"[{
            "title": "A &amp; B", "secured": "s", "content": "c", "sourceUrl": "x", "quality": 1e2,
            "tags": ["t", null, "[", "{"], "excerpt": null,
            "provider": {"name": "N", "secured": "s", "images": [{"url": "u", "alt": "a"}]},
            "images": [null, {"url": "v", "width": 1, "width": 2}],
            "related": [{"title": "R", "content": "c", "provider": "P"}, "x"],
            "topics": {"content": "c", "a": 1, "a": 2}
        }]"#;
        assert_eq!(
            normalized(document, Mapping::default()),
            [concat!(
                r#"{"title":"A &amp; B","topics":{"a":2},"tags":["t","[","{"],"quality":1e2,"#,
                r#""provider":{"name":"N","images":[{"url":"u"}]},"#,
                r#""images":[{"url":"v","width":2}],"related":[{"title":"R","provider":"P"},"x"]}"#,
            )]
        );
    }

    #[test]
    fn foreign_items_get_the_names_of_fields() {
        let mapping = Mapping::new([
            ("excerpt", "description"),
            ("title", "headline"),
            ("provider.name", "by"),
            ("region", "r"),
        ]);
        assert_eq!(
            normalized(
                r#"[{"headline": "H", "by": "B", "r": ["N"], "s": 1, "description": "D", "tags": []}]"#,
                mapping
            ),
            [r#"{"title":"H","excerpt":"D","tags":[],"provider":{"name":"B"},"region":["N"]}"#]
        );
    }

    #[test]
    fn items_of_a_json_feed_get_the_names_of_fields() {
        let feed = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "F", "items": [
            {"id": 1, "url": "https://x.example/1", "title": "T", "summary": "a &#8217; b", "content_html": "<p>c</p>",
             "image": "https://x.example/i.png", "date_published": "2024-01-01", "tags": ["t"]}]}"#;
        assert_eq!(
            normalized(feed, Mapping::default()),
            [concat!(
                r#"{"id":1,"webUrl":"https://x.example/1","title":"T","excerpt":"a &#8217; b","#,
                r#""publishedDateTime":"2024-01-01","topics":["t"],"provider":"F","#,
                r#""images":[{"url":"https://x.example/i.png"}]}"#,
            )]
        );
    }
}
