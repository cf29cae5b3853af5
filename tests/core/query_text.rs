//! The rules of the search text, one by one, with expectations written by hand.
#![allow(missing_docs)]

mod oracle;

use article_cards_core::search::{Filters, QueryState};
use oracle::fixture::{Fixture, filters, text};
use serde_json::json;

#[test]
fn words_are_split_by_unicode_boundaries() {
    let fixture = Fixture::titles(&["Don't panic", "Version 3.5 (beta)", "wi-fi/LAN", "1,000 b"]);
    assert_eq!(fixture.text("don't"), "a");
    assert_eq!(fixture.text("3.5"), "b");
    assert_eq!(fixture.text("beta"), "b");
    assert_eq!(fixture.text("fi"), "c");
    assert_eq!(fixture.text("lan"), "c");
    assert_eq!(fixture.text("1,000"), "d");
    assert_eq!(
        fixture.text("000"),
        "",
        "a comma within a number has no parts"
    );
}

#[test]
fn a_word_is_found_by_its_parts() {
    let fixture = Fixture::titles(&[
        "L'économie va mieux",
        "Économie mondiale",
        "Le prix de l’eau",
        "Node.js and Deno",
        "ASP.NET Core",
        "snake_case names",
        "www.harbour.example moved",
        "v1.2.3 is out",
        "v2 of 3.5",
    ]);
    for (query, found) in [
        ("économie", "ab"),
        ("l'économie", "a"),
        ("éco", "ab"),
        ("eau", "c"),
        ("js", "d"),
        ("node js", "d"),
        ("node.js", "d"),
        ("net", "e"),
        ("case", "f"),
        ("snake_", "f"),
        ("example", "g"),
        ("harbour.example", "g"),
        ("arbour.example", ""),
        ("1.2", "h"),
        ("v1.2", "h"),
        ("2", "h"),
        ("5", "i"),
        ("v2", "i"),
        ("-js -économie", "cefghi"),
    ] {
        assert_eq!(fixture.text(query), found, "{query}");
    }
}

#[test]
fn parts_are_whole_words_between_quotes() {
    let fixture = Fixture::titles(&[
        "L'économie mondiale",
        "Les économies mondiales",
        "Node.js",
        "nodes",
        "its node",
    ]);
    assert_eq!(fixture.text("\"économie mondiale\""), "a");
    assert_eq!(fixture.text("\"économie\""), "a");
    assert_eq!(fixture.text("\"économie mondial\""), "");
    assert_eq!(fixture.text("économie-mond"), "a");
    assert_eq!(fixture.text("\"node\""), "ce");
    assert_eq!(fixture.text("\"js\""), "c");
    assert_eq!(fixture.text("\"j\""), "");
    assert_eq!(fixture.text("\"node.js\""), "c");
}

#[test]
fn a_word_with_hyphens_is_found_joined() {
    let fixture = Fixture::titles(&[
        "wi-fi at sea",
        "wifi on land",
        "e‑mail tips",
        "emails",
        "state-of-the-art",
        "wi fi",
        "wi - fi",
    ]);
    for (query, found) in [
        ("wifi", "ab"),
        ("wif", "ab"),
        ("wi-fi", "abfg"),
        ("\"wifi\"", "ab"),
        ("\"wif\"", ""),
        ("\"wi-fi\"", "afg"),
        ("-wifi", "cdefg"),
        ("email", "cd"),
        ("e-mail", "cd"),
        ("\"email\"", "c"),
        ("stateof", "e"),
        ("of-the", "e"),
        ("wi", "abfg"),
    ] {
        assert_eq!(fixture.text(query), found, "{query}");
    }
    let topics = Fixture::new(json!([
        {"id": "a", "title": "x", "topics": ["Wi", "Fi"]},
        {"id": "b", "title": "x", "topics": ["Wi-Fi"]},
    ]));
    assert_eq!(topics.text("wifi"), "b");
}

#[test]
fn a_term_that_begins_no_word_matches_two_words_that_it_joins() {
    let apart = Fixture::titles(&[
        "Power Apps",
        "apps power",
        "Power, apps!",
        "power of apps",
        "powerapp",
    ]);
    assert_eq!(apart.text("powerapps"), "ac");
    assert_eq!(apart.text("-powerapps"), "bde");
    assert_eq!(apart.text("\"powerapps\""), "");
    assert_eq!(apart.text("powerapp"), "e", "it begins a word");
    let fields = Fixture::new(json!([
        {"id": "a", "title": "power", "excerpt": "apps"},
        {"id": "b", "title": "x", "topics": ["power", "apps"]},
        {"id": "c", "title": "x", "topics": ["power apps"]},
    ]));
    assert_eq!(
        fields.text("powerapps"),
        "c",
        "in one field, and in one topic"
    );
    let known = Fixture::titles(&["Power Apps", "PowerApps"]);
    assert_eq!(known.text("powerapps"), "b");
    let typos = Fixture::titles(&["an other", "anothor"]);
    assert_eq!(typos.text("another"), "a", "typos are not tried");
}

#[test]
fn signs_after_a_word_are_required() {
    let fixture = Fixture::titles(&[
        "Learning C++",
        "C# for beginners",
        "C programming",
        "C+ or A+",
        "the c++ programming language",
        "+C",
        "F#.NET",
    ]);
    for (query, found) in [
        ("C++", "ae"),
        ("c#", "b"),
        ("C+", "ade"),
        ("\"C++ programming\"", "e"),
        ("\"C programming\"", "ce"),
        ("\"c\"", "abcdef"),
        ("a+", "d"),
        ("-c++", "bcdfg"),
        ("f#", "g"),
        ("+c", "abcdef"),
    ] {
        assert_eq!(fixture.text(query), found, "{query}");
    }
    let whole = Fixture::titles(&["cd e", "C++ a", "C b"]);
    assert_eq!(
        whole.ranked("c"),
        "bca",
        "signs that are not searched for make no difference"
    );
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
        "Œuvre",
        "Þórr",
        "ısı",
        "أخبار",
        "الْعَرَبِيَّة",
        "שָׁלוֹם",
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
        ("oeuvre", "m"),
        ("thor", "n"),
        ("isi", "o"),
        ("اخبار", "p"),
        ("إخبار", "p"),
        ("العربية", "q"),
        ("שלום", "r"),
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
        "abe",
        "the last as a prefix, the others whole, or joined"
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
fn a_piece_without_a_word_matches_where_its_characters_are() {
    let fixture = Fixture::new(json!([
        {"id": "a", "title": "Rocket 🚀 launch"},
        {"id": "b", "title": "C++, not C+", "excerpt": "Don’t!"},
        {"id": "c", "title": "Plain", "topics": ["🚀🚀", "❤\u{fe0f} & more"]},
        {"id": "d", "title": "A❤ — so… 👍🏽"},
    ]));
    for (query, found) in [
        ("🚀", "ac"),
        ("\"🚀\"", "ac"),
        ("🚀🚀", "c"),
        ("-🚀", "bd"),
        ("rocket 🚀", "a"),
        ("++", "b"),
        ("plain !", ""),
        ("! don't", "b"),
        ("’", "b"),
        ("&", "c"),
        ("❤", "cd"),
        ("❤\u{fe0f}", "cd"),
        ("—", "d"),
        ("…", "d"),
        ("👍", "d"),
        ("☃", ""),
        ("plain - --", "c"),
        ("\"\" -\"\" \u{fe0f}", "abcd"),
    ] {
        assert_eq!(fixture.text(query), found, "{query}");
    }
    assert_eq!(fixture.ranked("🚀"), "ac", "in the title, then in a topic");
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
fn a_word_that_ends_with_an_underscore_is_found_without_it() {
    let fixture = Fixture::titles(&["apps_日本語", "apps", "apps_x", "application_"]);
    assert_eq!(fixture.ranked("\"apps\""), "bca");
}

#[test]
fn parts_and_joined_words_count_as_prefixes() {
    let parts = Fixture::titles(&["Node.js", "json", "js"]);
    assert_eq!(parts.ranked("js"), "cab");
    let joined = Fixture::new(json!([
        {"id": "a", "title": "wi-fi"},
        {"id": "b", "title": "x", "excerpt": "wifi"},
        {"id": "c", "title": "wifis now"},
    ]));
    assert_eq!(joined.ranked("wifi"), "bac");
    assert_eq!(joined.ranked("wi-fi"), "acb");
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
