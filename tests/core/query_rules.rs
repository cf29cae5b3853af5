//! The rules of facets, ranges and sorting, one by one, with expectations written by hand.
#![allow(missing_docs)]

mod oracle;

use std::rc::Rc;

use article_cards_core::model::Day;
use article_cards_core::search::{Filters, QueryState, SortBy, SortKey, Span};
use oracle::fixture::{Fixture, by, descending, filters, text};
use oracle::zones::Zone;
use serde_json::{Value, json};

// Facets

fn library() -> Value {
    json!([
        {"id": "a", "title": "one power", "topics": ["AI", "ML"], "provider": "Hack", "type": "video", "quality": 10},
        {"id": "b", "title": "two power", "topics": ["AI"], "provider": "Hack", "area": ["North", "South"]},
        {"id": "c", "title": "three", "topics": ["ML", "IA"], "provider": {"domain": "x.example"}, "quality": 60},
        {"id": "d", "title": "four", "category": "news", "provider": "Blog", "levels": ["Beginner"], "price": "Free"},
    ])
}

#[test]
fn any_text_or_list_field_can_be_a_facet_and_those_of_a_mapping() {
    let facets = "topics,provider,type,category,levels,price,region,provider.domain";
    let fixture = Fixture::with(library(), facets, false, Zone::Utc);
    let all = QueryState::default();
    for (field, counts) in [
        ("topics", "AI 2, ML 2, IA 1"),
        ("provider", "Hack 2, Blog 1"),
        ("type", "article 3, video 1"),
        ("category", "news 1"),
        ("levels", "Beginner 1"),
        ("price", "Free 1"),
        ("region", "North 1, South 1"),
        ("provider.domain", "x.example 1"),
    ] {
        assert_eq!(fixture.counts(field, &all), counts);
        assert_eq!(
            fixture.filtered(|filters| filters.select(field, "nowhere")),
            ""
        );
    }
    assert_eq!(
        fixture.filtered(|filters| filters.select("region", "South")),
        "b"
    );
}

#[test]
fn a_field_filters_whether_or_not_it_is_a_facet() {
    let fixture = Fixture::with(library(), "none", false, Zone::Utc);
    assert_eq!(fixture.index.search(&QueryState::default()).facets(), []);
    assert_eq!(
        fixture.filtered(|filters| filters.select("region", "North")),
        "b"
    );
    assert_eq!(
        fixture.filtered(|filters| filters.exclude("type", "video")),
        "bcd"
    );
    let two = |filters: &mut Filters| filters.set_field("topics", ["ML", "AI"], []);
    assert_eq!(fixture.filtered(two), "abc");
}

#[test]
fn values_are_combined_by_or_or_and_and_fields_by_and() {
    let both = |filters: &mut Filters| filters.set_field("topics", ["AI", "ML"], []);
    let more = |filters: &mut Filters| {
        both(filters);
        filters.select("provider", "Hack");
        filters.select("type", "article");
    };
    let any = Fixture::new(library());
    assert_eq!(
        (any.filtered(both), any.filtered(more)),
        ("abc".into(), "b".into())
    );
    let all = Fixture::with(library(), "topics:and", false, Zone::Utc);
    assert_eq!(
        (all.filtered(both), all.filtered(more)),
        ("a".into(), String::new())
    );
}

#[test]
fn excluded_values_are_left_out() {
    let fixture = Fixture::new(library());
    assert_eq!(
        fixture.filtered(|filters| filters.exclude("topics", "AI")),
        "cd"
    );
    assert_eq!(
        fixture.filtered(|filters| filters.select("topics", " AI")),
        ""
    );
    let both = |filters: &mut Filters| filters.set_field("topics", ["ML"], ["AI"]);
    assert_eq!(fixture.filtered(both), "c");
    let tidied = Fixture::new(json!([{"id": "a", "title": "x", "topics": ["  R&amp;D \n now "]}]));
    assert_eq!(
        tidied.filtered(|filters| filters.select("topics", "R&D now")),
        "a"
    );
}

#[test]
fn values_that_differ_only_in_case_are_one() {
    let fixture = Fixture::with(
        json!([
            {"id": "a", "title": "x", "topics": ["ai", "Été"], "provider": "Blog"},
            {"id": "b", "title": "x", "topics": ["AI "], "provider": "BLOG"},
            {"id": "c", "title": "x", "topics": ["AI", "Ai", "ÉTÉ"]},
            {"id": "d", "title": "x", "topics": ["ete", "STRASSE", "Straße", "STRAẞE", "ΝΈΟΣ", "Νέος"]},
            {"id": "D", "title": "x"},
        ]),
        "topics,provider,id",
        false,
        Zone::Utc,
    );
    let all = QueryState::default();
    assert_eq!(
        fixture.counts("topics", &all),
        "AI 3, Été 2, ete 1, STRASSE 1, Straße 1, ΝΈΟΣ 1",
        "the most frequent spelling, of equals the first"
    );
    assert_eq!(fixture.counts("provider", &all), "Blog 2");
    assert_eq!(fixture.counts("id", &all), "a 1, b 1, c 1, D 1, d 1");
    for (values, found) in [
        (vec!["aI"], "abc"),
        (vec!["été"], "ac"),
        (vec!["νέος"], "d"),
        (vec!["strasse"], "d"),
        (vec!["ai", "AI", "été"], "abc"),
    ] {
        let select = |filters: &mut Filters| filters.set_field("topics", values.clone(), []);
        assert_eq!(fixture.filtered(select), found, "{values:?}");
        let exclude = |filters: &mut Filters| filters.set_field("topics", [], values.clone());
        assert_eq!(
            fixture.filtered(exclude).len(),
            5 - found.len(),
            "{values:?}"
        );
    }
    assert_eq!(
        fixture.filtered(|filters| filters.select("id", "d")),
        "d",
        "identities compare exactly"
    );
    let chosen = filters(|filters| filters.set_field("topics", ["aI", "None", "NONE"], ["ÉTÉ"]));
    assert_eq!(
        fixture.counts("topics", &chosen),
        "AI 1+, ete 1, STRASSE 1, Straße 1, ΝΈΟΣ 1, Été 0!, None 0+"
    );
    let mut set = chosen.filters;
    assert!(set.is_selected("topics", "AI") && set.is_excluded("topics", "été"));
    set.drop_value("topics", "Ai");
    set.select("topics", "été");
    assert!(!set.is_selected("topics", "AI") && !set.is_excluded("topics", "Été"));
}

#[test]
fn a_count_ignores_the_selection_of_its_own_facet() {
    let fixture = Fixture::new(library());
    let chosen = filters(|filters| filters.select("topics", "AI"));
    assert_eq!(fixture.counts("topics", &chosen), "AI 2+, ML 2, IA 1");
    assert_eq!(fixture.counts("provider", &chosen), "Hack 2");
    let excluded = filters(|filters| filters.exclude("topics", "ML"));
    assert_eq!(fixture.counts("topics", &excluded), "AI 1, ML 0!");
    let searched = QueryState {
        query: "power".into(),
        ..filters(|filters| filters.select("type", "video"))
    };
    assert_eq!(fixture.counts("topics", &searched), "AI 1, ML 1");
    assert_eq!(fixture.counts("type", &searched), "article 1, video 1+");
    let ranged = filters(|filters| {
        filters.quality = Span {
            min: Some(50),
            max: None,
        }
    });
    assert_eq!(fixture.counts("topics", &ranged), "IA 1, ML 1");
}

#[test]
fn a_count_of_an_and_facet_includes_its_selection() {
    let fixture = Fixture::with(library(), "topics:and", false, Zone::Utc);
    let chosen = filters(|filters| filters.select("topics", "ML"));
    assert_eq!(fixture.counts("topics", &chosen), "ML 2+, AI 1, IA 1");
}

#[test]
fn values_above_0_and_selected_or_excluded_ones_are_listed() {
    let fixture = Fixture::new(library());
    let set = filters(|filters| {
        filters.set_field("topics", ["none such"], ["AI", "nor this"]);
        filters.exclude("type", "article");
    });
    assert_eq!(
        fixture.counts("topics", &set),
        "AI 0!, none such 0+, nor this 0!"
    );
    let both = filters(|filters| filters.set_field("topics", ["AI"], ["AI"]));
    assert_eq!(fixture.counts("topics", &both), "IA 1, ML 1, AI 0+!");
}

#[test]
fn values_are_ordered_by_descending_count_then_name() {
    let fixture = Fixture::new(json!([
        {"id": "a", "title": "x", "topics": ["Part 10", "part 2", "Zoo", "Éa", "eb"]},
        {"id": "b", "title": "x", "topics": ["Zoo"]},
    ]));
    let all = QueryState::default();
    assert_eq!(
        fixture.counts("topics", &all),
        "Zoo 2, Éa 1, eb 1, part 2 1, Part 10 1"
    );
}

#[test]
fn values_with_count_0_are_ordered_by_name() {
    let fixture = Fixture::new(library());
    let nowhere =
        filters(|filters| filters.set_field("topics", ["zz", "b", "ML", "Aa"], ["x", "AI"]));
    let mut state = nowhere.clone();
    state.filters.select("provider", "Blog");
    assert_eq!(
        fixture.counts("topics", &state),
        "Aa 0+, AI 0!, b 0+, ML 0+, x 0!, zz 0+"
    );
    assert_eq!(
        fixture.counts("topics", &nowhere),
        "IA 1, ML 1+, Aa 0+, AI 0!, b 0+, x 0!, zz 0+"
    );
}

#[test]
fn a_provider_is_its_name() {
    let fixture = Fixture::new(library());
    assert_eq!(
        fixture.filtered(|filters| filters.select("provider", "x.example")),
        ""
    );
    assert_eq!(
        fixture.filtered(|filters| filters.exclude("provider", "Hack")),
        "cd"
    );
}

#[test]
fn articles_outside_the_base_filter_are_neither_found_nor_counted() {
    let base = filters(|filters| {
        filters.exclude("id", "a");
        filters.select("topics", "AI");
        filters.select("topics", "IA");
    });
    let fixture = Fixture::new(library()).only(base);
    assert_eq!(fixture.ranked(""), "bc");
    assert_eq!(
        fixture.counts("topics", &QueryState::default()),
        "AI 1, IA 1, ML 1"
    );
    assert_eq!(
        fixture.filtered(|filters| filters.select("topics", "ML")),
        "c"
    );
    let texts = Fixture::new(library()).only(text("-power"));
    assert_eq!(texts.ranked(""), "cd");
    assert_eq!(texts.ranked("power"), "");
}

#[test]
fn unpublished_articles_are_shown_only_on_demand() {
    let feed = json!([
        {"id": "a", "title": "x"},
        {"id": "b", "title": "x", "published": false},
        {"id": "c", "title": "x", "removed": true},
    ]);
    assert_eq!(Fixture::new(feed.clone()).text("x"), "a");
    assert_eq!(Fixture::with(feed, "type", true, Zone::Utc).text("x"), "ab");
}

// Ranges

fn november(day: u8) -> Option<Day> {
    Some(Day {
        year: 2018,
        month: 11,
        day,
    })
}

fn days(zone: Zone) -> Fixture {
    let feed = json!([
        {"id": "a", "title": "x", "publishedDateTime": "2018-11-03T23:59:59.999Z"},
        {"id": "b", "title": "x", "publishedDateTime": "2018-11-04T00:00:00Z"},
        {"id": "c", "title": "x", "publishedDateTime": "2018-11-04T02:59:59Z"},
        {"id": "d", "title": "x", "publishedDateTime": "2018-11-04T03:00:00Z"},
        {"id": "e", "title": "x", "publishedDateTime": "2018-11-04T23:59:59Z"},
        {"id": "f", "title": "x", "publishedDateTime": "2018-11-05T01:59:59Z"},
        {"id": "g", "title": "x", "publishedDateTime": "2018-11-05T02:00:00Z"},
        {"id": "h", "title": "x", "publishedDateTime": "2018-11-04"},
        {"id": "i", "title": "x"},
    ]);
    Fixture::with(feed, "type", false, zone)
}

fn in_feed_order(fixture: &Fixture, set: impl FnOnce(&mut Filters)) -> String {
    fixture.run(&QueryState {
        sort: vec![by(SortBy::Position)],
        ..filters(set)
    })
}

#[test]
fn days_are_whole_and_of_the_time_zone() {
    let fourth = |filters: &mut Filters| (filters.from, filters.to) = (november(4), november(4));
    assert_eq!(in_feed_order(&days(Zone::Utc), fourth), "bcdeh");
    assert_eq!(
        in_feed_order(&days(Zone::SaoPaulo), fourth),
        "defh",
        "a day of 23 hours"
    );
    assert_eq!(in_feed_order(&days(Zone::Kiritimati), fourth), "abcdh");
}

#[test]
fn ranges_may_be_open_or_empty() {
    let fixture = days(Zone::Utc);
    assert_eq!(
        in_feed_order(&fixture, |filters| filters.from = november(5)),
        "fg"
    );
    assert_eq!(
        in_feed_order(&fixture, |filters| filters.to = november(3)),
        "a"
    );
    let inverted = |filters: &mut Filters| (filters.from, filters.to) = (november(5), november(4));
    assert_eq!(in_feed_order(&fixture, inverted), "");
    assert_eq!(in_feed_order(&fixture, |_| {}), "abcdefghi");
}

#[test]
fn articles_without_a_score_are_outside_any_range() {
    let fixture = Fixture::new(json!([
        {"id": "a", "title": "x", "quality": 0, "heat": 50},
        {"id": "b", "title": "x", "quality": 50},
        {"id": "c", "title": "x", "quality": "51"},
        {"id": "d", "title": "x", "quality": -1},
        {"id": "e", "title": "x"},
    ]));
    let quality = |min, max| fixture.filtered(|filters| filters.quality = Span { min, max });
    assert_eq!(quality(Some(50), None), "bc");
    assert_eq!(quality(None, Some(50)), "ab");
    assert_eq!(quality(Some(0), Some(0)), "a");
    assert_eq!(quality(Some(-5), None), "abc", "not rated is not below 0");
    assert_eq!(quality(Some(60), Some(50)), "");
    assert_eq!(quality(Some(i64::MIN), Some(i64::MAX)), "abc");
    assert_eq!(quality(None, None), "abcde");
    assert_eq!(
        fixture.filtered(|filters| filters.heat = Span {
            min: Some(1),
            max: None
        }),
        "a"
    );
}

// Sorting

fn shelf() -> Fixture {
    Fixture::new(json!([
        {"id": "a", "title": "Part 10", "quality": 5, "heat": 7, "publishedDateTime": "2021-06-01T12:00:00Z"},
        {"id": "b", "title": "part 9", "quality": -1, "heat": 7, "provider": "Zebra"},
        {"id": "c", "title": "Éclair", "quality": 9, "provider": "apple", "publishedDateTime": "2021-06-01"},
        {"id": "d", "title": "eclair", "quality": 5, "provider": {"domain": "a.example"}, "publishedDateTime": "2021-06-01T02:00:00+02:00"},
        {"id": "e", "title": "Fog", "heat": 0, "provider": "Apple", "publishedDateTime": "2021-06-02"},
    ]))
}

#[test]
fn each_key_in_both_directions_with_missing_values_last_and_ties_in_feed_order() {
    let fixture = shelf();
    for (key, rising, then_falling) in [
        // A day counts as its first moment, so c and d are equal.
        (SortBy::PublishedDateTime, "cdaeb", "eacdb"),
        (SortBy::Quality, "adcbe", "cadbe"),
        (SortBy::Heat, "eabcd", "abecd"),
        (SortBy::Title, "cdeba", "abecd"),
        (SortBy::Provider, "cebad", "bcead"),
        (SortBy::Position, "abcde", "edcba"),
    ] {
        assert_eq!(fixture.sorted(&[by(key.clone())]), rising, "{key:?}");
        let falling = fixture.sorted(&[descending(key.clone())]);
        assert_eq!(falling, then_falling, "-{key:?}");
    }
}

#[test]
fn fields_of_a_mapping_are_sorted_as_numbers_or_as_texts() {
    for (values, rising, then_falling) in [
        // Numbers, and texts that are numbers: equal ones stay in feed order.
        (
            json!([10, "9.5", null, -2, "10.0", 9.25]),
            "dfbaec",
            "aebfdc",
        ),
        // Texts, with their digits as numbers.
        (
            json!(["Part 10", "part 9", null, "Éclair", "eclair", "Fog"]),
            "defbac",
            "abfdec",
        ),
        // One text among numbers makes all of them texts.
        (
            json!([100, 9, "free", 10, null, "Free"]),
            "bdacfe",
            "cfadbe",
        ),
        // The first value of a list counts; what is neither a text nor a number is none.
        (
            json!([[3, 1], 2, {"a": 1}, true, [], " 1 "]),
            "fbacde",
            "abfcde",
        ),
        (
            json!([null, null, null, null, null, null]),
            "abcdef",
            "abcdef",
        ),
    ] {
        let values = values.as_array().unwrap().iter().zip('a'..);
        let articles = values
            .map(|(value, id)| json!({"id": id, "title": "x", "extent": value}))
            .collect();
        let fixture = Fixture::new(articles);
        let size = || SortBy::Field("size".into());
        assert_eq!(fixture.sorted(&[by(size())]), rising);
        assert_eq!(fixture.sorted(&[descending(size())]), then_falling);
    }
}

#[test]
fn our_own_fields_are_sort_keys_if_a_mapping_fills_them() {
    let fixture = Fixture::new(json!([
        {"id": "a", "title": "x", "cost": "29.90", "members": 9, "length": "PT1H", "type": "video", "excerpt": "b"},
        {"id": "b", "title": "x", "cost": 100, "members": 10, "length": "PT90M", "type": "course", "excerpt": "a"},
        {"id": "c", "title": "x", "cost": 3, "length": "PT45S", "provider": {"domain": "b.example"}},
        {"id": "d", "title": "x", "cost": null, "members": 2, "length": "P1M", "provider": {"domain": "a.example"}},
    ]));
    for (field, rising) in [
        ("price", "cabd"),
        ("members", "dabc"),
        ("length", "cabd"),
        ("type", "cdba"),
        ("excerpt", "bacd"),
        ("provider.domain", "dcab"),
        ("id", "abcd"),
        ("topics", "abcd"),
        ("nothing", "abcd"),
    ] {
        let state = QueryState {
            sort: vec![by(SortBy::Field(field.into()))],
            ..QueryState::default()
        };
        assert_eq!(fixture.index.ids(&state).concat(), rising, "{field}");
    }
}

#[test]
fn several_keys_one_after_the_other() {
    let fixture = shelf();
    assert_eq!(
        fixture.sorted(&[descending(SortBy::Heat), by(SortBy::Title)]),
        "baecd"
    );
    assert_eq!(
        fixture.sorted(&[by(SortBy::Quality), descending(SortBy::Position)]),
        "daceb"
    );
    assert_eq!(
        fixture.sorted(&[by(SortBy::Title), by(SortBy::Quality)]),
        "dceba"
    );
}

#[test]
fn the_default_is_the_newest_first_and_relevance_while_there_is_text() {
    let fixture = Fixture::new(json!([
        {"id": "a", "title": "x", "excerpt": "apps", "publishedDateTime": "2021-06-02"},
        {"id": "b", "title": "apps", "publishedDateTime": "2021-06-01"},
        {"id": "c", "title": "apps of teams"},
    ]));
    assert_eq!(fixture.ranked(""), "abc");
    assert_eq!(fixture.ranked("apps"), "bca");
    let chosen = QueryState {
        sort: vec![SortKey::NEWEST],
        ..text("apps")
    };
    assert_eq!(fixture.run(&chosen), "abc", "unless a sort was chosen");
}

#[test]
fn relevance_without_text_to_match_is_the_default() {
    let fixture = Fixture::new(json!([
        {"id": "a", "title": "apps"},
        {"id": "b", "title": "apps", "publishedDateTime": "2021-06-01"},
        {"id": "c", "title": "apps", "publishedDateTime": "2021-06-02"},
    ]));
    for query in ["", "-teams", "-!", "-\"a b\" \"\""] {
        let chosen = QueryState {
            sort: vec![SortKey::RELEVANCE],
            ..text(query)
        };
        assert_eq!(fixture.run(&chosen), "cba", "{query}");
        assert_eq!(fixture.ranked(query), "cba", "{query}");
    }
}

#[test]
fn first_results_and_total() {
    let fixture = shelf();
    let results = fixture.index.search(&QueryState::default());
    assert_eq!(
        (
            results.total(),
            results.first(2).len(),
            results.first(9).len()
        ),
        (5, 2, 5)
    );
    assert!(Rc::ptr_eq(
        &results.first(1)[0],
        fixture.feed.article("e").unwrap().article()
    ));
}
