//! The numbers that articles are sorted and filtered by, as a column with a number for each row.

use std::rc::Rc;

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
pub(super) fn column(by: SortBy, articles: &[LazyArticle], locale: &dyn Locale) -> Rc<[i64]> {
    let articles = articles.iter().map(|article| article.read_fields(TO_READ));
    articles
        .map(|article| number(by, &article, locale))
        .collect()
}

/// Returns a score of an article, or the moment of its publication; of a day, its first moment.
pub(in crate::search) fn number(by: SortBy, article: &Article, locale: &dyn Locale) -> i64 {
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
