//! The formats of sources.

use std::path::Path;

use article_cards_core::feed::xml::is_xml;

/// The format of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// One article: Markdown with front matter.
    Markdown,
    /// A JSON feed in any shape that the widget reads.
    Json,
    /// RSS, Atom or RDF.
    Xml,
}

impl Format {
    /// Returns the format of a file by its extension.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "md" | "markdown" | "mdx" | "mdown" | "mkd" => Some(Format::Markdown),
            "json" => Some(Format::Json),
            "xml" | "rss" | "atom" | "rdf" => Some(Format::Xml),
            _ => None,
        }
    }

    /// Guesses the format from the beginning of a document.
    pub(crate) fn guess(start: &[u8]) -> Self {
        if is_xml(start) == Some(true) {
            return Format::Xml;
        }
        let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
        let start = start.trim_ascii_start();
        match start {
            [b'-', b'-', b'-', ..] | [b'+', b'+', b'+', ..] => Format::Markdown,
            _ => Format::Json,
        }
    }
}
