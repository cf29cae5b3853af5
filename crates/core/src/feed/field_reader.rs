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
    /// The names of fields in the document's format, for paths.
    pub(crate) field_name: fn(Field) -> &'static str,
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
    pub(crate) fn path(&self, field: Field) -> Path<'static> {
        Path::Key(&Path::Article, (self.field_name)(field))
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
            value => read(self, value, self.path(field)),
        }
    }

    /// Reads the text of a property from the first of its fields that has one.
    pub(crate) fn first_text(&mut self, entry: &ParsedEntry<'_>, field: Field) -> Option<String> {
        let mut fields = field.alternatives().iter();
        fields.find_map(|field| self.field(entry, *field, Self::text))
    }

    /// Reads the list of a property from the first of its fields that has one.
    pub(crate) fn first_list<T>(
        &mut self,
        entry: &ParsedEntry<'_>,
        field: Field,
        read: Read<Self, Vec<T>>,
    ) -> Vec<T> {
        let lists = field.alternatives().iter();
        let mut lists = lists.map(|field| self.field(entry, *field, read));
        lists.find(|list| !list.is_empty()).unwrap_or_default()
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

    /// Reads a list of plain texts, or a single one. Drops blank ones and repeats.
    pub(crate) fn texts(&mut self, value: &Value<'_>, path: Path<'_>) -> Vec<String> {
        let list = match value {
            Value::Null => return Vec::new(),
            Value::Array(list) => list,
            single => return self.text(single, path).into_iter().collect(),
        };
        let mut texts = Vec::with_capacity(list.len().min(16));
        let mut seen = Interner::default();
        for (index, value) in list.iter().enumerate() {
            let Some(text) = self.text(value, path.index(index)) else {
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

    /// Reads the URL of a picture.
    pub(crate) fn image_url(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<String> {
        let Context { resolver, base } = self.context;
        self.parsed(value, path, Expected::Url, |text| {
            url::image(resolver, text, base)
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

    /// Reads a list of pictures.
    pub(crate) fn images(&mut self, value: &Value<'_>, path: Path<'_>) -> Vec<Image> {
        self.objects(value, path, Self::image)
    }

    fn image(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<Image> {
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

    /// Reads a provider: an object, or a name.
    pub(crate) fn provider(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<Provider> {
        let provider = match value {
            Value::Null => return None,
            Value::Object(_) => Provider {
                name: self.key(value, path, "name", Self::text),
                domain: self.key(value, path, "domain", Self::domain),
                images: self.key(value, path, "images", Self::images),
            },
            Value::String(_) => Provider {
                name: self.text(value, path),
                ..Provider::default()
            },
            other => {
                self.wrong_type(path, Expected::ObjectOrName, other);
                return None;
            }
        };
        (provider != Provider::default()).then_some(provider)
    }
}
