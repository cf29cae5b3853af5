use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Creates a JavaScript `Error` with `kind`, and `url`, `line` and `column` if known.
pub(crate) fn js_error(
    message: &str,
    kind: &str,
    url: Option<&str>,
    location: Option<(usize, usize)>,
) -> JsValue {
    let number = |number: usize| JsValue::from(number as f64);
    let details = [
        ("kind", Some(JsValue::from_str(kind))),
        ("url", url.map(JsValue::from_str)),
        ("line", location.map(|(line, _)| number(line))),
        ("column", location.map(|(_, column)| number(column))),
    ];
    let error = JsValue::from(js_sys::Error::new(message));
    for (name, value) in details {
        if let Some(value) = value {
            // Fails for frozen objects only.
            let _ = Reflect::set(&error, &JsValue::from_str(name), &value);
        }
    }
    error
}
