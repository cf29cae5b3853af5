//! Durations by ISO 8601: `PT1H30M`.

use crate::model::Duration;

const DAY: u64 = 24 * 60 * 60;

/// Parses a duration `PnYnMnWnDTnHnMnS`. Returns `None` for anything else, and if it overflows.
///
/// The components are in this order, each at most once and at least one; only the last may have a
/// fraction, with a point or a comma. Fractions of seconds are cut off. A fraction of a year or month
/// must be a whole number of months, because a month has no fixed number of seconds. Surrounding white
/// space is ignored.
///
/// ```
/// use article_cards_core::text::duration::parse;
/// use article_cards_core::model::Duration;
///
/// assert_eq!(parse("PT1H30M"), Some(Duration { months: 0, seconds: 5400 }));
/// assert_eq!(parse("P1Y2M"), Some(Duration { months: 14, seconds: 0 }));
/// assert_eq!(parse("PT1.5H"), parse("PT1H30M"));
/// assert_eq!(parse("1h"), None);
/// ```
pub fn parse(text: &str) -> Option<Duration> {
    let text = text.trim().strip_prefix('P')?;
    let (date, time) = match text.split_once('T') {
        // A time must follow `T`.
        Some((_, "")) => return None,
        Some((date, time)) => (date, time),
        None if text.is_empty() => return None,
        None => (text, ""),
    };
    let mut duration = Duration::default();
    let mut is_last = false;
    for (text, mut units) in [(date, DATE), (time, TIME)] {
        let mut rest = text;
        while !rest.is_empty() {
            if is_last {
                return None;
            }
            let component = Component::read(rest)?;
            // Larger units may not follow.
            let at = units
                .iter()
                .position(|(letter, _)| *letter == component.letter)?;
            let (_, unit) = units.get(at)?;
            units = units.get(at + 1..)?;
            component.add(*unit, &mut duration)?;
            is_last = component.fraction.is_some();
            rest = component.rest;
        }
    }
    Some(duration)
}

/// Returns a number to compare durations by, in seconds: a month counts as 30 days.
pub(crate) fn approximate_seconds(duration: Duration) -> u64 {
    let months = u64::from(duration.months) * 30 * DAY;
    months.saturating_add(duration.seconds)
}

const DATE: &[(char, Unit)] = &[
    ('Y', Unit::Months(12)),
    ('M', Unit::Months(1)),
    ('W', Unit::Seconds(7 * DAY)),
    ('D', Unit::Seconds(DAY)),
];

const TIME: &[(char, Unit)] = &[
    ('H', Unit::Seconds(3600)),
    ('M', Unit::Seconds(60)),
    ('S', Unit::Seconds(1)),
];

#[derive(Clone, Copy)]
enum Unit {
    Months(u32),
    Seconds(u64),
}

/// Formats a duration as [`parse`] reads it: in years, months, days, hours, minutes and seconds,
/// without those that are zero.
///
/// ```
/// use article_cards_core::text::duration::format;
/// use article_cards_core::model::Duration;
///
/// assert_eq!(format(Duration { months: 2, seconds: 5400 }), "P2MT1H30M");
/// assert_eq!(format(Duration::default()), "PT0S");
/// ```
pub fn format(duration: Duration) -> String {
    let Duration { months, seconds } = duration;
    let date = [
        (u64::from(months / 12), 'Y'),
        (u64::from(months % 12), 'M'),
        (seconds / DAY, 'D'),
    ];
    let time = [
        (seconds / 3600 % 24, 'H'),
        (seconds / 60 % 60, 'M'),
        (seconds % 60, 'S'),
    ];
    let write = |components: &[(u64, char)]| -> String {
        let present = components.iter().filter(|(count, _)| *count > 0);
        present
            .map(|(count, letter)| format!("{count}{letter}"))
            .collect()
    };
    match (write(&date), write(&time)) {
        (date, time) if date.is_empty() && time.is_empty() => "PT0S".to_owned(),
        (date, time) if time.is_empty() => format!("P{date}"),
        (date, time) => format!("P{date}T{time}"),
    }
}

/// `1.5H`
struct Component<'a> {
    whole: &'a str,
    fraction: Option<&'a str>,
    letter: char,
    rest: &'a str,
}

impl<'a> Component<'a> {
    fn read(text: &'a str) -> Option<Self> {
        let (whole, after) = digits(text)?;
        let (fraction, after) = match after.strip_prefix(['.', ',']) {
            Some(after) => digits(after).map(|(fraction, after)| (Some(fraction), after))?,
            None => (None, after),
        };
        let mut after = after.chars();
        let letter = after.next()?;
        Some(Self {
            whole,
            fraction,
            letter,
            rest: after.as_str(),
        })
    }

    fn add(&self, unit: Unit, duration: &mut Duration) -> Option<()> {
        let fraction = self.fraction.unwrap_or_default();
        match unit {
            Unit::Seconds(unit) => {
                let whole = self.whole.parse::<u64>().ok()?.checked_mul(unit)?;
                let (part, _) = part(fraction, unit);
                duration.seconds = duration.seconds.checked_add(whole)?.checked_add(part)?;
            }
            Unit::Months(unit) => {
                let whole = self.whole.parse::<u32>().ok()?.checked_mul(unit)?;
                let (part, is_whole) = part(fraction, u64::from(unit));
                let part = u32::try_from(part).ok().filter(|_| is_whole)?;
                duration.months = duration.months.checked_add(whole)?.checked_add(part)?;
            }
        }
        Some(())
    }
}

/// Splits a text after its leading digits, of which there must be one.
fn digits(text: &str) -> Option<(&str, &str)> {
    let after = text.trim_start_matches(|char: char| char.is_ascii_digit());
    let digits = text
        .strip_suffix(after)
        .filter(|digits| !digits.is_empty())?;
    Some((digits, after))
}

/// Returns `unit` times the fraction with these digits, rounded down, and whether that was exact.
fn part(fraction: &str, unit: u64) -> (u64, bool) {
    // Division from the last digit on is exact for any number of digits.
    fraction
        .bytes()
        .rev()
        .fold((0, true), |(part, is_whole), digit| {
            let tenths = unit * u64::from(digit - b'0') + part;
            (tenths / 10, is_whole && tenths.is_multiple_of(10))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        for (text, months, seconds) in [
            ("PT15M", 0, 900),
            (" PT0S ", 0, 0),
            ("P2M", 2, 0),
            ("PT2M", 0, 120),
            ("P1Y2M3W4DT5H6M7S", 14, 25 * DAY + 5 * 3600 + 6 * 60 + 7),
            ("P1W", 0, 7 * DAY),
            ("P1DT12H", 0, DAY + 43_200),
            ("PT90.9S", 0, 90),
            ("PT0,25H", 0, 900),
            ("PT1H0.99999999999999999999999999999999M", 0, 3659),
            (
                "PT0.1111111111111111111111111111111111111111111112H",
                0,
                400,
            ),
            (
                "PT0.1111111111111111111111111111111111111111111111H",
                0,
                399,
            ),
            ("P0.5Y", 6, 0),
            ("P1.0M", 1, 0),
            ("P0.5D", 0, 43_200),
            ("PT000000000000000000000000000001S", 0, 1),
            ("PT18446744073709551615S", 0, u64::MAX),
            ("P4294967295M", u32::MAX, 0),
        ] {
            assert_eq!(parse(text), Some(Duration { months, seconds }), "{text}");
        }
    }

    #[test]
    fn no_durations() {
        for text in [
            "",
            "P",
            "PT",
            "P1DT",
            "T1H",
            "1H",
            "P1H",
            "PT1D",
            "PT1",
            "PT1.H",
            "PT.5H",
            "PT1.5H30M",
            "P0.5DT1H",
            "P0.1Y",
            "P0.5M",
            "PT1M1H",
            "PT1H1H",
            "P1D1Y",
            "-PT1H",
            "PT-1H",
            "PT+1H",
            "PT1HT1M",
            "PT 1H",
            "PT1Hx",
            "pt1h",
            "PT１H",
            "PT18446744073709551616S",
            "PT18446744073709551615M",
            "PT1M18446744073709551615S",
            "P4294967296M",
            "P4294967295Y",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn written() {
        for (months, seconds, text) in [
            (0, 90_061, "P1DT1H1M1S"),
            (14, 0, "P1Y2M"),
            (12, 60, "P1YT1M"),
            (0, 7 * DAY, "P7D"),
        ] {
            assert_eq!(format(Duration { months, seconds }), text);
        }
    }
}
