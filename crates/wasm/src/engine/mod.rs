mod options;

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::{strings, to_js};
use crate::js_error::js_error;
use crate::results::FacetMap;
use crate::{results, state};
use article_cards::browser::{BrowserUrl, read_script_value};
use article_cards_core::error::Error;
use article_cards_core::feed::Feed;
use article_cards_core::pipeline::{ARTICLES_PER_STEP, CHUNK_SIZE, Pipeline, TIME_SLICE_MS};
use article_cards_core::search::{FilterableFields, Index, IndexOptions, QueryState};
use article_cards_core::text::url::Resolver;
use article_cards_core::text::{load_character_references, needs_character_references};

/// A feed to query, for `createEngine` in `package/engine.js`. It is read and indexed in steps, so
/// that the page stays responsive; after the last one it can be queried.
#[wasm_bindgen]
pub struct FeedEngine {
    pipeline: Pipeline,
    fields: FilterableFields,
    options: IndexOptions,
    is_indexing: bool,
    index: Option<Index>,
    /// Why the document is not complete.
    truncation: Option<String>,
}

#[wasm_bindgen]
impl FeedEngine {
    /// Creates an engine without a feed.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue) -> Self {
        let feed = Feed::new(options::reading(options));
        let fields = FilterableFields::default().with(feed.options().mapping.fields());
        Self {
            fields,
            options: options::querying(options),
            pipeline: Pipeline::new(feed),
            is_indexing: false,
            index: None,
            truncation: None,
        }
    }

    /// Returns the number of bytes to pass to [`push`](Self::push) at once.
    #[wasm_bindgen(js_name = chunkSize)]
    pub fn chunk_size() -> u32 {
        CHUNK_SIZE
    }

    /// Returns how long to work before yielding to the event loop, in milliseconds.
    #[wasm_bindgen(js_name = timeSliceMs)]
    pub fn time_slice_ms() -> f64 {
        TIME_SLICE_MS
    }

    /// Reads a chunk of the document.
    ///
    /// # Errors
    /// Throws if it is not a feed, or too large.
    pub fn push(&mut self, bytes: &[u8], url: Option<String>) -> Result<(), JsValue> {
        self.pipeline.push(bytes).map_err(|error| {
            // Normalised, as in the errors of `finish`.
            let normalized = |url: String| BrowserUrl.resolve(&url, None).unwrap_or(url);
            thrown(&match url.map(normalized) {
                Some(url) => error.at_url(url),
                None => error,
            })
        })
    }

    /// Returns the largest number of bytes of a document.
    #[wasm_bindgen(js_name = maxBytes)]
    pub fn max_bytes(&self) -> f64 {
        self.pipeline.feed().options().max_bytes as f64
    }

    /// Ends the document, which was loaded from `url`. Of one that ends too early, the articles that
    /// arrived whole are read.
    ///
    /// # Errors
    /// Throws as [`push`](Self::push) does, or if no article arrived whole.
    pub fn finish(&mut self, url: Option<String>) -> Result<(), JsValue> {
        let finished = self.pipeline.finish_partially(url.as_deref(), &BrowserUrl);
        let error = finished.map_err(|error| thrown(&error))?;
        self.truncation = error.map(|error| error.message());
        Ok(())
    }

    /// Returns why the document is not complete, if it ends too early.
    pub fn truncation(&self) -> Option<String> {
        self.truncation.clone()
    }

    /// Reads a feed that is a JavaScript value.
    ///
    /// # Errors
    /// Throws if it is not a feed.
    #[wasm_bindgen(js_name = readValue)]
    pub fn read_value(&mut self, value: &JsValue, url: Option<String>) -> Result<(), JsValue> {
        read_script_value(self.pipeline.feed_mut(), value, url.as_deref())
            .map(|_| ())
            .map_err(|error| thrown(&error))
    }

    /// Returns whether the document has character references that are not compiled in: then
    /// [`load_character_references`](Self::load_character_references) must be called before the next
    /// method, and a value must be read again by a new engine.
    #[wasm_bindgen(js_name = needsCharacterReferences)]
    pub fn needs_character_references() -> bool {
        needs_character_references()
    }

    /// Sets the table of all character references.
    #[wasm_bindgen(js_name = loadCharacterReferences)]
    pub fn load_character_references(table: &str) {
        load_character_references(table);
    }

    /// Processes a few articles. Returns whether the engine is ready.
    pub fn step(&mut self) -> bool {
        if self.is_indexing {
            self.index = self.index.take().or_else(|| self.pipeline.index_step());
        } else if self.pipeline.append_step().is_some() {
            self.pipeline.start_indexing(self.options.clone(), false);
            self.is_indexing = true;
        }
        self.index.is_some()
    }

    /// Builds what text search and sorting need, for a few articles. Returns whether all is built. An
    /// earlier query builds the rest that it needs itself.
    #[wasm_bindgen(js_name = warmUp)]
    pub fn warm_up(&self) -> bool {
        let index = self.index.as_ref();
        index.is_none_or(|index| index.warm_up(&QueryState::default(), ARTICLES_PER_STEP))
    }

    /// Returns a normalised copy of a state.
    pub fn state(&self, state: &JsValue) -> JsValue {
        state::write(&state::read(state, &self.fields))
    }

    /// Runs a query: `{total, facetCounts}`.
    pub fn query(&self, state: &JsValue) -> Option<JsValue> {
        let (total, facets) = self
            .index
            .as_ref()?
            .counts(&state::read(state, &self.fields));
        Some(to_js(&Counts {
            total,
            facet_counts: FacetMap(&facets),
        }))
    }

    /// Returns the ids of a query's result, in order.
    pub fn ids(&self, state: &JsValue) -> Option<String> {
        let state = state::read(state, &self.fields);
        Some(results::ids(self.index.as_ref()?, &state))
    }

    /// Returns the articles with these ids, in this order, without unknown and, by default,
    /// unpublished ones.
    pub fn articles(&self, ids: &JsValue) -> JsValue {
        let with_unpublished = self.options.with_unpublished;
        let articles: Vec<_> = strings(ids)
            .iter()
            .filter_map(|id| self.pipeline.feed().article(id))
            .filter(|article| article.published || with_unpublished)
            .collect();
        results::articles(articles.iter().map(|article| &***article))
    }

    /// Returns what is wrong with single articles and fields: `{count, first}`.
    pub fn diagnostics(&self) -> JsValue {
        results::diagnostics(self.pipeline.feed().diagnostics())
    }
}

/// Converts an error to what is thrown.
fn thrown(error: &Error) -> JsValue {
    let location = error.line().zip(error.column());
    js_error(&error.to_string(), error.kind(), error.url(), location)
}

/// The counts of a query.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Counts<'a> {
    total: usize,
    facet_counts: FacetMap<'a>,
}

impl std::fmt::Debug for FeedEngine {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("FeedEngine").finish_non_exhaustive()
    }
}
