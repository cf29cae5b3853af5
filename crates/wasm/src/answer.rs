//! Answers as text, nearly all JSON, which crosses over to scripts in one piece.

use serde::ser::{Serialize, Serializer};

use article_cards_core::feed::{Diagnostic, Diagnostics};
use article_cards_core::search::{FacetCounts, Index, QueryState, ValueCount};

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer<'a> {
    total: usize,
    facet_counts: Facets<'a>,
}

struct Facets<'a>(&'a [FacetCounts]);

#[derive(serde::Serialize)]
struct Count<'a> {
    value: &'a str,
    count: usize,
    selected: bool,
    excluded: bool,
}

#[derive(serde::Serialize)]
struct Found<'a> {
    count: usize,
    kept: Vec<Finding<'a>>,
}

#[derive(serde::Serialize)]
struct Finding<'a> {
    index: Option<usize>,
    path: &'a str,
    message: String,
}

impl Serialize for Facets<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fn counts(facet: &FacetCounts) -> (&str, Vec<Count<'_>>) {
            let values = facet.values.iter().map(|it: &ValueCount| Count {
                value: &it.value,
                count: it.count,
                selected: it.selected,
                excluded: it.excluded,
            });
            (&facet.field, values.collect())
        }
        serializer.collect_map(self.0.iter().map(counts))
    }
}

/// `{total, facetCounts: {topics: [{value, count, selected, excluded}]}}`.
pub(super) fn answer(total: usize, facets: &[FacetCounts]) -> String {
    json(&Answer {
        total,
        facet_counts: Facets(facets),
    })
}

/// `{topics: [{value, count, selected, excluded}]}`.
pub(super) fn facets(facets: &[FacetCounts]) -> String {
    json(&Facets(facets))
}

/// `{count, kept: [{index, path, message}]}`.
pub(super) fn diagnostics(diagnostics: &Diagnostics) -> String {
    fn finding(diagnostic: &Diagnostic) -> Finding<'_> {
        Finding {
            index: diagnostic.index,
            path: &diagnostic.path,
            message: diagnostic.message(),
        }
    }
    json(&Found {
        count: diagnostics.count(),
        kept: diagnostics.iter().map(finding).collect(),
    })
}

/// The identities of all that a query finds, as `wasm.js` of the package takes them apart: a line
/// each, or JSON if they could not be told apart. There may be very many, and it is JSON that takes
/// scripts longest.
pub(super) fn ids(index: &Index, state: &QueryState) -> String {
    let ids = index.ids(state);
    let begins_as_json = ids.first().is_none_or(|id| id.starts_with('['));
    match begins_as_json || !index.ids_are_single_line() {
        true => json(&ids),
        false => ids.join("\n"),
    }
}

/// Plain data can't fail to be written.
fn json<V: Serialize + ?Sized>(value: &V) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
