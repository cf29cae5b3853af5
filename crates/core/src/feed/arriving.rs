//! A document on its way into a feed.

use std::fmt;

use super::document::Settling;
use super::link::Resolver;
use super::mapping::Mapping;
use super::pages::{Options, Page};
use super::reader::Reader;
use crate::error::Error;

/// A document of JSON that comes piece by piece, as from a network.
///
/// ```
/// use article_cards_core::feed::link::UrlStandard;
/// use article_cards_core::feed::{Arriving, Feed, Options};
///
/// let mut feed = Feed::new(Options::default());
/// let mut document = Arriving::new(feed.options());
/// document.push(br#"[{"title": "Low ti"#)?;
/// document.push(br#"de"}, {"title": "High tide"}]"#)?;
/// let mut arrived = document.finish(None, &UrlStandard)?;
/// // Of a large document a part at a time, so that a page can go on in between.
/// let page = loop {
///     if let Some(page) = feed.take(&mut arrived, 1) {
///         break page;
///     }
/// };
/// assert_eq!(page.count, 2);
/// assert_eq!(feed.articles()[0].title, "Low tide");
/// # Ok::<(), article_cards_core::error::Error>(())
/// ```
#[derive(Debug)]
pub struct Arriving {
    reader: Reader,
    mapping: Mapping,
    pub(super) max_bytes: u64,
    length: u64,
}

impl Arriving {
    /// A document that is yet to come, for a feed that is read so.
    pub fn new(options: &Options) -> Self {
        Self::by(options, false)
    }

    pub(super) fn by(options: &Options, is_of_script: bool) -> Self {
        Self {
            reader: Reader::new(&options.mapping, is_of_script),
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
        self.reader.push(bytes)
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
    ) -> Result<Arrived, Error> {
        self.finish_with(&[], url, resolver)
    }

    pub(super) fn finish_with(
        mut self,
        last: &[u8],
        url: Option<&str>,
        resolver: &'static dyn Resolver,
    ) -> Result<Arrived, Error> {
        // Addresses are compared, so they are all written as the standard writes them.
        let resolved = |url: &str| {
            resolver
                .resolve(url, None)
                .unwrap_or_else(|| url.to_owned())
        };
        let url = url.map(resolved);
        let document = self
            .measure(last)
            .and_then(|()| self.reader.finish(last))
            .map_err(|error| located(error, url.as_deref()))?;
        Ok(Arrived {
            settling: Settling::new(document, &self.mapping, url.as_deref(), resolver),
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

/// A document that has come to its end, and is to become part of a feed by [`Feed::take`](super::Feed::take).
pub struct Arrived {
    pub(super) settling: Settling,
    pub(super) url: Option<String>,
    pub(super) resolver: &'static dyn Resolver,
    /// Once its first part was taken.
    pub(super) page: Option<Page>,
}

impl fmt::Debug for Arrived {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Arrived")
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
