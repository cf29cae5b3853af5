//! Outside a browser.

use article_cards_core::search::{Host, PlainHost};

use crate::browser::Formats;

pub(super) struct Backend(PlainHost);

impl Backend {
    pub(super) fn new(_: Formats) -> Self {
        Self(PlainHost::default())
    }

    pub(super) fn decompose(&self, text: &str) -> String {
        self.0.decompose(text)
    }

    pub(super) fn rank(&self, texts: &[&str]) -> Vec<u32> {
        self.0.rank(texts)
    }

    pub(super) fn start_of_day(&self, day: i64) -> i64 {
        self.0.start_of_day(day)
    }
}
