//! Parses a document while its bytes arrive, and stores only the fields that are read.

use std::borrow::Cow;
use std::mem;

use super::envelope::{Envelope, LISTS, Shape};
use super::mapping::path::Path;
use super::mapping::{DISCARDED, Mapping};
use super::packed_entry::{PackedEntries, PackedEntry};
use crate::error::{DocumentError, Error};
use crate::json::location::Location;
use crate::json::scanner::{ARRAY, OBJECT, Scan, Scanner, SyntaxError};
use crate::json::string::{decode, unescape};
use crate::json::value::ValueKind;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A complete document.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) entries: PackedEntries,
    pub(crate) envelope: Envelope,
    /// The keys of the envelope that may name the next page.
    pub(crate) next_page_keys: &'static [usize],
    pub(crate) is_json_feed: bool,
    /// Whether the entries are those that the mapping names.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) is_mapped: bool,
}

/// What comes next in the document.
#[derive(Clone, Copy, Debug)]
enum Step {
    Start,
    /// An entry of a list: of the document itself, or of one of [`LISTS`].
    Member {
        list: Option<usize>,
        is_first: bool,
    },
    /// A key of the envelope.
    Key {
        is_first: bool,
    },
    /// What follows a value of the envelope.
    After,
    /// The end.
    End,
}

/// Parses a document piece by piece.
///
/// Each step takes a whole entry of a list, or a whole key and value. A step that reaches the end of
/// the bytes is repeated when more have arrived.
#[derive(Debug)]
pub(crate) struct DocumentParser {
    mapping: Mapping,
    /// The last byte that was parsed, and the bytes after it.
    rest: Vec<u8>,
    /// Where parsing continues in the rest.
    start: usize,
    /// How many bytes must be available before a step is tried.
    min_bytes: usize,
    /// Where the rest starts in the document.
    location: Location,
    step: Step,
    first: Option<u8>,
    /// A list that is the document itself.
    root: Option<PackedEntries>,
    lists: [Option<PackedEntries>; LISTS.len()],
    /// The list that the mapping names.
    items: Option<PackedEntries>,
    envelope: Envelope,
    /// The document as a single article.
    single: PackedEntries,
}

impl DocumentParser {
    /// Returns a parser before the first byte.
    pub(crate) fn new(mapping: &Mapping) -> Self {
        Self {
            mapping: mapping.clone(),
            rest: Vec::new(),
            start: 0,
            min_bytes: BYTE_ORDER_MARK.len(),
            location: Location::default(),
            step: Step::Start,
            first: None,
            root: None,
            lists: [const { None }; LISTS.len()],
            items: None,
            envelope: Envelope::default(),
            single: PackedEntries::default(),
        }
    }

    /// Returns whether nothing but white space was parsed.
    pub(crate) fn is_blank(&self) -> bool {
        self.first.is_none()
    }

    /// Parses the next bytes.
    pub(crate) fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        if self.rest.is_empty() && bytes.len() >= self.min_bytes {
            let read = self.read(bytes, false)?;
            self.rest
                .extend_from_slice(bytes.get(read..).unwrap_or_default());
            return Ok(());
        }
        self.rest.extend_from_slice(bytes);
        if self.rest.len() < self.min_bytes {
            return Ok(());
        }
        let mut rest = mem::take(&mut self.rest);
        let read = self.read(&rest, false)?;
        rest.drain(..read);
        self.rest = rest;
        Ok(())
    }

    /// Parses the last bytes, and returns the document.
    #[cfg(all(feature = "xml", not(target_arch = "wasm32")))]
    pub(crate) fn finish(self, last: &[u8]) -> Result<Document, Error> {
        match self.finish_partially(last)? {
            (document, None) => Ok(document),
            (_, Some(error)) => Err(error),
        }
    }

    /// Parses the last bytes, and returns the document. Of one that ends too early, returns the entries
    /// that are complete, beside the error, if one of them is an object.
    pub(crate) fn finish_partially(
        mut self,
        last: &[u8],
    ) -> Result<(Document, Option<Error>), Error> {
        let bytes = match self.rest.is_empty() {
            true => Cow::Borrowed(last),
            false => {
                let mut rest = mem::take(&mut self.rest);
                rest.extend_from_slice(last);
                Cow::Owned(rest)
            }
        };
        match self.read(&bytes, true) {
            Ok(_) => Ok((self.document()?, None)),
            // A single article is not complete.
            Err(error) if error.is_truncated() && self.has_list() => match self.document() {
                Ok(document) if document.entries.list.iter().any(PackedEntry::is_object) => {
                    Ok((document, Some(error)))
                }
                _ => Err(error),
            },
            Err(error) => Err(error),
        }
    }

    fn has_list(&self) -> bool {
        let mut lists = [&self.root, &self.items].into_iter().chain(&self.lists);
        lists.any(Option::is_some)
    }

    /// Parses as far as the bytes go; returns how many are not needed any more.
    fn read(&mut self, bytes: &[u8], is_last: bool) -> Result<usize, Error> {
        if let Some(error) = self.mapping.error() {
            return Err(Error::parse(error));
        }
        let mark = match self.step {
            Step::Start if bytes.starts_with(BYTE_ORDER_MARK) => BYTE_ORDER_MARK.len(),
            _ => 0,
        };
        let bytes = bytes.get(mark..).unwrap_or_default();
        let mut scanner = Scanner::new(bytes, self.start, &DISCARDED);
        let mut read = (scanner.position, 0, 0);
        loop {
            let step = self.step(&mut scanner, is_last);
            match step {
                Ok(None) => break,
                Ok(Some(step)) => self.step = step,
                Err(_) if scanner.is_at_end() && !is_last => break,
                Err(what) => return Err(self.error(bytes, what, scanner.position)),
            }
            read = (scanner.position, scanner.lines, scanner.line_start);
        }
        let (at, lines, line_start) = read;
        // A long step is not repeated for each piece that arrives.
        let is_stuck = at == self.start;
        self.min_bytes = if is_stuck { bytes.len() * 2 } else { 0 };
        let dropped = at.saturating_sub(1);
        let consumed = bytes.get(..dropped).unwrap_or_default();
        self.location.advance(consumed, lines, line_start);
        self.start = at - dropped;
        Ok(mark + dropped)
    }

    /// Takes one step, and returns the next one; `None` at the end.
    fn step(&mut self, scanner: &mut Scanner<'_>, is_last: bool) -> Scan<Option<Step>> {
        let next = scanner.peek_token();
        self.first = self.first.or(next);
        Ok(Some(match self.step {
            Step::Start => match next {
                Some(b'[') => {
                    scanner.position += 1;
                    self.root = Some(PackedEntries::default());
                    Step::Member {
                        list: None,
                        is_first: true,
                    }
                }
                Some(b'{') => {
                    scanner.position += 1;
                    Step::Key { is_first: true }
                }
                _ => {
                    scanner.value(0)?;
                    require_end_of_value(scanner, is_last)?;
                    Step::End
                }
            },
            Step::Member { list, is_first } => {
                let (entries, depth) = match list {
                    None => (&mut self.root, 1),
                    Some(list) => (
                        self.lists.get_mut(list).ok_or(SyntaxError::ExpectedValue)?,
                        2,
                    ),
                };
                let after = || match list {
                    None => Step::End,
                    Some(_) => Step::After,
                };
                if next == Some(ARRAY.end) && is_first {
                    scanner.position += 1;
                    return Ok(Some(after()));
                }
                if next == Some(ARRAY.end) {
                    return Err(SyntaxError::TrailingComma);
                }
                let entries = entries.get_or_insert_default();
                let before = entries.list.len();
                entries.read(scanner, depth, &self.mapping)?;
                match scanner.separator(ARRAY) {
                    Ok(true) => Step::Member {
                        list,
                        is_first: false,
                    },
                    Ok(false) => after(),
                    Err(what) => {
                        if !is_last {
                            // The entry is scanned again with more bytes.
                            entries.list.truncate(before);
                        }
                        return Err(what);
                    }
                }
            }
            Step::Key { is_first } => {
                if next == Some(OBJECT.end) {
                    if !is_first {
                        return Err(SyntaxError::TrailingComma);
                    }
                    scanner.position += 1;
                    return Ok(Some(Step::End));
                }
                let key = scanner.key()?;
                let key = decode(scanner.bytes(key)).into_owned();
                let key = unescape(&key);
                let items = self.mapping.items.as_ref();
                let items = items.filter(|path| path.first == *key);
                let list = LISTS.iter().position(|own| *own == key && items.is_none());
                if scanner.peek_token() == Some(b'[') && list.is_some() {
                    scanner.position += 1;
                    self.envelope.record_key(&key, &self.mapping);
                    if let Some(entries) = list.and_then(|at| self.lists.get_mut(at)) {
                        *entries = Some(PackedEntries::default());
                    }
                    return Ok(Some(Step::Member {
                        list,
                        is_first: true,
                    }));
                }
                let start = scanner.position;
                scanner.value(1)?;
                require_end_of_value(scanner, is_last)?;
                let value = decode(scanner.bytes(start..scanner.position));
                self.envelope.record_key(&key, &self.mapping);
                if let Some(path) = items {
                    self.items = items_at(path, &value, &self.mapping);
                }
                self.envelope.store(&key, &value, &self.mapping);
                self.single.add_field(&key, &value, &self.mapping);
                if let Some(entries) = list.and_then(|at| self.lists.get_mut(at)) {
                    *entries = None;
                }
                Step::After
            }
            Step::After => match scanner.separator(OBJECT)? {
                true => Step::Key { is_first: false },
                false => Step::End,
            },
            Step::End => {
                return match next {
                    None => Ok(None),
                    Some(_) => Err(SyntaxError::TrailingCharacters),
                };
            }
        }))
    }

    fn document(mut self) -> Result<Document, Error> {
        let mut document = Document {
            entries: PackedEntries::default(),
            envelope: self.envelope,
            next_page_keys: &[],
            is_json_feed: false,
            #[cfg(not(target_arch = "wasm32"))]
            is_mapped: self.items.is_some(),
        };
        if let Some(entries) = self.items {
            document.entries = entries;
            return Ok(document);
        }
        if let Some(entries) = self.root {
            document.entries = entries;
            return Ok(document);
        }
        if self.first != Some(b'{') {
            let kind = ValueKind::of_first_byte(self.first.unwrap_or_default()).name();
            return Err(Error::unknown_shape(kind));
        }
        let lists = self.lists.each_ref().map(Option::is_some);
        let (list, next) = match document.envelope.shape(lists) {
            Shape::Articles(list, next) => (list, next),
            Shape::JsonFeed(list, next) => {
                document.is_json_feed = true;
                (list, next)
            }
            Shape::Single => {
                self.single.end_entry();
                document.entries = self.single;
                return Ok(document);
            }
            Shape::Unknown(found) => return Err(Error::unknown_shape(found)),
        };
        document.next_page_keys = next;
        let entries = self.lists.get_mut(list).and_then(Option::take);
        document.entries = entries.unwrap_or_default();
        Ok(document)
    }

    /// Returns the error of bytes that are not JSON at a position.
    fn error(&self, bytes: &[u8], error: SyntaxError, position: usize) -> Error {
        let (error, position) = match self.first {
            None => return Error::document(DocumentError::Empty, None),
            Some(b'<') => (DocumentError::Markup, position),
            // At the end, the last character is the place.
            _ if position >= bytes.len() && error != SyntaxError::TooDeep => {
                (DocumentError::Truncated(error), position.saturating_sub(1))
            }
            _ => (DocumentError::Syntax(error), position),
        };
        let before = bytes.get(..position).unwrap_or_default();
        Error::document(error, Some(self.location.after(before)))
    }
}

/// Packs the entries of the list at a path below a value.
fn items_at(path: &Path, json: &str, mapping: &Mapping) -> Option<PackedEntries> {
    let mut entries = PackedEntries::default();
    for entry in path.entries(json)? {
        let mut scanner = Scanner::new(entry.as_bytes(), 0, &DISCARDED);
        // It was scanned before.
        let _ = entries.read(&mut scanner, 0, mapping);
    }
    Some(entries)
}

/// Fails at the end of the bytes, where a number may continue.
fn require_end_of_value(scanner: &Scanner<'_>, is_last: bool) -> Scan {
    match scanner.is_at_end() && !is_last {
        true => Err(SyntaxError::UnterminatedObject),
        false => Ok(()),
    }
}
