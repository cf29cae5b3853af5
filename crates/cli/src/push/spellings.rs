//! The spelling in which each value of a field is shown.

use std::collections::HashMap;

use super::articles::PushedArticle;
use article_cards_core::search::export::{ExportedField, value_hash};

/// The most frequent spelling of each value of a field; of equals, the first.
pub(super) struct Spellings(HashMap<String, String>);

impl Spellings {
    /// Counts the spellings of a field.
    pub(super) fn new(field: &ExportedField, articles: &[PushedArticle]) -> Self {
        let mut counts: HashMap<String, HashMap<String, (usize, usize)>> = HashMap::new();
        let mut first = 0;
        for pushed in articles {
            for value in field.values(&pushed.article) {
                let key = value_hash(field.name(), &value);
                let spellings = counts.entry(key).or_default();
                spellings.entry(value).or_insert((0, first)).0 += 1;
                first += 1;
            }
        }
        let most_frequent = |spellings: HashMap<String, (usize, usize)>| {
            let mut spellings = spellings.into_iter();
            let first = spellings.next()?;
            let best = spellings.fold(first, |best, other| {
                let (count, at) = other.1;
                let is_better = count > best.1.0 || count == best.1.0 && at < best.1.1;
                if is_better { other } else { best }
            });
            Some(best.0)
        };
        let counts = counts.into_iter();
        Self(
            counts
                .filter_map(|(key, spellings)| Some((key, most_frequent(spellings)?)))
                .collect(),
        )
    }

    /// Returns the spelling of a value, by its hash.
    pub(super) fn shown(&self, hash: &str) -> Option<&str> {
        self.0.get(hash).map(String::as_str)
    }
}
