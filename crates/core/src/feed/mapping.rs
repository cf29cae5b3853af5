//! Foreign items: which of their fields stand for which of ours.

use super::fields::Field;
use super::raw_entry::RawEntry;
use crate::json::value::Value;

/// Our field ← a dotted path in the foreign item.
///
/// A field that the map does not name, or whose path leads nowhere, is read under its own name.
/// A name that is no field of ours makes a field of its own, which may be a facet.
///
/// ```
/// use article_cards_core::text::url::UrlStandard;
/// use article_cards_core::feed::{Feed, Mapping, Options};
///
/// let mapping = Mapping::new([("title", "headline"), ("provider.name", "meta.source")]);
/// let mut feed = Feed::new(Options { mapping, ..Options::default() });
/// let json = br#"[{"headline": "On harbours", "meta": {"source": "Harbour Post"}}]"#;
/// feed.read(json, None, &UrlStandard)?;
/// let article = &feed.articles()[0];
/// assert_eq!(article.title, "On harbours");
/// assert_eq!(article.provider.as_ref().and_then(|provider| provider.label()), Some("Harbour Post"));
/// # Ok::<(), article_cards_core::error::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    rules: Vec<(String, String)>,
    refused: Vec<String>,
}

/// How many pictures a mapping may place one by one.
const MOST: usize = 32;

/// How many steps a field of ours may have; `provider.images.url` has three.
const DEEPEST: usize = 8;

/// Never kept, so never mapped either.
pub(crate) const UNKEPT: [&str; 3] = ["secured", "content", "featuredContent"];

impl Mapping {
    /// A mapping from pairs of our field and the foreign path. Paths into what is never kept
    /// (`secured`, `content`, `featuredContent`) are left out and named by a diagnostic.
    pub fn new<K: Into<String>, V: Into<String>>(pairs: impl IntoIterator<Item = (K, V)>) -> Self {
        let mut mapping = Self::default();
        for (field, path) in pairs {
            let (field, path) = (field.into(), path.into());
            if [&field, &path]
                .into_iter()
                .any(|name| UNKEPT.contains(&first_segment(name)))
            {
                mapping.refused.push(path);
            } else if field.split('.').count() > DEEPEST {
                mapping.refused.push(field);
            } else {
                mapping.rules.push((field, path));
            }
        }
        mapping
    }

    /// Whether there is nothing to map.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// The fields that are filled.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|(field, _)| field.as_str())
    }

    /// Whether a key of the foreign item is, or leads to, an article's title.
    pub(crate) fn names_title(&self, key: &str) -> bool {
        let title = |field: &str| matches!(field, "title" | "name");
        self.rules
            .iter()
            .any(|(field, path)| title(field) && (path == key || first_segment(path) == key))
    }

    /// The paths that were left out.
    pub(crate) fn refused(&self) -> &[String] {
        &self.refused
    }

    /// Whether a key of the foreign item is read.
    pub(crate) fn reads(&self, key: &str) -> bool {
        self.rules
            .iter()
            .any(|(_, path)| path == key || first_segment(path) == key)
    }

    /// What is never kept in the value of a key of the foreign item: where a path leads there, that
    /// is read.
    pub(crate) fn unkept_below(&self, key: &str) -> Vec<&'static str> {
        let leads_to = |name: &str| {
            self.rules.iter().any(|(_, path)| {
                let mut steps = path.split(['.', '[']);
                steps.next() == Some(key) && steps.any(|step| step == name)
            })
        };
        UNKEPT.into_iter().filter(|name| !leads_to(name)).collect()
    }

    /// Moves the foreign values into our fields; returns those of fields that are not ours.
    pub(crate) fn apply<'a>(&self, element: &mut RawEntry<'a>) -> Vec<(String, Value<'a>)> {
        let mut own = Vec::new();
        for (target, path) in &self.rules {
            let Some(value) = find(element, path) else {
                continue;
            };
            let (root, below) = target.split_once(['.', '[']).unwrap_or((target, ""));
            let ours = Field::named(root).filter(|field| !field.is_of_json_feed());
            let Some(field) = ours else {
                own.push((target.clone(), value));
                continue;
            };
            if let Some(place) = element.get_mut(field) {
                put(place, field, below, value);
            }
        }
        own
    }
}

fn first_segment(path: &str) -> &str {
    path.split(['.', '[']).next().unwrap_or(path)
}

/// The value at a dotted path: a key of just that name first, then step by step.
fn find<'a>(element: &RawEntry<'a>, path: &str) -> Option<Value<'a>> {
    let whole = element.foreign(path);
    let value = whole.or_else(|| {
        let mut steps = path.split(['.', '[']);
        let first = element.foreign(steps.next()?)?;
        steps.try_fold(first, |value, step| match value {
            Value::Array(list) => list.get(step.trim_end_matches(']').parse::<usize>().ok()?),
            value => value.get(step),
        })
    })?;
    (!value.is_blank()).then(|| value.clone())
}

/// Puts a value into a field, or into a key below it.
fn put<'a>(place: &mut Value<'a>, field: Field, below: &str, value: Value<'a>) {
    // `images[0].url` and `images.url` mean the same.
    let key = below.trim_start_matches(|c: char| c.is_ascii_digit() || c == ']' || c == '.');
    let index = below
        .split([']', '.'])
        .next()
        .and_then(|index| index.parse().ok());
    let index: usize = index.filter(|index| *index < MOST).unwrap_or(0);
    let listed = matches!(field, Field::Images | Field::Related | Field::TopItems);
    match (listed, key) {
        (false, "") => *place = value,
        // Foreign feeds often give pictures by their address alone.
        (true, "") if field == Field::Images => *place = pictures(value),
        (true, "") => *place = value,
        (false, key) => insert(place, key, value),
        (true, key) => {
            if !matches!(place, Value::Array(_)) {
                *place = Value::Array(Vec::new());
            }
            if let Value::Array(list) = place {
                list.resize(list.len().max(index + 1), Value::Null);
                if let Some(at) = list.get_mut(index) {
                    insert(at, key, value);
                }
            }
        }
    }
}

/// Puts a value under a dotted key of an object, made where it is missing.
fn insert<'a>(place: &mut Value<'a>, key: &str, value: Value<'a>) {
    let (key, below) = key.split_once('.').unwrap_or((key, ""));
    // A provider may be a plain string: its name.
    if let Value::String(name) = place {
        *place = Value::Object(vec![("name".into(), Value::String(std::mem::take(name)))]);
    }
    if !matches!(place, Value::Object(_)) {
        *place = Value::Object(Vec::new());
    }
    let (key, index) = key.split_once('[').unwrap_or((key, ""));
    let field = if key == "images" {
        Field::Images
    } else {
        Field::Title
    };
    let mut inner = place.get(key).cloned().unwrap_or_default();
    put(
        &mut inner,
        field,
        format!("{index}.{below}").trim_matches('.'),
        value,
    );
    if let Value::Object(pairs) = place {
        pairs.push((key.to_owned().into(), inner));
    }
}

fn pictures(value: Value<'_>) -> Value<'_> {
    let picture = |value| match value {
        url @ Value::String(_) => Value::Object(vec![("url".into(), url)]),
        other => other,
    };
    match value {
        Value::Array(list) => Value::Array(list.into_iter().map(picture).collect()),
        single => Value::Array(vec![picture(single)]),
    }
}
