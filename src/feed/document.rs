//! A document of a feed: which shape it has, and what its articles and its next page are.

use super::article::Draft;
use super::diagnostic::{Diagnostics, Path};
use super::element::Entry;
use super::mapping::Mapping;
use super::rules::{Context, Rules};
use super::text;
use super::value::Value;
use crate::model::Provider;

/// What one document gave; nothing of it is in the feed yet.
#[derive(Debug, Default)]
pub(crate) struct Document {
    /// One for each entry; `None` where it was skipped.
    pub(crate) drafts: Vec<Option<Draft>>,
    /// Counted from the document's first entry.
    pub(crate) diagnostics: Diagnostics,
    pub(crate) next: Option<Next>,
    pub(crate) title: Option<String>,
}

/// The next page as the document names it.
#[derive(Debug, PartialEq)]
pub(crate) enum Next {
    Number(u64),
    Url(String),
}

/// The top level of an object. `L` is a list of articles: JSON text, or what a script gave.
pub(crate) struct Top<'a, L> {
    version: Value<'a>,
    lists: [Option<L>; 3],
    next: [Value<'a>; 3],
    title: Value<'a>,
    name: Value<'a>,
    authors: Value<'a>,
    /// The first keys, for a message.
    keys: Vec<String>,
    /// Whether a mapping reads one of the keys.
    mapped: bool,
}

const LISTS: [&str; 3] = ["value", "articles", "items"];
const NEXT: [&str; 3] = ["next", "nextPage", "next_url"];

impl<'a, L> Top<'a, L> {
    pub(crate) fn new() -> Self {
        Self {
            version: Value::Null,
            lists: [const { None }; 3],
            next: [const { Value::Null }; 3],
            title: Value::Null,
            name: Value::Null,
            authors: Value::Null,
            keys: Vec::new(),
            mapped: false,
        }
    }

    /// Where a list of articles is kept, if the key may hold one.
    pub(crate) fn list(&mut self, key: &str) -> Option<&mut Option<L>> {
        let list = LISTS.iter().position(|name| *name == key)?;
        self.lists.get_mut(list)
    }

    /// Where the value of a key is kept, if it is.
    pub(crate) fn place(&mut self, key: &str) -> Option<&mut Value<'a>> {
        match key {
            "version" => Some(&mut self.version),
            "title" => Some(&mut self.title),
            "name" => Some(&mut self.name),
            "authors" => Some(&mut self.authors),
            _ => {
                let next = NEXT.iter().position(|name| *name == key)?;
                self.next.get_mut(next)
            }
        }
    }

    /// Remembers that a key was there.
    pub(crate) fn note(&mut self, key: &str, mapping: &Mapping) {
        self.mapped |= mapping.reads(key);
        if self.keys.len() < 6 && !self.keys.iter().any(|own| own == key) {
            self.keys.push(key.chars().take(40).collect());
        }
    }

    /// Finds the shape, in the order that the contract names.
    pub(crate) fn shape(mut self) -> Shape<'a, L> {
        let [value, articles, items] = &mut self.lists;
        let json_feed = matches!(&self.version, Value::Text(version)
            if version.starts_with("https://jsonfeed.org/version/1"));
        if json_feed && let Some(list) = items.take() {
            return Shape::JsonFeed(list, self);
        }
        if let Some(list) = value.take() {
            return Shape::Articles(list, &[1], self);
        }
        if let Some(list) = articles.take().or_else(|| items.take()) {
            return Shape::Articles(list, &[0, 1, 2], self);
        }
        if self.title != Value::Null || self.name != Value::Null || self.mapped {
            return Shape::Single;
        }
        Shape::Unknown(match self.keys.as_slice() {
            [] => unknown("an empty object"),
            keys => unknown(&format!("an object with the keys {}", keys.join(", "))),
        })
    }
}

/// The shape of an object.
pub(crate) enum Shape<'a, L> {
    /// A list of articles, and which of the keys may name the next page.
    Articles(L, &'static [usize], Top<'a, L>),
    JsonFeed(L, Top<'a, L>),
    /// The object is an article itself.
    Single,
    /// What was found instead.
    Unknown(String),
}

/// What to say of a document of no known shape.
pub(crate) fn unknown(kind: &str) -> String {
    format!("no known shape of a feed: {kind} was found instead of a list of articles")
}

/// Makes drafts of entries.
pub(crate) struct Collector<'c> {
    pub(crate) mapping: &'c Mapping,
    context: Context<'c>,
    pub(crate) document: Document,
    /// Set in a JSON Feed: who publishes items that name no author.
    publisher: Option<Option<Provider>>,
}

impl<'c> Collector<'c> {
    pub(crate) fn new(mapping: &'c Mapping, context: Context<'c>) -> Self {
        Self {
            mapping,
            context,
            document: Document::default(),
            publisher: None,
        }
    }

    /// Reads an entry of the list.
    pub(crate) fn entry(&mut self, entry: Entry<'_>) {
        let mut rules = Rules {
            context: self.context,
            index: self.document.drafts.len(),
            diagnostics: &mut self.document.diagnostics,
        };
        let draft = match (entry, &self.publisher) {
            (Entry::Other(kind), _) => {
                rules.note(
                    Path::Article,
                    &format!("{kind} instead of an article: it is skipped"),
                );
                None
            }
            (Entry::Element(element), Some(publisher)) => {
                rules.json_feed_item(element, self.mapping, publisher.as_ref())
            }
            (Entry::Element(element), None) => rules.article(element, self.mapping),
        };
        self.document.drafts.push(draft);
    }

    /// The items that follow are those of a JSON Feed.
    pub(crate) fn json_feed<L>(&mut self, top: &Top<'_, L>) {
        // What is wrong with the feed's own authors is about no article.
        let mut aside = Diagnostics::default();
        let mut rules = Rules {
            context: self.context,
            index: 0,
            diagnostics: &mut aside,
        };
        let author = rules.author(&top.authors, Path::Article);
        self.publisher = Some(author.or_else(|| {
            let name = rules.text(&top.title, Path::Article)?;
            Some(Provider {
                name: Some(name),
                ..Provider::default()
            })
        }));
    }

    /// Takes the feed's title, and its next page by the first of the keys that names one.
    pub(crate) fn finish<L>(&mut self, top: &Top<'_, L>, keys: &[usize]) {
        if let Value::Text(title) = &top.title {
            let title = text::plain(title).into_owned();
            self.document.title = Some(title).filter(|title| !title.is_empty());
        }
        self.document.next = keys.iter().find_map(|key| {
            let (value, name) = (top.next.get(*key)?, NEXT.get(*key)?);
            match value {
                // `"next": false` is how some say that there is none.
                Value::Null | Value::Bool(false) => return None,
                Value::Text(url) if text::plain(url).is_empty() => return None,
                Value::Text(url) => return Some(Next::Url(url.to_string())),
                Value::Number(number) => {
                    if let Some(number) = number.parse().ok().filter(|number| *number > 0) {
                        return Some(Next::Number(number));
                    }
                }
                _ => {}
            }
            let message = format!("{} that names no next page", value.kind());
            self.document.diagnostics.push(None, name, &message);
            None
        });
    }
}
