//! Dates as feeds write them, and the calendar behind them.

use crate::model::{Day, Published};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Parses a date. Returns `None` for anything else, and outside the years 0 to 9999.
///
/// - [RFC 3339] with any offset, and near it: a space for the `T`, no seconds, fractions of any
///   length (cut to milliseconds), `+hhmm`, `+hh`, a space before the offset, `UTC` or `GMT` as
///   the offset. Without an offset it is UTC. A date without a time is that day, in no zone.
/// - [RFC 2822] with its obsolete zones and years. The weekday is optional and may be wrong;
///   zones of letters that the RFC does not know are UTC, as it requires.
///
/// Second 60 is second 0 of the next minute. Surrounding white space is ignored.
///
/// ```
/// use article_cards_core::text::date::parse;
/// use article_cards_core::model::{Day, Published};
///
/// let moment = Some(Published::At(1_682_532_940_000));
/// assert_eq!(parse("2023-04-26T20:15:40+02:00"), moment);
/// assert_eq!(parse("2023-04-26 18:15:40 +0000"), moment);
/// assert_eq!(parse("Wed, 26 Apr 2023 18:15:40 GMT"), moment);
/// assert_eq!(parse("2023-04-26"), Some(Published::On(Day { year: 2023, month: 4, day: 26 })));
/// assert_eq!(parse("2023-02-30"), None);
/// ```
///
/// [RFC 3339]: https://www.rfc-editor.org/rfc/rfc3339#section-5.6
/// [RFC 2822]: https://www.rfc-editor.org/rfc/rfc2822#section-3.3
pub fn parse(text: &str) -> Option<Published> {
    let text = text.trim();
    internet(text.as_bytes()).or_else(|| mail(text).map(Published::At))
}

/// Formats a date as [`parse`] reads it: `2023-04-26`, or a moment by RFC 3339 in UTC, with
/// milliseconds only if there are any.
///
/// A moment outside the years 0 to 9999, which [`parse`] never makes, gets ECMAScript's signed
/// six-digit year.
///
/// ```
/// use article_cards_core::text::date::format;
/// use article_cards_core::model::Published;
///
/// assert_eq!(format(Published::At(1_682_532_940_000)), "2023-04-26T18:15:40Z");
/// assert_eq!(format(Published::At(-1)), "1969-12-31T23:59:59.999Z");
/// ```
pub fn format(published: Published) -> String {
    let milliseconds = match published {
        Published::On(Day { year, month, day }) => return format!("{year:04}-{month:02}-{day:02}"),
        Published::At(milliseconds) => milliseconds,
    };
    let (seconds, milliseconds) = (milliseconds.div_euclid(1000), milliseconds.rem_euclid(1000));
    let (days, second) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
    let (year, month, day) = civil(days);
    let year = match year {
        0..=9999 => format!("{year:04}"),
        _ => format!("{year:+07}"),
    };
    let (hour, minute, second) = (second / HOUR, second % HOUR / MINUTE, second % MINUTE);
    let fraction = match milliseconds {
        0 => String::new(),
        _ => format!(".{milliseconds:03}"),
    };
    format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z")
}

/// Returns the number of days from 1970-01-01 to a day.
///
/// ```
/// use article_cards_core::text::date::days_from_civil;
/// use article_cards_core::model::Day;
///
/// assert_eq!(days_from_civil(Day { year: 1970, month: 1, day: 2 }), 1);
/// assert_eq!(days_from_civil(Day { year: 1969, month: 12, day: 31 }), -1);
/// ```
pub fn days_from_civil(day: Day) -> i64 {
    // Howard Hinnant's `days_from_civil`: years begin in March, so that a leap day ends one.
    let (month, day_of_month) = (i64::from(day.month), i64::from(day.day));
    let year = i64::from(day.year) - i64::from(month <= 2);
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day_of_month - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// Returns the day that is `days` after 1970-01-01; `None` outside the years 0 to 9999.
///
/// ```
/// use article_cards_core::text::date::civil_from_days;
/// use article_cards_core::model::Day;
///
/// assert_eq!(civil_from_days(59), Some(Day { year: 1970, month: 3, day: 1 }));
/// assert_eq!(civil_from_days(i64::MAX), None);
/// ```
pub fn civil_from_days(days: i64) -> Option<Day> {
    // 0000-01-01 and 9999-12-31.
    if !(-719_528..=2_932_896).contains(&days) {
        return None;
    }
    let (year, month, day) = civil(days);
    Some(Day {
        year: u16::try_from(year).ok()?,
        month,
        day,
    })
}

/// Returns year, month and day for any number of days whose milliseconds fit into 64 bits.
fn civil(days: i64) -> (i64, u8, u8) {
    // Howard Hinnant's `civil_from_days`.
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let leap_days = day_of_era / 1460 - day_of_era / 36_524 + day_of_era / 146_096;
    let year_of_era = (day_of_era - leap_days) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (
        era * 400 + year_of_era + i64::from(month <= 2),
        month as u8,
        day as u8,
    )
}

/// Parses RFC 3339 and similar notations.
fn internet(text: &[u8]) -> Option<Published> {
    let mut text = Scanner(text);
    let year = text.number(4, 4)?;
    text.one_of(b"-")?;
    let month = text.number(2, 2)?;
    text.one_of(b"-")?;
    let day = day(year, month, text.number(2, 2)?)?;
    if text.0.is_empty() {
        return Some(Published::On(day));
    }
    text.one_of(b"Tt ")?;
    let time = text.time()?;
    let _ = text.one_of(b" ");
    let offset = match text.0 {
        [] => 0,
        zone => offset(zone).or_else(|| named_zone(zone).filter(|zone| *zone == 0))?,
    };
    moment(day, time, offset).map(Published::At)
}

/// Parses RFC 2822.
fn mail(text: &str) -> Option<i64> {
    // Mail names the zone in a comment at the end: `+0000 (UTC)`.
    let text = text.split_once('(').map_or(text, |(date, _)| date);
    let text = match text.split_once(',') {
        Some((weekday, date)) => {
            let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
            weekdays
                .iter()
                .find(|day| day.eq_ignore_ascii_case(weekday.trim()))?;
            date
        }
        None => text,
    };
    let mut words = text.split_ascii_whitespace();
    let day_of_month = Scanner::whole(words.next()?, 1, 2)?;
    let month = month(words.next()?)?;
    let year = words.next()?;
    let year = match (Scanner::whole(year, 2, 4)?, year.len()) {
        (number @ 0..=49, 2) => 2000 + number,
        (number, 2 | 3) => 1900 + number,
        (number, _) => number,
    };
    let day = day(year, month, day_of_month)?;
    let mut clock = Scanner(words.next()?.as_bytes());
    let time = clock.time().filter(|_| clock.0.is_empty())?;
    let offset = match words.next().map(str::as_bytes) {
        None => 0,
        Some(zone) => offset(zone)
            .or_else(|| named_zone(zone))
            .or_else(|| unknown_zone(zone))?,
    };
    // Nothing may follow.
    words
        .next()
        .is_none()
        .then(|| moment(day, time, offset))
        .flatten()
}

fn day(year: i64, month: i64, day: i64) -> Option<Day> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let longest = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => return None,
    };
    let day = u8::try_from(day)
        .ok()
        .filter(|day| (1..=longest).contains(day))?;
    Some(Day {
        year: u16::try_from(year).ok()?,
        month: u8::try_from(month).ok()?,
        day,
    })
}

/// Returns the milliseconds since 1970 of a time of day at an offset in seconds, if they are in the
/// years 0 to 9999.
fn moment(day: Day, milliseconds: i64, offset: i64) -> Option<i64> {
    let moment = (days_from_civil(day) * DAY - offset) * 1000 + milliseconds;
    civil_from_days(moment.div_euclid(DAY * 1000)).map(|_| moment)
}

fn month(name: &str) -> Option<i64> {
    let names = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let at = names
        .iter()
        .position(|month| month.eq_ignore_ascii_case(name))?;
    Some(at as i64 + 1)
}

/// Parses `+hh:mm`, `+hhmm` or `+hh` into seconds.
fn offset(zone: &[u8]) -> Option<i64> {
    let (sign, zone) = match zone {
        [b'+', zone @ ..] => (1, zone),
        [b'-', zone @ ..] => (-1, zone),
        _ => return None,
    };
    let mut zone = Scanner(zone);
    let hours = zone.number(2, 2).filter(|hours| *hours < 24)?;
    let has_colon = zone.one_of(b":").is_some();
    let minutes = match zone.0 {
        [] if !has_colon => 0,
        _ => zone
            .number(2, 2)
            .filter(|minutes| *minutes < 60 && zone.0.is_empty())?,
    };
    Some(sign * (hours * HOUR + minutes * MINUTE))
}

/// Returns the offset in seconds of a zone that RFC 2822 or RFC 3339 names.
fn named_zone(name: &[u8]) -> Option<i64> {
    let zones: [(&[u8], i64); 12] = [
        (b"Z", 0),
        (b"UT", 0),
        (b"UTC", 0),
        (b"GMT", 0),
        (b"EST", -5),
        (b"EDT", -4),
        (b"CST", -6),
        (b"CDT", -5),
        (b"MST", -7),
        (b"MDT", -6),
        (b"PST", -8),
        (b"PDT", -7),
    ];
    let (_, hours) = zones
        .iter()
        .find(|(zone, _)| zone.eq_ignore_ascii_case(name))?;
    Some(hours * HOUR)
}

/// RFC 2822, 4.3: military zones were used with both signs, others may be anything; both are UTC.
fn unknown_zone(name: &[u8]) -> Option<i64> {
    let is_zone = matches!(name.len(), 1 | 3..=5) && name.iter().all(u8::is_ascii_alphabetic);
    is_zone.then_some(0)
}

/// The bytes that are left.
struct Scanner<'a>(&'a [u8]);

impl Scanner<'_> {
    /// Parses a text of `least` to `most` digits and nothing else.
    fn whole(text: &str, least: usize, most: usize) -> Option<i64> {
        let mut text = Scanner(text.as_bytes());
        text.number(least, most).filter(|_| text.0.is_empty())
    }

    /// Takes one of several bytes.
    fn one_of(&mut self, bytes: &[u8]) -> Option<()> {
        let (first, rest) = self.0.split_first()?;
        bytes.contains(first).then(|| self.0 = rest)
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

    /// Takes `hh:mm`, `hh:mm:ss` or `hh:mm:ss.fraction`, in milliseconds.
    fn time(&mut self) -> Option<i64> {
        let hour = self.number(2, 2).filter(|hour| *hour < 24)?;
        self.one_of(b":")?;
        let minute = self.number(2, 2).filter(|minute| *minute < 60)?;
        let (mut second, mut fraction) = (0, 0);
        if self.one_of(b":").is_some() {
            second = self.number(2, 2).filter(|second| *second <= 60)?;
            if self.one_of(b".,").is_some() {
                fraction = self.fraction()?;
            }
        }
        Some((hour * HOUR + minute * MINUTE + second) * 1000 + fraction)
    }

    /// Takes the digits behind a decimal point, in milliseconds.
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

#[cfg(test)]
mod tests;
