//! Without a browser.

use crate::browser::Formats;
use crate::query::{Host, PlainHost};

pub(super) struct Engine {
    plain: PlainHost,
    #[cfg(feature = "cli")]
    formats: Formats,
}

impl Engine {
    pub(super) fn new(_formats: Formats) -> Self {
        Self {
            plain: PlainHost::default(),
            #[cfg(feature = "cli")]
            formats: _formats,
        }
    }

    pub(super) fn decompose(&self, text: &str) -> String {
        self.plain.decompose(text)
    }

    pub(super) fn rank(&self, texts: &[&str]) -> Vec<u32> {
        #[cfg(feature = "cli")]
        if let Some(cldr) = self.formats.cldr() {
            return cldr.rank(texts);
        }
        self.plain.rank(texts)
    }

    pub(super) fn start_of_day(&self, day: i64) -> i64 {
        #[cfg(feature = "cli")]
        if let Some(start) = self.formats.cldr().and_then(|cldr| cldr.start_of_day(day)) {
            return start;
        }
        self.plain.start_of_day(day)
    }
}
