//! Feeds from JavaScript values.

use article_cards_core::error::Error;
use article_cards_core::feed::{AppendSummary, Feed};
use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::prelude::*;

use super::BrowserUrl;

/// The longest list that is read, in items: a script can make far longer ones of nothing but holes.
const MAX_ITEMS: u32 = 1 << 24;

/// Deeper than a document may be nested, so that a value that contains itself comes to an end.
const MAX_DEPTH: usize = 130;

#[wasm_bindgen]
extern "C" {
    /// The names of an object's own properties; a proxy may throw.
    #[wasm_bindgen(catch, js_namespace = Object)]
    fn keys(object: &JsValue) -> Result<Vec<String>, JsValue>;

    /// A value as text; an object's own `toString` may throw.
    #[wasm_bindgen(catch, js_name = String)]
    fn print(value: &JsValue) -> Result<String, JsValue>;
}

/// Reads a document from a JavaScript value: what `JSON.stringify` writes of it. If that throws, a
/// field that throws or that JSON cannot express costs only itself. Relative URLs are resolved
/// against `url`.
///
/// # Errors
/// The value has no known shape, is a list of more than 16,777,216 items, or nests deeper than 128
/// levels, as one that contains itself does. The feed is then unchanged.
pub fn read_script_value(
    feed: &mut Feed,
    value: &JsValue,
    url: Option<&str>,
) -> Result<AppendSummary, Error> {
    let located = |error: Error| match url {
        Some(url) => error.at_url(url),
        None => error,
    };
    let (json, thrown) = json(value).map_err(located)?;
    match (feed.read_unlimited(&json, url, &BrowserUrl), thrown) {
        // The JSON can be nested too deep, but it is always valid.
        (Err(error), _) if error.kind() == "parse" => Err(located(Error::too_deep())),
        // What is missing may be the member that throws.
        (Err(_), Some(thrown)) => {
            let message = format!("the value can't be written as JSON: {thrown}");
            Err(located(Error::shape(message)))
        }
        (result, _) => result,
    }
}

/// The JSON of a value, and what `JSON.stringify` throws.
fn json(value: &JsValue) -> Result<(String, Option<String>), Error> {
    for (is_kind, kind) in [
        (value.is_function(), "Function"),
        (value.is_symbol(), "Symbol"),
    ] {
        if is_kind {
            return Err(Error::shape(format!("a {kind} is not a feed")));
        }
    }
    if is_too_long(value) {
        return Err(Error::shape("the list has more than 16,777,216 items"));
    }
    match JSON::stringify(value) {
        Ok(json) => Ok((json.as_string().unwrap_or_else(|| "null".to_owned()), None)),
        Err(thrown) => {
            let mut json = String::new();
            write(value, &mut json, 0)?;
            Ok((json, Some(print(&thrown).unwrap_or_default())))
        }
    }
}

/// Writes a value as JSON, without the members that throw.
fn write(value: &JsValue, json: &mut String, depth: usize) -> Result<(), Error> {
    if depth > MAX_DEPTH {
        return Err(Error::too_deep());
    }
    if Array::is_array(value) && !is_too_long(value) {
        let mut separator = '[';
        for item in value.unchecked_ref::<Array>().iter() {
            json.push(separator);
            write(&item, json, depth + 1)?;
            separator = ',';
        }
        json.push_str(if separator == '[' { "[]" } else { "]" });
        return Ok(());
    }
    if value.is_object()
        && !Array::is_array(value)
        && let Ok(keys) = keys(value)
    {
        let mut separator = '{';
        for key in keys {
            let Ok(member) = Reflect::get(value, &key.as_str().into()) else {
                continue;
            };
            json.push(separator);
            write(&key.as_str().into(), json, depth)?;
            json.push(':');
            write(&member, json, depth + 1)?;
            separator = ',';
        }
        json.push_str(if separator == '{' { "{}" } else { "}" });
        return Ok(());
    }
    let plain = match value {
        value if value.is_bigint() => print(value).ok(),
        value if value.is_object() => None,
        value => JSON::stringify(value)
            .ok()
            .and_then(|text| text.as_string()),
    };
    json.push_str(plain.as_deref().unwrap_or("null"));
    Ok(())
}

fn is_too_long(value: &JsValue) -> bool {
    Array::is_array(value) && value.unchecked_ref::<Array>().length() > MAX_ITEMS
}
