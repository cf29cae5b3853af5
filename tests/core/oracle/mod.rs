//! A naive second implementation of queries, which the engine is compared with: plain vectors,
//! filtered and sorted in the most obvious way, without an index.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "each test uses its part"
)]

pub mod answer;
pub mod cases;
pub mod choices;
pub mod compare;
pub mod documents;
pub mod filter;
pub mod fixture;
pub mod states;
pub mod terms;
pub mod typos;
pub mod words;
pub mod zones;

use std::rc::Rc;

use article_cards_core::feed::Feed;
use article_cards_core::search::{Facet, FacetCounts, QueryState, ValueCount};

use answer::{Answer, Found};
use documents::Document;
use filter::{has, is_same, values};
use terms::Term;
use zones::{Zone, ZoneLocale};

/// The articles of a feed, and the options of queries.
pub struct Oracle {
    pub documents: Vec<Document>,
    pub facets: Vec<Facet>,
    pub locale: ZoneLocale,
    /// The base filter.
    pub only: Option<QueryState>,
}

impl Oracle {
    pub fn new(feed: &Feed, facets: Vec<Facet>, with_unpublished: bool, zone: Zone) -> Self {
        let shown = feed
            .articles()
            .iter()
            .filter(|article| article.published || with_unpublished);
        Self {
            documents: shown
                .map(|article| Document::new(Rc::clone(article.article())))
                .collect(),
            facets,
            locale: ZoneLocale { zone },
            only: None,
        }
    }

    /// Returns all results in order, with the counts of all facets.
    pub fn search(&self, state: &QueryState) -> Answer {
        let terms = self.terms(&state.query);
        let base_terms = self
            .only
            .as_ref()
            .map_or_else(Vec::new, |only| self.terms(&only.query));
        let is_in_base = |document: &&Document| {
            let filtered = |only| self.passes_filters(document, only, None);
            document.passes(&base_terms) && self.only.as_ref().is_none_or(filtered)
        };
        // Articles that pass the base filter and match the text.
        let matching = self.documents.iter().filter(is_in_base);
        let matching: Vec<&Document> = matching.filter(|it| it.passes(&terms)).collect();
        let passing = matching
            .iter()
            .filter(|it| self.passes_filters(it, state, None));
        let found: Vec<&Document> = passing.copied().collect();
        let order = answer::order(state, &terms);
        let found = Found::sorted(self, &found, &terms, &order);
        let facets = self
            .facets
            .iter()
            .map(|facet| self.count(facet, state, &matching));
        Answer {
            found,
            facets: facets.collect(),
        }
    }

    /// Returns the terms of a text. Those that begin no word in the feed match two words that they join;
    /// those that do neither allow edits.
    pub fn terms(&self, query: &str) -> Vec<Term> {
        let mut terms = terms::parse(query);
        for term in &mut terms {
            let is_found = |term: &Term| self.documents.iter().any(|it| it.matches(term).is_some());
            if !term.is_plain_word() || is_found(term) {
                continue;
            }
            term.joins_neighbors = true;
            if is_found(term) {
                continue;
            }
            term.joins_neighbors = false;
            if term.may_have_typos() {
                let letters = term.words[0].text.chars().count();
                term.edits = if letters >= 8 { 2 } else { 1 };
            }
        }
        terms
    }

    /// Returns whether an article passes the ranges and all facets. Of the facet `but`, only exclusions
    /// count.
    fn passes_filters(&self, document: &Document, state: &QueryState, but: Option<&str>) -> bool {
        let article = &document.article;
        let filters = &state.filters;
        let groups = filters.fields().iter().all(|group| {
            let all = self
                .facets
                .iter()
                .any(|facet| facet.field == group.field && facet.all);
            let is_excluded = group
                .not
                .iter()
                .any(|value| has(article, &group.field, value));
            let has_chosen = if but == Some(group.field.as_str()) || group.any.is_empty() {
                true
            } else if all {
                group
                    .any
                    .iter()
                    .all(|value| has(article, &group.field, value))
            } else {
                group
                    .any
                    .iter()
                    .any(|value| has(article, &group.field, value))
            };
            !is_excluded && has_chosen
        });
        groups && filter::in_ranges(article, filters, self.locale.zone)
    }

    fn count(&self, facet: &Facet, state: &QueryState, matching: &[&Document]) -> FacetCounts {
        let field = facet.field.as_str();
        let (mut any, mut not) = (Vec::new(), Vec::new());
        if let Some(group) = state.filters.field(field) {
            (any, not) = (group.any.clone(), group.not.clone());
        }
        let counted: Vec<&&Document> = matching
            .iter()
            .filter(|document| self.passes_filters(document, state, Some(field)))
            .filter(|document| {
                !facet.all || any.iter().all(|value| has(&document.article, field, value))
            })
            .collect();
        // Spellings in the order of the feed, then those of the query.
        let mut spellings = Vec::new();
        for document in &self.documents {
            spellings.extend(values(&document.article, field));
        }
        let own = spellings.len();
        spellings.extend(any.iter().chain(&not).cloned());
        let mut names: Vec<String> = Vec::new();
        for spelling in &spellings {
            if names.iter().any(|name| is_same(field, name, spelling)) {
                continue;
            }
            let same = spellings[..own]
                .iter()
                .filter(|it| is_same(field, it, spelling));
            let count = |it: &String| spellings[..own].iter().filter(|other| *other == it).count();
            // Of equals, the first.
            let most = same.rev().max_by_key(|it| count(it));
            names.push(most.unwrap_or(spelling).clone());
        }
        names.sort();
        let chosen =
            |values: &[String], name: &str| values.iter().any(|it| is_same(field, it, name));
        let mut listed: Vec<ValueCount> = names
            .into_iter()
            .map(|name| {
                let having = counted
                    .iter()
                    .filter(|document| has(&document.article, field, &name));
                let (count, excluded) = (having.count(), chosen(&not, &name));
                ValueCount {
                    count: if excluded { 0 } else { count },
                    selected: chosen(&any, &name),
                    excluded,
                    value: name.into(),
                }
            })
            .filter(|value| value.count > 0 || value.selected || value.excluded)
            .collect();
        // They are sorted by code point already, and the sort is stable.
        let names: Vec<Rc<str>> = listed.iter().map(|value| Rc::clone(&value.value)).collect();
        let ranks = self.locale.ranks(names.iter().map(|name| &**name));
        listed.sort_by_key(|value| (std::cmp::Reverse(value.count), ranks[&*value.value]));
        FacetCounts {
            field: field.to_owned(),
            values: listed,
        }
    }
}
