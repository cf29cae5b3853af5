//! Who hears of what happens in a list: the JavaScript of the custom element.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::MouseEvent;

#[wasm_bindgen]
extern "C" {
    /// None of its methods may throw: what is left of a call here then would be torn.
    #[derive(Clone, Debug)]
    pub type Hearer;

    /// A document was read.
    #[wasm_bindgen(method)]
    pub(super) fn load(this: &Hearer, count: f64, skipped: f64, url: &str);

    /// A document could not be had or read.
    #[wasm_bindgen(method)]
    pub(super) fn error(
        this: &Hearer,
        kind: &str,
        message: &str,
        url: Option<&str>,
        retryable: bool,
    );

    /// The reader asks for something else.
    #[wasm_bindgen(method)]
    pub(super) fn change(this: &Hearer, state: JsValue, total: f64);

    /// The reader asks for another page.
    #[wasm_bindgen(method)]
    pub(super) fn page(this: &Hearer, page: f64);

    /// The reader clicks on a link of a card.
    #[wasm_bindgen(method, js_name = cardClick)]
    pub(super) fn card_click(this: &Hearer, id: &str, url: &str, event: &MouseEvent);

    /// The list was drawn, with all that was set up to this revision.
    #[wasm_bindgen(method)]
    pub(super) fn drawn(this: &Hearer, revision: u32);
}
