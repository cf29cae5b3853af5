//! How a feed is read, and the summary of a document that was appended to it.

use super::mapping::Mapping;
use crate::defaults;

/// How a feed is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Which fields of foreign items are read as which fields of an article.
    pub mapping: Mapping,
    /// The template of the URLs of numbered pages, with `{page}`.
    pub page_src: Option<String>,
    /// The largest document that is read, in bytes after decompression.
    pub max_bytes: u64,
}

impl Options {
    /// The default of [`max_bytes`](Self::max_bytes): 256 MiB.
    pub const MAX_BYTES: u64 = defaults::MAX_BYTES;
}

impl Default for Options {
    fn default() -> Self {
        Self {
            mapping: Mapping::default(),
            page_src: None,
            max_bytes: Self::MAX_BYTES,
        }
    }
}

/// The result of [`Feed::append`](super::Feed::append): what a document added to the feed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AppendSummary {
    /// The number of articles added, unpublished ones included.
    pub added: usize,
    /// The number of entries skipped: not an object, without a title, a duplicate, or removed.
    pub skipped: usize,
}
