//! The rules of single fields: text, lists, whole numbers, dates, links. Each gives the value,
//! or nothing and a diagnostic.

use std::collections::HashSet;
use std::fmt;

use super::diagnostic::{Diagnostics, Path};
use super::link::{self, Resolver};
use super::value::Value;
use super::{date, text};
use crate::model::{Image, Provider, Published};

/// Whole numbers up to here are exact in scripts too (2⁵³ − 1).
const LARGEST: u64 = 9_007_199_254_740_991;

/// What the rules need to know of the document.
#[derive(Clone, Copy)]
pub(crate) struct Context<'c> {
    pub(crate) resolver: &'c dyn Resolver,
    /// The document's own address.
    pub(crate) base: Option<&'c str>,
}

/// Applies rules to the fields of one article and notes what was wrong.
pub(crate) struct Rules<'c, 'd> {
    pub(crate) context: Context<'c>,
    /// Place of the article in the feed.
    pub(crate) index: usize,
    /// Whether it is an item of a JSON Feed, whose fields have other names.
    pub(crate) json_feed: bool,
    pub(crate) diagnostics: &'d mut Diagnostics,
}

impl Rules<'_, '_> {
    /// Notes what was wrong at a place.
    pub(crate) fn note(&mut self, path: Path<'_>, message: impl fmt::Display) {
        self.diagnostics.push(Some(self.index), path, message);
    }

    pub(crate) fn wrong(&mut self, path: Path<'_>, expected: &str, value: &Value<'_>) {
        self.note(path, format_args!("{} instead of {expected}", value.kind()));
    }

    /// Applies a rule without noting what was wrong.
    pub(crate) fn quietly<T>(&self, rule: impl FnOnce(&mut Rules<'_, '_>) -> T) -> T {
        let mut unheard = Diagnostics::default();
        let Rules {
            context,
            index,
            json_feed,
            ..
        } = *self;
        rule(&mut Rules {
            context,
            index,
            json_feed,
            diagnostics: &mut unheard,
        })
    }

    /// The string as written; blank is absent.
    fn written<'v>(&mut self, value: &'v Value<'_>, path: Path<'_>) -> Option<&'v str> {
        match value {
            blank if blank.is_blank() => None,
            Value::Text(text) => Some(text.as_ref()),
            other => {
                self.wrong(path, "a string", other);
                None
            }
        }
    }

    /// Plain text.
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
            Value::List(list) => list,
            single => return self.text(single, path).into_iter().collect(),
        };
        let mut texts = Vec::with_capacity(list.len().min(16));
        let mut seen = HashSet::new();
        for (place, value) in list.iter().enumerate() {
            if let Some(text) = self.text(value, path.index(place))
                && seen.insert(text.clone())
            {
                texts.push(text);
            }
        }
        texts
    }

    /// A whole number; `Some(None)` is one below zero.
    fn whole(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<Option<u64>> {
        let number = match value {
            Value::Null => return None,
            Value::Number(number) => decimal(number).filter(|number| !number.contains('.')),
            Value::Text(text) => {
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

    fn extent(&mut self, value: Option<&Value<'_>>, path: Path<'_>) -> Option<u32> {
        let whole = self.whole(value?, path)?;
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
        self.parsed(value, path, "an http(s) URL", |url| {
            link::link(resolver, url, base)
        })
    }

    /// The address of a picture.
    pub(crate) fn image_url(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<String> {
        let Context { resolver, base } = self.context;
        self.parsed(value, path, "an http(s) URL", |url| {
            link::image(resolver, url, base)
        })
    }

    /// A list of objects, each read by `read`.
    pub(crate) fn objects<T>(
        &mut self,
        value: &Value<'_>,
        path: Path<'_>,
        mut read: impl FnMut(&mut Self, &Value<'_>, Path<'_>) -> Option<T>,
    ) -> Vec<T> {
        let mut read_list = Vec::new();
        match value {
            Value::Null => {}
            Value::List(list) => {
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
        self.objects(value, path, |rules, value, path| {
            let url = value.get("url").unwrap_or(&Value::Null);
            if url.is_blank() {
                rules.note(path.key("url"), "missing");
                return None;
            }
            Some(Image {
                url: rules.image_url(url, path.key("url"))?,
                width: rules.extent(value.get("width"), path.key("width")),
                height: rules.extent(value.get("height"), path.key("height")),
                title: value
                    .get("title")
                    .and_then(|value| rules.text(value, path.key("title"))),
                attribution: value
                    .get("attribution")
                    .and_then(|value| rules.text(value, path.key("attribution"))),
                is_cached: value
                    .get("isCached")
                    .and_then(|value| rules.boolean(value, path.key("isCached")))
                    .unwrap_or(false),
            })
        })
    }

    /// A provider: an object, or a name.
    pub(crate) fn provider(&mut self, value: &Value<'_>, path: Path<'_>) -> Option<Provider> {
        let provider = match value {
            Value::Null => return None,
            Value::Object(_) => {
                let resolver = self.context.resolver;
                Provider {
                    name: value
                        .get("name")
                        .and_then(|value| self.text(value, path.key("name"))),
                    domain: value.get("domain").and_then(|value| {
                        let path = path.key("domain");
                        self.parsed(value, path, "a host name", |text| {
                            link::domain(resolver, text)
                        })
                    }),
                    images: value
                        .get("images")
                        .map(|value| self.images(value, path.key("images")))
                        .unwrap_or_default(),
                }
            }
            Value::Text(_) => Provider {
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

/// The value of a JSON number that is whole and not below zero.
pub(crate) fn whole(number: &str) -> Option<u64> {
    decimal(number)?.parse().ok()
}

/// A JSON number in plain decimals, without an exponent and without a fraction of zeros.
/// `None`: more than 400 digits.
fn decimal(number: &str) -> Option<String> {
    let (sign, number) = match number.strip_prefix('-') {
        Some(number) => ("-", number),
        None => ("", number),
    };
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let exponent: i32 = exponent
        .parse()
        .ok()
        .filter(|exponent: &i32| exponent.abs() <= 400)?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits = format!("{whole}{fraction}");
    let mut point = i32::try_from(whole.len()).ok()? + exponent;
    if point < 1 {
        digits.insert_str(
            0,
            &"0".repeat(1_usize.saturating_add_signed((-point) as isize)),
        );
        point = 1;
    }
    let point = usize::try_from(point).ok()?;
    while digits.len() < point {
        digits.push('0');
    }
    if digits.len() > 1000 {
        return None;
    }
    let whole = digits.get(..point)?.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let fraction = digits.get(point..)?.trim_end_matches('0');
    let sign = if whole == "0" && fraction.is_empty() {
        ""
    } else {
        sign
    };
    if fraction.is_empty() {
        // 1e308 is a number of scripts, 1e309 is not.
        return (whole.len() <= 309).then(|| format!("{sign}{whole}"));
    }
    Some(format!("{sign}{whole}.{fraction}"))
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn numbers_are_written_in_decimals() {
        for (number, expected) in [
            ("0", Some("0")),
            ("-0", Some("0")),
            ("71", Some("71")),
            ("71.0", Some("71")),
            ("71.50", Some("71.5")),
            ("-7.1e1", Some("-71")),
            ("1E+3", Some("1000")),
            ("125e-2", Some("1.25")),
            ("5e-3", Some("0.005")),
            ("12345678901234567890", Some("12345678901234567890")),
            ("1e999", None),
            ("1e99999999999", None),
        ] {
            assert_eq!(decimal(number).as_deref(), expected, "{number}");
        }
    }
}
