//! Reading objects of scripts by `Reflect`, which survives getters that throw.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A property; `undefined` where there is none, or where reading it throws.
#[inline(never)]
pub(super) fn property(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// A property that is a string.
#[inline(never)]
pub(super) fn text(object: &JsValue, name: &str) -> Option<String> {
    property(object, name).as_string()
}

/// The names of an object's own properties; none of anything else.
#[inline(never)]
pub(super) fn names(object: &JsValue) -> Vec<String> {
    let keys = object.is_object().then(|| Reflect::own_keys(object));
    let keys = keys.and_then(Result::ok).unwrap_or_default();
    keys.iter().filter_map(|key| key.as_string()).collect()
}

/// The elements of an array; `None`: it is no array.
#[inline(never)]
pub(super) fn elements(value: &JsValue) -> Option<Vec<JsValue>> {
    if !Array::is_array(value) {
        return None;
    }
    let length = property(value, "length").as_f64().unwrap_or_default();
    let element = |at| Reflect::get_u32(value, at).unwrap_or(JsValue::UNDEFINED);
    Some((0..length as u32).map(element).collect())
}

/// The strings of an array; of anything else none.
#[inline(never)]
pub(super) fn texts(value: &JsValue) -> Vec<String> {
    let all = elements(value).unwrap_or_default();
    all.iter().filter_map(JsValue::as_string).collect()
}

/// Sets a property of an object of our own, which can't fail.
#[inline(never)]
pub(super) fn set(object: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(
        object.unchecked_ref::<Object>(),
        &JsValue::from_str(name),
        value,
    );
}
