/// A letter as a capital.
///
/// In a browser its own `toUpperCase` knows all alphabets; Rust's table would weigh 16 kB.
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

/// The same text, its first letter a capital.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        let mut text = capital(first);
        text.push_str(letters.as_str());
        text
    })
}
