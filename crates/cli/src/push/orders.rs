//! The places of articles in the order of a text.

use super::articles::PushedArticle;
use article_cards_core::search::Locale;
use article_cards_core::search::export::ExportedField;

/// The place of each article when sorted by a field, the same for equal values; `None` without a value.
/// Texts that are all numbers are sorted by number if `may_be_numbers`.
pub(super) fn order(
    field: &ExportedField,
    articles: &[PushedArticle],
    may_be_numbers: bool,
    locale: &dyn Locale,
) -> Vec<Option<u32>> {
    let texts = articles.iter().map(|it| field.sort_text(&it.article));
    let texts: Vec<Option<String>> = texts.collect();
    let some: Vec<&str> = texts.iter().flatten().map(String::as_str).collect();
    let numbers: Option<Vec<f64>> = some
        .iter()
        .map(|text| ExportedField::number(text))
        .collect();
    let ranks = match numbers.filter(|_| may_be_numbers) {
        Some(numbers) => number_ranks(&numbers),
        None => locale.rank(&some),
    };
    let mut ranks = ranks.into_iter();
    let rank = |text: &Option<String>| text.as_ref().and_then(|_| ranks.next());
    texts.iter().map(rank).collect()
}

fn number_ranks(numbers: &[f64]) -> Vec<u32> {
    let mut sorted: Vec<(usize, f64)> = numbers.iter().copied().enumerate().collect();
    sorted.sort_by(|one, other| one.1.total_cmp(&other.1));
    let mut ranks = vec![0; numbers.len()];
    let mut before: Option<(f64, u32)> = None;
    for (at, number) in sorted {
        let rank = before.map_or(0, |(last, rank)| rank + u32::from(last != number));
        before = Some((number, rank));
        if let Some(slot) = ranks.get_mut(at) {
            *slot = rank;
        }
    }
    ranks
}
