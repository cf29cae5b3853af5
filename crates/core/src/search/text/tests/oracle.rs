//! The words of a text by reference crates, an independent implementation of the same rules.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock};

use regex_syntax::hir::{Class, HirKind};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// Returns whether a text has no word boundary inside.
pub(in crate::search) fn is_joined(text: &str) -> bool {
    text.split_word_bounds().count() == 1
}

/// Returns whether a character matches a class of regular expressions.
pub(in crate::search) fn has(pattern: &'static str, c: char) -> bool {
    type Ranges = Vec<(char, char)>;
    static KNOWN: OnceLock<Mutex<HashMap<&str, Ranges>>> = OnceLock::new();
    let mut known = KNOWN.get_or_init(Mutex::default).lock().unwrap();
    let ranges = known.entry(pattern).or_insert_with(|| {
        match regex_syntax::parse(pattern).unwrap().into_kind() {
            HirKind::Class(Class::Unicode(class)) => {
                class.iter().map(|it| (it.start(), it.end())).collect()
            }
            other => panic!("{pattern}: {other:?}"),
        }
    });
    let after = ranges.partition_point(|(start, _)| *start <= c);
    after > 0 && c <= ranges[after - 1].1
}

/// Returns whether a character attaches to the one before it.
pub(in crate::search) fn is_mark(c: char) -> bool {
    is_joined(&format!("☃{c}"))
}

/// Returns whether a character joins two letters or digits, but does not belong to a word's end.
pub(in crate::search) fn is_within_words(c: char) -> bool {
    ["a", "1", "א"].iter().any(|letter| {
        is_joined(&format!("{letter}{c}{letter}")) && !is_joined(&format!("{letter}{c}"))
    })
}

/// Returns whether a character is of a script without spaces.
pub(in crate::search) fn is_run(c: char) -> bool {
    let script = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]";
    // Shared by both kana, or by them and Han.
    let shared = "ーｰ〱〲〳〴〵〆〼";
    // The Katakana class of UAX #29 has more characters than the script.
    let is_katakana = is_joined(&format!("{c}カ"))
        && is_joined(&format!("カ{c}"))
        && !is_joined(&format!("{c}a"));
    !is_mark(c) && (has(script, c) && c.is_alphanumeric() || shared.contains(c) || is_katakana)
}

/// Returns the words of a text: folded, whether they are runs, and their byte ranges.
pub(in crate::search) fn words(text: &str) -> Vec<(String, bool, std::ops::Range<usize>)> {
    let mut pieces: Vec<(bool, String)> = Vec::new();
    for c in text.chars() {
        match pieces.last_mut() {
            Some((is_run_piece, piece)) if is_mark(c) || *is_run_piece == is_run(c) => {
                piece.push(c);
            }
            _ => pieces.push((!is_mark(c) && is_run(c), c.to_string())),
        }
    }
    let mut words = Vec::new();
    let mut at = 0;
    for (is_run, piece) in &pieces {
        let segments: Vec<&str> = match is_run {
            true => vec![piece],
            false => piece.split_word_bounds().collect(),
        };
        for segment in segments {
            at += segment.len();
            let word = segment.trim_start();
            let folded = fold(word);
            if segment.contains(char::is_alphanumeric) && !folded.is_empty() {
                words.push((folded, *is_run, at - word.len()..at));
            }
        }
    }
    for (folded, is_run, range) in &mut words {
        let mut after = text[range.end..].chars().peekable();
        let signs = std::iter::from_fn(|| {
            let sign = match after.next()? {
                '+' => '\t',
                '#' => '\u{1}',
                _ => return None,
            };
            Some(sign).filter(|_| !after.peek().is_some_and(|c| is_mark(*c)))
        });
        if !*is_run {
            let signs: String = signs.collect();
            range.end += signs.len();
            folded.push_str(&signs);
        }
    }
    words
}

pub(in crate::search) fn fold(word: &str) -> String {
    word.chars()
        .filter(|c| !has(r"\p{Default_Ignorable_Code_Point}", *c))
        .nfkd()
        .filter(|c| !is_dropped_mark(*c))
        .flat_map(case_folded)
        .map(|c| match c {
            '’' => "'".into(),
            'ł' => "l".into(),
            'ø' => "o".into(),
            'đ' => "d".into(),
            'ı' => "i".into(),
            'æ' => "ae".into(),
            'œ' => "oe".into(),
            'þ' => "th".into(),
            '\u{671}'..='\u{673}' => "\u{627}".into(),
            other => other.to_string(),
        })
        .collect()
}

pub(in crate::search) fn is_dropped_mark(c: char) -> bool {
    let blocks = [
        // Hebrew, Arabic.
        0x590..0x600,
        0x600..0x700,
        0x870..0x900,
        0xFB1D..0xFB50,
        // Latin, Greek, Cyrillic.
        0x300..0x370,
        0x483..0x48A,
        0x1AB0..0x1B00,
        0x1DC0..0x1E00,
        0x20D0..0x2100,
        0x2DE0..0x2E00,
        0xA66F..0xA6A0,
        0xFE20..0xFE30,
    ];
    is_combining_mark(c) && blocks.iter().any(|block| block.contains(&u32::from(c)))
}

/// Full case folding of a character in NFKD: characters with the same capital are the same.
/// Cherokee folds to capitals, since its small letters came later.
fn case_folded(c: char) -> Vec<char> {
    match c {
        'ı' => vec![c],
        '\u{13A0}'..='\u{13FF}' | '\u{AB70}'..='\u{ABBF}' => c.to_uppercase().collect(),
        _ => {
            let small = c.to_lowercase();
            let capital = small.flat_map(char::to_uppercase);
            capital.flat_map(char::to_lowercase).collect()
        }
    }
}
