//! Conversions between JavaScript values and Rust types.
//!
//! Values for the page are serialized by serde-wasm-bindgen. The page's own values are read by
//! `Reflect`, property by property: an invalid one is then ignored alone, and a getter that throws
//! does not crash the module. Derived types for them make the module 12.8 kB larger (gzip), a third
//! of it for the formatting of numbers in serde's error messages.

#[cfg(feature = "element")]
use std::str::FromStr;

use js_sys::{Array, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use article_cards_core::feed::Mapping;

/// Converts plain data, which can't fail.
pub(crate) fn to_js<T: Serialize + ?Sized>(value: &T) -> JsValue {
    let serializer = Serializer::json_compatible();
    value.serialize(&serializer).unwrap_or(JsValue::UNDEFINED)
}

/// A property; `undefined` if it is absent or can't be read.
#[inline(never)]
pub(crate) fn property(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// A property that is a string.
#[inline(never)]
pub(crate) fn text(object: &JsValue, name: &str) -> Option<String> {
    property(object, name).as_string()
}

/// A property that is a number.
#[inline(never)]
pub(crate) fn number(object: &JsValue, name: &str) -> Option<f64> {
    property(object, name).as_f64()
}

/// Whether a property is `true`.
#[inline(never)]
pub(crate) fn flag(object: &JsValue, name: &str) -> bool {
    property(object, name) == JsValue::TRUE
}

/// A property that is one of a few words; the default if it is not.
#[cfg(feature = "element")]
pub(crate) fn keyword<T: FromStr + Default>(object: &JsValue, name: &str) -> T {
    let word = text(object, name);
    word.and_then(|word| word.parse().ok()).unwrap_or_default()
}

/// The elements of an array; `None` if the value is something else.
#[inline(never)]
pub(crate) fn elements(value: &JsValue) -> Option<Vec<JsValue>> {
    if !Array::is_array(value) {
        return None;
    }
    let length = number(value, "length").unwrap_or_default();
    let element = |index| Reflect::get_u32(value, index).unwrap_or(JsValue::UNDEFINED);
    Some((0..length as u32).map(element).collect())
}

/// The strings of an array; of any other value none.
#[inline(never)]
pub(crate) fn strings(value: &JsValue) -> Vec<String> {
    let all = elements(value).unwrap_or_default();
    all.iter().filter_map(JsValue::as_string).collect()
}

/// The whole numbers of an array; of any other value none.
#[cfg(feature = "element")]
pub(crate) fn counts(value: &JsValue) -> Vec<usize> {
    let all = elements(value).unwrap_or_default();
    let numbers = all.iter().filter_map(JsValue::as_f64);
    numbers.map(|number| number as usize).collect()
}

/// The names of an object's properties; of any other value none.
#[inline(never)]
pub(crate) fn names(object: &JsValue) -> Vec<String> {
    let keys = object.is_object().then(|| Reflect::own_keys(object));
    let keys = keys.and_then(Result::ok).unwrap_or_default();
    keys.iter().filter_map(|key| key.as_string()).collect()
}

/// Where each field is in a foreign item: an expression, or an array of them. A string is the name of
/// a preset that the script did not find.
pub(crate) fn mapping(value: &JsValue) -> Mapping {
    if let Some(name) = value.as_string() {
        return Mapping::unknown_preset(&name);
    }
    let names = names(value).into_iter();
    Mapping::new(names.filter_map(|field| {
        let expressions = property(value, &field);
        // A value of another type is no expression, and so an error that names the field.
        let expression = |value: &JsValue| value.as_string().unwrap_or_default();
        let expressions: Vec<String> = match elements(&expressions) {
            _ if expressions.is_undefined() || expressions.is_null() => return None,
            Some(list) => list.iter().map(expression).collect(),
            None => vec![expression(&expressions)],
        };
        Some((field, expressions))
    }))
}
