//! Compares the tables with those computed from reference crates; `UPDATE_TABLES=1 cargo test`
//! rewrites them.

use std::path::Path;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::super::class::{CLASSES, Class, Kind, TABLE, class, class_and_range, is_pictograph};
use super::super::fold::{self, BLOCKS, LETTERS};
use super::oracle;

/// All characters, without the planes that are nearly unassigned.
fn characters() -> impl Iterator<Item = char> {
    ('\0'..='\u{3FFFF}')
        .chain('\u{E0000}'..='\u{E0FFF}')
        .chain('\u{F0000}'..='\u{F000F}')
}

/// Derives the kind of a character from the word boundaries around it.
fn kind(c: char) -> Kind {
    let joined = |before: &str, after: &str| oracle::is_joined(&format!("{before}{c}{after}"));
    if matches!(c, '\n' | '\r') || !joined("", "\u{301}") {
        return Kind::Newline;
    }
    if oracle::is_mark(c) {
        let is_joiner = joined("☃", "☃");
        return if is_joiner { Kind::Joiner } else { Kind::Mark };
    }
    if oracle::is_run(c) {
        return Kind::Run;
    }
    if joined("a", "") && joined("", "a") {
        return match () {
            () if joined("", "\"א") => Kind::HebrewLetter,
            () if joined("", ":a") => Kind::Letter,
            () if joined("", ",1") => Kind::Number,
            () => Kind::Joining,
        };
    }
    match (joined("a", "a"), joined("1", "1")) {
        (true, true) if joined("א", "") => Kind::SingleQuote,
        (true, true) => Kind::MidEither,
        (true, false) => Kind::MidLetter,
        (false, true) => Kind::MidNumber,
        (false, false) if joined("א", "א") => Kind::DoubleQuote,
        (false, false) if joined("🇩", "") => Kind::Regional,
        (false, false) => Kind::Other,
    }
}

fn is_unassigned(c: char) -> bool {
    oracle::has(r"\p{Unassigned}", c)
}

fn write_or_compare(name: &str, made: &[u8], known: &[u8]) {
    if std::env::var_os("UPDATE_TABLES").is_some() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/search/text");
        std::fs::write(folder.join(name), made).unwrap();
    } else {
        assert!(made == known, "UPDATE_TABLES=1 cargo test rewrites {name}");
    }
}

/// Returns the number of a character's class in the table, which has symbols in place of the
/// characters that are matched by code.
fn in_table(c: char) -> usize {
    let is_word = c.is_alphanumeric();
    let kind = kind(c);
    let known = |known: &Class| known.kind == kind && known.is_word == is_word;
    CLASSES.iter().position(known).unwrap_or(0)
}

#[test]
fn table_of_classes() {
    // `None` for any class.
    let mut classes: Vec<(u32, Option<usize>)> = Vec::new();
    for c in characters() {
        let class = Some(in_table(c)).filter(|class| *class > 0 || !is_unassigned(c));
        classes.push((u32::from(c), class));
    }
    let mut ranges: Vec<(u32, usize)> = Vec::new();
    let mut gap = 0;
    for (code, class) in classes {
        let Some(class) = class else { continue };
        if ranges.last().is_none_or(|(_, last)| *last != class) {
            // Unassigned characters between two classes are symbols rather than letters.
            ranges.push((if class == 0 { gap } else { code }, class));
        }
        gap = code + 1;
    }
    let mut bytes = Vec::new();
    let mut number = |mut value: u32| {
        while value > 0x7F {
            bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        bytes.push(value as u8);
    };
    let ends = ranges.iter().skip(1).map(|(start, _)| *start);
    for ((start, class), end) in ranges.iter().zip(ends.chain([0x11_0000])) {
        let (class, length) = (*class as u32, end - start - 1);
        if class < 7 {
            number(length << 3 | class);
        } else {
            number((class - 7) << 3 | 7);
            number(length);
        }
    }
    write_or_compare("classes.bin", &bytes, TABLE);
}

#[test]
fn classes_agree_with_the_rules() {
    for c in characters() {
        let expected = Class {
            kind: kind(c),
            is_word: c.is_alphanumeric(),
        };
        let is_symbol = expected.kind == Kind::Other && !expected.is_word;
        if !(is_symbol && is_unassigned(c)) {
            assert_eq!(class(c), expected, "{c:?} U+{:04X}", u32::from(c));
        }
    }
}

#[test]
fn ranges_are_of_one_class() {
    let mut last = class_and_range('\0');
    for c in characters() {
        let found = class_and_range(c);
        assert!(found.0.contains(&u32::from(c)));
        if last.0.contains(&u32::from(c)) {
            assert_eq!(found, last, "{c:?} U+{:04X}", u32::from(c));
        }
        last = found;
    }
}

#[test]
fn pictographs_are_those_that_are_joined() {
    for c in characters().filter(|c| !is_unassigned(*c)) {
        let is_joined = oracle::is_joined(&format!("☃\u{200D}{c}"));
        let class = class(c);
        if class.is_word && !class.is_mark() {
            assert_eq!(is_pictograph(c), is_joined, "{c:?} U+{:04X}", u32::from(c));
        } else if is_joined && !class.is_mark() {
            assert!(is_pictograph(c), "{c:?} U+{:04X}", u32::from(c));
        }
    }
}

#[test]
fn table_of_letters() {
    let mut table = String::new();
    for (first, last) in BLOCKS {
        for code in first..=last {
            let c = char::from_u32(code).unwrap();
            let folded = oracle::fold(c.encode_utf8(&mut [0; 4]));
            let mut letters = folded.chars();
            table.push(match (letters.next(), letters.next()) {
                (Some(one), None) => match u32::from(one).checked_sub(code) {
                    Some(0) => '.',
                    Some(1) => '+',
                    Some(32) => '>',
                    _ => one,
                },
                _ => '?',
            });
        }
        table.push('\n');
    }
    write_or_compare("letters.txt", table.as_bytes(), LETTERS.as_bytes());
}

#[test]
fn unchanged_characters_fold_to_themselves() {
    for c in characters() {
        let text = c.to_string();
        let is_starter = canonical_combining_class(c) == 0;
        if fold::is_unchanged(c) {
            let folded = oracle::fold(&text);
            assert!(is_starter, "{c:?} U+{:04X}", u32::from(c));
            let is_voiced = text
                .nfkd()
                .nth(1)
                .is_some_and(|mark| matches!(mark, '\u{3099}' | '\u{309A}'));
            assert!(is_voiced || folded == text, "{c:?} U+{:04X}", u32::from(c));
        }
        if fold::is_known_mark(c) {
            assert_eq!(oracle::fold(&text), text);
        }
        assert!(
            is_unassigned(c) || fold::is_dropped_mark(c) == oracle::is_dropped_mark(c),
            "{c:?} U+{:04X}",
            u32::from(c)
        );
        assert_eq!(
            fold::is_ignorable(c),
            oracle::has(r"\p{Default_Ignorable_Code_Point}", c),
            "{c:?} U+{:04X}",
            u32::from(c)
        );
    }
}
