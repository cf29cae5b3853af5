//! An article as a search document.

use std::rc::Rc;

use article_cards_core::model::Article;

use super::terms::Term;
use super::typos::distance;
use super::words::{self, Word, is_separator};

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
    pub values: Vec<Value>,
}

pub struct Value {
    pub words: Vec<Word>,
    pub symbols: Vec<String>,
}

impl Value {
    fn new(text: &str) -> Self {
        Self {
            words: words::words(text),
            symbols: words::symbols(text),
        }
    }
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
            values: values.into_iter().map(Value::new).collect(),
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
        let values = self.fields.iter().flat_map(|field| &field.values);
        values.flat_map(|value| &value.words)
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
            let places = field.values.iter().flat_map(|value| {
                let starts = 0..value.words.len();
                let words = starts.flat_map(|start| matches_at(term, &value.words[start..]));
                words.chain(
                    value
                        .symbols
                        .iter()
                        .filter_map(|own| matches_symbols(term, own)),
                )
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

fn matches_symbols(term: &Term, own: &str) -> Option<Class> {
    let is_match = !term.symbols.is_empty() && own.contains(&term.symbols);
    is_match.then(|| match term.symbols == own {
        true => Class::Whole,
        false => Class::Prefix,
    })
}

/// Returns the ways in which a term matches at the start of `words`: as it is, joined, split or with
/// typos.
fn matches_at(term: &Term, words: &[Word]) -> Vec<Class> {
    let searched = term.words.as_slice();
    let (Some(own), Some(first)) = (searched.first(), words.first()) else {
        return Vec::new();
    };
    if term.joins_neighbors {
        let joins = joins(&term.joined, words);
        return Vec::from_iter(joins.then_some(Class::Prefix));
    }
    if term.edits > 0 {
        let is_close = !first.is_run && distance(&own.text, &first.text) <= term.edits;
        return Vec::from_iter(is_close.then_some(Class::Typo));
    }
    let mut classes = Vec::from_iter(matches_words(searched, words, term.quoted));
    let has_runs = searched.iter().any(|word| word.is_run);
    if has_runs || term.quoted && searched.len() > 1 {
        return classes;
    }
    if searched.len() > 1 {
        let word = Word {
            text: term.joined.trim_end_matches(['+', '#']).to_owned(),
            signs: searched[searched.len() - 1].signs.clone(),
            ..own.clone()
        };
        classes.extend(matches_word(&word, first, false).map(|_| Class::Prefix));
    }
    classes.extend(matches_hyphenated(&term.joined, words, term.quoted));
    classes
}

/// Returns how words match those at the start of `words`, all but the last as a whole.
fn matches_words(searched: &[Word], words: &[Word], is_whole: bool) -> Option<Class> {
    if words.len() < searched.len() {
        return None;
    }
    let classes = searched.iter().zip(words).enumerate();
    let classes = classes.map(|(place, (own, word))| {
        matches_word(own, word, is_whole || place + 1 < searched.len())
    });
    classes.collect::<Option<Vec<Class>>>()?.into_iter().max()
}

fn matches_word(own: &Word, word: &Word, is_whole: bool) -> Option<Class> {
    if own.is_run != word.is_run {
        return None;
    }
    if own.is_run {
        return match own.text == word.text {
            true => Some(Class::Whole),
            false => word.text.contains(&own.text).then_some(Class::Prefix),
        };
    }
    // Signs are required only if the query has them.
    let has_signs = word.signs.starts_with(&own.signs);
    if own.text == word.text && has_signs {
        return Some(Class::Whole);
    }
    let mut parts = word.parts().into_iter();
    let is_match = parts.any(|part| {
        let Some(rest) = part.strip_prefix(&own.text) else {
            return false;
        };
        match rest.chars().next() {
            None => has_signs,
            Some(next) => own.signs.is_empty() && (!is_whole || is_separator(next)),
        }
    });
    is_match.then_some(Class::Prefix)
}

/// Returns whether a text starts with the words that hyphens connect, from the first one on, without
/// their hyphens.
fn matches_hyphenated(text: &str, words: &[Word], is_whole: bool) -> Option<Class> {
    if words[0].after_hyphen || !words.get(1).is_some_and(|second| second.after_hyphen) {
        return None;
    }
    let connected = words.iter().skip(1).take_while(|word| word.after_hyphen);
    let connected: Vec<&Word> = words.iter().take(1).chain(connected).collect();
    let joined: String = connected.into_iter().map(Word::with_signs).collect();
    let rest = joined.strip_prefix(text);
    // Signs are required only if the query has them.
    let is_sign = |c| matches!(c, '+' | '#');
    let is_match = rest.is_some_and(|rest| !is_whole || rest.chars().all(is_sign));
    is_match.then_some(Class::Prefix)
}

/// Returns whether a text joins the first two words, whatever signs follow them.
fn joins(text: &str, words: &[Word]) -> bool {
    let [first, second, ..] = words else {
        return false;
    };
    let is_either_run = first.is_run || second.is_run;
    let rest = text.strip_prefix(&first.text).filter(|_| !is_either_run);
    rest.is_some_and(|rest| rest.starts_with(&second.text) && second.with_signs().starts_with(rest))
}
