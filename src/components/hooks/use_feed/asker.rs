use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::Source;
use super::kept::Kept;
use crate::browser::{
    Abort, BrowserUrl, Credentials, PATIENCE, Request, Taker, Work, base_url, fetch,
    read_script_value,
};
use crate::components::LoadEvent;
use crate::store::{Action, Waiting};
use article_cards_core::error::Error;
use article_cards_core::feed::link::Resolver;
use article_cards_core::feed::{Arriving, Feed, Options, Page};
use article_cards_core::search::Indexing;

/// A document to be read into a feed.
struct Load {
    /// What the list waits for; `None`: it is read in the background.
    what: Option<Waiting>,
    feed: Feed,
    url: String,
    credentials: Credentials,
    fresh: bool,
    early: Option<JsValue>,
}

/// How many articles are looked at before the clock is.
pub(super) const PART: usize = 100;

/// A document that is read as it comes.
struct Reading {
    options: Options,
    document: Arriving,
}

impl Reading {
    fn new(options: &Options) -> Self {
        Self {
            options: options.clone(),
            document: Arriving::new(options),
        }
    }
}

impl Taker for Reading {
    fn begin(&mut self) {
        self.document = Arriving::new(&self.options);
    }

    fn take(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.document.push(bytes)
    }
}

/// What is kept from one drawing to the next.
#[derive(Default)]
pub(super) struct Held {
    /// One request at a time: whoever asks next replaces, and so aborts, the one before.
    pub(super) request: Option<Abort>,
    /// The one in the background.
    pub(super) refresh: Option<Abort>,
    pub(super) told: (Callback<LoadEvent>, Callback<Error>),
}

/// Asks for documents, and passes on what comes.
#[derive(Clone)]
pub(super) struct Asker {
    pub(super) kept: Kept,
    pub(super) held: Rc<RefCell<Held>>,
}

impl Asker {
    pub(super) fn act(&self, action: Action) {
        self.kept.act(action);
    }

    /// Reads a feed that a script handed over.
    pub(super) fn read(&self, source: &Source, items: &JsValue) {
        let mut feed = Feed::new(source.absolute_options());
        match read_script_value(&mut feed, items, base_url().as_deref()) {
            Ok(_) => self.act(Action::Loaded(Rc::new(feed))),
            Err(error) => {
                self.act(Action::Asked);
                // It came from no address.
                self.fail(Some(Waiting::Feed), error.without_url());
            }
        }
    }

    /// Asks for the first document, for the first time or once more.
    pub(super) fn ask(&self, source: &Source, src: &str, action: Action) {
        let fresh = matches!(action, Action::Retried);
        self.act(action);
        self.start(first(source, src, Some(Waiting::Feed), fresh));
    }

    /// Asks for the first document in the background, if that is not on its way.
    pub(super) fn refresh(&self, source: &Source, src: &str) {
        if self.held.borrow().refresh.is_none() {
            self.start(first(source, src, None, true));
        }
    }

    pub(super) fn ask_page(&self, credentials: Credentials) {
        let state = self.kept.now();
        let Some(feed) = state.feed() else { return };
        let Some(url) = feed.next_page().map(str::to_owned) else {
            return;
        };
        self.act(Action::PageAsked);
        self.start(Load {
            what: Some(Waiting::Page),
            feed: Feed::clone(feed),
            url,
            credentials,
            fresh: false,
            early: None,
        });
    }

    /// Starts a request; nobody hears of its end if another one replaces it.
    fn start(&self, load: Load) {
        let Some(abort) = Abort::new() else {
            let error = Error::network("this browser cannot abort requests");
            return self.fail(load.what, error);
        };
        let controller = abort.controller();
        // The one before, if there is one, is aborted here.
        match load.what {
            Some(_) => self.held.borrow_mut().request = Some(abort),
            None => self.held.borrow_mut().refresh = Some(abort),
        }
        let asker = self.clone();
        let request = request(&load);
        // Only what waits is asynchronous: that code is far larger.
        spawn_local(async move {
            let mut load = load;
            let mut reading = Reading::new(load.feed.options());
            let answer = match request {
                Ok(request) => fetch(&request, &controller, &mut reading).await,
                Err(error) => Some(Err(error)),
            };
            let Some(answer) = answer else { return };
            let arrived = answer.and_then(|url| {
                let arrived = reading.document.finish(Some(&url), &BrowserUrl)?;
                Ok((arrived, url))
            });
            let (mut arrived, url) = match arrived {
                Ok(arrived) => arrived,
                Err(error) => return asker.failed(load.what, error),
            };
            let mut work = Work::begin();
            let page = loop {
                if let Some(page) = load.feed.take(&mut arrived, PART) {
                    break page;
                }
                if !work.goes_on(&controller).await {
                    return;
                }
            };
            let feed = Rc::new(load.feed);
            if let Some(mut indexing) = asker.indexing(load.what, &feed) {
                while !indexing.step(PART) {
                    if !work.goes_on(&controller).await {
                        return;
                    }
                }
                asker.act(Action::Indexed(Rc::new(indexing.finish())));
            }
            asker.read_to_end(load.what, feed, page, url);
        });
    }

    /// What indexes the feed that a document belongs to, if that is to be done at once.
    fn indexing(&self, what: Option<Waiting>, feed: &Feed) -> Option<Indexing> {
        let state = self.kept.now();
        let settings = state.settings()?;
        let is_due = match what {
            Some(Waiting::Feed) => true,
            Some(Waiting::Page) => state.is_index_due(feed),
            None => state.has_unknown(feed),
        };
        // The first answer may be to a text.
        let queries = settings.only.iter().chain([state.query()]);
        let has_text = queries.into_iter().any(|query| !query.query.is_empty());
        is_due.then(|| Indexing::new(feed, settings.index.clone()).with_words(has_text))
    }

    /// A document is in the feed.
    fn read_to_end(&self, what: Option<Waiting>, feed: Rc<Feed>, page: Page, url: String) {
        let Page { count, skipped } = page;
        let event = LoadEvent {
            count,
            skipped,
            url: url.into(),
            feed: Rc::clone(&feed),
        };
        self.end(what);
        self.act(match what {
            Some(Waiting::Feed) => Action::Loaded(feed),
            Some(Waiting::Page) => Action::Grown(feed),
            None => Action::Refreshed(feed),
        });
        let on_load = self.held.borrow().told.0.clone();
        on_load.emit(event);
    }

    /// A document could not be had.
    fn failed(&self, what: Option<Waiting>, error: Error) {
        self.end(what);
        match what {
            Some(Waiting::Page) => self.fail(what, error.of_page()),
            _ => self.fail(what, error),
        }
    }

    fn end(&self, what: Option<Waiting>) {
        if what.is_none() {
            self.held.borrow_mut().refresh = None;
        }
    }

    fn fail(&self, what: Option<Waiting>, error: Error) {
        if what.is_some() {
            self.act(Action::Failed(error.clone()));
        }
        let on_error = self.held.borrow().told.1.clone();
        on_error.emit(error);
    }
}

/// The first document of a feed.
fn first(source: &Source, src: &str, what: Option<Waiting>, fresh: bool) -> Load {
    Load {
        what,
        feed: Feed::new(source.absolute_options()),
        url: src.to_owned(),
        credentials: source.credentials,
        fresh,
        early: source.early.clone().filter(|_| !fresh),
    }
}

/// What is fetched for a document.
fn request(load: &Load) -> Result<Request, Error> {
    let url = BrowserUrl.resolve(&load.url, base_url().as_deref());
    let Some(url) = url.filter(|url| is_fetched(url)) else {
        return Err(Error::address(&load.url).at_url(&load.url));
    };
    Ok(Request {
        url,
        credentials: load.credentials,
        patience: PATIENCE,
        fresh: load.fresh,
        early: load.early.clone(),
    })
}

/// Whether `fetch` is asked for an address of this kind.
fn is_fetched(url: &str) -> bool {
    let fetched = ["http:", "https:", "blob:", "data:"];
    fetched.iter().any(|scheme| url.starts_with(scheme))
}
