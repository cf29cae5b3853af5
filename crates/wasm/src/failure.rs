use wasm_bindgen::JsValue;

use super::property::set;
use article_cards_core::error::Error;

/// An error as scripts get it: an `Error` that also has `kind`, and `url`, `line` and `column`
/// where they are known.
pub(super) fn failure(error: &Error) -> JsValue {
    let script = JsValue::from(js_sys::Error::new(&error.to_string()));
    set(&script, "kind", &error.kind().into());
    if let Some(url) = error.url() {
        set(&script, "url", &url.into());
    }
    for (name, number) in [("line", error.line()), ("column", error.column())] {
        if let Some(number) = number {
            set(&script, name, &(number as f64).into());
        }
    }
    script
}
