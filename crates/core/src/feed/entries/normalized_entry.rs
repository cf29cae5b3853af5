//! An entry whose fields have the names of an article's fields.

use std::collections::HashMap;

use super::canonical;
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
use crate::text;

/// The fields of an entry under the names of an article's fields, with their values as they were
/// written, except for dates in other notations than RFC 3339 and relative URLs. Fields that are not
/// read are left out.
#[derive(Debug)]
pub struct NormalizedEntry {
    /// The identity that the entry names.
    pub identity: Option<String>,
    /// Whether it is removed.
    pub removed: bool,
    /// Whether it is a draft, which is written as `published: false`.
    pub is_draft: bool,
    /// Whether it has an `id` or a `path`.
    pub has_name: bool,
    /// The members of a JSON object, without its braces.
    fields: String,
}

/// The keys that are read of objects inside an entry. All others are dropped.
const PROVIDER: &[&str] = &["name", "domain", "images"];
const IMAGE: &[&str] = &["url", "width", "height", "title", "attribution", "isCached"];
const LABEL: &[&str] = &["name", "title", "label"];
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
    /// Reads an entry of a document; `None` if it is not an object.
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
        let others = apply_mapping(&context.mapping, &mut entry, &mut reader);
        let identity = article::identity(&mut reader, &entry);
        let title = article::title(&mut reader, &entry, context.titles_from_text());
        if let Some(title) = title.filter(|_| has_no_title(&entry)) {
            entry.set(Field::Title, as_written(&title));
        }
        if let Some(defaults) = &context.json_feed {
            translate(&mut reader, &mut entry, defaults);
        }
        let is_draft = *entry.get(Field::Draft) == Value::Bool(true);
        if is_draft {
            entry.take(Field::Draft);
            entry.set(Field::Published, Value::Bool(false));
        }
        canonical::name_fields(&mut entry);
        canonical::write_dates(&mut reader, &mut entry);
        canonical::resolve_urls(context, &mut entry);
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
            is_draft,
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

fn has_no_title(entry: &ParsedEntry<'_>) -> bool {
    let mut fields = Field::Title.alternatives().iter();
    fields.all(|field| entry.get(*field).is_blank())
}

/// Moves the fields of a JSON Feed's item to the names that articles have, with their values as they
/// were written.
fn translate(reader: &mut FieldReader<'_, '_>, entry: &mut ParsedEntry<'_>, defaults: &Defaults) {
    let html = reader.field(entry, Field::ContentHtml, FieldReader::html);
    let image = reader.field(entry, Field::ContentHtml, FieldReader::image_of_html);
    let properties = [
        Field::WebUrl,
        Field::OriginalUrl,
        Field::Excerpt,
        Field::PublishedDateTime,
        Field::Topics,
        Field::Images,
        Field::Locale,
    ];
    for property in properties {
        if entry.mapped.contains(property) {
            continue;
        }
        let mut fields = json_feed::own_fields(property).iter();
        let value = fields.find_map(|field| match (field, property) {
            (Field::ContentHtml, Field::Images) => image.first().map(|image| {
                let url = Value::String(image.url.as_str().to_owned().into());
                Value::Array(vec![Value::Object(vec![("url".into(), url)])])
            }),
            (Field::ContentHtml, _) => html.as_deref().map(as_written),
            _ => Some(entry.take(*field)).filter(|value| !value.is_blank()),
        });
        if let Some(value) = value {
            entry.set(property, value);
        }
    }
    let has_authors = !reader
        .first_list(entry, Field::Authors, FieldReader::texts)
        .is_empty();
    if !has_authors && !defaults.authors.is_empty() {
        let authors = defaults.authors.iter().map(|author| as_written(author));
        entry.set(Field::Authors, Value::Array(authors.collect()));
    }
    for (property, default) in [
        (Field::Provider, &defaults.publisher),
        (Field::Locale, &defaults.language),
    ] {
        if let Some(default) = default
            && property
                .alternatives()
                .iter()
                .all(|it| entry.get(*it).is_blank())
        {
            entry.set(property, as_written(default));
        }
    }
}

/// Returns a plain text as a feed would write it.
fn as_written(text: &str) -> Value<'static> {
    Value::String(text::escape_references(text).into_owned().into())
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
            ("provider" | "source", Value::Object(_)) => self.object(value, PROVIDER),
            ("images" | "image" | "thumbnail", Value::Object(_)) => self.object(value, IMAGE),
            ("images" | "image" | "thumbnail", Value::Array(list)) => self.list(list, IMAGE),
            ("related" | "topItems", Value::Array(list)) => self.list(list, RELATED),
            (_, Value::Object(_)) => self.object(value, LABEL),
            (_, Value::Array(list)) => self.list(list, LABEL),
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
            "topics": [{"content": "c", "name": "a", "slug": "b"}]
        }]"#;
        assert_eq!(
            normalized(document, Mapping::default()),
            [concat!(
                r#"{"title":"A &amp; B","topics":[{"name":"a"}],"tags":["t","[","{"],"quality":1e2,"#,
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
            [r#"{"title":"H","excerpt":"D","topics":[],"provider":{"name":"B"},"region":["N"]}"#]
        );
    }

    #[test]
    fn items_of_a_json_feed_get_the_names_of_fields() {
        let feed = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "F", "items": [
            {"id": 1, "url": "https://x.example/1", "title": "T", "summary": "a &#8217; b", "content_html": "<p>c</p>",
             "image": "https://x.example/i.png", "date_published": "2024-01-01", "tags": ["t"]},
            {"content_html": "<p>c &amp;amp; d</p><img src='j.png'>", "authors": [{"name": "A", "url": "u"}],
             "external_url": "https://y.example/", "language": "de", "provider": "P"}]}"#;
        assert_eq!(
            normalized(feed, Mapping::default()),
            [
                concat!(
                    r#"{"id":1,"webUrl":"https://x.example/1","title":"T","excerpt":"a &#8217; b","#,
                    r#""publishedDateTime":"2024-01-01","topics":["t"],"provider":"F","#,
                    r#""images":"https://x.example/i.png"}"#,
                ),
                concat!(
                    r#"{"originalUrl":"https://y.example/","title":"c &amp;amp; d","#,
                    r#""excerpt":"c &amp;amp; d","authors":[{"name":"A"}],"provider":"P","#,
                    r#""locale":"de"}"#,
                )
            ]
        );
    }
}
