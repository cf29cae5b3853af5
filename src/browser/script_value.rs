//! Feeds that a script hands over as JavaScript values.

use serde_wasm_bindgen::Deserializer;
use wasm_bindgen::JsValue;

use super::BrowserUrl;
use crate::error::Error;
use crate::feed::{Feed, Page};

/// Reads a document from a JavaScript value: a list of articles, or an object of any shape that a
/// feed may have. Relative addresses in it are resolved against `url`.
///
/// # Errors
/// The value is of no known shape, or nests deeper than 128 levels, as one that contains itself
/// does. The feed is then as it was.
pub fn read_script_value(
    feed: &mut Feed,
    value: &JsValue,
    url: Option<&str>,
) -> Result<Page, Error> {
    // What deserializes it can't tell what these are.
    let odd = [
        (value.is_function(), "Function"),
        (value.is_symbol(), "Symbol"),
    ];
    if let Some((_, kind)) = odd.iter().find(|(is_it, _)| *is_it) {
        let error = Error::shape(format!("a {kind} is no feed"));
        return Err(match url {
            Some(url) => error.at_url(url),
            None => error,
        });
    }
    feed.read_value(|| Deserializer::from(value.clone()), url, &BrowserUrl)
}
