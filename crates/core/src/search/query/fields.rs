//! The fields that can be facets, filters and sort keys, and an article's values of them.

use std::borrow::Cow;

use crate::feed::{Field, FieldSet, Property, Values};
use crate::model::Article;

/// Names of parts of a provider, which filter like fields.
const PROVIDER_NAME: &str = "provider.name";
const PROVIDER_DOMAIN: &str = "provider.domain";

/// The keys of a query string that are not field names.
const RESERVED: [&str; 7] = ["q", "sort", "page", "from", "to", "quality", "heat"];

/// The fields that a query may filter by: those of every feed, and those that a mapping fills. By the
/// latter it may also sort.
///
/// ```
/// use article_cards_core::search::FilterableFields;
///
/// let fields = FilterableFields::default().with(["region"]);
/// assert!(fields.contains("topics") && fields.contains("region"));
/// assert!(!fields.contains("utm_source") && !fields.contains("id"));
/// assert!(fields.can_sort_by("region") && !fields.can_sort_by("topics"));
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
        self.more.extend(names.filter(|name| is_field_name(name)));
        self
    }

    /// Adds `id`, which a base filter may use.
    #[must_use]
    pub fn with_id(self) -> Self {
        Self { id: true, ..self }
    }

    /// Returns whether a query may filter by a field of this name.
    pub fn contains(&self, name: &str) -> bool {
        match name {
            // The page's own URL may have an `id`.
            "id" => self.id,
            name => !matches!(FilterField::named(name), FilterField::Mapped(_)) || self.adds(name),
        }
    }

    /// Returns whether a query may sort by a field of this name, beside the
    /// [keys of every feed](super::sort_key::SortBy::NAMES): a number or text that a mapping fills.
    pub fn can_sort_by(&self, name: &str) -> bool {
        self.adds(name) && FilterField::sorting(name).is_some()
    }

    fn adds(&self, name: &str) -> bool {
        self.more.iter().any(|more| more == name)
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

/// Returns what is the same for equal values of a field: those that differ only in case. Identities
/// compare exactly.
pub(in crate::search) fn value_key(field: &str, value: &str) -> String {
    match field {
        "id" => value.to_owned(),
        _ if value.is_ascii() => value.to_ascii_lowercase(),
        _ => lowercase(value),
    }
}

/// Rust's tables would add kilobytes to the module.
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
fn lowercase(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
fn lowercase(text: &str) -> String {
    text.to_lowercase()
}

/// Returns whether two values of a field are the same, since they differ at most in case. Identities
/// compare exactly.
///
/// ```
/// use article_cards_core::search::is_same_value;
///
/// assert!(is_same_value("topics", "AI", "ai") && is_same_value("topics", "ÉTÉ", "été"));
/// assert!(!is_same_value("topics", "été", "ete") && !is_same_value("id", "A", "a"));
/// ```
pub fn is_same_value(field: &str, one: &str, other: &str) -> bool {
    one == other || value_key(field, one) == value_key(field, other)
}

/// A field that facets, filters and sort keys use, looked up by its name once.
pub(in crate::search) enum FilterField {
    Property(&'static Property),
    ProviderDomain,
    /// A field that a mapping defines, by its name.
    Mapped(String),
}

impl FilterField {
    pub(in crate::search) fn named(name: &str) -> Self {
        let property = match name {
            PROVIDER_DOMAIN => return Self::ProviderDomain,
            PROVIDER_NAME => Property::named(Field::Provider.name()),
            name => Property::named(name),
        };
        match property.filter(|property| property.is_filterable()) {
            Some(property) => Self::Property(property),
            None => Self::Mapped(name.to_owned()),
        }
    }

    /// Returns the field that articles are sorted by; `None` if it has neither a number nor a text.
    pub(in crate::search) fn sorting(name: &str) -> Option<Self> {
        if let Some(property) = Property::named(name) {
            let is_single = !matches!(property.values, Values::None | Values::Texts(_));
            return is_single.then_some(Self::Property(property));
        }
        let field = Self::named(name);
        let root = name.split('.').next().unwrap_or_default();
        // Another name of a field, or a part of one.
        let is_ours = Field::named(root).is_some_and(|field| !field.is_of_json_feed());
        (!is_ours || !matches!(field, Self::Mapped(_))).then_some(field)
    }

    /// Returns the text, or the number in decimals, that an article is sorted by.
    pub(in crate::search) fn sort_text<'a>(&self, article: &'a Article) -> Option<Cow<'a, str>> {
        match self {
            Self::Property(property) => match property.values {
                Values::Text(text) => text(article).map(Cow::from),
                Values::Formatted(_, number) | Values::Count(number) => {
                    number(article).map(|number| number.to_string().into())
                }
                Values::None | Values::Number | Values::Texts(_) => None,
            },
            Self::ProviderDomain => article.provider.as_ref()?.domain.as_deref().map(Cow::from),
            Self::Mapped(name) => {
                let (_, values) = article.fields.iter().find(|(own, _)| own == name)?;
                values.first().map(Cow::from)
            }
        }
    }

    /// Returns the fields to read of an article for [`each_value`](Self::each_value). The fields of a
    /// mapping are always read.
    pub(in crate::search) fn to_read(&self) -> FieldSet {
        match self {
            Self::Property(property) => property.to_read(),
            Self::ProviderDomain => FieldSet::NONE.with_provider(),
            Self::Mapped(_) => FieldSet::NONE,
        }
    }

    /// Calls `each` with every value that an article has in the field.
    pub(in crate::search) fn each_value<'a>(
        &self,
        article: &'a Article,
        mut each: impl FnMut(Cow<'a, str>),
    ) {
        match self {
            Self::Property(property) => match property.values {
                Values::Text(text) => text(article).into_iter().for_each(|it| each(it.into())),
                Values::Texts(texts) => texts(article).iter().for_each(|it| each(it.into())),
                Values::Formatted(text, _) => {
                    text(article).into_iter().for_each(|it| each(it.into()));
                }
                Values::None | Values::Number | Values::Count(_) => {}
            },
            Self::ProviderDomain => {
                let provider = article.provider.as_ref();
                let domain = provider.and_then(|provider| provider.domain.as_deref());
                domain.into_iter().for_each(|domain| each(domain.into()));
            }
            Self::Mapped(name) => {
                let own = article.fields.iter().filter(|(own, _)| own == name);
                let values = own.flat_map(|(_, values)| values);
                values.for_each(|value| each(value.into()));
            }
        }
    }
}
