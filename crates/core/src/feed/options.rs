//! How a feed is read, and what a document adds to it.

use super::mapping::Mapping;
use crate::defaults;

/// How a feed is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Which fields of foreign items are read as ours.
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

/// What one document added to a feed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Articles that were added, unpublished ones included.
    pub count: usize,
    /// Entries that were not added: no article, without a title, a duplicate, or removed.
    pub skipped: usize,
}
