//! Folding of case and accents, for the search among values.

/// Returns a text in lower case and without accents.
pub(super) fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut text = decomposed(text);
    text.retain(|letter| !('\u{300}'..='\u{36f}').contains(&letter));
    text
}

#[cfg(target_arch = "wasm32")]
fn decomposed(text: &str) -> String {
    let text = js_sys::JsString::from(text);
    text.normalize("NFD").to_lower_case().into()
}

#[cfg(not(target_arch = "wasm32"))]
fn decomposed(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfd().collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    #[test]
    fn case_and_accents() {
        assert_eq!(super::folded("Ålesund"), "alesund");
        assert_eq!(super::folded("ÉTÉ au lac"), "ete au lac");
        assert_eq!(super::folded("Kiln & Code"), "kiln & code");
        assert_eq!(super::folded("海辺"), "海辺");
    }
}
