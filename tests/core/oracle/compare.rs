//! Compares results of the engine with the expected ones.

use std::cmp::Ordering;

use article_cards_core::search::{FacetCounts, SearchResults};

use super::answer::Answer;

/// Returns a description of the first difference, if there is one.
pub fn compare(results: &SearchResults<'_>, expected: &Answer) -> Result<(), String> {
    let ids: Vec<String> = results.ids().into_iter().map(str::to_owned).collect();
    if results.total() != ids.len() {
        return Err(format!("total {} of ids {ids:?}", results.total()));
    }
    same_order(&ids, expected)?;
    for count in [0, 1, ids.len() / 2, ids.len(), ids.len() + 3] {
        let first = results.first(count);
        let first: Vec<&str> = first.iter().map(|article| article.id.as_str()).collect();
        if first != ids[..count.min(ids.len())] {
            return Err(format!("the first {count} are {first:?}, of {ids:?}"));
        }
    }
    same_facets(results.facets(), &expected.facets)
}

/// Checks that the same articles were found, in a valid order.
pub fn same_order(ids: &[String], expected: &Answer) -> Result<(), String> {
    let wrong = |what: &str| {
        Err(format!(
            "{what}:\n  got {ids:?}\n  not {:?}",
            expected.ids()
        ))
    };
    let mut placed = Vec::new();
    for id in ids {
        match expected.found.iter().find(|found| found.article.id == *id) {
            Some(found) => placed.push(found),
            None => return wrong(&format!("{id} is too much")),
        }
    }
    if let Some(missing) = expected
        .ids()
        .into_iter()
        .find(|id| !ids.iter().any(|it| it == id))
    {
        return wrong(&format!("{missing} is missing"));
    }
    for (place, left) in placed.iter().enumerate() {
        for right in &placed[place + 1..] {
            if !matches!(left.compare(right), None | Some(Ordering::Less)) {
                let (left, right) = (&left.article.id, &right.article.id);
                return wrong(&format!("{left} stands before {right}"));
            }
        }
    }
    Ok(())
}

pub fn same_facets(got: &[FacetCounts], expected: &[FacetCounts]) -> Result<(), String> {
    let fields = |facets: &[FacetCounts]| -> Vec<String> {
        facets.iter().map(|facet| facet.field.clone()).collect()
    };
    if fields(got) != fields(expected) {
        return Err(format!(
            "facets {:?}, not {:?}",
            fields(got),
            fields(expected)
        ));
    }
    for (got, expected) in got.iter().zip(expected) {
        if got != expected {
            return Err(format!(
                "facet\n  got {}\n  not {}",
                formatted(got),
                formatted(expected)
            ));
        }
    }
    Ok(())
}

fn formatted(facet: &FacetCounts) -> String {
    let values = facet.values.iter().map(|value| {
        let chosen = if value.selected { "+" } else { "" };
        let excluded = if value.excluded { "!" } else { "" };
        format!("{:?} {}{chosen}{excluded}", value.value, value.count)
    });
    format!("{}: {}", facet.field, values.collect::<Vec<_>>().join(", "))
}
