//! An indexed feed for tests of single rules.

use std::rc::Rc;

use article_cards_core::feed::{Feed, Mapping, Options};
use article_cards_core::search::{
    Facet, Filters, Index, IndexOptions, QueryState, SortBy, SortKey,
};
use article_cards_core::text::url::UrlStandard;
use serde_json::{Value, json};

use super::Oracle;
use super::cases::MAPPING;
use super::compare::compare;
use super::zones::{Zone, ZoneLocale};

/// An indexed feed. Every result is compared with the oracle's as well.
pub struct Fixture {
    pub feed: Feed,
    pub index: Index,
    pub oracle: Oracle,
}

impl Fixture {
    pub fn with(articles: Value, facets: &str, with_unpublished: bool, zone: Zone) -> Self {
        let mapping = Mapping::new(MAPPING);
        let mut feed = Feed::new(Options {
            mapping,
            ..Options::default()
        });
        feed.read(articles.to_string().as_bytes(), None, &UrlStandard)
            .unwrap();
        let facets = Facet::parse_list(facets);
        let options = IndexOptions {
            facets: facets.clone(),
            with_unpublished,
            locale: Rc::new(ZoneLocale { zone }),
        };
        Self {
            index: Index::with_options(&feed, options),
            oracle: Oracle::new(&feed, facets, with_unpublished, zone),
            feed,
        }
    }

    pub fn new(articles: Value) -> Self {
        Self::with(articles, "topics,provider,type", false, Zone::Utc)
    }

    /// Articles with a title only, named by letters: `a`, `b`, …
    pub fn titles(titles: &[&str]) -> Self {
        let articles = titles.iter().zip('a'..);
        let articles = articles.map(|(title, id)| json!({"id": id, "title": title}));
        Self::new(articles.collect())
    }

    pub fn only(mut self, only: QueryState) -> Self {
        self.index.set_base_filter(Some(&only));
        self.oracle.only = Some(only);
        self
    }

    /// Returns the identities in order, concatenated.
    pub fn run(&self, state: &QueryState) -> String {
        let results = self.index.search(state);
        if let Err(difference) = compare(&results, &self.oracle.search(state)) {
            panic!("{difference}\nof {state:?}");
        }
        results.ids().concat()
    }

    /// Searches in feed order.
    pub fn text(&self, query: &str) -> String {
        self.run(&QueryState {
            sort: vec![by(SortBy::Position)],
            ..text(query)
        })
    }

    pub fn ranked(&self, query: &str) -> String {
        self.run(&text(query))
    }

    pub fn sorted(&self, sort: &[SortKey]) -> String {
        self.run(&QueryState {
            sort: sort.to_vec(),
            ..QueryState::default()
        })
    }

    pub fn filtered(&self, set: impl FnOnce(&mut Filters)) -> String {
        self.run(&filters(set))
    }

    /// Formats counts: `AI 3+, ML 0!` with `+` for selected and `!` for excluded values.
    pub fn counts(&self, field: &str, state: &QueryState) -> String {
        self.run(state);
        let results = self.index.search(state);
        let facet = results
            .facets()
            .iter()
            .find(|facet| facet.field == field)
            .unwrap();
        let values = facet.values.iter().map(|value| {
            let chosen = if value.selected { "+" } else { "" };
            let excluded = if value.excluded { "!" } else { "" };
            format!("{} {}{chosen}{excluded}", value.value, value.count)
        });
        values.collect::<Vec<_>>().join(", ")
    }
}

pub fn text(query: &str) -> QueryState {
    QueryState {
        query: query.into(),
        ..QueryState::default()
    }
}

pub fn filters(set: impl FnOnce(&mut Filters)) -> QueryState {
    let mut state = QueryState::default();
    set(&mut state.filters);
    state
}

pub fn by(by: SortBy) -> SortKey {
    SortKey {
        by,
        descending: false,
    }
}

pub fn descending(by: SortBy) -> SortKey {
    SortKey {
        by,
        descending: true,
    }
}
