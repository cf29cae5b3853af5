//! Converts single values of front matter to JSON, by the core schema of YAML 1.2 and by the field.

/// Fields that are always text: a title `1984`, a topic `No`.
const TEXTS: &[&str] = &[
    "title",
    "name",
    "headline",
    "label",
    "excerpt",
    "summary",
    "description",
    "webUrl",
    "originalUrl",
    "link",
    "permalink",
    "url",
    "publishedDateTime",
    "publishedAt",
    "published_at",
    "datePublished",
    "date_published",
    "pubDate",
    "date",
    "type",
    "category",
    "categories",
    "topics",
    "tags",
    "keywords",
    "authors",
    "author",
    "levels",
    "length",
    "locale",
    "domain",
    "provider",
    "source",
    "attribution",
];

/// Fields that are text unless printing the number reproduces it: an id `007`, a price `29.90`.
const NAMES: &[&str] = &["id", "path", "price"];

/// Boolean fields, which also accept the words of YAML 1.1, in quotes too: an article with
/// `published: no` or `draft: "true"` must not be shown.
const SWITCHES: &[&str] = &["published", "draft", "removed", "isCached"];

/// Writes the JSON of the value of a field; `plain` if it may be something other than text.
pub(super) fn write(key: &str, text: &str, plain: bool, json: &mut String) {
    let is_switch = SWITCHES.contains(&key);
    if !plain && !is_switch {
        return write_text(text, json);
    }
    if plain && is_null(text) {
        return json.push_str("null");
    }
    if TEXTS.contains(&key) {
        return write_text(text, json);
    }
    if let Some(word) = boolean(text, is_switch) {
        return json.push_str(word);
    }
    if !plain {
        return write_text(text, json);
    }
    match number(text) {
        Some(number) if !NAMES.contains(&key) || is_as_printed(&number, text) => {
            json.push_str(&number);
        }
        _ => write_text(text, json),
    }
}

/// Writes a JSON string.
pub(super) fn write_text(text: &str, json: &mut String) {
    // Serializing a string cannot fail.
    json.push_str(&serde_json::to_string(text).unwrap_or_default());
}

/// Returns whether a value without quotes is null.
pub(super) fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

/// Returns `true` or `false` for a boolean; with `old_words` also for those of YAML 1.1.
pub(super) fn boolean(text: &str, old_words: bool) -> Option<&'static str> {
    match text {
        "true" | "True" | "TRUE" => Some("true"),
        "false" | "False" | "FALSE" => Some("false"),
        _ if !old_words => None,
        "yes" | "Yes" | "YES" | "on" | "On" | "ON" | "y" | "Y" => Some("true"),
        "no" | "No" | "NO" | "off" | "Off" | "OFF" | "n" | "N" => Some("false"),
        _ => None,
    }
}

/// Returns whether printing a number reproduces its text.
fn is_as_printed(number: &str, text: &str) -> bool {
    let digits = number.strip_prefix('-').unwrap_or(number);
    let plain = digits
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    number == text && plain && !(digits.contains('.') && digits.ends_with('0'))
}

/// Converts a number of the core schema to JSON.
fn number(text: &str) -> Option<String> {
    for (prefix, radix) in [("0x", 16), ("0o", 8)] {
        if let Some(digits) = text.strip_prefix(prefix) {
            let digits = Some(digits).filter(|digits| !digits.starts_with('+'))?;
            return u64::from_str_radix(digits, radix)
                .ok()
                .map(|number| number.to_string());
        }
    }
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match rest.find(['e', 'E']) {
        Some(at) => (rest.get(..at)?, rest.get(at + 1..)),
        None => (rest, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return None;
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let fraction = match fraction {
        "" => String::new(),
        fraction => format!(".{fraction}"),
    };
    let exponent = match exponent {
        None => String::new(),
        Some(exponent) => {
            let plain = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            if plain.is_empty() || !digits(plain) {
                return None;
            }
            format!("e{exponent}")
        }
    };
    Some(format!("{sign}{whole}{fraction}{exponent}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(key: &str, text: &str) -> String {
        let mut json = String::new();
        write(key, text, true, &mut json);
        json
    }

    #[test]
    fn values_by_the_core_schema() {
        for (text, expected) in [
            ("71", "71"),
            ("+71", "71"),
            ("-1", "-1"),
            ("007", "7"),
            ("0x1F", "31"),
            ("0o17", "15"),
            ("1.50", "1.50"),
            (".5", "0.5"),
            ("5.", "5"),
            ("1e3", "1e3"),
            ("1e999", "1e999"),
            ("1_000", "\"1_000\""),
            ("12:30", "\"12:30\""),
            ("0x", "\"0x\""),
            ("0x+1", "\"0x+1\""),
            ("-", "\"-\""),
            (".", "\".\""),
            ("1e", "\"1e\""),
            (".inf", "\".inf\""),
            ("true", "true"),
            ("no", "\"no\""),
            ("~", "null"),
            ("", "null"),
            ("2021-06-16", "\"2021-06-16\""),
        ] {
            assert_eq!(json("quality", text), expected, "{text}");
        }
    }

    #[test]
    fn values_by_their_field() {
        assert_eq!(json("title", "1984"), "\"1984\"");
        assert_eq!(json("topics", "No"), "\"No\"");
        assert_eq!(json("topics", "null"), "null");
        assert_eq!(json("published", "no"), "false");
        assert_eq!(json("date", "1682532940"), "\"1682532940\"");
        let mut quoted = String::new();
        write("draft", "True", false, &mut quoted);
        write("title", "True", false, &mut quoted);
        assert_eq!(quoted, "true\"True\"");
        assert_eq!(json("id", "42"), "42");
        assert_eq!(json("id", "007"), "\"007\"");
        assert_eq!(json("price", "29.90"), "\"29.90\"");
        assert_eq!(json("price", "29.5"), "29.5");
        assert_eq!(json("price", "1e3"), "\"1e3\"");
    }
}
