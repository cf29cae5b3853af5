//! Formats by the browser's `Intl`.
//!
//! Called by `Reflect`, because the constructors throw on an unsupported locale or time zone, and an
//! uncaught exception would stop every list of the page.

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
const MONTH: Options<'static> = &[("month", "long"), ("year", "numeric")];
const TIME: Options<'static> = &[
    ("hour", "numeric"),
    ("minute", "2-digit"),
    ("timeZoneName", "short"),
];
const CLOCK: Options<'static> = &[
    ("day", "numeric"),
    ("month", "numeric"),
    ("year", "numeric"),
    ("hour", "2-digit"),
    ("minute", "2-digit"),
    ("second", "2-digit"),
    ("hourCycle", "h23"),
];
const UTC: (&str, &str) = ("timeZone", "UTC");

pub(in crate::browser) struct Backend {
    locale: JsValue,
    /// The language of the messages, for plural rules.
    language: JsValue,
    time_zone: Option<String>,
    moment: LazyFormatter,
    day: LazyFormatter,
    exact_moment: LazyFormatter,
    exact_day: LazyFormatter,
    month: LazyFormatter,
    weekday: LazyFormatter,
    clock: LazyFormatter,
    relative: LazyFormatter,
    /// A short and a narrow formatter for each unit.
    amounts: [LazyFormatter; 12],
    list: LazyFormatter,
    number: LazyFormatter,
    plural: LazyFormatter,
}

impl Backend {
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
            moment: LazyFormatter::default(),
            day: LazyFormatter::default(),
            exact_moment: LazyFormatter::default(),
            exact_day: LazyFormatter::default(),
            month: LazyFormatter::default(),
            weekday: LazyFormatter::default(),
            clock: LazyFormatter::default(),
            relative: LazyFormatter::default(),
            amounts: Default::default(),
            list: LazyFormatter::default(),
            number: LazyFormatter::default(),
            plural: LazyFormatter::default(),
        }
    }

    pub(super) fn speak(&mut self, language: &str) {
        self.language = language.into();
    }

    pub(super) fn moment(&self, ms: f64) -> String {
        self.moment.text(|| self.dates(SHORT), &[ms.into()])
    }

    pub(super) fn day(&self, ms: i64) -> String {
        let create = || self.create("DateTimeFormat", "format", &[SHORT, &[UTC]].concat());
        self.day.text(create, &[(ms as f64).into()])
    }

    pub(super) fn exact_moment(&self, ms: f64) -> String {
        self.exact_moment
            .text(|| self.dates(&[LONG, TIME].concat()), &[ms.into()])
    }

    pub(super) fn exact_day(&self, ms: i64) -> String {
        let create = || self.create("DateTimeFormat", "format", &[LONG, &[UTC]].concat());
        self.exact_day.text(create, &[(ms as f64).into()])
    }

    pub(super) fn month(&self, ms: i64) -> String {
        let create = || self.create("DateTimeFormat", "format", &[MONTH, &[UTC]].concat());
        self.month.text(create, &[(ms as f64).into()])
    }

    pub(super) fn weekday(&self, ms: i64) -> String {
        let create = || self.create("DateTimeFormat", "format", &[("weekday", "long"), UTC]);
        self.weekday.text(create, &[(ms as f64).into()])
    }

    pub(super) fn day_number(&self, ms: f64) -> Option<i64> {
        Some(self.local(ms)?.div_euclid(DAY_MS))
    }

    /// The local time at a moment, as milliseconds since 1970 as if it were UTC. Exact from the year 1.
    pub(in crate::browser) fn local(&self, ms: f64) -> Option<i64> {
        let english = "en-US-u-ca-gregory-nu-latn".into();
        let create = || {
            let options = self.in_zone(CLOCK);
            Formatter::new("DateTimeFormat", "format", &english, &options)
        };
        // `6/17/2021, 14:05:09`.
        let text = self.clock.text(create, &[ms.into()]);
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
        let milliseconds = (ms as i64).rem_euclid(1_000);
        let days = days_from_civil(Day { year, month, day });
        Some(days * DAY_MS + seconds * 1_000 + milliseconds)
    }

    /// The collation function of the locale, with digits compared as numbers.
    pub(in crate::browser) fn collation(&self) -> Option<Function> {
        // Any string but the empty one is true.
        let options = &[("numeric", "true")];
        Some(self.create("Collator", "compare", options)?.method)
    }

    pub(super) fn relative(&self, amount: i64, unit: Unit) -> String {
        let create = || self.create("RelativeTimeFormat", "format", &[("numeric", "auto")]);
        self.relative
            .text(create, &[(amount as f64).into(), name(unit).into()])
    }

    pub(super) fn amount(&self, amount: u64, unit: Unit, narrow: bool) -> String {
        let options = &[
            ("style", "unit"),
            ("unit", name(unit)),
            ("unitDisplay", if narrow { "narrow" } else { "short" }),
        ];
        let create = || self.create("NumberFormat", "format", options);
        let index = unit as usize * 2 + usize::from(narrow);
        let formatter = self.amounts.get(index).unwrap_or(&self.number);
        formatter.text(create, &[(amount as f64).into()])
    }

    pub(super) fn joined(&self, parts: Vec<String>) -> String {
        let create = || {
            self.create(
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
            .call(create, &[array.into()])
            .and_then(|text| text.as_string());
        joined.unwrap_or_else(|| parts.join(" "))
    }

    pub(super) fn number(&self, number: u64) -> String {
        // As a `BigInt`, which keeps every digit.
        let text = self.number.text(
            || self.create("NumberFormat", "format", &[]),
            &[number.into()],
        );
        if text.is_empty() {
            number.to_string()
        } else {
            text
        }
    }

    pub(super) fn plural(&self, number: u64) -> Plural {
        let create = || Formatter::new("PluralRules", "select", &self.language, &[]);
        match self.plural.text(create, &[(number as f64).into()]).as_str() {
            "zero" => Plural::Zero,
            "one" => Plural::One,
            "two" => Plural::Two,
            "few" => Plural::Few,
            "many" => Plural::Many,
            _ => Plural::Other,
        }
    }

    fn create(&self, class: &str, method: &str, options: Options<'_>) -> Option<Formatter> {
        Formatter::new(class, method, &self.locale, options)
    }

    fn dates(&self, options: Options<'_>) -> Option<Formatter> {
        self.create("DateTimeFormat", "format", &self.in_zone(options))
    }

    fn in_zone<'a>(&'a self, options: Options<'a>) -> Vec<(&'a str, &'a str)> {
        let zone = self.time_zone.as_deref().map(|zone| ("timeZone", zone));
        options.iter().copied().chain(zone).collect()
    }
}

/// A formatter that is created on first use, since constructors of `Intl` are slow.
#[derive(Default)]
struct LazyFormatter(OnceCell<Option<Formatter>>);

impl LazyFormatter {
    fn call(
        &self,
        create: impl FnOnce() -> Option<Formatter>,
        values: &[JsValue],
    ) -> Option<JsValue> {
        self.0.get_or_init(create).as_ref()?.call(values)
    }

    /// The text; empty if the value cannot be formatted, such as a moment out of range.
    fn text(&self, create: impl FnOnce() -> Option<Formatter>, values: &[JsValue]) -> String {
        self.call(create, values)
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
    let object = Object::new();
    for (name, value) in options {
        Reflect::set(&object, &(*name).into(), &(*value).into()).ok()?;
    }
    Reflect::construct(&class, &Array::of2(locale, &object)).ok()
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
