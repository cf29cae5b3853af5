//! Items of a JSON Feed (<https://www.jsonfeed.org/version/1.1/>), moved into the fields of articles.

use crate::feed::diagnostic::{Expected, Path};
use crate::feed::field_reader::FieldReader;
use crate::feed::fields::{Field, FieldSet};
use crate::feed::parsed_entry::ParsedEntry;
use crate::json::value::Value;
use crate::text;

/// What a JSON Feed declares for all its items.
#[derive(Clone, Debug, Default)]
pub(crate) struct Defaults {
    /// The provider of items that name no author.
    pub(crate) publisher: Option<String>,
    /// The language of items that name none.
    pub(crate) language: Option<String>,
}

/// How many characters of an untitled item's text become its title.
const TITLE_LENGTH: usize = 80;

/// Fields of an article, and the fields of an item that they are read from.
const MOVED: [(Field, Field); 8] = [
    (Field::WebUrl, Field::Url),
    (Field::OriginalUrl, Field::ExternalUrl),
    (Field::PublishedDateTime, Field::DatePublished),
    (Field::Topics, Field::Tags),
    (Field::Excerpt, Field::Summary),
    (Field::Provider, Field::Authors),
    (Field::Images, Field::Image),
    (Field::Locale, Field::Language),
];

/// How many of them, from the first on, are moved without a change of their values.
const MOVED_UNCHANGED: usize = 4;

/// The fields that have the same name in an item.
const SAME: FieldSet = FieldSet::NONE.with(&[Field::Id, Field::Title, Field::Summary, Field::Tags]);

/// Returns the name that an item has for a field.
pub(crate) fn field_name(field: Field) -> &'static str {
    let mut moved = MOVED.iter();
    let own = moved.find(|(to, _)| *to == field);
    own.map_or(field, |(_, from)| *from).name()
}

/// Moves the fields that identify an item, its title included, and removes those that JSON Feed does
/// not define. Adds no diagnostics.
pub(crate) fn rename(reader: &mut FieldReader<'_, '_>, entry: &mut ParsedEntry<'_>) {
    for field in Field::ALL.iter().filter(|it| !it.is_of_json_feed()) {
        if !SAME.contains(*field) {
            entry.set(*field, Value::Null);
        }
    }
    for (to, from) in MOVED.iter().take(MOVED_UNCHANGED) {
        let value = entry.take(*from);
        entry.set(*to, value);
    }
    if entry.get(Field::Title).is_blank()
        && let Some(text) = reader.quietly(|reader| item_text(reader, entry))
    {
        entry.set(
            Field::Title,
            as_written(&text::first_words(&text, TITLE_LENGTH)),
        );
    }
}

/// Moves the other fields of an item.
pub(crate) fn translate(
    reader: &mut FieldReader<'_, '_>,
    entry: &mut ParsedEntry<'_>,
    defaults: &Defaults,
) {
    let text = item_text(reader, entry);
    entry.set(Field::Summary, Value::Null);
    entry.set(Field::Excerpt, or_null(text.as_deref()));

    let authors = entry.take(Field::Authors);
    let author = author(reader, &authors, reader.path(Field::Authors));
    let publisher = author.as_ref().or(defaults.publisher.as_ref());
    entry.set(Field::Provider, or_null(publisher.map(String::as_str)));

    let mut images = [Field::Image, Field::BannerImage].into_iter();
    let image = images.find_map(|field| reader.field(entry, field, FieldReader::image_url));
    let image = image.map(|url| Value::Object(vec![("url".into(), Value::String(url.into()))]));
    let images = image.map_or(Value::Null, |image| Value::Array(vec![image]));
    entry.set(Field::Images, images);

    let mut language = entry.take(Field::Language);
    if language.is_blank() {
        language = or_null(defaults.language.as_deref());
    }
    entry.set(Field::Locale, language);
}

/// Reads the summary, else the text, else the text of the HTML.
fn item_text(reader: &mut FieldReader<'_, '_>, entry: &ParsedEntry<'_>) -> Option<String> {
    let mut texts = [Field::Summary, Field::ContentText].into_iter();
    texts
        .find_map(|field| reader.field(entry, field, FieldReader::text))
        .or_else(|| reader.field(entry, Field::ContentHtml, FieldReader::html))
}

/// Reads the name of the first author.
pub(crate) fn author(
    reader: &mut FieldReader<'_, '_>,
    authors: &Value<'_>,
    path: Path<'_>,
) -> Option<String> {
    let first = match authors {
        Value::Array(authors) => authors.first()?,
        blank if blank.is_blank() => return None,
        other => {
            reader.wrong_type(path, Expected::List, other);
            return None;
        }
    };
    let path = path.index(0);
    match first {
        Value::Object(_) => reader.key(first, path, "name", FieldReader::text),
        blank if blank.is_blank() => None,
        other => {
            reader.wrong_type(path, Expected::Object, other);
            None
        }
    }
}

fn or_null(text: Option<&str>) -> Value<'static> {
    text.map_or(Value::Null, as_written)
}

/// Returns a plain text as it is written in a feed.
fn as_written(text: &str) -> Value<'static> {
    Value::String(text::escape_references(text).into_owned().into())
}
