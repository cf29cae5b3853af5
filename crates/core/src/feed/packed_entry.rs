//! What is kept of the entries of a feed's list: the JSON of the fields that are read, as it was
//! written, each behind its number and its length, so that one is found without a look at the
//! others. It takes less room than the document, and an article is made of it when it is needed.

use std::borrow::Cow;
use std::ops::Range;

use super::fields::Field;
use super::mapping::Mapping;
use crate::interner::Interner;
use crate::json::packed::{push_number, push_text, take_number, take_text};
use crate::json::parser::Parser;
use crate::json::scanner::{Scan, Scanner};
use crate::json::string::{decode, unescape};
use crate::json::value::ValueKind;

/// How large the blocks become that records stand in, in bytes. The first ones are smaller.
const BLOCK: usize = 1 << 20;
const FIRST_BLOCK: usize = 1 << 14;

/// Before a foreign key, in the place of a field's number.
const FOREIGN: u8 = 0x7F;

/// In the place of a provider's number: it stands among those that articles share.
const SHARED: u8 = 0x7E;

/// So many providers are kept once for all their articles; of a feed with far more, each article
/// has its own.
const MOST_SHARED: usize = 1 << 12;

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
    Other(ValueKind),
}

/// The entries of a list.
#[derive(Debug, Default)]
pub(crate) struct Records {
    /// Records one behind the other. None is ever moved: large ones would need their room twice.
    pub(crate) blocks: Vec<String>,
    pub(crate) entries: Vec<Listed>,
    /// The JSON of providers, each once: most feeds have few.
    pub(crate) shared: Interner,
    /// The record that is being written, and where its keys and values were found.
    record: String,
    fields: Vec<(Range<usize>, Range<usize>, bool)>,
}

impl Records {
    /// Reads the next entry, which stands so many levels deep.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn read(
        &mut self,
        scanner: &mut Scanner<'_>,
        depth: usize,
        mapping: &Mapping,
    ) -> Scan {
        match scanner.next() {
            Some(b'{') => {
                let start = scanner.position;
                self.fields.clear();
                let fields = &mut self.fields;
                scanner.object(depth, &mut |key, value, has_unkept| {
                    fields.push((key, value, has_unkept));
                })?;
                self.write(scanner, start, mapping);
                self.close();
            }
            first => {
                scanner.value(depth)?;
                self.entries.push(Listed::Other(ValueKind::of_first_byte(
                    first.unwrap_or_default(),
                )));
            }
        }
        Ok(())
    }

    /// Writes the record of what was read from here on.
    fn write(&mut self, scanner: &Scanner<'_>, start: usize, mapping: &Mapping) {
        self.record.clear();
        // All at once, which is far faster.
        let whole = str::from_utf8(scanner.bytes(start..scanner.position)).ok();
        let part = |place: &Range<usize>| match whole {
            Some(whole) => {
                let place = place.start.wrapping_sub(start)..place.end.wrapping_sub(start);
                Cow::Borrowed(whole.get(place).unwrap_or_default())
            }
            None => decode(scanner.bytes(place.clone())),
        };
        for (key, value, has_unkept) in &self.fields {
            let (key, value) = (part(key), part(value));
            let shared = &mut self.shared;
            put(&mut self.record, shared, &key, &value, *has_unkept, mapping);
        }
    }

    /// Adds a field to the one record there is.
    pub(crate) fn field(&mut self, key: &str, json: &str, mapping: &Mapping) {
        put(&mut self.record, &mut self.shared, key, json, true, mapping);
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

/// Adds a field to a record if it is read; the key is the inside of a string of JSON.
#[cfg_attr(small_module, optimize(speed))]
fn put(
    record: &mut String,
    shared: &mut Interner,
    key: &str,
    json: &str,
    has_unkept: bool,
    mapping: &Mapping,
) {
    let key = unescape(key);
    if let Some(field) = Field::named(&key) {
        if field == Field::Provider && !has_unkept {
            let known = shared.get(json);
            let is_room = || shared.len() < MOST_SHARED;
            if known.is_some() || is_room() {
                record.push(char::from(SHARED));
                let number = known.unwrap_or_else(|| shared.intern(json));
                return push_number(record, number as usize);
            }
        }
        record.push(char::from(field as u8));
    } else if mapping.reads(&key) {
        record.push(char::from(FOREIGN));
        push_text(record, &key);
    } else {
        return;
    }
    if has_unkept && json.starts_with(['[', '{']) {
        let mut kept = String::new();
        let without = mapping.unkept_below(&key);
        Parser::new(json).value().write(&mut kept, &without);
        return push_text(record, &kept);
    }
    push_text(record, json);
}

/// Hands over the fields of a record, with their JSON.
#[cfg_attr(small_module, optimize(speed))]
pub(crate) fn each_field<'r>(
    record: &'r str,
    shared: &'r Interner,
    each: &mut dyn FnMut(Key<'r>, &'r str),
) {
    let mut rest = record;
    while let Some(number) = rest.bytes().next() {
        rest = rest.get(1..).unwrap_or_default();
        let key = match number {
            SHARED => {
                let number = take_number(&mut rest) as u32;
                each(Key::Own(Field::Provider), shared.resolve(number));
                continue;
            }
            number => match Field::ALL.get(usize::from(number)) {
                Some(field) => Key::Own(*field),
                None => Key::Foreign(take_text(&mut rest)),
            },
        };
        each(key, take_text(&mut rest));
    }
}
