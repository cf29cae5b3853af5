//! English, in UTC: where there is no `Intl`. With the feature `cli` any locale and time zone that
//! is asked for by [`Formats::in_place`](super::Formats::in_place).

#[cfg(feature = "cli")]
#[path = "cldr.rs"]
pub(in crate::browser) mod cldr;

use super::Unit;
use crate::browser::calendar::DAY_MS;
use crate::feed::date::civil_from_days;
use crate::messages::Plural;
use crate::model::Day;

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

#[derive(Default)]
pub(super) struct Engine {
    #[cfg(feature = "cli")]
    pub(super) cldr: Option<Box<cldr::Cldr>>,
}

/// What the locale says, where there is one.
macro_rules! by_locale {
    ($engine:ident, $call:ident($($argument:expr),*)) => {
        #[cfg(feature = "cli")]
        if let Some(cldr) = &$engine.cldr {
            return cldr.$call($($argument),*);
        }
    };
}

impl Engine {
    pub(super) fn new(_locale: Option<&str>, _time_zone: Option<&str>) -> Self {
        Self::default()
    }

    pub(super) fn speak(&mut self, _language: &str) {
        #[cfg(feature = "cli")]
        if let Some(cldr) = &mut self.cldr {
            cldr.speak(_language);
        }
    }

    pub(super) fn moment(&self, ms: f64) -> String {
        by_locale!(self, moment(ms as i64));
        self.day(ms as i64)
    }

    pub(super) fn day(&self, ms: i64) -> String {
        by_locale!(self, day(ms));
        let (Day { year, day, .. }, month) = date(ms);
        let short: String = month.chars().take(3).collect();
        format!("{day} {short} {year}")
    }

    pub(super) fn exact_moment(&self, ms: f64) -> String {
        by_locale!(self, exact_moment(ms as i64));
        let minutes = (ms as i64).rem_euclid(DAY_MS) / 60_000;
        format!(
            "{}, {:02}:{:02} UTC",
            self.exact_day(ms as i64),
            minutes / 60,
            minutes % 60
        )
    }

    pub(super) fn exact_day(&self, ms: i64) -> String {
        by_locale!(self, exact_day(ms));
        let (Day { year, day, .. }, month) = date(ms);
        let weekday = WEEKDAYS
            .get(ms.div_euclid(DAY_MS).rem_euclid(7) as usize)
            .unwrap_or(&"");
        format!("{weekday}, {day} {month} {year}")
    }

    pub(super) fn day_number(&self, ms: f64) -> Option<i64> {
        by_locale!(self, day_number(ms as i64));
        Some((ms as i64).div_euclid(DAY_MS))
    }

    pub(super) fn relative(&self, amount: i64, unit: Unit) -> String {
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

    pub(super) fn amount(&self, amount: u64, unit: Unit, _narrow: bool) -> String {
        by_locale!(self, amount(amount, unit, _narrow));
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

    pub(super) fn joined(&self, parts: Vec<String>) -> String {
        by_locale!(self, joined(&parts));
        parts.join(" ")
    }

    pub(super) fn number(&self, number: u64) -> String {
        by_locale!(self, number(number));
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

    pub(super) fn plural(&self, number: u64) -> Plural {
        by_locale!(self, plural(number));
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
