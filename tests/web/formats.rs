//! Dates, numbers and durations by the browser's `Intl`.

use article_cards::browser::Formats;
use article_cards::i18n::Plural;
use article_cards::model::{Day, Duration, Published};
use wasm_bindgen_test::wasm_bindgen_test;

/// Noon of 17 June 2021, UTC.
const NOW: f64 = 1_623_931_200_000.0;
const HOUR: i64 = 3_600_000;

fn ago(hours: i64) -> Published {
    Published::At(NOW as i64 - hours * HOUR)
}

const SIXTEENTH: Published = Published::On(Day {
    year: 2021,
    month: 6,
    day: 16,
});

fn formats(locale: &str, time_zone: &str) -> Formats {
    Formats::new(Some(locale), Some(time_zone), true)
}

#[wasm_bindgen_test]
fn dates_are_relative_for_less_than_a_week() {
    let british = formats("en-GB", "UTC");
    for (published, expected) in [
        (ago(2), "2 hours ago"),
        (ago(25), "Yesterday"),
        (ago(3 * 24), "3 days ago"),
        (ago(6 * 24 + 23), "6 days ago"),
        (ago(7 * 24), "10 Jun 2021"),
        (SIXTEENTH, "Yesterday"),
        (
            Published::On(Day {
                year: 2021,
                month: 6,
                day: 10,
            }),
            "10 Jun 2021",
        ),
    ] {
        assert_eq!(british.date(published, NOW), expected, "{published:?}");
    }
    let absolute = Formats::new(Some("en-GB"), Some("UTC"), false);
    assert_eq!(absolute.date(ago(2), NOW), "17 Jun 2021");
}

#[wasm_bindgen_test]
fn dates_follow_locale_and_time_zone() {
    let late = Published::At(NOW as i64 - 9 * 24 * HOUR + 11 * HOUR);
    for (locale, time_zone, expected) in [
        ("en-US", "UTC", "Jun 8, 2021"),
        ("de", "Europe/Berlin", "9. Juni 2021"),
        ("ja", "Asia/Tokyo", "2021年6月9日"),
        ("fr", "Pacific/Honolulu", "8 juin 2021"),
    ] {
        assert_eq!(
            formats(locale, time_zone).date(late, NOW),
            expected,
            "{locale}"
        );
    }
    // A date without a time is the same in every time zone.
    for time_zone in ["Pacific/Kiritimati", "Pacific/Honolulu"] {
        let day = Published::On(Day {
            year: 2021,
            month: 3,
            day: 1,
        });
        assert_eq!(formats("en-GB", time_zone).date(day, NOW), "1 Mar 2021");
        assert!(
            formats("en-GB", time_zone)
                .exact(day)
                .contains("1 March 2021")
        );
    }
    assert!(
        formats("en-GB", "Europe/Berlin")
            .exact(ago(0))
            .contains("14:00")
    );
}

#[wasm_bindgen_test]
fn unsupported_locales_and_time_zones_fall_back() {
    let odd = formats("no such locale", "Mars/Phobos");
    for published in [
        ago(2),
        SIXTEENTH,
        Published::At(i64::MIN),
        Published::At(i64::MAX),
    ] {
        odd.date(published, NOW);
        odd.exact(published);
        odd.date(published, f64::NAN);
    }
    assert!(!odd.date(ago(2), NOW).is_empty());
    assert!(!odd.number(1234).is_empty());
}

#[wasm_bindgen_test]
fn numbers_plurals_and_durations() {
    assert_eq!(formats("en", "UTC").number(1_234_567), "1,234,567");
    assert_eq!(formats("de", "UTC").number(1_234_567), "1.234.567");
    assert_eq!(formats("pl", "UTC").plural(2), Plural::Few);
    assert_eq!(formats("ar", "UTC").plural(0), Plural::Zero);
    assert_eq!(formats("ja", "UTC").plural(1), Plural::Other);
    let span = |seconds| formats("en-US", "UTC").duration(Duration { months: 0, seconds });
    assert_eq!(
        (span(900), span(23_400)),
        ("15 min".to_owned(), "6h 30m".to_owned())
    );
    assert_eq!(span(0), "");
}
