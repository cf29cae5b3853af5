//! A document of a feed: which shape it has, and what its articles and its next page are.

use std::collections::HashMap;
use std::rc::Rc;

use super::article::Identity;
use super::decimal::whole;
use super::diagnostic::{Diagnostics, Path};
use super::element::{Element, Entry};
use super::json_feed::Defaults;
use super::mapping::Mapping;
use super::rules::{Context, Rules};
use super::text;
use super::top::{self, Top};
use super::value::Value;
use crate::error::quoted;
use crate::model::Article;

/// Where the article of an identity stands among those of the feed, or [`REMOVED`]. The map has
/// the type of all maps here: each type is code of its own.
pub(crate) type Identities = HashMap<Rc<str>, u32>;

/// No place at all.
pub(crate) const REMOVED: u32 = u32::MAX;

/// What one document gave; nothing of it is in the feed yet.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) articles: Vec<Rc<Article>>,
    /// Entries of its list, skipped ones too.
    pub(crate) entries: usize,
    pub(crate) identities: Identities,
    pub(crate) diagnostics: Diagnostics,
    pub(crate) next: Option<Next>,
    pub(crate) title: Option<String>,
}

/// The next page as the document names it, and the key that names it.
#[derive(Debug, PartialEq)]
pub(crate) enum Next {
    Number(&'static str, u64),
    Url(&'static str, String),
}

/// Makes articles of entries.
pub(crate) struct Collector<'c> {
    pub(crate) mapping: &'c Mapping,
    pub(crate) context: Context<'c>,
    /// Of the pages before.
    known: &'c Identities,
    /// Entries and articles of the pages before.
    before: (usize, usize),
    pub(crate) document: Document,
    /// Set in a JSON Feed.
    pub(crate) json_feed: Option<Defaults>,
}

impl<'c> Collector<'c> {
    pub(crate) fn new(
        mapping: &'c Mapping,
        context: Context<'c>,
        known: &'c Identities,
        before: (usize, usize),
    ) -> Self {
        let document = Document::default();
        Self {
            mapping,
            context,
            known,
            before,
            document,
            json_feed: None,
        }
    }

    /// Reads an entry of the list.
    pub(crate) fn entry(&mut self, entry: Entry<'_>) {
        let position = self.before.0 + self.document.entries;
        self.document.entries += 1;
        let mut rules = Rules {
            context: self.context,
            index: position,
            json_feed: self.json_feed.is_some(),
            quiet: false,
            diagnostics: &mut self.document.diagnostics,
        };
        let mut element = match entry {
            Entry::Element(element) => element,
            Entry::Other(kind) => {
                let message = format_args!("{kind} instead of an article: it is skipped");
                return rules.note(Path::Article, message);
            }
        };
        if self.json_feed.is_some() {
            rules.rename(&mut element);
        }
        let foreign = self.mapping.apply(&mut element);
        let Some(title) = rules.title(&element) else {
            return;
        };
        let Identity { id, removed } = rules.identity(&element);
        let place = self.before.1 + self.document.articles.len();
        let id = match id {
            None => self.unnamed(position),
            Some(id) => {
                let second = self.known.contains_key(id.as_str())
                    || self.document.identities.contains_key(id.as_str());
                if second {
                    let id = quoted(&id);
                    let message =
                        format_args!("a second article with the identity {id}: it is skipped");
                    return self.document.diagnostics.push(Some(position), "", message);
                }
                let place = if removed { REMOVED } else { place as u32 };
                self.document
                    .identities
                    .insert(Rc::from(id.as_str()), place);
                id
            }
        };
        if removed {
            return;
        }
        let article = self.article(element, title, foreign, position);
        self.document.articles.push(Rc::new(Article {
            id,
            position,
            ..article
        }));
    }

    fn article(
        &mut self,
        mut element: Element<'_>,
        title: String,
        foreign: Vec<(String, Value<'_>)>,
        position: usize,
    ) -> Article {
        let mut rules = Rules {
            context: self.context,
            index: position,
            json_feed: self.json_feed.is_some(),
            quiet: false,
            diagnostics: &mut self.document.diagnostics,
        };
        if let Some(defaults) = &self.json_feed {
            rules.translate(&mut element, defaults);
            // What a mapping fills beats what the item says.
            self.mapping.apply(&mut element);
        }
        rules.article(&element, title, foreign)
    }

    /// An identity for an entry that names none: its place.
    fn unnamed(&self, position: usize) -> String {
        let mut id = format!("#{position}");
        // Another article may be named like a place.
        while self.known.contains_key(id.as_str())
            || self.document.identities.contains_key(id.as_str())
        {
            id.push('#');
        }
        id
    }

    /// The items that follow are those of a JSON Feed.
    pub(crate) fn json_feed(&mut self, top: &Top<'_>) {
        let mut rules = Rules {
            context: self.context,
            index: 0,
            json_feed: true,
            quiet: true,
            diagnostics: &mut self.document.diagnostics,
        };
        let publisher = rules.author(top.value(top::AUTHORS), Path::Article);
        self.json_feed = Some(Defaults {
            publisher: publisher.or_else(|| rules.text(top.value(top::TITLE), Path::Article)),
            language: rules.text(top.value(top::LANGUAGE), Path::Article),
        });
    }

    /// Takes the feed's title, and its next page by the first of the keys that names one.
    pub(crate) fn finish(&mut self, top: &Top<'_>, keys: &[usize]) {
        if let Value::Text(title) = top.value(top::TITLE) {
            let title = text::plain(title).into_owned();
            self.document.title = Some(title).filter(|title| !title.is_empty());
        }
        self.document.next = keys.iter().find_map(|key| {
            let (value, name) = (top.value(*key), top::name(*key));
            match value {
                // `"next": false` is how some say that there is none.
                Value::Bool(false) => return None,
                blank if blank.is_blank() => return None,
                Value::Text(url) => return Some(Next::Url(name, url.to_string())),
                Value::Number(number) => {
                    if let Some(number) = whole(number).filter(|number| *number > 0) {
                        return Some(Next::Number(name, number));
                    }
                }
                _ => {}
            }
            let message = format_args!("{} that names no next page", value.kind());
            self.document.diagnostics.push(None, name, message);
            None
        });
    }
}
