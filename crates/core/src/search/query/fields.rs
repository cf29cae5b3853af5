//! The fields that can be facets and filters, and an article's values of them.

use std::borrow::Cow;

use crate::feed::{Field, FieldSet};
use crate::model::Article;
use crate::text::duration;

/// The text and list fields of every feed.
const BUILT_IN: [&str; 14] = [
    "topics",
    "provider",
    "type",
    "category",
    "title",
    "excerpt",
    "webUrl",
    "originalUrl",
    "provider.name",
    "provider.domain",
    "length",
    "price",
    "levels",
    "locale",
];

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
        BUILT_IN.contains(&name)
            || (self.id && name == "id")
            || self.more.iter().any(|more| more == name)
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
    let fields: &[Field] = match field {
        "id" => &[Field::Id],
        "topics" => &[Field::Topics, Field::Tags],
        "category" => &[Field::Category, Field::Categories],
        "levels" => &[Field::Levels],
        "type" => &[Field::Type],
        "provider" | "provider.name" => &[Field::Provider],
        "provider.domain" => return FieldSet::NONE.with_provider(),
        "title" => &[Field::Title, Field::Name],
        "excerpt" => &[Field::Excerpt, Field::Summary, Field::Description],
        "webUrl" => &[Field::WebUrl],
        "originalUrl" => &[Field::OriginalUrl],
        "price" => &[Field::Price],
        "locale" => &[Field::Locale],
        "length" => &[Field::Length],
        _ => &[],
    };
    FieldSet::NONE.with(fields)
}

/// Calls `each` with every value that an article has in a field.
pub(in crate::search) fn each_value<'a>(
    article: &'a Article,
    field: &str,
    mut each: impl FnMut(Cow<'a, str>),
) {
    let mut list = |values: &'a [String]| {
        for value in values {
            each(Cow::Borrowed(value));
        }
    };
    let one = match field {
        "topics" => return list(&article.topics),
        "category" => return list(&article.categories),
        "levels" => return list(&article.levels),
        "type" => Some(article.kind.as_str()),
        "provider" | "provider.name" => article.provider.as_ref().and_then(|it| it.name.as_deref()),
        "provider.domain" => article
            .provider
            .as_ref()
            .and_then(|it| it.domain.as_deref()),
        "id" => Some(article.id.as_str()),
        "title" => Some(article.title.as_str()),
        "excerpt" => article.excerpt.as_deref(),
        "webUrl" => article.web_url.as_deref(),
        "originalUrl" => article.original_url.as_deref(),
        "price" => article.price.as_deref(),
        "locale" => article.locale.as_deref(),
        "length" => {
            if let Some(length) = article.length {
                each(Cow::Owned(duration::format(length)));
            }
            return;
        }
        custom => {
            for (name, values) in &article.fields {
                if name == custom {
                    for value in values {
                        each(Cow::Borrowed(value));
                    }
                }
            }
            return;
        }
    };
    if let Some(value) = one {
        each(Cow::Borrowed(value));
    }
}
