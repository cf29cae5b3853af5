//! Feeds that a script hands over as JavaScript values.

use js_sys::JSON;
use wasm_bindgen::prelude::*;

use super::BrowserUrl;
use article_cards_core::error::Error;
use article_cards_core::feed::{Feed, Page};

#[wasm_bindgen]
extern "C" {
    /// A value as scripts print it; an object's own `toString` may throw.
    #[wasm_bindgen(catch, js_name = String)]
    fn print(value: &JsValue) -> Result<String, JsValue>;
}

/// Reads a document from a JavaScript value: what `JSON.stringify` writes of it. Relative URLs in
/// it are resolved against `url`.
///
/// # Errors
/// The value can't be written as JSON, as one that contains itself or a `BigInt`, or is of no known
/// shape. The feed is then as it was.
pub fn read_script_value(
    feed: &mut Feed,
    value: &JsValue,
    url: Option<&str>,
) -> Result<Page, Error> {
    let located = |error: Error| match url {
        Some(url) => error.at_url(url),
        None => error,
    };
    let shape = |message: String| located(Error::shape(message));
    let json = JSON::stringify(value).map_err(|thrown| {
        let thrown = print(&thrown).unwrap_or_default();
        shape(format!("the value can't be written as JSON: {thrown}"))
    })?;
    match json.as_string() {
        // What `stringify` writes can be nested too deep, but not be invalid.
        Some(json) => match feed.read_json(&json, url, &BrowserUrl) {
            Err(error) if error.kind() == "parse" => Err(located(Error::too_deep())),
            result => result,
        },
        None if value.is_function() => Err(shape("a Function is no feed".to_owned())),
        None if value.is_symbol() => Err(shape("a Symbol is no feed".to_owned())),
        None => feed.read_json("null", url, &BrowserUrl),
    }
}
