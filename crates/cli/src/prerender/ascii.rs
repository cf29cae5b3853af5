//! Cards for a page that does not say it is UTF-8: browsers would read them as another encoding,
//! and a server's header is not known here. In ASCII they are right in all of them.

use std::fmt::Write;

/// Markup whose texts and attributes have character references for what is not ASCII.
pub(super) fn markup(html: &str) -> String {
    escaped(html, |ascii, char| {
        write!(ascii, "&#x{:X};", u32::from(char))
    })
}

/// JSON with escapes for what is not ASCII: in a script, references are not read.
pub(super) fn json(json: &str) -> String {
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
            // A string can always be written to.
            false => _ = escape(&mut ascii, char),
        }
    }
    ascii
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_ascii_has_another_name() {
        assert_eq!(markup("<b>’s 🌊"), "<b>&#x2019;s &#x1F30A;");
        assert_eq!(json("\"’s 🌊\""), "\"\\u2019s \\ud83c\\udf0a\"");
    }
}
