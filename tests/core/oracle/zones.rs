//! Time zones for tests, and a simple collation.

use std::collections::{BTreeMap, HashMap};

use article_cards_core::search::Locale;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zone {
    #[default]
    Utc,
    /// Fourteen hours ahead.
    Kiritimati,
    /// Eleven hours behind.
    PagoPago,
    /// Correct from February 2018 to February 2019: on 4 November 2018 the day started at one
    /// o'clock.
    SaoPaulo,
}

impl Zone {
    pub const ALL: [Self; 4] = [Self::Utc, Self::Kiritimati, Self::PagoPago, Self::SaoPaulo];

    pub fn name(self) -> &'static str {
        match self {
            Self::Utc => "UTC",
            Self::Kiritimati => "Pacific/Kiritimati",
            Self::PagoPago => "Pacific/Pago_Pago",
            Self::SaoPaulo => "America/Sao_Paulo",
        }
    }

    fn offset(self, milliseconds: i64) -> i64 {
        // 2018-11-04T03:00:00Z
        const SUMMER: i64 = 1_541_300_400_000;
        match self {
            Self::Utc => 0,
            Self::Kiritimati => 14 * HOUR,
            Self::PagoPago => -11 * HOUR,
            Self::SaoPaulo if milliseconds < SUMMER => -3 * HOUR,
            Self::SaoPaulo => -2 * HOUR,
        }
    }

    /// Returns the date of a moment, in days since 1970-01-01.
    pub fn day(self, milliseconds: i64) -> i64 {
        (milliseconds + self.offset(milliseconds)).div_euclid(DAY)
    }

    /// By bisection, since dates only increase.
    pub fn start_of_day(self, day: i64) -> i64 {
        let (mut before, mut within) = ((day - 2) * DAY, (day + 2) * DAY);
        while within - before > 1 {
            let middle = before + (within - before) / 2;
            if self.day(middle) < day {
                before = middle;
            } else {
                within = middle;
            }
        }
        within
    }
}

pub struct ZoneLocale {
    pub zone: Zone,
}

impl ZoneLocale {
    pub fn ranks<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> HashMap<String, u32> {
        let texts: Vec<&str> = texts.into_iter().collect();
        let ranks = self.rank(&texts);
        texts.into_iter().map(str::to_owned).zip(ranks).collect()
    }
}

impl Locale for ZoneLocale {
    fn decompose(&self, text: &str) -> String {
        text.nfkd().collect::<String>().to_lowercase()
    }

    fn rank(&self, texts: &[&str]) -> Vec<u32> {
        let keys: Vec<Vec<(u64, char)>> = texts.iter().map(|text| collation_key(text)).collect();
        let mut places: BTreeMap<&Vec<(u64, char)>, u32> =
            keys.iter().map(|key| (key, 0)).collect();
        for (place, rank) in places.values_mut().zip(0..) {
            // Ranks may have gaps.
            *place = rank * 3 + 1;
        }
        keys.iter().map(|key| places[key]).collect()
    }

    fn start_of_day(&self, day: i64) -> i64 {
        self.zone.start_of_day(day)
    }
}

/// Ignores marks and case; numbers compare by value and come before letters.
fn collation_key(text: &str) -> Vec<(u64, char)> {
    let mut key: Vec<(u64, char)> = Vec::new();
    let mut in_number = false;
    for c in text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
    {
        match (c.to_digit(10), key.last_mut()) {
            (Some(digit), Some((number, _))) if in_number => {
                *number = number.saturating_mul(10).saturating_add(digit.into());
            }
            (Some(digit), _) => key.push((digit.into(), '0')),
            (None, _) => key.push((u64::MAX, c)),
        }
        in_number = c.is_ascii_digit();
    }
    key
}
