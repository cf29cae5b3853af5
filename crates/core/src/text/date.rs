//! Dates as feeds write them, and calendar arithmetic.

use crate::model::{Day, Published};
use crate::text::decimal;

mod notation;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// A date as it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The date.
    pub published: Published,
    /// Whether its time zone has a name that is not known, so that its time was read as UTC.
    pub has_unknown_zone: bool,
}

/// Parses a date. Returns `None` for anything else, and outside the years 0 to 9999.
///
/// - [RFC 3339] with any offset, and near it: a space for the `T`, no seconds, fractions of any
///   length (cut to milliseconds), a month, day or hour of one digit, `/` for `-`, and any zone
///   below. A date without a time is that day, in no zone.
/// - [RFC 2822], and near it: short or full names of months in English, in either order with the
///   day; a weekday that may be missing, wrong or in any language; years of two digits; no time;
///   `AM` and `PM`; `asctime`'s order.
/// - Unix time, as [`unix`] reads it.
///
/// A zone is `+hh:mm`, `+hhmm`, `+h`, these after `GMT` or `UTC`, or a name. Without one, or with
/// an unknown name, a time is UTC. Second 60 is second 0 of the next minute. Surrounding white
/// space is ignored.
///
/// ```
/// use article_cards_core::text::date::parse;
/// use article_cards_core::model::{Day, Published};
///
/// let moment = Some(Published::At(1_682_532_940_000));
/// assert_eq!(parse("2023-04-26T20:15:40+02:00"), moment);
/// assert_eq!(parse("2023-04-26 18:15:40 +0000"), moment);
/// assert_eq!(parse("Wed, 26 Apr 2023 20:15:40 CEST"), moment);
/// assert_eq!(parse("April 26, 2023 6:15:40 PM"), moment);
/// assert_eq!(parse("1682532940"), moment);
/// let day = Some(Published::On(Day { year: 2023, month: 4, day: 26 }));
/// assert_eq!(parse("2023-04-26"), day);
/// assert_eq!(parse("2023/4/26"), day);
/// assert_eq!(parse("2023-02-30"), None);
/// ```
///
/// [RFC 3339]: https://www.rfc-editor.org/rfc/rfc3339#section-5.6
/// [RFC 2822]: https://www.rfc-editor.org/rfc/rfc2822#section-3.3
pub fn parse(text: &str) -> Option<Published> {
    parse_with_zone(text).map(|parsed| parsed.published)
}

/// Parses a date as [`parse`] does, and says whether its time zone is known.
pub fn parse_with_zone(text: &str) -> Option<Parsed> {
    let text = text.trim();
    notation::parse(text).or_else(|| {
        unix(text).map(|published| Parsed {
            published,
            has_unknown_zone: false,
        })
    })
}

/// Parses Unix time: a number of seconds from 10⁹, or of milliseconds from 10¹¹, in decimals.
///
/// Returns `None` for anything else: a smaller number is no date that a feed would have.
///
/// ```
/// use article_cards_core::text::date::unix;
/// use article_cards_core::model::Published;
///
/// assert_eq!(unix("1682532940"), Some(Published::At(1_682_532_940_000)));
/// assert_eq!(unix("1682532940.25"), Some(Published::At(1_682_532_940_250)));
/// assert_eq!(unix("1682532940000"), Some(Published::At(1_682_532_940_000)));
/// assert_eq!(unix("20230426"), None);
/// ```
pub fn unix(number: &str) -> Option<Published> {
    let (whole, _) = number.split_once('.').unwrap_or((number, ""));
    match decimal::digits(whole)? {
        0..1_000_000_000 => None,
        seconds => from_unix(number, seconds >= 100_000_000_000),
    }
}

/// Returns the date of any number of seconds or milliseconds since 1970, in decimals.
pub(crate) fn from_unix(number: &str, are_milliseconds: bool) -> Option<Published> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if !fraction.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    // As many digits of the fraction as there are in a second.
    let digits = if are_milliseconds { 0 } else { 3 };
    let digits = fraction.bytes().chain(*b"000").take(digits);
    let whole: String = whole.chars().chain(digits.map(char::from)).collect();
    in_years(whole.parse().ok()?).map(Published::At)
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
    in_years((days_from_civil(day) * DAY - offset) * 1000 + milliseconds)
}

/// Returns the milliseconds since 1970, if they are in the years 0 to 9999.
fn in_years(milliseconds: i64) -> Option<i64> {
    civil_from_days(milliseconds.div_euclid(DAY * 1000)).map(|_| milliseconds)
}

#[cfg(test)]
mod tests;
