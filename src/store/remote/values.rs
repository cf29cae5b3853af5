//! The values of facets, as a search engine counts them and as the query selects them.

use std::rc::Rc;

use article_cards_core::search::{Facet, FacetCounts, ValueCount, is_same_value};

use crate::search_engine::SearchAnswer;
use crate::store::State;

impl State {
    pub(super) fn offer_facets(&mut self) {
        self.offered_facets = match &self.overview {
            Some(overview) => overview.offered(&self.facets),
            None => Rc::clone(&self.facets),
        };
    }

    /// The counts of the requested facets, with those of selected and excluded values.
    pub(super) fn with_selection(&self, answered: &[FacetCounts]) -> Rc<[FacetCounts]> {
        let settings = self.settings.as_ref();
        let facets = settings.map_or(&[][..], |settings| &settings.index.facets);
        let counts = |Facet { field, .. }: &Facet| {
            let answered = answered.iter().find(|it| it.field == *field);
            let mut values = answered.map_or(Vec::new(), |it| it.values.clone());
            let filter = self.query.filters.field(field);
            let has = |all: &[String], value: &str| {
                all.iter().any(|one| is_same_value(field, one, value))
            };
            for value in &mut values {
                value.selected = filter.is_some_and(|it| has(&it.any, &value.value));
                value.excluded = filter.is_some_and(|it| has(&it.not, &value.value));
            }
            if let Some(filter) = filter {
                for name in filter.any.iter().chain(&filter.not) {
                    let is_known = |it: &ValueCount| is_same_value(field, &it.value, name);
                    if !values.iter().any(is_known) {
                        values.push(ValueCount {
                            value: name.as_str().into(),
                            count: 0,
                            selected: has(&filter.any, name),
                            excluded: has(&filter.not, name),
                        });
                    }
                }
            }
            FacetCounts {
                field: field.clone(),
                values,
            }
        };
        facets.iter().map(counts).collect()
    }

    /// Searches for values of a facet that contain a text.
    pub(in crate::store) fn search_facet(&mut self, field: String, text: String) {
        if let Some(remote) = &mut self.remote {
            remote.facet_search = (!text.trim().is_empty()).then_some((field, text));
            remote.is_facet_searched = false;
        }
    }

    /// Adds values that the search engine has found to those of their facet.
    pub(super) fn add_values(&mut self, mut answer: SearchAnswer) {
        let Some(remote) = &mut self.remote else {
            return;
        };
        remote.is_facet_searched = true;
        let Some((field, _)) = remote.facet_search.clone() else {
            return;
        };
        let mut facets = self.facets.to_vec();
        for facet in &mut facets {
            let found = answer.facets.iter_mut().find(|it| it.field == facet.field);
            let Some(found) = found.filter(|it| it.field == field) else {
                continue;
            };
            for value in found.values.drain(..) {
                // The engine spells a value in one way.
                if facet.values.iter().all(|it| it.value != value.value) {
                    facet.values.push(value);
                }
            }
        }
        self.facets = self.with_selection(&facets);
        self.offer_facets();
    }

    /// Marks the values that the query selects and excludes, before the search engine answers it.
    pub(in crate::store) fn select_values(&mut self) {
        self.facets = self.with_selection(&self.facets);
        self.offer_facets();
    }
}
