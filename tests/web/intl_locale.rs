//! Collation, normalization and time zones by the browser's `Intl`.

use article_cards::browser::{Formats, IntlLocale};
use article_cards::search::Locale;
use js_sys::{Date, Function};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const DAY: i64 = 86_400_000;

fn in_zone(time_zone: &str) -> IntlLocale {
    IntlLocale::new(None, Some(time_zone))
}

fn moment(text: &str) -> i64 {
    Date::parse(text) as i64
}

fn day(text: &str) -> i64 {
    moment(text) / DAY
}

#[wasm_bindgen_test]
fn a_day_starts_at_midnight_of_its_time_zone() {
    for (zone, date, start) in [
        ("UTC", "2021-06-17", "2021-06-17T00:00:00Z"),
        ("Asia/Kolkata", "2021-06-17", "2021-06-16T18:30:00Z"),
        ("Pacific/Kiritimati", "2021-06-17", "2021-06-16T10:00:00Z"),
        ("Pacific/Niue", "2021-06-17", "2021-06-17T11:00:00Z"),
        // Clocks change after midnight.
        ("Europe/Berlin", "2021-03-28", "2021-03-27T23:00:00Z"),
        ("Europe/Berlin", "2021-03-29", "2021-03-28T22:00:00Z"),
        ("Europe/Berlin", "2021-10-31", "2021-10-30T22:00:00Z"),
        // There is no midnight; the day starts at one o'clock.
        ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"),
        ("Asia/Beirut", "2022-03-27", "2022-03-26T22:00:00Z"),
        ("Africa/Cairo", "2023-04-28", "2023-04-27T22:00:00Z"),
        // At midnight clocks go back to eleven.
        ("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z"),
        ("Asia/Beirut", "2022-10-30", "2022-10-29T22:00:00Z"),
        // A minute after midnight clocks go back to eleven; there are two midnights.
        ("America/St_Johns", "2010-11-07", "2010-11-07T02:30:00Z"),
        // A day that was skipped.
        ("Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00Z"),
        ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"),
        ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"),
        ("Pacific/Apia", "2012-01-01", "2011-12-31T10:00:00Z"),
        // An offset with seconds, before time zones.
        ("Europe/Paris", "1850-01-01", "1849-12-31T23:50:39Z"),
        ("Europe/Paris", "0001-01-01", "0000-12-31T23:50:39Z"),
        ("Europe/Paris", "0000-02-29", "0000-02-28T23:50:39Z"),
        ("UTC", "9999-12-31", "9999-12-31T00:00:00Z"),
    ] {
        let host = in_zone(zone);
        let start = moment(start);
        assert_eq!(host.start_of_day(day(date)), start, "{zone} {date}");
        assert_eq!(host.start_of_day(day(date)), start, "{zone} {date}, kept");
    }
}

#[wasm_bindgen_test]
fn the_moment_before_belongs_to_the_day_before() {
    let source = "const made = new Map();
        return (zone, moment) => {
            const options = {timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit'};
            const format = made.get(zone) ?? new Intl.DateTimeFormat('en-CA', options);
            made.set(zone, format);
            return Date.parse(format.format(moment)) / 86400000;
        };";
    let date: Function = Function::new_no_args(source)
        .call0(&JsValue::UNDEFINED)
        .unwrap()
        .unchecked_into();
    for zone in [
        "America/Sao_Paulo",
        "Asia/Beirut",
        "America/St_Johns",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Africa/Casablanca",
    ] {
        let host = in_zone(zone);
        let date = |moment: i64| {
            let moment = JsValue::from(moment as f64);
            let day = date.call2(&JsValue::UNDEFINED, &zone.into(), &moment);
            day.unwrap().as_f64().unwrap() as i64
        };
        for day in day("2009-01-01")..day("2020-01-01") {
            let start = host.start_of_day(day);
            assert!(date(start) >= day, "{zone} {day}");
            assert!(date(start - 1) < day, "{zone} {day}");
        }
    }
}

#[wasm_bindgen_test]
fn days_out_of_range_have_a_start() {
    let host = in_zone("America/New_York");
    for far in [i64::MIN, i64::MIN + 1, -1 << 40, 1 << 40, i64::MAX] {
        assert_eq!(host.start_of_day(far).signum(), far.signum());
    }
    let years = [day("-000004-01-01"), day("0000-01-01"), day("0000-12-31")];
    for day in years {
        let later = host.start_of_day(day + 146_097);
        assert_eq!(host.start_of_day(day), later - 146_097 * DAY);
    }
}

fn ranks(locale: &str, texts: &[&str]) -> Vec<u32> {
    IntlLocale::new(Some(locale), None).rank(texts)
}

/// Sorts texts by a locale.
fn sorted(locale: &str, texts: &[&str]) -> String {
    let mut ranked: Vec<_> = ranks(locale, texts).into_iter().zip(texts).collect();
    ranked.sort();
    let texts: Vec<&str> = ranked.into_iter().map(|(_, text)| *text).collect();
    texts.join(" ")
}

#[wasm_bindgen_test]
fn texts_sort_by_the_locale() {
    let texts = [
        "zebra", "Öl", "Ofen", "apple", "Zoo", "item 10", "item 9", "",
    ];
    assert_eq!(
        sorted("de", &texts),
        " apple item 9 item 10 Ofen Öl zebra Zoo"
    );
    assert_eq!(
        sorted("sv", &texts),
        " apple item 9 item 10 Ofen zebra Zoo Öl"
    );
    assert!(ranks("de", &[]).is_empty());
    assert!(sorted("no such locale", &texts).ends_with("Zoo"));
}

#[wasm_bindgen_test]
fn equal_texts_share_a_rank() {
    // The same letter, composed and not.
    let ranks = ranks(
        "en",
        &["b", "\u{e9}", "b", "e\u{301}", "a", "\u{e9}", "a\u{0}"],
    );
    assert_eq!(ranks[0], ranks[2]);
    assert_eq!((ranks[1], ranks[5]), (ranks[3], ranks[3]));
    assert!(ranks[4] < ranks[0] && ranks[0] < ranks[1]);
}

#[wasm_bindgen_test]
fn many_texts_are_ranked_at_once() {
    let texts: Vec<String> = (0..20_000_u32)
        .map(|n| {
            format!(
                "Title {} of the week",
                n.wrapping_mul(2_654_435_761) % 15_000
            )
        })
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let host = IntlLocale::new(Some("en"), None);
    let begin = Date::now();
    let ranks = host.rank(&texts);
    let took = Date::now() - begin;
    assert!(took < 5_000.0, "{took} ms");
    let number = |text: &str| text.split(' ').nth(1).unwrap().parse::<u32>().unwrap();
    let mut pairs: Vec<_> = texts.iter().map(|text| number(text)).zip(ranks).collect();
    pairs.sort_unstable();
    pairs.windows(2).for_each(|pair| {
        assert_eq!(pair[0].0 == pair[1].0, pair[0].1 == pair[1].1, "{pair:?}");
        assert!(pair[0].1 <= pair[1].1, "{pair:?}");
    });
}

#[wasm_bindgen_test]
fn texts_are_decomposed_in_lower_case() {
    let host = IntlLocale::from(Formats::shared());
    assert_eq!(host.decompose("ﬁX Ⅳ 가"), "fix iv \u{1100}\u{1161}");
    assert_eq!(host.decompose("ÀΣΤ"), "a\u{300}στ");
    assert_eq!(host.decompose(""), "");
}
