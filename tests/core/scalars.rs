//! Texts, dates, durations and links of a feed, compared with simple and slow implementations.

use article_cards_core::feed::paging::page;
use article_cards_core::model::{Day, Duration, Published};
use article_cards_core::text::url::{Resolver, UrlStandard, domain, host, image, link, origin};
use article_cards_core::text::{date, duration};
use article_cards_core::text::{escape_references, first_words, plain, without_tags};
use entities::ENTITIES;
use proptest::prelude::*;
use proptest::sample::select;
use std::time::Instant;

/// Texts of a number of these pieces.
fn pieces(
    pieces: Vec<&'static str>,
    count: std::ops::Range<usize>,
) -> impl Strategy<Value = String> {
    proptest::collection::vec(select(pieces), count).prop_map(|pieces| pieces.concat())
}

/// Texts full of what may be a character reference.
fn references() -> impl Strategy<Value = String> {
    let name = (0..ENTITIES.len()).prop_map(|at| ENTITIES[at].entity.to_owned());
    let cut = name
        .clone()
        .prop_map(|name| name[..name.len() - 1].to_owned());
    let number = (
        any::<u32>(),
        0..40_u32,
        any::<bool>(),
        select(vec!["", ";"]),
    )
        .prop_map(|(number, shift, is_hex, end)| {
            match number.checked_shr(shift).unwrap_or(0) {
                number if is_hex => format!("&#x{number:x}{end}"),
                number => format!("&#{number}{end}"),
            }
        });
    let other = pieces(
        vec![
            "&", "&&", "#", "x", ";", "a", "1", "amp;", "=", " ", "\n", "\u{feff}", "\u{a0}", "é",
            "<",
        ],
        1..4,
    );
    let part = prop_oneof![name, cut, number, other];
    proptest::collection::vec(part, 0..8).prop_map(|parts| parts.concat())
}

/// HTML's rules by trying every name everywhere.
fn decoded(text: &str) -> String {
    let Some((before, after)) = text.split_once('&') else {
        return text.to_owned();
    };
    let named = ENTITIES
        .iter()
        .filter(|entity| after.starts_with(&entity.entity[1..]))
        .max_by_key(|entity| entity.entity.len());
    if let Some(entity) = named {
        let rest = &after[entity.entity.len() - 1..];
        return format!("{before}{}{}", entity.characters, decoded(rest));
    }
    let number = after.strip_prefix('#').and_then(|number| {
        let (digits, radix) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16),
            None => (number, 10),
        };
        let rest = digits.trim_start_matches(|char: char| char.is_digit(radix));
        let digits = digits
            .strip_suffix(rest)
            .filter(|digits| !digits.is_empty())?;
        let value = u128::from_str_radix(digits, radix).unwrap_or(u128::MAX);
        Some((value, rest.strip_prefix(';').unwrap_or(rest)))
    });
    let Some((value, rest)) = number else {
        return format!("{before}&{}", decoded(after));
    };
    let windows = [
        (0x80, 0x20AC),
        (0x82, 0x201A),
        (0x83, 0x0192),
        (0x84, 0x201E),
        (0x85, 0x2026),
        (0x86, 0x2020),
        (0x87, 0x2021),
        (0x88, 0x02C6),
        (0x89, 0x2030),
        (0x8A, 0x0160),
        (0x8B, 0x2039),
        (0x8C, 0x0152),
        (0x8E, 0x017D),
        (0x91, 0x2018),
        (0x92, 0x2019),
        (0x93, 0x201C),
        (0x94, 0x201D),
        (0x95, 0x2022),
        (0x96, 0x2013),
        (0x97, 0x2014),
        (0x98, 0x02DC),
        (0x99, 0x2122),
        (0x9A, 0x0161),
        (0x9B, 0x203A),
        (0x9C, 0x0153),
        (0x9E, 0x017E),
        (0x9F, 0x0178),
    ];
    let value = windows
        .iter()
        .find(|(from, _)| *from == value)
        .map_or(value, |(_, to)| *to);
    let char = u32::try_from(value)
        .ok()
        .filter(|value| *value > 0)
        .and_then(char::from_u32);
    format!("{before}{}{}", char.unwrap_or('\u{fffd}'), decoded(rest))
}

fn tidied(text: &str) -> String {
    let text = text.replace('\u{feff}', " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #[test]
    fn plain_decodes_once_and_tidies(text in references()) {
        prop_assert_eq!(plain(&text), tidied(&decoded(&text)));
    }

    #[test]
    fn escaping_is_undone_by_plain(text in references()) {
        for text in [tidied(&text), plain(&text).into_owned(), tidied(&escape_references(&text))] {
            let escaped = escape_references(&text);
            prop_assert_eq!(plain(&escaped), text.as_str());
        }
    }

    #[test]
    fn text_of_html(parts in proptest::collection::vec((select(vec![
        // Markup, and the text it leaves.
        ("", ""), ("<p>", " "), ("</P\n>", " "), ("<br/>", " "), ("<li a='<p>'>", " "),
        ("<b>", ""), ("</i>", ""), ("<a href=\"x>y\" b='\"' c=d/e>", ""), ("<x-y z>", ""),
        ("<!-- > <p> -- -->", ""), ("<!-->", ""), ("<!x'>", ""), ("</>", ""), ("<?x?>", ""),
        ("<script>a<!--</p> &lt;</script>", ""), ("<STYLE a>b{}</sTyLe/>", ""), ("< ", "< "),
        ("<1", "<1"), ("<&lt;", "<<"),
    ]), "[a-z0-9 >&;'\"=/-]{0,5}"), 0..8)) {
        let html: String = parts.iter().map(|((html, _), text)| format!("{html}{text}")).collect();
        let text: String = parts.iter().map(|((_, left), text)| format!("{left}{}", decoded(text))).collect();
        prop_assert_eq!(without_tags(&html), tidied(&text));
    }

    #[test]
    fn without_a_tag_it_is_plain(text in references()) {
        let text = text.replace('<', "");
        prop_assert_eq!(without_tags(&text), plain(&text));
    }

    #[test]
    fn first_words_are_few(text in "[a-zé ]{0,30}", max_characters in 0_usize..40) {
        let text = tidied(&text);
        let words = first_words(&text, max_characters);
        prop_assert!(words.chars().count() <= max_characters);
        match words.strip_suffix('…') {
            Some(start) => {
                prop_assert!(text.starts_with(start) && !start.ends_with(' '));
                prop_assert!(text.chars().count() > max_characters);
            }
            None => prop_assert!(words == text || max_characters == 0),
        }
    }

    #[test]
    fn nothing_panics(text in any::<String>(), max_characters in 0_usize..9) {
        let _ = (plain(&text), without_tags(&text), escape_references(&text), first_words(&text, max_characters));
        let _ = (date::parse(&text), duration::parse(&text), page(&text, 2), origin(&text), host(&text));
        let _ = (image(&UrlStandard, &text, None), domain(&UrlStandard, &text));
    }

    #[test]
    fn markup_does_not_panic(html in pieces(vec![
        "<", ">", "/", "!", "--", "-", "?", "script", "style", "p", "é", "'", "\"", "=", " ", "&", "a",
    ], 0..30)) {
        let _ = without_tags(&html);
    }
}

/// One of each is ten megabytes in a release build's tenth of a second; a quadratic step takes hours.
#[test]
fn hostile_texts_take_linear_time() {
    let start = Instant::now();
    for piece in [
        "&xyzzy",
        "&",
        "&#",
        "&#x",
        "&#1",
        "&notit;",
        "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;",
        "<",
        "</",
        "<!--",
        "<!---",
        "<!",
        "<a ",
        "<a b='",
        "<script>",
        "<script></",
        "</script",
        "<p>",
        "-",
        " ",
    ] {
        let text = piece.repeat(1_000_000 / piece.len());
        let _ = (
            plain(&text),
            without_tags(&text),
            escape_references(&text),
            first_words(&text, 80),
        );
        let _ = without_tags(&format!("<!--{text}"));
        let _ = without_tags(&format!("<style>{text}"));
    }
    let digits = "9".repeat(1_000_000);
    let _ = (
        plain(&format!("&#{digits}")),
        duration::parse(&format!("PT0.{digits}S")),
    );
    let _ = date::parse(&format!("2023-04-26T18:15:40.{digits}Z"));
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

/// Every day of the years 0 to 9999, counted by hand.
#[test]
fn the_calendar_is_right() {
    let mut days = -719_528;
    for year in 0..=9999_u16 {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let february = if leap { 29 } else { 28 };
        for (month, length) in (1..).zip([31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
            for day in 1..=length {
                let day = Day { year, month, day };
                assert_eq!(date::days_from_civil(day), days);
                assert_eq!(date::civil_from_days(days), Some(day));
                days += 1;
            }
            let after = format!("{year:04}-{month:02}-{:02}", length + 1);
            assert_eq!(date::parse(&after), None);
        }
    }
    assert_eq!(date::civil_from_days(days), None);
    assert_eq!(date::civil_from_days(-719_529), None);
}

const FIRST: i64 = -62_167_219_200_000;
const LAST: i64 = 253_402_300_799_999;

proptest! {
    #[test]
    fn dates_round_trip(at in FIRST..=LAST, days in -719_528_i64..=2_932_896) {
        for at in [at, at.div_euclid(1000) * 1000] {
            let at = Published::At(at);
            prop_assert_eq!(date::parse(&date::format(at)), Some(at));
        }
        let on = Published::On(date::civil_from_days(days).unwrap());
        prop_assert_eq!(date::parse(&date::format(on)), Some(on));
    }

    #[test]
    fn any_moment_is_written(at in any::<i64>()) {
        let text = date::format(Published::At(at));
        let read = date::parse(&text);
        prop_assert_eq!(read, (FIRST..=LAST).contains(&at).then_some(Published::At(at)));
    }

    #[test]
    fn every_notation_of_a_moment(
        day in 0_i64..=2_932_896, clock in 0_i64..86_400, offset in -1439_i64..=1439, fraction in "[0-9]{1,9}",
    ) {
        let civil = date::civil_from_days(day).unwrap();
        let Day { year, month, day: of_month } = civil;
        let (hour, minute, second) = (clock / 3600, clock / 60 % 60, clock % 60);
        let sign = if offset < 0 { '-' } else { '+' };
        let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
        let whole = day * 86_400 + clock - offset * 60;
        let expect = |seconds: i64, thousandths: i64| {
            let at = seconds * 1000 + thousandths;
            (FIRST..=LAST).contains(&at).then_some(Published::At(at))
        };
        let date_text = format!("{year:04}-{month:02}-{of_month:02}");
        let time = format!("{hour:02}:{minute:02}:{second:02}");
        for t in ["T", "t", " "] {
            for zone in [format!("{sign}{hours:02}:{minutes:02}"), format!(" {sign}{hours:02}{minutes:02}")] {
                prop_assert_eq!(date::parse(&format!("{date_text}{t}{time}{zone}")), expect(whole, 0));
                let thousandths = format!("{fraction}00")[..3].parse().unwrap();
                let text = format!("{date_text}{t}{time}.{fraction}{zone}");
                prop_assert_eq!(date::parse(&text), expect(whole, thousandths));
            }
        }
        let name = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
            [usize::from(month) - 1];
        let mail = format!("{of_month} {name} {year:04} {time} {sign}{hours:02}{minutes:02}");
        prop_assert_eq!(date::parse(&mail), expect(whole, 0));
    }

    #[test]
    fn what_is_read_as_a_date_is_one(text in pieces(vec![
        "2023", "-", "04", "26", "T", "18", ":", "15", "60", ".", "5", "Z", "+", " ", "Apr", "Wed", ",", "GMT", "99",
    ], 0..16)) {
        if let Some(published) = date::parse(&text) {
            prop_assert_eq!(date::parse(&date::format(published)), Some(published));
        }
    }

    #[test]
    fn durations_round_trip(months in any::<u32>(), seconds in any::<u64>(), shift in 0_u32..64) {
        let read = Duration { months: months >> (shift / 2), seconds: seconds >> shift };
        prop_assert_eq!(duration::parse(&duration::format(read)), Some(read));
    }

    #[test]
    fn durations_are_sums(
        counts in proptest::collection::vec(proptest::option::of(0_u64..1000), 7), fraction in 0_u64..1000,
    ) {
        let letters = ["Y", "M", "W", "D", "H", "M", "S"];
        let (mut text, mut months, mut thousandths) = ("P".to_owned(), 0, 0);
        for (at, count) in counts.iter().enumerate() {
            if at == 4 && counts[4..].iter().any(Option::is_some) {
                text.push('T');
            }
            let Some(count) = *count else { continue };
            let is_last = counts[at + 1..].iter().all(Option::is_none) && at > 1;
            let fraction = if is_last { fraction } else { 0 };
            text.push_str(&count.to_string());
            if is_last {
                text.push_str(&format!(".{fraction:03}"));
            }
            text.push_str(letters[at]);
            match at {
                0 => months += count * 12,
                1 => months += count,
                _ => thousandths += (count * 1000 + fraction) * [604_800, 86_400, 3600, 60, 1][at - 2],
            }
        }
        let sum = Duration { months: months as u32, seconds: thousandths / 1000 };
        let expected = counts.iter().any(Option::is_some).then_some(sum);
        prop_assert_eq!(duration::parse(&text), expected);
    }

    #[test]
    fn what_is_read_as_a_duration_is_one(text in pieces(
        vec!["P", "T", "1", "0", "5", ".", ",", "Y", "M", "W", "D", "H", "S", "-", "9999999999"], 0..10,
    )) {
        if let Some(read) = duration::parse(&text) {
            prop_assert!(text.starts_with('P') && text.contains(|char: char| char.is_ascii_digit()));
            prop_assert_eq!(duration::parse(&duration::format(read)), Some(read));
        }
    }
}

/// URLs of which some are normalised, and most nearly.
fn urls() -> impl Strategy<Value = String> {
    let scheme = select(vec![
        "https://",
        "http://",
        "https://",
        "https://",
        "HTTP://",
        " https://",
        "ht\ttps://",
        "https:",
        "https:/",
        "https:///",
        "https:\\\\",
        "ftp://",
        "//",
        "data:",
        "javascript:",
        "",
        "\u{1}http://",
        "x://",
    ]);
    let host = pieces(
        vec![
            "a",
            "z9",
            "-",
            "x.example",
            "www.",
            ".",
            "com",
            "1",
            "0x",
            "0x7f",
            "127.0.0.1",
            "xn--",
            "xn--4ca",
            "ä",
            "A",
            "_",
            "%61",
            "%",
            ":80",
            ":443",
            ":8080",
            ":",
            "@",
            "u:p@",
            "[::1]",
            "ß",
            "。",
            "\u{ad}",
            " ",
            "0",
        ],
        1..4,
    );
    let rest = || {
        pieces(
            vec![
                "/", "/", "/", "a", "B", "1", ".", "..", "%2e", "%2E", "%2", "%zz", "%20", "?",
                "#", "a=b", "&", "=", "+", "'", "\"", "<", ">", "`", "{", "}", "|", "^", "\\", " ",
                "\t", "\n", "\u{7f}", "é", "😀", "~", "$", "!", "*", "(", ")", ",", ";", ":", "@",
                "[", "]", "-", "_", "\u{0}", "../", "/./", "//", "C:", "C|",
            ],
            0..8,
        )
    };
    let usual = "https?://[a-z0-9.-]{1,12}[a-z]/[a-z0-9./%?#=&'_-]{0,16}";
    prop_oneof![
        (scheme, host, rest()).prop_map(|(scheme, host, rest)| format!("{scheme}{host}{rest}")),
        (Just("https://x.example/"), rest()).prop_map(|(start, rest)| format!("{start}{rest}")),
        usual,
    ]
}

/// The result of the `url` crate, without our short cut.
fn standard(url: &str, base: Option<&str>) -> Option<url::Url> {
    let base = base.map(|base| url::Url::parse(base).unwrap());
    url::Url::options().base_url(base.as_ref()).parse(url).ok()
}

/// Resolves nothing, so that only the short cut does.
struct Nobody;

impl Resolver for Nobody {
    fn resolve(&self, _: &str, _: Option<&str>) -> Option<String> {
        None
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn links_are_the_standard_s(url in urls()) {
        for base in [None, Some("https://b.example/c/d?e#f"), Some("http://b.example")] {
            let expected = standard(&url, base);
            let expected = expected.filter(|url| matches!(url.scheme(), "http" | "https"));
            let found = link(&UrlStandard, &url, base);
            prop_assert_eq!(found.as_deref(), expected.as_ref().map(url::Url::as_str));
            if let (Some(href), Some(expected)) = (&found, &expected) {
                let origin_of = expected.origin().ascii_serialization();
                prop_assert_eq!(origin(href), Some(origin_of.into()));
                prop_assert_eq!(host(href), expected.host_str());
                // Normalised ones stay.
                prop_assert_eq!(&link(&UrlStandard, href, None), &found);
                prop_assert_eq!(&image(&UrlStandard, &url, base), &found);
            }
        }
    }

    #[test]
    fn usual_links_are_not_looked_up(url in "https://([a-z0-9]{1,5}\\.){0,2}[a-z]{2,5}(/[a-z0-9_-]{1,5}){0,3}/(\\?[a-z]=[a-z0-9%+&]{0,5})?(#[a-z]{0,4})?") {
        prop_assert_eq!(link(&Nobody, &url, None), Some(url));
    }

    #[test]
    fn images_in_data(
        scheme in select(vec!["data:", " DATA:", "da\nta:", "data: "]),
        mime in pieces(vec!["image", "IMAGE", "/", "png", "Jpeg", "webp", "gif", "avif", "svg+xml", ";", "base64", " ", "%2f", "\t", "?", "#"], 0..6),
        data in pieces(vec![",", "AA==", "+/", "é", " ", "#", "?", "<svg>", "\n", "%00"], 0..5),
        usual in select(vec!["image/png", "image/gif;base64", "Image/AVIF ", ""]),
    ) {
        let url = format!("{scheme}{usual}{mime}{data}");
        let href = standard(&url, None);
        let is_image = href.as_ref().is_some_and(|href| {
            let whole = &href[..url::Position::AfterQuery];
            let Some((mime, _)) = whole["data:".len()..].split_once(',') else { return false };
            let essence = mime.split(';').next().unwrap().trim().to_lowercase();
            ["image/png", "image/jpeg", "image/webp", "image/gif", "image/avif"].contains(&essence.as_str())
        });
        let expected = href.filter(|_| is_image).map(String::from);
        prop_assert_eq!(image(&UrlStandard, &url, None), expected);
    }

    #[test]
    fn domains_are_the_standard_s(text in pieces(vec![
        "a", "Z", "9", "-", ".", ".", "example", "xn--", "xn--4ca", "ä", "ß", "_", "0x", "127.0.0.1", "。", "①", "\u{ad}",
        "!", "℀", "|", "<", "/", ":1", "@", "?", "#", " ", "%41", "[::1]",
    ], 0..6)) {
        let is_bare = !text.trim().contains(|char: char| char.is_whitespace() || "/\\?#@:%[]".contains(char));
        let url = is_bare.then(|| standard(&format!("https://{}/", text.trim()), None)).flatten();
        let expected = url.as_ref().and_then(url::Url::domain).filter(|domain| {
            domain.strip_suffix('.').unwrap_or(domain).split('.').all(|label| {
                let letters = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
                !label.is_empty() && label.len() < 64 && !label.starts_with('-') && !label.ends_with('-') && label.chars().all(letters)
            })
        });
        prop_assert_eq!(domain(&UrlStandard, &text), expected.map(str::to_owned));
    }

    #[test]
    fn pages_follow_each_other(url in urls(), first in any::<u64>(), second in any::<u64>()) {
        prop_assert_eq!(page(&page(&url, first), second), page(&url, second));
        if let Some(url) = link(&UrlStandard, &url, None) {
            let next = page(&url, first);
            let folder = format!("/page/{first}/");
            prop_assert!(next.contains(&folder));
            prop_assert_eq!(origin(&next), origin(&url));
            let (next, url) = (standard(&next, None).unwrap(), standard(&url, None).unwrap());
            prop_assert_eq!(next.query(), url.query());
            prop_assert_eq!(next.path().rsplit('/').next(), url.path().rsplit('/').next());
        }
    }
}
