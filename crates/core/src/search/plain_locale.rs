//! A locale without any data.

#[cfg(test)]
mod tests;

use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization;

use super::locale::Locale;
use super::text::fold;

/// A locale for use outside a browser: one collation order for all languages, by letters, then
/// accents, then case, with digits compared as numbers; and a time zone without summer time.
///
/// ```
/// use article_cards_core::search::{Locale, PlainLocale};
///
/// let locale = PlainLocale::new(60);
/// assert_eq!(locale.start_of_day(0), -3_600_000);
/// let ranks = locale.rank(&["Part 10", "Émile", "part 2", "emil", "Part 02"]);
/// assert!(ranks[3] < ranks[1] && ranks[1] < ranks[2]);
/// assert!(ranks[2] < ranks[4] && ranks[4] < ranks[0]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlainLocale {
    offset_minutes: i32,
}

impl PlainLocale {
    /// Creates a locale whose time zone is `offset_minutes` ahead of UTC.
    pub fn new(offset_minutes: i32) -> Self {
        Self { offset_minutes }
    }
}

impl Locale for PlainLocale {
    fn decompose(&self, text: &str) -> String {
        text.nfkd().collect::<String>().to_lowercase()
    }

    fn rank(&self, texts: &[&str]) -> Vec<u32> {
        let mut folded = String::new();
        let mut sorted: Vec<(String, usize, &str)> = Vec::with_capacity(texts.len());
        for (at, text) in texts.iter().enumerate() {
            fold(text, self, &mut folded);
            sorted.push((collation_key(&folded), at, text));
        }
        sorted.sort_unstable_by(|one, other| {
            let letters = one.0.cmp(&other.0);
            letters.then_with(|| by_accents_and_case(one.2, other.2))
        });
        let mut ranks = vec![0; texts.len()];
        let (mut rank, mut before) = (0, None);
        for (key, at, text) in &sorted {
            let is_same = before.is_none_or(|(other, last)| {
                other == key && by_accents_and_case(last, text).is_eq()
            });
            rank += u32::from(!is_same);
            before = Some((key, *text));
            if let Some(slot) = ranks.get_mut(*at) {
                *slot = rank;
            }
        }
        ranks
    }

    fn start_of_day(&self, day: i64) -> i64 {
        day.saturating_mul(86_400_000)
            .saturating_sub(i64::from(self.offset_minutes) * 60_000)
    }
}

/// Compares texts with the same letters: by accents, then small letters before capitals.
fn by_accents_and_case(one: &str, other: &str) -> Ordering {
    if one == other {
        return Ordering::Equal;
    }
    let (one, other): (String, String) = (one.nfkd().collect(), other.nfkd().collect());
    let accents = collation_key(&one.to_lowercase()).cmp(&collation_key(&other.to_lowercase()));
    accents.then_with(|| collation_key(&other).cmp(&collation_key(&one)))
}

/// Returns a key whose bytes compare in collation order: white space, punctuation, numbers by value,
/// letters.
fn collation_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let (number, after) = rest.split_at(rest.len() - digits.len());
        if !number.is_empty() {
            let number = number.trim_start_matches('0');
            // The longer of two numbers is greater.
            let length = number.len().min(0xD000) as u32;
            key.push('\u{3}');
            key.extend(char::from_u32(length));
            key.push_str(number);
            rest = after;
            continue;
        }
        match first {
            c if c.is_whitespace() => key.push('\u{1}'),
            c if c.is_alphanumeric() => key.push(c),
            c => key.extend(['\u{2}', c]),
        }
        rest = rest.strip_prefix(first).unwrap_or_default();
    }
    key
}
