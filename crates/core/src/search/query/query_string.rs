//! Queries as strings: `q=open+ai&sort=-heat,title&topics=AI&provider%21=Hack&quality=50..`.

use std::fmt;

use super::fields::{FilterableFields, is_field_name};
use super::filters::Span;
use super::sort_key::SortKey;
use super::{QueryState, urlencoded};
use crate::model::{Day, Published};
use crate::text::date;

/// A key of the query string.
enum Key<'k> {
    Query,
    Sort,
    From,
    To,
    Quality,
    Heat,
    Page,
    Field { name: &'k str, excluded: bool },
}

impl<'k> Key<'k> {
    fn of(key: &'k str, fields: &FilterableFields) -> Option<Self> {
        Some(match key {
            "q" => Self::Query,
            "sort" => Self::Sort,
            "from" => Self::From,
            "to" => Self::To,
            "quality" => Self::Quality,
            "heat" => Self::Heat,
            "page" => Self::Page,
            _ => {
                let field = key.strip_suffix('!');
                let name = field.unwrap_or(key);
                let excluded = field.is_some();
                return fields
                    .contains(name)
                    .then_some(Self::Field { name, excluded });
            }
        })
    }
}

impl QueryState {
    /// Parses a form-urlencoded query. Also returns the pairs that are not valid; of a `sort`, only
    /// its unknown keys.
    ///
    /// Skips a leading `?` or `#`, which may have been copied with a URL's query. The last valid value
    /// of a repeated key counts; for a field all values do. Keys without a value are ignored.
    ///
    /// ```
    /// use article_cards_core::search::{FilterableFields, QueryState, Span};
    ///
    /// let text = "?q=tide&topics=Sea&topics=Wind&provider!=Hack&quality=50..&colour=red";
    /// let (state, unread) = QueryState::parse(text, &FilterableFields::default());
    /// assert_eq!(state.query, "tide");
    /// assert_eq!(state.filters.field("topics").map(|topics| topics.any.len()), Some(2));
    /// assert!(state.filters.is_excluded("provider", "Hack"));
    /// assert_eq!(state.filters.quality, Span { min: Some(50), max: None });
    /// assert_eq!(unread, [("colour".to_owned(), "red".to_owned())]);
    /// ```
    pub fn parse(text: &str, fields: &FilterableFields) -> (Self, Vec<(String, String)>) {
        let mut state = Self::default();
        let mut invalid_pairs = Vec::new();
        // No key starts with these.
        let text = text.strip_prefix(['?', '#']).unwrap_or(text);
        for (key, value) in urlencoded::pairs(text).map(urlencoded::decode_pair) {
            let invalid = match Key::of(&key, fields) {
                Some(known) => state.set(known, &value, fields),
                None => Some(value),
            };
            if let Some(value) = invalid {
                invalid_pairs.push((key, value));
            }
        }
        (state, invalid_pairs)
    }

    /// Parses the pairs in the query of a page's URL whose keys start with `prefix`; `search` is that
    /// query, with or without its `?`. Returns `None` if there are no such pairs.
    ///
    /// The prefix must be followed by a valid key, so one prefix may be the beginning of another.
    ///
    /// ```
    /// use article_cards_core::search::{FilterableFields, QueryState};
    ///
    /// let fields = FilterableFields::default();
    /// let read = |prefix| QueryState::from_url_query("?id=7&news-q=tide", prefix, &fields);
    /// assert_eq!(read("news-").map(|state| state.query).as_deref(), Some("tide"));
    /// assert_eq!(read(""), None);
    /// ```
    pub fn from_url_query(search: &str, prefix: &str, fields: &FilterableFields) -> Option<Self> {
        let mut state = None;
        for (key, value) in urlencoded::pairs(bare(search)).map(urlencoded::decode_pair) {
            let key = key.strip_prefix(prefix);
            if let Some(key) = key.and_then(|key| Key::of(key, fields)) {
                // Invalid values are ignored.
                state
                    .get_or_insert_with(Self::default)
                    .set(key, &value, fields);
            }
        }
        state
    }

    /// Writes this state into the query of a page's URL, and returns the new query: with its
    /// `?`, or empty. Pairs that do not belong to this state keep their bytes and their order.
    ///
    /// With `is_explicit`, the default state is written as an empty `q=`.
    ///
    /// ```
    /// use article_cards_core::search::{FilterableFields, QueryState};
    ///
    /// let state = QueryState { query: "high tide".into(), ..QueryState::default() };
    /// let fields = FilterableFields::default();
    /// let write = |state: &QueryState, search| state.to_url_query(search, "", &fields, false);
    /// assert_eq!(write(&state, "?page=2&id=%37"), "?id=%37&q=high+tide");
    /// assert_eq!(write(&QueryState::default(), "?q=low"), "");
    /// ```
    pub fn to_url_query(
        &self,
        search: &str,
        prefix: &str,
        fields: &FilterableFields,
        is_explicit: bool,
    ) -> String {
        let is_other = |pair: &&str| {
            let (key, _) = urlencoded::decode_pair(pair);
            let key = key.strip_prefix(prefix);
            key.is_none_or(|key| Key::of(key, fields).is_none())
        };
        let others: Vec<&str> = bare(search).split('&').filter(is_other).collect();
        let mut search = others.join("&");
        let others_len = search.len();
        self.each_pair(&mut |key, value| {
            // What is not parsed as a key of this state could not be removed again.
            if Key::of(key, fields).is_some() {
                urlencoded::append(&mut search, prefix, key, value);
            }
        });
        if is_explicit && search.len() == others_len {
            urlencoded::append(&mut search, prefix, "q", "");
        }
        if !search.is_empty() {
            search.insert(0, '?');
        }
        search
    }

    /// Applies a pair to the state. Returns the invalid part of its value.
    fn set(&mut self, key: Key<'_>, value: &str, fields: &FilterableFields) -> Option<String> {
        let word = value.trim();
        let is_valid = match key {
            Key::Query => {
                if !value.is_empty() {
                    value.clone_into(&mut self.query);
                }
                true
            }
            Key::Field { name, excluded } => {
                self.filters.add(name, value, excluded);
                true
            }
            _ if word.is_empty() => true,
            Key::Sort => {
                let (keys, unknown) = SortKey::split_list(word, fields);
                assign(&mut self.sort, Some(keys).filter(|keys| !keys.is_empty()));
                return (!unknown.is_empty()).then_some(unknown);
            }
            Key::From => assign(&mut self.filters.from, day(word).map(Some)),
            Key::To => assign(&mut self.filters.to, day(word).map(Some)),
            Key::Quality => assign(&mut self.filters.quality, span(word)),
            Key::Heat => assign(&mut self.filters.heat, span(word)),
            Key::Page => {
                let page = digits(word).and_then(|page| usize::try_from(page).ok());
                assign(&mut self.page, page.filter(|page| *page > 0))
            }
        };
        (!is_valid).then(|| value.to_owned())
    }

    /// Calls `each` with the pairs in the order they are written, not encoded. Leaves out what a
    /// query string cannot express.
    fn each_pair(&self, each: &mut dyn FnMut(&str, &str)) {
        let mut some = |key: &str, value: &str| {
            if !value.is_empty() {
                each(key, value);
            }
        };
        let filters = &self.filters;
        some("q", &self.query);
        some("sort", &SortKey::list(&self.sort));
        for field in filters.fields() {
            if is_field_name(&field.field) {
                for value in &field.any {
                    some(&field.field, value);
                }
                let excluding = field.field.clone() + "!";
                for value in &field.not {
                    some(&excluding, value);
                }
            }
        }
        some("from", &day_text(filters.from));
        some("to", &day_text(filters.to));
        some("quality", &span_text(filters.quality));
        some("heat", &span_text(filters.heat));
        if self.page > 1 {
            some("page", &self.page.to_string());
        }
    }
}

impl fmt::Display for QueryState {
    /// Formats the query as [`QueryState::parse`] parses it. Leaves out what cannot be expressed:
    /// dates that do not exist, fields with other names.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.each_pair(&mut |key, value| urlencoded::append(&mut text, "", key, value));
        formatter.write_str(&text)
    }
}

/// Returns a URL's query without its `?`.
fn bare(search: &str) -> &str {
    search.strip_prefix('?').unwrap_or(search)
}

fn assign<V>(target: &mut V, value: Option<V>) -> bool {
    let is_valid = value.is_some();
    if let Some(value) = value {
        *target = value;
    }
    is_valid
}

/// Parses an existing date such as `2021-06-30`, in no other notation.
fn day(text: &str) -> Option<Day> {
    let published = date::parse(text)?;
    match published {
        Published::On(day) if date::format(published) == text => Some(day),
        _ => None,
    }
}

fn day_text(day: Option<Day>) -> String {
    let text = day.map(|day| (day, date::format(Published::On(day))));
    // A script may set the 31st of June.
    let existing = text.filter(|(day, text)| self::day(text) == Some(*day));
    existing.map(|(_, text)| text).unwrap_or_default()
}

/// Parses `50..80`, where either bound may be missing, or one number.
fn span(text: &str) -> Option<Span> {
    let Some((min, max)) = text.split_once("..") else {
        let number = Some(number(text)?);
        return Some(Span {
            min: number,
            max: number,
        });
    };
    let end = |text: &str| match text {
        "" => Some(None),
        _ => number(text).map(Some),
    };
    let span = Span {
        min: end(min)?,
        max: end(max)?,
    };
    (!span.is_open()).then_some(span)
}

fn span_text(span: Span) -> String {
    if span.is_open() {
        return String::new();
    }
    let end = |end: Option<i64>| end.map(|end| end.to_string()).unwrap_or_default();
    end(span.min) + ".." + &end(span.max)
}

/// Parses a whole number; a script may set a bound below 0.
fn number(text: &str) -> Option<i64> {
    digits(text.strip_prefix('-').unwrap_or(text))?;
    text.parse().ok()
}

/// Parses a number without a sign.
fn digits(text: &str) -> Option<u64> {
    // `parse` would accept a plus sign.
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| text.parse().ok()).flatten()
}
