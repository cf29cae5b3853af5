use article_cards::components::embedding::ListHandle;
use article_cards::components::{ArticleCardsProps, CardClick, Change, LoadEvent, SaveEvent};
use article_cards_core::error::Error;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::MouseEvent;
use yew::Callback;

use super::event_details::{
    CardClickDetail, ChangeDetail, Detail, ErrorDetail, LoadDetail, PageDetail, SaveDetail,
};
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

    /// Loads the table of all character references.
    #[wasm_bindgen(method, js_name = loadCharacterReferences)]
    pub(super) fn load_character_references(this: &EventSink) -> Promise;

    /// Returns a reader that converts the body of a document of XML.
    #[wasm_bindgen(method, js_name = convertBody)]
    pub(super) fn convert_body(
        this: &EventSink,
        reader: JsValue,
        url: &str,
        max_bytes: f64,
    ) -> JsValue;

    /// Makes the page's own card of an article, if it has one. Returns the name of its slot.
    #[wasm_bindgen(method, js_name = ownCard)]
    pub(super) fn own_card(this: &EventSink, article: JsValue) -> Option<String>;

    /// The list is rendered with everything that was set up to this revision.
    #[wasm_bindgen(method)]
    pub(super) fn rendered(this: &EventSink, revision: u32);
}

/// Sets the callbacks of a list, which emit its events as long as the list is mounted.
pub(super) fn connect(props: &mut ArticleCardsProps, sink: &EventSink, handle: &ListHandle) {
    let emitter = Emitter {
        sink: sink.clone(),
        handle: handle.clone(),
    };
    props.on_load = emitter.callback(|emitter, event: LoadEvent| {
        emitter.emit(&LoadDetail {
            count: event.count,
            skipped: event.skipped,
            url: &event.url,
        });
    });
    props.on_error = emitter.callback(|emitter, error: Error| {
        emitter.emit(&ErrorDetail {
            kind: error.kind(),
            message: &error.message(),
            url: error.url(),
            retryable: error.is_retryable(),
        });
    });
    props.on_change = emitter.callback(|emitter, change: Change| {
        emitter.emit(&ChangeDetail {
            state: state::write(&change.state),
            total: change.total,
        });
    });
    props.on_save = emitter.callback(|emitter, event: SaveEvent| {
        emitter.emit(&SaveDetail {
            id: &event.id,
            saved: event.saved,
        });
    });
    props.on_page = emitter.callback(|emitter, page| emitter.emit(&PageDetail { page }));
    props.on_card_click = Some(emitter.callback(|emitter, click: CardClick| {
        if emitter.handle.is_open() {
            let (id, url) = (&*click.id, &*click.url);
            let detail = to_js(&CardClickDetail { id, url });
            emitter.sink.card_click(detail, &click.event);
        }
    }));
}

#[derive(Clone)]
struct Emitter {
    sink: EventSink,
    handle: ListHandle,
}

impl Emitter {
    fn callback<E: 'static>(&self, emit: fn(&Self, E)) -> Callback<E> {
        let emitter = self.clone();
        Callback::from(move |event| emit(&emitter, event))
    }

    fn emit<D: Detail>(&self, detail: &D) {
        // The sink may belong to another list by now.
        if self.handle.is_open() {
            self.sink.emit(D::EVENT, to_js(detail));
        }
    }
}
