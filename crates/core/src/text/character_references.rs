//! HTML's character references: `&amp;`, `&#8217;`, `&notin;`.
//!
//! `character_references.txt` lists the names in the order of their code points: similar characters
//! have similar names and the steps between code points are small, so gzip packs 17 kB into 7. Each
//! line is one character: the step from the line before (1 if omitted), then its names, the longest
//! first; `!` marks a name that HTML also reads without a semicolon. A line `+n` starts a new list,
//! of the characters that are followed by U+n.
//!
//! Without the feature `character-references` only the common names are compiled in, which saves the
//! module that pages load 7 kB. A document with another name then needs [`load`].

use std::borrow::Cow;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

/// All names. Made from the `entities` crate by this file's test under `UPDATE_TABLES=1`.
#[cfg(feature = "character-references")]
static BUILT_IN: &str = include_str!("character_references.txt");

/// The names that HTML reads without a semicolon, and those of punctuation. Made like the table of all
/// names.
#[cfg(not(feature = "character-references"))]
static BUILT_IN: &str = include_str!("common_character_references.txt");

/// The table that [`load`] sets.
static LOADED: OnceLock<Index> = OnceLock::new();

/// Whether [`find_unknown`] found a name that is not compiled in.
static IS_UNKNOWN_FOUND: AtomicBool = AtomicBool::new(false);

/// The characters that references to 0x80 to 0x9F mean: those of windows-1252.
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The longest name, `CounterClockwiseContourIntegral`.
const LONGEST: usize = 31;

/// The longest name that needs no semicolon, `frac12` and others.
const LONGEST_LEGACY: usize = 6;

/// Decodes the character references of a text once, as the [tokenizer] does outside attributes.
///
/// Takes linear time, and allocates only if there is something to decode.
///
/// [tokenizer]: https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state
pub(crate) fn decode(text: &str) -> Cow<'_, str> {
    let mut decoded = String::new();
    let mut copied = 0;
    for (at, _) in text.match_indices('&') {
        if let Some(found) = text.get(at + 1..).and_then(reference) {
            decoded.push_str(text.get(copied..at).unwrap_or_default());
            decoded.push(found.first);
            decoded.extend(found.second);
            copied = at + 1 + found.length;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    decoded.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(decoded)
}

/// Returns the text of the reference `&name;`; `None` if there is no such reference.
#[cfg(feature = "xml")]
pub(crate) fn html_reference(name: &str) -> Option<String> {
    let found = reference(&[name, ";"].concat())?;
    let text = std::iter::once(found.first).chain(found.second);
    (found.length == name.len() + 1).then(|| text.collect())
}

/// Returns the character of a byte in windows-1252.
pub(crate) fn windows_1252(byte: u8) -> char {
    let mut chars = (0x80..).zip(WINDOWS_1252.chars());
    let changed = chars.find_map(|(code, char)| (code == byte).then_some(char));
    changed.unwrap_or(char::from(byte))
}

fn is_complete() -> bool {
    cfg!(feature = "character-references") || LOADED.get().is_some()
}

/// Returns whether a document was read with character references that are not compiled in: then
/// [`load_character_references`](load) decodes them, if it is called before articles are.
pub fn needs_table() -> bool {
    !is_complete() && IS_UNKNOWN_FOUND.load(Ordering::Relaxed)
}

/// Sets the table of all names, the text of `character_references.txt`. The first call counts.
pub fn load(table: &str) {
    // It is needed as long as the program runs.
    let table = Box::leak(table.to_owned().into_boxed_str());
    LOADED.get_or_init(|| Index::new(table));
}

/// Looks for names that are not compiled in, for [`needs_table`]. In JSON the `&` may be escaped.
pub(crate) fn find_unknown(json: &str) {
    if is_complete() || IS_UNKNOWN_FOUND.load(Ordering::Relaxed) || !has_ampersand(json.as_bytes())
    {
        return;
    }
    let after_backslash = |after: &str| after.strip_prefix("u0026").is_some_and(is_unknown);
    let is_found =
        json.split('&').skip(1).any(is_unknown) || json.split('\\').skip(1).any(after_backslash);
    if is_found {
        IS_UNKNOWN_FOUND.store(true, Ordering::Relaxed);
    }
}

/// Returns whether there is a `&`, or a backslash, which may escape one. Looks at eight bytes at once:
/// every text of a feed passes through here.
#[cfg_attr(small_module, optimize(speed))]
fn has_ampersand(bytes: &[u8]) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let (eights, rest) = bytes.as_chunks::<8>();
    let has = |eight: u64, byte: u8| {
        let eight = eight ^ (ONES * u64::from(byte));
        eight.wrapping_sub(ONES) & !eight & HIGH != 0
    };
    let mut eights = eights.iter().map(|eight| u64::from_le_bytes(*eight));
    eights.any(|eight| has(eight, b'&') || has(eight, b'\\'))
        || rest.iter().any(|byte| matches!(byte, b'&' | b'\\'))
}

/// Returns whether `&` followed by this text may be a reference with a name that is not compiled in.
fn is_unknown(after: &str) -> bool {
    let is_in_name = |byte: &u8| byte.is_ascii_alphanumeric();
    let name = after.bytes().take(LONGEST + 1).take_while(is_in_name);
    match after.split_at_checked(name.count()) {
        Some((name, rest)) if !name.is_empty() && rest.starts_with(';') => {
            common(name).is_none() && index().find(name).is_none()
        }
        _ => false,
    }
}

/// Returns whether `&` followed by this text is a character reference.
pub(crate) fn is_reference(after: &str) -> bool {
    reference(after).is_some()
}

struct Reference {
    first: char,
    second: Option<char>,
    /// Bytes after the `&`.
    length: usize,
}

fn reference(after: &str) -> Option<Reference> {
    match after.strip_prefix('#') {
        Some(number) => numeric(number),
        None => named(after),
    }
}

fn numeric(after: &str) -> Option<Reference> {
    let (digits, radix) = match after.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (after, 10),
    };
    let mut value = 0_u32;
    let mut rest = digits;
    while let Some((digit, others)) = digit(rest, radix) {
        value = value.saturating_mul(radix).saturating_add(digit);
        rest = others;
    }
    if rest.len() == digits.len() {
        return None;
    }
    let first = match value {
        0 => None,
        0x80..=0x9F => u8::try_from(value).ok().map(windows_1252),
        _ => char::from_u32(value),
    };
    let rest = rest.strip_prefix(';').unwrap_or(rest);
    Some(Reference {
        first: first.unwrap_or(char::REPLACEMENT_CHARACTER),
        second: None,
        length: 1 + after.len() - rest.len(),
    })
}

fn digit(text: &str, radix: u32) -> Option<(u32, &str)> {
    let mut chars = text.chars();
    let digit = chars.next()?.to_digit(radix)?;
    Some((digit, chars.as_str()))
}

fn named(after: &str) -> Option<Reference> {
    // One byte more than the longest name is enough to see that a run is too long.
    let run = after
        .bytes()
        .take(LONGEST + 1)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    let name = after.get(..run).filter(|name| !name.is_empty())?;
    if after.as_bytes().get(run) == Some(&b';') {
        let length = run + 1;
        if let Some(first) = common(name) {
            return Some(Reference {
                first,
                second: None,
                length,
            });
        }
        if let Some(&Entry { first, second, .. }) = index().find(name) {
            return Some(Reference {
                first,
                second,
                length,
            });
        }
    }
    // No name with a semicolon: the longest beginning that is a name without one.
    (2..=run.min(LONGEST_LEGACY)).rev().find_map(|length| {
        let entry = index().find(name.get(..length)?)?;
        let Entry { first, second, .. } = *entry;
        entry.legacy.then_some(Reference {
            first,
            second,
            length,
        })
    })
}

/// The most frequent names, which need no table.
fn common(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => None,
    }
}

struct Entry {
    name: &'static str,
    first: char,
    second: Option<char>,
    /// Whether it is a reference without its semicolon, too.
    legacy: bool,
    /// The entry before this one with the same hash.
    next: Option<u16>,
}

/// The table as a hash table of chained entries.
struct Index {
    entries: Vec<Entry>,
    heads: Vec<Option<u16>>,
}

const HEADS: u32 = 2048;

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    LOADED
        .get()
        .unwrap_or_else(|| INDEX.get_or_init(|| Index::new(BUILT_IN)))
}

impl Index {
    fn new(table: &'static str) -> Self {
        let mut index = Self {
            entries: Vec::new(),
            heads: vec![None; HEADS as usize],
        };
        let mut second = None;
        let mut code = 0;
        for line in table.lines() {
            if let Some(follower) = line.strip_prefix('+') {
                second = follower.parse().ok().and_then(char::from_u32);
                code = 0;
                continue;
            }
            let names = line.trim_start_matches(|char: char| char.is_ascii_digit());
            let step = line.strip_suffix(names).and_then(|step| step.parse().ok());
            code += step.unwrap_or(1);
            for name in names.split(' ') {
                let bare = name.strip_suffix('!');
                index.add(Entry {
                    name: bare.unwrap_or(name),
                    first: char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
                    second,
                    legacy: bare.is_some(),
                    next: None,
                });
            }
        }
        index
    }

    fn add(&mut self, mut entry: Entry) {
        if let Some(head) = self.heads.get_mut(hash(entry.name)) {
            entry.next = head.replace(self.entries.len() as u16);
            self.entries.push(entry);
        }
    }

    fn find(&self, name: &str) -> Option<&Entry> {
        let mut next = *self.heads.get(hash(name))?;
        while let Some(entry) = self.entries.get(usize::from(next?)) {
            if entry.name == name {
                return Some(entry);
            }
            next = entry.next;
        }
        None
    }
}

fn hash(name: &str) -> usize {
    let mixed = name.bytes().fold(0_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    // The low bits of the product are distributed badly.
    ((mixed >> 16) % HEADS) as usize
}

#[cfg(test)]
mod tests;
