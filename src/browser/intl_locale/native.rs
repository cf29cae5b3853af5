//! Outside a browser.

use article_cards_core::search::{Locale, PlainLocale};

use crate::browser::Formats;

pub(super) struct Backend(PlainLocale);

impl Backend {
    pub(super) fn new(_: Formats) -> Self {
        Self(PlainLocale::default())
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
