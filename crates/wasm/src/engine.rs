use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::strings;
use crate::js_error::js_error;
use crate::{options, results, state};
use article_cards::browser::{BrowserUrl, read_script_value};
use article_cards_core::feed::{DocumentReader, Feed, ParsedDocument};
use article_cards_core::search::{FilterableFields, Index, IndexBuilder, IndexOptions, QueryState};
use article_cards_core::text::url::Resolver;

/// A feed to query, for `createEngine` in `package/engine.js`. It is read and indexed in steps, so
/// that the page stays responsive; after the last one it can be queried.
#[wasm_bindgen]
pub struct FeedEngine {
    feed: Feed,
    fields: FilterableFields,
    options: IndexOptions,
    stage: Stage,
}

/// The progress of an engine.
#[derive(Default)]
enum Stage {
    /// After an error.
    #[default]
    Failed,
    Reading(Box<DocumentReader>),
    Parsed(Box<ParsedDocument>),
    Read,
    Indexing(Box<IndexBuilder>),
    Ready(Index),
}

/// The articles that are processed in a step.
const STEP: usize = 100;

#[wasm_bindgen]
impl FeedEngine {
    /// Creates an engine without a feed.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue) -> Self {
        let feed = Feed::new(options::reading(options));
        Self {
            fields: FilterableFields::default().with(feed.options().mapping.fields()),
            options: options::querying(options),
            stage: Stage::Reading(Box::new(DocumentReader::new(feed.options()))),
            feed,
        }
    }

    /// Reads a chunk of the document.
    ///
    /// # Errors
    /// Throws if it is not a feed, or too large.
    pub fn push(&mut self, bytes: &[u8], url: Option<String>) -> Result<(), JsValue> {
        match &mut self.stage {
            Stage::Reading(document) => document.push(bytes).map_err(|error| {
                // Normalised, as in the errors of `finish`.
                let normalized = |url: String| BrowserUrl.resolve(&url, None).unwrap_or(url);
                js_error(&match url.map(normalized) {
                    Some(url) => error.at_url(url),
                    None => error,
                })
            }),
            _ => Ok(()),
        }
    }

    /// Ends the document, which was loaded from `url`.
    ///
    /// # Errors
    /// Throws as [`push`](Self::push) does.
    pub fn finish(&mut self, url: Option<String>) -> Result<(), JsValue> {
        if let Stage::Reading(document) = std::mem::take(&mut self.stage) {
            let arrived = document.finish(url.as_deref(), &BrowserUrl);
            self.stage = Stage::Parsed(Box::new(arrived.map_err(|error| js_error(&error))?));
        }
        Ok(())
    }

    /// Reads a feed that is a JavaScript value.
    ///
    /// # Errors
    /// Throws if it is not a feed.
    #[wasm_bindgen(js_name = readValue)]
    pub fn read_value(&mut self, value: &JsValue, url: Option<String>) -> Result<(), JsValue> {
        read_script_value(&mut self.feed, value, url.as_deref())
            .map_err(|error| js_error(&error))?;
        self.stage = Stage::Read;
        Ok(())
    }

    /// Processes a few articles. Returns whether the engine is ready.
    pub fn step(&mut self) -> bool {
        self.stage = match std::mem::take(&mut self.stage) {
            Stage::Parsed(mut document) => match self.feed.append(&mut document, STEP) {
                None => Stage::Parsed(document),
                Some(_) => Stage::Read,
            },
            Stage::Read => Stage::Indexing(Box::new(IndexBuilder::new(
                &self.feed,
                self.options.clone(),
            ))),
            Stage::Indexing(mut indexing) => match indexing.step(STEP) {
                false => Stage::Indexing(indexing),
                true => Stage::Ready(indexing.finish()),
            },
            other => other,
        };
        matches!(self.stage, Stage::Ready(_))
    }

    /// Prepares text search and sorting for a few articles. Returns whether all is prepared; an
    /// earlier query prepares the rest that it needs.
    pub fn prepare(&self) -> bool {
        let index = self.index();
        index.is_none_or(|index| index.prepare(&QueryState::default(), STEP))
    }

    fn index(&self) -> Option<&Index> {
        match &self.stage {
            Stage::Ready(index) => Some(index),
            _ => None,
        }
    }

    /// Returns a normalised copy of a state.
    pub fn state(&self, state: &JsValue) -> JsValue {
        state::write(&state::read(state, &self.fields))
    }

    /// Runs a query: `{total, facetCounts}`.
    pub fn query(&self, state: &JsValue) -> Option<JsValue> {
        let (total, facets) = self.index()?.counts(&state::read(state, &self.fields));
        Some(results::counts(total, &facets))
    }

    /// Returns the ids of a query's result, in order.
    pub fn ids(&self, state: &JsValue) -> Option<String> {
        let state = state::read(state, &self.fields);
        Some(results::ids(self.index()?, &state))
    }

    /// Returns the articles with these ids, in this order, without unknown and, by default,
    /// unpublished ones.
    pub fn articles(&self, ids: &JsValue) -> JsValue {
        let with_unpublished = self.options.with_unpublished;
        let articles: Vec<_> = strings(ids)
            .iter()
            .filter_map(|id| self.feed.article(id))
            .filter(|article| article.published || with_unpublished)
            .collect();
        results::articles(articles.iter().map(|article| &***article))
    }

    /// Returns what is wrong with single articles and fields: `{count, kept}`.
    pub fn diagnostics(&self) -> JsValue {
        results::diagnostics(self.feed.diagnostics())
    }
}

impl std::fmt::Debug for FeedEngine {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("FeedEngine").finish_non_exhaustive()
    }
}
