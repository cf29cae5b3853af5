use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::{
    AttrValue, Callback, Reducible, UseReducerDispatcher, UseReducerHandle, hook, use_mut_ref,
    use_reducer,
};

use super::{AtLast, use_effect_on};
use crate::browser::{
    Abort, Answer, BrowserUrl, Credentials, PATIENCE, Request, base_url, fetch, read_script_value,
    ticks_ms,
};
use crate::components::LoadEvent;
use crate::error::Error;
use crate::feed::link::{self, Resolver};
use crate::feed::{Feed, Options, Page};
use crate::query::QueryState;
use crate::state::{Action, Cause, Settings, State, Waiting};

/// Where articles come from. A feed is another one if its `Rc` is.
#[derive(Clone, Debug)]
pub(in crate::components) struct Source {
    /// Address of the first document.
    pub(in crate::components) src: Option<AttrValue>,
    /// A feed that is there already; it beats all others.
    pub(in crate::components) feed: Option<Rc<Feed>>,
    /// A feed as a value of a script; it beats `src`.
    pub(in crate::components) items: Option<JsValue>,
    pub(in crate::components) options: Options,
    pub(in crate::components) credentials: Credentials,
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            src,
            feed,
            items,
            options,
            credentials,
        } = self;
        *src == other.src
            && *items == other.items
            && feed.as_ref().map(Rc::as_ptr) == other.feed.as_ref().map(Rc::as_ptr)
            && *options == other.options
            && *credentials == other.credentials
    }
}

impl Source {
    /// How to read, with addresses that do not hang on the page.
    fn absolute_options(&self) -> Options {
        let mut options = self.options.clone();
        options.page_src = options
            .page_src
            .and_then(|template| link::template(&BrowserUrl, &template, base_url().as_deref()));
        options
    }
}

/// A list's state, and what can be done to it.
pub(in crate::components) struct UseFeed {
    pub(in crate::components) state: UseReducerHandle<FeedState>,
    /// Changes it.
    pub(in crate::components) act: Callback<Action>,
    /// Tries again what failed.
    pub(in crate::components) retry: Callback<()>,
    /// Asks for the feed once more, be it that nothing failed.
    pub(in crate::components) reload: Callback<()>,
    /// Reads the first document once more, in the background.
    pub(in crate::components) refresh: Callback<()>,
    /// Loads no further pages for now.
    pub(in crate::components) stop: Callback<()>,
}

/// The state behind a list.
#[derive(Clone)]
pub(crate) struct FeedState {
    state: State,
    /// Nothing where the feed was indexed along with it.
    took_ms: Option<f64>,
    revision: u32,
}

/// What changes it.
pub(crate) enum Step {
    /// Something happened.
    Act(Action),
    /// All that properties up to this revision say has happened.
    Mark(u32),
}

#[cfg_attr(not(feature = "element"), allow(dead_code))]
impl FeedState {
    /// How long the last query took, in milliseconds.
    pub(crate) fn took_ms(&self) -> f64 {
        let measured = || {
            let start = ticks_ms();
            self.state.index()?.run(self.state.query());
            Some(ticks_ms() - start)
        };
        self.took_ms.or_else(measured).unwrap_or_default()
    }

    /// Up to which revision all that properties say has happened.
    pub(crate) fn revision(&self) -> u32 {
        self.revision
    }
}

impl std::ops::Deref for FeedState {
    type Target = State;

    fn deref(&self) -> &State {
        &self.state
    }
}

impl Reducible for FeedState {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        let Self {
            state,
            took_ms,
            revision,
        } = &*self;
        Rc::new(match step {
            Step::Mark(revision) => Self {
                revision,
                ..Self::clone(&self)
            },
            Step::Act(action) => {
                let start = ticks_ms();
                let after = state.after(action);
                let index = |of: &State| of.index().map(Rc::as_ptr);
                let took_ms = if index(state) != index(&after) {
                    None
                } else if Rc::ptr_eq(state.facets(), after.facets()) {
                    // Not every act asks the index.
                    *took_ms
                } else {
                    Some(ticks_ms() - start)
                };
                Self {
                    state: after,
                    took_ms,
                    revision: *revision,
                }
            }
        })
    }
}

/// Loads a feed and its pages. An answer that nobody waits for any more is dropped.
#[hook]
pub(in crate::components) fn use_feed(
    source: Source,
    settings: Settings,
    start: impl FnOnce() -> QueryState,
    on_load: Callback<LoadEvent>,
    on_error: Callback<Error>,
) -> UseFeed {
    let state = use_reducer(|| {
        let state = State::new(settings.clone());
        FeedState {
            state: state.after(Action::Queried(start(), Cause::Given)),
            took_ms: None,
            revision: 0,
        }
    });
    let asker = Asker {
        state: state.dispatcher(),
        held: use_mut_ref(Held::default),
    };
    asker.held.borrow_mut().told = (on_load, on_error);

    use_effect_on(settings, {
        let state = state.dispatcher();
        move |settings: &Settings| state.dispatch(Step::Act(Action::Set(settings.clone())))
    });

    let credentials = source.credentials;
    // Before the source: what that asks for replaces a page of the feed before.
    let loaded = state.feed().map_or(0, |feed| feed.articles().len());
    use_effect_on((state.needs_page(), loaded), {
        let (asker, state) = (asker.clone(), state.clone());
        move |(needed, _): &(bool, usize)| {
            if *needed {
                asker.ask_page(&state, credentials);
            }
        }
    });

    let source = Rc::new(source);
    use_effect_on(Rc::clone(&source), {
        let asker = asker.clone();
        move |source: &Rc<Source>| {
            match (&source.feed, &source.items, &source.src) {
                (Some(feed), ..) => asker.act(Action::Loaded(Rc::clone(feed))),
                (None, Some(items), _) => asker.read(source, items),
                (None, None, Some(src)) => asker.ask(source, src, Action::Asked),
                (None, None, None) => asker.act(Action::Cleared),
            }
            AtLast(move || {
                let mut held = asker.held.borrow_mut();
                drop((held.request.take(), held.refresh.take()));
            })
        }
    });

    let act = {
        let state = state.dispatcher();
        Callback::from(move |action| state.dispatch(Step::Act(action)))
    };
    let stop = {
        let asker = asker.clone();
        Callback::from(move |()| {
            drop(asker.held.borrow_mut().request.take());
            asker.act(Action::Stopped);
        })
    };
    let refresh = {
        let (asker, source) = (asker.clone(), Rc::clone(&source));
        let is_waiting = state.waiting() == Some(Waiting::Feed);
        Callback::from(move |()| {
            if let (None, None, Some(src), false) =
                (&source.feed, &source.items, &source.src, is_waiting)
            {
                asker.refresh(&source, src);
            }
        })
    };
    let reload = {
        let asker = asker.clone();
        Callback::from(move |()| match (&source.feed, &source.items, &source.src) {
            (None, Some(items), _) => asker.read(&source, items),
            (None, None, Some(src)) => asker.ask(&source, src, Action::Retried),
            _ => {}
        })
    };
    let retry = {
        let (state, reload) = (state.clone(), reload.clone());
        Callback::from(move |()| match state.failure() {
            Some((Waiting::Page, _)) => asker.ask_page(&state, credentials),
            _ => reload.emit(()),
        })
    };
    UseFeed {
        state,
        act,
        retry,
        reload,
        refresh,
        stop,
    }
}

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
struct Held {
    /// One request at a time: whoever asks next replaces, and so aborts, the one before.
    request: Option<Abort>,
    /// The one in the background.
    refresh: Option<Abort>,
    told: (Callback<LoadEvent>, Callback<Error>),
}

/// Asks for documents, and passes on what comes.
#[derive(Clone)]
struct Asker {
    state: UseReducerDispatcher<FeedState>,
    held: Rc<RefCell<Held>>,
}

impl Asker {
    fn act(&self, action: Action) {
        self.state.dispatch(Step::Act(action));
    }

    /// Reads a feed that a script handed over.
    #[inline(never)]
    fn read(&self, source: &Source, items: &JsValue) {
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
    fn ask(&self, source: &Source, src: &str, action: Action) {
        let fresh = matches!(action, Action::Retried);
        self.act(action);
        self.start(first(source, src, Some(Waiting::Feed), fresh));
    }

    /// Asks for the first document in the background, if that is not on its way.
    fn refresh(&self, source: &Source, src: &str) {
        if self.held.borrow().refresh.is_none() {
            self.start(first(source, src, None, true));
        }
    }

    fn ask_page(&self, state: &State, credentials: Credentials) {
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
    #[inline(never)]
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
        let load = Box::new(load);
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
    #[inline(never)]
    fn heard(&self, mut load: Box<Load>, answer: Result<Answer, Error>) {
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

    #[inline(never)]
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
