//! Reads a document entry by entry, for the command: each article with its diagnostics, and the text of
//! the entry, in which they are located.

mod canonical;
mod normalized_entry;
mod places;

use std::borrow::Cow;
use std::mem;

use super::diagnostic::{Diagnostic, DiagnosticKind, Diagnostics, Path};
use super::document_parser::{Document, DocumentParser};
use super::entry_iter::EntryIter;
use super::envelope::{LISTS, Shape};
use super::fields::{Field, FieldSet};
use super::identities::Identities;
use super::mapping::Mapping;
use crate::error::Error;
use crate::json::parser::Parser;
use crate::model::Article;
use crate::text::url::UrlStandard;

/// The fields that are always discarded.
pub const DISCARDED: [&str; 3] = super::mapping::DISCARDED;
pub use normalized_entry::NormalizedEntry;
pub use places::{Places, Step, steps};

/// Reads documents entry by entry.
#[derive(Clone, Copy, Debug)]
pub struct EntryReader<'r> {
    /// Which fields of foreign items are read as which fields of an article.
    pub mapping: &'r Mapping,
    /// The URL of the document, which relative ones are resolved against.
    pub url: Option<&'r str>,
}

/// One entry of a document.
#[derive(Debug)]
pub struct DocumentEntry<'a> {
    /// Its position in the document, from 0.
    pub index: usize,
    /// Its text in the document.
    pub json: &'a str,
    /// The article; `None` if it is skipped or removed.
    pub article: Option<Article>,
    /// Its diagnostics.
    pub diagnostics: Vec<Diagnostic>,
    /// Its fields, for the output of `convert`; `None` if it is skipped.
    pub normalized: Option<NormalizedEntry>,
}

/// Decodes a document as UTF-8: without a byte order mark, and with invalid sequences replaced.
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes))
}

/// Returns the keys of an entry.
pub fn keys(json: &str) -> Vec<String> {
    let mut parser = Parser::new(json);
    let mut keys = Vec::new();
    if parser.peek_token() == Some(b'{') {
        parser.each_member(&mut |key, parser| {
            parser.skip();
            keys.push(key.into_owned());
        });
    }
    keys
}

/// Returns the name of the field that has a name in any case.
///
/// ```
/// use article_cards_core::feed::entries::field_in_any_case;
///
/// assert_eq!(field_in_any_case("WEBURL"), Some("webUrl"));
/// assert_eq!(field_in_any_case("web_url"), None);
/// ```
pub fn field_in_any_case(key: &str) -> Option<&'static str> {
    // Nearly all names are exact.
    let exact = Field::named(key).filter(|field| !field.is_of_json_feed());
    if let Some(field) = exact {
        return Some(field.name());
    }
    let mut fields = Field::ALL.iter().filter(|field| !field.is_of_json_feed());
    fields
        .find(|field| field.name().eq_ignore_ascii_case(key))
        .map(|field| field.name())
}

/// Returns the names from which the same is read as from a field, the preferred one first.
///
/// ```
/// use article_cards_core::feed::entries::names_of;
///
/// assert!(names_of("title").eq(["title", "name", "headline"]));
/// ```
pub fn names_of(field: &str) -> impl Iterator<Item = &'static str> {
    let fields = Field::named(field).map_or(&[][..], Field::alternatives);
    fields.iter().map(|field| field.name())
}

/// Returns the name of the field that a key resembles: in other case, or with `_`, `-` or spaces.
pub fn known_field(key: &str) -> Option<&'static str> {
    if let Some(field) = Field::named(key) {
        return Some(field.name());
    }
    let letters: String = key
        .chars()
        .filter(|letter| !"_- ".contains(*letter))
        .collect();
    field_in_any_case(&letters)
}

impl EntryReader<'_> {
    /// Reads a document, and calls `take` with each entry. Returns the diagnostics of the document
    /// itself. Of a document that ends too early, `take` is called with the entries that are complete,
    /// and the error is returned beside them.
    ///
    /// # Errors
    /// The document is not JSON, has no known shape, or is nested too deep. `take` is not called.
    pub fn read<'a>(
        &self,
        json: &'a str,
        take: &mut dyn FnMut(DocumentEntry<'a>),
    ) -> Result<(Vec<Diagnostic>, Option<Error>), Error> {
        let parser = DocumentParser::new(self.mapping);
        let (document, error) = parser.finish_partially(json.as_bytes())?;
        let mut texts = texts(json, &document, self.mapping);
        // The last one may be cut off.
        texts.truncate(document.entries.list.len());
        let mut of_document = Diagnostics::unlimited();
        for path in self.mapping.refused() {
            of_document.push(None, Path::Article.key(path), DiagnosticKind::Unmappable);
        }
        let mut entries = EntryIter::new(document, self.mapping, self.url, None, &UrlStandard);
        let mut identities = Identities::default();
        for (index, json) in texts.into_iter().enumerate() {
            entries.skipped = Diagnostics::unlimited();
            // Articles are never looked up by identity here.
            let article = entries.read_next(&mut identities, index, 0);
            let mut diagnostics = mem::take(&mut entries.skipped);
            // A removed entry is valid too, without being an article.
            let is_valid = diagnostics.count() == 0;
            let article =
                article.map(|article| article.decode(FieldSet::ALL, false, &mut diagnostics));
            take(DocumentEntry {
                index,
                json,
                article,
                diagnostics: diagnostics.into_vec(),
                normalized: is_valid
                    .then(|| NormalizedEntry::new(&entries.context, json))
                    .flatten(),
            });
        }
        entries.end(&mut of_document);
        Ok((of_document.into_vec(), error))
    }
}

/// Returns the texts of the entries of a document.
fn texts<'a>(json: &'a str, document: &Document, mapping: &Mapping) -> Vec<&'a str> {
    let mut parser = Parser::new(json);
    let mut list = Some(json);
    if parser.peek_token() == Some(b'{') {
        let mut mapped = None;
        let mut lists = [None; LISTS.len()];
        parser.each_member(&mut |key, parser| {
            let is_list = parser.peek_token() == Some(b'[');
            let text = parser.skip();
            let items = mapping.items.as_ref().filter(|path| path.first == key);
            mapped = items.map_or_else(|| mapped.take(), |path| path.entries(text));
            let place = LISTS.iter().position(|own| *own == key);
            if let Some(place) = place.and_then(|at| lists.get_mut(at)) {
                *place = is_list.then_some(text);
            }
        });
        if let Some(mapped) = mapped.filter(|_| document.is_mapped) {
            return mapped;
        }
        list = match document.envelope.shape(lists.map(|list| list.is_some())) {
            Shape::Articles(at, _) | Shape::JsonFeed(at, _) => lists.get(at).copied().flatten(),
            Shape::Single | Shape::Unknown(_) => None,
        };
    }
    let Some(list) = list else {
        return vec![json];
    };
    let mut texts = Vec::new();
    Parser::new(list).each(&mut |parser| texts.push(parser.skip()));
    texts
}
