//! Running queries against an index.

use super::bit_set::BitSet;
use super::facets::{Facet, FacetCounts};
use super::index::Index;
use super::matching::find;
use super::matching::relevance::TermStats;
use super::matching::term::Term;
use super::query::QueryState;
use super::query::active_filter::ActiveFilter;
use super::query::filters::{FieldFilter, Filters, Span};
use super::query::sort_key::{SortBy, SortKey};
use super::results::{ResultOrder, SearchResults};
use super::sort::algorithms::sort;
use super::sort::number_column::MISSING;
use crate::model::Day;
use crate::text::date::days_from_civil;

/// The rows that the selected values of one field let through.
struct FieldSelection<'f> {
    filter: &'f FieldFilter,
    /// `None` if nothing is selected, so that all rows pass.
    selected: Option<BitSet>,
}

/// The rows that a query matches.
struct Matches<'f> {
    /// The rows that pass everything but the selections.
    base: BitSet,
    selections: Vec<FieldSelection<'f>>,
    /// The rows that pass everything.
    found: BitSet,
}

impl Index {
    /// Runs a query.
    pub fn search(&self, state: &QueryState) -> SearchResults<'_> {
        let (matches, order) = self.sorted_matches(state);
        let facets = self.facets(&matches);
        SearchResults::new(self, matches.found, order, facets)
    }

    /// Returns the number of articles that a query finds, and its facet counts. Sorts nothing.
    pub fn counts(&self, state: &QueryState) -> (usize, Vec<FacetCounts>) {
        let matches = self.matches(state, &self.terms(state), false);
        (matches.found.len(), self.facets(&matches))
    }

    /// Returns the identities of the articles that a query finds, in order. Counts no facets.
    pub fn ids(&self, state: &QueryState) -> Vec<&str> {
        let (matches, order) = self.sorted_matches(state);
        SearchResults::new(self, matches.found, order, Vec::new()).ids()
    }

    /// Returns the identities of the newest articles, at most `count` of them, with their dates in
    /// milliseconds since 1970.
    pub fn newest(&self, count: usize) -> Vec<(&str, Option<i64>)> {
        let newest = [SortKey::NEWEST];
        let dates = self.sort_cache().column(
            &SortBy::PublishedDateTime,
            self.articles(),
            &*self.options().locale,
        );
        let rows = self.sorted_rows(&newest);
        let rows = rows.iter().filter(|row| self.base_filter.contains(**row));
        let article = |row: &u32| {
            let row = *row as usize;
            let date = dates.get(row).copied().filter(|date| *date != MISSING);
            Some((self.articles().get(row)?.id(), date))
        };
        rows.filter_map(article).take(count).collect()
    }

    /// Returns the number of articles that a query finds.
    pub fn count(&self, state: &QueryState) -> usize {
        self.found(state).len()
    }

    /// Limits all later queries, and their counts, to the articles that `only` finds; its sort and
    /// page are ignored. `None` removes the limit.
    pub fn set_base_filter(&mut self, only: Option<&QueryState>) {
        self.base_filter = BitSet::full(self.articles().len());
        if let Some(only) = only {
            self.base_filter = self.found(only);
        }
    }

    /// Returns filters of a query without results whose removal would find articles, with the number
    /// of articles: the first `limit` of them, the pieces of a search text first.
    pub fn relaxations(&self, state: &QueryState, limit: usize) -> Vec<(ActiveFilter, usize)> {
        let mut relaxations = Vec::new();
        for filter in state.removable_filters() {
            if relaxations.len() == limit {
                break;
            }
            let count = self.count(&state.without(&filter));
            if count > 0 {
                relaxations.push((filter, count));
            }
        }
        relaxations
    }

    fn found(&self, state: &QueryState) -> BitSet {
        self.matches(state, &self.terms(state), false).found
    }

    fn sorted_matches<'f>(&self, state: &'f QueryState) -> (Matches<'f>, ResultOrder) {
        let terms = self.terms(state);
        let keys = sort_keys(&state.sort, &terms);
        let by_relevance = keys.iter().any(|key| key.by == SortBy::Relevance);
        let matches = self.matches(state, &terms, by_relevance);
        let order = self.order(&keys, &matches.found);
        (matches, order)
    }

    fn matches<'f>(
        &self,
        state: &'f QueryState,
        terms: &[Term],
        by_relevance: bool,
    ) -> Matches<'f> {
        let base = self.base(terms, &state.filters, by_relevance);
        let selections = self.selections(&state.filters);
        let mut found = base.clone();
        for selected in selections.iter().filter_map(|it| it.selected.as_ref()) {
            found.intersect_with(selected);
        }
        Matches {
            base,
            selections,
            found,
        }
    }

    /// Returns the rows that pass the base filter, the text, the ranges and all exclusions.
    fn base(&self, terms: &[Term], filters: &Filters, by_relevance: bool) -> BitSet {
        let mut base = self.base_filter.clone();
        self.match_terms(terms, &mut base, by_relevance);
        self.limit_days(filters, &mut base);
        self.limit_numbers(filters.quality, &mut base, &SortBy::Quality);
        self.limit_numbers(filters.heat, &mut base, &SortBy::Heat);
        for filter in filters.fields() {
            if !filter.not.is_empty() {
                let excluded = self.facet_index(&filter.field).excluded(filter);
                base.difference_with(&excluded);
            }
        }
        base
    }

    fn match_terms(&self, terms: &[Term], base: &mut BitSet, by_relevance: bool) {
        let rows = self.articles().len();
        let mut hits = self.caches.hits.borrow_mut();
        let mut relevance = self.caches.relevance.borrow_mut();
        let mut is_first = true;
        for (at, term) in terms.iter().enumerate() {
            let (before, from_here) = terms.split_at_checked(at).unwrap_or_default();
            if base.is_empty() || before.contains(term) {
                continue;
            }
            // A repeated term is looked up once and counts as often as it is repeated.
            let repeats = from_here.iter().filter(|other| *other == term).count();
            let is_scored = by_relevance && !term.excluded;
            hits.start(rows, is_scored);
            find(self.postings_of(term), term, &mut hits);
            if is_scored {
                let stats = TermStats::new(self.postings(), hits.rows().len(), rows);
                hits.drain(|row, hit| relevance.add(row, hit, repeats, &stats, is_first));
            }
            if term.excluded {
                base.difference_with(hits.rows());
            } else {
                base.intersect_with(hits.rows());
                is_first = false;
            }
        }
    }

    fn limit_days(&self, filters: &Filters, base: &mut BitSet) {
        let locale = &*self.options().locale;
        let start = |day: Day, later: i64| locale.start_of_day(days_from_civil(day) + later);
        // The last day ends right before the next one starts.
        let end = |day: Day| start(day, 1).saturating_sub(1);
        let span = Span {
            min: filters.from.map(|day| start(day, 0)),
            max: filters.to.map(end),
        };
        self.limit_numbers(span, base, &SortBy::PublishedDateTime);
    }

    fn limit_numbers(&self, span: Span, base: &mut BitSet, by: &SortBy) {
        if span.is_open() {
            return;
        }
        let locale = &*self.options().locale;
        let column = self.sort_cache().column(by, self.articles(), locale);
        let (min, max) = (span.min.unwrap_or(i64::MIN), span.max.unwrap_or(i64::MAX));
        let mut outside = BitSet::empty(column.len());
        for (number, row) in column.iter().zip(0..) {
            if *number == MISSING || *number < min || *number > max {
                outside.insert(row);
            }
        }
        base.difference_with(&outside);
    }

    fn selections<'f>(&self, filters: &'f Filters) -> Vec<FieldSelection<'f>> {
        let selection = |filter: &'f FieldFilter| {
            let mut facets = self.options().facets.iter();
            let all = facets.any(|facet| facet.all && facet.field == filter.field);
            let selected = self.facet_index(&filter.field).selected(filter, all);
            FieldSelection { filter, selected }
        };
        filters.fields().iter().map(selection).collect()
    }

    fn facets(&self, matches: &Matches<'_>) -> Vec<FacetCounts> {
        let facets = self.options().facets.iter();
        facets.map(|facet| self.facet(facet, matches)).collect()
    }

    /// Counts a facet's values among the rows that pass everything but the facet's own selection;
    /// an AND facet's own selection counts too.
    fn facet(&self, facet: &Facet, matches: &Matches<'_>) -> FacetCounts {
        let mut passing = matches.base.clone();
        let mut own = None;
        for FieldSelection { filter, selected } in &matches.selections {
            let is_own = filter.field == facet.field;
            if is_own {
                own = Some(*filter);
            }
            if let Some(selected) = selected.as_ref().filter(|_| !is_own || facet.all) {
                passing.intersect_with(selected);
            }
        }
        let values = self.facet_index(&facet.field);
        values.counts(facet, &passing, own, &*self.options().locale)
    }

    fn order(&self, keys: &[SortKey], found: &BitSet) -> ResultOrder {
        let relevance_at = keys.iter().position(|key| key.by == SortBy::Relevance);
        let Some(relevance_at) = relevance_at else {
            return ResultOrder::Sorted(self.sorted_rows(keys));
        };
        let relevance = self.caches.relevance.borrow();
        let newest = self.sorted_rows(&[SortKey::NEWEST]);
        let found = newest
            .iter()
            .copied()
            .zip(0..)
            .filter(|(row, _)| found.contains(*row));
        if relevance_at == 0 {
            let keys = found.map(|(row, place)| (relevance.key(row), place));
            let keys = keys.collect();
            return ResultOrder::ByRelevance { keys, newest };
        }
        // Keys after relevance are ignored: it is as good as unique.
        let before = keys.get(..relevance_at).unwrap_or_default();
        let locale = &*self.options().locale;
        let compare = self
            .sort_cache()
            .comparison(before, self.articles(), locale);
        let found: Vec<u32> = found.map(|(row, _)| row).collect();
        let row = |at: u32| found.get(at as usize).copied().unwrap_or_default();
        let mut places: Vec<u32> = (0..found.len() as u32).collect();
        sort(&mut places, &|one, other| {
            let (first, second) = (row(one), row(other));
            compare(first, second)
                .then_with(|| relevance.key(first).cmp(&relevance.key(second)))
                // The newest first.
                .then(one.cmp(&other))
        });
        let rows: Vec<u32> = places.into_iter().map(row).collect();
        ResultOrder::Sorted(rows.into())
    }
}

/// Returns the keys to sort by: those of the query, else relevance if there is something to match,
/// else the newest first. Relevance without something to match is the default order.
fn sort_keys(chosen: &[SortKey], terms: &[Term]) -> Vec<SortKey> {
    let default = match terms.iter().any(|term| !term.excluded) {
        true => SortKey::RELEVANCE,
        false => SortKey::NEWEST,
    };
    let mut keys: Vec<SortKey> = Vec::new();
    for key in chosen {
        let key = match key.by {
            SortBy::Relevance => &default,
            _ => key,
        };
        // A repeated key changes nothing, and a URL may have thousands of them.
        if !keys.iter().any(|known| known.by == key.by) {
            keys.push(key.clone());
        }
    }
    if keys.is_empty() {
        keys.push(default);
    }
    keys
}
