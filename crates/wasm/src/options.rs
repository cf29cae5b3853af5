//! What a script says of how a feed is read and asked.

use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::property::{elements, names, property, text, texts};
use article_cards::browser::IntlLocale;
use article_cards_core::feed::{Mapping, Options};
use article_cards_core::search::{Facet, IndexOptions};

/// How the feed is read. What can't be read counts as absent.
pub(super) fn reading(options: &JsValue) -> Options {
    Options {
        mapping: mapping(&property(options, "mapping")),
        max_bytes: max_bytes(options),
        ..Options::default()
    }
}

/// The largest document that is read.
pub(super) fn max_bytes(options: &JsValue) -> u64 {
    let given = property(options, "maxBytes").as_f64();
    let given = given.filter(|bytes| bytes.is_finite() && *bytes >= 1.0);
    given.map_or(Options::MAX_BYTES, |bytes| bytes as u64)
}

/// How it is asked.
pub(super) fn asking(options: &JsValue) -> IndexOptions {
    let locale = text(options, "locale");
    let time_zone = text(options, "timeZone");
    IndexOptions {
        facets: facets(&property(options, "facets")),
        with_unpublished: property(options, "withUnpublished") == JsValue::TRUE,
        locale: Rc::new(IntlLocale::new(locale.as_deref(), time_zone.as_deref())),
    }
}

/// Our field from a dotted path in a foreign item.
pub(super) fn mapping(value: &JsValue) -> Mapping {
    let names = names(value).into_iter();
    Mapping::new(names.filter_map(|field| {
        let path = text(value, &field)?;
        Some((field, path))
    }))
}

/// `topics:and,provider`, or an array of such; an empty array is no facets, as `none` is.
fn facets(value: &JsValue) -> Vec<Facet> {
    let list = value.as_string().unwrap_or_else(|| texts(value).join(","));
    if has_facets(&list) || elements(value).is_some_and(|all| all.is_empty()) {
        return Facet::parse_list(&list);
    }
    Facet::defaults()
}

/// Whether a list of facets says anything; one that can't be read counts as absent.
pub(super) fn has_facets(list: &str) -> bool {
    list.trim() == "none" || !Facet::parse_list(list).is_empty()
}
