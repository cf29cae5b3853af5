//! Bytes of JSON → a document, of which nothing is kept but the fields that are read.

use super::check::{Wrong, check};
use super::cursor::Cursor;
use super::document::{Collector, Document};
use super::element::Entry;
use super::top::{Shape, Top, unknown};
use super::value::TOO_DEEP;
use crate::error::Error;

/// Reads a document from its bytes.
pub(crate) fn read(bytes: &[u8], collector: Collector<'_>) -> Result<Document, Error> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // Copies only where the bytes are no UTF-8.
    let json = String::from_utf8_lossy(bytes);
    check(&json).map_err(|wrong| located(&json, Cursor::new(&json).first(), &wrong))?;
    read_valid(&json, collector)
}

/// Reads a document of JSON that is known to be valid.
pub(crate) fn read_valid(json: &str, mut collector: Collector<'_>) -> Result<Document, Error> {
    let mapping = collector.mapping;
    let mut cursor = Cursor::new(json);
    match cursor.first() {
        Some(b'[') => collector.list(cursor),
        Some(b'{') => match Top::read(cursor, mapping).shape() {
            Shape::Articles(list, keys, top) => {
                collector.list(Cursor::new(list));
                collector.finish(&top, keys);
            }
            Shape::JsonFeed(list, top) => {
                collector.json_feed(&top);
                collector.list(Cursor::new(list));
                collector.finish(&top, &[2]);
            }
            Shape::Single => collector.entry(Entry::read(&mut Cursor::new(json), mapping)),
            Shape::Unknown(found) => return Err(Error::shape(found)),
        },
        _ => return Err(Error::shape(unknown(cursor.value().kind()))),
    }
    Ok(collector.document)
}

impl Collector<'_> {
    fn list(&mut self, mut list: Cursor<'_>) {
        let mapping = self.mapping;
        list.each(&mut |cursor| self.entry(Entry::read(cursor, mapping)));
    }
}

/// The error of a text that is not JSON, with its place.
pub(crate) fn located(json: &str, first: Option<u8>, wrong: &Wrong) -> Error {
    let Wrong { what, at } = *wrong;
    let (message, at) = match first {
        None => return Error::parse("the document is empty"),
        Some(b'<') => ("a page of HTML or XML instead of JSON".to_owned(), at),
        _ if what == TOO_DEEP => (TOO_DEEP.to_owned(), at),
        // Of a text that breaks off the last character is the place.
        _ if at == json.len() => (
            format!("not JSON: the document ends too early ({what})"),
            at - 1,
        ),
        _ => (format!("not JSON: {what}"), at),
    };
    let (line, column) = position(json, at);
    Error::parse(format!("{message}, at line {line} column {column}")).at_place(line, column)
}

/// Line and column of a byte; the parser counts bytes, people count characters.
fn position(json: &str, byte: usize) -> (usize, usize) {
    let before = json.as_bytes().get(..byte).unwrap_or_default();
    let before = String::from_utf8_lossy(before);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default();
    (line, column.chars().count() + 1)
}
