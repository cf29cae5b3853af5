use js_sys::Object;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

use crate::convert::to_js;
use article_cards_core::error::Error;

/// What an error of a feed has beside its message.
#[derive(Serialize)]
struct Details<'a> {
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
}

/// Converts an error to a JavaScript `Error` with `kind`, and `url`, `line` and `column` if known.
pub(crate) fn js_error(error: &Error) -> JsValue {
    let details = to_js(&Details {
        kind: error.kind(),
        url: error.url(),
        line: error.line(),
        column: error.column(),
    });
    let error = js_sys::Error::new(&error.to_string());
    Object::assign(&error, details.unchecked_ref()).into()
}
