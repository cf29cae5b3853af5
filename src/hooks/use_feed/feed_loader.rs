use std::cell::RefCell;
use std::rc::Rc;

use article_cards_core::error::Error;
use article_cards_core::feed::{AppendSummary, Feed, Options};
use article_cards_core::pipeline::Pipeline;
use article_cards_core::text::needs_character_references;
use article_cards_core::text::url::Resolver;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::source::Source;
use super::use_store::Store;
use crate::browser::{
    Abort, BodySink, BrowserUrl, Credentials, IDLE_TIMEOUT, Request, TimeSlice, base_url,
    ensure_character_references, fetch, read_script_value,
};
use crate::events::LoadEvent;
use crate::store::{Action, Pending};

/// A document to load into a feed.
struct Load {
    /// What the list waits for; `None` for a refresh in the background.
    pending: Option<Pending>,
    pipeline: Pipeline,
    url: String,
    credentials: Credentials,
    revalidate: bool,
    prefetch: Option<JsValue>,
}

impl BodySink for Pipeline {
    fn start(&mut self) {
        self.restart();
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.push(bytes)
    }
}

/// The pending requests. Dropping one aborts it.
#[derive(Default)]
pub(super) struct Requests {
    /// The request that the list waits for. A new one replaces it.
    pub(super) foreground: Option<Abort>,
    /// The refresh in the background.
    pub(super) refresh: Option<Abort>,
}

/// The callbacks of the latest render.
#[derive(Default)]
pub(super) struct FeedCallbacks {
    pub(super) on_load: Callback<LoadEvent>,
    pub(super) on_error: Callback<Error>,
}

/// Loads documents, and dispatches what comes of them.
#[derive(Clone)]
pub(super) struct FeedLoader {
    pub(super) store: Store,
    pub(super) requests: Rc<RefCell<Requests>>,
    pub(super) callbacks: Rc<RefCell<FeedCallbacks>>,
}

impl FeedLoader {
    /// Reads a feed from a JavaScript value.
    pub(super) fn read_value(&self, source: &Source, items: &JsValue) {
        let read = |options: Options, items: &JsValue| {
            let mut feed = Feed::new(options);
            read_script_value(&mut feed, items, base_url().as_deref()).map(|_| feed)
        };
        match read(source.absolute_options(), items) {
            Ok(_) if needs_character_references() => {
                self.store.dispatch(Action::FetchStarted);
                let Some(abort) = Abort::new() else {
                    let error = Error::network("this browser cannot abort requests");
                    return self.report_error(Some(Pending::Feed), error);
                };
                let controller = abort.controller();
                self.requests.borrow_mut().foreground = Some(abort);
                let (loader, options) = (self.clone(), source.absolute_options());
                let items = items.clone();
                spawn_local(async move {
                    ensure_character_references().await;
                    if controller.signal().aborted() {
                        return;
                    }
                    match read(options, &items) {
                        Ok(feed) => loader.store.dispatch(Action::FeedLoaded(Rc::new(feed))),
                        Err(error) => {
                            loader.report_error(Some(Pending::Feed), error.without_url());
                        }
                    }
                });
            }
            Ok(feed) => self.store.dispatch(Action::FeedLoaded(Rc::new(feed))),
            Err(error) => {
                self.store.dispatch(Action::FetchStarted);
                // The value has no address.
                self.report_error(Some(Pending::Feed), error.without_url());
            }
        }
    }

    /// Fetches the first document.
    pub(super) fn fetch_feed(&self, source: &Source, src: &str) {
        self.store.dispatch(Action::FetchStarted);
        self.start(first_document(source, src, Some(Pending::Feed), false));
    }

    /// Fetches the first document again.
    pub(super) fn refetch_feed(&self, source: &Source, src: &str) {
        self.store.dispatch(Action::RefetchStarted);
        self.start(first_document(source, src, Some(Pending::Feed), true));
    }

    /// Fetches the first document in the background, unless that is under way.
    pub(super) fn refresh(&self, source: &Source, src: &str) {
        if self.requests.borrow().refresh.is_none() {
            self.start(first_document(source, src, None, true));
        }
    }

    /// Fetches the feed's next page.
    pub(super) fn fetch_page(&self, credentials: Credentials) {
        let state = self.store.snapshot();
        let Some(feed) = state.feed() else { return };
        let Some(url) = feed.next_page().map(str::to_owned) else {
            return;
        };
        self.store.dispatch(Action::PageFetchStarted);
        self.start(Load {
            pending: Some(Pending::Page),
            pipeline: Pipeline::new(Feed::clone(feed)),
            url,
            credentials,
            revalidate: false,
            prefetch: None,
        });
    }

    /// Starts a request. If another one replaces it, its end is not reported.
    fn start(&self, load: Load) {
        let Some(abort) = Abort::new() else {
            let error = Error::network("this browser cannot abort requests");
            return self.report_error(load.pending, error);
        };
        let controller = abort.controller();
        match load.pending {
            Some(_) => self.requests.borrow_mut().foreground = Some(abort),
            None => self.requests.borrow_mut().refresh = Some(abort),
        }
        let loader = self.clone();
        let request = request(&load);
        // Only code that awaits is in the `async` block, where it compiles to far more.
        spawn_local(async move {
            let Load {
                pending,
                mut pipeline,
                ..
            } = load;
            let response = match request {
                Ok(request) => fetch(&request, &controller, &mut pipeline).await,
                Err(error) => Some(Err(error)),
            };
            let Some(response) = response else { return };
            ensure_character_references().await;
            let finished = response.and_then(|url| {
                match pipeline.finish_partially(Some(&url), &BrowserUrl)? {
                    Some(error) if !loader.may_be_partial(pending) => Err(error),
                    cut_off => Ok((url, cut_off)),
                }
            });
            let (url, cut_off) = match finished {
                Ok(finished) => finished,
                Err(error) => return loader.fail(pending, error),
            };
            let mut slice = TimeSlice::start();
            let summary = loop {
                if let Some(summary) = pipeline.append_step() {
                    break summary;
                }
                if !slice.yield_if_due(&controller).await {
                    return;
                }
            };
            if loader.start_indexing(pending, &mut pipeline) {
                let index = loop {
                    if let Some(index) = pipeline.index_step() {
                        break index;
                    }
                    if !slice.yield_if_due(&controller).await {
                        return;
                    }
                };
                loader.store.dispatch(Action::IndexBuilt(Rc::new(index)));
            }
            loader.succeed(pending, Rc::new(pipeline.into_feed()), summary, url);
            if let Some(error) = cut_off {
                loader.report_error(pending, error);
            }
        });
    }

    /// Returns whether the beginning of a document is better than nothing: if no articles are shown yet.
    fn may_be_partial(&self, pending: Option<Pending>) -> bool {
        pending == Some(Pending::Feed) && self.store.snapshot().feed().is_none()
    }

    /// Starts to index the feed that a document belongs to. Returns `false` if no index is due.
    fn start_indexing(&self, pending: Option<Pending>, pipeline: &mut Pipeline) -> bool {
        let state = self.store.snapshot();
        let Some(settings) = state.settings() else {
            return false;
        };
        let is_due = match pending {
            Some(Pending::Feed) => true,
            Some(Pending::Page) => state.is_index_due(pipeline.feed()),
            None => state.has_new_articles(pipeline.feed()),
        };
        // A query with text needs the words at once.
        let mut queries = settings.only.iter().chain([state.query()]);
        let needs_words = queries.any(|query| !query.query.is_empty());
        if is_due {
            pipeline.start_indexing(settings.index.clone(), needs_words);
        }
        is_due
    }

    fn succeed(
        &self,
        pending: Option<Pending>,
        feed: Rc<Feed>,
        summary: AppendSummary,
        url: String,
    ) {
        let AppendSummary { added, skipped } = summary;
        let event = LoadEvent {
            count: added,
            skipped,
            url: url.into(),
            feed: Rc::clone(&feed),
        };
        self.end_request(pending);
        self.store.dispatch(match pending {
            Some(Pending::Feed) => Action::FeedLoaded(feed),
            Some(Pending::Page) => Action::PageLoaded(feed),
            None => Action::RefreshLoaded(feed),
        });
        let on_load = self.callbacks.borrow().on_load.clone();
        on_load.emit(event);
    }

    fn fail(&self, pending: Option<Pending>, error: Error) {
        self.end_request(pending);
        match pending {
            Some(Pending::Page) => self.report_error(pending, error.of_page()),
            _ => self.report_error(pending, error),
        }
    }

    fn end_request(&self, pending: Option<Pending>) {
        if pending.is_none() {
            self.requests.borrow_mut().refresh = None;
        }
    }

    fn report_error(&self, pending: Option<Pending>, error: Error) {
        if pending.is_some() {
            self.store.dispatch(Action::FetchFailed(error.clone()));
        }
        let on_error = self.callbacks.borrow().on_error.clone();
        on_error.emit(error);
    }
}

/// Describes the load of a feed's first document.
fn first_document(source: &Source, src: &str, pending: Option<Pending>, revalidate: bool) -> Load {
    Load {
        pending,
        pipeline: Pipeline::new(Feed::new(source.absolute_options())),
        url: src.to_owned(),
        credentials: source.credentials,
        revalidate,
        prefetch: source.prefetch.clone().filter(|_| !revalidate),
    }
}

/// The request for a document.
fn request(load: &Load) -> Result<Request, Error> {
    let url = BrowserUrl.resolve(&load.url, base_url().as_deref());
    let Some(url) = url.filter(|url| has_fetch_scheme(url)) else {
        return Err(Error::invalid_url(&load.url).at_url(&load.url));
    };
    Ok(Request {
        url,
        credentials: load.credentials,
        idle_timeout: IDLE_TIMEOUT,
        revalidate: load.revalidate,
        prefetch: load.prefetch.clone(),
    })
}

/// Whether feeds are fetched from URLs of this scheme.
fn has_fetch_scheme(url: &str) -> bool {
    let schemes = ["http:", "https:", "blob:", "data:"];
    schemes.iter().any(|scheme| url.starts_with(scheme))
}
