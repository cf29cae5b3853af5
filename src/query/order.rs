//! In which order articles stand: ranks, found once for each key, so that no query compares texts.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::{Host, SortBy, SortKey};
use crate::feed::date::days_from_civil;
use crate::model::{Article, Published};

/// The rank of an article without a value: the last, rising and falling.
const MISSING: u32 = u32::MAX;

/// How many orders are kept.
const KEPT: usize = 8;

/// The ranks of all articles by each key, and the orders that were asked for, made when they are
/// first needed.
#[derive(Default)]
pub(super) struct Orders {
    ranks: RefCell<HashMap<SortBy, Rc<[u32]>>>,
    orders: RefCell<Vec<(Vec<SortKey>, Rc<[u32]>)>>,
}

impl Orders {
    /// All rows in an order; `keys` without relevance.
    pub(super) fn order(&self, keys: &[SortKey], articles: &[Rc<Article>], host: &dyn Host) -> Rc<[u32]> {
        let mut orders = self.orders.borrow_mut();
        if let Some((_, order)) = orders.iter().find(|(known, _)| known == keys) {
            return Rc::clone(order);
        }
        let compare = self.comparison(keys, articles, host);
        let mut rows: Vec<u32> = (0..articles.len() as u32).collect();
        rows.sort_unstable_by(|one, other| compare(*one, *other).then(one.cmp(other)));
        let order: Rc<[u32]> = rows.into();
        if orders.len() >= KEPT {
            orders.remove(0);
        }
        orders.push((keys.to_vec(), Rc::clone(&order)));
        order
    }

    /// Compares two rows by keys without relevance.
    pub(super) fn comparison(
        &self,
        keys: &[SortKey],
        articles: &[Rc<Article>],
        host: &dyn Host,
    ) -> impl Fn(u32, u32) -> std::cmp::Ordering + use<> {
        let ranks = |key: &SortKey| (self.ranks(key.by, articles, host), key.falling);
        let keys: Vec<(Rc<[u32]>, bool)> = keys.iter().map(ranks).collect();
        move |one, other| {
            let rank = |ranks: &[u32], row: u32| ranks.get(row as usize).copied().unwrap_or(MISSING);
            let mut compared = keys.iter().map(|(ranks, falling)| {
                let (one, other) = (rank(ranks, one), rank(ranks, other));
                let order = one.cmp(&other);
                // What is missing stays last.
                let turned = *falling && one != MISSING && other != MISSING;
                if turned { order.reverse() } else { order }
            });
            compared
                .find(|order| order.is_ne())
                .unwrap_or(std::cmp::Ordering::Equal)
        }
    }

    fn ranks(&self, by: SortBy, articles: &[Rc<Article>], host: &dyn Host) -> Rc<[u32]> {
        if let Some(ranks) = self.ranks.borrow().get(&by) {
            return Rc::clone(ranks);
        }
        let ranks: Rc<[u32]> = match by {
            SortBy::PublishedDateTime => {
                let mut moment = moments(host);
                ranks_of(articles, |article| article.published_at.map(&mut moment))
            }
            SortBy::Quality => ranks_of(articles, |article| article.quality),
            SortBy::Heat => ranks_of(articles, |article| article.heat),
            SortBy::Title => {
                let titles: Vec<&str> = articles.iter().map(|it| it.title.as_str()).collect();
                host.rank(&titles)
            }
            SortBy::Provider => provider_ranks(articles, host),
            // Relevance has no rank of its own.
            SortBy::Position | SortBy::Relevance => (0..articles.len() as u32).collect(),
        }
        .into();
        self.ranks.borrow_mut().insert(by, Rc::clone(&ranks));
        ranks
    }
}

/// When something was published: a moment, or the first one of a day.
pub(super) fn moments(host: &dyn Host) -> impl FnMut(Published) -> i64 {
    let mut days: HashMap<i64, i64> = HashMap::new();
    move |published| match published {
        Published::At(moment) => moment,
        Published::On(day) => {
            let day = days_from_civil(day);
            *days.entry(day).or_insert_with(|| host.start_of_day(day))
        }
    }
}

fn ranks_of<V: Ord + Copy>(articles: &[Rc<Article>], value: impl FnMut(&Article) -> Option<V>) -> Vec<u32> {
    let values: Vec<Option<V>> = articles.iter().map(|article| &**article).map(value).collect();
    let mut sorted: Vec<V> = values.iter().copied().flatten().collect();
    sorted.sort_unstable();
    sorted.dedup();
    let rank = |value: V| sorted.binary_search(&value).map_or(MISSING, |rank| rank as u32);
    values.into_iter().map(|value| value.map_or(MISSING, rank)).collect()
}

/// Providers are few: only their names are compared, not those of all articles.
fn provider_ranks(articles: &[Rc<Article>], host: &dyn Host) -> Vec<u32> {
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut names: Vec<&str> = Vec::new();
    let mut number = |name| {
        *numbers.entry(name).or_insert_with(|| {
            names.push(name);
            names.len() - 1
        })
    };
    let named = articles.iter().map(|article| article.provider.as_ref()?.name.as_deref());
    let numbers: Vec<Option<usize>> = named.map(|name| name.map(&mut number)).collect();
    let ranks = host.rank(&names);
    let rank = |number: usize| ranks.get(number).copied().unwrap_or(MISSING);
    numbers.into_iter().map(|number| number.map_or(MISSING, rank)).collect()
}
