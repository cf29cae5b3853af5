//! Reads articles: which of their fields fills what.

use super::diagnostic::{DiagnosticKind, Path};
use super::field_reader::{FieldReader, Read};
use super::fields::{Field, FieldSet};
use super::formats::json_feed::Defaults;
use super::parsed_entry::ParsedEntry;
use crate::json::value::Value;
use crate::model::{Article, DEFAULT_TYPE, Related};
use crate::text;

type Reader<'r, 'c, 'd> = &'r mut FieldReader<'c, 'd>;

/// What is read of an article before anything else.
#[derive(Debug, Default)]
pub(crate) struct Identity {
    /// The identity that the article names, if any.
    pub(crate) id: Option<String>,
    pub(crate) is_removed: bool,
}

/// How many characters of an untitled article's text become its title.
const TITLE_LENGTH: usize = 80;

/// Reads the title; without one the article is skipped, with a single diagnostic. If `from_text`,
/// the first words of the text are the title of an article without one.
pub(crate) fn title(
    reader: Reader<'_, '_, '_>,
    entry: &ParsedEntry<'_>,
    from_text: bool,
) -> Option<String> {
    // Nearly always there, and then read only once.
    let title = reader.quietly(|reader| reader.field(entry, Field::Title, FieldReader::text));
    if title.is_some() {
        return title;
    }
    let title = reader.quietly(|reader| reader.first_text(entry, Field::Title));
    if title.is_some() {
        return reader.first_text(entry, Field::Title);
    }
    // What is wrong with the text is noted where it is read.
    let text = from_text.then(|| reader.quietly(|it| it.first_text(entry, Field::Excerpt)));
    if let Some(text) = text.flatten() {
        return Some(text::first_words(&text, TITLE_LENGTH).into_owned());
    }
    let fields = Field::Title.alternatives().iter();
    let mut values = fields.map(|field| entry.get(*field));
    let kind = match values.find(|value| !value.is_blank()) {
        None | Some(Value::String(_)) => DiagnosticKind::NoTitle,
        Some(value) => DiagnosticKind::WrongTitle(value.kind()),
    };
    reader.note(FieldReader::path(Field::Title), kind);
    None
}

/// Reads the identity. What is wrong with its fields is noted by [`article`].
pub(crate) fn identity(reader: Reader<'_, '_, '_>, entry: &ParsedEntry<'_>) -> Identity {
    let id = reader.quietly(|reader| {
        let named = [Field::Id, Field::Path].into_iter();
        let mut named = named.map(|field| reader.field(entry, field, FieldReader::name_or_number));
        let named = named.find_map(|id| id);
        named.or_else(|| {
            let (preferred, original) = links(reader, entry, link_as_written);
            preferred.or(original)
        })
    });
    Identity {
        id,
        is_removed: *entry.get(Field::Removed) == Value::Bool(true),
    }
}

/// Reads the preferred link and the one of first publication. Without both, other fields count as
/// the preferred one.
fn links<'c, 'd>(
    reader: &mut FieldReader<'c, 'd>,
    entry: &ParsedEntry<'_>,
    read: Read<FieldReader<'c, 'd>, Option<String>>,
) -> (Option<String>, Option<String>) {
    let mut fields = reader.fields(entry, Field::WebUrl);
    let preferred = fields
        .next()
        .and_then(|field| reader.field(entry, field, read));
    let original = reader.first(entry, Field::OriginalUrl, read);
    if preferred.is_some() || original.is_some() {
        return (preferred, original);
    }
    (
        fields.find_map(|field| reader.field(entry, field, read)),
        None,
    )
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
    defaults: Option<&Defaults>,
) -> Article {
    for field in [Field::Id, Field::Path] {
        // Nothing is ever wrong with a string here.
        if !matches!(entry.get(field), Value::String(_)) {
            reader.name_or_number(entry.get(field), FieldReader::path(field));
        }
    }
    reader.field(entry, Field::Removed, FieldReader::boolean);
    let (web_url, original_url) = links(reader, entry, FieldReader::link);
    let kind = reader.field(entry, Field::Type, FieldReader::text);
    let default_type = match wanted.contains(Field::Type) {
        true => DEFAULT_TYPE,
        false => "",
    };
    let mut article = Article {
        title,
        excerpt: reader.first_text(entry, Field::Excerpt),
        web_url,
        original_url,
        published_at: reader.first(entry, Field::PublishedDateTime, FieldReader::date),
        kind: kind.unwrap_or_else(|| default_type.to_owned()),
        categories: reader.first_list(entry, Field::Category, FieldReader::texts),
        topics: reader.first_list(entry, Field::Topics, FieldReader::texts),
        authors: reader.first_list(entry, Field::Authors, FieldReader::texts),
        quality: reader.field(entry, Field::Quality, FieldReader::score),
        heat: reader.field(entry, Field::Heat, FieldReader::score),
        published: is_published(reader, entry),
        provider: reader.first(entry, Field::Provider, FieldReader::provider),
        images: reader.article_images(entry),
        related: reader.first_list(entry, Field::Related, related_list),
        length: reader.field(entry, Field::Length, FieldReader::duration),
        price: reader.field(entry, Field::Price, FieldReader::text_or_number),
        levels: reader.field(entry, Field::Levels, FieldReader::texts),
        members: reader.field(entry, Field::Members, FieldReader::score),
        locale: reader.first(entry, Field::Locale, FieldReader::language),
        fields: other_fields(reader, others),
        ..Article::default()
    };
    if let Some(defaults) = defaults {
        defaults.complete(&mut article);
    }
    article
}

fn is_published(reader: Reader<'_, '_, '_>, entry: &ParsedEntry<'_>) -> bool {
    let published = reader.field(entry, Field::Published, FieldReader::boolean);
    let draft = reader.field(entry, Field::Draft, FieldReader::boolean);
    published != Some(false) && draft != Some(true)
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
