mod asker;
mod kept;
mod use_preparing;

use std::rc::Rc;

use wasm_bindgen::JsValue;
use yew::{AttrValue, Callback, hook, use_mut_ref};

use self::asker::{Asker, Held};
use self::kept::use_kept;
pub use self::kept::{FeedState, Kept};
use self::use_preparing::use_preparing;
use super::{AtLast, use_effect_on};
use crate::browser::{BrowserUrl, Credentials, base_url};
use crate::components::LoadEvent;
use crate::store::{Action, Settings, Waiting};
use article_cards_core::error::Error;
use article_cards_core::feed::link;
use article_cards_core::feed::{Feed, Options};
use article_cards_core::search::QueryState;

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
    /// A request for the first document that was made already.
    pub(in crate::components) early: Option<JsValue>,
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            src,
            feed,
            items,
            options,
            credentials,
            early: _,
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
    /// As it is drawn.
    pub(in crate::components) state: Rc<FeedState>,
    /// As it is at any time.
    pub(in crate::components) kept: Kept,
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

/// Loads a feed and its pages. An answer that nobody waits for any more is dropped.
#[hook]
pub(in crate::components) fn use_feed(
    source: Source,
    settings: Settings,
    start: impl FnOnce() -> QueryState,
    on_load: Callback<LoadEvent>,
    on_error: Callback<Error>,
) -> UseFeed {
    let kept = use_kept(|| FeedState::new(settings.clone(), start()));
    let state = kept.now();
    let asker = Asker {
        kept: kept.clone(),
        held: use_mut_ref(Held::default),
    };
    asker.held.borrow_mut().told = (on_load, on_error);

    use_effect_on(settings, {
        let kept = kept.clone();
        move |settings: &Settings| kept.act(Action::Set(settings.clone()))
    });

    let credentials = source.credentials;
    // Before the source: what that asks for replaces a page of the feed before.
    let loaded = state.feed().map_or(0, |feed| feed.articles().len());
    use_effect_on((state.needs_page(), loaded), {
        let asker = asker.clone();
        move |(needed, _): &(bool, usize)| {
            if *needed {
                asker.ask_page(credentials);
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

    use_preparing(&kept);

    let act = {
        let kept = kept.clone();
        Callback::from(move |action| kept.act(action))
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
        let reload = reload.clone();
        Callback::from(move |()| match asker.kept.now().failure() {
            Some((Waiting::Page, _)) => asker.ask_page(credentials),
            _ => reload.emit(()),
        })
    };
    UseFeed {
        state,
        kept,
        act,
        retry,
        reload,
        refresh,
        stop,
    }
}
