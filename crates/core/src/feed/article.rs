//! Reads articles: which of their fields fills what.

use super::diagnostic::{DiagnosticKind, Path};
use super::field_reader::FieldReader;
use super::fields::{Field, FieldSet};
use super::parsed_entry::ParsedEntry;
use crate::json::value::Value;
use crate::model::{Article, DEFAULT_TYPE, Related};

type Reader<'r, 'c, 'd> = &'r mut FieldReader<'c, 'd>;

/// What is read of an article before anything else.
#[derive(Debug, Default)]
pub(crate) struct Identity {
    /// The identity that the article names, if any.
    pub(crate) id: Option<String>,
    pub(crate) is_removed: bool,
}

/// Reads the title; without one the article is skipped, with a single diagnostic.
pub(crate) fn title(reader: Reader<'_, '_, '_>, entry: &ParsedEntry<'_>) -> Option<String> {
    // Nearly always there, and then read only once.
    let title = reader.quietly(|reader| reader.field(entry, Field::Title, FieldReader::text));
    if title.is_some() {
        return title;
    }
    if reader
        .quietly(|reader| reader.first_text(entry, Field::Title))
        .is_some()
    {
        return reader.first_text(entry, Field::Title);
    }
    let fields = Field::Title.alternatives().iter();
    let mut values = fields.map(|field| entry.get(*field));
    let kind = match values.find(|value| !value.is_blank()) {
        None | Some(Value::String(_)) => DiagnosticKind::NoTitle,
        Some(value) => DiagnosticKind::WrongTitle(value.kind()),
    };
    reader.note(reader.path(Field::Title), kind);
    None
}

/// Reads the identity. What is wrong with its fields is noted by [`article`].
pub(crate) fn identity(reader: Reader<'_, '_, '_>, entry: &ParsedEntry<'_>) -> Identity {
    let id = reader.quietly(|reader| {
        let named = [Field::Id, Field::Path].into_iter();
        let mut named = named.map(|field| reader.field(entry, field, FieldReader::name_or_number));
        let named = named.find_map(|id| id);
        let mut links = [Field::WebUrl, Field::OriginalUrl].into_iter();
        named.or_else(|| links.find_map(|field| reader.field(entry, field, link_as_written)))
    });
    Identity {
        id,
        is_removed: *entry.get(Field::Removed) == Value::Bool(true),
    }
}

fn link_as_written(
    reader: Reader<'_, '_, '_>,
    value: &Value<'_>,
    path: Path<'_>,
) -> Option<String> {
    reader.link(value, path)?;
    match value {
        Value::String(text) => Some(text.to_string()),
        _ => None,
    }
}

/// Reads all but the identity. `others` are the fields of a mapping that are none of ours. Fields
/// that are not `wanted` may be missing.
pub(crate) fn article(
    reader: Reader<'_, '_, '_>,
    entry: &ParsedEntry<'_>,
    title: String,
    others: Vec<(String, Value<'_>)>,
    wanted: FieldSet,
) -> Article {
    for field in [Field::Id, Field::Path] {
        // Nothing is ever wrong with a string here.
        if !matches!(entry.get(field), Value::String(_)) {
            reader.name_or_number(entry.get(field), reader.path(field));
        }
    }
    reader.field(entry, Field::Removed, FieldReader::boolean);
    let kind = reader.field(entry, Field::Type, FieldReader::text);
    let default = match wanted.contains(Field::Type) {
        true => DEFAULT_TYPE,
        false => "",
    };
    Article {
        title,
        excerpt: reader.first_text(entry, Field::Excerpt),
        web_url: reader.field(entry, Field::WebUrl, FieldReader::link),
        original_url: reader.field(entry, Field::OriginalUrl, FieldReader::link),
        published_at: reader.field(entry, Field::PublishedDateTime, FieldReader::date),
        kind: kind.unwrap_or_else(|| default.to_owned()),
        categories: reader.first_list(entry, Field::Category, FieldReader::texts),
        topics: reader.first_list(entry, Field::Topics, FieldReader::texts),
        quality: reader.field(entry, Field::Quality, FieldReader::score),
        heat: reader.field(entry, Field::Heat, FieldReader::score),
        published: reader.field(entry, Field::Published, FieldReader::boolean) != Some(false),
        provider: reader.field(entry, Field::Provider, FieldReader::provider),
        images: reader.field(entry, Field::Images, FieldReader::images),
        related: reader.first_list(entry, Field::Related, related_list),
        length: reader.field(entry, Field::Length, FieldReader::duration),
        price: reader.field(entry, Field::Price, FieldReader::text_or_number),
        levels: reader.field(entry, Field::Levels, FieldReader::texts),
        members: reader.field(entry, Field::Members, FieldReader::score),
        locale: reader.field(entry, Field::Locale, FieldReader::language),
        fields: other_fields(reader, others),
        ..Article::default()
    }
}

/// Reads fields that are none of ours, each once, with strings or numbers as values.
fn other_fields(
    reader: Reader<'_, '_, '_>,
    others: Vec<(String, Value<'_>)>,
) -> Vec<(String, Vec<String>)> {
    let mut fields: Vec<(String, Vec<String>)> = Vec::new();
    for (name, value) in others {
        let path = Path::Key(&Path::Article, &name);
        let list = match value {
            Value::Array(list) => list,
            single => vec![single],
        };
        let mut values: Vec<String> = Vec::new();
        for value in &list {
            let text = reader.text_or_number(value, path);
            values.extend(text.filter(|text| !values.contains(text)));
        }
        match fields.iter_mut().find(|(own, _)| *own == name) {
            _ if values.is_empty() => {}
            Some((_, own)) => {
                values.retain(|value| !own.contains(value));
                own.append(&mut values);
            }
            None => fields.push((name, values)),
        }
    }
    fields
}

fn related_list(reader: Reader<'_, '_, '_>, value: &Value<'_>, path: Path<'_>) -> Vec<Related> {
    reader.objects(value, path, related)
}

fn related(reader: Reader<'_, '_, '_>, value: &Value<'_>, path: Path<'_>) -> Option<Related> {
    let noted = reader.diagnostics.count();
    let mut titles = ["title", "name"].into_iter();
    let Some(title) = titles.find_map(|key| reader.key(value, path, key, FieldReader::text)) else {
        if reader.diagnostics.count() == noted {
            reader.note(path.key("title"), DiagnosticKind::NoRelatedTitle);
        }
        return None;
    };
    let kind = reader.key(value, path, "type", FieldReader::text);
    Some(Related {
        title,
        excerpt: reader.key(value, path, "excerpt", FieldReader::text),
        published_at: reader.key(value, path, "publishedDateTime", FieldReader::date),
        web_url: reader.key(value, path, "webUrl", FieldReader::link),
        original_url: reader.key(value, path, "originalUrl", FieldReader::link),
        kind: kind.unwrap_or_else(|| DEFAULT_TYPE.to_owned()),
        provider: reader.key(value, path, "provider", FieldReader::provider),
        quality: reader.key(value, path, "quality", FieldReader::score),
        images: reader.key(value, path, "images", FieldReader::images),
    })
}
