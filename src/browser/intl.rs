//! Dates, numbers and plural forms in the reader's language.

#[cfg(target_arch = "wasm32")]
#[path = "intl/js.rs"]
mod backend;
#[cfg(not(target_arch = "wasm32"))]
#[path = "intl/native.rs"]
mod backend;

use std::cell::Cell;
use std::rc::Rc;

use self::backend::Backend;
#[cfg(not(target_arch = "wasm32"))]
pub use self::backend::LocaleFormatter;
use super::calendar::DAY_MS;
use crate::i18n::{Plural, capitalised};
use article_cards_core::model::{Day, Duration, Published};
use article_cards_core::text::date::{civil_from_days, days_from_civil};

/// Formats dates and numbers in one locale and time zone.
///
/// A cheap handle: clones share their formatters, which are created when first needed, and two handles
/// are equal if they are clones of each other. In a browser `Intl` does the
/// work; natively everything is English and in UTC, unless `Formats::with_formatter` is used.
#[derive(Clone)]
pub struct Formats(Rc<Inner>);

struct Inner {
    backend: Backend,
    relative: bool,
    /// The last "now", and its day.
    today: Cell<Option<(f64, i64)>>,
}

/// A unit of time of `Intl`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// `year`
    Year,
    /// `month`
    Month,
    /// `day`
    Day,
    /// `hour`
    Hour,
    /// `minute`
    Minute,
    /// `second`
    Second,
}

impl Formats {
    /// Formats for a locale (BCP 47) and a time zone (IANA), with recent dates relative or all dates
    /// absolute. A locale or time zone that is absent or that the browser does not support is the
    /// browser's own.
    ///
    /// ```
    /// use article_cards::browser::Formats;
    /// use article_cards::model::Published;
    ///
    /// let formats = Formats::new(Some("en"), Some("UTC"), true);
    /// let published = Published::At(1_623_873_600_000);
    /// assert_eq!(formats.date(published, 1_623_880_900_000.0), "2 hours ago");
    /// assert_eq!(formats.date(published, 1_703_880_900_000.0), "16 Jun 2021");
    /// ```
    pub fn new(locale: Option<&str>, time_zone: Option<&str>, relative: bool) -> Self {
        let backend = Backend::new(locale, time_zone);
        Self(Rc::new(Inner {
            backend,
            relative,
            today: Cell::new(None),
        }))
    }

    /// Formats of a locale outside a browser, dates absolute.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn with_formatter(formatter: Rc<dyn LocaleFormatter>) -> Self {
        Self(Rc::new(Inner {
            backend: Backend(formatter),
            relative: false,
            today: Cell::new(None),
        }))
    }

    /// Sets the language of the messages (BCP 47), whose plural rules apply; dates and numbers keep
    /// their locale.
    #[must_use]
    pub fn speaking(mut self, language: &str) -> Self {
        // A handle that is shared already keeps the plural rules of its locale.
        if let Some(inner) = Rc::get_mut(&mut self.0) {
            inner.backend.speak(language);
        }
        self
    }

    /// The default formats of components: the browser's locale and time zone, one shared handle.
    pub fn shared() -> Self {
        thread_local! {
            static SHARED: Formats = Formats::new(None, None, true);
        }
        SHARED.with(Clone::clone)
    }

    /// A date on a card: relative if it is less than a week away, otherwise day, month and year.
    pub fn date(&self, published: Published, now_ms: f64) -> String {
        let relative = if self.0.relative {
            self.relative(published, now_ms)
        } else {
            None
        };
        relative.unwrap_or_else(|| match published {
            Published::At(ms) => self.0.backend.moment(ms as f64),
            Published::On(day) => self.0.backend.day(days_from_civil(day) * DAY_MS),
        })
    }

    /// A day, never relative.
    pub fn day(&self, day: Day) -> String {
        self.0.backend.day(days_from_civil(day) * DAY_MS)
    }

    /// The day of a date in the time zone; `None` if it is out of range.
    pub fn day_of(&self, published: Published) -> Option<Day> {
        match published {
            Published::On(day) => Some(day),
            Published::At(ms) => civil_from_days(self.0.backend.day_number(ms as f64)?),
        }
    }

    /// A day as a heading: relative if it is today or a day beside it, otherwise the full date with its
    /// weekday.
    ///
    /// ```
    /// use article_cards::browser::Formats;
    /// use article_cards::model::Day;
    ///
    /// let formats = Formats::new(Some("en"), Some("UTC"), true);
    /// let day = |day| formats.day_heading(Day { year: 2021, month: 6, day }, 1_623_880_900_000.0);
    /// assert_eq!(day(16), "Today");
    /// assert_eq!(day(14), "Monday, 14 June 2021");
    /// ```
    pub fn day_heading(&self, day: Day, now_ms: f64) -> String {
        let number = days_from_civil(day);
        let today = self.day_number(now_ms).filter(|_| self.0.relative);
        match today.map(|today| number - today) {
            Some(away @ -1..=1) => capitalised(&self.0.backend.relative(away, Unit::Day)),
            _ => self.0.backend.exact_day(number * DAY_MS),
        }
    }

    /// The day of the last visit: its weekday, or its date if it was a week ago or longer; `None` if it was
    /// today.
    pub fn last_visit(&self, visit_ms: f64, now_ms: f64) -> Option<String> {
        let day = self.0.backend.day_number(visit_ms)?;
        match self.day_number(now_ms)? - day {
            0 => None,
            1..7 => Some(self.0.backend.weekday(day * DAY_MS)),
            _ => Some(self.0.backend.day(day * DAY_MS)),
        }
    }

    /// The month of a day as a heading, with its year.
    pub fn month(&self, day: Day) -> String {
        capitalised(&self.0.backend.month(days_from_civil(day) * DAY_MS))
    }

    /// The date at a moment, in milliseconds since 1970; `None` if it is out of range.
    pub fn today(&self, now_ms: f64) -> Option<Day> {
        civil_from_days(self.day_number(now_ms)?)
    }

    /// The full date with its weekday and, for a moment, the time of day.
    pub fn exact(&self, published: Published) -> String {
        match published {
            Published::At(ms) => self.0.backend.exact_moment(ms as f64),
            Published::On(day) => self.0.backend.exact_day(days_from_civil(day) * DAY_MS),
        }
    }

    /// A duration in its largest unit and the one below, rounded to minutes from five minutes on; empty
    /// if it is zero.
    ///
    /// ```
    /// use article_cards::browser::Formats;
    /// use article_cards::model::Duration;
    ///
    /// let span = |seconds| Formats::shared().duration(Duration { months: 0, seconds });
    /// assert_eq!(span(23_400), "6 h 30 min");
    /// assert_eq!(span(432), "7 min");
    /// ```
    pub fn duration(&self, span: Duration) -> String {
        let Duration {
            months,
            mut seconds,
        } = span;
        if seconds >= 300 {
            seconds = seconds.saturating_add(30) / 60 * 60;
        }
        let units = [
            (u64::from(months / 12), Unit::Year),
            (u64::from(months % 12), Unit::Month),
            (seconds / 86_400, Unit::Day),
            (seconds / 3_600 % 24, Unit::Hour),
            (seconds / 60 % 60, Unit::Minute),
            (seconds % 60, Unit::Second),
        ];
        let parts = units.iter().skip_while(|(amount, _)| *amount == 0).take(2);
        let parts: Vec<_> = parts.filter(|(amount, _)| *amount > 0).collect();
        // Two units share a small badge, "6h 30m"; one has room for its name, "15 min".
        let narrow = parts.len() > 1;
        let amount = |(amount, unit): &&(u64, Unit)| self.0.backend.amount(*amount, *unit, narrow);
        self.0.backend.joined(parts.iter().map(amount).collect())
    }

    /// A whole number with the digits and groups of the locale.
    pub fn number(&self, number: u64) -> String {
        self.0.backend.number(number)
    }

    /// The plural category of a number.
    pub fn plural(&self, number: u64) -> Plural {
        self.0.backend.plural(number)
    }

    fn relative(&self, published: Published, now_ms: f64) -> Option<String> {
        let today = self.day_number(now_ms)?;
        let (amount, unit) = match published {
            Published::On(day) => (days_from_civil(day) - today, Unit::Day),
            Published::At(ms) => {
                let away = ms as f64 - now_ms;
                if away.abs() >= 7.0 * DAY_MS as f64 {
                    return None;
                }
                // Less than a week can still touch eight calendar days.
                let days = (self.0.backend.day_number(ms as f64)? - today).clamp(-6, 6);
                relative_amount(away as i64 / 1_000, days)
            }
        };
        if unit == Unit::Day && amount.abs() >= 7 {
            return None;
        }
        Some(capitalised(&self.0.backend.relative(amount, unit)))
    }

    #[cfg(target_arch = "wasm32")]
    pub(super) fn backend(&self) -> &Backend {
        &self.0.backend
    }

    fn day_number(&self, now_ms: f64) -> Option<i64> {
        match self.0.today.get() {
            Some((at, day)) if at == now_ms => Some(day),
            _ => {
                let day = self.0.backend.day_number(now_ms)?;
                self.0.today.set(Some((now_ms, day)));
                Some(day)
            }
        }
    }
}

/// The amount and unit of a relative time: within 24 hours by the clock, otherwise by calendar days.
fn relative_amount(seconds: i64, days: i64) -> (i64, Unit) {
    match seconds.abs() {
        0..60 => (0, Unit::Second),
        60..3_600 => (seconds / 60, Unit::Minute),
        3_600..86_400 => (seconds / 3_600, Unit::Hour),
        // A day can have 25 hours.
        _ if days == 0 => (seconds / 3_600, Unit::Hour),
        _ => (days, Unit::Day),
    }
}

// Lets `html!` take it by reference.
#[cfg(feature = "components")]
impl yew::html::ImplicitClone for Formats {}

impl PartialEq for Formats {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::fmt::Debug for Formats {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Formats")
            .field("relative", &self.0.relative)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
