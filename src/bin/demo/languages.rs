//! The languages on offer.

use article_cards::i18n::LANGUAGES;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;

/// The default language.
pub(crate) const ENGLISH: &str = "en-GB";

/// The language with this code.
pub(crate) fn find(code: &str) -> Option<&'static str> {
    codes().find(|own| *own == code)
}

/// The languages with their own names, English first.
pub(crate) fn names() -> Vec<(&'static str, String)> {
    codes().map(|code| (code, name(code))).collect()
}

/// The direction of a page in a language.
pub(crate) fn direction(code: &str) -> &'static str {
    if code == "ar" { "rtl" } else { "ltr" }
}

fn codes() -> impl Iterator<Item = &'static str> {
    [ENGLISH].into_iter().chain(LANGUAGES)
}

/// The name of a language in that language, by the browser.
fn name(code: &str) -> String {
    let options = Object::new();
    // Setting a property of a plain object never throws.
    let _ = Reflect::set(&options, &"type".into(), &"language".into());
    DisplayNames::new(code, &options).of(code)
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;

    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str, options: &Object) -> DisplayNames;

    #[wasm_bindgen(method)]
    fn of(this: &DisplayNames, code: &str) -> String;
}
