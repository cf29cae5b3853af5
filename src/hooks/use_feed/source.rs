use std::rc::Rc;

use article_cards_core::feed::{Feed, Options, paging};
use article_cards_core::search::{QueryState, ValueCount};
use wasm_bindgen::JsValue;
use web_sys::AbortSignal;
use yew::AttrValue;

use crate::browser::{BrowserUrl, Credentials, base_url};
use crate::search_engine::{Pending, SearchAnswer, SearchEngine, SearchRequest};
use crate::store::{EngineRequest, State};

/// Where a feed comes from. Feeds compare by identity.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// What answers queries in place of a feed; it takes precedence over all others.
    pub(crate) engine: Option<EngineSource>,
    /// URL of the first document.
    pub(crate) src: Option<AttrValue>,
    /// A feed that is loaded already; it takes precedence over `items` and `src`.
    pub(crate) feed: Option<Rc<Feed>>,
    /// A feed as a JavaScript value; it takes precedence over `src`.
    pub(crate) items: Option<JsValue>,
    pub(crate) options: Options,
    pub(crate) credentials: Credentials,
    /// A request for the first document that is under way already.
    pub(crate) prefetch: Option<JsValue>,
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            engine,
            src,
            feed,
            items,
            options,
            credentials,
            prefetch: _,
        } = self;
        *engine == other.engine
            && *src == other.src
            && *items == other.items
            && feed.as_ref().map(Rc::as_ptr) == other.feed.as_ref().map(Rc::as_ptr)
            && *options == other.options
            && *credentials == other.credentials
    }
}

impl Source {
    /// The options, with URLs resolved against the page.
    pub(super) fn absolute_options(&self) -> Options {
        let mut options = self.options.clone();
        options.page_src = options
            .page_src
            .and_then(|template| paging::template(&BrowserUrl, &template, base_url().as_deref()));
        options
    }
}

/// A search engine, and what it is asked with. Engines compare by identity.
#[derive(Clone, Debug)]
pub(crate) struct EngineSource {
    pub(crate) engine: Rc<dyn SearchEngine>,
    /// The address that names it, if there is one.
    pub(crate) url: Option<AttrValue>,
    pub(crate) options: Options,
    pub(crate) locale: Option<AttrValue>,
    pub(crate) time_zone: Option<AttrValue>,
}

impl PartialEq for EngineSource {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            engine,
            url,
            options,
            locale,
            time_zone,
        } = self;
        Rc::ptr_eq(engine, &other.engine)
            && *url == other.url
            && *options == other.options
            && *locale == other.locale
            && *time_zone == other.time_zone
    }
}

impl EngineSource {
    /// Asks the engine.
    pub(super) fn search(
        &self,
        state: &State,
        request: &EngineRequest,
        signal: AbortSignal,
    ) -> Pending<SearchAnswer> {
        let (page, page_size) = (request.page, request.page_size);
        let request = self.request(state, request.query.clone(), page, page_size);
        self.engine.search(request, signal)
    }

    /// Asks the engine for the values of a facet that contain a text, if it can.
    pub(crate) fn search_facet(
        &self,
        state: &State,
        field: &str,
        text: &str,
        signal: AbortSignal,
    ) -> Option<Pending<Vec<ValueCount>>> {
        let request = self.request(state, state.query().clone(), 1, 1);
        self.engine
            .search_facet_values(field, text, request, signal)
    }

    fn request(
        &self,
        state: &State,
        query: QueryState,
        page: usize,
        page_size: usize,
    ) -> SearchRequest {
        let settings = state.settings();
        let facets = settings.map_or(&[][..], |settings| &settings.index.facets);
        let text = |value: &Option<AttrValue>| value.as_ref().map(ToString::to_string);
        SearchRequest {
            state: query,
            only: settings.and_then(|settings| settings.only.clone()),
            facets: facets.to_vec(),
            page,
            page_size,
            locale: text(&self.locale),
            time_zone: text(&self.time_zone),
            options: self.options.clone(),
        }
    }
}
