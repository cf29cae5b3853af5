//! Iterates over the entries of a parsed document: returns those that are articles, and the next page.

use std::cell::OnceCell;
use std::rc::Rc;
use std::vec;

use super::article::Identity;
use super::diagnostic::{DiagnosticKind, Diagnostics, Path};
use super::document_parser::Document;
use super::envelope::{self, Envelope};
use super::field_reader::{Context, FieldReader};
use super::formats::json_feed::{self, Defaults};
use super::identities::Identities;
use super::lazy_article::{Block, DocumentContext, LazyArticle};
use super::mapping::Mapping;
use super::packed_entry::PackedEntry;
use super::paging::NextPage;
use crate::json::value::Value;
use crate::text;
use crate::text::decimal::whole;
use crate::text::url::Resolver;

/// The entries of a document that are not read yet.
pub(crate) struct EntryIter {
    pub(crate) context: Rc<DocumentContext>,
    blocks: Vec<Rc<Block>>,
    entries: vec::IntoIter<PackedEntry>,
    envelope: Envelope,
    next_page_keys: &'static [usize],
    /// The URL that identifies the feed, if it is one of several.
    pub(crate) feed_url: Option<Rc<str>>,
    /// The diagnostics of entries that are skipped.
    pub(crate) skipped: Diagnostics,
}

impl EntryIter {
    pub(crate) fn new(
        document: Document,
        mapping: &Mapping,
        base: Option<&str>,
        feed_url: Option<Rc<str>>,
        resolver: &'static dyn Resolver,
    ) -> Self {
        let Document {
            entries,
            envelope,
            next_page_keys,
            is_json_feed,
            ..
        } = document;
        let context = Rc::new(DocumentContext {
            mapping: mapping.clone(),
            shared: entries.shared,
            resolver,
            json_feed: is_json_feed.then(|| defaults(&envelope, Context { resolver, base })),
            publisher: OnceCell::new(),
            base: base.map(str::to_owned),
        });
        let block = |packed| {
            let context = Rc::clone(&context);
            Rc::new(Block { packed, context })
        };
        Self {
            blocks: entries.blocks.into_iter().map(block).collect(),
            context,
            entries: entries.list.into_iter(),
            envelope,
            next_page_keys,
            feed_url,
            skipped: Diagnostics::default(),
        }
    }

    /// Returns how many entries are left.
    pub(crate) fn left(&self) -> usize {
        self.entries.len()
    }

    /// Reads the next entry, which is at `position` among the entries of the feed and becomes its
    /// article at `index`. Returns `None` if the entry is skipped or removed.
    pub(crate) fn read_next(
        &mut self,
        identities: &mut Identities,
        position: usize,
        index: usize,
    ) -> Option<LazyArticle> {
        let (block, range) = match self.entries.next()? {
            PackedEntry::Object(block, range) => (self.blocks.get(block)?, range),
            PackedEntry::Other(kind) => {
                let kind = DiagnosticKind::NoArticle(kind);
                self.skipped.push(Some(position), Path::Article, kind);
                return None;
            }
        };
        let packed = block.packed.get(range.clone())?;
        let identity = self.context.identity(packed, position, &mut self.skipped);
        let Identity { id, is_removed } = identity?;
        let id = match (&self.feed_url, id) {
            (Some(url), id) => {
                let own = id.unwrap_or_else(|| format!("#{position}"));
                [url, "#", &own].concat()
            }
            (None, Some(id)) => id,
            (None, None) => identities.unnamed(position),
        };
        if !identities.is_new(&id) {
            let kind = DiagnosticKind::duplicate_identity(&id);
            self.skipped.push(Some(position), Path::Article, kind);
            return None;
        }
        let article = LazyArticle::new(block, range, &id, position);
        let is_one_of_several = self.feed_url.is_some();
        let is_shown = !is_removed && (!is_one_of_several || identities.add_link(&article));
        identities.add(&id, is_shown.then_some(index));
        is_shown.then_some(article)
    }

    /// Returns the title of the feed, and the next page from the first key that names one.
    pub(crate) fn end(&self, diagnostics: &mut Diagnostics) -> (Option<String>, Option<NextPage>) {
        let mapped = self.envelope.mapped_next(&self.context.mapping);
        let mapped = mapped.and_then(|value| next_page(value, "$next", diagnostics));
        if self.next_page_keys.is_empty() {
            return (None, mapped);
        }
        let title = match self.envelope.value(envelope::TITLE) {
            Value::String(title) => Some(text::plain(&title).into_owned()),
            _ => None,
        };
        let mut keys = self.next_page_keys.iter();
        let next = mapped.or_else(|| {
            keys.find_map(|key| {
                next_page(self.envelope.value(*key), envelope::name(*key), diagnostics)
            })
        });
        (title.filter(|title| !title.is_empty()), next)
    }
}

/// Reads the value of a key that names the next page.
fn next_page(
    value: Value<'_>,
    name: &'static str,
    diagnostics: &mut Diagnostics,
) -> Option<NextPage> {
    match value {
        // Some feeds end with `"next": false`.
        Value::Bool(false) => return None,
        ref blank if blank.is_blank() => return None,
        Value::String(url) => return Some(NextPage::Url(name, url.into_owned())),
        Value::Number(ref number) => {
            if let Some(number) = whole(number).filter(|number| *number > 0) {
                return Some(NextPage::Number(name, number));
            }
        }
        _ => {}
    }
    let kind = DiagnosticKind::NoNextPage(value.kind());
    diagnostics.push(None, Path::Article.key(name), kind);
    None
}

/// Reads what a JSON Feed declares for all its items.
fn defaults(envelope: &Envelope, context: Context<'_>) -> Defaults {
    let mut reader = FieldReader {
        context,
        index: 0,
        own_fields: json_feed::own_fields,
        is_quiet: true,
        diagnostics: &mut Diagnostics::default(),
    };
    let authors = [envelope::AUTHORS, envelope::AUTHOR].into_iter();
    let mut authors = authors.map(|at| reader.texts(&envelope.value(at), Path::Article));
    let authors = authors.find(|authors| !authors.is_empty());
    Defaults {
        authors: authors.unwrap_or_default(),
        publisher: reader.text(&envelope.value(envelope::TITLE), Path::Article),
        language: reader.language(&envelope.value(envelope::LANGUAGE), Path::Article),
    }
}
