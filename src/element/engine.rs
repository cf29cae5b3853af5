use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::answer::{answer, diagnostics, json};
use super::failure::failure;
use super::property::texts;
use super::{options, state};
use crate::browser::{BrowserUrl, read_script_value};
use crate::error::Error;
use crate::feed::{Feed, Page, write_plain};
use crate::query::{Fields, Index};

/// A feed that scripts ask: what `createEngine` of the package is made of.
///
/// Answers are JSON, read by the package's own JavaScript.
#[wasm_bindgen]
#[derive(Debug)]
pub struct FeedEngine {
    feed: Feed,
    index: Index,
    fields: Fields,
}

#[wasm_bindgen]
impl FeedEngine {
    /// The largest document that is read, in bytes.
    #[wasm_bindgen(js_name = maxBytes)]
    pub fn max_bytes(options: &JsValue) -> f64 {
        options::max_bytes(options) as f64
    }

    /// Reads a document of JSON from `url`.
    ///
    /// # Errors
    /// It is no feed: an `Error` of JavaScript that says what and where.
    #[wasm_bindgen(js_name = fromBytes)]
    pub fn from_bytes(
        bytes: &[u8],
        url: Option<String>,
        options: &JsValue,
    ) -> Result<Self, JsValue> {
        let read = |feed: &mut Feed| feed.read(bytes, url.as_deref(), &BrowserUrl);
        Self::new(options, read)
    }

    /// Reads a document that is a value of JavaScript already.
    ///
    /// # Errors
    /// As of [`from_bytes`](Self::from_bytes).
    #[wasm_bindgen(js_name = fromValue)]
    pub fn from_value(
        value: &JsValue,
        url: Option<String>,
        options: &JsValue,
    ) -> Result<Self, JsValue> {
        Self::new(options, |feed| {
            read_script_value(feed, value, url.as_deref())
        })
    }

    fn new(
        options: &JsValue,
        read: impl FnOnce(&mut Feed) -> Result<Page, Error>,
    ) -> Result<Self, JsValue> {
        let mut feed = Feed::new(options::reading(options));
        read(&mut feed).map_err(|error| failure(&error))?;
        let index = Index::with_options(&feed, options::asking(options));
        let fields = Fields::default().with(feed.options().mapping.fields());
        Ok(Self {
            feed,
            index,
            fields,
        })
    }

    /// What is read of a state, as an object that its owner can't change any more.
    pub fn state(&self, state: &JsValue) -> JsValue {
        state::write(&state::read(state, &self.fields))
    }

    /// Runs a query: `{total, facetCounts}`.
    pub fn query(&self, state: &JsValue) -> String {
        answer(&self.index.run(&state::read(state, &self.fields)))
    }

    /// The identities of all that a query finds, in order.
    pub fn ids(&self, state: &JsValue) -> String {
        json(&self.index.run(&state::read(state, &self.fields)).ids())
    }

    /// The articles of these identities, in this order; unknown ones are left out, and so are
    /// unpublished articles unless they were asked for.
    pub fn articles(&self, ids: &JsValue) -> String {
        let with_unpublished = self.index.options().with_unpublished;
        let articles: Vec<_> = texts(ids)
            .iter()
            .filter_map(|id| self.feed.article(id))
            .filter(|article| article.published || with_unpublished)
            .collect();
        write_plain(articles.into_iter().map(|article| &**article))
    }

    /// What was wrong with single articles and fields: `{count, kept: [{index, path, message}]}`.
    pub fn diagnostics(&self) -> String {
        diagnostics(self.feed.diagnostics())
    }
}
