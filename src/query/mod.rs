//! From the articles of a feed to those that are shown, in their order.

use std::cmp::Reverse;
use std::rc::Rc;

use crate::feed::date;
use crate::model::{Article, Published};

/// The default order: newest first, those without a date last, ties in the feed's order.
/// Unpublished articles are left out unless they are asked for.
pub fn newest_first(articles: &[Rc<Article>], with_unpublished: bool) -> Rc<[Rc<Article>]> {
    let shown = articles
        .iter()
        .filter(|article| article.published || with_unpublished);
    let mut sorted: Vec<Rc<Article>> = shown.cloned().collect();
    // The sort is stable; `None` is less than any date, so it ends up last.
    sorted.sort_by_key(|article| Reverse(article.published_at.map(milliseconds)));
    sorted.into()
}

/// The moment, or the beginning of the day.
fn milliseconds(published: Published) -> i64 {
    match published {
        Published::At(milliseconds) => milliseconds,
        Published::On(day) => date::days_from_civil(day) * 86_400_000,
    }
}
