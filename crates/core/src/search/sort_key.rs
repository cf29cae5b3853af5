/// What a result is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// Date of publication; a day is its first moment in the list's time zone.
    PublishedDateTime,
    /// Quality score.
    Quality,
    /// Heat score.
    Heat,
    /// Title, in the order of the locale.
    Title,
    /// Name of the provider, in the order of the locale.
    Provider,
    /// Place in the feed.
    Position,
    /// How well it matches the text, best first.
    Relevance,
}

/// A key of an order; articles without its value come last, rising or falling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SortKey {
    /// What is compared.
    pub by: SortBy,
    /// Whether the greatest come first; has no meaning for [`SortBy::Relevance`].
    pub falling: bool,
}

impl SortBy {
    /// All keys and their names.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("publishedDateTime", Self::PublishedDateTime),
        ("quality", Self::Quality),
        ("heat", Self::Heat),
        ("title", Self::Title),
        ("provider", Self::Provider),
        ("position", Self::Position),
        ("relevance", Self::Relevance),
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        let known = Self::NAMES.iter().find(|(_, by)| *by == self);
        known.map(|(name, _)| *name).unwrap_or_default()
    }
}

impl SortKey {
    /// The default order: the newest first.
    pub const NEWEST: Self = Self {
        by: SortBy::PublishedDateTime,
        falling: true,
    };

    /// Best matches first.
    pub const RELEVANCE: Self = Self {
        by: SortBy::Relevance,
        falling: false,
    };

    /// Reads one key: a name, with `-` before it if it falls. Relevance never falls.
    pub fn parse(text: &str) -> Option<Self> {
        let name = text.strip_prefix('-');
        let falling = name.is_some();
        let name = name.unwrap_or(text);
        let (_, by) = SortBy::NAMES
            .into_iter()
            .find(|(known, _)| *known == name)?;
        let key = Self { by, falling };
        (!falling || by != SortBy::Relevance).then_some(key)
    }

    /// Reads keys between commas; what is no key is passed over.
    ///
    /// ```
    /// use article_cards_core::search::SortKey;
    ///
    /// let keys = SortKey::parse_list("-heat, title, -relevance");
    /// assert_eq!(SortKey::list(&keys), "-heat,title");
    /// ```
    pub fn parse_list(text: &str) -> Vec<Self> {
        Self::read_list(text).0
    }

    /// Reads keys between commas; also returns what is no key, between commas as well.
    pub(super) fn read_list(text: &str) -> (Vec<Self>, String) {
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

    /// Writes keys so that [`SortKey::parse_list`] reads them back: `-heat,title`.
    pub fn list(keys: &[Self]) -> String {
        let mut text = String::new();
        for key in keys {
            if !text.is_empty() {
                text.push(',');
            }
            if key.falling && key.by != SortBy::Relevance {
                text.push('-');
            }
            text.push_str(key.by.name());
        }
        text
    }
}
