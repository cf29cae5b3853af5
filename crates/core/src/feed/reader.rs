//! Bytes of JSON, as they come → a document, of which nothing is kept but what is read.

use std::borrow::Cow;
use std::mem;

use super::check::{Check, Checker, LIST, Members, OBJECT, TRAILING_COMMA};
use super::cursor::unescape;
use super::mapping::Mapping;
use super::record::{Records, text};
use super::top::{LISTS, Shape, Top, unknown};
use super::value::{TOO_DEEP, kind_of};
use crate::error::Error;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A document whose end has come.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) records: Records,
    pub(crate) top: Top,
    /// Which of the top's keys may name the next page.
    pub(crate) next: &'static [usize],
    pub(crate) is_json_feed: bool,
}

/// What stands next in the document.
#[derive(Clone, Copy, Debug)]
enum Step {
    Start,
    /// A member of a list: of the document itself, or of one of [`LISTS`].
    Member {
        list: Option<usize>,
        is_first: bool,
    },
    /// A key of the document.
    Key {
        is_first: bool,
    },
    /// What follows a value of the document.
    After,
    /// Nothing more.
    End,
}

/// Reads a document piece by piece.
///
/// Each step takes a whole member of a list, or a whole key and value. One that breaks off where
/// the bytes end is begun anew when more have come.
#[derive(Debug)]
pub(crate) struct Reader {
    mapping: Mapping,
    is_of_script: bool,
    /// What was not read yet, behind the last byte that was.
    rest: Vec<u8>,
    /// Where reading goes on in it.
    start: usize,
    /// How many bytes it takes to try again.
    patience: usize,
    /// Lines before the rest, and characters before it in its line.
    lines: usize,
    columns: usize,
    step: Step,
    first: Option<u8>,
    /// A list that is the document itself.
    root: Option<Records>,
    lists: [Option<Records>; 3],
    top: Top,
    /// The document as an article.
    single: Records,
}

impl Reader {
    /// Before the first byte.
    pub(crate) fn new(mapping: &Mapping, is_of_script: bool) -> Self {
        Self {
            mapping: mapping.clone(),
            is_of_script,
            rest: Vec::new(),
            start: 0,
            patience: BYTE_ORDER_MARK.len(),
            lines: 0,
            columns: 0,
            step: Step::Start,
            first: None,
            root: None,
            lists: [const { None }; 3],
            top: Top::default(),
            single: Records::default(),
        }
    }

    /// Reads what came next.
    pub(crate) fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        if self.rest.is_empty() && bytes.len() >= self.patience {
            let read = self.read(bytes, false)?;
            self.rest
                .extend_from_slice(bytes.get(read..).unwrap_or_default());
            return Ok(());
        }
        self.rest.extend_from_slice(bytes);
        if self.rest.len() < self.patience {
            return Ok(());
        }
        let mut rest = mem::take(&mut self.rest);
        let read = self.read(&rest, false)?;
        rest.drain(..read);
        self.rest = rest;
        Ok(())
    }

    /// The document, once all of it came.
    pub(crate) fn finish(mut self, last: &[u8]) -> Result<Document, Error> {
        let bytes = match self.rest.is_empty() {
            true => Cow::Borrowed(last),
            false => {
                let mut rest = mem::take(&mut self.rest);
                rest.extend_from_slice(last);
                Cow::Owned(rest)
            }
        };
        self.read(&bytes, true)?;
        self.document()
    }

    /// Reads as far as the bytes go; returns how many are needed no more.
    fn read(&mut self, bytes: &[u8], is_last: bool) -> Result<usize, Error> {
        let mark = match self.step {
            Step::Start if bytes.starts_with(BYTE_ORDER_MARK) => BYTE_ORDER_MARK.len(),
            _ => 0,
        };
        let bytes = bytes.get(mark..).unwrap_or_default();
        let mut checker = Checker::new(bytes, self.start, self.is_of_script);
        let mut read = (checker.at, 0, 0);
        loop {
            let step = self.step(&mut checker, is_last);
            match step {
                Ok(None) => break,
                Ok(Some(step)) => self.step = step,
                Err(_) if checker.is_at_end() && !is_last => break,
                Err(what) => return Err(self.wrong(bytes, what, checker.at)),
            }
            read = (checker.at, checker.lines, checker.line_start);
        }
        let (at, lines, line_start) = read;
        // What is short may wait for more, what is long is not read anew for each piece that comes.
        let is_stuck = at == self.start;
        self.patience = if is_stuck { bytes.len() * 2 } else { 0 };
        let kept = at.saturating_sub(1);
        self.lines += lines;
        self.columns = match lines {
            0 => self.columns + characters(bytes.get(..kept).unwrap_or_default()),
            _ => characters(bytes.get(line_start..kept).unwrap_or_default()),
        };
        self.start = at - kept;
        Ok(mark + kept)
    }

    /// Takes one step; `None`: nothing comes after it.
    fn step(&mut self, checker: &mut Checker<'_>, is_last: bool) -> Check<Option<Step>> {
        let next = checker.next();
        self.first = self.first.or(next);
        Ok(Some(match self.step {
            Step::Start => match next {
                Some(b'[') => {
                    checker.at += 1;
                    self.root = Some(Records::default());
                    let list = None;
                    Step::Member {
                        list,
                        is_first: true,
                    }
                }
                Some(b'{') => {
                    checker.at += 1;
                    Step::Key { is_first: true }
                }
                _ => {
                    checker.value(0)?;
                    whole(checker, is_last)?;
                    Step::End
                }
            },
            Step::Member { list, is_first } => {
                let (records, depth) = match list {
                    None => (&mut self.root, 1),
                    Some(list) => (self.lists.get_mut(list).ok_or("")?, 2),
                };
                let after = || match list {
                    None => Step::End,
                    Some(_) => Step::After,
                };
                if next == Some(LIST.end) && is_first {
                    checker.at += 1;
                    return Ok(Some(after()));
                }
                if next == Some(LIST.end) {
                    return Err(TRAILING_COMMA);
                }
                let records = records.get_or_insert_default();
                let before = records.entries.len();
                records.read(checker, depth, &self.mapping)?;
                match delimiter(checker, LIST) {
                    Ok(true) => Step::Member {
                        list,
                        is_first: false,
                    },
                    Ok(false) => after(),
                    Err(what) => {
                        // It is read once more when more has come.
                        records.entries.truncate(before);
                        return Err(what);
                    }
                }
            }
            Step::Key { is_first } => {
                if next == Some(OBJECT.end) {
                    if !is_first {
                        return Err(TRAILING_COMMA);
                    }
                    checker.at += 1;
                    return Ok(Some(Step::End));
                }
                let key = checker.key()?;
                let key = text(checker.bytes(key)).into_owned();
                let key = unescape(&key);
                let list = LISTS.iter().position(|own| *own == key);
                if checker.next() == Some(b'[') && list.is_some() {
                    checker.at += 1;
                    self.top.note(&key, &self.mapping);
                    if let Some(records) = list.and_then(|at| self.lists.get_mut(at)) {
                        *records = Some(Records::default());
                    }
                    return Ok(Some(Step::Member {
                        list,
                        is_first: true,
                    }));
                }
                let start = checker.at;
                checker.value(1)?;
                whole(checker, is_last)?;
                let value = text(checker.bytes(start..checker.at));
                self.top.note(&key, &self.mapping);
                self.top.keep(&key, &value);
                self.single.field(&key, &value, &self.mapping);
                if let Some(records) = list.and_then(|at| self.lists.get_mut(at)) {
                    *records = None;
                }
                Step::After
            }
            Step::After => match delimiter(checker, OBJECT)? {
                true => Step::Key { is_first: false },
                false => Step::End,
            },
            Step::End => {
                return match next {
                    None => Ok(None),
                    Some(_) => Err("trailing characters"),
                };
            }
        }))
    }

    fn document(mut self) -> Result<Document, Error> {
        let mut document = Document {
            records: Records::default(),
            top: self.top,
            next: &[],
            is_json_feed: false,
        };
        if let Some(records) = self.root {
            document.records = records;
            return Ok(document);
        }
        if self.first != Some(b'{') {
            let kind = kind_of(self.first.unwrap_or_default());
            return Err(Error::shape(unknown(kind)));
        }
        let lists = self.lists.each_ref().map(Option::is_some);
        let (list, next) = match document.top.shape(lists) {
            Shape::Articles(list, next) => (list, next),
            Shape::JsonFeed(list, next) => {
                document.is_json_feed = true;
                (list, next)
            }
            Shape::Single => {
                self.single.close();
                document.records = self.single;
                return Ok(document);
            }
            Shape::Unknown(found) => return Err(Error::shape(found)),
        };
        document.next = next;
        let records = self.lists.get_mut(list).and_then(Option::take);
        document.records = records.unwrap_or_default();
        Ok(document)
    }

    /// The error of bytes that are not JSON, with its place.
    fn wrong(&self, bytes: &[u8], what: &str, at: usize) -> Error {
        let (message, at) = match self.first {
            None => return Error::parse("the document is empty"),
            Some(b'<') => ("a page of HTML or XML instead of JSON".to_owned(), at),
            _ if what == TOO_DEEP => (TOO_DEEP.to_owned(), at),
            // Of a text that breaks off the last character is the place.
            _ if at >= bytes.len() => (
                format!("not JSON: the document ends too early ({what})"),
                at.saturating_sub(1),
            ),
            _ => (format!("not JSON: {what}"), at),
        };
        let before = bytes.get(..at).unwrap_or_default();
        let lines = before.split(|byte| *byte == b'\n').count();
        let last = before.rsplit(|byte| *byte == b'\n').next();
        let columns = characters(last.unwrap_or_default());
        let line = self.lines + lines;
        let column = columns + 1 + if lines == 1 { self.columns } else { 0 };
        Error::parse(format!("{message}, at line {line} column {column}")).at_place(line, column)
    }
}

/// Fails where a number may yet go on: what follows it tells that it does not.
fn whole(checker: &Checker<'_>, is_last: bool) -> Check {
    match checker.is_at_end() && !is_last {
        true => Err(OBJECT.early),
        false => Ok(()),
    }
}

/// Passes over what stands between two members, and says whether another one follows.
fn delimiter(checker: &mut Checker<'_>, kind: Members) -> Check<bool> {
    match checker.next() {
        Some(b',') => checker.at += 1,
        Some(byte) if byte == kind.end => {
            checker.at += 1;
            return Ok(false);
        }
        Some(_) => return Err(kind.other),
        None => return Err(kind.early),
    }
    Ok(true)
}

/// How many characters there are: bytes, but for those that go on with one. People count these.
fn characters(bytes: &[u8]) -> usize {
    let (eights, rest) = bytes.as_chunks::<8>();
    let going_on = |eight: u64| eight >> 7 & !(eight >> 6) & 0x0101_0101_0101_0101;
    let in_eights: usize = eights
        .iter()
        .map(|eight| going_on(u64::from_le_bytes(*eight)).count_ones() as usize)
        .sum();
    let in_rest = rest.iter().filter(|byte| **byte & 0xC0 == 0x80).count();
    bytes.len() - in_eights - in_rest
}
