//! Reads the values of fields: texts, lists, whole numbers, dates, URLs. Each reader returns the value,
//! or nothing and a diagnostic.

use super::diagnostic::{DiagnosticKind, Diagnostics, Expected, MAX_WHOLE, Path};
use super::fields::Field;
use super::parsed_entry::ParsedEntry;
use crate::interner::Interner;
use crate::json::value::Value;
use crate::model::{Duration, Image, Provider, Published};
use crate::text;
use crate::text::decimal::{decimal, digits};
use crate::text::language_tag::language;
use crate::text::url::Resolver;
use crate::text::{date, duration, url};

/// Lists of at most this length are searched for repeats one by one.
const FEW: usize = 16;

/// What resolves the URLs of a document.
#[derive(Clone, Copy)]
pub(crate) struct Context<'c> {
    pub(crate) resolver: &'c dyn Resolver,
    /// The document's own URL.
    pub(crate) base: Option<&'c str>,
}

/// Reads a value at a path.
pub(crate) type Read<R, T> = fn(&mut R, &Value<'_>, Path<'_>) -> T;

/// Reads the fields of one article and notes what is wrong with them.
pub(crate) struct FieldReader<'c, 'd> {
    pub(crate) context: Context<'c>,
    /// The position of the article in the feed.
    pub(crate) index: usize,
    /// The fields that the document's format has for a property of an article, which count before
    /// all others.
    pub(crate) own_fields: fn(Field) -> &'static [Field],
    /// Whether nothing is noted.
    pub(crate) is_quiet: bool,
    pub(crate) diagnostics: &'d mut Diagnostics,
}

impl FieldReader<'_, '_> {
    /// Notes what is wrong at a path.
    #[inline(never)]
    pub(crate) fn note(&mut self, path: Path<'_>, kind: DiagnosticKind) {
        if !self.is_quiet {
            self.diagnostics.push(Some(self.index), path, kind);
        }
    }

    #[inline(never)]
    pub(crate) fn wrong_type(&mut self, path: Path<'_>, expected: Expected, value: &Value<'_>) {
        self.note(path, DiagnosticKind::WrongType(value.kind(), expected));
    }

    /// Returns the path of a field of the article itself.
    pub(crate) fn path(field: Field) -> Path<'static> {
        Path::Key(&Path::Article, field.name())
    }

    /// Reads a field.
    #[inline(never)]
    pub(crate) fn field<T: Default>(
        &mut self,
        entry: &ParsedEntry<'_>,
        field: Field,
        read: Read<Self, T>,
    ) -> T {
        match entry.get(field) {
            // Most fields of most articles: nothing is ever wrong with these.
            Value::Null => T::default(),
            value => read(self, value, Self::path(field)),
        }
    }

    /// Iterates over the fields that a property is read from, the preferred one first.
    pub(crate) fn fields(
        &self,
        entry: &ParsedEntry<'_>,
        field: Field,
    ) -> impl Iterator<Item = Field> + use<> {
        let own_fields = match entry.mapped.contains(field) {
            true => &[],
            false => (self.own_fields)(field),
        };
        // Most properties of most articles are absent.
        let others = match entry.has_any(field.alternative_set()) {
            true => field.alternatives().iter(),
            false => [].iter(),
        };
        let others = others.filter(|field| !own_fields.contains(field));
        own_fields.iter().chain(others).copied()
    }

    /// Reads a property from the first of its fields that has a value.
    pub(crate) fn first<T>(
        &mut self,
        entry: &ParsedEntry<'_>,
        field: Field,
        read: Read<Self, Option<T>>,
    ) -> Option<T> {
        let mut fields = self.fields(entry, field);
        fields.find_map(|field| self.field(entry, field, read))
    }

    /// Reads the text of a property from the first of its fields that has one.
    pub(crate) fn first_text(&mut self, entry: &ParsedEntry<'_>, field: Field) -> Option<String> {
        let mut fields = self.fields(entry, field);
        fields.find_map(|field| match field {
            Field::ContentHtml => self.field(entry, field, Self::html),
            _ => self.field(entry, field, Self::text),
        })
    }

    /// Reads the list of a property from the first of its fields that has one.
    pub(crate) fn first_list<T>(
        &mut self,
        entry: &ParsedEntry<'_>,
        field: Field,
        read: Read<Self, Vec<T>>,
    ) -> Vec<T> {
        let fields = self.fields(entry, field);
        let mut lists = fields.map(|field| self.field(entry, field, read));
        lists.find(|list| !list.is_empty()).unwrap_or_default()
    }

    /// Reads the pictures of an article.
    pub(crate) fn article_images(&mut self, entry: &ParsedEntry<'_>) -> Vec<Image> {
        let fields = self.fields(entry, Field::Images);
        let mut lists = fields.map(|field| match field {
            Field::ContentHtml => self.field(entry, field, Self::image_of_html),
            _ => self.field(entry, field, Self::images),
        });
        lists.find(|list| !list.is_empty()).unwrap_or_default()
    }

    /// Returns whether a field can be read from a value.
    pub(crate) fn is_usable(&mut self, field: Field, value: &Value<'_>) -> bool {
        let property = field.alternatives().first().copied().unwrap_or(field);
        let path = Path::Article;
        self.quietly(|reader| match property {
            Field::WebUrl | Field::OriginalUrl => reader.link(value, path).is_some(),
            Field::PublishedDateTime => reader.date(value, path).is_some(),
            Field::Quality | Field::Heat | Field::Members => reader.whole(value, path).is_some(),
            Field::Published | Field::Draft | Field::Removed => {
                reader.boolean(value, path).is_some()
            }
            Field::Images => !reader.images(value, path).is_empty(),
            Field::Provider => reader.provider(value, path).is_some(),
            Field::Length => reader.duration(value, path).is_some(),
            Field::Related => matches!(value, Value::Array(list) if !list.is_empty()),
            Field::Id | Field::Path | Field::Price => reader.text_or_number(value, path).is_some(),
            _ => !reader.texts(value, path).is_empty(),
        })
    }

    /// Reads without noting what is wrong.
    pub(crate) fn quietly<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.is_quiet, true);
        let value = read(self);
        self.is_quiet = before;
        value
    }

    /// Reads the value of a key.
    #[inline(never)]
    pub(crate) fn key<T>(
        &mut self,
        object: &Value<'_>,
        path: Path<'_>,
        key: &str,
        read: Read<Self, T>,
    ) -> T {
        read(self, object.get(key).unwrap_or(&Value::Null), path.key(key))
    }

    /// Returns the string as written; a blank one is absent.
    fn written<'v>(&mut self, value: &'v Value<'_>, path: Path<'_>) -> Option<&'v str> {
        match value {
            blank if blank.is_blank() => None,
            Value::String(text) => Some(text.as_ref()),
            other => {
                self.wrong_type(path, Expected::String, other);
                None
            }
        }
    }

    /// Reads a plain text.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn text(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<String> {
        let text = text::plain(self.written(value, path)?).into_owned();
        // White space may be written as character references.
        (!text.is_empty()).then_some(text)
    }

    /// Reads the text of HTML.
    pub(crate) fn html(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<String> {
        let text = text::without_tags(self.written(value, path)?);
        (!text.is_empty()).then_some(text)
    }

    /// Formats a number in decimals.
    fn number(&mut self, number: &str, path: Path<'_>) -> Option<String> {
        let decimal = decimal(number);
        if decimal.is_none() {
            self.note(path, DiagnosticKind::NumberOutOfRange);
        }
        decimal
    }

    /// Reads a plain text, or formats a number in decimals.
    pub(crate) fn text_or_number(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<String> {
        match value {
            Value::Number(number) => self.number(number, path),
            other => self.text(other, path),
        }
    }

    /// Returns a string as written, or formats a number in decimals.
    pub(crate) fn name_or_number(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<String> {
        match value {
            Value::Number(number) => self.number(number, path),
            other => self.written(other, path).map(str::to_owned),
        }
    }

    /// Reads a plain text, or that of an object's `name`, `title` or `label`.
    fn label(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<String> {
        if !matches!(value, Value::Object(_)) {
            return self.text(value, path);
        }
        let mut keys = ["name", "title", "label"].into_iter();
        let label =
            self.quietly(|reader| keys.find_map(|key| reader.key(value, path, key, Self::text)));
        if label.is_none() {
            self.wrong_type(path, Expected::String, value);
        }
        label
    }

    /// Reads a list of plain texts, or a single one. An object counts as its `name`, `title` or
    /// `label`. Drops blank ones and repeats.
    pub(crate) fn texts(&mut self, value: &Value<'_>, path: Path<'_>) -> Vec<String> {
        let list = match value {
            Value::Null => return Vec::new(),
            Value::Array(list) => list,
            single => return self.label(single, path).into_iter().collect(),
        };
        let mut texts = Vec::with_capacity(list.len().min(16));
        let mut seen = Interner::default();
        for (index, value) in list.iter().enumerate() {
            let Some(text) = self.label(value, path.index(index)) else {
                continue;
            };
            let is_new = match list.len() {
                0..=FEW => !texts.contains(&text),
                _ => seen.intern(&text) as usize == texts.len(),
            };
            if is_new {
                texts.push(text);
            }
        }
        texts
    }

    /// Reads a whole number; `Some(None)` is a negative one.
    fn whole(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<Option<u64>> {
        if let Value::Number(number) | Value::String(number) = value
            && let Some(whole) = digits(number)
        {
            return Some(Some(whole));
        }
        let number = match value {
            Value::Null => return None,
            Value::Number(number) => decimal(number).filter(|number| !number.contains('.')),
            Value::String(text) => {
                let digits = text.strip_prefix('-').unwrap_or(text);
                let decimal =
                    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
                decimal.then(|| text.to_string())
            }
            _ => None,
        };
        let Some(number) = number else {
            self.note(path, DiagnosticKind::NotWhole);
            return None;
        };
        if let Some(digits) = number.strip_prefix('-') {
            return Some(digits.bytes().all(|digit| digit == b'0').then_some(0));
        }
        let whole = number.parse().ok().filter(|whole| *whole <= MAX_WHOLE);
        if whole.is_none() {
            self.note(path, DiagnosticKind::WholeTooLarge);
        }
        Some(Some(whole?))
    }

    /// Reads a score or a count; a negative one means "not rated".
    pub(crate) fn score(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<u64> {
        self.whole(value, path).flatten()
    }

    fn extent(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<u32> {
        let whole = self.whole(value, path)?;
        let extent = whole.and_then(|n| u32::try_from(n).ok()).filter(|n| *n > 0);
        if extent.is_none() {
            self.note(path, DiagnosticKind::NoExtent);
        }
        extent
    }

    /// Reads true or false.
    pub(crate) fn boolean(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<bool> {
        match value {
            Value::Null => None,
            Value::Bool(value) => Some(*value),
            other => {
                self.wrong_type(path, Expected::Bool, other);
                None
            }
        }
    }

    /// Reads a text with `read`.
    fn parsed<T>(
        &mut self,
        value: &Value<'_>,
        path: Path<'_>,
        expected: Expected,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let written = self.written(value, path)?;
        let value = read(written);
        if value.is_none() {
            self.note(path, DiagnosticKind::Invalid(expected));
        }
        value
    }

    /// Reads a date, which may be a number of seconds or milliseconds.
    pub(crate) fn date(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<Published> {
        if let Value::Number(number) = value {
            let published = decimal(number).and_then(|number| date::unix(&number));
            if published.is_none() {
                self.note(path, DiagnosticKind::Invalid(Expected::Date));
            }
            return published;
        }
        let parsed = self.parsed(value, path, Expected::Date, date::parse_with_zone)?;
        if parsed.has_unknown_zone {
            self.note(path, DiagnosticKind::UnknownZone);
        }
        Some(parsed.published)
    }

    /// Reads a link: absolute and normalised.
    pub(crate) fn link(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<String> {
        let Context { resolver, base } = self.context;
        self.parsed(value, path, Expected::Url, |text| {
            url::link(resolver, text, base)
        })
    }

    /// Reads the URL of a picture. A bare word, such as Reddit's `self`, is none.
    fn image_url(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<String> {
        let Context { resolver, base } = self.context;
        let is_word = |text: &str| !text.contains(|char: char| char.is_ascii_punctuation());
        self.parsed(value, path, Expected::Url, |text| match is_word(text) {
            true => None,
            false => url::image(resolver, text, base),
        })
    }

    fn domain(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<String> {
        let resolver = self.context.resolver;
        self.parsed(value, path, Expected::HostName, |text| {
            url::domain(resolver, text)
        })
    }

    /// Reads a duration.
    pub(crate) fn duration(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<Duration> {
        self.parsed(value, path, Expected::Duration, duration::parse)
    }

    /// Reads a language tag.
    pub(crate) fn language(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<String> {
        self.parsed(value, path, Expected::LanguageTag, language)
    }

    /// Reads a list of objects.
    pub(crate) fn objects<T>(
        &mut self,
        value: &Value<'_>,
        path: Path<'_>,
        read: Read<Self, Option<T>>,
    ) -> Vec<T> {
        let mut read_list = Vec::new();
        match value {
            Value::Null => {}
            Value::Array(list) => {
                for (index, value) in list.iter().enumerate() {
                    match value {
                        Value::Null => {}
                        Value::Object(_) => read_list.extend(read(self, value, path.index(index))),
                        other => self.wrong_type(path.index(index), Expected::Object, other),
                    }
                }
            }
            other => self.wrong_type(path, Expected::List, other),
        }
        read_list
    }

    /// Reads a list of pictures, or a single one. Each is an object, or a URL.
    pub(crate) fn images(&mut self, value: &Value<'_>, path: Path<'_>) -> Vec<Image> {
        let mut images = Vec::new();
        match value {
            Value::Array(list) => {
                for (index, value) in list.iter().enumerate() {
                    images.extend(self.image(value, path.index(index)));
                }
            }
            single => images.extend(self.image(single, path)),
        }
        images
    }

    fn image(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<Image> {
        match value {
            Value::Object(_) => {}
            blank if blank.is_blank() => return None,
            Value::String(_) => {
                let url = self.image_url(value, path)?;
                return Some(Image {
                    url,
                    ..Image::default()
                });
            }
            other => {
                self.wrong_type(path, Expected::Image, other);
                return None;
            }
        }
        if value.get("url").is_none_or(Value::is_blank) {
            self.note(path.key("url"), DiagnosticKind::NoUrl);
            return None;
        }
        Some(Image {
            url: self.key(value, path, "url", Self::image_url)?,
            width: self.key(value, path, "width", Self::extent),
            height: self.key(value, path, "height", Self::extent),
            title: self.key(value, path, "title", Self::text),
            attribution: self.key(value, path, "attribution", Self::text),
            is_cached: self.key(value, path, "isCached", Self::boolean) == Some(true),
        })
    }

    /// Reads the first picture of a text in HTML.
    pub(crate) fn image_of_html(&mut self, value: &Value<'_>, path: Path<'_>) -> Vec<Image> {
        // What is wrong with the text is noted where it is read.
        let html = self.quietly(|reader| reader.written(value, path).and_then(text::first_image));
        let image = html.and_then(|image| {
            let url = Value::String(image.url.into());
            let extent = |extent: Option<u32>| extent.filter(|extent| *extent > 0);
            Some(Image {
                url: self.image_url(&url, path)?,
                width: extent(image.width),
                height: extent(image.height),
                title: Some(image.alternative).filter(|title| !title.is_empty()),
                ..Image::default()
            })
        });
        image.into_iter().collect()
    }

    /// Reads a provider: an object, a name, or a URL, whose host is the name.
    pub(crate) fn provider(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<Provider> {
        let provider = match value {
            Value::Null => return None,
            Value::Object(_) => Provider {
                name: self.key(value, path, "name", Self::text),
                domain: self.key(value, path, "domain", Self::domain),
                images: self.key(value, path, "images", Self::images),
            },
            Value::String(text) => {
                let resolver = self.context.resolver;
                let url = text
                    .contains("://")
                    .then(|| url::link(resolver, text, None));
                let host = url
                    .flatten()
                    .and_then(|url| url::host(&url).map(str::to_owned));
                Provider {
                    domain: host.as_deref().and_then(|host| url::domain(resolver, host)),
                    name: host.or_else(|| self.text(value, path)),
                    images: Vec::new(),
                }
            }
            other => {
                self.wrong_type(path, Expected::ObjectOrName, other);
                return None;
            }
        };
        (provider != Provider::default()).then_some(provider)
    }
}
