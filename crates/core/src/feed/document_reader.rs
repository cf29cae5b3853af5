//! A document on its way into a feed.

use std::fmt;

use super::document_parser::DocumentParser;
use super::entry_iter::EntryIter;
use super::mapping::Mapping;
use super::options::{Options, Page};
use crate::error::Error;
use crate::text::url::Resolver;

/// A document of JSON that comes piece by piece, as from a network.
///
/// ```
/// use article_cards_core::text::url::UrlStandard;
/// use article_cards_core::feed::{DocumentReader, Feed, Options};
///
/// let mut feed = Feed::new(Options::default());
/// let mut document = DocumentReader::new(feed.options());
/// document.push(br#"[{"title": "Low ti"#)?;
/// document.push(br#"de"}, {"title": "High tide"}]"#)?;
/// let mut document = document.finish(None, &UrlStandard)?;
/// // Of a large document a part at a time, so that a page can go on in between.
/// let page = loop {
///     if let Some(page) = feed.append(&mut document, 1) {
///         break page;
///     }
/// };
/// assert_eq!(page.count, 2);
/// assert_eq!(feed.articles()[0].title, "Low tide");
/// # Ok::<(), article_cards_core::error::Error>(())
/// ```
#[derive(Debug)]
pub struct DocumentReader {
    parser: DocumentParser,
    mapping: Mapping,
    pub(super) max_bytes: u64,
    length: u64,
}

impl DocumentReader {
    /// A document that is yet to come, for a feed that is read so.
    pub fn new(options: &Options) -> Self {
        Self::by(options, false)
    }

    pub(super) fn by(options: &Options, accepts_no_json: bool) -> Self {
        Self {
            parser: DocumentParser::new(&options.mapping, accepts_no_json),
            mapping: options.mapping.clone(),
            max_bytes: options.max_bytes,
            length: 0,
        }
    }

    /// Reads what came next.
    ///
    /// # Errors
    /// Up to here it is not JSON, nests deeper than 128 levels, or is more than
    /// [`Options::max_bytes`]. What comes later need not be handed over any more.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.measure(bytes)?;
        self.parser.push(bytes)
    }

    /// Ends the document, which came from `url`. Relative addresses in it are resolved against
    /// that; without one they are dropped with a diagnostic.
    ///
    /// # Errors
    /// As of [`push`](Self::push), or the document is of no known shape.
    pub fn finish(
        self,
        url: Option<&str>,
        resolver: &'static dyn Resolver,
    ) -> Result<ParsedDocument, Error> {
        self.finish_with(&[], url, resolver)
    }

    pub(super) fn finish_with(
        mut self,
        last: &[u8],
        url: Option<&str>,
        resolver: &'static dyn Resolver,
    ) -> Result<ParsedDocument, Error> {
        // Addresses are compared, so they are all written as the standard writes them.
        let resolved = |url: &str| {
            resolver
                .resolve(url, None)
                .unwrap_or_else(|| url.to_owned())
        };
        let url = url.map(resolved);
        let document = self
            .measure(last)
            .and_then(|()| self.parser.finish(last))
            .map_err(|error| located(error, url.as_deref()))?;
        Ok(ParsedDocument {
            entries: EntryIter::new(document, &self.mapping, url.as_deref(), resolver),
            url,
            resolver,
            page: None,
        })
    }

    fn measure(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.length += bytes.len() as u64;
        match self.length > self.max_bytes {
            true => Err(Error::size(self.max_bytes)),
            false => Ok(()),
        }
    }
}

/// A document that has come to its end, and is to become part of a feed by [`Feed::append`](super::Feed::append).
pub struct ParsedDocument {
    pub(super) entries: EntryIter,
    pub(super) url: Option<String>,
    pub(super) resolver: &'static dyn Resolver,
    /// Once its first part was taken.
    pub(super) page: Option<Page>,
}

impl fmt::Debug for ParsedDocument {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ParsedDocument")
            .field("url", &self.url)
            .finish_non_exhaustive()
    }
}

/// With the address that it came from, if there is one.
pub(super) fn located(error: Error, url: Option<&str>) -> Error {
    match url {
        Some(url) => error.at_url(url),
        None => error,
    }
}
