//! Reading by `Reflect`, in 15 lines. A visitor for serde-wasm-bindgen needs twice as many, and one
//! getter that throws fails the whole object.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;

use super::{MessageOverrides, Value};

impl MessageOverrides {
    /// Reads a JavaScript object; `None` if the value is something else.
    pub fn from_script_value(value: &JsValue) -> Option<Self> {
        Self::new(read(value, 2))
    }
}

/// Reads a value down to a number of levels.
fn read(value: &JsValue, levels: u8) -> Value {
    if let Some(text) = value.as_string() {
        return Value::Text(text);
    }
    let keys = match Reflect::own_keys(value) {
        Ok(keys) if levels > 0 && !Array::is_array(value) => keys,
        _ => return Value::Other,
    };
    let members = keys.iter().filter_map(|key| {
        let name = key.as_string()?;
        let value = Reflect::get(value, &key).unwrap_or(JsValue::UNDEFINED);
        Some((name, read(&value, levels.saturating_sub(1))))
    });
    Value::Object(members.collect())
}

/// By the browser's parser: `serde_json`'s would add kilobytes to the module.
#[cfg(target_arch = "wasm32")]
pub(super) fn parse(json: &[u8]) -> Result<Value, article_cards_core::error::Error> {
    let json = String::from_utf8_lossy(json);
    match js_sys::JSON::parse(json.trim_start_matches('\u{feff}')) {
        Ok(value) => Ok(read(&value, 2)),
        Err(_) => Err(article_cards_core::error::Error::parse(
            "the messages are not valid JSON",
        )),
    }
}
