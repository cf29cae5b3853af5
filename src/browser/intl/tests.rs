use super::*;
use article_cards_core::model::Day;

const NOW: f64 = 1_623_931_200_000.0; // 2021-06-17T12:00:00Z, a Thursday

fn formats() -> Formats {
    Formats::new(Some("en"), Some("UTC"), true)
}

fn ago(seconds: i64) -> String {
    formats().date(Published::At(NOW as i64 - seconds * 1_000), NOW)
}

#[test]
fn moments_are_relative_under_a_week() {
    assert_eq!(ago(5), "Now");
    assert_eq!(ago(60), "1 minute ago");
    assert_eq!(ago(2 * 3_600 + 5), "2 hours ago");
    assert_eq!(ago(86_399), "23 hours ago");
    assert_eq!(ago(86_400), "Yesterday");
    // 37 hours: by the clock one day, by the calendar two.
    assert_eq!(ago(37 * 3_600), "2 days ago");
    assert_eq!(ago(6 * 86_400), "6 days ago");
    assert_eq!(ago(7 * 86_400), "10 Jun 2021");
    assert_eq!(ago(-7_200), "In 2 hours");
    assert_eq!(ago(-86_400), "Tomorrow");
}

#[test]
fn days_are_relative_in_whole_days() {
    let date = |day| {
        formats().date(
            Published::On(Day {
                year: 2021,
                month: 6,
                day,
            }),
            NOW,
        )
    };
    assert_eq!(date(17), "Today");
    assert_eq!(date(16), "Yesterday");
    assert_eq!(date(18), "Tomorrow");
    assert_eq!(date(11), "6 days ago");
    assert_eq!(date(10), "10 Jun 2021");
}

#[test]
fn absolute_dates_are_absolute() {
    let formats = Formats::new(None, None, false);
    assert_eq!(formats.date(Published::At(NOW as i64), NOW), "17 Jun 2021");
}

#[test]
fn the_exact_date_has_weekday_and_time() {
    assert_eq!(
        formats().exact(Published::At(NOW as i64)),
        "Thursday, 17 June 2021, 12:00 UTC"
    );
    let day = Published::On(Day {
        year: 2021,
        month: 6,
        day: 17,
    });
    assert_eq!(formats().exact(day), "Thursday, 17 June 2021");
}

#[test]
fn moments_out_of_range_do_not_panic() {
    for ms in [i64::MIN, i64::MAX] {
        formats().date(Published::At(ms), NOW);
        formats().exact(Published::At(ms));
    }
    formats().date(Published::At(0), f64::NAN);
    formats().date(Published::At(0), f64::INFINITY);
}

#[test]
fn durations_have_at_most_two_units() {
    let span = |months, seconds| formats().duration(Duration { months, seconds });
    assert_eq!(span(0, 0), "");
    assert_eq!(span(0, 45), "45 s");
    assert_eq!(span(0, 900), "15 min");
    assert_eq!(span(0, 260), "4 min 20 s");
    assert_eq!(span(0, 6 * 3_600 + 5), "6 h");
    assert_eq!(span(0, 2 * 86_400), "2 d");
    assert_eq!(span(14, 0), "1 y 2 m");
}

#[test]
fn numbers_are_grouped() {
    assert_eq!(formats().number(7), "7");
    assert_eq!(formats().number(1_204), "1,204");
    assert_eq!(formats().number(u64::MAX), "18,446,744,073,709,551,615");
}

#[test]
fn clones_are_equal_and_others_are_not() {
    let one = formats();
    assert_eq!(one, one.clone());
    assert_ne!(one, formats());
    assert_eq!(Formats::shared(), Formats::shared());
}
