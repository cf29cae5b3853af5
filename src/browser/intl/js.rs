//! The browser's `Intl`.
//!
//! By `Reflect`, because the constructors throw on a locale or time zone that they don't know,
//! and a thrown exception would end the whole widget.

use std::cell::OnceCell;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::Unit;
use crate::browser::calendar::DAY_MS;
use crate::i18n::Plural;
use article_cards_core::model::Day;
use article_cards_core::text::date::days_from_civil;

type Options<'a> = &'a [(&'a str, &'a str)];

const SHORT: Options<'static> = &[("day", "numeric"), ("month", "short"), ("year", "numeric")];
const LONG: Options<'static> = &[
    ("weekday", "long"),
    ("day", "numeric"),
    ("month", "long"),
    ("year", "numeric"),
];
const TIME: Options<'static> = &[
    ("hour", "numeric"),
    ("minute", "2-digit"),
    ("timeZoneName", "short"),
];
const NUMBERS: Options<'static> = &[
    ("day", "numeric"),
    ("month", "numeric"),
    ("year", "numeric"),
    ("hour", "2-digit"),
    ("minute", "2-digit"),
    ("second", "2-digit"),
    ("hourCycle", "h23"),
];
const UTC: (&str, &str) = ("timeZone", "UTC");

pub(in crate::browser) struct Engine {
    locale: JsValue,
    /// Of the words that numbers stand in.
    language: JsValue,
    time_zone: Option<String>,
    moment: Made,
    day: Made,
    exact_moment: Made,
    exact_day: Made,
    numbers: Made,
    relative: Made,
    /// Of each unit the short and the narrow one.
    amounts: [Made; 12],
    list: Made,
    number: Made,
    plural: Made,
}

impl Engine {
    pub(super) fn new(locale: Option<&str>, time_zone: Option<&str>) -> Self {
        let undefined = JsValue::UNDEFINED;
        let known = |locale: &JsValue, options: Options<'_>| {
            construct("DateTimeFormat", locale, options).is_some()
        };
        let locale = locale
            .map(JsValue::from)
            .filter(|locale| known(locale, &[]));
        let time_zone = time_zone.filter(|zone| known(&undefined, &[("timeZone", zone)]));
        Self {
            language: locale.clone().unwrap_or_else(|| undefined.clone()),
            locale: locale.unwrap_or(undefined),
            time_zone: time_zone.map(str::to_owned),
            moment: Made::default(),
            day: Made::default(),
            exact_moment: Made::default(),
            exact_day: Made::default(),
            numbers: Made::default(),
            relative: Made::default(),
            amounts: Default::default(),
            list: Made::default(),
            number: Made::default(),
            plural: Made::default(),
        }
    }

    pub(super) fn speak(&mut self, language: &str) {
        self.language = language.into();
    }

    pub(super) fn moment(&self, ms: f64) -> String {
        self.moment.text(|| self.dates(SHORT), &[ms.into()])
    }

    pub(super) fn day(&self, ms: i64) -> String {
        let make = || self.make("DateTimeFormat", "format", &[SHORT, &[UTC]].concat());
        self.day.text(make, &[(ms as f64).into()])
    }

    pub(super) fn exact_moment(&self, ms: f64) -> String {
        self.exact_moment
            .text(|| self.dates(&[LONG, TIME].concat()), &[ms.into()])
    }

    pub(super) fn exact_day(&self, ms: i64) -> String {
        let make = || self.make("DateTimeFormat", "format", &[LONG, &[UTC]].concat());
        self.exact_day.text(make, &[(ms as f64).into()])
    }

    pub(super) fn day_number(&self, ms: f64) -> Option<i64> {
        Some(self.local(ms)?.div_euclid(DAY_MS))
    }

    /// What a clock in the time zone shows, as milliseconds since 1970 as if in UTC; exact from
    /// the year 1 on.
    pub(in crate::browser) fn local(&self, ms: f64) -> Option<i64> {
        let english = "en-US-u-ca-gregory-nu-latn".into();
        let make = || {
            let options = self.in_zone(NUMBERS);
            Formatter::new("DateTimeFormat", "format", &english, &options)
        };
        // `6/17/2021, 14:05:09`.
        let text = self.numbers.text(make, &[ms.into()]);
        let mut numbers = text.split(|digit: char| !digit.is_ascii_digit());
        let mut next = || {
            numbers
                .find(|number| !number.is_empty())?
                .parse::<u16>()
                .ok()
        };
        let (month, day, year) = (next()?, next()?, next()?);
        let (hour, minute, second) = (next()?, next()?, next()?);
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        let seconds = (i64::from(hour) * 60 + i64::from(minute)) * 60 + i64::from(second);
        let parts = (ms as i64).rem_euclid(1_000);
        let days = days_from_civil(Day { year, month, day });
        Some(days * DAY_MS + seconds * 1_000 + parts)
    }

    /// Compares two texts in the order of the locale, digits as numbers.
    pub(in crate::browser) fn comparison(&self) -> Option<Function> {
        // Any text but the empty one means yes.
        let options = &[("numeric", "true")];
        Some(self.make("Collator", "compare", options)?.method)
    }

    pub(super) fn relative(&self, amount: i64, unit: Unit) -> String {
        let make = || self.make("RelativeTimeFormat", "format", &[("numeric", "auto")]);
        self.relative
            .text(make, &[(amount as f64).into(), name(unit).into()])
    }

    pub(super) fn amount(&self, amount: u64, unit: Unit, narrow: bool) -> String {
        let options = &[
            ("style", "unit"),
            ("unit", name(unit)),
            ("unitDisplay", if narrow { "narrow" } else { "short" }),
        ];
        let make = || self.make("NumberFormat", "format", options);
        let place = unit as usize * 2 + usize::from(narrow);
        let made = self.amounts.get(place).unwrap_or(&self.number);
        made.text(make, &[(amount as f64).into()])
    }

    pub(super) fn joined(&self, parts: Vec<String>) -> String {
        let make = || {
            self.make(
                "ListFormat",
                "format",
                &[("type", "unit"), ("style", "narrow")],
            )
        };
        let array: Array = parts
            .iter()
            .map(|part| JsValue::from(part.as_str()))
            .collect();
        let joined = self
            .list
            .call(make, &[array.into()])
            .and_then(|text| text.as_string());
        joined.unwrap_or_else(|| parts.join(" "))
    }

    pub(super) fn number(&self, number: u64) -> String {
        // A BigInt, whose every digit counts.
        let text = self.number.text(
            || self.make("NumberFormat", "format", &[]),
            &[number.into()],
        );
        if text.is_empty() {
            number.to_string()
        } else {
            text
        }
    }

    pub(super) fn plural(&self, number: u64) -> Plural {
        let make = || Formatter::new("PluralRules", "select", &self.language, &[]);
        match self.plural.text(make, &[(number as f64).into()]).as_str() {
            "zero" => Plural::Zero,
            "one" => Plural::One,
            "two" => Plural::Two,
            "few" => Plural::Few,
            "many" => Plural::Many,
            _ => Plural::Other,
        }
    }

    fn make(&self, class: &str, method: &str, options: Options<'_>) -> Option<Formatter> {
        Formatter::new(class, method, &self.locale, options)
    }

    fn dates(&self, options: Options<'_>) -> Option<Formatter> {
        self.make("DateTimeFormat", "format", &self.in_zone(options))
    }

    fn in_zone<'a>(&'a self, options: Options<'a>) -> Vec<(&'a str, &'a str)> {
        let zone = self.time_zone.as_deref().map(|zone| ("timeZone", zone));
        options.iter().copied().chain(zone).collect()
    }
}

/// A formatter, made when it is first needed: their constructors are slow.
#[derive(Default)]
struct Made(OnceCell<Option<Formatter>>);

impl Made {
    fn call(
        &self,
        make: impl FnOnce() -> Option<Formatter>,
        values: &[JsValue],
    ) -> Option<JsValue> {
        self.0.get_or_init(make).as_ref()?.call(values)
    }

    /// The text, or none for what can't be formatted, such as a moment that no clock can show.
    fn text(&self, make: impl FnOnce() -> Option<Formatter>, values: &[JsValue]) -> String {
        self.call(make, values)
            .and_then(|text| text.as_string())
            .unwrap_or_default()
    }
}

struct Formatter {
    this: JsValue,
    method: Function,
}

impl Formatter {
    fn new(class: &str, method: &str, locale: &JsValue, options: Options<'_>) -> Option<Self> {
        let this = construct(class, locale, options)?;
        let method = Reflect::get(&this, &method.into()).ok()?.dyn_into().ok()?;
        Some(Self { this, method })
    }

    fn call(&self, values: &[JsValue]) -> Option<JsValue> {
        self.method
            .apply(&self.this, &values.iter().collect::<Array>())
            .ok()
    }
}

fn construct(class: &str, locale: &JsValue, options: Options<'_>) -> Option<JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class: Function = Reflect::get(&intl, &class.into()).ok()?.dyn_into().ok()?;
    let bag = Object::new();
    for (name, value) in options {
        Reflect::set(&bag, &(*name).into(), &(*value).into()).ok()?;
    }
    Reflect::construct(&class, &Array::of2(locale, &bag)).ok()
}

fn name(unit: Unit) -> &'static str {
    match unit {
        Unit::Year => "year",
        Unit::Month => "month",
        Unit::Day => "day",
        Unit::Hour => "hour",
        Unit::Minute => "minute",
        Unit::Second => "second",
    }
}
