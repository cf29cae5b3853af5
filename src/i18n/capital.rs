/// A letter in upper case.
///
/// In a browser by its `toUpperCase`: Rust's tables would add 16 kB to the module.
pub(crate) fn capital(letter: char) -> String {
    if letter.is_ascii() {
        return letter.to_ascii_uppercase().to_string();
    }
    #[cfg(all(target_arch = "wasm32", feature = "csr"))]
    {
        let letter = js_sys::JsString::from(letter.to_string());
        letter.to_upper_case().into()
    }
    #[cfg(not(all(target_arch = "wasm32", feature = "csr")))]
    {
        letter.to_uppercase().collect()
    }
}

/// A text with its first letter in upper case.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        let mut text = capital(first);
        text.push_str(letters.as_str());
        text
    })
}
