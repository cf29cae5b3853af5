mod feed_group;
mod feed_loader;
mod source;
mod use_engine;
mod use_index_warm_up;
mod use_store;

use std::rc::Rc;

use article_cards_core::error::Error;
use article_cards_core::search::QueryState;
use gloo_events::EventListener;
use gloo_utils::window;
use yew::{Callback, hook, use_mut_ref};

use self::feed_loader::{FeedCallbacks, FeedLoader, Requests};
pub(crate) use self::source::{EngineSource, Source};
use self::use_engine::use_engine;
use self::use_index_warm_up::use_index_warm_up;
use self::use_store::use_store;
pub use self::use_store::{Snapshot, Store};
use super::{Defer, use_effect_on};
use crate::events::LoadEvent;
use crate::store::{Action, Pending, Settings};

/// The state of a list, and the ways to change it.
pub(crate) struct UseFeed {
    /// The state of this render.
    pub(crate) state: Rc<Snapshot>,
    /// The store, whose state may be newer.
    pub(crate) store: Store,
    /// Dispatches an action.
    pub(crate) dispatch: Callback<Action>,
    /// Repeats the failed request.
    pub(crate) retry: Callback<()>,
    /// Loads the feed again, whether or not it failed.
    pub(crate) reload: Callback<()>,
    /// Loads the first document again in the background.
    pub(crate) refresh: Callback<()>,
    /// Stops the loading of further pages.
    pub(crate) stop: Callback<()>,
}

/// Loads a feed and its pages. A response that is no longer needed is dropped.
#[hook]
pub(crate) fn use_feed(
    source: Source,
    settings: Settings,
    initial_query: impl FnOnce() -> QueryState,
    on_load: Callback<LoadEvent>,
    on_error: Callback<Error>,
) -> UseFeed {
    let store = use_store(|| {
        let empty = Snapshot::new(settings.clone(), initial_query());
        match source.loaded() {
            Some(feed) => empty.reduce(Action::FeedLoaded(Rc::clone(feed))),
            None => empty,
        }
    });
    let state = store.snapshot();
    let loader = FeedLoader {
        store: store.clone(),
        requests: use_mut_ref(Requests::default),
        callbacks: use_mut_ref(FeedCallbacks::default),
    };
    loader
        .callbacks
        .replace(FeedCallbacks { on_load, on_error });

    use_effect_on(settings, {
        let store = store.clone();
        move |settings: &Settings| store.dispatch(Action::SettingsChanged(settings.clone()))
    });

    let credentials = source.credentials;
    // Before the effect of the source, whose request replaces one for a page of the old feed.
    let loaded = state.feed().map_or(0, |feed| feed.articles().len());
    use_effect_on((state.needs_page(), loaded), {
        let loader = loader.clone();
        move |(is_needed, _): &(bool, usize)| {
            if *is_needed {
                loader.fetch_page(credentials);
            }
        }
    });

    let source = Rc::new(source);
    use_effect_on(Rc::clone(&source), {
        let loader = loader.clone();
        move |source: &Rc<Source>| {
            match (&source.feed, &source.items, &source.src) {
                _ if source.engine.is_some() => loader.store.dispatch(Action::EngineConnected),
                (Some(feed), ..) => {
                    let snapshot = loader.store.snapshot();
                    // Not again what the first render has shown.
                    if !snapshot.feed().is_some_and(|shown| Rc::ptr_eq(shown, feed)) {
                        (loader.store).dispatch(Action::FeedLoaded(Rc::clone(feed)));
                    }
                }
                (None, Some(items), _) => loader.read_value(source, items),
                (None, None, Some(src)) => loader.fetch_feed(source, src),
                (None, None, None) => loader.store.dispatch(Action::FeedRemoved),
            }
            Defer(move || {
                loader.requests.take();
            })
        }
    });

    use_engine(source.engine.clone(), &store, Rc::clone(&loader.callbacks));
    use_index_warm_up(&store);

    let dispatch = {
        let store = store.clone();
        Callback::from(move |action| store.dispatch(action))
    };
    let stop = {
        let loader = loader.clone();
        Callback::from(move |()| {
            loader.requests.borrow_mut().page = None;
            loader.store.dispatch(Action::LoadingStopped);
        })
    };
    let refresh = {
        let (loader, source) = (loader.clone(), Rc::clone(&source));
        let is_loading = state.pending() == Some(Pending::Feed);
        Callback::from(move |()| {
            if source.engine.is_some() {
                loader.store.dispatch(Action::EngineRefreshed);
            } else if let (None, None, Some(src), false) =
                (&source.feed, &source.items, &source.src, is_loading)
            {
                loader.refresh(&source, src);
            }
        })
    };
    let reload = {
        let loader = loader.clone();
        Callback::from(move |()| match (&source.feed, &source.items, &source.src) {
            _ if source.engine.is_some() => loader.store.dispatch(Action::EngineRetried),
            (None, Some(items), _) => loader.read_value(&source, items),
            (None, None, Some(src)) => loader.refetch_feed(&source, src),
            _ => {}
        })
    };
    let retry = {
        let reload = reload.clone();
        Callback::from(move |()| match loader.store.snapshot().failure() {
            Some((Pending::Page, _)) if !loader.store.snapshot().is_remote() => {
                loader.fetch_page(credentials)
            }
            _ => reload.emit(()),
        })
    };
    let has_no_network = state
        .failure()
        .is_some_and(|(_, error)| error.is_network() || error.is_timeout() || error.is_engine());
    use_effect_on(has_no_network, {
        let retry = retry.clone();
        move |has_no_network: &bool| {
            // The network is there again.
            let on_online = move |_: &web_sys::Event| retry.emit(());
            has_no_network.then(|| EventListener::new(&window(), "online", on_online))
        }
    });
    UseFeed {
        state,
        store,
        dispatch,
        retry,
        reload,
        refresh,
        stop,
    }
}
