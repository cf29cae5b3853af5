use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::TextDecoder;

use crate::js_error::js_error;
use article_cards::browser::BrowserUrl;
use article_cards_core::feed::xml::{self, Decoder};
use article_cards_core::text::url::Resolver;
use article_cards_core::text::{load_character_references, needs_character_references};

/// Decodes by the browser's `TextDecoder`.
struct BrowserDecoder;

impl Decoder for BrowserDecoder {
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String> {
        let decoder = TextDecoder::new_with_label(label).ok()?;
        decoder.decode_with_u8_array(bytes).ok()
    }
}

/// Converts a feed of XML, which was loaded from `url`, to JSON for the element and the engine.
/// Returns `undefined` if it needs the table of character references, unless `references` is the
/// table, or empty because it could not be loaded.
///
/// # Errors
/// Throws if it is not a feed.
#[wasm_bindgen(js_name = convertXml)]
pub fn convert_xml(
    bytes: &[u8],
    url: Option<String>,
    references: Option<String>,
) -> Result<Option<Vec<u8>>, JsValue> {
    if let Some(table) = references.as_deref().filter(|table| !table.is_empty()) {
        load_character_references(table);
    }
    // Normalised, as in other errors.
    let url = url.map(|url| BrowserUrl.resolve(&url, None).unwrap_or(url));
    match xml::read(bytes, url.as_deref(), &BrowserUrl, &BrowserDecoder) {
        Ok(_) if references.is_none() && needs_character_references() => Ok(None),
        Ok(document) => Ok(Some(document.into_transfer().into_bytes())),
        Err(error) => {
            let message = error.message();
            Err(js_error(
                &message,
                error.kind(),
                url.as_deref(),
                error.location(),
            ))
        }
    }
}
