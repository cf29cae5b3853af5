//! The rules of queries, sentence by sentence, with what is expected written by hand.
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

/// A feed that is asked. Every answer is also the oracle's, so that both stay the same.
struct Asked {
    feed: Feed,
    index: Index,
    oracle: Oracle,
}

impl Asked {
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

    /// Identities in order, without a space between.
    fn run(&self, state: &QueryState) -> String {
        let outcome = self.index.search(state);
        if let Err(difference) = compare(&outcome, &self.oracle.search(state)) {
            panic!("{difference}\nof {state:?}");
        }
        outcome.ids().concat()
    }

    /// In feed order.
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

    /// `AI 3+, ML 0!`: value, count, chosen, excluded.
    fn counts(&self, field: &str, state: &QueryState) -> String {
        self.run(state);
        let outcome = self.index.search(state);
        let facet = outcome
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
    let asked = Asked::titles(&["Don't panic", "Version 3.5 (beta)", "wi-fi/LAN", "a_b c"]);
    assert_eq!(asked.text("don't"), "a");
    assert_eq!(asked.text("t"), "", "an apostrophe does not split");
    assert_eq!(asked.text("3.5"), "b");
    assert_eq!(asked.text("5"), "", "nor does a decimal point");
    assert_eq!(asked.text("beta"), "b");
    assert_eq!(asked.text("fi"), "c");
    assert_eq!(asked.text("lan"), "c");
    assert_eq!(asked.text("a_b"), "d");
    assert_eq!(asked.text("b"), "b", "but an underscore joins");
}

#[test]
fn words_are_folded() {
    let asked = Asked::titles(&[
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
        assert_eq!(asked.text(query), found, "{query}");
    }
}

#[test]
fn marks_of_other_scripts_stay() {
    let asked = Asked::titles(&["हिन्दी", "かく", "がく"]);
    assert_eq!(asked.text("हिन्दी"), "a");
    assert_eq!(asked.text("हन"), "");
    assert_eq!(asked.text("がく"), "c");
}

#[test]
fn runs_match_anywhere_inside() {
    let asked = Asked::titles(&[
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
        assert_eq!(asked.text(query), found, "{query}");
    }
}

#[test]
fn searched_are_title_topics_provider_name_and_excerpt_by_weight() {
    let asked = Asked::new(json!([
        {"id": "a", "title": "x", "excerpt": "harbour"},
        {"id": "b", "title": "x", "provider": {"name": "Harbour", "domain": "tide.example"}},
        {"id": "c", "title": "x", "topics": ["Harbour"]},
        {"id": "d", "title": "Harbour"},
        {"id": "e", "title": "x", "category": ["harbour"], "type": "harbour", "locale": "harbour"},
        {"id": "f", "title": "x", "provider": {"domain": "harbour.example"}},
    ]));
    assert_eq!(asked.ranked("harbour"), "dcba");
    assert_eq!(asked.text("tide"), "");
}

#[test]
fn the_query_is_split_at_white_space_outside_quotes() {
    let asked = Asked::titles(&["power apps", "apps power", "power"]);
    assert_eq!(asked.text("power apps"), "ab");
    assert_eq!(asked.text(" apps\u{3000}power\n"), "ab");
    assert_eq!(asked.text("\"power apps\""), "a");
    assert_eq!(
        asked.text("\"power  \t apps\""),
        "a",
        "inside quotes it divides only words"
    );
}

#[test]
fn a_piece_of_several_words_wants_them_next_to_each_other() {
    let asked = Asked::titles(&[
        "Wi-Fi at home",
        "wi fidelity",
        "fi wi",
        "wi and fi",
        "wifi",
        "win fi",
    ]);
    assert_eq!(
        asked.text("wi-fi"),
        "ab",
        "the last as a prefix, the others whole"
    );
    let fields = Asked::new(json!([
        {"id": "a", "title": "wi", "excerpt": "fi"},
        {"id": "b", "title": "x", "topics": ["wi", "fi"]},
        {"id": "c", "title": "x", "topics": ["wi fi"]},
    ]));
    assert_eq!(fields.text("wi-fi"), "c", "in one field, and in one topic");
    assert_eq!(fields.text("wi fi"), "abc");
}

#[test]
fn quotes_want_whole_words_next_to_each_other() {
    let asked = Asked::titles(&[
        "power apps",
        "power appstore",
        "powers apps",
        "the power apps!",
        "power of apps",
    ]);
    assert_eq!(asked.text("\"power apps\""), "ad");
    assert_eq!(asked.text("\"power\""), "abde", "also a single one");
    assert_eq!(asked.text("\"app\""), "");
    assert_eq!(
        asked.text("“power apps”"),
        "ad",
        "as they are typed in other languages"
    );
    assert_eq!(asked.text("„power apps“"), "ad");
}

#[test]
fn an_unclosed_quote_ends_at_the_end() {
    let asked = Asked::titles(&["power apps", "apps power", "power appstore"]);
    assert_eq!(asked.text("\"power apps"), "a");
    assert_eq!(asked.text("power \"apps"), "ab");
    assert_eq!(asked.text("power \""), "abc");
}

#[test]
fn a_quote_in_a_piece_begins_a_term() {
    let asked = Asked::titles(&[
        "open power apps",
        "power apps",
        "open apps power",
        "opening power apps",
    ]);
    assert_eq!(asked.text("open\"power apps\""), "ad");
    assert_eq!(asked.text("\"power apps\"open"), "ad");
    assert_eq!(asked.text("\"power apps\"\"open\""), "a");
}

#[test]
fn minus_excludes_what_a_piece_or_quote_would_match() {
    let asked = Asked::titles(&[
        "power apps",
        "power teams",
        "power teamwork",
        "wi-fi power",
        "wi fi power apps",
    ]);
    assert_eq!(asked.text("power -team"), "ade");
    assert_eq!(asked.text("power -\"team\""), "abcde");
    assert_eq!(asked.text("-wi-fi"), "abc");
    assert_eq!(asked.text("-\"power apps\""), "bcd");
    assert_eq!(asked.text("-power"), "");
    assert_eq!(
        asked.text("power-teams"),
        "b",
        "inside a piece it only divides"
    );
}

#[test]
fn a_piece_without_a_word_is_ignored() {
    let asked = Asked::titles(&["power", "apps"]);
    assert_eq!(asked.text("power - !"), "a");
    assert_eq!(asked.text("- power"), "a");
    assert_eq!(asked.text("\"\" … 😀"), "ab");
    assert_eq!(asked.text("-\"\""), "ab");
}

#[test]
fn every_term_must_match_in_any_field() {
    let asked = Asked::new(json!([
        {"id": "a", "title": "power", "excerpt": "apps"},
        {"id": "b", "title": "power"},
        {"id": "c", "title": "x", "topics": ["Apps"], "provider": "Power Blog"},
    ]));
    assert_eq!(asked.text("power apps"), "ac");
}

#[test]
fn a_plain_term_matches_a_word_that_begins_with_it() {
    let asked = Asked::titles(&["portals", "portal", "airports", "port"]);
    assert_eq!(asked.text("port"), "abd");
    assert_eq!(asked.text("orts"), "", "airports only ends with it");
}

#[test]
fn typos_of_terms_that_begin_no_word() {
    let asked = Asked::titles(&["portals", "portal", "postal"]);
    assert_eq!(asked.text("portl"), "b", "whole words: not portals");
    assert_eq!(asked.text("portls"), "a");
    assert_eq!(asked.text("protal"), "b", "neighbours exchanged");
    assert_eq!(asked.text("pportal"), "b");
    assert_eq!(asked.text("potral"), "b", "exchanged, which is one edit");
    assert_eq!(asked.text("pottal"), "bc");
    assert_eq!(
        asked.text("portal"),
        "ab",
        "it begins words, so nothing else is looked for"
    );
    assert_eq!(
        asked.text("prtls"),
        "",
        "two edits are too many for six letters"
    );
}

#[test]
fn typos_by_length() {
    let asked = Asked::titles(&["cat", "cart", "machine", "learning", "жуки", "dog"]);
    assert_eq!(asked.text("cst"), "", "three letters");
    assert_eq!(
        asked.text("catx"),
        "a",
        "the term has four letters, whatever the word has"
    );
    assert_eq!(asked.text("cort"), "b");
    assert_eq!(asked.text("mahcine"), "c", "seven letters, one edit");
    assert_eq!(asked.text("mahcnie"), "", "seven letters, two edits");
    assert_eq!(asked.text("laerinng"), "d", "eight letters, two edits");
    assert_eq!(asked.text("laerinxg"), "", "eight letters, three edits");
    assert_eq!(asked.text("жакк"), "", "letters are counted, not bytes");
    assert_eq!(asked.text("жуик"), "e");
}

#[test]
fn an_exchange_may_be_edited_again() {
    let asked = Asked::titles(&["abcdefghi"]);
    assert_eq!(
        asked.text("bxacdefghi"),
        "a",
        "ba exchanged, x inserted between"
    );
}

#[test]
fn typos_are_for_plain_single_words_only() {
    let asked = Asked::titles(&["portals", "wi-portals", "x"]);
    assert_eq!(asked.text("portls"), "ab");
    assert_eq!(asked.text("\"portls\""), "");
    assert_eq!(asked.text("wi-portls"), "");
    assert_eq!(asked.text("x -portls"), "c");
    assert_eq!(asked.text("-portls"), "abc");
}

#[test]
fn the_whole_feed_decides_over_typos() {
    let feed = json!([
        {"id": "a", "title": "portal", "type": "video"},
        {"id": "b", "title": "protals", "type": "article"},
    ]);
    let asked = Asked::new(feed.clone());
    assert_eq!(asked.text("prota"), "b");
    let videos = |filters: &mut Filters| filters.select("type", "video");
    let state = QueryState {
        query: "protal".into(),
        ..filters(videos)
    };
    assert_eq!(
        asked.run(&state),
        "",
        "it begins a word, though not one that passes"
    );
    let framed = Asked::new(feed).only(filters(videos));
    assert_eq!(framed.run(&text("protal")), "", "nor one of the frame");
}

#[test]
fn relevance_is_the_class_of_the_worst_term_first() {
    let asked = Asked::new(json!([
        {"id": "a", "title": "powerful apps"},
        {"id": "b", "title": "x", "excerpt": "power apps"},
        {"id": "c", "title": "power", "topics": ["power"], "excerpt": "application of apps and power"},
    ]));
    assert_eq!(
        asked.ranked("power apps"),
        "cba",
        "whole words before prefixes, whatever the fields"
    );
    let typos = Asked::titles(&["portal xx apps", "portal xx appstore", "portal xx app app"]);
    assert_eq!(
        typos.ranked("portla app"),
        "cab",
        "all are typos by their worst"
    );
}

#[test]
fn the_best_match_of_a_term_counts() {
    let asked = Asked::new(json!([
        {"id": "a", "title": "powerful"},
        {"id": "b", "title": "powerful", "excerpt": "power"},
    ]));
    assert_eq!(asked.ranked("power"), "ba");
}

#[test]
fn then_by_the_weights_of_the_fields() {
    let asked = Asked::new(json!([
        {"id": "a", "title": "x", "topics": ["apps"], "provider": "apps", "excerpt": "apps"},
        {"id": "b", "title": "apps"},
        {"id": "c", "title": "x", "topics": ["apps", "apps now"]},
        {"id": "d", "title": "x", "topics": ["power"], "provider": "apps"},
        {"id": "e", "title": "power", "provider": "apps"},
    ]));
    assert_eq!(
        asked.ranked("apps"),
        "baced",
        "8, 7, 4, 2, 2: a field counts once"
    );
    assert_eq!(asked.ranked("power apps"), "ed", "10, 6");
}

#[test]
fn then_by_bm25() {
    let asked = Asked::titles(&["apps on and on and on", "apps apps", "apps", "x"]);
    assert_eq!(asked.ranked("apps"), "bca", "more often, and in less text");
    // A rare term weighs more than a frequent one.
    let rare = Asked::titles(&[
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
    let asked = Asked::new(json!([
        {"id": "a", "title": "apps"},
        {"id": "b", "title": "apps", "publishedDateTime": "2021-06-01"},
        {"id": "c", "title": "apps", "publishedDateTime": "2021-06-02"},
        {"id": "d", "title": "apps", "publishedDateTime": "2021-06-01"},
    ]));
    assert_eq!(asked.ranked("apps"), "cbda");
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
fn groups_are_any_string_or_list_field_and_those_of_a_mapping() {
    let facets = "topics,provider,type,category,levels,price,region,provider.domain";
    let asked = Asked::with(library(), facets, false, Zone::Utc);
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
        assert_eq!(asked.counts(field, &all), counts);
        assert_eq!(
            asked.filtered(|filters| filters.select(field, "nowhere")),
            ""
        );
    }
    assert_eq!(
        asked.filtered(|filters| filters.select("region", "South")),
        "b"
    );
}

#[test]
fn a_field_filters_whether_it_is_shown_or_not() {
    let asked = Asked::with(library(), "none", false, Zone::Utc);
    assert_eq!(asked.index.search(&QueryState::default()).facets(), []);
    assert_eq!(
        asked.filtered(|filters| filters.select("region", "North")),
        "b"
    );
    assert_eq!(
        asked.filtered(|filters| filters.exclude("type", "video")),
        "bcd"
    );
    let two = |filters: &mut Filters| filters.set_field("topics", ["ML", "AI"], []);
    assert_eq!(asked.filtered(two), "abc");
}

#[test]
fn values_of_a_group_are_joined_by_or_or_and_and_groups_by_and() {
    let both = |filters: &mut Filters| filters.set_field("topics", ["AI", "ML"], []);
    let more = |filters: &mut Filters| {
        both(filters);
        filters.select("provider", "Hack");
        filters.select("type", "article");
    };
    let any = Asked::new(library());
    assert_eq!(
        (any.filtered(both), any.filtered(more)),
        ("abc".into(), "b".into())
    );
    let all = Asked::with(library(), "topics:and", false, Zone::Utc);
    assert_eq!(
        (all.filtered(both), all.filtered(more)),
        ("a".into(), String::new())
    );
}

#[test]
fn excluded_values_are_left_out_and_values_compare_exactly() {
    let asked = Asked::new(library());
    assert_eq!(
        asked.filtered(|filters| filters.exclude("topics", "AI")),
        "cd"
    );
    assert_eq!(
        asked.filtered(|filters| filters.select("topics", "ai")),
        "c"
    );
    assert_eq!(
        asked.filtered(|filters| filters.select("topics", " AI")),
        ""
    );
    let both = |filters: &mut Filters| filters.set_field("topics", ["ML"], ["AI"]);
    assert_eq!(asked.filtered(both), "c");
    let tidied = Asked::new(json!([{"id": "a", "title": "x", "topics": ["  R&amp;D \n now "]}]));
    assert_eq!(
        tidied.filtered(|filters| filters.select("topics", "R&D now")),
        "a"
    );
}

#[test]
fn a_count_leaves_out_the_choice_of_its_own_group() {
    let asked = Asked::new(library());
    let chosen = filters(|filters| filters.select("topics", "AI"));
    assert_eq!(asked.counts("topics", &chosen), "AI 2+, ML 2, ai 1");
    assert_eq!(asked.counts("provider", &chosen), "Hack 2");
    let excluded = filters(|filters| filters.exclude("topics", "ML"));
    assert_eq!(asked.counts("topics", &excluded), "AI 1, ML 0!");
    let searched = QueryState {
        query: "power".into(),
        ..filters(|filters| filters.select("type", "video"))
    };
    assert_eq!(asked.counts("topics", &searched), "AI 1, ML 1");
    assert_eq!(asked.counts("type", &searched), "article 1, video 1+");
    let ranged = filters(|filters| {
        filters.quality = Span {
            min: Some(50),
            max: None,
        }
    });
    assert_eq!(asked.counts("topics", &ranged), "ai 1, ML 1");
}

#[test]
fn a_count_of_an_and_group_has_every_chosen_value() {
    let asked = Asked::with(library(), "topics:and", false, Zone::Utc);
    let chosen = filters(|filters| filters.select("topics", "ML"));
    assert_eq!(asked.counts("topics", &chosen), "ML 2+, AI 1, ai 1");
}

#[test]
fn listed_are_values_above_0_and_every_chosen_or_excluded_one() {
    let asked = Asked::new(library());
    let set = filters(|filters| {
        filters.set_field("topics", ["none such"], ["AI", "nor this"]);
        filters.exclude("type", "article");
    });
    assert_eq!(
        asked.counts("topics", &set),
        "AI 0!, none such 0+, nor this 0!"
    );
    let both = filters(|filters| filters.set_field("topics", ["AI"], ["AI"]));
    assert_eq!(asked.counts("topics", &both), "ai 1, ML 1, AI 0+!");
}

#[test]
fn values_stand_by_falling_count_then_name() {
    let asked = Asked::new(json!([
        {"id": "a", "title": "x", "topics": ["Part 10", "part 2", "Zoo", "Éa", "eb", "Part 2"]},
        {"id": "b", "title": "x", "topics": ["Zoo"]},
    ]));
    let all = QueryState::default();
    assert_eq!(
        asked.counts("topics", &all),
        "Zoo 2, Éa 1, eb 1, Part 2 1, part 2 1, Part 10 1"
    );
}

#[test]
fn values_of_count_0_stand_by_name_too() {
    let asked = Asked::new(library());
    let nowhere =
        filters(|filters| filters.set_field("topics", ["zz", "b", "ML", "Aa"], ["x", "AI"]));
    let mut state = nowhere.clone();
    state.filters.select("provider", "Blog");
    assert_eq!(
        asked.counts("topics", &state),
        "Aa 0+, AI 0!, b 0+, ML 0+, x 0!, zz 0+"
    );
    assert_eq!(
        asked.counts("topics", &nowhere),
        "ai 1, ML 1+, Aa 0+, AI 0!, b 0+, x 0!, zz 0+"
    );
}

#[test]
fn a_provider_is_its_name() {
    let asked = Asked::new(library());
    assert_eq!(
        asked.filtered(|filters| filters.select("provider", "x.example")),
        ""
    );
    assert_eq!(
        asked.filtered(|filters| filters.exclude("provider", "Hack")),
        "cd"
    );
}

#[test]
fn a_frame_is_neither_seen_nor_counted_beyond() {
    let frame = filters(|filters| {
        filters.exclude("id", "a");
        filters.select("topics", "AI");
        filters.select("topics", "ai");
    });
    let asked = Asked::new(library()).only(frame);
    assert_eq!(asked.ranked(""), "bc");
    assert_eq!(
        asked.counts("topics", &QueryState::default()),
        "AI 1, ai 1, ML 1"
    );
    assert_eq!(
        asked.filtered(|filters| filters.select("topics", "ML")),
        "c"
    );
    let texts = Asked::new(library()).only(text("-power"));
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
    assert_eq!(Asked::new(feed.clone()).text("x"), "a");
    assert_eq!(Asked::with(feed, "type", true, Zone::Utc).text("x"), "ab");
}

// Ranges

fn november(day: u8) -> Option<Day> {
    Some(Day {
        year: 2018,
        month: 11,
        day,
    })
}

fn days(zone: Zone) -> Asked {
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
    Asked::with(feed, "type", false, zone)
}

fn in_feed_order(asked: &Asked, set: impl FnOnce(&mut Filters)) -> String {
    asked.run(&QueryState {
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
    let asked = days(Zone::Utc);
    assert_eq!(
        in_feed_order(&asked, |filters| filters.from = november(5)),
        "fg"
    );
    assert_eq!(
        in_feed_order(&asked, |filters| filters.to = november(3)),
        "a"
    );
    let inverted = |filters: &mut Filters| (filters.from, filters.to) = (november(5), november(4));
    assert_eq!(in_feed_order(&asked, inverted), "");
    assert_eq!(in_feed_order(&asked, |_| {}), "abcdefghi");
}

#[test]
fn scores_within_and_articles_without_them() {
    let asked = Asked::new(json!([
        {"id": "a", "title": "x", "quality": 0, "heat": 50},
        {"id": "b", "title": "x", "quality": 50},
        {"id": "c", "title": "x", "quality": "51"},
        {"id": "d", "title": "x", "quality": -1},
        {"id": "e", "title": "x"},
    ]));
    let quality = |min, max| asked.filtered(|filters| filters.quality = Span { min, max });
    assert_eq!(quality(Some(50), None), "bc");
    assert_eq!(quality(None, Some(50)), "ab");
    assert_eq!(quality(Some(0), Some(0)), "a");
    assert_eq!(quality(Some(-5), None), "abc", "not rated is not below 0");
    assert_eq!(quality(Some(60), Some(50)), "");
    assert_eq!(quality(Some(i64::MIN), Some(i64::MAX)), "abc");
    assert_eq!(quality(None, None), "abcde");
    assert_eq!(
        asked.filtered(|filters| filters.heat = Span {
            min: Some(1),
            max: None
        }),
        "a"
    );
}

// Sorting

fn shelf() -> Asked {
    Asked::new(json!([
        {"id": "a", "title": "Part 10", "quality": 5, "heat": 7, "publishedDateTime": "2021-06-01T12:00:00Z"},
        {"id": "b", "title": "part 9", "quality": -1, "heat": 7, "provider": "Zebra"},
        {"id": "c", "title": "Éclair", "quality": 9, "provider": "apple", "publishedDateTime": "2021-06-01"},
        {"id": "d", "title": "eclair", "quality": 5, "provider": {"domain": "a.example"}, "publishedDateTime": "2021-06-01T02:00:00+02:00"},
        {"id": "e", "title": "Fog", "heat": 0, "provider": "Apple", "publishedDateTime": "2021-06-02"},
    ]))
}

#[test]
fn each_key_rising_and_falling_with_missing_values_last_and_ties_in_feed_order() {
    let asked = shelf();
    for (key, rising, then_falling) in [
        // A date alone is its first moment, so c and d are of the same.
        (SortBy::PublishedDateTime, "cdaeb", "eacdb"),
        (SortBy::Quality, "adcbe", "cadbe"),
        (SortBy::Heat, "eabcd", "abecd"),
        (SortBy::Title, "cdeba", "abecd"),
        (SortBy::Provider, "cebad", "bcead"),
        (SortBy::Position, "abcde", "edcba"),
    ] {
        assert_eq!(asked.sorted(&[by(key)]), rising, "{key:?}");
        assert_eq!(asked.sorted(&[descending(key)]), then_falling, "-{key:?}");
    }
}

#[test]
fn several_keys_one_after_the_other() {
    let asked = shelf();
    assert_eq!(
        asked.sorted(&[descending(SortBy::Heat), by(SortBy::Title)]),
        "baecd"
    );
    assert_eq!(
        asked.sorted(&[by(SortBy::Quality), descending(SortBy::Position)]),
        "daceb"
    );
    assert_eq!(
        asked.sorted(&[by(SortBy::Title), by(SortBy::Quality)]),
        "dceba"
    );
}

#[test]
fn the_default_is_the_newest_first_and_relevance_while_there_is_text() {
    let asked = Asked::new(json!([
        {"id": "a", "title": "x", "excerpt": "apps", "publishedDateTime": "2021-06-02"},
        {"id": "b", "title": "apps", "publishedDateTime": "2021-06-01"},
        {"id": "c", "title": "apps of teams"},
    ]));
    assert_eq!(asked.ranked(""), "abc");
    assert_eq!(asked.ranked("apps"), "bca");
    let chosen = QueryState {
        sort: vec![SortKey::NEWEST],
        ..text("apps")
    };
    assert_eq!(asked.run(&chosen), "abc", "unless a sort was chosen");
}

#[test]
fn relevance_without_a_text_that_matches_is_the_default() {
    let asked = Asked::new(json!([
        {"id": "a", "title": "apps"},
        {"id": "b", "title": "apps", "publishedDateTime": "2021-06-01"},
        {"id": "c", "title": "apps", "publishedDateTime": "2021-06-02"},
    ]));
    for query in ["", "-teams", "!", "-\"a b\" \"\""] {
        let chosen = QueryState {
            sort: vec![SortKey::RELEVANCE],
            ..text(query)
        };
        assert_eq!(asked.run(&chosen), "cba", "{query}");
        assert_eq!(asked.ranked(query), "cba", "{query}");
    }
}

#[test]
fn the_first_of_a_result_and_its_total() {
    let asked = shelf();
    let outcome = asked.index.search(&QueryState::default());
    assert_eq!(
        (
            outcome.total(),
            outcome.first(2).len(),
            outcome.first(9).len()
        ),
        (5, 2, 5)
    );
    assert!(Rc::ptr_eq(
        &outcome.first(1)[0],
        asked.feed.article("e").unwrap().article()
    ));
}
