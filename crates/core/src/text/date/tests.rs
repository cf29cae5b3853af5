use super::*;

fn at(milliseconds: i64) -> Option<Published> {
    Some(Published::At(milliseconds))
}

#[test]
fn the_same_moment() {
    for text in [
        "2023-04-26T18:15:40Z",
        "2023-04-26t18:15:40z",
        " 2023-04-26T18:15:40.000+00:00\n",
        "2023-04-26 18:15:40 +0000",
        "2023-04-26 18:15:40+00",
        "2023-04-26 18:15:40 UTC",
        "2023-04-26 18:15:40",
        "2023-04-26T18:15:40-00:00",
        "2023-04-26T18:15:40,0009999999999999999999999999Z",
        "2023-04-27T00:00:40+05:45",
        "2023-04-25T18:16:40-23:59",
        "Wed, 26 Apr 2023 18:15:40 +0000",
        "wed,26 apr 2023 18:15:40 gmt",
        "26 Apr 23 18:15:40 UT",
        "26 Apr 123 18:15:40",
        "Wed, 26 Apr 2023 14:15:40 EDT",
        "Wed, 26 Apr 2023 10:15:40 PST",
        "Wed,  26 Apr  2023 20:15:40 +0200 (CEST)",
        "mer, 26 apr 2023 18:15:40",
        "mar., 26 Apr 2023 18:15:40",
        "Wednesday, 26 April 2023 18:15:40 GMT",
        "Wed, Apr. 26 2023 18:15:40 +0000",
        "Wed Apr 26 18:15:40 2023",
        "Wed Apr 26 18:15:40 UTC 2023",
        "Wed Apr 26 2023 20:15:40 GMT+0200 (Central European Summer Time)",
        "26 Apr 2023 20:15:40 GMT+2",
        "26 Apr 2023 20:15:40 UTC +02:00",
        "26-Apr-2023 18:15:40",
        "26-Apr-23 18:15:40 z",
        "2023-4-26 18:15:40",
        "2023/4/26 18:15:40",
        "2023-04-26 18:15:40 +0000 UTC",
        "2023-04-26T20:15:40+2",
        "2023-04-26T13:15:40 EST",
        "2023-04-26  18:15:40",
        "2023 Apr 26 18:15:40",
        "April 26th, 2023, 6:15:40 PM",
        "Wednesday, April 26, 2023 at 6:15:40\u{202f}PM",
        "1682532940",
        "1682532940.0009",
        "1682532940000",
        "1682532940000.5",
    ] {
        assert_eq!(parse(text), at(1_682_532_940_000), "{text}");
    }
}

#[test]
fn other_moments() {
    for (text, milliseconds) in [
        ("1970-01-01T00:00:00.1239Z", 123),
        ("1970-01-01T00:00:00.5Z", 500),
        ("1969-12-31T23:59:59.9Z", -100),
        ("1970-01-01 00:01", 60_000),
        ("1970-01-01T00:01Z", 60_000),
        ("2016-12-31T23:59:60Z", 1_483_228_800_000),
        ("2016-12-31T23:59:60.5Z", 1_483_228_800_500),
        ("0000-01-01T00:00:00Z", -62_167_219_200_000),
        ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
        ("1 Jan 70 00:01 GMT", 60_000),
        ("1 Jan 1970 00:00:01 +0001", -59_000),
    ] {
        assert_eq!(parse(text), at(milliseconds), "{text}");
    }
}

#[test]
fn days() {
    let day = |year, month, day| Some(Published::On(Day { year, month, day }));
    assert_eq!(parse("2023-04-26"), day(2023, 4, 26));
    assert_eq!(parse(" 2024-02-29 "), day(2024, 2, 29));
    assert_eq!(parse("2000-02-29"), day(2000, 2, 29));
    assert_eq!(parse("0000-01-01"), day(0, 1, 1));
    for text in [
        "2022-7-8",
        "2022/07/08",
        "8 Jul 2022",
        "08-jul-22",
        "Jul 08 2022",
        "July 8th, 2022",
        "Fri, 8 July 2022",
        "ven., 8 Jul 2022",
        "Tue, 8 Jul 22",
    ] {
        assert_eq!(parse(text), day(2022, 7, 8), "{text}");
    }
}

#[test]
fn zones() {
    for (zone, hour) in [
        ("CET", 9),
        ("CEST", 8),
        ("BST", 9),
        ("JST", 1),
        ("AEST", 0),
        ("MSK", 7),
        ("EST", 15),
        ("AKDT", 18),
        ("mez", 9),
        ("GMT-1", 11),
    ] {
        let text = format!("Fri, 12 Jan 2024 10:00:00 {zone}");
        let parsed = parse_with_zone(&text).unwrap();
        let expected = at(1_705_017_600_000 + hour * HOUR * 1000);
        assert_eq!(Some(parsed.published), expected, "{zone}");
        assert!(!parsed.has_unknown_zone, "{zone}");
    }
    let half = parse("Fri, 12 Jan 2024 10:00:00 IST");
    assert_eq!(half, parse("2024-01-12T04:30Z"));
    for zone in ["J", "XYZ", "Zx", "CES", "Europe/Berlin"] {
        let text = format!("Fri, 12 Jan 2024 10:00:00 {zone}");
        let parsed = parse_with_zone(&text).unwrap();
        assert_eq!(Some(parsed.published), parse("2024-01-12T10:00Z"), "{zone}");
        assert!(parsed.has_unknown_zone, "{zone}");
    }
}

#[test]
fn halves_of_the_day() {
    for (text, time) in [
        ("12:05 AM", "00:05"),
        ("1:05 am", "01:05"),
        ("11:59AM", "11:59"),
        ("12:00 PM", "12:00"),
        ("4:42 p.m", ""),
        ("11:59 pm", "23:59"),
        ("16:42 PM", "16:42"),
    ] {
        let expected = parse(&format!("2021-01-29 {time}")).filter(|_| !time.is_empty());
        assert_eq!(
            parse(&format!("January 29, 2021 {text}")),
            expected,
            "{text}"
        );
    }
}

#[test]
fn no_dates() {
    for text in [
        "",
        "now",
        "2023",
        "2023-04",
        "2023-02-29",
        "1900-02-29",
        "2023-04-31",
        "2023-13-01",
        "2023-00-01",
        "2023-01-00",
        "02023-01-01",
        "-2023-01-01",
        "2023-04-26T",
        "2023-04-26Z",
        "2023-04-26T18",
        "2023-04-26T24:00:00Z",
        "2023-04-26T18:60:00Z",
        "2023-04-26T18:15:61Z",
        "2023-04-26T18:15.5Z",
        "2023-04-26T18:15:40.Z",
        "2023-04-26T18:15:40+",
        "2023-04-26T18:15:40+02:",
        "2023-04-26T18:15:40+24:00",
        "2023-04-26T18:15:40+02:60",
        "2023-04-26T18:15:40-+02:00",
        "2023-04-26T18:15:40+02:00x",
        "0000-01-01T00:00:00+00:01",
        "9999-12-31T23:59:60Z",
        "9999-12-31T23:59:59-00:01",
        "Day 26 Apr 2023 18:15:40 GMT",
        "26 Apr 2023 18:15:40 GMT now",
        "26 Apr 2023 GMT",
        "26 Apr Apr 2023",
        "26 Apr 2023 26",
        "26 Apr",
        "04/26/2023",
        "2023-04/26",
        "26-4-2023",
        "PM 26 Apr 2023",
        "26 Apr 2023 6:15 PM PM",
        "26 Apr 2023 18:15 +01 +01",
        "26 Apr 2023 18:15:40 +0200x",
        "999999999",
        "1682532940.x",
        "1682532940.5.5",
        "9999999999999999999999999999",
        "999999999999999",
        "26 Apr 2023 18:15:40x GMT",
        "26 Apr 2023 18:15:40 +02x0",
        "30 Feb 2023 18:15:40 GMT",
        "26 Apx 2023 18:15:40 GMT",
        "26 Apr 20230 18:15:40 GMT",
        "２０２３-04-26",
        "\u{ffff}",
    ] {
        assert_eq!(parse(text), None, "{text}");
    }
}

#[test]
fn format_takes_anything() {
    assert_eq!(
        format(Published::At(i64::MIN)),
        "-292275055-05-16T16:47:04.192Z"
    );
    assert_eq!(
        format(Published::At(i64::MAX)),
        "+292278994-08-17T07:12:55.807Z"
    );
    assert_eq!(
        format(Published::At(253_402_300_800_000)),
        "+010000-01-01T00:00:00Z"
    );
    assert_eq!(
        format(Published::At(-62_167_219_200_001)),
        "-000001-12-31T23:59:59.999Z"
    );
}
