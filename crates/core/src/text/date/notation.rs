//! The notations of dates: what each part is follows from its own form, so that they may come in
//! almost any order.

use super::{DAY, HOUR, MINUTE, Parsed, day, moment};
use crate::model::Published;

/// The names of months, which three letters or more abbreviate.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Names of time zones and their offsets in minutes. A name that several zones share is left out,
/// but for those of RFC 2822, `BST` (Britain) and `IST` (India). A packed text, since a table of
/// strings has four times its size.
const ZONES: &str = "Z0 UT0 UTC0 GMT0 WET0 WEST60 BST60 CET60 CEST120 MET60 MEST120 MEZ60 MESZ120 \
    EET120 EEST180 MSK180 TRT180 SAST120 EAT180 IST330 PKT300 ICT420 WIB420 WITA480 HKT480 SGT480 \
    AWST480 WIT540 JST540 KST540 ACST570 ACDT630 AEST600 AEDT660 NZST720 NZDT780 \
    NST-210 NDT-150 AST-240 ADT-180 BRT-180 ART-180 EST-300 EDT-240 CST-360 CDT-300 MST-420 \
    MDT-360 PST-480 PDT-420 AKST-540 AKDT-480 HST-600 HDT-540";

/// The parts of a date that were found.
#[derive(Default)]
struct Parts {
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    /// Milliseconds since midnight.
    time: Option<i64>,
    is_afternoon: Option<bool>,
    /// Seconds.
    offset: Option<i64>,
    has_zone_name: bool,
    has_unknown_zone: bool,
}

/// Parses a date with names or separators.
pub(super) fn parse(text: &str) -> Option<Parsed> {
    let mut rest = Scanner(text.as_bytes());
    let mut parts = Parts::default();
    while let Some(first) = rest.0.first() {
        match first {
            // Mail names the zone in a comment at the end: `+0000 (UTC)`.
            b'(' => break,
            b'0'..=b'9' => parts.number(&mut rest)?,
            b'+' | b'-' => parts.offset(&mut rest)?,
            b'a'..=b'z' | b'A'..=b'Z' => parts.word(&mut rest)?,
            _ => rest.separator()?,
        }
    }
    parts.date()
}

impl Parts {
    /// Takes what begins with a digit: a time, a day, a year, or a date in digits.
    fn number(&mut self, rest: &mut Scanner<'_>) -> Option<()> {
        let before = rest.0.len();
        let number = rest.number(1, 4)?;
        let count = before - rest.0.len();
        match rest.0 {
            [b':', ..] if count <= 2 => set(&mut self.time, rest.time(number)?)?,
            [separator @ (b'-' | b'/'), ..] if count == 4 => {
                let separator = &[*separator];
                set(&mut self.year, number)?;
                rest.one_of(separator)?;
                set(&mut self.month, rest.number(1, 2)?)?;
                rest.one_of(separator)?;
                set(&mut self.day, rest.number(1, 2)?)?;
                if let [b'T' | b't', b'0'..=b'9', ..] = rest.0 {
                    rest.one_of(b"Tt")?;
                }
            }
            // `12-Sep-2024`
            [b'-', letter, ..] if count <= 2 && letter.is_ascii_alphabetic() => {
                set(&mut self.day, number)?;
                rest.one_of(b"-")?;
                set(&mut self.month, month(rest.word())?)?;
                let _ = rest.one_of(b"-");
            }
            [digit, ..] if digit.is_ascii_digit() => return None,
            _ if count <= 2 && self.day.is_none() => self.day = Some(number),
            _ => {
                let century = match (count, number) {
                    (2, 0..=49) => 2000,
                    (2 | 3, _) => 1900,
                    (4, _) => 0,
                    _ => return None,
                };
                set(&mut self.year, century + number)?;
            }
        }
        Some(())
    }

    /// Takes `+hh:mm`, `+hhmm`, `+hh` or `+h`, and the name of a zone after it.
    fn offset(&mut self, rest: &mut Scanner<'_>) -> Option<()> {
        // A number counts for more than the name in front of it: `GMT+2`.
        if self.time.is_none() || self.offset.is_some() && !self.has_zone_name {
            return None;
        }
        self.has_zone_name = false;
        self.has_unknown_zone = false;
        let sign = if rest.one_of(b"+").is_some() { 1 } else { -1 };
        if sign < 0 {
            rest.one_of(b"-")?;
        }
        let hours = rest.number(1, 2).filter(|hours| *hours < 24)?;
        let has_colon = rest.one_of(b":").is_some();
        let minutes = match rest.0 {
            [b'0'..=b'9', ..] => rest.number(2, 2).filter(|minutes| *minutes < 60)?,
            _ if has_colon => return None,
            _ => 0,
        };
        self.offset = Some(sign * (hours * HOUR + minutes * MINUTE));
        if let [b' ', letter, ..] = rest.0
            && letter.is_ascii_alphabetic()
        {
            rest.one_of(b" ")?;
            rest.word();
        }
        rest.end()
    }

    /// Takes a word: a weekday, a month, AM or PM, or a zone.
    fn word(&mut self, rest: &mut Scanner<'_>) -> Option<()> {
        let is_first = self.day.is_none() && self.year.is_none() && self.month.is_none();
        let word = rest.word();
        let is_weekday = rest.0.first() == Some(&b',') || is_weekday(word);
        if is_first && is_weekday {
            return Some(());
        }
        if self.month.is_none()
            && let Some(month) = month(word)
        {
            self.month = Some(month);
            return Some(());
        }
        if self.time.is_none() {
            // `26 April 2023 at 6:15 PM`, `26th`
            let fillers = ["at", "st", "nd", "rd", "th"];
            let is_filler = |filler: &&str| word.eq_ignore_ascii_case(filler.as_bytes());
            return fillers.iter().any(is_filler).then_some(());
        }
        if let Some(is_afternoon) = afternoon(word) {
            return set(&mut self.is_afternoon, is_afternoon);
        }
        if self.offset.is_some() {
            return None;
        }
        let known = zone(word);
        self.has_zone_name = true;
        self.has_unknown_zone = known.is_none();
        self.offset = Some(known.unwrap_or(0));
        Some(())
    }

    fn date(self) -> Option<Parsed> {
        let day = day(self.year?, self.month?, self.day?)?;
        let published = match self.time {
            None => Published::On(day),
            Some(time) => {
                let shift = match (self.is_afternoon, time / (HOUR * 1000)) {
                    (Some(true), 0..12) => DAY / 2,
                    (Some(false), 12) => -DAY / 2,
                    _ => 0,
                };
                let time = time + shift * 1000;
                Published::At(moment(day, time, self.offset.unwrap_or(0))?)
            }
        };
        Some(Parsed {
            published,
            has_unknown_zone: self.has_unknown_zone,
        })
    }
}

/// Sets a part that must not be there yet.
fn set<T>(part: &mut Option<T>, value: T) -> Option<()> {
    part.replace(value).is_none().then_some(())
}

/// Returns the number of a month by at least three of its letters.
fn month(word: &[u8]) -> Option<i64> {
    let begins = |name: &str| {
        let start = name.as_bytes().get(..word.len());
        word.len() >= 3 && start.is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    let at = MONTHS.iter().position(|name| begins(name))?;
    Some(at as i64 + 1)
}

fn is_weekday(word: &[u8]) -> bool {
    let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    let start = word.get(..3).unwrap_or_default();
    let mut days = days.iter();
    days.any(|day| start.eq_ignore_ascii_case(day.as_bytes()))
}

fn afternoon(word: &[u8]) -> Option<bool> {
    match word {
        [b'A' | b'a', b'M' | b'm'] => Some(false),
        [b'P' | b'p', b'M' | b'm'] => Some(true),
        _ => None,
    }
}

/// Returns the offset in seconds of a zone by its name.
fn zone(name: &[u8]) -> Option<i64> {
    let mut offsets = ZONES.split(' ').filter_map(|zone| {
        let (own, offset) = zone.as_bytes().split_at_checked(name.len())?;
        own.eq_ignore_ascii_case(name).then_some(offset)
    });
    offsets.find_map(|offset| {
        let minutes: i64 = str::from_utf8(offset).ok()?.parse().ok()?;
        Some(minutes * MINUTE)
    })
}

/// The bytes that are left.
struct Scanner<'a>(&'a [u8]);

impl<'a> Scanner<'a> {
    /// Takes one of several bytes.
    fn one_of(&mut self, bytes: &[u8]) -> Option<()> {
        let (first, rest) = self.0.split_first()?;
        bytes.contains(first).then(|| self.0 = rest)
    }

    /// Takes white space or a comma. Browsers write a narrow space before AM and PM.
    fn separator(&mut self) -> Option<()> {
        let spaces = [" ", ",", "\t", "\n", "\r", "\u{a0}", "\u{202f}"];
        let mut spaces = spaces.iter();
        self.0 = spaces.find_map(|space| self.0.strip_prefix(space.as_bytes()))?;
        Some(())
    }

    /// Fails in front of a letter or digit.
    fn end(&self) -> Option<()> {
        let mut first = self.0.iter().take(1);
        first
            .all(|byte| !byte.is_ascii_alphanumeric())
            .then_some(())
    }

    /// Takes the letters that come next, the parts of a zone such as `Europe/Berlin`, and the full
    /// stop of an abbreviation.
    fn word(&mut self) -> &'a [u8] {
        let is_part = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'_');
        let mut bytes = self.0.iter();
        let length = bytes
            .position(|byte| !is_part(byte))
            .unwrap_or(self.0.len());
        let (word, rest) = self.0.split_at_checked(length).unwrap_or((self.0, b""));
        self.0 = rest.strip_prefix(b".").unwrap_or(rest);
        word
    }

    fn digit(&mut self) -> Option<i64> {
        let (first, rest) = self.0.split_first()?;
        let digit = first.is_ascii_digit().then(|| i64::from(first - b'0'))?;
        self.0 = rest;
        Some(digit)
    }

    fn number(&mut self, least: usize, most: usize) -> Option<i64> {
        let (mut number, mut count) = (0, 0);
        while let Some(digit) = (count < most).then(|| self.digit()).flatten() {
            number = number * 10 + digit;
            count += 1;
        }
        (count >= least).then_some(number)
    }

    /// Takes `:mm`, `:mm:ss` or `:mm:ss.fraction` after an hour; returns the time in milliseconds.
    fn time(&mut self, hour: i64) -> Option<i64> {
        self.one_of(b":")?;
        let minute = self.number(2, 2).filter(|minute| *minute < 60)?;
        let (mut second, mut fraction) = (0, 0);
        if self.one_of(b":").is_some() {
            second = self.number(2, 2).filter(|second| *second <= 60)?;
            if self.one_of(b".,").is_some() {
                fraction = self.fraction()?;
            }
        }
        let time = (hour * HOUR + minute * MINUTE + second) * 1000 + fraction;
        (hour < 24).then_some(time)
    }

    /// Takes the digits after a decimal point, in milliseconds.
    fn fraction(&mut self) -> Option<i64> {
        let mut sum = self.digit()? * 100;
        let mut unit = 10;
        while let Some(digit) = self.digit() {
            sum += digit * unit;
            unit /= 10;
        }
        Some(sum)
    }
}
