//! The rules of single fields: text, lists, whole numbers, dates, links. Each gives the value,
//! or nothing and a diagnostic.

use std::fmt;

use super::diagnostic::{Diagnostics, Path};
use crate::interner::Interner;
use crate::json::value::Value;
use crate::model::{Duration, Image, Provider, Published};
use crate::text;
use crate::text::decimal::{decimal, digits};
use crate::text::language_tag::language;
use crate::text::url::Resolver;
use crate::text::{date, duration, url};

/// Whole numbers up to here are exact in scripts too (2⁵³ − 1).
const LARGEST: u64 = 9_007_199_254_740_991;

/// So few texts are compared one by one.
const FEW: usize = 16;

/// What the rules need to know of the document.
#[derive(Clone, Copy)]
pub(crate) struct Context<'c> {
    pub(crate) resolver: &'c dyn Resolver,
    /// The document's own address.
    pub(crate) base: Option<&'c str>,
}

/// What makes of a field, which stands at a path, what is kept of it.
pub(crate) type Rule<R, T> = fn(&mut R, &Value<'_>, Path<'_>) -> T;

/// Applies rules to the fields of one article and notes what was wrong.
pub(crate) struct FieldReader<'c, 'd> {
    pub(crate) context: Context<'c>,
    /// Place of the article in the feed.
    pub(crate) index: usize,
    /// Whether it is an item of a JSON Feed, whose fields have other names.
    pub(crate) json_feed: bool,
    /// Whether nothing is noted.
    pub(crate) quiet: bool,
    pub(crate) diagnostics: &'d mut Diagnostics,
}

impl FieldReader<'_, '_> {
    /// Notes what was wrong at a place.
    pub(crate) fn note(&mut self, path: Path<'_>, message: impl fmt::Display) {
        self.note_any(path, &message);
    }

    /// The same code for whatever is displayed.
    #[inline(never)]
    fn note_any(&mut self, path: Path<'_>, message: &dyn fmt::Display) {
        if !self.quiet {
            self.diagnostics.push(Some(self.index), path, message);
        }
    }

    #[inline(never)]
    pub(crate) fn wrong(&mut self, path: Path<'_>, expected: &str, value: &Value<'_>) {
        self.note(
            path,
            format_args!("{} instead of {expected}", value.kind().name()),
        );
    }

    /// Applies a rule without noting what was wrong.
    pub(crate) fn quietly<T>(&mut self, rule: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.quiet, true);
        let value = rule(self);
        self.quiet = before;
        value
    }

    /// Applies a rule to the value of a key.
    #[inline(never)]
    pub(crate) fn key<T>(
        &mut self,
        object: &Value<'_>,
        path: Path<'_>,
        key: &str,
        rule: Rule<Self, T>,
    ) -> T {
        rule(self, object.get(key).unwrap_or(&Value::Null), path.key(key))
    }

    /// The string as written; blank is absent.
    fn written<'v>(&mut self, value: &'v Value<'_>, path: Path<'_>) -> Option<&'v str> {
        match value {
            blank if blank.is_blank() => None,
            Value::String(text) => Some(text.as_ref()),
            other => {
                self.wrong(path, "a string", other);
                None
            }
        }
    }

    /// Plain text.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn text(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<String> {
        let text = text::plain(self.written(value, path)?).into_owned();
        // White space may be written as character references.
        (!text.is_empty()).then_some(text)
    }

    /// A number in decimals.
    fn number(&mut self, number: &str, path: Path<'_>) -> Option<String> {
        let decimal = decimal(number);
        if decimal.is_none() {
            self.note(path, "a number out of range");
        }
        decimal
    }

    /// Plain text, or a number as it would be printed.
    pub(crate) fn text_or_number(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<String> {
        match value {
            Value::Number(number) => self.number(number, path),
            other => self.text(other, path),
        }
    }

    /// A string as written, or a number in decimals.
    pub(crate) fn name_or_number(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<String> {
        match value {
            Value::Number(number) => self.number(number, path),
            other => self.written(other, path).map(str::to_owned),
        }
    }

    /// A list of plain texts, or one; blank ones and repeats are dropped.
    pub(crate) fn texts(&mut self, value: &Value<'_>, path: Path<'_>) -> Vec<String> {
        let list = match value {
            Value::Null => return Vec::new(),
            Value::Array(list) => list,
            single => return self.text(single, path).into_iter().collect(),
        };
        let mut texts = Vec::with_capacity(list.len().min(16));
        let mut seen = Interner::default();
        for (place, value) in list.iter().enumerate() {
            let Some(text) = self.text(value, path.index(place)) else {
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

    /// A whole number; `Some(None)` is one below zero.
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
            self.note(path, "not a whole number");
            return None;
        };
        if let Some(digits) = number.strip_prefix('-') {
            return Some(digits.bytes().all(|digit| digit == b'0').then_some(0));
        }
        let whole = number.parse().ok().filter(|whole| *whole <= LARGEST);
        if whole.is_none() {
            self.note(path, format_args!("a whole number above {LARGEST}"));
        }
        Some(Some(whole?))
    }

    /// A score or count; one below zero is "not rated".
    pub(crate) fn score(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<u64> {
        self.whole(value, path).flatten()
    }

    fn extent(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<u32> {
        let whole = self.whole(value, path)?;
        let extent = whole.and_then(|n| u32::try_from(n).ok()).filter(|n| *n > 0);
        if extent.is_none() {
            self.note(path, "not a whole number from 1 to 4,294,967,295");
        }
        extent
    }

    /// True or false.
    pub(crate) fn boolean(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<bool> {
        match value {
            Value::Null => None,
            Value::Bool(value) => Some(*value),
            other => {
                self.wrong(path, "true or false", other);
                None
            }
        }
    }

    /// A text that `read` understands; `expected` names it.
    pub(crate) fn parsed<T>(
        &mut self,
        value: &Value<'_>,
        path: Path<'_>,
        expected: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let written = self.written(value, path)?;
        let value = read(written);
        if value.is_none() {
            self.note(path, format_args!("not {expected}"));
        }
        value
    }

    /// A date.
    pub(crate) fn date(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<Published> {
        self.parsed(value, path, "a date", date::parse)
    }

    /// A link, absolute and normalised.
    pub(crate) fn link(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<String> {
        let Context { resolver, base } = self.context;
        self.parsed(value, path, "an http(s) URL", |text| {
            url::link(resolver, text, base)
        })
    }

    /// The address of a picture.
    pub(crate) fn image_url(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<String> {
        let Context { resolver, base } = self.context;
        self.parsed(value, path, "an http(s) URL", |text| {
            url::image(resolver, text, base)
        })
    }

    fn domain(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<String> {
        let resolver = self.context.resolver;
        self.parsed(value, path, "a host name", |text| {
            url::domain(resolver, text)
        })
    }

    /// The length of a video or a course.
    pub(crate) fn duration(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<Duration> {
        self.parsed(value, path, "an ISO 8601 duration", duration::parse)
    }

    /// The language of a text.
    pub(crate) fn language(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<String> {
        self.parsed(value, path, "a language tag", language)
    }

    /// A list of objects, each read by `read`.
    pub(crate) fn objects<T>(
        &mut self,
        value: &Value<'_>,
        path: Path<'_>,
        read: Rule<Self, Option<T>>,
    ) -> Vec<T> {
        let mut read_list = Vec::new();
        match value {
            Value::Null => {}
            Value::Array(list) => {
                for (place, value) in list.iter().enumerate() {
                    match value {
                        Value::Null => {}
                        Value::Object(_) => read_list.extend(read(self, value, path.index(place))),
                        other => self.wrong(path.index(place), "an object", other),
                    }
                }
            }
            other => self.wrong(path, "a list", other),
        }
        read_list
    }

    /// The pictures of `images[]`.
    pub(crate) fn images(&mut self, value: &Value<'_>, path: Path<'_>) -> Vec<Image> {
        self.objects(value, path, Self::image)
    }

    fn image(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<Image> {
        if value.get("url").is_none_or(Value::is_blank) {
            self.note(path.key("url"), "missing");
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

    /// A provider: an object, or a name.
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
                self.wrong(path, "an object or a name", other);
                return None;
            }
        };
        (provider != Provider::default()).then_some(provider)
    }
}
