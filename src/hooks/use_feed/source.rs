use std::rc::Rc;

use article_cards_core::feed::{Feed, Options, paging};
use wasm_bindgen::JsValue;
use yew::AttrValue;

use crate::browser::{BrowserUrl, Credentials, base_url};
use crate::search_engine::SearchEngine;

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
    /// The feed that can be shown without a request or a browser.
    pub(super) fn loaded(&self) -> Option<&Rc<Feed>> {
        self.feed.as_ref().filter(|_| self.engine.is_none())
    }

    /// The options, with URLs resolved against the page.
    pub(super) fn absolute_options(&self) -> Options {
        let mut options = self.options.clone();
        options.page_src = options
            .page_src
            .and_then(|template| paging::template(&BrowserUrl, &template, base_url().as_deref()));
        options
    }
}

/// A search engine. Engines compare by identity.
#[derive(Clone, Debug)]
pub(crate) struct EngineSource {
    pub(crate) engine: Rc<dyn SearchEngine>,
    /// The address that names it, if there is one.
    pub(crate) url: Option<AttrValue>,
}

impl PartialEq for EngineSource {
    fn eq(&self, other: &Self) -> bool {
        let Self { engine, url } = self;
        Rc::ptr_eq(engine, &other.engine) && *url == other.url
    }
}
