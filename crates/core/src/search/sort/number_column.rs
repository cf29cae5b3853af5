//! The numbers that articles are sorted and filtered by, as a column with a number for each row.

use std::rc::Rc;

use super::MISSING_RANK;
use super::algorithms::sort_by_key;
use crate::feed::{FieldSet, LazyArticle};
use crate::model::{Article, Published};
use crate::search::locale::Locale;
use crate::search::query::sort_key::SortBy;
use crate::text::date::days_from_civil;

/// The number of an article without a value.
pub(in crate::search) const MISSING: i64 = i64::MIN;

/// The fields to read of an article for [`number`].
pub(in crate::search) const TO_READ: FieldSet = FieldSet::NUMBERS;

/// Reads a column of all articles.
pub(super) fn column(by: &SortBy, articles: &[LazyArticle], locale: &dyn Locale) -> Rc<[i64]> {
    let articles = articles.iter().map(|article| article.read_fields(TO_READ));
    articles
        .map(|article| number(by, &article, locale))
        .collect()
}

/// Returns a score of an article, or the moment of its publication; of a day, its first moment.
pub(in crate::search) fn number(by: &SortBy, article: &Article, locale: &dyn Locale) -> i64 {
    let score = |score: Option<u64>| score.and_then(|score| i64::try_from(score).ok());
    let number = match by {
        SortBy::Quality => score(article.quality),
        SortBy::Heat => score(article.heat),
        _ => article.published_at.map(|published| match published {
            Published::At(moment) => moment,
            Published::On(day) => locale.start_of_day(days_from_civil(day)),
        }),
    };
    number.unwrap_or(MISSING)
}

/// Returns the ranks of numbers; equal numbers have equal ranks.
#[inline(never)]
pub(super) fn number_ranks(numbers: &[i64]) -> Vec<u32> {
    let number = |row: u32| numbers.get(row as usize).copied().unwrap_or(MISSING);
    let rows = 0..numbers.len() as u32;
    let mut rows: Vec<u32> = rows.filter(|row| number(*row) != MISSING).collect();
    // With the sign bit flipped, unsigned integers compare as the signed ones do.
    sort_by_key(&mut rows, &|row| (number(row) as u64) ^ 1 << 63);
    let mut ranks = vec![MISSING_RANK; numbers.len()];
    let mut rank = 0;
    let mut before = None;
    for row in rows {
        let this = number(row);
        rank += u32::from(before.is_some_and(|before| before != this));
        before = Some(this);
        if let Some(slot) = ranks.get_mut(row as usize) {
            *slot = rank;
        }
    }
    ranks
}
