//! What is kept of the entries of a feed's list: the JSON of the fields that are read, as it was
//! written, each behind its number and its length, so that one is found without a look at the
//! others. It takes less room than the document, and an article is made of it when it is needed.

use std::borrow::Cow;
use std::ops::Range;

use super::check::{Check, Checker};
use super::cursor::{Cursor, unescape};
use super::element::Field;
use super::mapping::{Mapping, UNKEPT};
use super::value::kind_of;

/// How large the blocks become that records stand in, in bytes. The first ones are smaller.
const BLOCK: usize = 1 << 20;
const FIRST_BLOCK: usize = 1 << 14;

/// Before a foreign key, in the place of a field's number.
const FOREIGN: u8 = 0x7F;

/// How a length is written: seven bits a character, so that a record stays a text.
const LENGTH: [u32; 5] = [28, 21, 14, 7, 0];

/// The key of a value.
pub(crate) enum Key<'r> {
    Own(Field),
    /// One that a mapping reads.
    Foreign(&'r str),
}

/// An entry of a list.
#[derive(Clone, Debug)]
pub(crate) enum Listed {
    /// An object: in which block its record stands, and where.
    Record(usize, Range<usize>),
    /// Something else: what it is.
    Other(&'static str),
}

/// The entries of a list.
#[derive(Debug, Default)]
pub(crate) struct Records {
    /// Records one behind the other. None is ever moved: large ones would need their room twice.
    pub(crate) blocks: Vec<String>,
    pub(crate) entries: Vec<Listed>,
    /// The record that is being written, and where its keys and values were found.
    record: String,
    fields: Vec<(Range<usize>, Range<usize>, bool)>,
}

impl Records {
    /// Reads the next entry, which stands so many levels deep.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn read(
        &mut self,
        checker: &mut Checker<'_>,
        depth: usize,
        mapping: &Mapping,
    ) -> Check {
        match checker.next() {
            Some(b'{') => {
                let start = checker.at;
                self.fields.clear();
                let fields = &mut self.fields;
                checker.object(depth, &mut |key, value, has_unkept| {
                    fields.push((key, value, has_unkept));
                })?;
                self.write(checker, start, mapping);
                self.close();
            }
            first => {
                checker.value(depth)?;
                self.entries
                    .push(Listed::Other(kind_of(first.unwrap_or_default())));
            }
        }
        Ok(())
    }

    /// Writes the record of what was read from here on.
    fn write(&mut self, checker: &Checker<'_>, start: usize, mapping: &Mapping) {
        self.record.clear();
        // All at once, which is far faster.
        let whole = str::from_utf8(checker.bytes(start..checker.at)).ok();
        let part = |place: &Range<usize>| match whole {
            Some(whole) => {
                let place = place.start.wrapping_sub(start)..place.end.wrapping_sub(start);
                Cow::Borrowed(whole.get(place).unwrap_or_default())
            }
            None => text(checker.bytes(place.clone())),
        };
        for (key, value, has_unkept) in &self.fields {
            let (key, value) = (part(key), part(value));
            put(&mut self.record, &key, &value, *has_unkept, mapping);
        }
    }

    /// Adds a field to the one record there is.
    pub(crate) fn field(&mut self, key: &str, json: &str, mapping: &Mapping) {
        put(&mut self.record, key, json, true, mapping);
    }

    /// Ends a record.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn close(&mut self) {
        let length = self.record.len();
        let room = self.blocks.last().map(|it| it.capacity() - it.len());
        if room.is_none_or(|room| room < length) {
            let before = self.blocks.last().map_or(0, String::capacity);
            let capacity = (before * 2).clamp(FIRST_BLOCK, BLOCK).max(length);
            self.blocks.push(String::with_capacity(capacity));
        }
        let block = self.blocks.len() - 1;
        if let Some(last) = self.blocks.last_mut() {
            let start = last.len();
            last.push_str(&self.record);
            let place = start..last.len();
            self.entries.push(Listed::Record(block, place));
        }
    }
}

/// Bytes as text; what is no UTF-8 becomes U+FFFD.
#[cfg_attr(small_module, optimize(speed))]
pub(crate) fn text(bytes: &[u8]) -> Cow<'_, str> {
    // Far faster than to look for what is wrong.
    match str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => String::from_utf8_lossy(bytes),
    }
}

/// Adds a field to a record if it is read; the key is the inside of a string of JSON.
#[cfg_attr(small_module, optimize(speed))]
fn put(record: &mut String, key: &str, json: &str, has_unkept: bool, mapping: &Mapping) {
    let key = unescape(key);
    if let Some(field) = Field::named(&key) {
        record.push(char::from(field as u8));
    } else if mapping.reads(&key) {
        record.push(char::from(FOREIGN));
        put_text(record, &key);
    } else {
        return;
    }
    if has_unkept && json.starts_with(['[', '{']) {
        let mut kept = String::new();
        Cursor::new(json).value().write(&mut kept, &UNKEPT);
        return put_text(record, &kept);
    }
    put_text(record, json);
}

#[cfg_attr(small_module, optimize(speed))]
fn put_text(record: &mut String, text: &str) {
    for shift in LENGTH {
        record.push(char::from((text.len() as u64 >> shift & 0x7F) as u8));
    }
    record.push_str(text);
}

/// Hands over the fields of a record, with their JSON.
#[cfg_attr(small_module, optimize(speed))]
pub(crate) fn each_field<'r>(record: &'r str, each: &mut dyn FnMut(Key<'r>, &'r str)) {
    let mut rest = record;
    while let Some(number) = rest.bytes().next() {
        rest = rest.get(1..).unwrap_or_default();
        let key = match Field::ALL.get(usize::from(number)) {
            Some(field) => Key::Own(*field),
            None => Key::Foreign(take_text(&mut rest)),
        };
        each(key, take_text(&mut rest));
    }
}

#[cfg_attr(small_module, optimize(speed))]
fn take_text<'r>(rest: &mut &'r str) -> &'r str {
    let (length, after) = rest.split_at_checked(LENGTH.len()).unwrap_or_default();
    let bits = |length: u64, byte: u8| length << 7 | u64::from(byte);
    let length = length.bytes().fold(0, bits) as usize;
    let (text, after) = after.split_at_checked(length).unwrap_or_default();
    *rest = after;
    text
}
