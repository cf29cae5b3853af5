//! Answers as JSON, which crosses over to scripts in one piece.

use serde::ser::{Serialize, Serializer};

use crate::feed::{Diagnostic, Diagnostics};
use crate::query::{FacetCounts, Outcome, ValueCount};

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
    message: &'a str,
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
pub(super) fn answer(outcome: &Outcome<'_>) -> String {
    json(&Answer {
        total: outcome.total(),
        facet_counts: Facets(outcome.facets()),
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
            message: &diagnostic.message,
        }
    }
    json(&Found {
        count: diagnostics.count(),
        kept: diagnostics.iter().map(finding).collect(),
    })
}

/// `[id, id]`: there may be very many, and nearly none has anything to be escaped.
#[cfg_attr(small_module, optimize(speed))]
pub(super) fn ids(ids: &[&str]) -> String {
    let mut written = String::from("[");
    for id in ids {
        if written.len() > 1 {
            written.push(',');
        }
        let is_plain = |byte: u8| byte >= b' ' && !matches!(byte, b'"' | b'\\');
        if id.bytes().all(is_plain) {
            written.push('"');
            written.push_str(id);
            written.push('"');
        } else {
            written.push_str(&json(id));
        }
    }
    written.push(']');
    written
}

/// Plain data can't fail to be written.
fn json<V: Serialize + ?Sized>(value: &V) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
