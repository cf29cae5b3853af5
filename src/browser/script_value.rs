//! Feeds that a script hands over as JavaScript values.

use js_sys::{Array, Reflect, Symbol};
use wasm_bindgen::prelude::*;

use super::BrowserUrl;
use article_cards_core::error::Error;
use article_cards_core::feed::{Feed, JsValueKind, Page, ScriptValue};

/// The longest list that is read, in members: a script makes a far longer one of nothing but holes.
const LONGEST: u32 = 1 << 24;

/// Reads a document from a JavaScript value: a list of articles, or an object of any shape that a
/// feed may have. Relative addresses in it are resolved against `url`.
///
/// # Errors
/// The value is of no known shape, is a list of more than 16,777,216 members, or nests deeper than
/// 128 levels, as one that contains itself does. The feed is then as it was.
pub fn read_script_value(
    feed: &mut Feed,
    value: &JsValue,
    url: Option<&str>,
) -> Result<Page, Error> {
    // As a document it is named, inside one it is just no JSON.
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
    feed.read_value(&Script(value.clone()), url, &BrowserUrl)
}

#[wasm_bindgen]
extern "C" {
    /// A value as scripts print it; an object's own `toString` may throw.
    #[wasm_bindgen(catch, js_name = String)]
    fn print(value: &JsValue) -> Result<String, JsValue>;

    /// The names of an object's own properties; a proxy may throw.
    #[wasm_bindgen(catch, js_namespace = Object)]
    fn keys(object: &JsValue) -> Result<Vec<String>, JsValue>;
}

/// A value of a script.
struct Script(JsValue);

impl ScriptValue for Script {
    fn kind(&self) -> JsValueKind<Self> {
        let Self(value) = self;
        if let Some(text) = value.as_string() {
            return JsValueKind::String(text);
        }
        if value.is_null() || value.is_undefined() {
            return JsValueKind::Plain("null".to_owned());
        }
        if Array::is_array(value) {
            let list: &Array = value.unchecked_ref();
            return match list.length() {
                0..=LONGEST => JsValueKind::Array(list.iter().map(Script).collect()),
                _ => JsValueKind::Other,
            };
        }
        if value.is_object() {
            // Sets and bytes are neither lists nor objects.
            let iterable = Reflect::has(value, &Symbol::iterator()) != Ok(false);
            let keys = keys(value).ok().filter(|_| !iterable);
            return keys.map_or(JsValueKind::Other, JsValueKind::Object);
        }
        let infinite = value.as_f64().is_some_and(|number| !number.is_finite());
        if infinite || value.is_function() || value.is_symbol() {
            return JsValueKind::Other;
        }
        print(value).map_or(JsValueKind::Other, JsValueKind::Plain)
    }

    fn get(&self, key: &str) -> Result<Self, String> {
        Reflect::get(&self.0, &key.into())
            .map(Script)
            .map_err(|thrown| print(&thrown).unwrap_or_default())
    }
}
