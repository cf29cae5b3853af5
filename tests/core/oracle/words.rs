//! Splits a text into folded words.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Folded.
    pub text: String,
    /// The `+` and `#` right after it.
    pub signs: String,
    /// Whether it is a run of a script without spaces.
    pub is_run: bool,
    /// Whether a hyphen connects it to the word before; neither is a run.
    pub after_hyphen: bool,
}

impl Word {
    /// Returns the texts that the word is found by: from the start of each of its parts to its end.
    pub fn parts(&self) -> Vec<&str> {
        let mut parts = vec![self.text.as_str()];
        for (at, c) in self.text.char_indices() {
            let after = &self.text[at + c.len_utf8()..];
            if is_separator(c) && after.starts_with(|next| !is_separator(next)) {
                parts.push(after);
            }
        }
        if let Some(version) = self.text.strip_prefix('v')
            && version.starts_with(|first: char| first.is_ascii_digit())
            && version.contains('.')
        {
            parts.push(version);
        }
        parts
    }

    pub fn with_signs(&self) -> String {
        format!("{}{}", self.text, self.signs)
    }
}

pub fn is_separator(c: char) -> bool {
    matches!(c, '\'' | '.' | '_')
}

/// Returns the words of a text: first the runs are cut out, the rest is split by UAX #29.
pub fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = in_run(first);
        let mut length = 0;
        for c in rest.chars() {
            // A combining mark belongs to the character before it.
            let is_mark = is_combining_mark(c) || is_ignorable(c) || matches!(c, 'ﾞ' | 'ﾟ');
            let attached = length > 0 && is_mark;
            if !attached && in_run(c) != run {
                break;
            }
            length += c.len_utf8();
        }
        let (stretch, after) = rest.split_at(length);
        rest = after;
        let segments: Vec<&str> = match run {
            true => vec![stretch],
            false => stretch.split_word_bounds().collect(),
        };
        // What is between the last word and this place.
        let mut between: Option<String> = None;
        for segment in segments {
            let text = match segment.contains(char::is_alphanumeric) {
                true => fold(segment.trim_start()),
                false => String::new(),
            };
            if text.is_empty() {
                let only_signs = between.as_deref() == Some("");
                match words.last_mut() {
                    Some(word) if only_signs && matches!(segment, "+" | "#") => {
                        word.signs.push_str(segment);
                    }
                    _ => between.iter_mut().for_each(|it| it.push_str(segment)),
                }
                continue;
            }
            words.push(Word {
                text,
                signs: String::new(),
                is_run: run,
                after_hyphen: matches!(between.as_deref(), Some("-" | "‐" | "‑")),
            });
            between = Some(String::new()).filter(|_| !run);
        }
    }
    words
}

/// Returns what is between the letters, numbers and spaces of a text: emoji, punctuation, signs.
pub fn symbols(text: &str) -> Vec<String> {
    let between = text.split(|c: char| c.is_alphanumeric() || c == ' ');
    let symbols = between.filter(|symbols| !symbols.is_empty());
    symbols.map(str::to_owned).collect()
}

/// Removes default-ignorable characters, applies NFKD, removes combining marks of Latin, Greek,
/// Cyrillic, Arabic and Hebrew, applies full case folding, and replaces some letters.
pub fn fold(word: &str) -> String {
    let kept = word.chars().filter(|c| !is_ignorable(*c));
    let mut folded = String::new();
    let mut on_alphabet = false;
    for c in kept.nfkd() {
        if is_combining_mark(c) {
            if !on_alphabet && !is_point(c) {
                folded.push(c);
            }
            continue;
        }
        on_alphabet = has_dropped_marks(c);
        for c in fold_case(c) {
            match c {
                '’' => folded.push('\''),
                'ß' => folded.push_str("ss"),
                'ł' => folded.push('l'),
                'ø' => folded.push('o'),
                'đ' => folded.push('d'),
                'ı' => folded.push('i'),
                'æ' => folded.push_str("ae"),
                'œ' => folded.push_str("oe"),
                'þ' => folded.push_str("th"),
                // Alef with wasla or a wavy hamza, which do not decompose.
                'ٱ' | 'ٲ' | 'ٳ' => folded.push('ا'),
                c => folded.push(c),
            }
        }
    }
    folded
}

/// Folds by way of upper case, which unifies σ and ς.
fn fold_case(c: char) -> Vec<char> {
    match c {
        'ı' => vec![c],
        c => c.to_uppercase().flat_map(char::to_lowercase).collect(),
    }
}

/// A vowel point of Hebrew or Arabic, which counts for nothing even without a letter.
fn is_point(c: char) -> bool {
    matches!(c as u32, 0x591..=0x5c7 | 0x610..=0x61a | 0x64b..=0x65f | 0x670 | 0x6d6..=0x6ed)
}

fn has_dropped_marks(c: char) -> bool {
    matches!(c as u32,
        0x5d0..=0x5f2 | 0x620..=0x64a | 0x66e..=0x6d3 | 0x6d5 | 0x6ee..=0x6ff |
        0x41..=0x5a | 0x61..=0x7a | 0xc0..=0x24f | 0x250..=0x2af | 0x370..=0x52f
        | 0x1c80..=0x1c8f | 0x1d00..=0x1dbf | 0x1e00..=0x1fff | 0x2c60..=0x2c7f
        | 0xa640..=0xa69f | 0xa720..=0xa7ff)
}

/// Han, Kana, Thai, Lao, Khmer, Myanmar.
fn in_run(c: char) -> bool {
    matches!(c as u32,
        0x3005 | 0x3007 | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff
        | 0x3041..=0x3096 | 0x309d..=0x309f | 0x30a1..=0x30fa | 0x30fc..=0x30ff
        | 0x31f0..=0x31ff | 0xff66..=0xff9d
        | 0xe01..=0xe3a | 0xe40..=0xe4e | 0xe81..=0xec6 | 0xedc..=0xedf
        | 0x1780..=0x17d3 | 0x1000..=0x103f | 0x1050..=0x108f)
}

fn is_ignorable(c: char) -> bool {
    matches!(c as u32,
        0xad | 0x34f | 0x61c | 0x115f..=0x1160 | 0x17b4..=0x17b5 | 0x180b..=0x180f
        | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0x3164 | 0xfe00..=0xfe0f
        | 0xfeff | 0xffa0 | 0xfff0..=0xfff8 | 0xe0000..=0xe0fff)
}
