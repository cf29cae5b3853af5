//! Sort orders of all rows, computed once for each list of keys, so that no query compares texts.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::rc::Rc;

use super::MISSING_RANK;
use super::algorithms::sort_by_key;
use super::collation_ranks::CollationRanker;
use super::number_column::{column, number_ranks};
use crate::feed::LazyArticle;
use crate::search::locale::Locale;
use crate::search::query::sort_key::{SortBy, SortKey};

/// How many orders are cached; each takes four bytes a row.
const MAX_ORDERS: usize = 8;

/// A number for each row, by key.
type Cached<K, N> = RefCell<Vec<(K, Rc<[N]>)>>;

/// The ranks of all rows by each key, and the orders by lists of keys, computed on demand.
#[derive(Default)]
pub(in crate::search) struct SortCache {
    columns: Cached<SortBy, i64>,
    ranks: Cached<SortBy, u32>,
    /// Ranks by text that are not complete yet.
    rankers: RefCell<Vec<CollationRanker>>,
    orders: Cached<Vec<SortKey>, u32>,
}

impl SortCache {
    /// Creates a cache of columns that are known already.
    pub(in crate::search) fn with_columns(columns: Vec<(SortBy, Rc<[i64]>)>) -> Self {
        Self {
            columns: RefCell::new(columns),
            ..Self::default()
        }
    }

    /// Returns all rows, sorted by `keys`, none of which is relevance.
    ///
    /// Takes O(rows) for each key, since ranks are sorted by radix.
    pub(in crate::search) fn rows(
        &self,
        keys: &[SortKey],
        articles: &[LazyArticle],
        locale: &dyn Locale,
    ) -> Rc<[u32]> {
        let mut orders = self.orders.borrow_mut();
        if let Some((_, order)) = orders.iter().find(|(known, _)| known == keys) {
            return Rc::clone(order);
        }
        let mut rows: Vec<u32> = (0..articles.len() as u32).collect();
        // The sort is stable, so the most significant key comes last.
        for SortKey { by, descending } in keys.iter().rev() {
            let ranks = self.ranks(by, articles, locale);
            sort_by_key(&mut rows, &|row| {
                match ranks.get(row as usize).copied().unwrap_or(MISSING_RANK) {
                    // Missing values stay last.
                    rank if *descending && rank != MISSING_RANK => {
                        u64::from(MISSING_RANK - 1 - rank)
                    }
                    rank => u64::from(rank),
                }
            });
        }
        let order: Rc<[u32]> = rows.into();
        if orders.len() >= MAX_ORDERS {
            orders.remove(0);
        }
        orders.push((keys.to_vec(), Rc::clone(&order)));
        order
    }

    /// Returns a function that compares two rows by `keys`, none of which is relevance.
    pub(in crate::search) fn comparison(
        &self,
        keys: &[SortKey],
        articles: &[LazyArticle],
        locale: &dyn Locale,
    ) -> impl Fn(u32, u32) -> Ordering + use<> {
        let ranks = |key: &SortKey| (self.ranks(&key.by, articles, locale), key.descending);
        let keys: Vec<(Rc<[u32]>, bool)> = keys.iter().map(ranks).collect();
        move |one, other| {
            let rank = |ranks: &[u32], row: u32| {
                let rank = ranks.get(row as usize).copied();
                rank.unwrap_or(MISSING_RANK)
            };
            let mut compared = keys.iter().map(|(ranks, descending)| {
                let (one, other) = (rank(ranks, one), rank(ranks, other));
                let order = one.cmp(&other);
                // Missing values stay last.
                let is_reversed = *descending && one != MISSING_RANK && other != MISSING_RANK;
                if is_reversed { order.reverse() } else { order }
            });
            let different = compared.find(|order| order.is_ne());
            different.unwrap_or(Ordering::Equal)
        }
    }

    /// Returns the dates, quality or heat scores of all rows.
    pub(in crate::search) fn column(
        &self,
        by: &SortBy,
        articles: &[LazyArticle],
        locale: &dyn Locale,
    ) -> Rc<[i64]> {
        cached(&self.columns, by, || column(by, articles, locale))
    }

    /// Returns whether rows can be sorted by a key without comparing texts.
    pub(in crate::search) fn is_ranked(&self, by: &SortBy) -> bool {
        !CollationRanker::sorts(by) || self.ranks.borrow().iter().any(|(known, _)| known == by)
    }

    /// Continues the ranks by a text: reads the next `max_articles` articles, or ranks a part of their
    /// texts. Returns whether the ranks are complete.
    pub(in crate::search) fn step(
        &self,
        by: &SortBy,
        articles: &[LazyArticle],
        locale: &dyn Locale,
        max_articles: usize,
    ) -> bool {
        if self.is_ranked(by) {
            return true;
        }
        let mut rankers = self.rankers.borrow_mut();
        let started = rankers.iter().position(|ranker| ranker.by == *by);
        let mut ranker = match started {
            Some(at) => rankers.swap_remove(at),
            None => CollationRanker::new(by.clone()),
        };
        let is_done = ranker.step(articles, locale, max_articles);
        if is_done {
            let ranks = ranker.finish().into();
            self.ranks.borrow_mut().push((by.clone(), ranks));
        } else {
            rankers.push(ranker);
        }
        is_done
    }

    fn ranks(&self, by: &SortBy, articles: &[LazyArticle], locale: &dyn Locale) -> Rc<[u32]> {
        while !self.step(by, articles, locale, usize::MAX) {}
        cached(&self.ranks, by, || match by {
            SortBy::PublishedDateTime | SortBy::Quality | SortBy::Heat => {
                number_ranks(&self.column(by, articles, locale)).into()
            }
            // The position; relevance has no ranks.
            _ => (0..articles.len() as u32).collect(),
        })
    }
}

fn cached<N>(cache: &Cached<SortBy, N>, by: &SortBy, make: impl FnOnce() -> Rc<[N]>) -> Rc<[N]> {
    if let Some((_, found)) = cache.borrow().iter().find(|(known, _)| known == by) {
        return Rc::clone(found);
    }
    let made = make();
    cache.borrow_mut().push((by.clone(), Rc::clone(&made)));
    made
}
