//! The values of an article's fields, for facets, filters and sort keys outside an index.

use super::hash::hash;
use crate::feed::filterable_names;
use crate::model::Article;
use crate::search::query::fields::{FilterField, is_field_name, value_key};
use crate::text::decimal;

/// A field that filters or sort keys use.
///
/// ```
/// use article_cards_core::model::Article;
/// use article_cards_core::search::export::ExportedField;
///
/// let article = Article { topics: vec!["Tides".into()], ..Article::default() };
/// assert_eq!(ExportedField::new("topics").values(&article), ["Tides"]);
/// assert_eq!(ExportedField::new("topics").sort_text(&article), None);
/// assert!(ExportedField::all().any(|field| field.name() == "provider.domain"));
/// ```
pub struct ExportedField {
    name: String,
    filter: FilterField,
    sorting: Option<FilterField>,
}

impl ExportedField {
    /// Looks up a field by its name in queries.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            filter: FilterField::named(name),
            sorting: FilterField::sorting(name),
        }
    }

    /// Iterates over the fields of every feed that filters use.
    pub fn all() -> impl Iterator<Item = Self> {
        let names = filterable_names().chain(["provider.domain"]);
        names.map(Self::new)
    }

    /// Returns the name in queries.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns whether a query can name it.
    pub fn is_queryable(&self) -> bool {
        is_field_name(&self.name)
    }

    /// Returns the values of an article.
    pub fn values(&self, article: &Article) -> Vec<String> {
        let mut values = Vec::new();
        self.filter
            .each_value(article, |value| values.push(value.into_owned()));
        values
    }

    /// Returns the text, or the number in decimals, that an article is sorted by.
    pub fn sort_text(&self, article: &Article) -> Option<String> {
        let text = self.sorting.as_ref()?.sort_text(article)?;
        Some(text.into_owned())
    }

    /// Returns the number that a text is, if it is one: a field whose texts all are is sorted by it.
    pub fn number(text: &str) -> Option<f64> {
        decimal::value(text)
    }
}

/// Returns the hash of a value of a field, the same for values that differ only in case. Identities
/// compare exactly.
///
/// ```
/// use article_cards_core::search::export::{hash, value_hash};
///
/// assert_eq!(value_hash("topics", "ÉTÉ"), hash("été"));
/// assert_eq!(value_hash("id", "A"), hash("A"));
/// ```
pub fn value_hash(field: &str, value: &str) -> String {
    hash(&value_key(field, value))
}
