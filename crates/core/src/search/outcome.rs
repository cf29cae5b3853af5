use std::rc::Rc;

use super::set::Set;
use super::sorting::first;
use super::{FacetCounts, Index};
use crate::feed::Entry;
use crate::model::Article;

/// The order of what was found.
pub(super) enum Order {
    /// All rows there are, or all that were found.
    Kept(Rc<[u32]>),
    /// What was found, each with what it is sorted by: how well it matches, then its place in
    /// `newest`. Sorted only as far as it is asked for.
    Keyed {
        keyed: Vec<(u64, u32)>,
        newest: Rc<[u32]>,
    },
}

/// What a query finds.
pub struct Outcome<'i> {
    index: &'i Index,
    found: Set,
    total: usize,
    order: Order,
    facets: Vec<FacetCounts>,
}

impl<'i> Outcome<'i> {
    pub(super) fn new(
        index: &'i Index,
        found: Set,
        order: Order,
        facets: Vec<FacetCounts>,
    ) -> Self {
        Self {
            index,
            total: found.len(),
            found,
            order,
            facets,
        }
    }

    /// How many articles were found.
    pub fn total(&self) -> usize {
        self.total
    }

    /// The facets' values and their counts.
    pub fn facets(&self) -> &[FacetCounts] {
        &self.facets
    }

    /// The facets alone.
    pub fn into_facets(self) -> Vec<FacetCounts> {
        self.facets
    }

    /// The first articles of the result.
    pub fn first(&self, count: usize) -> Vec<Rc<Article>> {
        let rows = self.rows(count).into_iter();
        rows.filter_map(|row| self.index.articles().get(row as usize))
            .map(|entry| Rc::clone(entry.article()))
            .collect()
    }

    /// The identities of the whole result, in order.
    pub fn ids(&self) -> Vec<&'i str> {
        let rows = self.rows(self.total).into_iter();
        rows.filter_map(|row| self.index.articles().get(row as usize))
            .map(Entry::id)
            .collect()
    }

    fn rows(&self, count: usize) -> Vec<u32> {
        match &self.order {
            Order::Kept(order) => {
                let found = order
                    .iter()
                    .copied()
                    .filter(|row| self.found.contains(*row));
                found.take(count).collect()
            }
            Order::Keyed { keyed, newest } => {
                // They stand in the order of `newest`, in which equal ones stay.
                let at = |at: u32| keyed.get(at as usize).copied().unwrap_or_default();
                let first = first(keyed.len() as u32, count, &|place| at(place).0);
                let rows = first
                    .into_iter()
                    .filter_map(|place| newest.get(at(place).1 as usize));
                rows.copied().collect()
            }
        }
    }
}
