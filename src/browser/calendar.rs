//! Dates and durations for `datetime` attributes.

use article_cards_core::model::{Duration, Published};
use article_cards_core::text::{date, duration};

/// Milliseconds per day.
pub(crate) const DAY_MS: i64 = 86_400_000;

/// The value of a `datetime` attribute: the moment in UTC, or the day. Returns `None` for years that
/// HTML cannot represent.
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
    let day = match published {
        Published::On(day) => Some(day),
        Published::At(ms) => date::civil_from_days(ms.div_euclid(DAY_MS)),
    };
    day.filter(|day| (1..=9_999).contains(&day.year))
        .map(|_| date::format(published))
}

/// The value of a `datetime` attribute for a duration. Returns `None` for durations with months,
/// which HTML cannot represent.
///
/// ```
/// use article_cards::browser::machine_duration;
/// use article_cards::model::Duration;
///
/// let span = Duration { months: 0, seconds: 23_400 };
/// assert_eq!(machine_duration(span).as_deref(), Some("PT6H30M"));
/// ```
pub fn machine_duration(span: Duration) -> Option<String> {
    (span.months == 0).then(|| duration::format(span))
}

#[cfg(test)]
mod tests {
    use super::*;

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
