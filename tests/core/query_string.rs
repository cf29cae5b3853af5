//! Queries as strings: parsing, formatting, and that each is the inverse of the other.
#![allow(missing_docs)]

use article_cards_core::model::Day;
use article_cards_core::search::{FilterableFields, QueryState, SortBy, SortKey, Span};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

fn parse(text: &str) -> QueryState {
    QueryState::parse(text, &FilterableFields::default()).0
}

fn invalid(text: &str) -> Vec<(String, String)> {
    QueryState::parse(text, &FilterableFields::default()).1
}

fn day(year: u16, month: u8, day: u8) -> Day {
    Day { year, month, day }
}

fn span(min: impl Into<Option<i64>>, max: impl Into<Option<i64>>) -> Span {
    Span {
        min: min.into(),
        max: max.into(),
    }
}

/// Returns a state that uses everything, and its string.
fn example() -> (QueryState, &'static str) {
    let mut state = QueryState {
        query: "open ai".into(),
        sort: SortKey::parse_list("-heat,title", &FilterableFields::default()),
        page: 2,
        ..QueryState::default()
    };
    state.filters.select("topics", "AI");
    state.filters.select("topics", "Machine Learning");
    state.filters.exclude("provider", "Hack");
    state.filters.from = Some(day(2021, 6, 1));
    state.filters.to = Some(day(2021, 6, 30));
    state.filters.quality = span(50, None);
    state.filters.heat = span(None, 100);
    let text = "q=open+ai&sort=-heat,title&topics=AI&topics=Machine+Learning&provider%21=Hack\
                &from=2021-06-01&to=2021-06-30&quality=50..&heat=..100&page=2";
    (state, text)
}

#[test]
fn the_example_is_parsed_and_formatted_exactly() {
    let (state, text) = example();
    assert_eq!(state.to_string(), text);
    assert_eq!(parse(text), state);
    assert!(invalid(text).is_empty());
    assert_eq!(QueryState::default().to_string(), "");
    assert_eq!(parse(""), QueryState::default());
}

#[test]
fn other_spellings_are_accepted() {
    let (state, text) = example();
    for other in [
        format!("?{text}"),
        format!("#{text}"),
        format!("&&{text}&"),
        text.replace("%21", "!"),
        text.replace(',', "%2C"),
        text.replace('+', "%20"),
        text.replace("..", "%2e%2E"),
        text.replace("-heat,title", "+-heat+,,+title+"),
        text.replace("quality=50..", "quality=+050..+"),
        text.replace("q=open", "q=first&q=open"),
        format!("{text}&q=&sort=&from=&quality=&page=&topics=&topics=AI"),
    ] {
        assert_eq!(parse(&other), state, "{other}");
        assert!(invalid(&other).is_empty(), "{other}");
    }
}

#[test]
fn bytes_are_decoded_by_the_url_standard() {
    for text in [
        "q=a%20b+c%2B",
        "q=%E6%97%A5%F0%9F%98%80日",
        "q=%FF%E6%97x%ED%A0%80%C0%80",
        "q=%&q=%2",
        "q=%2&x",
        "q=%zz%4",
        "q=a;b=c",
        "q==a=b",
        "q=%00%0A\u{7f}",
        "q=%EF%BB%BFbom",
        "%71=key",
    ] {
        let expected = url::form_urlencoded::parse(text.as_bytes());
        let last = expected.filter(|(key, _)| key == "q").last();
        assert_eq!(parse(text).query, last.unwrap().1, "{text}");
    }
    let state = QueryState {
        query: "ä b+&=%!'()~,.*-_日/?#".into(),
        ..QueryState::default()
    };
    assert_eq!(
        state.to_string(),
        "q=%C3%A4+b%2B%26%3D%25%21%27%28%29%7E,.*-_%E6%97%A5%2F%3F%23"
    );
}

#[test]
fn days_must_exist() {
    let from = |text: &str| parse(&format!("from={text}")).filters.from;
    assert_eq!(from("2024-02-29"), Some(day(2024, 2, 29)));
    assert_eq!(from("0000-01-01"), Some(day(0, 1, 1)));
    assert_eq!(from("9999-12-31"), Some(day(9999, 12, 31)));
    for none in [
        "2021-06-31",
        "2023-02-29",
        "2021-00-01",
        "2021-13-01",
        "2021-6-1",
        "21-06-01",
        "20210601",
        "2021-06-01T00:00:00Z",
        "2021-06-01 10:00",
        "12021-06-01",
        "-2021-06-01",
        "16 Jun 2021 10:00",
        "today",
    ] {
        assert_eq!(from(none), None, "{none}");
        let text = format!("from={none}");
        assert_eq!(invalid(&text), [("from".to_owned(), none.to_owned())]);
    }
}

#[test]
fn spans_have_a_bound() {
    let quality = |text: &str| parse(&format!("quality={text}")).filters.quality;
    assert_eq!(quality("50.."), span(50, None));
    assert_eq!(quality("..100"), span(None, 100));
    assert_eq!(quality("50..80"), span(50, 80));
    assert_eq!(quality("72"), span(72, 72));
    assert_eq!(quality("80..50"), span(80, 50));
    assert_eq!(quality("-5..-1"), span(-5, -1));
    assert_eq!(
        quality("-9223372036854775808..9223372036854775807"),
        span(i64::MIN, i64::MAX)
    );
    for none in [
        "..",
        "...",
        "50...80",
        "50..80..90",
        "5.0..",
        "a..",
        "50-80",
        "%2B5..",
        "--5..",
        "-..",
        "0x10",
        "٣..",
        "50 ..80",
        "9223372036854775808..",
        "99999999999999999999999",
    ] {
        assert!(quality(none).is_open(), "{none}");
        assert_eq!(invalid(&format!("quality={none}")).len(), 1, "{none}");
    }
}

#[test]
fn pages_count_from_one() {
    let page = |text: &str| parse(&format!("page={text}")).page;
    assert_eq!((page("1"), page("7"), page("007")), (1, 7, 7));
    for none in ["0", "-1", "%2B2", "1.5", "two", "99999999999999999999999"] {
        assert_eq!(page(none), 1, "{none}");
        assert_eq!(invalid(&format!("page={none}")).len(), 1, "{none}");
    }
    assert_eq!(parse("page=3&page=0").page, 3);
}

#[test]
fn sort_keys_have_names() {
    let sort = |text: &str| SortKey::list(&parse(&format!("sort={text}")).sort);
    let all = "publishedDateTime,-quality,heat,-title,provider,-position,relevance";
    assert_eq!(sort(all), all);
    assert_eq!(sort("-heat,colour,title"), "-heat,title");
    assert_eq!(sort("-relevance,Heat,--heat,+"), "");
    assert_eq!(
        invalid("sort=-heat,colour,title,-relevance"),
        [("sort".to_owned(), "colour,-relevance".to_owned())]
    );
    assert_eq!(SortKey::list(&parse("sort=heat&sort=colour").sort), "heat");
    assert_eq!(
        SortKey::parse("-heat", &FilterableFields::default()).map(|key| key.descending),
        Some(true)
    );
    assert_eq!(SortBy::Position.name(), "position");
}

#[test]
fn numbers_and_texts_of_a_mapping_are_sort_keys() {
    let filled = [
        "region",
        "price",
        "id",
        "members",
        "provider.name",
        "external_url",
        "a.b",
        "title",
        // Neither numbers nor texts, other names, parts of fields, and what no query can name.
        "topics",
        "images",
        "tags",
        "summary",
        "images.url",
        "author.name",
        "published",
        "q",
        "x-y",
    ];
    let fields = FilterableFields::default().with(filled);
    let read = |text: &str| {
        let (keys, unknown) = SortKey::split_list(text, &fields);
        (SortKey::list(&keys), unknown)
    };
    let some = "-region,price,-id,members,provider.name,external_url,a.b,title";
    assert_eq!(read(some), (some.to_owned(), String::new()));
    let none =
        "topics,images,tags,summary,images.url,author.name,published,q,x-y,type,--price,levels";
    assert_eq!(read(none), (String::new(), none.to_owned()));
    assert_eq!(
        SortKey::parse("-price", &fields),
        Some(SortKey {
            by: SortBy::Field("price".into()),
            descending: true,
        })
    );
    assert_eq!(SortKey::parse("price", &FilterableFields::default()), None);
    let (state, unread) = QueryState::parse("sort=-price,size,title&price=5", &fields);
    assert_eq!(state.to_string(), "sort=-price,title&price=5");
    assert_eq!(unread, [("sort".to_owned(), "size".to_owned())]);
    let address = state.to_url_query("?sort=1", "n-", &fields, false);
    assert_eq!(address, "?sort=1&n-sort=-price,title&n-price=5");
    let read = QueryState::from_url_query(&address, "n-", &fields);
    assert_eq!(read, Some(state));
    let by_hand = SortKey {
        by: SortBy::Field("no, name".into()),
        descending: true,
    };
    assert_eq!(
        SortKey::list(&[by_hand, SortKey::NEWEST]),
        "-publishedDateTime"
    );
}

#[test]
fn only_known_fields_filter() {
    let state = parse("region=Nord&topics=A&colour%21=red&id=7&q!=x&provider.name=P&levels=L");
    let names: Vec<&str> = state.filters.fields().iter().map(|it| &*it.field).collect();
    assert_eq!(names, ["topics", "provider.name", "levels"]);
    let left: Vec<String> = invalid("region=Nord&colour%21=&id=7&q!=x&word&page!=2&=&topics!!=1")
        .into_iter()
        .map(|(key, value)| format!("{key}:{value}"))
        .collect();
    let expected = [
        "region:Nord",
        "colour!:",
        "id:7",
        "q!:x",
        "word:",
        "page!:2",
        ":",
        "topics!!:1",
    ];
    assert_eq!(left, expected);
    let fields = FilterableFields::default().with(["region"]).with_id();
    let (state, unread) = QueryState::parse("region=Nord&id=7", &fields);
    assert!(state.filters.is_selected("region", "Nord") && state.filters.is_selected("id", "7"));
    assert!(unread.is_empty());
}

#[test]
fn what_a_query_string_cannot_express_is_left_out() {
    let mut state = QueryState {
        page: 0,
        ..QueryState::default()
    };
    state.filters.from = Some(day(2021, 6, 31));
    state.filters.to = Some(day(60_000, 1, 1));
    state.filters.select("q", "not a text");
    state.filters.select("two words", "x");
    state.filters.select("topics", "A");
    state.sort = vec![SortKey {
        by: SortBy::Relevance,
        descending: true,
    }];
    assert_eq!(state.to_string(), "sort=relevance&topics=A");
}

#[test]
fn an_address_keeps_other_pairs() {
    let fields = FilterableFields::default();
    let mut state = QueryState {
        query: "x y".into(),
        ..QueryState::default()
    };
    state.filters.exclude("topics", "A&B");
    // Not a filterable field, so it could not be parsed again.
    state.filters.select("region", "Nord");
    let ours = "news-q=x+y&news-topics%21=A%26B";
    for (before, others) in [
        ("", ""),
        ("?", ""),
        ("?news-q=old&news-page=4&news-topics=C&news-topics!=D", ""),
        ("?q=1&page=2", "q=1&page=2"),
        ("?b=%7e&a&=&a=1&a=1&news-q", "b=%7e&a&=&a=1&a=1"),
        ("?a=1&&news-sort=&b=2&", "a=1&&b=2&"),
        ("?n%65ws-q=1&x=%FF%", "x=%FF%"),
        (
            "?news-utm=1&news-=2&news=3&news-q!=4",
            "news-utm=1&news-=2&news=3&news-q!=4",
        ),
        ("?news-region=S", "news-region=S"),
    ] {
        let after = state.to_url_query(before, "news-", &fields, false);
        let expected = match others {
            "" => format!("?{ours}"),
            _ => format!("?{others}&{ours}"),
        };
        assert_eq!(after, expected, "{before}");
        let again = state.to_url_query(&after, "news-", &fields, false);
        assert_eq!(again, after);
        let gone = QueryState::default().to_url_query(&after, "news-", &fields, false);
        assert_eq!(gone.strip_prefix('?').unwrap_or(&gone), others);
    }
}

#[test]
fn a_prefix_may_be_the_beginning_of_another() {
    let fields = FilterableFields::default();
    let text = |text: &str| QueryState {
        query: text.into(),
        ..QueryState::default()
    };
    let mut search = String::new();
    let prefixes = ["", "a-", "a-b-", "ü =&", "topics"];
    for prefix in prefixes {
        search = text(prefix).to_url_query(&search, prefix, &fields, false);
        search = text(&format!("of {prefix}")).to_url_query(&search, prefix, &fields, false);
    }
    for prefix in prefixes {
        let read = QueryState::from_url_query(&search, prefix, &fields);
        assert_eq!(read, Some(text(&format!("of {prefix}"))), "{search}");
    }
    assert_eq!(search.matches('&').count(), prefixes.len() - 1);
    assert_eq!(QueryState::from_url_query("?a-b-q=1", "a-", &fields), None);
    assert_eq!(QueryState::from_url_query("?q=1", "a-", &fields), None);
}

#[test]
fn an_empty_key_stands_for_the_default_state() {
    let fields = FilterableFields::default();
    let read = QueryState::from_url_query("?q=", "", &fields);
    assert_eq!(read, Some(QueryState::default()));
    assert_eq!(QueryState::from_url_query("?", "", &fields), None);
}

fn wild() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,6}",
        any::<String>(),
        "[ &=+%!#?;,.\u{0}\t\n\u{feff}\u{a0}'\"<>a-]{0,6}",
        Just("50..".to_owned()),
        Just("%41".to_owned()),
    ]
}

const FIELDS: [&str; 5] = [
    "topics",
    "provider",
    "type",
    "provider.name",
    "my_Own.field2",
];

fn fields() -> FilterableFields {
    FilterableFields::default().with(["my_Own.field2"])
}

fn sort_key() -> impl Strategy<Value = SortKey> {
    (0..=SortBy::NAMES.len(), any::<bool>()).prop_map(|(at, descending)| {
        let known = SortBy::NAMES.into_iter().nth(at).map(|(_, by)| by);
        let by = known.unwrap_or_else(|| SortBy::Field("my_Own.field2".into()));
        SortKey {
            descending: descending && by != SortBy::Relevance,
            by,
        }
    })
}

fn real_day() -> impl Strategy<Value = Day> {
    (0..=9999_u16, 1..=12_u8, 1..=28_u8).prop_map(|(year, month, date)| day(year, month, date))
}

fn any_span() -> impl Strategy<Value = Span> {
    let end = || of(prop_oneof![-3..120_i64, any::<i64>()]);
    (end(), end()).prop_map(|(min, max)| span(min, max))
}

prop_compose! {
    /// States that readers and scripts can produce.
    fn state()(
        query in wild(),
        sort in vec(sort_key(), 0..4),
        acts in vec((0..FIELDS.len(), 0..4, wild(), wild()), 0..8),
        from in of(real_day()),
        to in of(real_day()),
        quality in any_span(),
        heat in any_span(),
        page in prop_oneof![1..9_usize, 1..usize::MAX],
    ) -> QueryState {
        let mut state = QueryState { query, sort, page, ..QueryState::default() };
        let filters = &mut state.filters;
        for (field, act, value, other) in &acts {
            let field = FIELDS[*field];
            match act {
                0 => filters.select(field, value),
                1 => filters.exclude(field, value),
                2 => filters.set_field(field, [value, other], [other, value]),
                _ => filters.drop_value(field, value),
            }
        }
        (filters.from, filters.to) = (from, to);
        (filters.quality, filters.heat) = (quality, heat);
        state
    }
}

/// Addresses with the keys of query strings among other text.
fn garbage() -> impl Strategy<Value = String> {
    let key = prop_oneof![
        wild(),
        "(a-)?(q|sort|from|to|quality|heat|page|topics!?|provider%21|type)"
    ];
    let value = prop_oneof![
        wild(),
        "[0-9.,-]{0,6}",
        "-?(heat|title|relevance|my_Own.field2),?",
        "20[0-9-]{8}"
    ];
    let pair = (key, prop_oneof![Just("="), Just("")], value)
        .prop_map(|(key, equals, value)| format!("{key}{equals}{value}"));
    vec(pair, 0..8).prop_map(|pairs| pairs.join("&"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn formatting_is_the_inverse_of_parsing(state in state()) {
        let text = state.to_string();
        let (read, unread) = QueryState::parse(&text, &fields());
        prop_assert_eq!(&read, &state, "{}", text);
        prop_assert!(unread.is_empty());
        prop_assert!(text.bytes().all(|byte| byte.is_ascii_graphic()));
    }

    #[test]
    fn a_parsed_state_survives_formatting_and_parsing(text in garbage()) {
        let (state, _) = QueryState::parse(&text, &fields());
        let printed = state.to_string();
        let (again, unread) = QueryState::parse(&printed, &fields());
        prop_assert_eq!(&again, &state, "{}", printed);
        prop_assert!(unread.is_empty());
    }

    #[test]
    fn an_address_holds_states_with_different_prefixes(
        state in state(), search in garbage(), prefix in prop_oneof![Just(String::new()), Just("a-".to_owned()), wild()],
    ) {
        let empty = QueryState::default();
        let others = empty.to_url_query(&search, &prefix, &fields(), false);
        prop_assert_eq!(QueryState::from_url_query(&others, &prefix, &fields()), None);
        let with = state.to_url_query(&search, &prefix, &fields(), false);
        let read = QueryState::from_url_query(&with, &prefix, &fields());
        prop_assert_eq!(read.unwrap_or_default(), state);
        prop_assert_eq!(empty.to_url_query(&with, &prefix, &fields(), false), others);
    }
}
