//! The options of `createEngine`: how a feed is read and queried.

use std::rc::Rc;

use wasm_bindgen::JsValue;

use crate::convert::{elements, flag, mapping, number, property, strings, text};
use article_cards::browser::IntlLocale;
use article_cards_core::feed::Options;
use article_cards_core::search::{Facet, IndexOptions};

/// How to read the feed. Invalid values count as absent.
pub(crate) fn reading(options: &JsValue) -> Options {
    let max_bytes = number(options, "maxBytes");
    let max_bytes = max_bytes.filter(|bytes| bytes.is_finite() && *bytes >= 1.0);
    Options {
        mapping: mapping(&property(options, "mapping")),
        max_bytes: max_bytes.map_or(Options::MAX_BYTES, |bytes| bytes as u64),
        ..Options::default()
    }
}

/// How to query it.
pub(crate) fn querying(options: &JsValue) -> IndexOptions {
    let [locale, time_zone] = ["locale", "timeZone"].map(|name| text(options, name));
    IndexOptions {
        facets: facets(&property(options, "facets")),
        with_unpublished: flag(options, "withUnpublished"),
        locale: Rc::new(IntlLocale::new(locale.as_deref(), time_zone.as_deref())),
    }
}

/// `topics:and,provider`, or an array of such; an empty array is no facets, as `none` is. A list
/// without any valid facet counts as absent.
fn facets(value: &JsValue) -> Vec<Facet> {
    let list = value
        .as_string()
        .unwrap_or_else(|| strings(value).join(","));
    let facets = Facet::parse_list(&list);
    let is_none = list.trim() == "none" || elements(value).is_some_and(|all| all.is_empty());
    match facets.is_empty() && !is_none {
        true => Facet::defaults(),
        false => facets,
    }
}
