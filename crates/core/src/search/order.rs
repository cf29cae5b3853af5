//! In which order articles stand: ranks, found once for each key, so that no query compares texts.

use std::cell::RefCell;
use std::rc::Rc;

use super::column::{NONE, column};
use super::ranking::{MISSING, Ranking};
use super::sorting::sort_by_key;
use super::{Host, SortBy, SortKey};
use crate::feed::Entry;

/// How many orders are kept.
const MOST: usize = 8;

/// A number of each article, by what was asked for.
type Kept<K, N> = RefCell<Vec<(K, Rc<[N]>)>>;

/// The ranks of all articles by each key, and the orders that were asked for, made when they are
/// first needed.
#[derive(Default)]
pub(super) struct Orders {
    columns: Kept<SortBy, i64>,
    ranks: Kept<SortBy, u32>,
    /// Of texts, in the making.
    rankings: RefCell<Vec<Ranking>>,
    orders: Kept<Vec<SortKey>, u32>,
}

impl Orders {
    /// Keeps the numbers of all articles, which are known already.
    pub(super) fn with(columns: Vec<(SortBy, Rc<[i64]>)>) -> Self {
        Self {
            columns: RefCell::new(columns),
            ..Self::default()
        }
    }

    /// All rows in an order; `keys` without relevance.
    pub(super) fn order(&self, keys: &[SortKey], articles: &[Entry], host: &dyn Host) -> Rc<[u32]> {
        let mut orders = self.orders.borrow_mut();
        if let Some((_, order)) = orders.iter().find(|(known, _)| known == keys) {
            return Rc::clone(order);
        }
        let mut rows: Vec<u32> = (0..articles.len() as u32).collect();
        // The last key first: what it leaves in order stays so where the ones before it tie.
        for SortKey { by, falling } in keys.iter().rev() {
            let ranks = self.ranks(*by, articles, host);
            sort_by_key(&mut rows, &|row| {
                match ranks.get(row as usize).copied().unwrap_or(MISSING) {
                    // What is missing stays last.
                    rank if *falling && rank != MISSING => u64::from(MISSING - 1 - rank),
                    rank => u64::from(rank),
                }
            });
        }
        let order: Rc<[u32]> = rows.into();
        if orders.len() >= MOST {
            orders.remove(0);
        }
        orders.push((keys.to_vec(), Rc::clone(&order)));
        order
    }

    /// Compares two rows by keys without relevance.
    pub(super) fn comparison(
        &self,
        keys: &[SortKey],
        articles: &[Entry],
        host: &dyn Host,
    ) -> impl Fn(u32, u32) -> std::cmp::Ordering + use<> {
        let ranks = |key: &SortKey| (self.ranks(key.by, articles, host), key.falling);
        let keys: Vec<(Rc<[u32]>, bool)> = keys.iter().map(ranks).collect();
        move |one, other| {
            let rank =
                |ranks: &[u32], row: u32| ranks.get(row as usize).copied().unwrap_or(MISSING);
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

    /// The numbers of all articles: dates, quality or heat.
    pub(super) fn column(&self, by: SortBy, articles: &[Entry], host: &dyn Host) -> Rc<[i64]> {
        if let Some((_, column)) = self.columns.borrow().iter().find(|(known, _)| *known == by) {
            return Rc::clone(column);
        }
        let column = column(by, articles, host);
        self.columns.borrow_mut().push((by, Rc::clone(&column)));
        column
    }

    /// Whether articles can be sorted by this at once.
    pub(super) fn are_ranked(&self, by: SortBy) -> bool {
        !Ranking::is_of(by) || self.ranks.borrow().iter().any(|(known, _)| *known == by)
    }

    /// Goes on with the ranks by a text, by so many of the articles or a part of their texts; whether
    /// they are there.
    pub(super) fn step(
        &self,
        by: SortBy,
        articles: &[Entry],
        host: &dyn Host,
        most: usize,
    ) -> bool {
        if self.are_ranked(by) {
            return true;
        }
        let mut rankings = self.rankings.borrow_mut();
        let place = rankings.iter().position(|ranking| ranking.by == by);
        let mut ranking = match place {
            Some(place) => rankings.swap_remove(place),
            None => Ranking::new(by),
        };
        let is_done = ranking.step(articles, host, most);
        if is_done {
            let ranks = ranking.finish().into();
            self.ranks.borrow_mut().push((by, ranks));
        } else {
            rankings.push(ranking);
        }
        is_done
    }

    fn ranks(&self, by: SortBy, articles: &[Entry], host: &dyn Host) -> Rc<[u32]> {
        while !self.step(by, articles, host, usize::MAX) {}
        if let Some((_, ranks)) = self.ranks.borrow().iter().find(|(known, _)| *known == by) {
            return Rc::clone(ranks);
        }
        let ranks: Rc<[u32]> = match by {
            SortBy::PublishedDateTime | SortBy::Quality | SortBy::Heat => {
                ranks_of(&self.column(by, articles, host))
            }
            // Relevance has no rank of its own.
            _ => (0..articles.len() as u32).collect(),
        }
        .into();
        self.ranks.borrow_mut().push((by, Rc::clone(&ranks)));
        ranks
    }
}

/// The ranks of numbers, equal ones of equal numbers.
#[inline(never)]
fn ranks_of(numbers: &[i64]) -> Vec<u32> {
    let number = |row: u32| numbers.get(row as usize).copied().unwrap_or(NONE);
    let rows = 0..numbers.len() as u32;
    let mut rows: Vec<u32> = rows.filter(|row| number(*row) != NONE).collect();
    // Below zero is less than above.
    sort_by_key(&mut rows, &|row| (number(row) as u64) ^ 1 << 63);
    let mut ranks = vec![MISSING; numbers.len()];
    let mut rank = 0;
    let mut before = None;
    for row in rows {
        let this = number(row);
        rank += u32::from(before.is_some_and(|before| before != this));
        before = Some(this);
        if let Some(place) = ranks.get_mut(row as usize) {
            *place = rank;
        }
    }
    ranks
}
