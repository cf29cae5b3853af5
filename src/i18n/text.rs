use std::borrow::Cow;

/// A text: of this crate, or of the application.
pub type Text = Cow<'static, str>;

/// Replaces placeholders in braces by values.
///
/// Placeholders in values are not replaced; a placeholder without a value stays as it is.
///
/// ```
/// use article_cards::i18n::fill;
///
/// assert_eq!(fill("{shown} of {total}", &[("shown", "24"), ("total", "128")]), "24 of 128");
/// assert_eq!(fill("{a} {b} {", &[("a", "{b}")]), "{b} {b} {");
/// ```
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let found = after.split_once('}').and_then(|(name, tail)| {
            values
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value, tail))
        });
        match found {
            Some((value, tail)) => {
                filled.push_str(value);
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

/// A letter in upper case.
///
/// In a browser by its `toUpperCase`: Rust's tables would add 16 kB to the module.
pub(crate) fn capital(letter: char) -> String {
    if letter.is_ascii() {
        return letter.to_ascii_uppercase().to_string();
    }
    #[cfg(all(target_arch = "wasm32", feature = "components"))]
    {
        let letter = js_sys::JsString::from(letter.to_string());
        letter.to_upper_case().into()
    }
    #[cfg(not(all(target_arch = "wasm32", feature = "components")))]
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
