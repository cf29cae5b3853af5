//! Random feeds and queries with many collisions, and the expected results.

use std::collections::BTreeMap;

use article_cards_core::feed::{Feed, Mapping, Options};
use article_cards_core::search::{Facet, FacetCounts, QueryState};
use article_cards_core::text::url::UrlStandard;
use serde_json::{Map, Value, json};

use super::Oracle;
use super::choices::{Choices, Genes, Random};
use super::states;
use super::zones::Zone;

pub const WORDS: [&str; 90] = [
    "power",
    "apps",
    "portals",
    "machine",
    "learning",
    "app",
    "powers",
    "powering",
    "powder",
    "tower",
    "apply",
    "portal",
    "portale",
    "potrals",
    "machines",
    "mahcine",
    "leraning",
    "learn",
    "yearning",
    "open",
    "opening",
    "pen",
    "wi-fi",
    "wifi",
    "Wi",
    "Fi",
    "don't",
    "don’t",
    "2",
    "10",
    "02",
    "3.5",
    "café",
    "CAFÉ",
    "cafe",
    "Straße",
    "strasse",
    "Łódź",
    "lodz",
    "Ærø",
    "aero",
    "naïve",
    "soft\u{ad}ware",
    "software",
    "Открытый",
    "открытие",
    "ёлка",
    "елка",
    "Ελλάδα",
    "ελλαδα",
    "ΣΟΦΟΣ",
    "σοφός",
    "日本語",
    "日本",
    "東京タワー",
    "タワー",
    "ﾀﾜｰ",
    "ภาษาไทย",
    "ไทย",
    "العربية",
    "한국어",
    "한국",
    "i\u{307}stanbul",
    "Øl",
    "Node.js",
    "js",
    "node",
    "L’économie",
    "économie",
    "snake_case",
    "v1.2.3",
    "1.2",
    "e-mail",
    "email",
    "state-of-the-art",
    "stateof",
    "C++",
    "C#",
    "C",
    "🚀",
    "powerapps",
    "learningpower",
    "أخبار",
    "اخبار",
    "שָׁלוֹם",
    "שלום",
    "œuvre",
    "oeuvre",
    "Þór",
    "thor",
];
/// The number of words to choose from, the most frequent first.
pub const OFTEN: [usize; 4] = [5, 16, 5, WORDS.len()];
/// Words that every collation orders in the same way.
const PLAIN_WORDS: [&str; 16] = [
    "power", "apps", "portals", "machine", "learning", "app", "powers", "powering", "powder",
    "tower", "apply", "portal", "potrals", "mahcine", "10", "2",
];
pub const TOPICS: [&str; 16] = [
    "AI",
    "Machine Learning",
    "Power Apps",
    "Portals",
    "ai",
    "AI in Security",
    "Topic 2",
    "Topic 10",
    "Topic 02",
    "Café",
    "Cafe\u{301}",
    "cafe",
    "Wi-Fi",
    "日本語",
    "Learning",
    "Machine",
];
const PLAIN_TOPICS: [&str; 8] = [
    "power", "machine", "apps", "portals", "topic2", "topic10", "learning", "tower",
];
pub const PROVIDERS: [&str; 8] = [
    "Hack",
    "Power Blog",
    "hack",
    "Portal News",
    "Café",
    "cafe",
    "Blog 10",
    "Blog 9",
];
pub const KINDS: [&str; 4] = ["article", "video", "course", "Article"];
pub const REGIONS: [&str; 4] = ["North", "South", "north", "7"];
pub const FIELDS: [&str; 8] = [
    "topics",
    "authors",
    "provider",
    "type",
    "category",
    "levels",
    "region",
    "provider.domain",
];
/// Fields that a mapping fills, and where they are in items.
pub const MAPPING: [(&str, &str); 3] = [("region", "area"), ("price", "cost"), ("size", "extent")];
const DOMAINS: [&str; 3] = ["hack.example", "blog.example", "power.example"];
/// Dates around midnight in three time zones, and some equal ones.
const DATES: [&str; 16] = [
    "2018-11-04T12:00:00Z",
    "2018-11-04",
    "2018-11-03",
    "2018-11-05",
    "2018-11-04T02:59:59.999Z",
    "2018-11-04T03:00:00Z",
    "2018-11-04T00:00:00-03:00",
    "2018-11-03T23:59:59Z",
    "2018-11-04T00:00:00Z",
    "2018-11-04T01:00:00+01:00",
    "2018-11-03T10:00:00Z",
    "2018-11-03T09:59:59.999Z",
    "2018-11-04T11:00:00Z",
    "2018-11-05T01:59:59Z",
    "2018-11-05T02:00:00Z",
    "Fri, 1 June 2018 20:15:40 CEST",
];
const FACETS: [&str; 6] = [
    "topics,provider,type",
    "topics:and,provider:or,type",
    "topics:and,provider:and,authors,levels",
    "region,category:and,topics",
    "none",
    "provider.domain,provider,topics,category,type",
];

/// A feed, a query, and the expected results.
pub struct Case {
    /// A JSON document, read with [`MAPPING`].
    pub feed: String,
    pub facets: String,
    pub with_unpublished: bool,
    pub zone: Zone,
    pub only: Option<QueryState>,
    pub state: QueryState,
    pub ids: Vec<String>,
    pub facet_counts: Vec<FacetCounts>,
}

/// A feed and its queries.
pub struct Setting {
    pub feed_json: String,
    pub feed: Feed,
    pub facets: String,
    pub with_unpublished: bool,
    pub zone: Zone,
    pub only: Option<QueryState>,
    pub states: Vec<QueryState>,
}

impl Setting {
    /// Plain settings use only words that every collation orders in the same way.
    pub fn new(genes: &Genes, plain: bool) -> Self {
        let articles: Vec<Value> = genes
            .articles
            .iter()
            .enumerate()
            .map(|(place, genes)| article(place, &mut Choices::new(genes), plain))
            .collect();
        let feed_json = Value::Array(articles).to_string();
        let mut setup = Choices::new(&genes.setup);
        let mut states: Vec<QueryState> = genes
            .states
            .iter()
            .map(|genes| states::state(genes, plain))
            .collect();
        let has_base_filter = states.len() > 1 && setup.rarely(2);
        let only = has_base_filter.then(|| {
            let mut only = states.remove(1);
            states::base_filter(&mut only, &mut setup);
            only
        });
        Self {
            feed: read(&feed_json),
            feed_json,
            facets: setup.of(&FACETS).to_owned(),
            with_unpublished: setup.rarely(3),
            zone: setup.of(&Zone::ALL),
            only,
            states,
        }
    }

    pub fn oracle(&self) -> Oracle {
        let facets = Facet::parse_list(&self.facets);
        let mut oracle = Oracle::new(&self.feed, facets, self.with_unpublished, self.zone);
        oracle.only.clone_from(&self.only);
        oracle
    }
}

/// Returns cases for which all correct engines agree, without scores that hardly differ and without
/// collation. The same seed always gives the same cases.
pub fn cases(seed: u64, count: usize) -> Vec<Case> {
    let mut random = Random(seed);
    let mut cases = Vec::new();
    while cases.len() < count {
        let setting = Setting::new(&random.genes(), true);
        let oracle = setting.oracle();
        for state in &setting.states {
            let answer = oracle.search(state);
            if answer.is_exact() && cases.len() < count {
                cases.push(Case {
                    feed: setting.feed_json.clone(),
                    facets: setting.facets.clone(),
                    with_unpublished: setting.with_unpublished,
                    zone: setting.zone,
                    only: setting.only.clone(),
                    state: state.clone(),
                    ids: answer.ids().into_iter().map(str::to_owned).collect(),
                    facet_counts: answer.facets,
                });
            }
        }
    }
    cases
}

impl Case {
    /// Formats the case as one line of JSON, with queries as strings and as the element's `state`.
    pub fn to_json(&self) -> Value {
        let counts = self.facet_counts.iter().map(|facet| {
            let values = facet.values.iter().map(|value| {
                json!({
                    "value": &*value.value, "count": value.count,
                    "selected": value.selected, "excluded": value.excluded,
                })
            });
            (facet.field.clone(), values.collect())
        });
        json!({
            "feed": self.feed,
            "options": {
                "facets": self.facets,
                "timeZone": self.zone.name(),
                "withUnpublished": self.with_unpublished,
                "mapping": BTreeMap::from(MAPPING),
            },
            "only": self.only.as_ref().map(ToString::to_string),
            "query": self.state.to_string(),
            "state": states::to_json(&self.state),
            "ids": self.ids,
            "facetCounts": counts.collect::<Map<String, Value>>(),
        })
    }
}

pub fn read(json: &str) -> Feed {
    let mapping = Mapping::new(MAPPING);
    let mut feed = Feed::new(Options {
        mapping,
        ..Options::default()
    });
    feed.read(json.as_bytes(), None, &UrlStandard)
        .unwrap_or_else(|error| panic!("{json}: {error}"));
    feed
}

fn text(choices: &mut Choices<'_>, most: usize, plain: bool) -> String {
    let mut text = String::new();
    for place in 0..=choices.below(most) {
        let (word, between) = if plain {
            let end = choices.of(&[5, PLAIN_WORDS.len()]);
            (PLAIN_WORDS[choices.below(end)], " ")
        } else {
            // The first ones are the most frequent.
            let end = choices.of(&OFTEN);
            let between = [
                " ", " ", " ", " ", ", ", "-", " — ", "", ". ", " &amp; ", "‑", "'", ".", "_", "+",
            ];
            (WORDS[choices.below(end)], choices.of(&between))
        };
        if place > 0 {
            text.push_str(between);
        }
        text.push_str(word);
    }
    text
}

fn article(place: usize, choices: &mut Choices<'_>, plain: bool) -> Value {
    let mut fields = Map::new();
    fields.insert("title".into(), text(choices, 4, plain).into());
    if choices.rarely(12) {
        // No words.
        fields.insert("title".into(), "— !".into());
    }
    fields.insert("id".into(), format!("a{place}").into());
    let mut put = |name: &str, value: Value| fields.insert(name.into(), value);
    if choices.below(3) > 0 {
        put("excerpt", text(choices, 12, plain).into());
    }
    let list = |choices: &mut Choices<'_>, all: &[&str], most| {
        let count = choices.below(most);
        (0..count)
            .map(|_| choices.of(all).into())
            .collect::<Vec<Value>>()
    };
    let topics: &[&str] = if plain { &PLAIN_TOPICS } else { &TOPICS };
    let mut labels = list(choices, topics, 5);
    for label in &mut labels {
        if choices.rarely(5) {
            *label = json!({"label": label.take(), "slug": "x"});
        }
    }
    put(
        choices.of(&["topics", "topics", "tags", "keywords"]),
        labels.into(),
    );
    put("category", list(choices, &["news", "blog"], 3).into());
    put("levels", list(choices, &["Beginner", "Expert"], 3).into());
    put("area", list(choices, &REGIONS, 3).into());
    let names: &[&str] = if plain { &PLAIN_TOPICS } else { &PROVIDERS };
    if choices.rarely(3) {
        let authors = list(choices, names, 3);
        put(choices.of(&["authors", "author"]), authors.into());
    }
    match choices.below(6) {
        0 => {}
        1 => {
            put("provider", json!({"domain": choices.of(&DOMAINS)}));
        }
        2 => {
            put("provider", choices.of(names).into());
        }
        _ => {
            put(
                "provider",
                json!({"name": choices.of(names), "domain": choices.of(&DOMAINS)}),
            );
        }
    }
    if choices.below(5) > 0 {
        let name = choices.of(&["publishedDateTime", "publishedDateTime", "pubDate", "date"]);
        put(name, choices.of(&DATES).into());
    }
    if choices.below(3) > 0 {
        put("type", choices.of(&KINDS).into());
    }
    let scores = [
        json!(50),
        json!(50),
        json!("72"),
        json!(-1),
        json!("-1"),
        json!(0),
        json!(1),
        json!(100),
        json!(9_007_199_254_740_991_i64),
        json!("x"),
    ];
    for name in ["quality", "heat"] {
        if choices.below(4) > 0 {
            put(name, scores[choices.below(scores.len())].clone());
        }
    }
    if choices.rarely(6) {
        match choices.rarely(2) {
            true => put("draft", true.into()),
            false => put("published", false.into()),
        };
    }
    if choices.rarely(20) {
        put("removed", true.into());
    }
    // One text among the prices of a feed makes all of them texts.
    let prices = [json!(9.5), json!("10"), json!("9.25"), json!(100)];
    match choices.below(60) {
        at @ 0..40 => {
            put("cost", prices[at % prices.len()].clone());
        }
        40 => {
            put("cost", "Free".into());
        }
        _ => {}
    }
    let sizes = [json!(-2), json!("-10.5"), json!(0), json!("3"), json!(3.0)];
    if choices.below(3) > 0 {
        put("extent", sizes[choices.below(sizes.len())].clone());
    }
    Value::Object(fields)
}
