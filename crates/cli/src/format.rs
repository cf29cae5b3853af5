//! What a source is written in.

use std::path::Path;

/// What a source is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// One article: Markdown with YAML front matter.
    Markdown,
    /// A feed in any shape that the widget reads.
    Json,
    /// RSS, Atom or RDF.
    Xml,
}

impl Format {
    /// By the end of a file's name.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "md" | "markdown" => Some(Format::Markdown),
            "json" => Some(Format::Json),
            "xml" | "rss" | "atom" | "rdf" => Some(Format::Xml),
            _ => None,
        }
    }

    /// By how it begins.
    pub(super) fn guess(start: &[u8]) -> Self {
        let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
        let start = start.trim_ascii_start();
        match start {
            [b'<', ..] => Format::Xml,
            [b'-', b'-', b'-', ..] => Format::Markdown,
            _ => Format::Json,
        }
    }
}
