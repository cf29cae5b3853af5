//! A document that another module converted from XML to JSON, with its diagnostics.
//!
//! It begins with [`MARK`]. Each diagnostic is a line: the index of its article, a path and a message,
//! separated by tabs. A blank line and the JSON follow.

use super::diagnostic::{Diagnostic, DiagnosticKind};
use super::document_reader::DocumentReader;
use super::options::Options;
use crate::error::Error;

/// The first byte, which begins no other document.
pub(crate) const MARK: u8 = b'\x1e';

/// Writes such a document.
#[cfg(feature = "xml")]
pub(super) fn write(diagnostics: &[Diagnostic], json: &str) -> String {
    let mut document = String::from(char::from(MARK));
    for Diagnostic { index, path, kind } in diagnostics {
        document.push_str(&index.map(|index| index.to_string()).unwrap_or_default());
        // Names may contain anything.
        for part in [path, &kind.xml_message().replace(['\n', '\t'], " ")] {
            document.push('\t');
            document.push_str(part);
        }
        document.push('\n');
    }
    document.push('\n');
    document.push_str(json);
    document
}

/// Returns a reader of the JSON of such a document, and the diagnostics.
#[inline(never)]
pub(crate) fn reader(document: &[u8]) -> Result<(Box<DocumentReader>, Vec<Diagnostic>), Error> {
    let mut diagnostics = Vec::new();
    let text = document.get(1..).and_then(|rest| str::from_utf8(rest).ok());
    let mut rest = text.unwrap_or_default();
    while let Some((line, after)) = rest.split_once('\n') {
        rest = after;
        let mut parts = line.split('\t');
        let (Some(index), Some(path), Some(message)) = (parts.next(), parts.next(), parts.next())
        else {
            break;
        };
        diagnostics.push(Diagnostic {
            index: index.parse().ok(),
            path: path.to_owned(),
            kind: DiagnosticKind::Text(message.to_owned()),
        });
    }
    // Its fields have our names, and its size was measured before.
    let mut reader = DocumentReader::unlimited(&Options::default());
    reader.push(rest.as_bytes())?;
    Ok((Box::new(reader), diagnostics))
}
