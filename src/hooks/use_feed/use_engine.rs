use std::cell::RefCell;
use std::rc::Rc;

use article_cards_core::error::Error;
use wasm_bindgen_futures::spawn_local;
use yew::hook;

use super::feed_loader::FeedCallbacks;
use super::source::EngineSource;
use super::use_store::Store;
use crate::browser::{Abort, sleep, ticks_ms};
use crate::events::LoadEvent;
use crate::hooks::use_effect_on;
use crate::store::{Action, EngineAnswer, EngineFailure, EngineRequest, Purpose, Trigger};

/// How long a search engine waits for the next key stroke, in milliseconds.
const TYPING_PAUSE_MS: i32 = 150;

/// Asks a search engine what the list needs next: one request at a time. A request that is no longer
/// needed is aborted, so that no older answer replaces a newer one.
#[hook]
pub(super) fn use_engine(
    source: Option<EngineSource>,
    store: &Store,
    callbacks: Rc<RefCell<FeedCallbacks>>,
) {
    let request = store.snapshot().engine_request();
    let store = store.clone();
    use_effect_on(
        (source, request),
        move |deps: &(_, Option<EngineRequest>)| {
            let (source, request) = (deps.0.clone()?, deps.1.clone()?);
            let abort = Abort::new()?;
            spawn_local(ask(source, request, store, callbacks, abort.controller()));
            Some(abort)
        },
    );
}

async fn ask(
    source: EngineSource,
    request: EngineRequest,
    store: Store,
    callbacks: Rc<RefCell<FeedCallbacks>>,
    abort: web_sys::AbortController,
) {
    let signal = abort.signal();
    let state = store.snapshot();
    let is_typed = match request.purpose {
        Purpose::Articles => state.trigger() == Trigger::Typing,
        Purpose::FacetValues => true,
        _ => false,
    };
    if is_typed {
        sleep(TYPING_PAUSE_MS).await;
    }
    if signal.aborted() {
        return;
    }
    let start = ticks_ms();
    let asked = state.search_request(&request);
    let answer = source.engine.search(asked, signal.clone()).await;
    if signal.aborted() {
        return;
    }
    match answer {
        Ok(answer) => {
            let is_load = match request.purpose {
                Purpose::Articles => state.feed().is_none(),
                Purpose::More => true,
                _ => false,
            };
            let count = answer.feed.articles().len();
            let took_ms = ticks_ms() - start;
            store.dispatch(Action::EngineAnswered(Box::new(EngineAnswer {
                request,
                answer,
                took_ms,
            })));
            if let Some(feed) = store.snapshot().feed().filter(|_| is_load) {
                let on_load = callbacks.borrow().on_load.clone();
                on_load.emit(LoadEvent {
                    count,
                    skipped: 0,
                    url: source.url.unwrap_or_default(),
                    feed: Rc::clone(feed),
                });
            }
        }
        Err(error) => report(request, error, &store, &callbacks),
    }
}

fn report(request: EngineRequest, error: Error, store: &Store, callbacks: &RefCell<FeedCallbacks>) {
    let error = match request.purpose {
        Purpose::More => error.of_page(),
        _ => error,
    };
    let is_current = store.snapshot().engine_request().as_ref() == Some(&request);
    let is_shown = is_current && matches!(request.purpose, Purpose::Articles | Purpose::More);
    let on_error = callbacks.borrow().on_error.clone();
    store.dispatch(Action::EngineFailed(EngineFailure {
        request,
        error: error.clone(),
    }));
    if is_shown {
        on_error.emit(error);
    }
}
