//! Sort keys.

use super::fields::{FilterableFields, is_field_name};

/// A value that results can be sorted by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// Date of publication; a day without a time counts as its first moment in the list's time zone.
    PublishedDateTime,
    /// Quality score.
    Quality,
    /// Heat score.
    Heat,
    /// Title, in the locale's collation order.
    Title,
    /// Name of the provider, in the locale's collation order.
    Provider,
    /// Position in the feed.
    Position,
    /// Relevance to the search text, best first.
    Relevance,
    /// A number or text that a mapping fills, by the name of its field. Of a list, the first value
    /// counts.
    ///
    /// A field whose values are all numbers, or texts that are numbers, is sorted by number. Any
    /// other is sorted in the locale's collation order, in which digits count as numbers.
    Field(String),
}

/// A key to sort by. Articles without a value come last, in either direction.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SortKey {
    /// The value that is compared.
    pub by: SortBy,
    /// Whether the greatest value comes first; ignored for [`SortBy::Relevance`].
    pub descending: bool,
}

impl SortBy {
    /// The names of all values but those of a mapping.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("publishedDateTime", Self::PublishedDateTime),
        ("quality", Self::Quality),
        ("heat", Self::Heat),
        ("title", Self::Title),
        ("provider", Self::Provider),
        ("position", Self::Position),
        ("relevance", Self::Relevance),
    ];

    /// Returns the name of the value, as used in query strings.
    pub fn name(&self) -> &str {
        if let Self::Field(name) = self {
            return name;
        }
        let known = Self::NAMES.iter().find(|(_, by)| by == self);
        known.map(|(name, _)| *name).unwrap_or_default()
    }

    fn named(name: &str, fields: &FilterableFields) -> Option<Self> {
        let known = Self::NAMES.into_iter().find(|(known, _)| *known == name);
        let field = || fields.can_sort_by(name).then(|| Self::Field(name.into()));
        known.map(|(_, by)| by).or_else(field)
    }
}

impl SortKey {
    /// The newest first: the default order.
    pub const NEWEST: Self = Self {
        by: SortBy::PublishedDateTime,
        descending: true,
    };

    /// The best match first.
    pub const RELEVANCE: Self = Self {
        by: SortBy::Relevance,
        descending: false,
    };

    /// Parses one key: a name, with `-` before it for descending order. Returns `None` for
    /// `-relevance`, and for a name that is neither known nor that of a number or text of a mapping.
    pub fn parse(text: &str, fields: &FilterableFields) -> Option<Self> {
        let name = text.strip_prefix('-');
        let descending = name.is_some();
        let by = SortBy::named(name.unwrap_or(text), fields)?;
        let key = Self { by, descending };
        (!descending || key.by != SortBy::Relevance).then_some(key)
    }

    /// Parses keys separated by commas, ignoring what is not a key.
    ///
    /// ```
    /// use article_cards_core::search::{FilterableFields, SortKey};
    ///
    /// let fields = FilterableFields::default().with(["price"]);
    /// let keys = SortKey::parse_list("-price, title, -relevance, size", &fields);
    /// assert_eq!(SortKey::list(&keys), "-price,title");
    /// ```
    pub fn parse_list(text: &str, fields: &FilterableFields) -> Vec<Self> {
        Self::split_list(text, fields).0
    }

    /// Parses keys separated by commas. Also returns the unknown ones, again separated by commas.
    pub fn split_list(text: &str, fields: &FilterableFields) -> (Vec<Self>, String) {
        let mut keys = Vec::new();
        let mut unknown = String::new();
        for word in text.split(',').map(str::trim) {
            match Self::parse(word, fields) {
                Some(key) => keys.push(key),
                None if word.is_empty() => {}
                None => {
                    if !unknown.is_empty() {
                        unknown.push(',');
                    }
                    unknown.push_str(word);
                }
            }
        }
        (keys, unknown)
    }

    /// Formats keys as [`SortKey::parse_list`] parses them: `-heat,title`. Leaves out those of
    /// fields that no query can name.
    pub fn list(keys: &[Self]) -> String {
        let mut text = String::new();
        for SortKey { by, descending } in keys {
            let name = by.name();
            if !is_field_name(name) && matches!(by, SortBy::Field(_)) {
                continue;
            }
            if !text.is_empty() {
                text.push(',');
            }
            if *descending && *by != SortBy::Relevance {
                text.push('-');
            }
            text.push_str(name);
        }
        text
    }
}
