//! An article as a search document.

use std::rc::Rc;

use article_cards_core::model::Article;

use super::terms::Term;
use super::typos::distance;
use super::words::{Word, words};

/// The class of a match, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    Whole,
    Prefix,
    Typo,
}

/// A searched field: its weight and its values; phrases do not cross values.
pub struct Field {
    pub weight: u32,
    pub values: Vec<Vec<Word>>,
}

pub struct Document {
    pub article: Rc<Article>,
    pub fields: Vec<Field>,
}

/// The matches of a term in an article.
pub struct Match {
    /// The best class.
    pub class: Class,
    /// The sum of the weights of the fields that match.
    pub weights: u32,
    /// The number of matches in all fields.
    pub places: usize,
}

impl Document {
    pub fn new(article: Rc<Article>) -> Self {
        let provider = article.provider.as_ref().and_then(|it| it.name.as_deref());
        let authors = article.authors.iter().map(String::as_str);
        let field = |weight, values: Vec<&str>| Field {
            weight,
            values: values.into_iter().map(words).collect(),
        };
        let fields = vec![
            field(8, vec![&article.title]),
            field(4, article.topics.iter().map(String::as_str).collect()),
            field(2, provider.into_iter().chain(authors).collect()),
            field(1, article.excerpt.as_deref().into_iter().collect()),
        ];
        Self { article, fields }
    }

    pub fn words(&self) -> impl Iterator<Item = &Word> {
        self.fields
            .iter()
            .flat_map(|field| field.values.iter().flatten())
    }

    /// Returns whether every required term matches and no exclusion does.
    pub fn passes(&self, terms: &[Term]) -> bool {
        terms
            .iter()
            .all(|term| self.matches(term).is_some() != term.excluded)
    }

    pub fn matches(&self, term: &Term) -> Option<Match> {
        let mut classes = Vec::new();
        let mut weights = 0;
        for field in &self.fields {
            let places = field.values.iter().flat_map(|words| {
                (0..words.len()).filter_map(|start| matches_at(term, &words[start..]))
            });
            let places: Vec<Class> = places.collect();
            if !places.is_empty() {
                weights += field.weight;
            }
            classes.extend(places);
        }
        Some(Match {
            class: *classes.iter().min()?,
            weights,
            places: classes.len(),
        })
    }
}

/// Returns how a term matches at the start of `words`.
fn matches_at(term: &Term, words: &[Word]) -> Option<Class> {
    if words.len() < term.words.len() {
        return None;
    }
    let mut worst = Class::Whole;
    for (place, (own, word)) in term.words.iter().zip(words).enumerate() {
        let may_go_on = !term.quoted && place + 1 == term.words.len();
        let class = if own.is_run != word.is_run {
            return None;
        } else if own.text == word.text {
            Class::Whole
        } else if own.is_run && word.text.contains(&own.text)
            || !own.is_run && may_go_on && word.text.starts_with(&own.text)
        {
            Class::Prefix
        } else if !own.is_run && term.edits > 0 && distance(&own.text, &word.text) <= term.edits {
            Class::Typo
        } else {
            return None;
        };
        worst = worst.max(class);
    }
    Some(worst)
}
