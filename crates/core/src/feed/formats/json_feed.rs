//! An item of a JSON Feed (<https://www.jsonfeed.org/version/1.1/>) → the same entry under our names.

use crate::feed::diagnostic::Path;
use crate::feed::field_reader::FieldReader;
use crate::feed::raw_entry::{Field, RawEntry};
use crate::json::value::Value;
use crate::text;

/// What a JSON Feed says of all its items.
#[derive(Clone, Debug, Default)]
pub(crate) struct Defaults {
    /// Who publishes items that name no author.
    pub(crate) publisher: Option<String>,
    /// The language of items that name none.
    pub(crate) language: Option<String>,
}

/// How many characters of an untitled item's text become its title.
const TITLE: usize = 80;

/// Fields of ours that a JSON Feed has no names for.
const ABSENT: [Field; 16] = [
    Field::Path,
    Field::Name,
    Field::Description,
    Field::Type,
    Field::Category,
    Field::Categories,
    Field::Quality,
    Field::Heat,
    Field::Published,
    Field::Removed,
    Field::Related,
    Field::TopItems,
    Field::Length,
    Field::Price,
    Field::Levels,
    Field::Members,
];

impl FieldReader<'_, '_> {
    /// Puts what tells an item from others under our names, its title included, and takes away
    /// what is no part of a JSON Feed. Nothing is noted yet.
    pub(crate) fn rename(&mut self, element: &mut RawEntry<'_>) {
        for field in ABSENT {
            element.set(field, Value::Null);
        }
        for (from, to) in [
            (Field::Url, Field::WebUrl),
            (Field::ExternalUrl, Field::OriginalUrl),
            (Field::DatePublished, Field::PublishedDateTime),
            (Field::Tags, Field::Topics),
        ] {
            let value = element.take(from);
            element.set(to, value);
        }
        if element.get(Field::Title).is_blank()
            && let Some(text) = self.quietly(|rules| rules.item_text(element))
        {
            element.set(Field::Title, written(&text::first_words(&text, TITLE)));
        }
    }

    /// Puts all else that an item says under our names.
    pub(crate) fn translate(&mut self, element: &mut RawEntry<'_>, defaults: &Defaults) {
        let text = self.item_text(element);
        element.set(Field::Summary, Value::Null);
        element.set(
            Field::Excerpt,
            text.map_or(Value::Null, |text| written(&text)),
        );

        let authors = element.take(Field::Authors);
        let author = self.author(&authors, Path::Key(&Path::Article, Field::Authors.name()));
        let publisher = author.as_ref().or(defaults.publisher.as_ref());
        element.set(
            Field::Provider,
            publisher.map_or(Value::Null, |name| written(name)),
        );

        let image = [Field::Image, Field::BannerImage]
            .into_iter()
            .find_map(|field| {
                let path = Path::Key(&Path::Article, field.name());
                self.image_url(element.get(field), path)
            });
        let image = image.map(|url| Value::Object(vec![("url".into(), Value::String(url.into()))]));
        element.set(
            Field::Images,
            image.map_or(Value::Null, |image| Value::Array(vec![image])),
        );

        let mut language = element.take(Field::Language);
        if language.is_blank() {
            language = defaults
                .language
                .as_ref()
                .map_or(Value::Null, |language| written(language));
        }
        element.set(Field::Locale, language);
    }

    /// The summary, else the text, else the text of the HTML.
    fn item_text(&mut self, element: &RawEntry<'_>) -> Option<String> {
        for field in [Field::Summary, Field::ContentText] {
            let path = Path::Key(&Path::Article, field.name());
            if let Some(text) = self.text(element.get(field), path) {
                return Some(text);
            }
        }
        let path = Path::Key(&Path::Article, Field::ContentHtml.name());
        let read = |html: &str| Some(text::without_tags(html));
        let text = self.parsed(element.get(Field::ContentHtml), path, "a text", read)?;
        (!text.is_empty()).then_some(text)
    }

    /// The name of the first author.
    pub(crate) fn author(&mut self, authors: &Value<'_>, path: Path<'_>) -> Option<String> {
        let first = match authors {
            Value::Array(authors) => authors.first()?,
            blank if blank.is_blank() => return None,
            other => {
                self.wrong(path, "a list", other);
                return None;
            }
        };
        let path = path.index(0);
        match first {
            Value::Object(_) => {
                self.text(first.get("name").unwrap_or(&Value::Null), path.key("name"))
            }
            blank if blank.is_blank() => None,
            other => {
                self.wrong(path, "an object", other);
                None
            }
        }
    }
}

/// Plain text as a feed would write it.
fn written(text: &str) -> Value<'static> {
    Value::String(text::escape_references(text).into_owned().into())
}
