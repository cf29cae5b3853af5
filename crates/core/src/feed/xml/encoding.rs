//! Decodes XML by its byte order mark, else by the encoding that it declares.

use std::borrow::Cow;

use super::fault::XmlFault;
use crate::text::windows_1252;

/// Decodes the encodings of the [encoding standard](https://encoding.spec.whatwg.org/).
pub trait Decoder {
    /// Decodes bytes by the label of an encoding; `None` if no encoding has this label.
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String>;
}

/// The encoding standard by the `encoding_rs` crate.
///
/// ```
/// use article_cards_core::feed::xml::{Decoder, EncodingStandard};
///
/// assert_eq!(EncodingStandard.decode("latin1", b"Caf\xE9").as_deref(), Some("Café"));
/// ```
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug, Default)]
pub struct EncodingStandard;

#[cfg(not(target_arch = "wasm32"))]
impl Decoder for EncodingStandard {
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String> {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
        Some(encoding.decode(bytes).0.into_owned())
    }
}

/// The declaration is within this many bytes behind white space and comments.
const DECLARATION: usize = 400;

/// Decodes a document, without its byte order mark.
pub(super) fn decode<'b>(
    bytes: &'b [u8],
    decoder: &dyn Decoder,
) -> (Cow<'b, str>, Option<(XmlFault, usize)>) {
    let utf_16 = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => return utf_8(rest),
        [0xFF, 0xFE, ..] | [b'<', 0, _, 0, ..] => Some("utf-16le"),
        [0xFE, 0xFF, ..] | [0, b'<', 0, _, ..] => Some("utf-16be"),
        _ => None,
    };
    if let Some(text) = utf_16.and_then(|label| decoder.decode(label, bytes)) {
        return (Cow::Owned(text), None);
    }
    let Some(label) = declared(bytes) else {
        return utf_8(bytes);
    };
    let label = label.trim().to_ascii_lowercase();
    // The declaration was readable as ASCII, so the document is not UTF-16.
    if matches!(label.as_str(), "" | "utf-8" | "utf8") || label.starts_with("utf-16") {
        return utf_8(bytes);
    }
    match decoder.decode(&label, bytes) {
        Some(text) => (Cow::Owned(text), None),
        None => {
            let (text, fault) = utf_8(bytes);
            let unknown = (XmlFault::UnknownEncoding(label), 1);
            (text, fault.or(Some(unknown)))
        }
    }
}

/// Decodes UTF-8, and bytes that are not UTF-8 as windows-1252. An incomplete character at the end,
/// where a document is cut off, is left out.
fn utf_8(bytes: &[u8]) -> (Cow<'_, str>, Option<(XmlFault, usize)>) {
    if let Ok(text) = str::from_utf8(bytes) {
        return (Cow::Borrowed(text), None);
    }
    let mut text = String::with_capacity(bytes.len());
    let mut fault = None;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        let invalid = chunk.invalid();
        let is_cut_off = text.len() + invalid.len() >= bytes.len() && is_incomplete(invalid);
        if invalid.is_empty() || fault.is_none() && is_cut_off {
            continue;
        }
        let line = || 1 + text.bytes().filter(|byte| *byte == b'\n').count();
        fault = fault.or_else(|| Some((XmlFault::NotUtf8, line())));
        let characters = invalid.iter().map(|byte| windows_1252(*byte));
        text.extend(characters);
    }
    (Cow::Owned(text), fault)
}

/// Returns whether bytes are the beginning of a character in UTF-8.
fn is_incomplete(bytes: &[u8]) -> bool {
    str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

/// Returns the encoding that a document declares.
fn declared(bytes: &[u8]) -> Option<String> {
    let at = bytes
        .windows(5)
        .take(1 << 16)
        .position(|at| at == b"<?xml")?;
    let rest = bytes.get(at..)?;
    let start = String::from_utf8_lossy(rest.get(..DECLARATION.min(rest.len()))?);
    let (declaration, _) = start.split_once("?>")?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value
        .chars()
        .next()
        .filter(|quote| "'\"".contains(*quote))?;
    Some(value.get(1..)?.split(quote).next()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_by_byte_order_mark_and_declaration() {
        let decoded = |bytes| decode(bytes, &EncodingStandard).0.into_owned();
        let latin = b"\n<!-- --><?xml version='1.0' encoding='ISO-8859-1'?><a>\xE4</a>";
        assert!(decoded(latin).ends_with("<a>ä</a>"));
        assert_eq!(decoded(b"\xFF\xFE<\0a\0/\0>\0"), "<a/>");
        assert_eq!(decoded(b"<\0a\0/\0>\0"), "<a/>");
        assert_eq!(decoded("\u{FEFF}<a>ä</a>".as_bytes()), "<a>ä</a>");
        let wrong = "<?xml version=\"1.0\" encoding=\"utf-16\"?><a>ä</a>";
        assert_eq!(decoded(wrong.as_bytes()), wrong);
    }

    #[test]
    fn reads_what_is_not_utf_8_as_windows_1252() {
        let (text, fault) = decode(b"<a>\nCaf\xE9 \x93x\x94 \xC3\xA4</a>", &EncodingStandard);
        assert_eq!(text, "<a>\nCafé “x” ä</a>");
        assert_eq!(fault, Some((XmlFault::NotUtf8, 2)));
        let cut_off = "<a>ä".as_bytes();
        let (text, fault) = decode(&cut_off[..cut_off.len() - 1], &EncodingStandard);
        assert_eq!((text.as_ref(), fault), ("<a>", None));
        let (_, fault) = decode(b"<?xml encoding='klingon'?>", &EncodingStandard);
        assert_eq!(
            fault,
            Some((XmlFault::UnknownEncoding("klingon".to_owned()), 1))
        );
    }
}
