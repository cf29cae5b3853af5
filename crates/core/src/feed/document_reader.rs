//! Reads a document that arrives in pieces.

use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;

use super::diagnostic::Diagnostic;
use super::document_parser::{Document, DocumentParser};
use super::entry_iter::EntryIter;
use super::mapping::Mapping;
use super::options::{AppendSummary, Options};
use crate::error::Error;
use crate::text::url::Resolver;

/// Reads a JSON document piece by piece, as from a network.
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
/// // In steps, so that a page stays responsive.
/// let summary = loop {
///     if let Some(summary) = feed.append(&mut document, 1) {
///         break summary;
///     }
/// };
/// assert_eq!(summary.added, 2);
/// assert_eq!(feed.articles()[0].title, "Low tide");
/// # Ok::<(), article_cards_core::error::Error>(())
/// ```
#[derive(Debug)]
pub struct DocumentReader {
    parser: DocumentParser,
    #[cfg(all(feature = "xml", not(target_arch = "wasm32")))]
    collector: super::xml::Collector,
    mapping: Mapping,
    max_bytes: u64,
    length: u64,
    feed_url: Option<Rc<str>>,
}

impl DocumentReader {
    /// Returns a reader before the first byte.
    pub fn new(options: &Options) -> Self {
        Self::with(options, options.max_bytes)
    }

    /// Returns a reader of a document of any size.
    pub(crate) fn unlimited(options: &Options) -> Self {
        Self::with(options, u64::MAX)
    }

    /// Returns whether nothing but white space was read.
    pub(crate) fn is_blank(&self) -> bool {
        self.parser.is_blank()
    }

    fn with(options: &Options, max_bytes: u64) -> Self {
        Self {
            parser: DocumentParser::new(&options.mapping),
            #[cfg(all(feature = "xml", not(target_arch = "wasm32")))]
            collector: super::xml::Collector::default(),
            mapping: options.mapping.clone(),
            max_bytes,
            length: 0,
            feed_url: None,
        }
    }

    /// Reads a document of one of several feeds, which are [joined](super::Feed::join) later. The
    /// identity of each article is `url`, `#`, and its own identity. An article that names no provider
    /// has the feed's title, else the host of `url`.
    #[must_use]
    pub fn of_feed(mut self, url: Option<Rc<str>>) -> Self {
        self.feed_url = url;
        self
    }

    /// Reads the next bytes.
    ///
    /// # Errors
    /// The bytes so far are not JSON, are nested deeper than 128 levels, or are more than
    /// [`Options::max_bytes`]. The document cannot be read any further.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.measure(bytes)?;
        #[cfg(all(feature = "xml", not(target_arch = "wasm32")))]
        let bytes = &*self.collector.push(bytes);
        self.parser.push(bytes)
    }

    /// Ends the document, which is from `url`. Relative URLs in it are resolved against `url`; without
    /// one they are dropped with a diagnostic.
    ///
    /// # Errors
    /// As for [`push`](Self::push), or the document has no known shape.
    pub fn finish(
        self,
        url: Option<&str>,
        resolver: &'static dyn Resolver,
    ) -> Result<ParsedDocument, Error> {
        self.finish_with(&[], url, resolver)
    }

    /// Ends the document like [`finish`](Self::finish). If it ends too early, after at least one whole
    /// object, returns what is complete beside the error.
    ///
    /// ```
    /// use article_cards_core::text::url::UrlStandard;
    /// use article_cards_core::feed::{DocumentReader, Feed, Options};
    ///
    /// let mut feed = Feed::new(Options::default());
    /// let mut document = DocumentReader::new(feed.options());
    /// document.push(br#"[{"title": "Low tide"}, {"title": "Hi"#)?;
    /// let (mut document, error) = document.finish_partially(None, &UrlStandard)?;
    /// feed.append(&mut document, usize::MAX);
    /// assert_eq!(feed.articles().len(), 1);
    /// assert!(error.is_some_and(|error| error.is_truncated()));
    /// # Ok::<(), article_cards_core::error::Error>(())
    /// ```
    ///
    /// # Errors
    /// As for [`finish`](Self::finish).
    pub fn finish_partially(
        self,
        url: Option<&str>,
        resolver: &'static dyn Resolver,
    ) -> Result<(ParsedDocument, Option<Error>), Error> {
        self.end(&[], url, resolver)
    }

    pub(super) fn finish_with(
        self,
        last: &[u8],
        url: Option<&str>,
        resolver: &'static dyn Resolver,
    ) -> Result<ParsedDocument, Error> {
        match self.end(last, url, resolver)? {
            (document, None) => Ok(document),
            (_, Some(error)) => Err(error),
        }
    }

    fn end(
        mut self,
        last: &[u8],
        url: Option<&str>,
        resolver: &'static dyn Resolver,
    ) -> Result<(ParsedDocument, Option<Error>), Error> {
        // URLs are compared, so all are normalised.
        let resolved = |url: &str| {
            resolver
                .resolve(url, None)
                .unwrap_or_else(|| url.to_owned())
        };
        let url = url.map(resolved);
        let length = self.length + last.len() as u64;
        let feed_url = self.feed_url.take();
        let parsed = self
            .measure(last)
            .and_then(|()| self.parse(last, url.as_deref(), resolver));
        let parsed = parsed.map_err(|error| located(error, url.as_deref()))?;
        let error = parsed.error.map(|error| located(error, url.as_deref()));
        let document = ParsedDocument {
            entries: EntryIter::new(
                parsed.document,
                &parsed.mapping,
                url.as_deref(),
                feed_url,
                resolver,
            ),
            diagnostics: parsed.diagnostics,
            next_link: None,
            url,
            resolver,
            length,
            summary: None,
        };
        Ok((document, error))
    }

    /// Parses the last bytes.
    #[cfg_attr(
        not(all(feature = "xml", not(target_arch = "wasm32"))),
        expect(unused_variables, reason = "only XML has URLs of its own")
    )]
    fn parse(
        self,
        last: &[u8],
        url: Option<&str>,
        resolver: &dyn Resolver,
    ) -> Result<Parsed, Error> {
        let last = Cow::Borrowed(last);
        #[cfg(all(feature = "xml", not(target_arch = "wasm32")))]
        let last = match self.collector.finish(&last) {
            Ok(json) => json,
            Err(xml) => {
                let xml = super::xml::read(&xml, url, resolver, &super::xml::EncodingStandard)?;
                // Its fields have our names.
                let mapping = Mapping::default();
                return Ok(Parsed {
                    document: DocumentParser::new(&mapping).finish(xml.json.as_bytes())?,
                    mapping,
                    error: None,
                    diagnostics: xml.diagnostics,
                });
            }
        };
        let (document, error) = self.parser.finish_partially(&last)?;
        Ok(Parsed {
            document,
            mapping: self.mapping,
            error,
            diagnostics: Vec::new(),
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

/// What a document contains.
struct Parsed {
    document: Document,
    mapping: Mapping,
    /// Why it is not complete.
    error: Option<Error>,
    /// What is wrong with its syntax.
    diagnostics: Vec<Diagnostic>,
}

/// A complete document, for [`Feed::append`](super::Feed::append).
pub struct ParsedDocument {
    pub(super) entries: EntryIter,
    /// What is wrong with the syntax of the document. Articles are counted in the document.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The next page that the response names. It counts if the document itself names none.
    pub(crate) next_link: Option<String>,
    pub(super) url: Option<String>,
    pub(super) resolver: &'static dyn Resolver,
    /// In bytes.
    pub(super) length: u64,
    /// What was appended so far; `None` before the first entry.
    pub(super) summary: Option<AppendSummary>,
}

impl fmt::Debug for ParsedDocument {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ParsedDocument")
            .field("url", &self.url)
            .finish_non_exhaustive()
    }
}

/// Adds the URL of a document to an error, if it has one.
pub(super) fn located(error: Error, url: Option<&str>) -> Error {
    match url {
        Some(url) => error.at_url(url),
        None => error,
    }
}
