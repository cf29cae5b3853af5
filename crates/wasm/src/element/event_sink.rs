use std::rc::Rc;

use article_cards::components::embedding::ListHandle;
use article_cards::components::{ArticleCardsProps, CardClick, Change, LoadEvent};
use article_cards_core::error::Error;
use serde::Serialize;
use serde_wasm_bindgen::preserve;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::MouseEvent;
use yew::Callback;

use crate::convert::to_js;
use crate::state;

#[wasm_bindgen]
extern "C" {
    /// Receives a list's events. Its methods must not throw: the module would crash.
    #[derive(Clone, Debug)]
    pub type EventSink;

    #[wasm_bindgen(method)]
    fn emit(this: &EventSink, event: &str, detail: JsValue);

    #[wasm_bindgen(method, js_name = cardClick)]
    fn card_click(this: &EventSink, detail: JsValue, click: &MouseEvent);

    /// The list is rendered with everything that was set up to this revision.
    #[wasm_bindgen(method)]
    pub(super) fn rendered(this: &EventSink, revision: u32);
}

#[derive(Serialize)]
struct LoadDetail<'a> {
    count: usize,
    skipped: usize,
    url: &'a str,
}

#[derive(Serialize)]
struct ErrorDetail<'a> {
    kind: &'a str,
    message: String,
    url: Option<&'a str>,
    retryable: bool,
}

#[derive(Serialize)]
struct ChangeDetail {
    #[serde(with = "preserve")]
    state: JsValue,
    total: usize,
}

#[derive(Serialize)]
struct PageDetail {
    page: usize,
}

#[derive(Serialize)]
struct CardClickDetail<'a> {
    id: &'a str,
    url: &'a str,
}

/// Sets the callbacks of a list, which emit its events as long as the list is mounted.
pub(super) fn connect(properties: &mut ArticleCardsProps, sink: &EventSink, remote: &ListHandle) {
    let emitter = Rc::new(Emitter {
        sink: sink.clone(),
        remote: remote.clone(),
    });
    let emit = Rc::clone(&emitter);
    properties.on_load = Callback::from(
        move |LoadEvent {
                  count,
                  skipped,
                  url,
                  ..
              }| {
            emit.emit(
                "ac-load",
                &LoadDetail {
                    count,
                    skipped,
                    url: &url,
                },
            );
        },
    );
    let emit = Rc::clone(&emitter);
    properties.on_error = Callback::from(move |error: Error| {
        let detail = ErrorDetail {
            kind: error.kind(),
            message: error.message(),
            url: error.url(),
            retryable: error.is_retryable(),
        };
        emit.emit("ac-error", &detail);
    });
    let emit = Rc::clone(&emitter);
    properties.on_change = Callback::from(move |change: Change| {
        let (state, total) = (state::write(&change.state), change.total);
        emit.emit("ac-change", &ChangeDetail { state, total });
    });
    let emit = Rc::clone(&emitter);
    properties.on_page = Callback::from(move |page| emit.emit("ac-page", &PageDetail { page }));
    properties.on_card_click = Some(Callback::from(move |click: CardClick| {
        if emitter.remote.is_open() {
            let (id, url) = (&*click.id, &*click.url);
            let detail = to_js(&CardClickDetail { id, url });
            emitter.sink.card_click(detail, &click.event);
        }
    }));
}

struct Emitter {
    sink: EventSink,
    remote: ListHandle,
}

impl Emitter {
    fn emit<D: Serialize>(&self, event: &str, detail: &D) {
        // The sink may belong to another list by now.
        if self.remote.is_open() {
            self.sink.emit(event, to_js(detail));
        }
    }
}
