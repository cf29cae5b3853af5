//! Folding: NFKD, accents and vowel points removed, case folded.

use std::sync::OnceLock;

use crate::search::locale::Locale;

/// What each character of [`BLOCKS`] folds to: `.` itself, `+` the next one, `>` the one 32 code
/// points later, `?` more than one. Written by a test (`UPDATE_TABLES=1`).
pub(super) const LETTERS: &str = include_str!("letters.txt");

/// The first and last characters of the table's blocks: Latin, Greek and Cyrillic.
pub(super) const BLOCKS: [(u32, u32); 4] = [
    (0xA0, 0x24F),
    (0x370, 0x52F),
    (0x1C80, 0x1C8A),
    (0x1E00, 0x1FFF),
];

/// Replaces the contents of `folded` by the folded word.
#[cfg_attr(small_module, optimize(speed))]
pub(in crate::search) fn fold(word: &str, locale: &dyn Locale, folded: &mut String) {
    folded.clear();
    if word.is_ascii() {
        // For so few bytes, a browser is faster at this than at copying memory.
        folded.extend(
            word.bytes()
                .map(|byte| char::from(byte.to_ascii_lowercase())),
        );
    } else if !fold_known(word, folded) {
        let clean: String = word.chars().filter(|c| !is_ignorable(*c)).collect();
        folded.clear();
        finish(&locale.decompose(&clean), folded);
    }
}

/// Folds a word by the tables. Returns `false` if they do not cover all its characters.
fn fold_known(word: &str, folded: &mut String) -> bool {
    // Normalization may have to reorder neighboring marks.
    let mut is_after_mark = false;
    for c in word.chars() {
        let is_mark = is_known_mark(c);
        if is_mark && is_after_mark {
            return false;
        }
        if fold_letter(c, folded) || push_syllable(c, folded) {
            is_after_mark = false;
        } else if push_voiced(c, folded) {
            is_after_mark = true;
        } else if is_mark || is_unchanged(c) {
            folded.push(c);
            is_after_mark = is_mark;
        } else if !is_ignorable(c) && !is_dropped_mark(c) {
            return false;
        }
    }
    true
}

/// Finishes a word that the locale has decomposed and lowercased.
fn finish(decomposed: &str, folded: &mut String) {
    for c in decomposed.chars().filter(|c| !is_dropped_mark(*c)) {
        if !fold_letter(c, folded) {
            // Cherokee folds to capitals, which Unicode had first.
            let code = match c as u32 {
                code @ 0xAB70..=0xABBF => code - 0xAB70 + 0x13A0,
                code @ 0x13F8..=0x13FD => code - 8,
                code => code,
            };
            folded.push(char::from_u32(code).unwrap_or(c));
        }
    }
}

/// Appends a folded letter of Latin, Greek or Cyrillic, or an Arabic one with hamza, madda or wasla.
/// Returns `false` for other characters.
fn fold_letter(c: char, folded: &mut String) -> bool {
    let one = match c {
        '\0'..='\x7F' => c.to_ascii_lowercase(),
        '’' => '\'',
        '\u{622}' | '\u{623}' | '\u{625}' | '\u{671}'..='\u{673}' => '\u{627}',
        '\u{624}' => '\u{648}',
        '\u{626}' => '\u{64A}',
        _ => match from_table(c) {
            Some('.') => c,
            Some('+') => moved(c, 1),
            Some('>') => moved(c, 32),
            Some('?') => {
                let pair = match c {
                    'ß' | 'ẞ' => "ss",
                    'æ' | 'Æ' => "ae",
                    'œ' | 'Œ' => "oe",
                    'þ' | 'Þ' => "th",
                    _ => return false,
                };
                folded.push_str(pair);
                return true;
            }
            Some(other) => other,
            None => return false,
        },
    };
    folded.push(one);
    true
}

fn moved(c: char, distance: u32) -> char {
    char::from_u32(u32::from(c) + distance).unwrap_or(c)
}

fn from_table(c: char) -> Option<char> {
    static TABLE: OnceLock<Vec<char>> = OnceLock::new();
    let code = u32::from(c);
    let mut before = 0;
    for (first, last) in BLOCKS {
        if (first..=last).contains(&code) {
            let table = TABLE.get_or_init(|| LETTERS.chars().filter(|c| *c != '\n').collect());
            return table.get((before + code - first) as usize).copied();
        }
        before += last - first + 1;
    }
    None
}

/// Appends a decomposed syllable of Hangul. Returns `false` for other characters.
fn push_syllable(c: char, folded: &mut String) -> bool {
    let Some(index) = u32::from(c)
        .checked_sub(0xAC00)
        .filter(|index| *index < 11_172)
    else {
        return false;
    };
    let last = index % 28;
    let parts = [
        0x1100 + index / 588,
        0x1161 + index % 588 / 28,
        0x11A7 + last,
    ];
    let count = if last == 0 { 2 } else { 3 };
    folded.extend(parts.into_iter().take(count).filter_map(char::from_u32));
    true
}

/// Appends decomposed kana with a voicing mark. Returns `false` for other characters.
fn push_voiced(c: char, folded: &mut String) -> bool {
    let code = u32::from(c);
    // Hiragana and katakana have the same order.
    let place = match code {
        0x3041..=0x309F => code - 0x3040,
        0x30A1..=0x30FF => code - 0x30A0,
        _ => return false,
    };
    let (distance, mark) = match place {
        0x0C..=0x22 if place % 2 == 0 => (1, '\u{3099}'),
        0x25 | 0x27 | 0x29 | 0x5E => (1, '\u{3099}'),
        0x30..=0x3D if place % 3 == 0 => (1, '\u{3099}'),
        0x30..=0x3D if place % 3 == 1 => (2, '\u{309A}'),
        0x54 => (0x0E, '\u{3099}'),
        _ => return false,
    };
    folded.extend(char::from_u32(code - distance));
    folded.push(mark);
    true
}

/// Returns whether a character folds to itself and is not a mark: the frequent ones of scripts without
/// case, so that most words in them need no normalization by the locale.
pub(super) fn is_unchanged(c: char) -> bool {
    matches!(c as u32,
        // Phonetic letters, Armenian, Hebrew.
        0x250..=0x2AF | 0x561..=0x586 | 0x5D0..=0x5EA
        // Arabic.
        | 0x621 | 0x627..=0x64A | 0x660..=0x669 | 0x674 | 0x679..=0x6BF | 0x6C3..=0x6D2
        // Devanagari.
        | 0x902..=0x928 | 0x92A..=0x930 | 0x932..=0x933 | 0x935..=0x939 | 0x93D..=0x94C
        | 0x966..=0x96F
        // Thai.
        | 0xE01..=0xE32 | 0xE34..=0xE37 | 0xE40..=0xE47 | 0xE4C..=0xE4E | 0xE50..=0xE59
        // Kana without voicing marks, and Han.
        | 0x3005..=0x3007 | 0x3041..=0x3093 | 0x309D | 0x30A1..=0x30F3 | 0x30FC..=0x30FD
        | 0x4E00..=0x9FFF)
}

/// Returns whether a character is a combining mark that folds to itself unless another mark is next
/// to it.
pub(super) fn is_known_mark(c: char) -> bool {
    matches!(c as u32,
        0x93C | 0x94D | 0xE38..=0xE3A | 0xE48..=0xE4B | 0x3099..=0x309A)
}

/// Returns whether a character is a combining mark of Latin, Greek, Cyrillic, Hebrew or Arabic, which
/// are removed.
pub(super) fn is_dropped_mark(c: char) -> bool {
    matches!(c as u32,
        0x300..=0x36F | 0x483..=0x489 | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF
        | 0x2DE0..=0x2DFF | 0xA66F..=0xA672 | 0xA674..=0xA67D | 0xA69E..=0xA69F | 0xFE20..=0xFE2F
        // Hebrew.
        | 0x591..=0x5BD | 0x5BF | 0x5C1..=0x5C2 | 0x5C4..=0x5C5 | 0x5C7 | 0xFB1E
        // Arabic.
        | 0x610..=0x61A | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6DC | 0x6DF..=0x6E4 | 0x6E7..=0x6E8
        | 0x6EA..=0x6ED | 0x897..=0x89F | 0x8CA..=0x8E1 | 0x8E3..=0x8FF)
}

/// Returns whether a character has the property `Default_Ignorable_Code_Point`.
pub(super) fn is_ignorable(c: char) -> bool {
    matches!(c as u32,
        0xAD | 0x34F | 0x61C | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F
        | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF
        | 0xFFA0 | 0xFFF0..=0xFFF8 | 0x1BCA0..=0x1BCA3 | 0x1D173..=0x1D17A | 0xE0000..=0xE0FFF)
}
