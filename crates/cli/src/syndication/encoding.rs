//! Decodes XML by its byte order mark, else by the encoding that it declares.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

/// The declaration is within this many bytes.
const DECLARATION: usize = 200;

/// Decodes a document; invalid bytes become U+FFFD.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    // A byte order mark overrides the encoding passed in.
    let (text, ..) = declared(bytes).unwrap_or(UTF_8).decode(bytes);
    text
}

fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..DECLARATION.min(bytes.len()))?;
    let start = String::from_utf8_lossy(start);
    let (declaration, _) = start.trim_start().strip_prefix("<?xml")?.split_once("?>")?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value
        .chars()
        .next()
        .filter(|quote| "'\"".contains(*quote))?;
    let label = value.get(1..)?.split(quote).next()?;
    let encoding = Encoding::for_label(label.as_bytes())?;
    // The declaration was readable as ASCII, so the document is not UTF-16.
    Some(if encoding.is_ascii_compatible() {
        encoding
    } else {
        UTF_8
    })
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn decodes_by_byte_order_mark_and_declaration() {
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE4</a>";
        assert!(decode(latin).ends_with("<a>ä</a>"));
        assert_eq!(decode(b"\xFF\xFE<\0a\0/\0>\0"), "<a/>");
        assert_eq!(decode("\u{FEFF}<a>ä</a>".as_bytes()), "<a>ä</a>");
        let wrong = "<?xml version=\"1.0\" encoding=\"utf-16\"?><a>ä</a>";
        assert_eq!(decode(wrong.as_bytes()), wrong);
    }
}
