//! A query as a string: `q=open+ai&sort=-heat,title&topics=AI&provider%21=Hack&quality=50..`.

use std::fmt;

use super::{Fields, QueryState, SortKey, Span, form, is_field_name};
use crate::model::{Day, Published};
use crate::text::date;

/// What a pair is about.
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
    fn of(key: &'k str, fields: &Fields) -> Option<Self> {
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
    /// Reads a query, form-urlencoded; also returns the pairs that could not be read, of a `sort`
    /// only its unknown keys.
    ///
    /// A leading `?` or `#`, as it is copied with an address, is passed over. Of a key that stands
    /// twice, the last that can be read counts; of a field each value does. A key without a value
    /// says nothing.
    ///
    /// ```
    /// use article_cards_core::search::{Fields, QueryState, Span};
    ///
    /// let text = "?q=tide&topics=Sea&topics=Wind&provider!=Hack&quality=50..&colour=red";
    /// let (state, unread) = QueryState::parse(text, &Fields::default());
    /// assert_eq!(state.query, "tide");
    /// assert_eq!(state.filters.field("topics").map(|topics| topics.any.len()), Some(2));
    /// assert!(state.filters.is_excluded("provider", "Hack"));
    /// assert_eq!(state.filters.quality, Span { min: Some(50), max: None });
    /// assert_eq!(unread, [("colour".to_owned(), "red".to_owned())]);
    /// ```
    pub fn parse(text: &str, fields: &Fields) -> (Self, Vec<(String, String)>) {
        let mut state = Self::default();
        let mut unread = Vec::new();
        // No key begins so.
        let text = text.strip_prefix(['?', '#']).unwrap_or(text);
        for (key, value) in form::pairs(text).map(form::decode_pair) {
            let left = match Key::of(&key, fields) {
                Some(known) => state.take(known, &value),
                None => Some(value),
            };
            if let Some(value) = left {
                unread.push((key, value));
            }
        }
        (state, unread)
    }

    /// Reads a widget's part of a page's address: `search` is the address's query with or without
    /// its `?`, and the keys of this widget begin with `prefix`. `None`: there is no pair of it.
    ///
    /// A pair is the widget's own only if a key of this notation follows the prefix, so that
    /// prefixes may begin with each other.
    ///
    /// ```
    /// use article_cards_core::search::{Fields, QueryState};
    ///
    /// let read = |prefix| QueryState::from_address("?id=7&news-q=tide", prefix, &Fields::default());
    /// assert_eq!(read("news-").map(|state| state.query).as_deref(), Some("tide"));
    /// assert_eq!(read(""), None);
    /// ```
    pub fn from_address(search: &str, prefix: &str, fields: &Fields) -> Option<Self> {
        let mut state = None;
        for (key, value) in form::pairs(bare(search)).map(form::decode_pair) {
            let key = key.strip_prefix(prefix);
            if let Some(key) = key.and_then(|key| Key::of(key, fields)) {
                // What can't be read is passed over without warning.
                state.get_or_insert_with(Self::default).take(key, &value);
            }
        }
        state
    }

    /// Writes this state into a page's address: takes and gives its query, with its `?` unless it
    /// is empty. All that is not this widget's stays as it is, byte for byte and in its order.
    ///
    /// ```
    /// use article_cards_core::search::{Fields, QueryState};
    ///
    /// let state = QueryState { query: "high tide".into(), ..QueryState::default() };
    /// let write = |state: &QueryState, search| state.into_address(search, "", &Fields::default());
    /// assert_eq!(write(&state, "?page=2&id=%37"), "?id=%37&q=high+tide");
    /// assert_eq!(write(&QueryState::default(), "?q=low"), "");
    /// ```
    pub fn into_address(&self, search: &str, prefix: &str, fields: &Fields) -> String {
        self.write_address(search, prefix, fields, false)
    }

    /// The same; where it must say that nothing is chosen, by an empty `q=`.
    pub fn write_address(
        &self,
        search: &str,
        prefix: &str,
        fields: &Fields,
        must_say: bool,
    ) -> String {
        let is_other = |pair: &&str| {
            let (key, _) = form::decode_pair(pair);
            let key = key.strip_prefix(prefix);
            key.is_none_or(|key| Key::of(key, fields).is_none())
        };
        let others: Vec<&str> = bare(search).split('&').filter(is_other).collect();
        let mut search = others.join("&");
        let kept = search.len();
        self.each_pair(&mut |key, value| {
            // What would not be read could never be taken out again.
            if Key::of(key, fields).is_some() {
                form::append(&mut search, prefix, key, value);
            }
        });
        if must_say && search.len() == kept {
            form::append(&mut search, prefix, "q", "");
        }
        if !search.is_empty() {
            search.insert(0, '?');
        }
        search
    }

    /// Takes a value in, and gives back what could not be read of it.
    fn take(&mut self, key: Key<'_>, value: &str) -> Option<String> {
        let word = value.trim();
        let is_read = match key {
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
                let (keys, unknown) = SortKey::read_list(word);
                set(&mut self.sort, Some(keys).filter(|keys| !keys.is_empty()));
                return (!unknown.is_empty()).then_some(unknown);
            }
            Key::From => set(&mut self.filters.from, day(word).map(Some)),
            Key::To => set(&mut self.filters.to, day(word).map(Some)),
            Key::Quality => set(&mut self.filters.quality, span(word)),
            Key::Heat => set(&mut self.filters.heat, span(word)),
            Key::Page => {
                let page = digits(word).and_then(|page| usize::try_from(page).ok());
                set(&mut self.page, page.filter(|page| *page > 0))
            }
        };
        (!is_read).then(|| value.to_owned())
    }

    /// Hands over each pair, not encoded, in the order of the notation. What the notation cannot
    /// say is left out.
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
    /// Writes the query so that [`QueryState::parse`] reads it back. What the notation cannot say
    /// is left out: days that are none, fields of other names.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.each_pair(&mut |key, value| form::append(&mut text, "", key, value));
        formatter.write_str(&text)
    }
}

/// The query of an address without its `?`.
fn bare(search: &str) -> &str {
    search.strip_prefix('?').unwrap_or(search)
}

fn set<V>(place: &mut V, value: Option<V>) -> bool {
    let is_read = value.is_some();
    if let Some(value) = value {
        *place = value;
    }
    is_read
}

/// A real day as `2021-06-30`.
fn day(text: &str) -> Option<Day> {
    match date::parse(text)? {
        Published::On(day) => Some(day),
        Published::At(_) => None,
    }
}

fn day_text(day: Option<Day>) -> String {
    let text = day.map(|day| (day, date::format(Published::On(day))));
    // A state of a script may name the 31st of June.
    let real = text.filter(|(day, text)| self::day(text) == Some(*day));
    real.map(|(_, text)| text).unwrap_or_default()
}

/// `50..80`, either end open, or one number.
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

/// A whole number; a script may set a limit below 0.
fn number(text: &str) -> Option<i64> {
    digits(text.strip_prefix('-').unwrap_or(text))?;
    text.parse().ok()
}

/// A number of digits only.
fn digits(text: &str) -> Option<u64> {
    // `parse` would allow a plus sign.
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}
