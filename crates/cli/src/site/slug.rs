//! Texts as parts of addresses.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What ends a part of a path, or is not allowed in one.
const RESERVED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'/')
    .add(b':')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Returns a text in lower case, with hyphens instead of everything but letters and digits.
pub(super) fn slugify(text: &str) -> String {
    with_hyphens(&text.to_lowercase(), "")
}

/// Returns a text with a hyphen for each run of characters that are neither letters, digits, marks,
/// nor among `others`.
pub(super) fn with_hyphens(text: &str, others: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for char in text.chars() {
        if char.is_alphanumeric() || others.contains(char) || is_mark(char) {
            slug.push(char);
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_matches('-').to_owned()
}

/// Returns a text in lower case with hyphens for white space, without characters that are neither
/// letters, digits, marks, nor among `others`.
pub(super) fn without_others(text: &str, others: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for char in text.to_lowercase().chars() {
        match char {
            _ if char.is_whitespace() => slug.push('-'),
            _ if char.is_alphanumeric() || others.contains(char) || is_mark(char) => {
                slug.push(char);
            }
            _ => {}
        }
    }
    slug
}

/// Returns whether a character changes the letter before it. Scripts of India need their marks.
fn is_mark(char: char) -> bool {
    unicode_normalization::char::is_combining_mark(char)
}

/// Encodes a part of a path, so that nothing in it ends the path.
pub(super) fn encoded(part: &str) -> String {
    match part {
        "." | ".." => String::new(),
        _ => utf8_percent_encode(part, RESERVED).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs() {
        for (text, slug) in [
            ("Spring tide", "spring-tide"),
            ("  C++ & Rust: what’s new? ", "c-rust-what-s-new"),
            ("Über Häfen", "über-häfen"),
            ("春の潮", "春の潮"),
            ("हिन्दी", "हिन्दी"),
            ("???", ""),
        ] {
            assert_eq!(slugify(text), slug);
        }
        assert_eq!(with_hyphens("Node.js – 2", "."), "Node.js-2");
        assert_eq!(without_others("My Post (2)_v1.2", "._-"), "my-post-2_v1.2");
        assert_eq!(encoded("a b#c?d%/ü"), "a%20b%23c%3Fd%25%2F%C3%BC");
    }
}
