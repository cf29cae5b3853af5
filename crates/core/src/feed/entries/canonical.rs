//! Names, dates and URLs as other programs expect them in a feed.

use crate::feed::field_reader::FieldReader;
use crate::feed::fields::Field;
use crate::feed::lazy_article::DocumentContext;
use crate::feed::parsed_entry::ParsedEntry;
use crate::json::value::Value;
use crate::text::{date, url};

/// Gives each field the preferred one of the names that it is read from. Values that do not count stay
/// under their own names.
pub(super) fn name_fields(entry: &mut ParsedEntry<'_>) {
    for field in Field::ALL {
        let Some((first, others)) = field.alternatives().split_first() else {
            continue;
        };
        // Other names of a link count only without an original URL.
        let is_superseded = *first == Field::WebUrl && !entry.get(Field::OriginalUrl).is_blank();
        if first != field || is_superseded || !entry.get(*first).is_blank() {
            continue;
        }
        let other = others.iter().find(|other| !entry.get(**other).is_blank());
        if let Some(other) = other {
            let value = entry.take(*other);
            entry.set(*first, value);
        }
    }
}

/// Writes dates by RFC 3339. Values that are no date stay.
pub(super) fn write_dates(reader: &mut FieldReader<'_, '_>, entry: &mut ParsedEntry<'_>) {
    for field in Field::PublishedDateTime.alternatives() {
        let is_written = match entry.get(*field) {
            Value::String(text) => is_rfc_3339(text.trim()),
            _ => false,
        };
        if is_written {
            continue;
        }
        if let Some(published) = reader.field(entry, *field, FieldReader::date) {
            entry.set(*field, Value::String(date::format(published).into()));
        }
    }
}

/// Returns whether a text is a day, or a time with its offset, in the form of RFC 3339. It may name no
/// valid date.
fn is_rfc_3339(text: &str) -> bool {
    let shape: Vec<u8> = text
        .bytes()
        .map(|byte| if byte.is_ascii_digit() { b'0' } else { byte })
        .collect();
    let Some(time) = shape.strip_prefix(b"0000-00-00") else {
        return false;
    };
    let Some(rest) = time.strip_prefix(b"T00:00:00") else {
        return time.is_empty();
    };
    let fraction = rest.strip_prefix(b".");
    let zone = match fraction {
        Some(digits) => {
            let length = digits.iter().take_while(|byte| **byte == b'0').count();
            digits.get(length..).unwrap_or_default()
        }
        None => rest,
    };
    matches!(zone, b"Z" | b"+00:00" | b"-00:00")
}

/// The keys whose values are URLs.
const URLS: [&str; 8] = [
    "webUrl",
    "originalUrl",
    "link",
    "permalink",
    "url",
    "images",
    "image",
    "thumbnail",
];

/// Resolves the relative URLs of an entry against that of its document, since the feed that is
/// written may be elsewhere.
pub(super) fn resolve_urls(context: &DocumentContext, entry: &mut ParsedEntry<'_>) {
    if context.base.is_none() {
        return;
    }
    for field in [
        Field::WebUrl,
        Field::OriginalUrl,
        Field::Link,
        Field::Permalink,
        Field::Url,
        Field::Images,
        Field::Image,
        Field::Thumbnail,
        Field::Provider,
        Field::Related,
        Field::TopItems,
    ] {
        let mut value = entry.take(field);
        resolve_url(context, field.name(), &mut value);
        entry.set(field, value);
    }
}

fn resolve_url(context: &DocumentContext, key: &str, value: &mut Value<'_>) {
    match value {
        Value::String(text) if URLS.contains(&key) => {
            let resolver = context.resolver;
            let base = context.base.as_deref();
            // A bare word is no address, and a whole URL stays as it is written.
            let is_relative = text.contains(|char: char| char.is_ascii_punctuation())
                && resolver.resolve(text, None).is_none();
            if is_relative && let Some(url) = url::link(resolver, text, base) {
                *text = url.into();
            }
        }
        Value::Array(list) => list
            .iter_mut()
            .for_each(|value| resolve_url(context, key, value)),
        Value::Object(pairs) => pairs
            .iter_mut()
            .for_each(|(key, value)| resolve_url(context, key, value)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::is_rfc_3339;

    #[test]
    fn dates_of_rfc_3339() {
        for text in [
            "2024-03-05",
            "2024-03-05T08:30:00Z",
            "2024-03-05T08:30:00.5+02:00",
        ] {
            assert!(is_rfc_3339(text), "{text}");
        }
        for text in [
            "2024-3-5",
            "2024-03-05 08:30:00Z",
            "2024-03-05T08:30:00",
            "2024-03-05T08:30Z",
            "",
        ] {
            assert!(!is_rfc_3339(text), "{text}");
        }
    }
}
