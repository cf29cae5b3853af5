//! The expected results, and the orders in which they may be.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::rc::Rc;

use article_cards_core::model::{Article, Published};
use article_cards_core::search::{FacetCounts, QueryState, SortBy, SortKey};
use article_cards_core::text::date;

use super::Oracle;
use super::documents::{Class, Document};
use super::filter::values;
use super::terms::Term;

/// Scores that differ by less may be in either order, since the engine's have fewer digits.
const TOLERANCE: f64 = 1e-4;

pub struct Answer {
    /// In order; where either order is valid, by the precise scores.
    pub found: Vec<Found>,
    pub facets: Vec<FacetCounts>,
}

pub struct Found {
    pub article: Rc<Article>,
    keys: Vec<Key>,
}

enum Key {
    /// A value, and whether the order is descending.
    Value(Option<i128>, bool),
    Relevance(Relevance),
}

struct Relevance {
    class: Class,
    weights: u32,
    /// The number of matches of each term, and the length of the article in words.
    counted: (Vec<usize>, usize),
    score: f64,
    date: Option<i64>,
    position: usize,
}

/// Returns the sort keys, including the default ones.
pub fn order(state: &QueryState, terms: &[Term]) -> Vec<SortKey> {
    let has_search_terms = terms.iter().any(|term| !term.excluded);
    let default = if has_search_terms {
        SortKey::RELEVANCE
    } else {
        SortKey::NEWEST
    };
    let mut order = state.sort.clone();
    if order.is_empty() {
        order.push(default.clone());
    }
    for key in &mut order {
        if key.by == SortBy::Relevance {
            key.clone_from(&default);
        }
    }
    order
}

impl Answer {
    pub fn ids(&self) -> Vec<&str> {
        self.found
            .iter()
            .map(|found| found.article.id.as_str())
            .collect()
    }

    /// Returns whether the order is the only valid one.
    pub fn is_exact(&self) -> bool {
        let pairs = self.found.iter().enumerate();
        pairs.into_iter().all(|(place, left)| {
            let after = &self.found[place + 1..];
            after.iter().all(|right| left.compare(right).is_some())
        })
    }
}

impl Found {
    pub fn sorted(
        oracle: &Oracle,
        documents: &[&Document],
        terms: &[Term],
        order: &[SortKey],
    ) -> Vec<Self> {
        let ranked = |key: &SortKey| {
            let names = oracle.documents.iter();
            let names: Vec<String> = names.filter_map(|it| name(&it.article, &key.by)).collect();
            let is_field = matches!(key.by, SortBy::Field(_));
            let numbers: Option<Vec<i128>> = names.iter().map(|name| number(name)).collect();
            match numbers.filter(|_| is_field) {
                Some(numbers) => names.into_iter().zip(numbers).collect(),
                None => {
                    let ranks = oracle.locale.ranks(names.iter().map(String::as_str));
                    let ranks = ranks.into_iter();
                    ranks.map(|(name, rank)| (name, rank.into())).collect()
                }
            }
        };
        let ranked: Vec<HashMap<String, i128>> = order.iter().map(ranked).collect();
        let statistics = oracle.statistics(terms);
        let key = |document: &Document, (key, ranks): (&SortKey, &HashMap<String, i128>)| {
            let article = &document.article;
            let value = match &key.by {
                SortBy::PublishedDateTime => oracle.date(article).map(i128::from),
                SortBy::Quality => article.quality.map(i128::from),
                SortBy::Heat => article.heat.map(i128::from),
                SortBy::Position => Some(article.position as i128),
                SortBy::Title | SortBy::Provider | SortBy::Field(_) => {
                    name(article, &key.by).map(|name| ranks[&name])
                }
                SortBy::Relevance => {
                    return Key::Relevance(oracle.relevance(document, &statistics));
                }
            };
            Key::Value(value, key.descending)
        };
        let mut found: Vec<Self> = documents
            .iter()
            .map(|document| Self {
                article: Rc::clone(&document.article),
                keys: order
                    .iter()
                    .zip(&ranked)
                    .map(|by| key(document, by))
                    .collect(),
            })
            .collect();
        // Starts with feed order, which decides ties; the sort is stable.
        found.sort_by(Self::compare_fully);
        found
    }

    /// Returns `None` if either may come first, since their scores hardly differ.
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        for (own, other) in self.keys.iter().zip(&other.keys) {
            let order = match (own, other) {
                (Key::Relevance(own), Key::Relevance(other)) => {
                    let before = own.compare_class(other);
                    if before == Ordering::Equal && own.is_close(other) {
                        return None;
                    }
                    before.then_with(|| own.compare_score(other))
                }
                (own, other) => own.compare(other),
            };
            if order != Ordering::Equal {
                return Some(order);
            }
        }
        Some(self.article.position.cmp(&other.article.position))
    }

    fn compare_fully(&self, other: &Self) -> Ordering {
        let keys = self.keys.iter().zip(&other.keys);
        let mut orders = keys.map(|(own, other)| own.compare(other));
        orders
            .find(|order| *order != Ordering::Equal)
            .unwrap_or_else(|| self.article.position.cmp(&other.article.position))
    }
}

impl Key {
    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Value(own, descending), Self::Value(other, _)) => match (own, other) {
                (Some(own), Some(other)) if *descending => other.cmp(own),
                (Some(own), Some(other)) => own.cmp(other),
                (own, other) => other.is_some().cmp(&own.is_some()),
            },
            (Self::Relevance(own), Self::Relevance(other)) => own
                .compare_class(other)
                .then_with(|| own.compare_score(other)),
            _ => unreachable!("the same order for all"),
        }
    }
}

impl Relevance {
    fn compare_class(&self, other: &Self) -> Ordering {
        self.class
            .cmp(&other.class)
            .then(other.weights.cmp(&self.weights))
    }

    /// Returns whether the difference between the scores is too small to count.
    fn is_close(&self, other: &Self) -> bool {
        let greater = self.score.abs().max(other.score.abs());
        self.counted != other.counted && (self.score - other.score).abs() <= TOLERANCE * greater
    }

    fn compare_score(&self, other: &Self) -> Ordering {
        let score = if self.counted == other.counted {
            Ordering::Equal
        } else {
            other.score.total_cmp(&self.score)
        };
        // Articles without a date come last: `None` is less than any date.
        score
            .then(other.date.cmp(&self.date))
            .then(self.position.cmp(&other.position))
    }
}

impl Oracle {
    /// Returns the moment of publication; of a day, its first one.
    fn date(&self, article: &Article) -> Option<i64> {
        article.published_at.map(|published| match published {
            Published::At(milliseconds) => milliseconds,
            Published::On(day) => self.locale.zone.start_of_day(date::days_from_civil(day)),
        })
    }

    /// Returns the document frequency of each required term, and the average length of articles.
    fn statistics<'a>(&self, terms: &'a [Term]) -> Statistics<'a> {
        let lengths: usize = self.documents.iter().map(|it| it.words().count()).sum();
        let wanted = terms.iter().filter(|term| !term.excluded);
        let having = wanted.map(|term| {
            let having = self
                .documents
                .iter()
                .filter(|it| it.matches(term).is_some());
            (term, having.count() as f64)
        });
        Statistics {
            terms: having.collect(),
            all: self.documents.len() as f64,
            length: lengths as f64 / self.documents.len() as f64,
        }
    }

    fn relevance(&self, document: &Document, statistics: &Statistics<'_>) -> Relevance {
        let length = document.words().count();
        let relative = length as f64 / statistics.length;
        let (mut class, mut weights, mut places, mut score) = (Class::Whole, 0, Vec::new(), 0.0);
        for (term, having) in &statistics.terms {
            let Some(found) = document.matches(term) else {
                unreachable!("it was found by every term");
            };
            class = class.max(found.class);
            weights += found.weights;
            places.push(found.places);
            let rarity = (1.0 + (statistics.all - having + 0.5) / (having + 0.5)).ln();
            let count = found.places as f64;
            score += rarity * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * relative));
        }
        Relevance {
            class,
            weights,
            counted: (places, length),
            score,
            date: self.date(&document.article),
            position: document.article.position,
        }
    }
}

/// What scores are computed from.
struct Statistics<'a> {
    /// The required terms, and the number of articles that each matches.
    terms: Vec<(&'a Term, f64)>,
    all: f64,
    /// The average number of words of an article.
    length: f64,
}

/// Returns the text that an article is sorted by.
fn name(article: &Article, by: &SortBy) -> Option<String> {
    match by {
        SortBy::Title => Some(article.title.clone()),
        SortBy::Provider => article.provider.as_ref()?.name.clone(),
        SortBy::Field(field) => values(article, field).first().cloned(),
        _ => None,
    }
}

/// Returns a number in thousandths.
fn number(text: &str) -> Option<i128> {
    let number: f64 = text.parse().ok()?;
    Some((number * 1_000.0).round() as i128)
}
