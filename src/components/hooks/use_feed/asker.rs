use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::Source;
use super::kept::Kept;
use crate::browser::{
    Abort, Answer, BrowserUrl, Credentials, PATIENCE, Request, base_url, fetch, read_script_value,
};
use crate::components::LoadEvent;
use crate::error::Error;
use crate::feed::link::Resolver;
use crate::feed::{Feed, Page};
use crate::state::{Action, Waiting};

/// A document to be read into a feed.
struct Load {
    /// What the list waits for; `None`: it is read in the background.
    what: Option<Waiting>,
    feed: Feed,
    url: String,
    credentials: Credentials,
    fresh: bool,
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
            let answer = match request {
                Ok(request) => fetch(&request, &controller).await,
                Err(error) => Some(Err(error)),
            };
            if let Some(answer) = answer {
                asker.heard(load, answer);
            }
        });
    }

    /// Takes what came of a request.
    fn heard(&self, mut load: Load, answer: Result<Answer, Error>) {
        let what = load.what;
        let page = answer.and_then(|answer| {
            let page = load
                .feed
                .read(&answer.bytes, Some(&answer.url), &BrowserUrl)?;
            Ok((page, answer.url))
        });
        if what.is_none() {
            self.held.borrow_mut().refresh = None;
        }
        match page {
            Ok((Page { count, skipped }, url)) => {
                let feed = Rc::new(load.feed);
                let event = LoadEvent {
                    count,
                    skipped,
                    url: url.into(),
                    feed: Rc::clone(&feed),
                };
                self.act(match what {
                    Some(Waiting::Feed) => Action::Loaded(feed),
                    Some(Waiting::Page) => Action::Grown(feed),
                    None => Action::Refreshed(feed),
                });
                let on_load = self.held.borrow().told.0.clone();
                on_load.emit(event);
            }
            Err(error) if what == Some(Waiting::Page) => self.fail(what, error.of_page()),
            Err(error) => self.fail(what, error),
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
        max_bytes: load.feed.options().max_bytes,
        patience: PATIENCE,
        fresh: load.fresh,
    })
}

/// Whether `fetch` is asked for an address of this kind.
fn is_fetched(url: &str) -> bool {
    let fetched = ["http:", "https:", "blob:", "data:"];
    fetched.iter().any(|scheme| url.starts_with(scheme))
}
