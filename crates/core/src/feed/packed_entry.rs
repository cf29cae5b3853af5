//! The entries of a document, packed: the JSON of the fields that are read, as it was written, each
//! behind its tag and its length, so that one is found without a look at the others. They take less
//! memory than the document, and an article is made of one when it is needed.

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

/// The size of a block of packed entries, in bytes. The first ones are smaller.
const BLOCK: usize = 1 << 20;
const FIRST_BLOCK: usize = 1 << 14;

/// The tag of a key that is none of our fields.
const FOREIGN: u8 = 0x7F;

/// The tag of a provider that several articles share.
const SHARED: u8 = 0x7E;

/// How many providers are shared. In a feed with far more, each article has its own.
const MAX_SHARED: usize = 1 << 12;

/// The key of a value.
pub(crate) enum Key<'p> {
    Own(Field),
    /// A key that a mapping reads.
    Foreign(&'p str),
}

/// An entry of a list.
#[derive(Clone, Debug)]
pub(crate) enum Listed {
    /// An object: the index of its block, and its range in the block.
    Packed(usize, Range<usize>),
    /// Something else.
    Other(ValueKind),
}

/// The entries of a list.
#[derive(Debug, Default)]
pub(crate) struct PackedEntries {
    /// Packed entries one behind the other. Blocks never grow, since that would copy them.
    pub(crate) blocks: Vec<String>,
    pub(crate) list: Vec<Listed>,
    /// The JSON of providers, each once: most feeds have few.
    pub(crate) shared: Interner,
    /// The entry that is being packed, and its keys and values in the document.
    entry: String,
    members: Vec<(Range<usize>, Range<usize>, bool)>,
}

impl PackedEntries {
    /// Scans the next entry, inside of `depth` values.
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
                self.members.clear();
                let members = &mut self.members;
                scanner.object(depth, &mut |key, value, has_unkept| {
                    members.push((key, value, has_unkept));
                })?;
                self.write(scanner, start, mapping);
                self.close();
            }
            first => {
                scanner.value(depth)?;
                self.list.push(Listed::Other(ValueKind::of_first_byte(
                    first.unwrap_or_default(),
                )));
            }
        }
        Ok(())
    }

    /// Packs the entry that starts at a position and was scanned.
    fn write(&mut self, scanner: &Scanner<'_>, start: usize, mapping: &Mapping) {
        self.entry.clear();
        // All at once, which is far faster.
        let whole = str::from_utf8(scanner.bytes(start..scanner.position)).ok();
        let part = |place: &Range<usize>| match whole {
            Some(whole) => {
                let place = place.start.wrapping_sub(start)..place.end.wrapping_sub(start);
                Cow::Borrowed(whole.get(place).unwrap_or_default())
            }
            None => decode(scanner.bytes(place.clone())),
        };
        for (key, value, has_unkept) in &self.members {
            let (key, value) = (part(key), part(value));
            let shared = &mut self.shared;
            put(&mut self.entry, shared, &key, &value, *has_unkept, mapping);
        }
    }

    /// Adds a field to the current entry.
    pub(crate) fn field(&mut self, key: &str, json: &str, mapping: &Mapping) {
        put(&mut self.entry, &mut self.shared, key, json, true, mapping);
    }

    /// Ends the current entry.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn close(&mut self) {
        let length = self.entry.len();
        let room = self.blocks.last().map(|it| it.capacity() - it.len());
        if room.is_none_or(|room| room < length) {
            let before = self.blocks.last().map_or(0, String::capacity);
            let capacity = (before * 2).clamp(FIRST_BLOCK, BLOCK).max(length);
            self.blocks.push(String::with_capacity(capacity));
        }
        let block = self.blocks.len() - 1;
        if let Some(last) = self.blocks.last_mut() {
            let start = last.len();
            last.push_str(&self.entry);
            let place = start..last.len();
            self.list.push(Listed::Packed(block, place));
        }
    }
}

/// Packs a field if it is read. The key is the inside of a JSON string.
#[cfg_attr(small_module, optimize(speed))]
fn put(
    packed: &mut String,
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
            let is_room = || shared.len() < MAX_SHARED;
            if known.is_some() || is_room() {
                packed.push(char::from(SHARED));
                let symbol = known.unwrap_or_else(|| shared.intern(json));
                return push_number(packed, symbol as usize);
            }
        }
        packed.push(char::from(field as u8));
    } else if mapping.reads(&key) {
        packed.push(char::from(FOREIGN));
        push_text(packed, &key);
    } else {
        return;
    }
    if has_unkept && json.starts_with(['[', '{']) {
        let mut kept = String::new();
        let without = mapping.unkept_below(&key);
        Parser::new(json).value().write(&mut kept, &without);
        return push_text(packed, &kept);
    }
    push_text(packed, json);
}

/// Calls `each` with the fields of a packed entry and their JSON.
#[cfg_attr(small_module, optimize(speed))]
pub(crate) fn each_field<'p>(
    packed: &'p str,
    shared: &'p Interner,
    each: &mut dyn FnMut(Key<'p>, &'p str),
) {
    let mut rest = packed;
    while let Some(tag) = rest.bytes().next() {
        rest = rest.get(1..).unwrap_or_default();
        let key = match tag {
            SHARED => {
                let symbol = take_number(&mut rest) as u32;
                each(Key::Own(Field::Provider), shared.resolve(symbol));
                continue;
            }
            tag => match Field::ALL.get(usize::from(tag)) {
                Some(field) => Key::Own(*field),
                None => Key::Foreign(take_text(&mut rest)),
            },
        };
        each(key, take_text(&mut rest));
    }
}
