//! The fields that can be facets and filters, and an article's values of them.

use std::borrow::Cow;

use crate::feed::{Field, FieldSet, Property, Values};
use crate::model::Article;

/// Names of parts of a provider, which filter like fields.
const PROVIDER_NAME: &str = "provider.name";
const PROVIDER_DOMAIN: &str = "provider.domain";

/// The keys of a query string that are not field names.
const RESERVED: [&str; 7] = ["q", "sort", "page", "from", "to", "quality", "heat"];

/// The fields that a query may filter by: those of every feed, and those that a mapping defines.
///
/// ```
/// use article_cards_core::search::FilterableFields;
///
/// let fields = FilterableFields::default().with(["region"]);
/// assert!(fields.contains("topics") && fields.contains("region"));
/// assert!(!fields.contains("utm_source") && !fields.contains("id"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilterableFields {
    more: Vec<String>,
    id: bool,
}

impl FilterableFields {
    /// Adds fields, such as those of a mapping.
    #[must_use]
    pub fn with<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        let names = names.into_iter().map(Into::into);
        // A page's address may have an `id` that is not ours.
        let is_ours = |name: &String| is_field_name(name) && name != "id";
        self.more.extend(names.filter(is_ours));
        self
    }

    /// Adds `id`, which a base filter may use.
    #[must_use]
    pub fn with_id(self) -> Self {
        Self { id: true, ..self }
    }

    /// Returns whether a query may filter by a field of this name.
    pub fn contains(&self, name: &str) -> bool {
        let is_own = match name {
            "id" => self.id,
            PROVIDER_NAME | PROVIDER_DOMAIN => true,
            name => Property::named(name).is_some_and(Property::is_filterable),
        };
        is_own || self.more.iter().any(|more| more == name)
    }
}

/// Returns whether a name can be that of a field in a query string: a letter, then letters, digits,
/// `_` and `.`, and none of the reserved keys.
pub fn is_field_name(name: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.');
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(is_allowed)
        && !RESERVED.contains(&name)
}

/// Returns the fields to read of an article for [`each_value`]. The fields of a mapping are always
/// read.
pub(in crate::search) fn fields_to_read(field: &str) -> FieldSet {
    let name = match field {
        PROVIDER_DOMAIN => return FieldSet::NONE.with_provider(),
        PROVIDER_NAME => Field::Provider.name(),
        name => name,
    };
    match Property::named(name).filter(|property| property.is_filterable()) {
        Some(property) => FieldSet::NONE.with(property.fields),
        None => FieldSet::NONE,
    }
}

/// Calls `each` with every value that an article has in a field.
pub(in crate::search) fn each_value<'a>(
    article: &'a Article,
    field: &str,
    mut each: impl FnMut(Cow<'a, str>),
) {
    let name = match field {
        PROVIDER_DOMAIN => {
            let provider = article.provider.as_ref();
            let domain = provider.and_then(|provider| provider.domain.as_deref());
            return domain.into_iter().for_each(|domain| each(domain.into()));
        }
        PROVIDER_NAME => Field::Provider.name(),
        name => name,
    };
    match Property::named(name).map(|property| &property.values) {
        Some(Values::Text(text)) => text(article).into_iter().for_each(|it| each(it.into())),
        Some(Values::Texts(texts)) => texts(article).iter().for_each(|it| each(it.into())),
        Some(Values::Formatted(text)) => text(article).into_iter().for_each(|it| each(it.into())),
        Some(Values::None | Values::Number) | None => {
            let own = article.fields.iter().filter(|(own, _)| own == name);
            let values = own.flat_map(|(_, values)| values);
            values.for_each(|value| each(value.into()));
        }
    }
}
