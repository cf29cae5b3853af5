//! Sort keys.

/// A value that results can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
}

/// A key to sort by. Articles without a value come last, in either direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SortKey {
    /// The value that is compared.
    pub by: SortBy,
    /// Whether the greatest value comes first; ignored for [`SortBy::Relevance`].
    pub descending: bool,
}

impl SortBy {
    /// The names of all values.
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
    pub fn name(self) -> &'static str {
        let known = Self::NAMES.iter().find(|(_, by)| *by == self);
        known.map(|(name, _)| *name).unwrap_or_default()
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

    /// Parses one key: a name, with `-` before it for descending order. Returns `None` for an unknown
    /// name and for `-relevance`.
    pub fn parse(text: &str) -> Option<Self> {
        let name = text.strip_prefix('-');
        let descending = name.is_some();
        let name = name.unwrap_or(text);
        let (_, by) = SortBy::NAMES
            .into_iter()
            .find(|(known, _)| *known == name)?;
        let key = Self { by, descending };
        (!descending || by != SortBy::Relevance).then_some(key)
    }

    /// Parses keys separated by commas, ignoring what is not a key.
    ///
    /// ```
    /// use article_cards_core::search::SortKey;
    ///
    /// let keys = SortKey::parse_list("-heat, title, -relevance");
    /// assert_eq!(SortKey::list(&keys), "-heat,title");
    /// ```
    pub fn parse_list(text: &str) -> Vec<Self> {
        Self::split_list(text).0
    }

    /// Parses keys separated by commas. Also returns the unknown ones, again separated by commas.
    pub fn split_list(text: &str) -> (Vec<Self>, String) {
        let mut keys = Vec::new();
        let mut unknown = String::new();
        for word in text.split(',').map(str::trim) {
            match Self::parse(word) {
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

    /// Formats keys as [`SortKey::parse_list`] parses them: `-heat,title`.
    pub fn list(keys: &[Self]) -> String {
        let mut text = String::new();
        for key in keys {
            if !text.is_empty() {
                text.push(',');
            }
            if key.descending && key.by != SortBy::Relevance {
                text.push('-');
            }
            text.push_str(key.by.name());
        }
        text
    }
}
