//! A query's answer.

use std::rc::Rc;

use super::column::NONE;
use super::matching::find;
use super::outcome::{Order, Outcome};
use super::relevance::Weighing;
use super::set::Set;
use super::sorting::sort;
use super::term::Term;
use super::values::Values;
use super::{Facet, FacetCounts, FieldFilter, Filters, Index, QueryState, SortBy, SortKey, Span};
use crate::model::Day;
use crate::text::date::days_from_civil;

/// What the values of one field let pass.
struct Group<'f> {
    filter: &'f FieldFilter,
    /// `None`: nothing is chosen, so all pass.
    chosen: Option<Set>,
}

impl Index {
    /// Runs a query.
    pub fn run(&self, state: &QueryState) -> Outcome<'_> {
        let terms = self.terms(state);
        let keys = sort_keys(&state.sort, &terms);
        let base = self.base(&terms, &state.filters, is_by_relevance(&keys));
        let groups = self.groups(&state.filters);
        let found = narrowed(&base, &groups);
        let order = self.sorted(&keys, &found);
        Outcome::new(self, found, order, self.facets(&base, &groups))
    }

    /// How many articles a query finds, and the facets' values and their counts: all that needs no
    /// order.
    pub fn counts(&self, state: &QueryState) -> (usize, Vec<FacetCounts>) {
        let base = self.base(&self.terms(state), &state.filters, false);
        let groups = self.groups(&state.filters);
        (narrowed(&base, &groups).len(), self.facets(&base, &groups))
    }

    /// The identities of all articles that a query finds, in order: all that needs no facets.
    pub fn ids(&self, state: &QueryState) -> Vec<&str> {
        let terms = self.terms(state);
        let keys = sort_keys(&state.sort, &terms);
        let base = self.base(&terms, &state.filters, is_by_relevance(&keys));
        let found = narrowed(&base, &self.groups(&state.filters));
        let order = self.sorted(&keys, &found);
        Outcome::new(self, found, order, Vec::new()).ids()
    }

    /// How many articles a query finds.
    pub fn count(&self, state: &QueryState) -> usize {
        self.matching(state).len()
    }

    /// What a query finds.
    pub(super) fn matching(&self, state: &QueryState) -> Set {
        let base = self.base(&self.terms(state), &state.filters, false);
        narrowed(&base, &self.groups(&state.filters))
    }

    fn terms(&self, state: &QueryState) -> Vec<Term> {
        Term::parse(&state.query, &*self.options().host)
    }

    /// What passes the frame, the text, the ranges and all exclusions.
    fn base(&self, terms: &[Term], filters: &Filters, by_relevance: bool) -> Set {
        let mut base = self.frame.clone();
        self.search(terms, &mut base, by_relevance);
        self.keep_days(filters, &mut base);
        self.keep_span(filters.quality, &mut base, SortBy::Quality);
        self.keep_span(filters.heat, &mut base, SortBy::Heat);
        for filter in filters
            .fields()
            .iter()
            .filter(|filter| !filter.not.is_empty())
        {
            base.remove(&self.values(&filter.field).excluded(filter));
        }
        base
    }

    fn search(&self, terms: &[Term], base: &mut Set, by_relevance: bool) {
        let rows = self.articles().len();
        let mut hits = self.hits().borrow_mut();
        let mut relevance = self.relevance().borrow_mut();
        let mut is_first = true;
        for (place, term) in terms.iter().enumerate() {
            let (before, from_here) = terms.split_at_checked(place).unwrap_or_default();
            if base.is_empty() || before.contains(term) {
                continue;
            }
            // One that stands there more than once is found once, and counts as often.
            let times = from_here.iter().filter(|other| *other == term).count();
            let is_weighed = by_relevance && !term.excluded;
            hits.begin(rows, is_weighed);
            find(self.postings(), term, &mut hits);
            if is_weighed {
                let weighing = Weighing::new(self.postings(), hits.rows().len(), rows);
                hits.drain(|row, hit| relevance.add(row, hit, times, &weighing, is_first));
            }
            if term.excluded {
                base.remove(hits.rows());
            } else {
                base.keep(hits.rows());
                is_first = false;
            }
        }
    }

    fn keep_days(&self, filters: &Filters, base: &mut Set) {
        let host = &*self.options().host;
        let start = |day: Day, later: i64| host.start_of_day(days_from_civil(day) + later);
        // The last day is over when the next one begins.
        let last = |end: i64| end.saturating_sub(1);
        let span = Span {
            min: filters.from.map(|day| start(day, 0)),
            max: filters.to.map(|day| last(start(day, 1))),
        };
        self.keep_span(span, base, SortBy::PublishedDateTime);
    }

    fn keep_span(&self, span: Span, base: &mut Set, by: SortBy) {
        if span.is_open() {
            return;
        }
        let column = self
            .orders()
            .column(by, self.articles(), &*self.options().host);
        let (min, max) = (span.min.unwrap_or(i64::MIN), span.max.unwrap_or(i64::MAX));
        let mut outside = Set::none(column.len());
        for (number, row) in column.iter().zip(0..) {
            if *number == NONE || *number < min || *number > max {
                outside.insert(row);
            }
        }
        base.remove(&outside);
    }

    fn groups<'f>(&self, filters: &'f Filters) -> Vec<Group<'f>> {
        let group = |filter: &'f FieldFilter| {
            let facets = &self.options().facets;
            let all = facets
                .iter()
                .any(|facet| facet.all && facet.field == filter.field);
            let chosen = self.values(&filter.field).chosen(filter, all);
            Group { filter, chosen }
        };
        filters.fields().iter().map(group).collect()
    }

    fn facets(&self, base: &Set, groups: &[Group<'_>]) -> Vec<FacetCounts> {
        let facets = self.options().facets.iter();
        facets
            .map(|facet| self.facet(facet, base, groups))
            .collect()
    }

    /// Counts a facet's values within what passes everything but its own choice.
    fn facet(&self, facet: &Facet, base: &Set, groups: &[Group<'_>]) -> FacetCounts {
        let mut passing = base.clone();
        let mut own = None;
        for group in groups {
            let is_own = group.filter.field == facet.field;
            if is_own {
                own = Some(group.filter);
            }
            if let Some(chosen) = group.chosen.as_ref().filter(|_| !is_own || facet.all) {
                passing.keep(chosen);
            }
        }
        let values: Rc<Values> = self.values(&facet.field);
        values.counts(facet, &passing, own, &*self.options().host)
    }

    fn sorted(&self, keys: &[SortKey], found: &Set) -> Order {
        let relevance = self.relevance().borrow();
        match keys.split_first() {
            Some((
                SortKey {
                    by: SortBy::Relevance,
                    ..
                },
                _,
            )) => {
                let newest = self.order(&[SortKey::NEWEST]);
                let found = newest
                    .iter()
                    .zip(0..)
                    .filter(|(row, _)| found.contains(**row));
                let keyed = found
                    .map(|(row, place)| (relevance.key(*row), place))
                    .collect();
                Order::Keyed { keyed, newest }
            }
            _ => match keys.iter().position(|key| key.by == SortBy::Relevance) {
                None => Order::Kept(self.order(keys)),
                // Relevance leaves no ties, so what comes after it means nothing.
                Some(at) => {
                    let before = keys.get(..at).unwrap_or_default();
                    let compare =
                        self.orders()
                            .comparison(before, self.articles(), &*self.options().host);
                    let newest = self.order(&[SortKey::NEWEST]);
                    let found: Vec<u32> = newest
                        .iter()
                        .copied()
                        .filter(|row| found.contains(*row))
                        .collect();
                    let row = |place: u32| found.get(place as usize).copied().unwrap_or_default();
                    let mut places: Vec<u32> = (0..found.len() as u32).collect();
                    sort(&mut places, &|one, other| {
                        let (first, second) = (row(one), row(other));
                        compare(first, second)
                            .then_with(|| relevance.key(first).cmp(&relevance.key(second)))
                            // What is left of ties stands newest first.
                            .then(one.cmp(&other))
                    });
                    let rows: Vec<u32> = places.into_iter().map(row).collect();
                    Order::Kept(rows.into())
                }
            },
        }
    }
}

/// What passes the choices of all groups too.
fn narrowed(base: &Set, groups: &[Group<'_>]) -> Set {
    let mut found = base.clone();
    for chosen in groups.iter().filter_map(|group| group.chosen.as_ref()) {
        found.keep(chosen);
    }
    found
}

fn is_by_relevance(keys: &[SortKey]) -> bool {
    keys.iter().any(|key| key.by == SortBy::Relevance)
}

/// The keys that count: what was chosen, else by relevance while something is searched for, else
/// the newest first. Relevance without a text that matches is the default order.
fn sort_keys(chosen: &[SortKey], terms: &[Term]) -> Vec<SortKey> {
    let is_searched = terms.iter().any(|term| !term.excluded);
    let real = |key: &SortKey| match key.by {
        SortBy::Relevance if is_searched => SortKey::RELEVANCE,
        SortBy::Relevance => SortKey::NEWEST,
        _ => *key,
    };
    match (chosen, is_searched) {
        ([], true) => vec![SortKey::RELEVANCE],
        ([], false) => vec![SortKey::NEWEST],
        (chosen, _) => {
            let mut keys: Vec<SortKey> = Vec::new();
            for key in chosen.iter().map(real) {
                // The same once more decides nothing, and an address may be full of it.
                if !keys.iter().any(|known| known.by == key.by) {
                    keys.push(key);
                }
            }
            keys
        }
    }
}
