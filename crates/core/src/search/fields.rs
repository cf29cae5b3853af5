//! Which fields may be facets, and what an article has in them.

use std::borrow::Cow;

use crate::feed::{Field, FieldSet};
use crate::model::Article;
use crate::text::duration;

/// The string and list fields that every feed has.
const OWN: [&str; 14] = [
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

/// Names of the notation that are no fields.
const RESERVED: [&str; 7] = ["q", "sort", "page", "from", "to", "quality", "heat"];

/// The fields that may be filtered by: those of every feed, and those that a mapping fills.
///
/// ```
/// use article_cards_core::search::Fields;
///
/// let fields = Fields::default().with(["region"]);
/// assert!(fields.contains("topics") && fields.contains("region"));
/// assert!(!fields.contains("utm_source") && !fields.contains("id"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    more: Vec<String>,
    id: bool,
}

impl Fields {
    /// These fields as well.
    #[must_use]
    pub fn with<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        let names = names.into_iter().map(Into::into);
        // A page's address may well have an `id` that is not ours.
        let ours = |name: &String| is_field_name(name) && name != "id";
        self.more.extend(names.filter(ours));
        self
    }

    /// These fields and `id`: what a fixed frame may be made of.
    #[must_use]
    pub fn with_id(self) -> Self {
        Self { id: true, ..self }
    }

    /// Whether a field of this name may be filtered by.
    pub fn contains(&self, name: &str) -> bool {
        OWN.contains(&name)
            || (self.id && name == "id")
            || self.more.iter().any(|more| more == name)
    }
}

/// Whether the notation can write a field of this name: a letter, then letters, digits, `_` and
/// `.`, and none of its own names.
pub fn is_field_name(name: &str) -> bool {
    let word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.');
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(word)
        && !RESERVED.contains(&name)
}

/// What must be read of an article for [`each_value`] of a field. What a mapping fills is always
/// read.
pub(super) fn wanted(field: &str) -> FieldSet {
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

/// Hands over what an article has in a field.
pub(super) fn each_value<'a>(
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
