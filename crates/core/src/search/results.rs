//! What a query finds.

use std::rc::Rc;

use super::bit_set::BitSet;
use super::facets::FacetCounts;
use super::index::Index;
use super::sort::algorithms::smallest;
use crate::feed::LazyArticle;
use crate::model::Article;

/// The order of the rows that a query finds.
pub(super) enum ResultOrder {
    /// The rows that were found, possibly among others, in order.
    Sorted(Rc<[u32]>),
    /// The relevance key of each row that was found, beside the row's place in `newest`, in the
    /// order of `newest`. Sorted only as far as results are read.
    ByRelevance {
        keys: Vec<(u64, u32)>,
        newest: Rc<[u32]>,
    },
}

/// The articles that a query finds, in order, and the facet counts.
pub struct SearchResults<'i> {
    index: &'i Index,
    found: BitSet,
    total: usize,
    order: ResultOrder,
    facets: Vec<FacetCounts>,
}

impl<'i> SearchResults<'i> {
    pub(super) fn new(
        index: &'i Index,
        found: BitSet,
        order: ResultOrder,
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

    /// Returns the number of articles found.
    pub fn total(&self) -> usize {
        self.total
    }

    /// Returns the facets with their values and counts.
    pub fn facets(&self) -> &[FacetCounts] {
        &self.facets
    }

    /// Returns the facets with their values and counts.
    pub fn into_facets(self) -> Vec<FacetCounts> {
        self.facets
    }

    /// Returns the first `count` articles.
    ///
    /// Takes O(n) for n articles in the feed while `count` is small; results by relevance are not
    /// sorted any further.
    pub fn first(&self, count: usize) -> Vec<Rc<Article>> {
        let articles = self.articles(count);
        articles
            .map(|article| Rc::clone(article.article()))
            .collect()
    }

    /// Returns the identities of all articles found, in order.
    pub fn ids(&self) -> Vec<&'i str> {
        self.articles(self.total).map(LazyArticle::id).collect()
    }

    fn articles(&self, count: usize) -> impl Iterator<Item = &'i LazyArticle> {
        let articles = self.index.articles();
        let rows = self.rows(count).into_iter();
        rows.filter_map(|row| articles.get(row as usize))
    }

    fn rows(&self, count: usize) -> Vec<u32> {
        match &self.order {
            ResultOrder::Sorted(order) => {
                let rows = order.iter().copied();
                let found = rows.filter(|row| self.found.contains(*row));
                found.take(count).collect()
            }
            ResultOrder::ByRelevance { keys, newest } => {
                // Equal keys keep the order of `newest`.
                let key = |at: u32| keys.get(at as usize).copied().unwrap_or_default();
                let first = smallest(keys.len() as u32, count, &|at| key(at).0);
                let places = first.into_iter().map(|at| key(at).1 as usize);
                places.filter_map(|at| newest.get(at).copied()).collect()
            }
        }
    }
}
