//! What a list has to filter by, whatever the query: a control without effect is not offered.

use std::rc::Rc;

use article_cards_core::model::Published;
use article_cards_core::search::{FacetCounts, ValueCount};

/// The facets of a list before anything is searched or filtered.
#[derive(Clone, Debug, Default)]
pub(super) struct Overview {
    /// The number of articles, if it is known.
    total: Option<usize>,
    /// Whether there is more than one article, or may be.
    has_several: bool,
    is_partial: bool,
    /// The values that every article has, by field.
    shared: Vec<(String, Rc<str>)>,
    /// Whether there is any other value.
    has_others: bool,
    /// The date of the newest article.
    newest: Option<Published>,
}

impl Overview {
    /// The overview of a list from the answer to the default query. While pages of the feed are missing,
    /// no value is one that every article has.
    pub(super) fn new(
        total: usize,
        newest: Option<Published>,
        facets: &[FacetCounts],
        has_next_page: bool,
    ) -> Self {
        let mut overview = Self {
            total: Some(total),
            has_several: total > 1 || has_next_page,
            is_partial: has_next_page,
            newest,
            ..Self::default()
        };
        for FacetCounts { field, values } in facets {
            for ValueCount { value, count, .. } in values {
                if *count < total || has_next_page {
                    overview.has_others = true;
                    // The others are as rare or rarer.
                    break;
                }
                overview.shared.push((field.clone(), Rc::clone(value)));
            }
        }
        overview
    }

    /// The overview of a list that nothing is known of.
    pub(super) fn unknown() -> Self {
        Self {
            has_several: true,
            has_others: true,
            ..Self::default()
        }
    }

    /// The number of articles, if it is known.
    pub(super) fn total(&self) -> Option<usize> {
        self.total
    }

    /// Whether pages of the feed were missing.
    pub(super) fn is_partial(&self) -> bool {
        self.is_partial
    }

    /// Whether there is more than one article, or may be.
    pub(super) fn has_several(&self) -> bool {
        self.has_several
    }

    /// The date of the newest article.
    pub(super) fn newest(&self) -> Option<Published> {
        self.newest
    }

    /// Whether a facet has a value that narrows the list.
    pub(super) fn has_facets(&self) -> bool {
        self.has_others
    }

    /// Returns the facets without the values that every article has, but with those that are selected or
    /// excluded.
    pub(super) fn offered(&self, facets: &Rc<[FacetCounts]>) -> Rc<[FacetCounts]> {
        if self.shared.is_empty() {
            return Rc::clone(facets);
        }
        let is_offered = |field: &str, it: &ValueCount| {
            let is_shared = |(name, value): &(String, Rc<str>)| name == field && *value == it.value;
            it.selected || it.excluded || !self.shared.iter().any(is_shared)
        };
        let offered = |facet: &FacetCounts| {
            let values = facet.values.iter();
            let values = values.filter(|value| is_offered(&facet.field, value));
            FacetCounts {
                field: facet.field.clone(),
                values: values.cloned().collect(),
            }
        };
        facets.iter().map(offered).collect()
    }
}
