//! The texts of elements: plain, HTML, XHTML, or encoded in base64.

use super::names::{Space, own};
use super::tree::Element;
use crate::text::{plain, without_inline_tags, without_tags};

/// The text of an element in the form that it is written in.
pub(super) enum Text {
    /// Plain text, in which nothing is to be decoded.
    Plain(String),
    Html(String),
    /// A title of RSS: text with references of HTML and, often, inline tags.
    RssTitle(String),
}

impl Text {
    /// Reads an element.
    pub(super) fn read(element: Element<'_>) -> Self {
        let kind = element.attribute("type").unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        let kind = kind.to_ascii_lowercase();
        // Atom 0.3 and types of other media; text in base64 is hardly ever XML.
        let is_base64 = element.attribute("mode") == Some("base64") || is_binary(&kind);
        if let Some(decoded) = is_base64.then(|| base64(&element.text())).flatten() {
            return match kind.as_str() {
                "text/plain" => Self::Plain(decoded),
                _ => Self::Html(decoded),
            };
        }
        if element.has_elements() {
            return Self::Html(element.html());
        }
        let text = element.text();
        let is_title = element.is(own("title"));
        match kind.as_str() {
            "html" | "text/html" | "xhtml" | "application/xhtml+xml" => Self::Html(text),
            "text" | "plain" | "text/plain" => Self::Plain(text),
            _ if element.space() == Space::Atom => Self::Plain(text),
            _ if is_title || element.name() == "title" => Self::RssTitle(text),
            // RSS does not say, but it is usually HTML.
            _ => Self::Html(text),
        }
    }

    /// Returns the plain text.
    pub(super) fn plain(&self) -> String {
        match self {
            Self::Plain(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Self::Html(html) => without_tags(html),
            Self::RssTitle(text) => plain(&without_inline_tags(text)).into_owned(),
        }
    }

    /// Returns the HTML, if it is HTML.
    pub(super) fn html(&self) -> Option<&str> {
        match self {
            Self::Html(html) => Some(html),
            _ => None,
        }
    }
}

/// Returns whether content of a type is encoded in base64, by Atom's rules.
fn is_binary(kind: &str) -> bool {
    let is_xml = kind.ends_with("+xml") || kind.ends_with("/xml");
    kind.contains('/') && !kind.starts_with("text/") && !is_xml
}

/// Decodes base64 to text; `None` if it is not base64, or not text.
fn base64(encoded: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(encoded.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in encoded.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    String::from_utf8(bytes)
        .ok()
        .filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_texts() {
        for (encoded, text) in [
            ("PHA+SGk8L3A+", Some("<p>Hi</p>")),
            ("PHA+SGk8\n L3A-", Some("<p>Hi</p>")),
            ("SA==", Some("H")),
            ("<p>", None),
            ("", None),
            ("/w==", None),
        ] {
            assert_eq!(base64(encoded).as_deref(), text, "{encoded}");
        }
    }
}
