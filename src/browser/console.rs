/// Warns the people who build the page, in the browser's console; natively nobody hears it.
pub(crate) fn warn(text: &str) {
    if cfg!(target_arch = "wasm32") {
        web_sys::console::warn_1(&text.into());
    }
}
