/// Logs a warning on the browser's console; does nothing outside a browser.
pub(crate) fn warn(text: &str) {
    if cfg!(target_arch = "wasm32") {
        web_sys::console::warn_1(&text.into());
    }
}
