//! What a query finds, and what is wrong with a feed.

use serde::Serialize;
use serde::ser::Serializer;
use wasm_bindgen::JsValue;

use crate::convert::to_js;
use article_cards_core::feed::{Diagnostic, Diagnostics, PlainArticle};
use article_cards_core::model::Article;
use article_cards_core::search::{FacetCounts, Index, QueryState, ValueCount};

/// The counts of facets, as an object by field.
pub(crate) struct FacetMap<'a>(pub(crate) &'a [FacetCounts]);

impl Serialize for FacetMap<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|facet| {
            let counts: Vec<_> = facet.values.iter().map(Count::from).collect();
            (&facet.field, counts)
        }))
    }
}

#[derive(Serialize)]
struct Count<'a> {
    value: &'a str,
    count: usize,
    selected: bool,
    excluded: bool,
}

impl<'a> From<&'a ValueCount> for Count<'a> {
    fn from(it: &'a ValueCount) -> Self {
        Self {
            value: &it.value,
            count: it.count,
            selected: it.selected,
            excluded: it.excluded,
        }
    }
}

#[derive(Serialize)]
struct DiagnosticList<'a> {
    count: usize,
    first: Vec<DiagnosticEntry<'a>>,
}

#[derive(Serialize)]
struct DiagnosticEntry<'a> {
    index: Option<usize>,
    path: &'a str,
    message: String,
}

/// Converts diagnostics: `{count, first: [{index, path, message}]}`.
pub(crate) fn diagnostics(diagnostics: &Diagnostics) -> JsValue {
    fn entry(it: &Diagnostic) -> DiagnosticEntry<'_> {
        DiagnosticEntry {
            index: it.index,
            path: &it.path,
            message: it.message(),
        }
    }
    to_js(&DiagnosticList {
        count: diagnostics.count(),
        first: diagnostics.iter().map(entry).collect(),
    })
}

/// Converts articles, normalised.
pub(crate) fn articles<'a>(articles: impl Iterator<Item = &'a Article>) -> JsValue {
    to_js(&articles.map(PlainArticle::new).collect::<Vec<_>>())
}

/// Writes the ids of a result for `parseIds` in `package/wasm.js`: one per line, or as JSON if an
/// id contains a line break or the first looks like JSON.
pub(crate) fn ids(index: &Index, state: &QueryState) -> String {
    let ids = index.ids(state);
    let begins_as_json = ids.first().is_none_or(|id| id.starts_with('['));
    match begins_as_json || !index.ids_are_single_line() {
        true => serde_json::to_string(&ids).unwrap_or_default(),
        false => ids.join("\n"),
    }
}
