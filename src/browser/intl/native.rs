//! Formats outside a browser, where there is no `Intl`: English in UTC, unless a [`LocaleFormatter`]
//! knows better.

use std::ops::Deref;
use std::rc::Rc;

use article_cards_core::model::Day;
use article_cards_core::text::date::civil_from_days;

use super::Unit;
use crate::browser::calendar::DAY_MS;
use crate::i18n::Plural;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

// 1970-01-01 was a Thursday.
const WEEKDAYS: [&str; 7] = [
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
];

/// Formats dates, numbers and plural forms of one locale and time zone outside a browser.
///
/// Moments are milliseconds since 1970-01-01 in UTC; days are the milliseconds at their midnight.
pub trait LocaleFormatter {
    /// Day, month and year of a moment.
    fn moment(&self, ms: f64) -> String;

    /// Day, month and year of a day.
    fn day(&self, ms: i64) -> String;

    /// The date of a moment with its weekday and time of day.
    fn exact_moment(&self, ms: f64) -> String;

    /// The date of a day with its weekday.
    fn exact_day(&self, ms: i64) -> String;

    /// The day of a moment in the time zone, counted from 1970-01-01.
    fn day_number(&self, ms: f64) -> Option<i64>;

    /// An amount of time in a unit, short, or narrow where two of them share a small badge.
    fn amount(&self, amount: u64, unit: Unit, narrow: bool) -> String;

    /// Two amounts of time in one text.
    fn joined(&self, parts: Vec<String>) -> String;

    /// A whole number.
    fn number(&self, number: u64) -> String;

    /// The plural form that a number takes.
    fn plural(&self, number: u64) -> Plural;

    /// Month and year of a day. In English unless implemented.
    fn month(&self, ms: i64) -> String {
        let (Day { year, .. }, month) = date(ms);
        format!("{month} {year}")
    }

    /// The weekday of a day. In English unless implemented.
    fn weekday(&self, ms: i64) -> String {
        let weekday = WEEKDAYS.get(ms.div_euclid(DAY_MS).rem_euclid(7) as usize);
        weekday.copied().unwrap_or_default().to_owned()
    }

    /// A time relative to now: negative in the past. In English unless implemented.
    fn relative(&self, amount: i64, unit: Unit) -> String {
        match (amount, unit) {
            (0, Unit::Second) => return "now".to_owned(),
            (0, Unit::Day) => return "today".to_owned(),
            (-1, Unit::Day) => return "yesterday".to_owned(),
            (1, Unit::Day) => return "tomorrow".to_owned(),
            _ => {}
        }
        let name = match unit {
            Unit::Year => "year",
            Unit::Month => "month",
            Unit::Day => "day",
            Unit::Hour => "hour",
            Unit::Minute => "minute",
            Unit::Second => "second",
        };
        let plural = if amount.abs() == 1 { "" } else { "s" };
        let count = amount.abs();
        if amount < 0 {
            format!("{count} {name}{plural} ago")
        } else {
            format!("in {count} {name}{plural}")
        }
    }
}

/// The formatter that [`Formats`](super::Formats) uses.
pub(super) struct Backend(pub(super) Rc<dyn LocaleFormatter>);

impl Backend {
    pub(super) fn new(_locale: Option<&str>, _time_zone: Option<&str>) -> Self {
        Self(Rc::new(English))
    }

    pub(super) fn speak(&mut self, _language: &str) {}
}

impl Deref for Backend {
    type Target = dyn LocaleFormatter;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

/// English, in UTC.
struct English;

impl LocaleFormatter for English {
    fn moment(&self, ms: f64) -> String {
        self.day(ms as i64)
    }

    fn day(&self, ms: i64) -> String {
        let (Day { year, day, .. }, month) = date(ms);
        let short: String = month.chars().take(3).collect();
        format!("{day} {short} {year}")
    }

    fn exact_moment(&self, ms: f64) -> String {
        let minutes = (ms as i64).rem_euclid(DAY_MS) / 60_000;
        format!(
            "{}, {:02}:{:02} UTC",
            self.exact_day(ms as i64),
            minutes / 60,
            minutes % 60
        )
    }

    fn exact_day(&self, ms: i64) -> String {
        let (Day { year, day, .. }, month) = date(ms);
        let weekday = self.weekday(ms);
        format!("{weekday}, {day} {month} {year}")
    }

    fn day_number(&self, ms: f64) -> Option<i64> {
        Some((ms as i64).div_euclid(DAY_MS))
    }

    fn amount(&self, amount: u64, unit: Unit, _narrow: bool) -> String {
        let short = match unit {
            Unit::Year => "y",
            Unit::Month => "m",
            Unit::Day => "d",
            Unit::Hour => "h",
            Unit::Minute => "min",
            Unit::Second => "s",
        };
        format!("{} {short}", self.number(amount))
    }

    fn joined(&self, parts: Vec<String>) -> String {
        parts.join(" ")
    }

    fn number(&self, number: u64) -> String {
        let digits = number.to_string();
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        grouped
    }

    fn plural(&self, number: u64) -> Plural {
        if number == 1 {
            Plural::One
        } else {
            Plural::Other
        }
    }
}

fn date(ms: i64) -> (Day, &'static str) {
    // A moment that no feed can name is shown as the first day.
    let first = Day {
        year: 0,
        month: 1,
        day: 1,
    };
    let date = civil_from_days(ms.div_euclid(DAY_MS)).unwrap_or(first);
    let month = MONTHS.get(usize::from(date.month).saturating_sub(1));
    (date, month.copied().unwrap_or_default())
}
