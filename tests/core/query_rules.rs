//! The rules of queries, one by one, with expectations written by hand.
#![allow(missing_docs)]

mod oracle;

use std::rc::Rc;

use article_cards_core::feed::{Feed, Mapping, Options};
use article_cards_core::model::Day;
use article_cards_core::search::{
    Facet, Filters, Index, IndexOptions, QueryState, SortBy, SortKey, Span,
};
use article_cards_core::text::url::UrlStandard;
use oracle::Oracle;
use oracle::compare::compare;
use oracle::zones::{Zone, ZoneLocale};
use serde_json::{Value, json};

/// An indexed feed. Every result is compared with the oracle's as well.
struct Fixture {
    feed: Feed,
    index: Index,
    oracle: Oracle,
}

impl Fixture {
    fn with(articles: Value, facets: &str, with_unpublished: bool, zone: Zone) -> Self {
        let mapping = Mapping::new([("region", "area")]);
        let mut feed = Feed::new(Options {
            mapping,
            ..Options::default()
        });
        feed.read(articles.to_string().as_bytes(), None, &UrlStandard)
            .unwrap();
        let facets = Facet::parse_list(facets);
        let options = IndexOptions {
            facets: facets.clone(),
            with_unpublished,
            locale: Rc::new(ZoneLocale { zone }),
        };
        Self {
            index: Index::with_options(&feed, options),
            oracle: Oracle::new(&feed, facets, with_unpublished, zone),
            feed,
        }
    }

    fn new(articles: Value) -> Self {
        Self::with(articles, "topics,provider,type", false, Zone::Utc)
    }

    /// Articles with a title only, named by letters: `a`, `b`, …
    fn titles(titles: &[&str]) -> Self {
        let articles = titles.iter().zip('a'..);
        let articles = articles.map(|(title, id)| json!({"id": id, "title": title}));
        Self::new(articles.collect())
    }

    fn only(mut self, only: QueryState) -> Self {
        self.index.set_base_filter(Some(&only));
        self.oracle.only = Some(only);
        self
    }

    /// Returns the identities in order, concatenated.
    fn run(&self, state: &QueryState) -> String {
        let results = self.index.search(state);
        if let Err(difference) = compare(&results, &self.oracle.search(state)) {
            panic!("{difference}\nof {state:?}");
        }
        results.ids().concat()
    }

    /// Searches in feed order.
    fn text(&self, query: &str) -> String {
        self.run(&QueryState {
            sort: vec![by(SortBy::Position)],
            ..text(query)
        })
    }

    fn ranked(&self, query: &str) -> String {
        self.run(&text(query))
    }

    fn sorted(&self, sort: &[SortKey]) -> String {
        self.run(&QueryState {
            sort: sort.to_vec(),
            ..QueryState::default()
        })
    }

    fn filtered(&self, set: impl FnOnce(&mut Filters)) -> String {
        self.run(&filters(set))
    }

    /// Formats counts: `AI 3+, ML 0!` with `+` for selected and `!` for excluded values.
    fn counts(&self, field: &str, state: &QueryState) -> String {
        self.run(state);
        let results = self.index.search(state);
        let facet = results
            .facets()
            .iter()
            .find(|facet| facet.field == field)
            .unwrap();
        let values = facet.values.iter().map(|value| {
            let chosen = if value.selected { "+" } else { "" };
            let excluded = if value.excluded { "!" } else { "" };
            format!("{} {}{chosen}{excluded}", value.value, value.count)
        });
        values.collect::<Vec<_>>().join(", ")
    }
}

fn text(query: &str) -> QueryState {
    QueryState {
        query: query.into(),
        ..QueryState::default()
    }
}

fn filters(set: impl FnOnce(&mut Filters)) -> QueryState {
    let mut state = QueryState::default();
    set(&mut state.filters);
    state
}

fn by(by: SortBy) -> SortKey {
    SortKey {
        by,
        descending: false,
    }
}

fn descending(by: SortBy) -> SortKey {
    SortKey {
        by,
        descending: true,
    }
}

// Text

#[test]
fn words_are_split_by_unicode_boundaries() {
    let fixture = Fixture::titles(&["Don't panic", "Version 3.5 (beta)", "wi-fi/LAN", "a_b c"]);
    assert_eq!(fixture.text("don't"), "a");
    assert_eq!(fixture.text("t"), "", "an apostrophe does not split");
    assert_eq!(fixture.text("3.5"), "b");
    assert_eq!(fixture.text("5"), "", "nor does a decimal point");
    assert_eq!(fixture.text("beta"), "b");
    assert_eq!(fixture.text("fi"), "c");
    assert_eq!(fixture.text("lan"), "c");
    assert_eq!(fixture.text("a_b"), "d");
    assert_eq!(fixture.text("b"), "b", "but an underscore joins");
}

#[test]
fn words_are_folded() {
    let fixture = Fixture::titles(&[
        "soft\u{ad}ware",
        "Ｆｕｌｌ",
        "Crème",
        "Ἀθῆναι",
        "Ёлка",
        "STRASSE",
        "Don’t",
        "Łódź",
        "Smørrebrød",
        "Đorđe",
        "Ærø",
        "ΣΟΦΟΣ",
    ]);
    for (query, found) in [
        ("software", "a"),
        ("full", "b"),
        ("CREME", "c"),
        ("cre\u{300}me", "c"),
        ("αθηναι", "d"),
        ("елка", "e"),
        ("straße", "f"),
        ("STRAẞE", "f"),
        ("don't", "g"),
        ("lodz", "h"),
        ("smorrebrod", "i"),
        ("dorde", "j"),
        ("aero", "k"),
        ("æro", "k"),
        ("σοφος", "l"),
        ("σοφοσ", "l"),
        ("so\u{ad}ft", "a"),
    ] {
        assert_eq!(fixture.text(query), found, "{query}");
    }
}

#[test]
fn marks_of_other_scripts_are_kept() {
    let fixture = Fixture::titles(&["हिन्दी", "かく", "がく"]);
    assert_eq!(fixture.text("हिन्दी"), "a");
    assert_eq!(fixture.text("हन"), "");
    assert_eq!(fixture.text("がく"), "c");
}

#[test]
fn runs_match_anywhere_inside() {
    let fixture = Fixture::titles(&[
        "東京タワー",
        "日本語の本",
        "ภาษาไทย",
        "ພາສາລາວ",
        "ភាសាខ្មែរ",
        "မြန်မာစာ",
        "한국어",
    ]);
    for (query, found) in [
        ("タワー", "a"),
        ("京タ", "a"),
        ("ﾀﾜｰ", "a"),
        ("本語", "b"),
        ("語本", ""),
        ("ไทย", "c"),
        ("ລາວ", "d"),
        ("ខ្មែរ", "e"),
        ("စာ", "f"),
        ("국어", ""),
        ("한국", "g"),
        ("\"本語\"", "b"),
        ("-本", "acdefg"),
    ] {
        assert_eq!(fixture.text(query), found, "{query}");
    }
}

#[test]
fn title_topics_provider_name_and_excerpt_are_searched_by_weight() {
    let fixture = Fixture::new(json!([
        {"id": "a", "title": "x", "excerpt": "harbour"},
        {"id": "b", "title": "x", "provider": {"name": "Harbour", "domain": "tide.example"}},
        {"id": "c", "title": "x", "topics": ["Harbour"]},
        {"id": "d", "title": "Harbour"},
        {"id": "e", "title": "x", "category": ["harbour"], "type": "harbour", "locale": "harbour"},
        {"id": "f", "title": "x", "provider": {"domain": "harbour.example"}},
    ]));
    assert_eq!(fixture.ranked("harbour"), "dcba");
    assert_eq!(fixture.text("tide"), "");
}

#[test]
fn the_query_is_split_at_white_space_outside_quotes() {
    let fixture = Fixture::titles(&["power apps", "apps power", "power"]);
    assert_eq!(fixture.text("power apps"), "ab");
    assert_eq!(fixture.text(" apps\u{3000}power\n"), "ab");
    assert_eq!(fixture.text("\"power apps\""), "a");
    assert_eq!(
        fixture.text("\"power  \t apps\""),
        "a",
        "within quotes it only separates words"
    );
}

#[test]
fn a_piece_of_several_words_matches_adjacent_words() {
    let fixture = Fixture::titles(&[
        "Wi-Fi at home",
        "wi fidelity",
        "fi wi",
        "wi and fi",
        "wifi",
        "win fi",
    ]);
    assert_eq!(
        fixture.text("wi-fi"),
        "ab",
        "the last as a prefix, the others whole"
    );
    let fields = Fixture::new(json!([
        {"id": "a", "title": "wi", "excerpt": "fi"},
        {"id": "b", "title": "x", "topics": ["wi", "fi"]},
        {"id": "c", "title": "x", "topics": ["wi fi"]},
    ]));
    assert_eq!(fields.text("wi-fi"), "c", "in one field, and in one topic");
    assert_eq!(fields.text("wi fi"), "abc");
}

#[test]
fn quotes_match_adjacent_whole_words() {
    let fixture = Fixture::titles(&[
        "power apps",
        "power appstore",
        "powers apps",
        "the power apps!",
        "power of apps",
    ]);
    assert_eq!(fixture.text("\"power apps\""), "ad");
    assert_eq!(fixture.text("\"power\""), "abde", "also a single one");
    assert_eq!(fixture.text("\"app\""), "");
    assert_eq!(
        fixture.text("“power apps”"),
        "ad",
        "as they are typed in other languages"
    );
    assert_eq!(fixture.text("„power apps“"), "ad");
}

#[test]
fn an_unclosed_quote_ends_at_the_end() {
    let fixture = Fixture::titles(&["power apps", "apps power", "power appstore"]);
    assert_eq!(fixture.text("\"power apps"), "a");
    assert_eq!(fixture.text("power \"apps"), "ab");
    assert_eq!(fixture.text("power \""), "abc");
}

#[test]
fn a_quote_in_a_piece_starts_a_term() {
    let fixture = Fixture::titles(&[
        "open power apps",
        "power apps",
        "open apps power",
        "opening power apps",
    ]);
    assert_eq!(fixture.text("open\"power apps\""), "ad");
    assert_eq!(fixture.text("\"power apps\"open"), "ad");
    assert_eq!(fixture.text("\"power apps\"\"open\""), "a");
}

#[test]
fn minus_excludes_what_a_piece_or_quote_would_match() {
    let fixture = Fixture::titles(&[
        "power apps",
        "power teams",
        "power teamwork",
        "wi-fi power",
        "wi fi power apps",
    ]);
    assert_eq!(fixture.text("power -team"), "ade");
    assert_eq!(fixture.text("power -\"team\""), "abcde");
    assert_eq!(fixture.text("-wi-fi"), "abc");
    assert_eq!(fixture.text("-\"power apps\""), "bcd");
    assert_eq!(fixture.text("-power"), "");
    assert_eq!(
        fixture.text("power-teams"),
        "b",
        "within a piece it only separates words"
    );
}

#[test]
fn a_piece_without_a_word_is_ignored() {
    let fixture = Fixture::titles(&["power", "apps"]);
    assert_eq!(fixture.text("power - !"), "a");
    assert_eq!(fixture.text("- power"), "a");
    assert_eq!(fixture.text("\"\" … 😀"), "ab");
    assert_eq!(fixture.text("-\"\""), "ab");
}

#[test]
fn every_term_must_match_in_any_field() {
    let fixture = Fixture::new(json!([
        {"id": "a", "title": "power", "excerpt": "apps"},
        {"id": "b", "title": "power"},
        {"id": "c", "title": "x", "topics": ["Apps"], "provider": "Power Blog"},
    ]));
    assert_eq!(fixture.text("power apps"), "ac");
}

#[test]
fn a_plain_term_matches_by_prefix() {
    let fixture = Fixture::titles(&["portals", "portal", "airports", "port"]);
    assert_eq!(fixture.text("port"), "abd");
    assert_eq!(fixture.text("orts"), "", "airports only ends with it");
}

#[test]
fn terms_that_are_no_prefix_match_with_typos() {
    let fixture = Fixture::titles(&["portals", "portal", "postal"]);
    assert_eq!(fixture.text("portl"), "b", "whole words: not portals");
    assert_eq!(fixture.text("portls"), "a");
    assert_eq!(fixture.text("protal"), "b", "neighbors swapped");
    assert_eq!(fixture.text("pportal"), "b");
    assert_eq!(fixture.text("potral"), "b", "a swap is one edit");
    assert_eq!(fixture.text("pottal"), "bc");
    assert_eq!(
        fixture.text("portal"),
        "ab",
        "it is a prefix, so typos are not tried"
    );
    assert_eq!(
        fixture.text("prtls"),
        "",
        "two edits are too many for six letters"
    );
}

#[test]
fn typos_by_length() {
    let fixture = Fixture::titles(&["cat", "cart", "machine", "learning", "жуки", "dog"]);
    assert_eq!(fixture.text("cst"), "", "three letters");
    assert_eq!(
        fixture.text("catx"),
        "a",
        "the term has four letters, whatever the word has"
    );
    assert_eq!(fixture.text("cort"), "b");
    assert_eq!(fixture.text("mahcine"), "c", "seven letters, one edit");
    assert_eq!(fixture.text("mahcnie"), "", "seven letters, two edits");
    assert_eq!(fixture.text("laerinng"), "d", "eight letters, two edits");
    assert_eq!(fixture.text("laerinxg"), "", "eight letters, three edits");
    assert_eq!(fixture.text("жакк"), "", "letters are counted, not bytes");
    assert_eq!(fixture.text("жуик"), "e");
}

#[test]
fn swapped_letters_may_be_edited_again() {
    let fixture = Fixture::titles(&["abcdefghi"]);
    assert_eq!(
        fixture.text("bxacdefghi"),
        "a",
        "ba swapped, x inserted between"
    );
}

#[test]
fn typos_are_for_plain_single_words_only() {
    let fixture = Fixture::titles(&["portals", "wi-portals", "x"]);
    assert_eq!(fixture.text("portls"), "ab");
    assert_eq!(fixture.text("\"portls\""), "");
    assert_eq!(fixture.text("wi-portls"), "");
    assert_eq!(fixture.text("x -portls"), "c");
    assert_eq!(fixture.text("-portls"), "abc");
}

#[test]
fn the_whole_feed_decides_whether_typos_match() {
    let feed = json!([
        {"id": "a", "title": "portal", "type": "video"},
        {"id": "b", "title": "protals", "type": "article"},
    ]);
    let fixture = Fixture::new(feed.clone());
    assert_eq!(fixture.text("prota"), "b");
    let videos = |filters: &mut Filters| filters.select("type", "video");
    let state = QueryState {
        query: "protal".into(),
        ..filters(videos)
    };
    assert_eq!(
        fixture.run(&state),
        "",
        "it is a prefix of a word in an article that the filter excludes"
    );
    let filtered = Fixture::new(feed).only(filters(videos));
    assert_eq!(filtered.run(&text("protal")), "", "nor with a base filter");
}

#[test]
fn relevance_is_the_class_of_the_worst_term_first() {
    let fixture = Fixture::new(json!([
        {"id": "a", "title": "powerful apps"},
        {"id": "b", "title": "x", "excerpt": "power apps"},
        {"id": "c", "title": "power", "topics": ["power"], "excerpt": "application of apps and power"},
    ]));
    assert_eq!(
        fixture.ranked("power apps"),
        "cba",
        "whole words before prefixes, whatever the fields"
    );
    let typos = Fixture::titles(&["portal xx apps", "portal xx appstore", "portal xx app app"]);
    assert_eq!(
        typos.ranked("portla app"),
        "cab",
        "all are typos by their worst"
    );
}

#[test]
fn the_best_match_of_a_term_counts() {
    let fixture = Fixture::new(json!([
        {"id": "a", "title": "powerful"},
        {"id": "b", "title": "powerful", "excerpt": "power"},
    ]));
    assert_eq!(fixture.ranked("power"), "ba");
}

#[test]
fn then_by_the_weights_of_the_fields() {
    let fixture = Fixture::new(json!([
        {"id": "a", "title": "x", "topics": ["apps"], "provider": "apps", "excerpt": "apps"},
        {"id": "b", "title": "apps"},
        {"id": "c", "title": "x", "topics": ["apps", "apps now"]},
        {"id": "d", "title": "x", "topics": ["power"], "provider": "apps"},
        {"id": "e", "title": "power", "provider": "apps"},
    ]));
    assert_eq!(
        fixture.ranked("apps"),
        "baced",
        "8, 7, 4, 2, 2: a field counts once"
    );
    assert_eq!(fixture.ranked("power apps"), "ed", "10, 6");
}

#[test]
fn then_by_bm25() {
    let fixture = Fixture::titles(&["apps on and on and on", "apps apps", "apps", "x"]);
    assert_eq!(
        fixture.ranked("apps"),
        "bca",
        "more often, and in less text"
    );
    // A rare term weighs more than a frequent one.
    let rare = Fixture::titles(&[
        "often often rare",
        "often rare rare",
        "often",
        "often",
        "often",
    ]);
    assert_eq!(rare.ranked("often rare"), "ba");
}

#[test]
fn then_the_newer_then_feed_order() {
    let fixture = Fixture::new(json!([
        {"id": "a", "title": "apps"},
        {"id": "b", "title": "apps", "publishedDateTime": "2021-06-01"},
        {"id": "c", "title": "apps", "publishedDateTime": "2021-06-02"},
        {"id": "d", "title": "apps", "publishedDateTime": "2021-06-01"},
    ]));
    assert_eq!(fixture.ranked("apps"), "cbda");
}

// Facets

fn library() -> Value {
    json!([
        {"id": "a", "title": "one power", "topics": ["AI", "ML"], "provider": "Hack", "type": "video", "quality": 10},
        {"id": "b", "title": "two power", "topics": ["AI"], "provider": "Hack", "area": ["North", "South"]},
        {"id": "c", "title": "three", "topics": ["ML", "ai"], "provider": {"domain": "x.example"}, "quality": 60},
        {"id": "d", "title": "four", "category": "news", "provider": "Blog", "levels": ["Beginner"], "price": "Free"},
    ])
}

#[test]
fn any_text_or_list_field_can_be_a_facet_and_those_of_a_mapping() {
    let facets = "topics,provider,type,category,levels,price,region,provider.domain";
    let fixture = Fixture::with(library(), facets, false, Zone::Utc);
    let all = QueryState::default();
    for (field, counts) in [
        ("topics", "AI 2, ML 2, ai 1"),
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
fn excluded_values_are_left_out_and_values_compare_exactly() {
    let fixture = Fixture::new(library());
    assert_eq!(
        fixture.filtered(|filters| filters.exclude("topics", "AI")),
        "cd"
    );
    assert_eq!(
        fixture.filtered(|filters| filters.select("topics", "ai")),
        "c"
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
fn a_count_ignores_the_selection_of_its_own_facet() {
    let fixture = Fixture::new(library());
    let chosen = filters(|filters| filters.select("topics", "AI"));
    assert_eq!(fixture.counts("topics", &chosen), "AI 2+, ML 2, ai 1");
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
    assert_eq!(fixture.counts("topics", &ranged), "ai 1, ML 1");
}

#[test]
fn a_count_of_an_and_facet_includes_its_selection() {
    let fixture = Fixture::with(library(), "topics:and", false, Zone::Utc);
    let chosen = filters(|filters| filters.select("topics", "ML"));
    assert_eq!(fixture.counts("topics", &chosen), "ML 2+, AI 1, ai 1");
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
    assert_eq!(fixture.counts("topics", &both), "ai 1, ML 1, AI 0+!");
}

#[test]
fn values_are_ordered_by_descending_count_then_name() {
    let fixture = Fixture::new(json!([
        {"id": "a", "title": "x", "topics": ["Part 10", "part 2", "Zoo", "Éa", "eb", "Part 2"]},
        {"id": "b", "title": "x", "topics": ["Zoo"]},
    ]));
    let all = QueryState::default();
    assert_eq!(
        fixture.counts("topics", &all),
        "Zoo 2, Éa 1, eb 1, Part 2 1, part 2 1, Part 10 1"
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
        "ai 1, ML 1+, Aa 0+, AI 0!, b 0+, x 0!, zz 0+"
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
        filters.select("topics", "ai");
    });
    let fixture = Fixture::new(library()).only(base);
    assert_eq!(fixture.ranked(""), "bc");
    assert_eq!(
        fixture.counts("topics", &QueryState::default()),
        "AI 1, ai 1, ML 1"
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
        assert_eq!(fixture.sorted(&[by(key)]), rising, "{key:?}");
        assert_eq!(fixture.sorted(&[descending(key)]), then_falling, "-{key:?}");
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
    for query in ["", "-teams", "!", "-\"a b\" \"\""] {
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
