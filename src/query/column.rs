use std::rc::Rc;

use super::{Host, SortBy};
use crate::feed::date::days_from_civil;
use crate::model::{Article, Published};

/// Of an article without the number.
pub(super) const NONE: i64 = i64::MIN;

/// A number of each article: its scores, or the moment of its publication, which for a day is
/// its first one.
pub(super) fn column(by: SortBy, articles: &[Rc<Article>], host: &dyn Host) -> Rc<[i64]> {
    let number = |article: &Rc<Article>| match by {
        SortBy::Quality => i64::try_from(article.quality?).ok(),
        SortBy::Heat => i64::try_from(article.heat?).ok(),
        _ => Some(match article.published_at? {
            Published::At(moment) => moment,
            Published::On(day) => host.start_of_day(days_from_civil(day)),
        }),
    };
    let numbers = articles
        .iter()
        .map(|article| number(article).unwrap_or(NONE));
    numbers.collect()
}
