use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::answer::{answer, diagnostics, ids};
use super::failure::failure;
use super::property::texts;
use super::{options, state};
use article_cards::browser::{BrowserUrl, read_script_value};
use article_cards_core::feed::{DocumentReader, Feed, ParsedDocument, write_plain};
use article_cards_core::search::{FilterableFields, Index, IndexBuilder, IndexOptions, QueryState};
use article_cards_core::text::url::Resolver;

/// A feed that scripts ask: what `createEngine` of the package is made of. It is read and indexed
/// part by part, so that a page can go on in between, and only then asked.
///
/// Answers are JSON, read by the package's own JavaScript.
#[wasm_bindgen]
pub struct FeedEngine {
    feed: Feed,
    fields: FilterableFields,
    asking: IndexOptions,
    stage: Stage,
}

/// How far an engine is.
#[derive(Default)]
enum Stage {
    /// In between.
    #[default]
    Nothing,
    Reading(Box<DocumentReader>),
    Parsed(Box<ParsedDocument>),
    /// All was read.
    Read,
    Indexing(Box<IndexBuilder>),
    Ready(Index),
}

/// How many articles are looked at in a step.
const PART: usize = 100;

#[wasm_bindgen]
impl FeedEngine {
    /// An engine whose feed is yet to come.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue) -> Self {
        let feed = Feed::new(options::reading(options));
        Self {
            fields: FilterableFields::default().with(feed.options().mapping.fields()),
            asking: options::asking(options),
            stage: Stage::Reading(Box::new(DocumentReader::new(feed.options()))),
            feed,
        }
    }

    /// Reads a part of the document.
    ///
    /// # Errors
    /// It is no JSON, or too much: an `Error` of JavaScript that says what and where.
    pub fn push(&mut self, bytes: &[u8], url: Option<String>) -> Result<(), JsValue> {
        match &mut self.stage {
            Stage::Reading(document) => document.push(bytes).map_err(|error| {
                // Written as at the document's end.
                let written = |url: String| BrowserUrl.resolve(&url, None).unwrap_or(url);
                failure(&match url.map(written) {
                    Some(url) => error.at_url(url),
                    None => error,
                })
            }),
            _ => Ok(()),
        }
    }

    /// Ends the document, which came from `url`.
    ///
    /// # Errors
    /// As of [`push`](Self::push), or it is no feed.
    pub fn finish(&mut self, url: Option<String>) -> Result<(), JsValue> {
        if let Stage::Reading(document) = std::mem::take(&mut self.stage) {
            let arrived = document.finish(url.as_deref(), &BrowserUrl);
            self.stage = Stage::Parsed(Box::new(arrived.map_err(|error| failure(&error))?));
        }
        Ok(())
    }

    /// Reads a document that is a value of JavaScript already.
    ///
    /// # Errors
    /// As of [`finish`](Self::finish).
    #[wasm_bindgen(js_name = readValue)]
    pub fn read_value(&mut self, value: &JsValue, url: Option<String>) -> Result<(), JsValue> {
        read_script_value(&mut self.feed, value, url.as_deref())
            .map_err(|error| failure(&error))?;
        self.stage = Stage::Read;
        Ok(())
    }

    /// Goes on by a few articles; whether the engine is ready to be asked.
    pub fn step(&mut self) -> bool {
        self.stage = match std::mem::take(&mut self.stage) {
            Stage::Parsed(mut arrived) => match self.feed.append(&mut arrived, PART) {
                None => Stage::Parsed(arrived),
                Some(_) => Stage::Read,
            },
            Stage::Read => {
                Stage::Indexing(Box::new(IndexBuilder::new(&self.feed, self.asking.clone())))
            }
            Stage::Indexing(mut indexing) => match indexing.step(PART) {
                false => Stage::Indexing(indexing),
                true => Stage::Ready(indexing.finish()),
            },
            other => other,
        };
        matches!(self.stage, Stage::Ready(_))
    }

    /// Goes on by a few articles with what queries to come need; whether all of it is there. A query
    /// before that does the rest of its own at once.
    pub fn prepare(&self) -> bool {
        let index = self.index();
        index.is_none_or(|index| index.prepare(&QueryState::default(), PART))
    }

    fn index(&self) -> Option<&Index> {
        match &self.stage {
            Stage::Ready(index) => Some(index),
            _ => None,
        }
    }

    /// What is read of a state, as an object that its owner can't change any more.
    pub fn state(&self, state: &JsValue) -> JsValue {
        state::write(&state::read(state, &self.fields))
    }

    /// Runs a query: `{total, facetCounts}`.
    pub fn query(&self, state: &JsValue) -> Option<String> {
        let (total, facets) = self.index()?.counts(&state::read(state, &self.fields));
        Some(answer(total, &facets))
    }

    /// The identities of all that a query finds, in order.
    pub fn ids(&self, state: &JsValue) -> Option<String> {
        Some(ids(self.index()?, &state::read(state, &self.fields)))
    }

    /// The articles of these identities, in this order; unknown ones are left out, and so are
    /// unpublished articles unless they were asked for.
    pub fn articles(&self, ids: &JsValue) -> String {
        let with_unpublished = self.asking.with_unpublished;
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

impl std::fmt::Debug for FeedEngine {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("FeedEngine").finish_non_exhaustive()
    }
}
