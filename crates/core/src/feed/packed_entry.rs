//! The entries of a document, packed: of each entry the JSON of the fields that are read, as it was
//! written. A tag and a length precede the JSON of each field, so that fields are skipped without being
//! parsed. Packed entries take less memory than the document, and are decoded when they are needed.

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
use crate::text::find_unknown;

/// The capacity of a block of packed entries, in bytes. The first block has the smaller one, and each
/// further block twice that of the one before, up to the larger one.
const MAX_BLOCK: usize = 1 << 20;
const MIN_BLOCK: usize = 1 << 14;

/// The tag of a key that is not the name of a [`Field`].
const FOREIGN: u8 = 0x7F;

/// The tag of a provider in `shared`: its symbol follows.
const SHARED: u8 = 0x7E;

/// How many providers are shared at most. The others are stored in their entries.
const MAX_SHARED: usize = 1 << 12;

/// The key of a packed value.
pub(crate) enum Key<'p> {
    Field(Field),
    /// Another key, which a mapping reads.
    Foreign(&'p str),
}

/// One entry of a list.
#[derive(Clone, Debug)]
pub(crate) enum PackedEntry {
    /// An object, packed: the index of its block, and its range in the block.
    Object(usize, Range<usize>),
    /// A value of another type.
    Other(ValueKind),
}

impl PackedEntry {
    /// Returns whether it is an object.
    pub(crate) fn is_object(&self) -> bool {
        matches!(self, Self::Object(..))
    }
}

/// All entries of a list.
#[derive(Debug, Default)]
pub(crate) struct PackedEntries {
    /// Packed entries, one after another. A block never grows beyond its capacity, since that would
    /// copy it.
    pub(crate) blocks: Vec<String>,
    pub(crate) list: Vec<PackedEntry>,
    /// The JSON of providers, each once: most feeds have few.
    pub(crate) shared: Interner,
    /// The entry that is being packed.
    entry: String,
    /// Its keys and values in the document, and whether a value contains a discarded key.
    members: Vec<(Range<usize>, Range<usize>, bool)>,
}

impl PackedEntries {
    /// Scans the next entry, inside of `depth` values, and packs it.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn read(
        &mut self,
        scanner: &mut Scanner<'_>,
        depth: usize,
        mapping: &Mapping,
    ) -> Scan {
        match scanner.peek_token() {
            Some(b'{') => {
                let start = scanner.position;
                self.members.clear();
                let members = &mut self.members;
                scanner.object(depth, &mut |key, value, has_discarded| {
                    members.push((key, value, has_discarded));
                })?;
                self.pack(scanner, start, mapping);
                self.end_entry();
            }
            first => {
                scanner.value(depth)?;
                self.list.push(PackedEntry::Other(ValueKind::of_first_byte(
                    first.unwrap_or_default(),
                )));
            }
        }
        Ok(())
    }

    /// Packs the scanned entry that starts at a position.
    fn pack(&mut self, scanner: &Scanner<'_>, start: usize, mapping: &Mapping) {
        self.entry.clear();
        // Decoding the whole entry at once is far faster than each of its values.
        let whole = str::from_utf8(scanner.bytes(start..scanner.position)).ok();
        let text = |range: &Range<usize>| match whole {
            Some(whole) => {
                let range = range.start.wrapping_sub(start)..range.end.wrapping_sub(start);
                Cow::Borrowed(whole.get(range).unwrap_or_default())
            }
            None => decode(scanner.bytes(range.clone())),
        };
        for (key, value, has_discarded) in &self.members {
            let (key, value) = (text(key), text(value));
            let shared = &mut self.shared;
            pack_field(
                &mut self.entry,
                shared,
                &key,
                &value,
                *has_discarded,
                mapping,
            );
        }
    }

    /// Adds a field to the current entry, if it is read.
    pub(crate) fn add_field(&mut self, key: &str, json: &str, mapping: &Mapping) {
        pack_field(&mut self.entry, &mut self.shared, key, json, true, mapping);
    }

    /// Ends the current entry.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn end_entry(&mut self) {
        let length = self.entry.len();
        let room = self.blocks.last().map(|it| it.capacity() - it.len());
        if room.is_none_or(|room| room < length) {
            let before = self.blocks.last().map_or(0, String::capacity);
            let capacity = (before * 2).clamp(MIN_BLOCK, MAX_BLOCK).max(length);
            self.blocks.push(String::with_capacity(capacity));
        }
        let block = self.blocks.len() - 1;
        if let Some(last) = self.blocks.last_mut() {
            let start = last.len();
            last.push_str(&self.entry);
            self.list
                .push(PackedEntry::Object(block, start..last.len()));
        }
    }
}

/// Packs a field if it is read. The key is what is between the quotes of a JSON string.
#[cfg_attr(small_module, optimize(speed))]
fn pack_field(
    packed: &mut String,
    shared: &mut Interner,
    key: &str,
    json: &str,
    has_discarded: bool,
    mapping: &Mapping,
) {
    let key = unescape(key);
    if let Some(field) = Field::named(&key) {
        if field == Field::Provider && !has_discarded {
            let known = shared.get(json);
            if known.is_some() || shared.len() < MAX_SHARED {
                packed.push(char::from(SHARED));
                let symbol = known.unwrap_or_else(|| {
                    find_unknown(json);
                    shared.intern(json)
                });
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
    find_unknown(json);
    if has_discarded && json.starts_with(['[', '{']) {
        let mut rest = String::new();
        let discarded = mapping.discarded_below(&key);
        Parser::new(json).value().write(&mut rest, &discarded);
        return push_text(packed, &rest);
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
                each(Key::Field(Field::Provider), shared.resolve(symbol));
                continue;
            }
            tag => match Field::ALL.get(usize::from(tag)) {
                Some(field) => Key::Field(*field),
                None => Key::Foreign(take_text(&mut rest)),
            },
        };
        each(key, take_text(&mut rest));
    }
}
