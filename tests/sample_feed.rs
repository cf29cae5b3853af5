//! The sample feed of the demo page, `examples/sample-feed/`: it links only files that exist, and
//! holds an example of everything that the demo shows.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/sample-feed")
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).expect("a document")).expect("JSON")
}

fn articles() -> Vec<Value> {
    let all = json(&folder().join("all.json"));
    all.as_array().expect("an array of articles").clone()
}

fn list<'a>(article: &'a Value, field: &str) -> &'a [Value] {
    article[field].as_array().map_or(&[], Vec::as_slice)
}

/// Collects the URL of every image in a document.
fn image_urls<'a>(value: &'a Value, urls: &mut Vec<&'a str>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| image_urls(value, urls)),
        Value::Object(fields) => {
            let images = list(value, "images").iter();
            urls.extend(images.filter_map(|image| image["url"].as_str()));
            fields.values().for_each(|field| image_urls(field, urls));
        }
        _ => {}
    }
}

#[test]
fn pages_follow_each_other_and_every_image_exists() {
    let all = articles();
    let mut titles = Vec::new();
    let mut used = HashSet::new();
    for number in 1..=6 {
        let file = folder().join(match number {
            1 => "index.json".to_owned(),
            _ => format!("page/{number}/index.json"),
        });
        let page = json(&file);
        assert_eq!(page["page"], number);
        let next = if number < 6 {
            Value::from(number + 1)
        } else {
            Value::Null
        };
        assert_eq!(page["nextPage"], next);
        titles.extend(list(&page, "value").iter().map(|one| one["title"].clone()));
        let mut urls = Vec::new();
        image_urls(&page, &mut urls);
        for url in urls {
            let image = fs::canonicalize(file.with_file_name(url));
            used.insert(image.unwrap_or_else(|_| panic!("{url} of page {number}")));
        }
    }
    let expected: Vec<_> = all.iter().map(|article| article["title"].clone()).collect();
    assert_eq!(titles, expected);
    let mut urls = Vec::new();
    all.iter()
        .for_each(|article| image_urls(article, &mut urls));
    assert!(urls.iter().all(|url| folder().join(url).exists()));

    let images = folder().join("images");
    let files = [images.clone(), images.join("icons")]
        .into_iter()
        .flat_map(|folder| fs::read_dir(folder).expect("a folder"))
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_file());
    let mut bytes = 0;
    for file in files {
        bytes += fs::metadata(&file).expect("a file").len();
        let file = file.canonicalize().expect("a file");
        assert!(used.contains(&file), "{} is unused", file.display());
    }
    assert!(bytes <= 600_000, "{bytes} bytes of images");
}

#[test]
fn has_what_the_demo_shows() {
    let articles = articles();
    let count =
        |test: &dyn Fn(&Value) -> bool| articles.iter().filter(|article| test(article)).count();
    let distinct = |value: &dyn Fn(&Value) -> Option<String>| {
        let values: HashSet<_> = articles.iter().filter_map(value).collect();
        values.len()
    };
    let string = |value: &Value| value.as_str().map(str::to_owned);

    assert_eq!(articles.len(), 240);
    assert_eq!(distinct(&|article| string(&article["path"])), 240);
    assert_eq!(distinct(&|article| string(&article["title"])), 240);
    let domain = |article: &Value| string(&article["provider"]["domain"]);
    assert_eq!(distinct(&domain), 24);
    let mut domains = articles.iter().filter_map(domain);
    assert!(domains.all(|domain| domain.ends_with(".example")));

    assert_eq!(count(&|article| list(article, "images").is_empty()), 20);
    assert!(count(&|article| list(article, "images").len() == 2) > 20);
    assert_eq!(count(&|article| article["publishedDateTime"].is_null()), 4);
    assert_eq!(count(&|article| article["provider"].is_null()), 3);
    let is_unlinked = |article: &Value| article["webUrl"].is_null();
    assert_eq!(count(&is_unlinked), 19);
    assert_eq!(
        count(&|article| is_unlinked(article) && article["originalUrl"].is_null()),
        1
    );
    assert_eq!(count(&|article| article["published"] == false), 2);
    for locale in ["de", "ja", "ar"] {
        assert_eq!(count(&|article| article["locale"] == locale), 1, "{locale}");
    }
    for (kind, at_least) in [
        ("video", 18),
        ("course", 5),
        ("forum", 2),
        ("collection", 2),
        ("download", 2),
        ("profile", 2),
    ] {
        assert!(
            count(&|article| article["type"] == kind) >= at_least,
            "{kind}"
        );
    }
    let is_encoded = |article: &Value| {
        let title = article["title"].as_str().unwrap_or_default();
        title.contains("&#8217;") || title.contains("&amp;")
    };
    assert!(count(&is_encoded) > 5);
    assert_eq!(count(&|article| list(article, "related").len() > 4), 0);
    assert!(count(&|article| !list(article, "related").is_empty()) > 120);
    let mut qualities = articles
        .iter()
        .filter_map(|article| article["quality"].as_i64());
    assert!(qualities.all(|quality| (-1..=189).contains(&quality)));
    let newest = articles[0]["publishedDateTime"].as_str();
    assert!(newest.is_some_and(|date| date.starts_with("2026-11-20")));
}

#[test]
fn titles_and_excerpts_are_as_long_as_real_ones() {
    let articles = articles();
    let lengths = |field: &str| {
        let mut lengths: Vec<_> = articles
            .iter()
            .filter_map(|article| Some(article[field].as_str()?.chars().count()))
            .collect();
        lengths.sort_unstable();
        lengths
    };
    let percentile =
        |lengths: &[usize], percent: usize| lengths[(lengths.len() - 1) * percent / 100];
    let (titles, excerpts) = (lengths("title"), lengths("excerpt"));
    assert!((60..=70).contains(&percentile(&titles, 50)));
    assert!(percentile(&titles, 95) <= 112);
    assert!(percentile(&titles, 100) <= 185);
    assert!((235..=270).contains(&percentile(&excerpts, 50)));
    assert!(percentile(&excerpts, 100) <= 340);
}
