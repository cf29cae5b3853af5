//! Queries of real news, if the folder with the data is beside the project.
#![allow(missing_docs)]

mod oracle;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use article_cards_core::feed::{Feed, Options};
use article_cards_core::search::{Facet, Index, IndexOptions, QueryState, SortBy, SortKey, Span};
use article_cards_core::text::plain;
use article_cards_core::text::url::UrlStandard;
use oracle::Oracle;
use oracle::compare::compare;
use oracle::zones::{Zone, ZoneLocale};
use serde_json::Value;

fn folder() -> Option<PathBuf> {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/everyday/api/news");
    if !folder.is_dir() {
        eprintln!("skipped: no real data at {}", folder.display());
        return None;
    }
    Some(folder)
}

/// Returns the documents page by page, by the page numbers in them.
fn documents(folder: &Path) -> Vec<Vec<u8>> {
    let mut documents = vec![std::fs::read(folder.join("index.json")).unwrap()];
    loop {
        let last: Value = serde_json::from_slice(documents.last().unwrap()).unwrap();
        let Some(next) = last["nextPage"].as_u64() else {
            return documents;
        };
        let page = folder.join(format!("page/{next}/index.json"));
        documents.push(std::fs::read(page).unwrap());
    }
}

struct News {
    /// The articles as written, without duplicates.
    raw: Vec<Value>,
    index: Index,
    oracle: Oracle,
}

impl News {
    fn read() -> Option<Self> {
        let mut feed = Feed::new(Options::default());
        let (mut raw, mut seen) = (Vec::new(), Vec::new());
        for document in documents(&folder()?) {
            feed.read(&document, None, &UrlStandard).unwrap();
            let document: Value = serde_json::from_slice(&document).unwrap();
            for article in document["value"].as_array().unwrap() {
                let identity = article["path"].clone();
                if !seen.contains(&identity) {
                    seen.push(identity);
                    raw.push(article.clone());
                }
            }
        }
        assert_eq!((raw.len(), feed.articles().len()), (428, 428));
        let facets = Facet::parse_list("topics,provider,type,category");
        let options = IndexOptions {
            facets: facets.clone(),
            with_unpublished: false,
            locale: Rc::new(ZoneLocale { zone: Zone::Utc }),
        };
        Some(Self {
            raw,
            index: Index::with_options(&feed, options),
            oracle: Oracle::new(&feed, facets, false, Zone::Utc),
        })
    }

    /// Returns the identities in order, after comparing them with the oracle.
    fn run(&self, state: &QueryState) -> Vec<String> {
        let results = self.index.search(state);
        if let Err(difference) = compare(&results, &self.oracle.search(state)) {
            panic!("{difference}\nof {state:?}");
        }
        results.ids().into_iter().map(str::to_owned).collect()
    }

    fn text(&self, query: &str) -> Vec<String> {
        self.run(&text(query))
    }

    /// Returns the counts of a facet without a selection, by name.
    fn counts(&self, field: &str) -> BTreeMap<String, usize> {
        let results = self.index.search(&QueryState::default());
        let facet = results
            .facets()
            .iter()
            .find(|facet| facet.field == field)
            .unwrap();
        let values = facet.values.iter();
        values
            .map(|value| (value.value.to_string(), value.count))
            .collect()
    }
}

fn text(query: &str) -> QueryState {
    QueryState {
        query: query.into(),
        ..QueryState::default()
    }
}

/// Counts the values of the articles as written.
fn tally<'a>(values: impl Iterator<Item = &'a str>) -> BTreeMap<String, usize> {
    let mut tally = BTreeMap::new();
    for value in values {
        *tally.entry(plain(value).into_owned()).or_default() += 1;
    }
    tally
}

#[test]
fn every_keystroke() {
    let Some(news) = News::read() else { return };
    let typed = "power apps portals";
    let mut before = 428;
    for end in 1..=typed.len() {
        let found = news.text(&typed[..end]).len();
        assert!(
            found > 0 && found <= before,
            "{found} of {:?}",
            &typed[..end]
        );
        before = found;
    }
    assert!(before < 100);
}

#[test]
fn a_typo_finds_the_intended_word() {
    let Some(news) = News::read() else { return };
    let sorted = |query: &str| {
        let mut ids = news.text(query);
        ids.sort();
        ids
    };
    let meant = sorted("\"portals\"");
    assert!(meant.len() > 5);
    assert_eq!(sorted("portls"), meant);
    assert_eq!(sorted("potrals"), meant);
    assert_eq!(sorted("\"portls\""), Vec::<String>::new());
}

#[test]
fn a_phrase_and_an_exclusion() {
    let Some(news) = News::read() else { return };
    let (all, without) = (
        news.text("\"power apps\""),
        news.text("\"power apps\" -teams"),
    );
    assert!(!without.is_empty() && without.len() < all.len());
    let excluded = news.text("\"power apps\" teams");
    assert_eq!(all.len(), without.len() + excluded.len());
    assert!(excluded.iter().all(|id| !without.contains(id)));
}

#[test]
fn counts_agree_with_the_articles_as_written() {
    let Some(news) = News::read() else { return };
    let lists = |name: &'static str| {
        let lists = news
            .raw
            .iter()
            .filter_map(move |article| article[name].as_array());
        lists.flatten().filter_map(Value::as_str)
    };
    let topics = tally(lists("topics"));
    assert!(topics.len() > 5 && topics["Power Apps"] > 50);
    assert_eq!(news.counts("topics"), topics);
    assert_eq!(news.counts("category"), tally(lists("categories")));
    let providers = news
        .raw
        .iter()
        .filter_map(|article| article["provider"]["name"].as_str());
    let providers = tally(providers);
    assert!(providers.len() > 1);
    assert_eq!(news.counts("provider"), providers);
    let kinds = news
        .raw
        .iter()
        .filter_map(|article| article["type"].as_str());
    assert_eq!(news.counts("type"), tally(kinds));
}

#[test]
fn selecting_a_topic_finds_as_many_as_it_counts() {
    let Some(news) = News::read() else { return };
    for (topic, count) in news.counts("topics") {
        let mut state = QueryState::default();
        state.filters.select("topics", &topic);
        assert_eq!(news.run(&state).len(), count, "{topic}");
        state.filters.exclude("topics", &topic);
        assert_eq!(news.run(&state).len(), 428 - count, "not {topic}");
    }
}

#[test]
fn by_heat_and_by_title() {
    let Some(news) = News::read() else { return };
    let heat = |id: &String| {
        let article = news
            .raw
            .iter()
            .find(|article| article["path"] == id.as_str());
        article
            .and_then(|article| article["heat"].as_i64())
            .filter(|heat| *heat >= 0)
    };
    let by = |by: SortBy, descending| {
        let sort = vec![SortKey { by, descending }];
        news.run(&QueryState {
            sort,
            ..QueryState::default()
        })
    };
    let descending: Vec<Option<i64>> = by(SortBy::Heat, true).iter().map(heat).collect();
    assert!(
        descending.is_sorted_by(|left, right| left >= right) && descending[0] > descending[200]
    );
    let rising: Vec<Option<i64>> = by(SortBy::Heat, false).iter().map(heat).collect();
    let rated = rising.iter().flatten().count();
    assert!(rising[..rated].is_sorted() && rising[rated..].iter().all(Option::is_none));
    let (titles, reversed) = (by(SortBy::Title, false), by(SortBy::Title, true));
    assert_eq!((titles.len(), reversed.len()), (428, 428));
    assert_ne!(titles, reversed);
}

#[test]
fn ranges_agree_with_the_scores_as_written() {
    let Some(news) = News::read() else { return };
    let mut state = QueryState::default();
    state.filters.heat = Span {
        min: Some(50),
        max: Some(70),
    };
    let written = news
        .raw
        .iter()
        .filter_map(|article| article["heat"].as_i64());
    let within = written.filter(|heat| (50..=70).contains(heat)).count();
    assert!(within > 0 && within < 428);
    assert_eq!(news.run(&state).len(), within);
}
