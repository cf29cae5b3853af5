//! Days of the Gregorian calendar as numbers, and times as machines read them.

use crate::model::{Day, Duration, Published};

/// Milliseconds of a day.
pub(crate) const DAY_MS: i64 = 86_400_000;

/// A calendar day, as far into the past or future as a clock can point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Civil {
    /// Year, by astronomers' count.
    pub(crate) year: i64,
    /// Month, 1 to 12.
    pub(crate) month: i64,
    /// Day of the month, 1 to 31.
    pub(crate) day: i64,
}

impl From<Day> for Civil {
    fn from(day: Day) -> Self {
        Self {
            year: day.year.into(),
            month: day.month.into(),
            day: day.day.into(),
        }
    }
}

/// The number of a day, counted from 1970-01-01.
///
/// Years begin in March here, so that the leap day is the last of its year.
pub(crate) fn day_number(civil: Civil) -> i64 {
    let year = if civil.month <= 2 {
        civil.year - 1
    } else {
        civil.year
    };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let month = (civil.month + 9).rem_euclid(12);
    let of_year = (153 * month + 2) / 5 + civil.day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The day of a number: the inverse of [`day_number`].
pub(crate) fn civil(number: i64) -> Civil {
    let shifted = number + 719_468;
    let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    Civil {
        year: era * 400 + year_of_era + i64::from(month >= 10),
        month: if month < 10 { month + 3 } else { month - 9 },
        day: of_year - (153 * month + 2) / 5 + 1,
    }
}

/// What goes into a `datetime` attribute: the moment in UTC, or the day; `None` for years that
/// HTML cannot write.
///
/// ```
/// use article_cards::browser::machine_date;
/// use article_cards::model::{Day, Published};
///
/// let day = Published::On(Day { year: 2021, month: 6, day: 16 });
/// assert_eq!(machine_date(day).as_deref(), Some("2021-06-16"));
/// let moment = Published::At(1_623_873_600_000);
/// assert_eq!(machine_date(moment).as_deref(), Some("2021-06-16T20:00:00Z"));
/// ```
pub fn machine_date(published: Published) -> Option<String> {
    let (day, time) = match published {
        Published::On(day) => (day.into(), String::new()),
        Published::At(ms) => {
            let seconds = ms.rem_euclid(DAY_MS) / 1_000;
            let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
            let time = format!("T{hours:02}:{minutes:02}:{:02}Z", seconds % 60);
            (civil(ms.div_euclid(DAY_MS)), time)
        }
    };
    let Civil { year, month, day } = day;
    (1..=9_999)
        .contains(&year)
        .then(|| format!("{year:04}-{month:02}-{day:02}{time}"))
}

/// What goes into a `datetime` attribute for a span of time; `None` with months, which HTML
/// does not know.
///
/// ```
/// use article_cards::browser::machine_duration;
/// use article_cards::model::Duration;
///
/// let span = Duration { months: 0, seconds: 23_400 };
/// assert_eq!(machine_duration(span).as_deref(), Some("PT6H30M"));
/// ```
pub fn machine_duration(span: Duration) -> Option<String> {
    if span.months > 0 {
        return None;
    }
    let (hours, minutes, seconds) = (
        span.seconds / 3_600,
        span.seconds / 60 % 60,
        span.seconds % 60,
    );
    let parts = [(hours, 'H'), (minutes, 'M'), (seconds, 'S')];
    let written: String = parts
        .iter()
        .filter(|(amount, _)| *amount > 0)
        .map(|(amount, unit)| format!("{amount}{unit}"))
        .collect();
    Some(if written.is_empty() {
        "PT0S".to_owned()
    } else {
        format!("PT{written}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_are_inverse() {
        for number in (-800_000..3_000_000).step_by(97) {
            assert_eq!(day_number(civil(number)), number);
        }
        assert_eq!(
            day_number(Civil {
                year: 1970,
                month: 1,
                day: 1
            }),
            0
        );
        assert_eq!(
            day_number(Civil {
                year: 2000,
                month: 2,
                day: 29
            }),
            11_016
        );
        assert_eq!(
            civil(-1),
            Civil {
                year: 1969,
                month: 12,
                day: 31
            }
        );
    }

    #[test]
    fn years_beyond_html_have_no_datetime() {
        assert_eq!(machine_date(Published::At(i64::MAX)), None);
        assert_eq!(machine_date(Published::At(i64::MIN)), None);
    }

    #[test]
    fn months_have_no_machine_duration() {
        assert_eq!(
            machine_duration(Duration {
                months: 2,
                seconds: 0
            }),
            None
        );
        assert_eq!(
            machine_duration(Duration::default()).as_deref(),
            Some("PT0S")
        );
    }
}
