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

use super::feed_group::{FIRST_CARDS_MS, FeedGroup, Load, Loaded};
use super::source::Source;
use super::use_store::Store;
use crate::browser::{
    Abort, BodySink, BrowserUrl, Credentials, IDLE_TIMEOUT, Request, TimeSlice, base_url,
    ensure_character_references, fetch, read_script_value, sleep,
};
use crate::events::LoadEvent;
use crate::store::{Action, Pending};

/// How a document is fetched.
struct Fetch {
    credentials: Credentials,
    revalidate: bool,
    prefetch: Option<JsValue>,
}

/// What has loaded of a group of feeds, to be indexed and shown.
struct Batch {
    settled: Vec<Load>,
    /// `None` if nothing has loaded.
    pipeline: Option<Pipeline>,
    is_indexing: bool,
}

impl BodySink for Pipeline {
    fn start(&mut self) {
        self.restart();
    }

    fn link(&mut self, next: Option<String>) {
        self.set_next_link(next);
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.push(bytes)
    }
}

/// The pending requests. Dropping one aborts it.
#[derive(Default)]
pub(super) struct Requests {
    /// Those for the first documents.
    feeds: Vec<Abort>,
    /// That for the next page. A new one replaces it.
    pub(super) page: Option<Abort>,
    /// Those of the refresh in the background.
    refresh: Vec<Abort>,
    /// The URL of the page that failed last.
    failed_page: Option<String>,
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
                self.requests.borrow_mut().feeds = vec![abort];
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

    /// Fetches the first documents.
    pub(super) fn fetch_feed(&self, source: &Source, src: &str) {
        self.store.dispatch(Action::FetchStarted);
        self.fetch_documents(source, src, Some(Pending::Feed), false);
    }

    /// Fetches the first documents again.
    pub(super) fn refetch_feed(&self, source: &Source, src: &str) {
        self.store.dispatch(Action::RefetchStarted);
        self.fetch_documents(source, src, Some(Pending::Feed), true);
    }

    /// Fetches the first documents in the background, unless that is under way.
    pub(super) fn refresh(&self, source: &Source, src: &str) {
        if self.requests.borrow().refresh.is_empty() {
            self.fetch_documents(source, src, None, true);
        }
    }

    fn fetch_documents(
        &self,
        source: &Source,
        src: &str,
        pending: Option<Pending>,
        revalidate: bool,
    ) {
        if pending.is_some() {
            let mut requests = self.requests.borrow_mut();
            requests.feeds.clear();
            requests.page = None;
        }
        let urls = feed_urls(src);
        let has_several = urls.len() > 1;
        let mut options = source.absolute_options();
        if has_several {
            options.page_src = None;
        }
        let is_again = revalidate && self.store.snapshot().feed().is_some();
        let joined = if has_several {
            urls.clone()
        } else {
            Vec::new()
        };
        let group = FeedGroup::new(pending, is_again, joined);
        for (at, url) in urls.into_iter().enumerate() {
            let mut pipeline = Pipeline::new(Feed::new(options.clone()));
            pipeline.set_feed_url(Some(&url).filter(|_| has_several).cloned());
            let fetch = Fetch {
                credentials: source.credentials,
                revalidate,
                prefetch: source.prefetch.clone().filter(|_| !revalidate),
            };
            self.start(&group, at, pipeline, &url, fetch);
        }
    }

    /// Fetches the feed's next page.
    pub(super) fn fetch_page(&self, credentials: Credentials) {
        let state = self.store.snapshot();
        let Some(feed) = state.feed() else { return };
        let requests = self.requests.borrow();
        // Of several feeds, one whose page has failed doesn't stop the others.
        let has_failed = |url| requests.failed_page.as_deref() == Some(url);
        let next = feed.next_pages().min_by_key(|(_, url)| has_failed(url));
        drop(requests);
        let Some((feed_url, url)) = next else { return };
        self.store.dispatch(Action::PageFetchStarted);
        let mut pipeline = Pipeline::new(Feed::clone(feed));
        pipeline.set_feed_url(feed_url.cloned());
        let fetch = Fetch {
            credentials,
            revalidate: false,
            prefetch: None,
        };
        let group = FeedGroup::new(Some(Pending::Page), false, Vec::new());
        self.start(&group, 0, pipeline, url, fetch);
    }

    /// Starts the request for a document. If another one replaces it, its end is not reported.
    fn start(&self, group: &Rc<FeedGroup>, at: usize, pipeline: Pipeline, url: &str, by: Fetch) {
        let pending = group.first_pending;
        let Some(abort) = Abort::new() else {
            let error = Error::network("this browser cannot abort requests");
            return self.report_error(pending, error);
        };
        let controller = abort.controller();
        let mut requests = self.requests.borrow_mut();
        match pending {
            Some(Pending::Feed) => requests.feeds.push(abort),
            Some(Pending::Page) => requests.page = Some(abort),
            None => requests.refresh.push(abort),
        }
        drop(requests);
        let (loader, group) = (self.clone(), Rc::clone(group));
        let request = request(url, by, pipeline.feed().options());
        let mut load = Box::new(Load {
            pipeline,
            at,
            outcome: Ok(Loaded::default()),
        });
        // Only code that awaits is in the `async` block, where it compiles to far more.
        spawn_local(async move {
            let response = match request {
                Ok(request) => fetch(&request, &controller, &mut load.pipeline).await,
                Err(error) => Some(Err(error)),
            };
            let Some(response) = response else { return };
            ensure_character_references().await;
            loader.finish(&mut load, response, pending);
            let mut slice = TimeSlice::start();
            while !append_step(&mut load) {
                if !slice.yield_if_due(&controller).await {
                    return;
                }
            }
            let waits = group.settle(load);
            if waits {
                sleep(FIRST_CARDS_MS).await;
                if controller.signal().aborted() {
                    return;
                }
            }
            while let Some(mut batch) = loader.begin(&group, waits) {
                while !loader.index_step(&mut batch) {
                    if !slice.yield_if_due(&controller).await {
                        return;
                    }
                }
                loader.show(&group, batch);
            }
        });
    }

    /// Ends a document, from its URL after redirects.
    #[inline(never)]
    fn finish(&self, load: &mut Load, response: Result<String, Error>, pending: Option<Pending>) {
        let finished = response.and_then(|url| {
            match load.pipeline.finish_partially(Some(&url), &BrowserUrl)? {
                Some(error) if !self.may_be_partial(pending) => Err(error),
                cut_off => Ok((url, cut_off)),
            }
        });
        load.outcome = finished.map(|(url, cut_off)| Loaded {
            url,
            cut_off,
            ..Loaded::default()
        });
    }

    /// Puts together what has loaded of a group, if it is shown now.
    #[inline(never)]
    fn begin(&self, group: &FeedGroup, has_waited: bool) -> Option<Box<Batch>> {
        let mut settled = group.begin(has_waited)?;
        let feed = group.join(&mut settled, self.store.snapshot().newest_feed());
        let mut pipeline = feed.map(Pipeline::new);
        let is_indexing = pipeline
            .as_mut()
            .is_some_and(|pipeline| self.start_indexing(group.pending(), pipeline));
        Some(Box::new(Batch {
            settled,
            pipeline,
            is_indexing,
        }))
    }

    /// Indexes the next articles. Returns whether all are indexed, or none need to be.
    #[inline(never)]
    fn index_step(&self, batch: &mut Batch) -> bool {
        let Some(pipeline) = batch.pipeline.as_mut().filter(|_| batch.is_indexing) else {
            return true;
        };
        let index = pipeline.index_step().map(Rc::new);
        let is_done = index.is_some();
        if let Some(index) = index {
            self.store.dispatch(Action::IndexBuilt(index));
        }
        is_done
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

    /// Shows the feed of a group, and reports what has loaded or failed.
    #[inline(never)]
    fn show(&self, group: &FeedGroup, batch: Box<Batch>) {
        let pending = group.first_pending;
        if pending.is_none() && group.is_settled() {
            self.requests.borrow_mut().refresh.clear();
        }
        let pipeline = batch.pipeline;
        let feed = pipeline.map(|pipeline| Rc::new(pipeline.into_feed()));
        if let Some(feed) = feed.clone() {
            self.store.dispatch(match group.pending() {
                Some(Pending::Feed) => Action::FeedLoaded(feed),
                Some(Pending::Page) => Action::PageLoaded(feed),
                None => Action::RefreshLoaded(feed),
            });
        }
        group.end(feed.is_some());
        for one in batch.settled {
            let error = match (one.outcome, &feed) {
                (Ok(loaded), Some(feed)) => {
                    let AppendSummary { added, skipped } = loaded.summary;
                    let event = LoadEvent {
                        count: added,
                        skipped,
                        url: loaded.url.into(),
                        feed: Rc::clone(feed),
                    };
                    let on_load = self.callbacks.borrow().on_load.clone();
                    on_load.emit(event);
                    loaded.cut_off
                }
                (Ok(_), None) => None,
                (Err(error), _) if pending == Some(Pending::Page) => {
                    self.requests.borrow_mut().failed_page = error.url().map(str::to_owned);
                    Some(error.of_page())
                }
                (Err(error), _) => Some(error),
            };
            if let Some(error) = error {
                self.report_error(pending, error);
            }
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

/// Appends the next articles of a document. Returns whether all are appended.
#[inline(never)]
fn append_step(load: &mut Load) -> bool {
    match &mut load.outcome {
        Ok(loaded) => match load.pipeline.append_step() {
            Some(summary) => {
                loaded.summary = summary;
                true
            }
            None => false,
        },
        Err(_) => true,
    }
}

/// Returns the URLs that `src` names, absolute if they are valid, each once.
fn feed_urls(src: &str) -> Vec<Rc<str>> {
    let mut urls: Vec<Rc<str>> = Vec::new();
    for url in src.split_ascii_whitespace() {
        let absolute = BrowserUrl.resolve(url, base_url().as_deref());
        let url = absolute.as_deref().unwrap_or(url);
        if urls.iter().all(|known| **known != *url) {
            urls.push(url.into());
        }
    }
    // One without any has the error of an empty address.
    if urls.is_empty() {
        urls.push(src.into());
    }
    urls
}

/// The request for a document.
fn request(url: &str, by: Fetch, options: &Options) -> Result<Request, Error> {
    let absolute = BrowserUrl.resolve(url, base_url().as_deref());
    let Some(url) = absolute.filter(|url| has_fetch_scheme(url)) else {
        return Err(Error::invalid_url(url).at_url(url));
    };
    Ok(Request {
        url,
        credentials: by.credentials,
        idle_timeout: IDLE_TIMEOUT,
        max_bytes: options.max_bytes,
        revalidate: by.revalidate,
        prefetch: by.prefetch,
    })
}

/// Whether feeds are fetched from URLs of this scheme.
fn has_fetch_scheme(url: &str) -> bool {
    let schemes = ["http:", "https:", "blob:", "data:"];
    schemes.iter().any(|scheme| url.starts_with(scheme))
}
