//! From the bytes of a document to an indexed feed, in steps that leave time for other work.

use std::rc::Rc;

use crate::error::Error;
use crate::feed::{AppendSummary, DocumentReader, Feed, ParsedDocument, converted};
use crate::search::{Index, IndexBuilder, IndexOptions};
use crate::text::url::Resolver;

/// The largest chunk of bytes to pass to [`Pipeline::push`] at once.
pub const CHUNK_SIZE: u32 = 1 << 17;

/// How long to work on a page before yielding to it, in milliseconds: half of what a reader notices,
/// since the browser has work of its own.
pub const TIME_SLICE_MS: f64 = 24.0;

/// Articles that are read or indexed in a step: far less than a time slice.
pub const ARTICLES_PER_STEP: usize = 100;

/// Reads a document into a feed, and optionally indexes the feed.
///
/// ```
/// use std::rc::Rc;
///
/// use article_cards_core::feed::{Feed, Options};
/// use article_cards_core::pipeline::Pipeline;
/// use article_cards_core::search::{Facet, IndexOptions, PlainLocale};
/// use article_cards_core::text::url::UrlStandard;
///
/// let mut pipeline = Pipeline::new(Feed::new(Options::default()));
/// pipeline.push(br#"[{"title": "Low ti"#)?;
/// pipeline.push(br#"de"}]"#)?;
/// pipeline.finish(None, &UrlStandard)?;
/// let summary = loop {
///     if let Some(summary) = pipeline.append_step() {
///         break summary;
///     }
/// };
/// assert_eq!(summary.added, 1);
///
/// let locale = Rc::new(PlainLocale::default());
/// let options = IndexOptions { facets: Facet::defaults(), with_unpublished: false, locale };
/// pipeline.start_indexing(options, false);
/// let index = loop {
///     if let Some(index) = pipeline.index_step() {
///         break index;
///     }
/// };
/// assert_eq!(index.len(), 1);
/// # Ok::<(), article_cards_core::error::Error>(())
/// ```
#[derive(Debug)]
pub struct Pipeline {
    feed: Feed,
    stage: Stage,
    next_link: Option<String>,
    feed_url: Option<Rc<str>>,
}

#[derive(Debug, Default)]
enum Stage {
    /// No step is due.
    #[default]
    Idle,
    Reading(Box<DocumentReader>),
    /// The bytes so far of a document that another module converts from XML.
    Converted(Vec<u8>),
    Appending(Box<ParsedDocument>),
    Indexing(Box<IndexBuilder>),
}

impl Pipeline {
    /// Starts to read a document, which is appended to `feed`.
    pub fn new(feed: Feed) -> Self {
        let mut pipeline = Self {
            feed,
            stage: Stage::Idle,
            next_link: None,
            feed_url: None,
        };
        pipeline.restart();
        pipeline
    }

    /// Starts the document again from its beginning, as for a retry of its request.
    pub fn restart(&mut self) {
        let reader = DocumentReader::new(self.feed.options());
        self.stage = Stage::Reading(Box::new(reader));
    }

    /// Sets the URL that identifies the feed, if it is [one of several](DocumentReader::of_feed).
    pub fn set_feed_url(&mut self, url: Option<Rc<str>>) {
        self.feed_url = url;
    }

    /// Sets the next page that the `Link` header of the response names. It counts if the document
    /// itself names none.
    pub fn set_next_link(&mut self, url: Option<String>) {
        self.next_link = url;
    }

    /// Reads the next bytes of the document; does nothing after [`finish`](Self::finish).
    ///
    /// # Errors
    /// The document is not JSON, nests too deeply or is too large.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        match &mut self.stage {
            Stage::Reading(reader) => {
                if bytes.first() != Some(&converted::MARK) || !reader.is_blank() {
                    return reader.push(bytes);
                }
                self.stage = Stage::Converted(bytes.to_vec());
            }
            Stage::Converted(document) => document.extend_from_slice(bytes),
            _ => {}
        }
        Ok(())
    }

    /// Ends the document, which was fetched from `url`.
    ///
    /// # Errors
    /// As for [`push`](Self::push), or the document has no known shape.
    pub fn finish(
        &mut self,
        url: Option<&str>,
        resolver: &'static dyn Resolver,
    ) -> Result<(), Error> {
        match self.finish_partially(url, resolver)? {
            None => Ok(()),
            Some(error) => {
                self.stage = Stage::Idle;
                Err(error)
            }
        }
    }

    /// Ends the document like [`finish`](Self::finish). If it ends too early, after at least one whole
    /// article, returns the error, and what is complete is appended.
    ///
    /// # Errors
    /// As for [`finish`](Self::finish).
    pub fn finish_partially(
        &mut self,
        url: Option<&str>,
        resolver: &'static dyn Resolver,
    ) -> Result<Option<Error>, Error> {
        let (reader, mut diagnostics) = match std::mem::take(&mut self.stage) {
            Stage::Reading(reader) => (reader, Vec::new()),
            Stage::Converted(document) => converted::reader(&document)?,
            _ => return Ok(None),
        };
        let reader = reader.of_feed(self.feed_url.clone());
        let (mut document, error) = reader.finish_partially(url, resolver)?;
        document.diagnostics.append(&mut diagnostics);
        document.next_link = self.next_link.take();
        self.stage = Stage::Appending(Box::new(document));
        Ok(error)
    }

    /// Appends the next articles of the document to the feed. Returns the summary of the document
    /// once all are appended.
    pub fn append_step(&mut self) -> Option<AppendSummary> {
        match &mut self.stage {
            Stage::Appending(document) => {
                let summary = self.feed.append(document, ARTICLES_PER_STEP)?;
                self.stage = Stage::Idle;
                Some(summary)
            }
            _ => Some(AppendSummary::default()),
        }
    }

    /// Starts to index the feed, with its words if the first query has text.
    pub fn start_indexing(&mut self, options: IndexOptions, with_words: bool) {
        let indexing = IndexBuilder::new(&self.feed, options).with_words(with_words);
        self.stage = Stage::Indexing(Box::new(indexing));
    }

    /// Indexes the next articles. Returns the index once all are indexed, and `None` before, or if
    /// [`start_indexing`](Self::start_indexing) was not called.
    pub fn index_step(&mut self) -> Option<Index> {
        match &mut self.stage {
            Stage::Indexing(indexing) => {
                if !indexing.step(ARTICLES_PER_STEP) {
                    return None;
                }
            }
            _ => return None,
        }
        match std::mem::take(&mut self.stage) {
            Stage::Indexing(indexing) => Some(indexing.finish()),
            _ => None,
        }
    }

    /// Returns the feed, as far as it is read.
    pub fn feed(&self) -> &Feed {
        &self.feed
    }

    /// Returns the feed, to read a document into it in one call.
    pub fn feed_mut(&mut self) -> &mut Feed {
        &mut self.feed
    }

    /// Returns the feed, as far as it is read.
    pub fn into_feed(self) -> Feed {
        self.feed
    }
}
