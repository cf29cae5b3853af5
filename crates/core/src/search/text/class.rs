//! Classes of characters for word boundaries: the property `Word_Break` of UAX #29, as far as its
//! rules distinguish the values, letters and numbers, and scripts without spaces.

use std::ops::Range;
use std::sync::OnceLock;

/// The kind of a character, mostly a value of `Word_Break`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Everything else: punctuation, symbols, ideographs of scripts without a rule.
    Other,
    Letter,
    HebrewLetter,
    Number,
    /// Joins letters and numbers, such as `_`.
    Joining,
    /// A letter, number or sign of a script without spaces.
    Run,
    /// Attaches to the character before it.
    Mark,
    /// Attaches to the character before it, and joins a pictograph after it.
    Joiner,
    /// Joins two letters: `:`.
    MidLetter,
    /// Joins two numbers: `,`.
    MidNumber,
    /// Joins either: `.`.
    MidEither,
    SingleQuote,
    DoubleQuote,
    /// A regional indicator, half of a flag.
    Regional,
    Newline,
}

/// The class of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Class {
    pub(super) kind: Kind,
    /// Whether it is a letter or a number, which make a segment a word.
    pub(super) is_word: bool,
}

impl Class {
    const fn new(kind: Kind, is_word: bool) -> Self {
        Self { kind, is_word }
    }

    pub(super) fn is_mark(self) -> bool {
        matches!(self.kind, Kind::Mark | Kind::Joiner)
    }
}

/// The classes in the table by their numbers, frequent ones first.
pub(super) const CLASSES: [Class; 12] = [
    Class::new(Kind::Other, false),
    Class::new(Kind::Letter, true),
    Class::new(Kind::Mark, true),
    Class::new(Kind::Mark, false),
    Class::new(Kind::Other, true),
    Class::new(Kind::Run, true),
    Class::new(Kind::Number, true),
    Class::new(Kind::Letter, false),
    Class::new(Kind::Joining, false),
    Class::new(Kind::Number, false),
    Class::new(Kind::HebrewLetter, true),
    Class::new(Kind::Run, false),
];

/// The classes of consecutive ranges of characters from U+0000 on, in LEB128: each number has the
/// class in its lowest three bits and the length minus one in the others. If those bits are 7, the
/// others are the class minus 7, and the next number is the length minus one. Unassigned characters
/// have the class of a neighbor. Written by a test (`UPDATE_TABLES=1`).
pub(super) const TABLE: &[u8] = include_bytes!("classes.bin");

/// Returns the ascending starts of ranges, with the class in the lowest four bits.
fn ranges() -> &'static [u32] {
    static RANGES: OnceLock<Vec<u32>> = OnceLock::new();
    RANGES.get_or_init(|| {
        let mut ranges = Vec::new();
        let mut bytes = TABLE.iter();
        let mut number = || {
            let (mut value, mut shift) = (0, 0);
            for byte in bytes.by_ref() {
                value |= u32::from(byte & 0x7F) << shift;
                shift += 7;
                if byte & 0x80 == 0 {
                    return Some(value);
                }
            }
            None
        };
        let mut start = 0;
        while let Some(value) = number() {
            let (mut class, mut length) = (value & 7, (value >> 3) + 1);
            if class == 7 {
                class += value >> 3;
                length = number().unwrap_or_default() + 1;
            }
            ranges.push(start << 4 | class);
            start += length;
        }
        ranges
    })
}

/// Returns the class of a character.
#[inline(never)]
pub(super) fn class(c: char) -> Class {
    class_and_range(c).1
}

/// Returns the class of a character, and a range of characters around it that share it.
pub(super) fn class_and_range(c: char) -> (Range<u32>, Class) {
    let code = u32::from(c);
    let one = |kind| (code..code + 1, Class::new(kind, false));
    match c {
        '\'' => one(Kind::SingleQuote),
        '"' => one(Kind::DoubleQuote),
        '.' | '‘' | '’' | '\u{2024}' | '\u{FE52}' | '\u{FF07}' | '\u{FF0E}' => {
            one(Kind::MidEither)
        }
        ':' | '·' | '\u{387}' | '\u{55F}' | '\u{5F4}' | '\u{2027}' | '\u{FE13}' | '\u{FE55}'
        | '\u{FF1A}' => one(Kind::MidLetter),
        ',' | ';' | '\u{37E}' | '\u{589}' | '\u{60C}' | '\u{60D}' | '\u{66C}' | '\u{7F8}'
        | '\u{2044}' | '\u{FE50}' | '\u{FE54}' | '\u{FF0C}' | '\u{FF1B}' => one(Kind::MidNumber),
        '\n' | '\u{B}' | '\u{C}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => one(Kind::Newline),
        '\u{200D}' => one(Kind::Joiner),
        '\u{1F1E6}'..='\u{1F1FF}' => one(Kind::Regional),
        _ => from_table(code),
    }
}

fn from_table(code: u32) -> (Range<u32>, Class) {
    let ranges = ranges();
    let after = ranges.partition_point(|range| range >> 4 <= code);
    let range = after.checked_sub(1).and_then(|at| ranges.get(at));
    let range = range.copied().unwrap_or_default();
    let class = CLASSES.get(range as usize & 15).copied();
    let class = class.unwrap_or(Class::new(Kind::Other, false));
    // The characters that `class_and_range` matches itself lie between symbols, never letters.
    let (start, end) = match class.is_word {
        true => (
            range >> 4,
            ranges.get(after).map_or(code + 1, |next| next >> 4),
        ),
        false => (code, code + 1),
    };
    (start..end, class)
}

/// Returns whether a character is a pictograph, which is joined by a joiner before it. Contains
/// whole blocks of symbols, since joiners precede no other symbols.
pub(super) fn is_pictograph(c: char) -> bool {
    matches!(c as u32,
        0xA9 | 0xAE | 0x203C | 0x2049 | 0x2122 | 0x2139 | 0x2190..=0x21FF | 0x2300..=0x23FF
        | 0x24C2 | 0x25A0..=0x2775 | 0x2794..=0x27BF | 0x2934..=0x2935 | 0x2B00..=0x2BFF | 0x3030
        | 0x303D | 0x3297 | 0x3299 | 0x1F000..=0x1F0FF | 0x1F10D..=0x1F10F | 0x1F12F
        | 0x1F16C..=0x1F171 | 0x1F17E..=0x1F17F | 0x1F18E | 0x1F191..=0x1F19A | 0x1F1AE..=0x1F1E5
        | 0x1F200..=0x1FAFF)
}
