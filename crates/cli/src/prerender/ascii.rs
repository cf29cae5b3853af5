//! Escapes cards for pages that do not declare UTF-8: browsers may assume another encoding, and the
//! server's headers are unknown here. ASCII is the same in all of them.

use std::fmt::Write;

/// Replaces what is not ASCII in markup by character references.
pub(super) fn escape_html(html: &str) -> String {
    escaped(html, |ascii, char| {
        write!(ascii, "&#x{:X};", u32::from(char))
    })
}

/// Replaces what is not ASCII in JSON by escapes; scripts do not decode character references.
pub(super) fn escape_json(json: &str) -> String {
    escaped(json, |ascii, char| {
        let units = &mut [0; 2];
        let mut units = char.encode_utf16(units).iter();
        units.try_for_each(|unit| write!(ascii, "\\u{unit:04x}"))
    })
}

fn escaped(text: &str, escape: impl Fn(&mut String, char) -> std::fmt::Result) -> String {
    let mut ascii = String::with_capacity(text.len());
    for char in text.chars() {
        match char.is_ascii() {
            true => ascii.push(char),
            // Writing to a string cannot fail.
            false => _ = escape(&mut ascii, char),
        }
    }
    ascii
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn non_ascii_characters_are_escaped() {
        assert_eq!(escape_html("<b>’s 🌊"), "<b>&#x2019;s &#x1F30A;");
        assert_eq!(escape_json("\"’s 🌊\""), "\"\\u2019s \\ud83c\\udf0a\"");
    }
}
