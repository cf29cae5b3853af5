//! Shared by the tests of feeds.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "each test uses its part"
)]

use std::rc::Rc;

use article_cards_core::error::Error;
use article_cards_core::feed::{Feed, Options};
use article_cards_core::model::Article;
use article_cards_core::text::url::UrlStandard;

pub const URL: &str = "https://harbour.example/news/index.json";

/// Reads one document.
pub fn read(json: impl AsRef<[u8]>) -> Result<Feed, Error> {
    let mut feed = Feed::new(Options::default());
    feed.read(json.as_ref(), Some(URL), &UrlStandard)?;
    Ok(feed)
}

/// Reads a document of one article; `fields` are the inside of a JSON object.
pub fn article(fields: &str) -> (Rc<Article>, Vec<(String, String)>) {
    let feed = read(format!(
        r#"[{{"title": "T"{}{fields}}}]"#,
        if fields.is_empty() { "" } else { "," }
    ))
    .unwrap_or_else(|error| panic!("{fields}: {error}"));
    let entry = feed.articles().first();
    let entry = entry.unwrap_or_else(|| panic!("skipped: {fields}"));
    let article = Rc::clone(entry.article());
    (article, diagnostics(&feed))
}

/// Returns path and message of each diagnostic.
pub fn diagnostics(feed: &Feed) -> Vec<(String, String)> {
    feed.diagnostics()
        .iter()
        .map(|d| (d.path.clone(), d.message()))
        .collect()
}
