//! A document of a feed that was read to its end: its entries are looked at one by one, and those
//! that are articles are added to the feed.

use std::rc::Rc;
use std::vec;

use super::article::Identity;
use super::diagnostic::{DiagnosticKind, Diagnostics, Path};
use super::document_parser::Document;
use super::entry::{Block, Entry, EntryContext};
use super::envelope::{self, Envelope};
use super::field_reader::{Context, FieldReader};
use super::formats::json_feed::{self, Defaults};
use super::mapping::Mapping;
use super::packed_entry::Listed;
use crate::interner::Interner;
use crate::json::value::Value;
use crate::text;
use crate::text::decimal::whole;
use crate::text::url::Resolver;

/// In the place of an article that was withdrawn.
const REMOVED: u32 = u32::MAX;

/// Which identities there are, and where the article of each stands among those of the feed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Identities {
    names: Interner,
    places: Vec<u32>,
}

impl Identities {
    /// Where the article of an identity stands.
    pub(crate) fn place(&self, id: &str) -> Option<usize> {
        let place = self.places.get(self.names.get(id)? as usize)?;
        (*place != REMOVED).then_some(*place as usize)
    }

    fn is_new(&self, id: &str) -> bool {
        self.names.get(id).is_none()
    }

    fn add(&mut self, id: &str, place: u32) {
        self.names.intern(id);
        self.places.push(place);
    }
}

/// The next page as the document names it, and the key that names it.
#[derive(Debug, PartialEq)]
pub(crate) enum Next {
    Number(&'static str, u64),
    Url(&'static str, String),
}

/// A document whose entries are still to be looked at.
pub(crate) struct EntryIter {
    pub(crate) about: Rc<EntryContext>,
    blocks: Vec<Rc<Block>>,
    entries: vec::IntoIter<Listed>,
    envelope: Envelope,
    next: &'static [usize],
    /// Of entries that are no articles.
    pub(crate) skipped: Diagnostics,
}

impl EntryIter {
    pub(crate) fn new(
        document: Document,
        mapping: &Mapping,
        base: Option<&str>,
        resolver: &'static dyn Resolver,
    ) -> Self {
        let Document {
            records,
            envelope,
            next,
            is_json_feed,
        } = document;
        let about = Rc::new(EntryContext {
            mapping: mapping.clone(),
            shared: records.shared,
            resolver,
            json_feed: is_json_feed.then(|| defaults(&envelope, Context { resolver, base })),
            base: base.map(str::to_owned),
        });
        let block = |records| {
            let about = Rc::clone(&about);
            Rc::new(Block { records, about })
        };
        Self {
            blocks: records.blocks.into_iter().map(block).collect(),
            about,
            entries: records.entries.into_iter(),
            envelope,
            next,
            skipped: Diagnostics::default(),
        }
    }

    /// How many entries are left.
    pub(crate) fn left(&self) -> usize {
        self.entries.len()
    }

    /// Looks at the next entry, which stands at a place of the feed and among its articles would
    /// stand at another. `None`: it is no article that can be shown.
    pub(crate) fn entry(
        &mut self,
        identities: &mut Identities,
        position: usize,
        place: usize,
    ) -> Option<Entry> {
        let (block, record) = match self.entries.next()? {
            Listed::Record(block, record) => (self.blocks.get(block)?, record),
            Listed::Other(kind) => {
                let kind = DiagnosticKind::NoArticle(kind);
                self.skipped.push(Some(position), Path::Article, kind);
                return None;
            }
        };
        let text = block.records.get(record.clone())?;
        let Identity { id, is_removed } = self.about.identity(text, position, &mut self.skipped)?;
        let id = id.unwrap_or_else(|| unnamed(identities, position));
        if !identities.is_new(&id) {
            let kind = DiagnosticKind::duplicate_identity(&id);
            self.skipped.push(Some(position), Path::Article, kind);
            return None;
        }
        identities.add(&id, if is_removed { REMOVED } else { place as u32 });
        (!is_removed).then(|| Entry::new(block, record, &id, position))
    }

    /// The feed's title, and its next page by the first of the keys that names one.
    pub(crate) fn end(&self, diagnostics: &mut Diagnostics) -> (Option<String>, Option<Next>) {
        let Self { envelope, next, .. } = self;
        if next.is_empty() {
            return (None, None);
        }
        let title = match envelope.value(envelope::TITLE) {
            Value::String(title) => Some(text::plain(&title).into_owned()),
            _ => None,
        };
        let next = next.iter().find_map(|key| {
            let (value, name) = (envelope.value(*key), envelope::name(*key));
            match value {
                // `"next": false` is how some say that there is none.
                Value::Bool(false) => return None,
                ref blank if blank.is_blank() => return None,
                Value::String(url) => return Some(Next::Url(name, url.into_owned())),
                Value::Number(ref number) => {
                    if let Some(number) = whole(number).filter(|number| *number > 0) {
                        return Some(Next::Number(name, number));
                    }
                }
                _ => {}
            }
            let kind = DiagnosticKind::NoNextPage(value.kind());
            diagnostics.push(None, Path::Article.key(name), kind);
            None
        });
        (title.filter(|title| !title.is_empty()), next)
    }
}

/// What a JSON Feed says of all its items.
fn defaults(envelope: &Envelope, context: Context<'_>) -> Defaults {
    let mut reader = FieldReader {
        context,
        index: 0,
        field_name: json_feed::field_name,
        is_quiet: true,
        diagnostics: &mut Diagnostics::default(),
    };
    let publisher = json_feed::author(
        &mut reader,
        &envelope.value(envelope::AUTHORS),
        Path::Article,
    );
    Defaults {
        publisher: publisher
            .or_else(|| reader.text(&envelope.value(envelope::TITLE), Path::Article)),
        language: reader.text(&envelope.value(envelope::LANGUAGE), Path::Article),
    }
}

/// An identity for an article that names none: its place.
fn unnamed(identities: &Identities, position: usize) -> String {
    let mut id = format!("#{position}");
    // Another article may be named like a place.
    while !identities.is_new(&id) {
        id.push('#');
    }
    id
}
