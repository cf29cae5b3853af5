//! Formatting, collation and time zones of any locale, by ICU4X and the data of Unicode's CLDR, as a
//! browser's `Intl` has them.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::OnceLock;

use icu_calendar::{Gregorian, Iso};
use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_datetime::input::{Date, DateTime, Time};
use icu_datetime::options::TimePrecision;
use icu_datetime::pattern::{DateTimePattern, FixedCalendarDateTimeNames};
use icu_datetime::{DateTimeFormatter, fieldsets};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use jiff::Timestamp;
use jiff::civil;
use jiff::tz::TimeZone;
use serde::Deserialize;
use writeable::{TryWriteable, Writeable};

use article_cards::browser::{LocaleFormatter, Unit};
use article_cards::i18n::Plural;
use article_cards_core::model::Day;
use article_cards_core::search::PlainLocale;
use article_cards_core::text::date::{civil_from_days, days_from_civil};

const DAY_MS: i64 = 86_400_000;

/// The data of a locale, and a time zone.
pub(crate) struct IcuLocale {
    locale: Locale,
    time_zone: TimeZone,
    numbers: DecimalFormatter,
    /// The plural rules of messages.
    plurals: PluralRules,
    /// The plural rules of the locale's numbers.
    number_plurals: PluralRules,
    days: DateTimeFormatter<fieldsets::YMD>,
    exact_days: DateTimeFormatter<fieldsets::YMDE>,
    months: DateTimeFormatter<fieldsets::YM>,
    exact_moments: DateTimeFormatter<fieldsets::YMDET>,
    collator: CollatorBorrowed<'static>,
}

impl IcuLocale {
    pub(crate) fn new(locale: &str, time_zone: &str) -> Result<Self, String> {
        let tag = locale.trim().replace('_', "-");
        let unknown = || format!("{locale:?} is not a language tag (BCP 47) such as de or en-GB");
        let locale: Locale = tag.parse().map_err(|_| unknown())?;
        let zone = time_zone.trim();
        let time_zone = TimeZone::get(zone)
            .map_err(|_| format!("{zone:?} is not a time zone (IANA) such as Europe/Berlin"))?;
        let missing = |error: &dyn std::fmt::Display| format!("{tag}: {error}");
        let mut order = CollatorPreferences::from(&locale);
        order.numeric_ordering = Some(CollationNumericOrdering::True);
        let exact = fieldsets::YMDET::long().with_time_precision(TimePrecision::Minute);
        Ok(Self {
            numbers: DecimalFormatter::try_new((&locale).into(), Default::default())
                .map_err(|error| missing(&error))?,
            plurals: PluralRules::try_new((&locale).into(), Default::default())
                .map_err(|error| missing(&error))?,
            number_plurals: PluralRules::try_new((&locale).into(), Default::default())
                .map_err(|error| missing(&error))?,
            days: DateTimeFormatter::try_new((&locale).into(), fieldsets::YMD::medium())
                .map_err(|error| missing(&error))?,
            exact_days: DateTimeFormatter::try_new((&locale).into(), fieldsets::YMDE::long())
                .map_err(|error| missing(&error))?,
            months: DateTimeFormatter::try_new((&locale).into(), fieldsets::YM::long())
                .map_err(|error| missing(&error))?,
            exact_moments: DateTimeFormatter::try_new((&locale).into(), exact)
                .map_err(|error| missing(&error))?,
            collator: Collator::try_new(order, CollatorOptions::default())
                .map_err(|error| missing(&error))?,
            locale,
            time_zone,
        })
    }

    /// Uses the plural rules of another language (BCP 47) for messages, which need not be in the
    /// language of dates and numbers.
    #[must_use]
    pub(crate) fn with_plurals_of(mut self, language: &str) -> Self {
        let language = language.parse::<Locale>().ok();
        let rules = language
            .and_then(|language| PluralRules::try_new((&language).into(), Default::default()).ok());
        if let Some(rules) = rules {
            self.plurals = rules;
        }
        self
    }

    /// Returns the first moment of a day, in milliseconds; days are counted from 1970-01-01.
    fn start_of_day_ms(&self, day: i64) -> Option<i64> {
        let Day { year, month, day } = civil_from_days(day)?;
        let (year, month) = (i16::try_from(year).ok()?, i8::try_from(month).ok()?);
        let date = civil::Date::new(year, month, i8::try_from(day).ok()?).ok()?;
        let start = date.to_zoned_datetime(self.time_zone.clone()).ok()?;
        Some(start.timestamp().as_millisecond())
    }

    /// Returns the patterns of the locale, else of its language, else of English.
    fn patterns(&self) -> Option<&'static UnitPatterns> {
        let all = patterns();
        let id = &self.locale.id;
        let language = id.language.as_str();
        let first = |tag: &str| tag.split('-').next() == Some(language);
        let of_language = || {
            all.iter()
                .find(|(tag, _)| first(tag))
                .map(|(_, patterns)| patterns)
        };
        (all.get(&id.to_string()))
            .or_else(|| all.get(language))
            .or_else(of_language)
            .or_else(|| all.get("en"))
    }

    fn local(&self, ms: i64) -> Option<civil::DateTime> {
        Some(
            self.time_zone
                .to_datetime(Timestamp::from_millisecond(ms).ok()?),
        )
    }

    /// Formats day, short month and year.
    fn short(&self, date: Date<Gregorian>) -> String {
        let by_pattern = || {
            let pattern: DateTimePattern = self.pattern()?.parse().ok()?;
            let prefs = (&self.locale).into();
            let mut names =
                FixedCalendarDateTimeNames::<Gregorian, fieldsets::YMD>::try_new(prefs).ok()?;
            let formatter = names.include_for_pattern(&pattern).ok()?;
            let formatted = formatter.format(&date);
            let written = formatted.try_write_to_string().ok()?;
            Some(written.into_owned())
        };
        by_pattern().unwrap_or_else(|| self.days.format(&date.to_calendar(Iso)).to_string())
    }

    /// Returns the pattern that `Intl` uses for day, short month and year. ICU4X only has lengths of
    /// dates, some of which have the month in digits.
    fn pattern(&self) -> Option<&'static str> {
        let region = self.locale.id.region;
        let region = region.as_ref().map(|region| region.as_str());
        match (self.locale.id.language.as_str(), region) {
            ("en", None | Some("US" | "CA" | "PH")) => Some("MMM d, y"),
            ("pt", Some("PT")) | ("ar", Some("SA")) => None,
            ("de" | "da" | "nb" | "no" | "nn" | "cs" | "fi", _) => Some("d. MMM y"),
            ("ar" | "en" | "es" | "fr" | "it" | "nl" | "pl" | "sv", _) => Some("d MMM y"),
            ("pt", _) => Some("d 'de' MMM 'de' y"),
            ("ja" | "zh", _) => Some("y年M月d日"),
            _ => None,
        }
    }
}

impl LocaleFormatter for IcuLocale {
    fn moment(&self, ms: f64) -> String {
        let local = self.local(ms as i64);
        let date = local.and_then(|local| date(local.date()));
        date.map(|date| self.short(date)).unwrap_or_default()
    }

    fn day(&self, ms: i64) -> String {
        let date = day_of(ms).map(|date| self.short(date));
        date.unwrap_or_default()
    }

    fn exact_day(&self, ms: i64) -> String {
        let date =
            day_of(ms).map(|date| self.exact_days.format(&date.to_calendar(Iso)).to_string());
        date.unwrap_or_default()
    }

    fn month(&self, ms: i64) -> String {
        let date = day_of(ms).map(|date| self.months.format(&date.to_calendar(Iso)).to_string());
        date.unwrap_or_default()
    }

    fn exact_moment(&self, ms: f64) -> String {
        let ms = ms as i64;
        let written = || {
            let local = self.local(ms)?;
            let date = date(local.date())?.to_calendar(Iso);
            let part = |part: i8| u8::try_from(part).unwrap_or_default();
            let (hour, minute) = (part(local.hour()), part(local.minute()));
            let time = Time::try_new(hour, minute, 0, 0).ok()?;
            let written = self.exact_moments.format(&DateTime { date, time });
            let at = Timestamp::from_millisecond(ms).ok()?;
            let zone = at.to_zoned_datetime(self.time_zone.clone());
            Some(format!("{written} {}", zone.strftime("%Z")))
        };
        written().unwrap_or_default()
    }

    fn day_number(&self, ms: f64) -> Option<i64> {
        let date = self.local(ms as i64)?.date();
        Some(days_from_civil(Day {
            year: u16::try_from(date.year()).ok()?,
            month: u8::try_from(date.month()).ok()?,
            day: u8::try_from(date.day()).ok()?,
        }))
    }

    fn number(&self, number: u64) -> String {
        self.numbers
            .format(&Decimal::from(number))
            .write_to_string()
            .into_owned()
    }

    fn plural(&self, number: u64) -> Plural {
        category(&self.plurals, number)
    }

    fn amount(&self, amount: u64, unit: Unit, narrow: bool) -> String {
        let Some(patterns) = self.patterns() else {
            return String::new();
        };
        let units = if narrow {
            &patterns.narrow
        } else {
            &patterns.short
        };
        let form = match units.get(&lower_case(unit)) {
            Some(PluralForms::One(form)) => form.as_str(),
            Some(PluralForms::Each(forms)) => {
                let category = lower_case(category(&self.number_plurals, amount));
                let form = forms.get(&category).or_else(|| forms.get("other"));
                form.map_or("{count}", String::as_str)
            }
            None => "{count}",
        };
        form.replace("{count}", &self.number(amount))
    }

    fn joined(&self, parts: Vec<String>) -> String {
        match (parts.as_slice(), self.patterns()) {
            ([one, other], Some(patterns)) => {
                patterns.joined.replace("{0}", one).replace("{1}", other)
            }
            _ => parts.join(" "),
        }
    }
}

impl article_cards_core::search::Locale for IcuLocale {
    fn decompose(&self, text: &str) -> String {
        PlainLocale::default().decompose(text)
    }

    fn rank(&self, texts: &[&str]) -> Vec<u32> {
        let mut sorted: Vec<(usize, &str)> = texts.iter().copied().enumerate().collect();
        sorted.sort_by(|one, other| self.collator.compare(one.1, other.1));
        let mut ranks = vec![0; texts.len()];
        let mut before: Option<(&str, u32)> = None;
        for (at, text) in sorted {
            let rank = before.map_or(0, |(last, rank)| {
                rank + u32::from(self.collator.compare(last, text) != Ordering::Equal)
            });
            before = Some((text, rank));
            if let Some(slot) = ranks.get_mut(at) {
                *slot = rank;
            }
        }
        ranks
    }

    fn start_of_day(&self, day: i64) -> i64 {
        self.start_of_day_ms(day)
            .unwrap_or_else(|| PlainLocale::default().start_of_day(day))
    }
}

fn day_of(ms: i64) -> Option<Date<Gregorian>> {
    let Day { year, month, day } = civil_from_days(ms.div_euclid(DAY_MS))?;
    Date::try_new_gregorian(i32::from(year), month, day).ok()
}

fn date(date: civil::Date) -> Option<Date<Gregorian>> {
    let (month, day) = (
        u8::try_from(date.month()).ok()?,
        u8::try_from(date.day()).ok()?,
    );
    Date::try_new_gregorian(i32::from(date.year()), month, day).ok()
}

fn category(rules: &PluralRules, number: u64) -> Plural {
    match rules.category_for(number) {
        PluralCategory::Zero => Plural::Zero,
        PluralCategory::One => Plural::One,
        PluralCategory::Two => Plural::Two,
        PluralCategory::Few => Plural::Few,
        PluralCategory::Many => Plural::Many,
        PluralCategory::Other => Plural::Other,
    }
}

/// Returns the name of a unit or plural category in CLDR, which is that of its variant in lower case.
fn lower_case(variant: impl std::fmt::Debug) -> String {
    format!("{variant:?}").to_lowercase()
}

/// The patterns of time units in one language.
#[derive(Deserialize)]
struct UnitPatterns {
    joined: String,
    short: HashMap<String, PluralForms>,
    narrow: HashMap<String, PluralForms>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum PluralForms {
    One(String),
    Each(HashMap<String, String>),
}

/// Patterns of time units from CLDR, which stable ICU4X does not have.
fn patterns() -> &'static HashMap<String, UnitPatterns> {
    static PATTERNS: OnceLock<HashMap<String, UnitPatterns>> = OnceLock::new();
    PATTERNS
        .get_or_init(|| serde_json::from_str(include_str!("durations.json")).unwrap_or_default())
}
