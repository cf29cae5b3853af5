use std::rc::Rc;

use super::{Host, SortBy};
use crate::feed::{Entry, Field, FieldSet};
use crate::model::{Article, Published};
use crate::text::date::days_from_civil;

/// Of an article without the number.
pub(super) const NONE: i64 = i64::MIN;

/// What numbers are made of.
pub(super) const WANTED: FieldSet =
    FieldSet::NONE.with(&[Field::PublishedDateTime, Field::Quality, Field::Heat]);

/// A number of each article: its scores, or the moment of its publication.
pub(super) fn column(by: SortBy, articles: &[Entry], host: &dyn Host) -> Rc<[i64]> {
    let articles = articles.iter().map(|entry| entry.read(WANTED));
    articles.map(|article| number(by, &article, host)).collect()
}

/// The number of an article; a day is its first moment.
pub(super) fn number(by: SortBy, article: &Article, host: &dyn Host) -> i64 {
    let score = |score: Option<u64>| score.and_then(|score| i64::try_from(score).ok());
    let number = match by {
        SortBy::Quality => score(article.quality),
        SortBy::Heat => score(article.heat),
        _ => article.published_at.map(|published| match published {
            Published::At(moment) => moment,
            Published::On(day) => host.start_of_day(days_from_civil(day)),
        }),
    };
    number.unwrap_or(NONE)
}
