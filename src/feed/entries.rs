//! A document entry by entry, for the command: what was read of each, what was wrong with it, and
//! its text, so that the place of whatever was wrong can be told.

mod place;
mod written;

use std::borrow::Cow;
use std::mem;
use std::rc::Rc;

use super::check::check;
use super::cursor::Cursor;
use super::diagnostic::{Diagnostic, Diagnostics};
use super::document::{Collector, Identities};
use super::element::{Entry, Field};
use super::json;
use super::link::UrlStandard;
use super::mapping::Mapping;
use super::rules::Context;
use super::top::{Shape, Top, unknown};
use crate::error::Error;
use crate::model::Article;

pub(crate) use super::mapping::UNKEPT;
pub(crate) use place::{Step, steps, value_at};
pub(crate) use written::AsWritten;

/// How documents are read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'r> {
    pub(crate) mapping: &'r Mapping,
    /// The document's address, which relative ones are resolved against.
    pub(crate) url: Option<&'r str>,
}

/// One entry of a document.
#[derive(Debug)]
pub(crate) struct ReadEntry<'a> {
    /// Its place in the document, counted from 0.
    pub(crate) index: usize,
    /// Its text in the document.
    pub(crate) json: &'a str,
    /// `None`: skipped or removed.
    pub(crate) article: Option<Rc<Article>>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// What is kept of it, with texts as they were written; of skipped ones nothing.
    pub(crate) written: Option<AsWritten>,
}

/// Bytes of a document as text: without a byte order mark, what is no UTF-8 replaced.
pub(crate) fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes))
}

/// The keys of an entry, as they stand there.
pub(crate) fn keys(json: &str) -> Vec<String> {
    let mut cursor = Cursor::new(json);
    let mut keys = Vec::new();
    if cursor.first() == Some(b'{') {
        cursor.each_pair(&mut |key, cursor| {
            cursor.skip();
            keys.push(key.into_owned());
        });
    }
    keys
}

/// The field that a key names, whatever letters are capital ones and between which `_` or `-` stand.
pub(crate) fn known_field(key: &str) -> Option<&'static str> {
    if let Some(field) = Field::named(key) {
        return Some(field.name());
    }
    let letters: String = key
        .chars()
        .filter(|letter| !"_- ".contains(*letter))
        .collect();
    let mut fields = Field::ALL.iter().filter(|field| !field.is_of_json_feed());
    fields
        .find(|field| field.name().eq_ignore_ascii_case(&letters))
        .map(|field| field.name())
}

impl Reader<'_> {
    /// Reads a document and hands over its entries one by one; returns what was wrong with the
    /// document itself.
    ///
    /// # Errors
    /// It is not JSON, of no known shape, or nests too deep; nothing was handed over.
    pub(crate) fn read<'a>(
        &self,
        json: &'a str,
        take: &mut dyn FnMut(ReadEntry<'a>),
    ) -> Result<Vec<Diagnostic>, Error> {
        check(json).map_err(|wrong| json::located(json, Cursor::new(json).first(), &wrong))?;
        let known = Identities::default();
        let mut collector = self.collector(&known);
        for path in self.mapping.refused() {
            let message = "is never kept and cannot be mapped";
            collector.document.diagnostics.push(None, path, message);
        }
        let mut of_document =
            mem::replace(&mut collector.document.diagnostics, Diagnostics::all()).into_kept();
        let mut cursor = Cursor::new(json);
        match cursor.first() {
            Some(b'[') => self.list(&mut collector, json, take),
            Some(b'{') => match Top::read(cursor, self.mapping).shape() {
                Shape::Articles(list, keys, top) => {
                    self.list(&mut collector, list, take);
                    collector.finish(&top, keys);
                }
                Shape::JsonFeed(list, top) => {
                    collector.json_feed(&top);
                    self.list(&mut collector, list, take);
                    collector.finish(&top, &[2]);
                }
                Shape::Single => take(self.entry(&mut collector, json)),
                Shape::Unknown(found) => return Err(Error::shape(found)),
            },
            _ => return Err(Error::shape(unknown(cursor.value().kind()))),
        }
        of_document.extend(collector.document.diagnostics.into_kept());
        Ok(of_document)
    }

    fn collector<'c>(&'c self, known: &'c Identities) -> Collector<'c> {
        let context = Context {
            resolver: &UrlStandard,
            base: self.url,
        };
        let mut collector = Collector::new(self.mapping, context, known, (0, 0));
        collector.document.diagnostics = Diagnostics::all();
        collector
    }

    fn list<'a>(
        &self,
        collector: &mut Collector<'_>,
        list: &'a str,
        take: &mut dyn FnMut(ReadEntry<'a>),
    ) {
        Cursor::new(list).each(&mut |cursor| take(self.entry(collector, cursor.skip())));
    }

    fn entry<'a>(&self, collector: &mut Collector<'_>, json: &'a str) -> ReadEntry<'a> {
        let index = collector.document.entries;
        let (before, noted) = (collector.document.identities.len(), Diagnostics::all());
        collector.entry(Entry::read(&mut Cursor::new(json), self.mapping));
        let diagnostics = mem::replace(&mut collector.document.diagnostics, noted).into_kept();
        let article = collector.document.articles.pop();
        // A removed one leaves nothing but its identity.
        let taken = article.is_some() || collector.document.identities.len() > before;
        let written = taken.then(|| AsWritten::new(collector, json)).flatten();
        ReadEntry {
            index,
            json,
            article,
            diagnostics,
            written,
        }
    }
}
