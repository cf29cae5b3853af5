/// Logs a warning on the browser's console; does nothing outside a browser.
pub(crate) fn warn(text: &str) {
    if cfg!(target_arch = "wasm32") {
        gloo_console::warn!(text);
    }
}
