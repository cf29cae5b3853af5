use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::{
    AttrValue, Callback, Reducible, UseReducerHandle, hook, use_callback, use_effect_with,
    use_mut_ref, use_reducer, use_state,
};

use crate::browser::{Abort, BrowserUrl, Credentials, PATIENCE, Request, base_url, fetch};
use crate::components::LoadEvent;
use crate::error::Error;
use crate::feed::link::Resolver;
use crate::feed::{Feed, Options, Page};
use crate::state::{Action, State, Waiting};

/// Where articles come from, and whom to tell.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::components) struct Source {
    /// Address of the first document.
    pub(in crate::components) src: Option<AttrValue>,
    /// A feed that is there already; it beats `src`.
    pub(in crate::components) feed: Option<Rc<Feed>>,
    pub(in crate::components) options: Options,
    pub(in crate::components) credentials: Credentials,
}

/// A list's state, and what can be done to it.
pub(in crate::components) struct UseFeed {
    pub(in crate::components) state: UseReducerHandle<FeedState>,
    /// Shows more, and asks for the next page of the feed where it takes that.
    pub(in crate::components) more: Callback<()>,
    /// Tries again what failed.
    pub(in crate::components) retry: Callback<()>,
}

/// The state behind a list.
#[derive(Clone, Debug, Default)]
pub(in crate::components) struct FeedState(State);

impl std::ops::Deref for FeedState {
    type Target = State;

    fn deref(&self) -> &State {
        &self.0
    }
}

impl Reducible for FeedState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(self.0.after(action)))
    }
}

/// Loads a feed and its pages. An answer that nobody waits for any more is dropped.
#[hook]
pub(in crate::components) fn use_feed(
    source: Source,
    page_size: usize,
    with_unpublished: bool,
    on_load: Callback<LoadEvent>,
    on_error: Callback<Error>,
) -> UseFeed {
    let state = use_reducer(FeedState::default);
    let attempt = use_state(|| 0_u32);
    // One request at a time: whoever asks next replaces, and so aborts, the one before.
    let request = use_mut_ref(|| None::<Abort>);
    let told = use_mut_ref(|| (on_load.clone(), on_error.clone()));
    *told.borrow_mut() = (on_load, on_error);

    use_effect_with(with_unpublished, {
        let state = state.dispatcher();
        move |with| state.dispatch(Action::WithUnpublished(*with))
    });

    use_effect_with((source.clone(), *attempt), {
        let state = state.dispatcher();
        let (request, told) = (Rc::clone(&request), Rc::clone(&told));
        move |(source, attempt): &(Source, u32)| {
            let held = Rc::clone(&request);
            match (&source.feed, &source.src) {
                (Some(feed), _) => {
                    state.dispatch(Action::Loaded(Rc::clone(feed), page_size));
                }
                (None, Some(src)) => {
                    state.dispatch(Action::Asked);
                    let feed = Feed::new(source.options.clone());
                    let load = Load {
                        feed,
                        url: src.to_string(),
                        fresh: *attempt > 0,
                    };
                    let done = move |feed| Action::Loaded(feed, page_size);
                    start(
                        load,
                        source.credentials,
                        &request,
                        move |loaded| match loaded {
                            Ok((feed, event)) => {
                                state.dispatch(done(feed));
                                let on_load = told.borrow().0.clone();
                                on_load.emit(event);
                            }
                            Err(error) => fail(&state, &told, error),
                        },
                    );
                }
                (None, None) => state.dispatch(Action::Cleared),
            }
            move || drop(held.borrow_mut().take())
        }
    });

    let load_page = {
        let (request, told) = (Rc::clone(&request), Rc::clone(&told));
        let credentials = source.credentials;
        let dispatcher = state.dispatcher();
        move |state: &State| {
            let Some(feed) = state.feed() else { return };
            let Some(url) = feed.next_page().map(str::to_owned) else {
                return;
            };
            dispatcher.dispatch(Action::PageAsked);
            let load = Load {
                feed: Feed::clone(feed),
                url,
                fresh: false,
            };
            let (told, dispatcher) = (Rc::clone(&told), dispatcher.clone());
            start(load, credentials, &request, move |loaded| match loaded {
                Ok((feed, event)) => {
                    dispatcher.dispatch(Action::Grown(feed));
                    let on_load = told.borrow().0.clone();
                    on_load.emit(event);
                }
                Err(error) => fail(&dispatcher, &told, error),
            });
        }
    };

    use_effect_with((state.needs_page(), state.total()), {
        let (load_page, state) = (load_page.clone(), state.clone());
        move |(needed, _): &(bool, usize)| {
            if *needed {
                load_page(&state);
            }
        }
    });

    let more = use_callback((state.dispatcher(), page_size), |(), (state, page_size)| {
        state.dispatch(Action::More(*page_size));
    });
    let retry = {
        let state = state.clone();
        Callback::from(move |()| match state.failure() {
            Some((Waiting::Page, _)) => load_page(&state),
            _ => attempt.set(attempt.wrapping_add(1)),
        })
    };
    UseFeed { state, more, retry }
}

/// A document to be read into a feed.
struct Load {
    feed: Feed,
    url: String,
    fresh: bool,
}

type Loaded = Result<(Rc<Feed>, LoadEvent), Error>;

/// Starts a request; `done` hears of its end unless another one replaced it.
fn start(
    load: Load,
    credentials: Credentials,
    place: &Rc<RefCell<Option<Abort>>>,
    done: impl FnOnce(Loaded) + 'static,
) {
    let Some(abort) = Abort::new() else {
        return done(Err(Error::network("this browser cannot abort requests")));
    };
    let controller = abort.controller();
    // The one before, if there is one, is aborted here.
    place.replace(Some(abort));
    spawn_local(async move {
        let Load {
            mut feed,
            url,
            fresh,
        } = load;
        let Some(url) = BrowserUrl.resolve(&url, base_url().as_deref()) else {
            return done(Err(Error::network(format!("{url:?} is no address"))));
        };
        let max_bytes = feed.options().max_bytes;
        let request = Request {
            url,
            credentials,
            max_bytes,
            patience: PATIENCE,
            fresh,
        };
        let Some(answer) = fetch(&request, &controller).await else {
            return;
        };
        done(answer.and_then(|answer| {
            let Page { count, skipped } =
                feed.read(&answer.bytes, Some(&answer.url), &BrowserUrl)?;
            let event = LoadEvent {
                count,
                skipped,
                url: answer.url.into(),
            };
            Ok((Rc::new(feed), event))
        }));
    });
}

fn fail(
    state: &yew::UseReducerDispatcher<FeedState>,
    told: &RefCell<(Callback<LoadEvent>, Callback<Error>)>,
    error: Error,
) {
    state.dispatch(Action::Failed(error.clone()));
    let on_error = told.borrow().1.clone();
    on_error.emit(error);
}
