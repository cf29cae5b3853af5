//! The sample keeps its promises.

use super::*;
use serde_json::Value;
use std::collections::HashSet;
use std::path::PathBuf;

/// A folder of its own, gone with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        Self(std::env::temp_dir().join(format!(
            "article-cards-sample-{name}-{}",
            std::process::id()
        )))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).expect("a document")).expect("JSON")
}

/// Every image URL in a document.
fn image_urls<'a>(value: &'a Value, into: &mut Vec<&'a str>) {
    match value {
        Value::Array(list) => list.iter().for_each(|item| image_urls(item, into)),
        Value::Object(fields) => {
            for (name, field) in fields {
                if name == "images" {
                    into.extend(
                        field
                            .as_array()
                            .into_iter()
                            .flatten()
                            .filter_map(|image| image["url"].as_str()),
                    );
                }
                image_urls(field, into);
            }
        }
        _ => {}
    }
}

#[test]
fn writes_the_same_bytes_twice_and_links_only_what_is_there() {
    let (one, two) = (Folder::new("one"), Folder::new("two"));
    let summary = write(&one.0).expect("a sample");
    assert_eq!(write(&one.0).expect("the same, not drawn again"), summary);
    let stock = stock::read();
    let pictures = pictures::all(&stock.beats);
    let pages = write_documents(&two.0, &feed::articles(&stock, &pictures)).expect("another");
    assert_eq!(pages, summary.pages);
    for file in [
        "index.json",
        "page/2/index.json",
        "page/6/index.json",
        "all.json",
    ] {
        let read = |folder: &Folder| std::fs::read(folder.0.join(file)).expect("a document");
        assert!(read(&one) == read(&two), "{file} differs");
    }
    // Drawing takes seconds without optimisation: some are enough.
    let some: Vec<Picture> = pictures.into_iter().step_by(6).collect();
    for (file, bytes) in draw(&some) {
        assert!(
            std::fs::read(one.0.join(&file)).expect("a picture") == bytes,
            "{file} differs"
        );
    }

    assert_eq!((summary.articles, summary.pages), (240, 6));
    assert!(
        summary.image_bytes < 4 << 20,
        "{} bytes of pictures",
        summary.image_bytes
    );
    let all = json(&one.0.join("all.json"));
    let mut paged = 0;
    for number in 1..=6 {
        let file = one.0.join(if number == 1 {
            "index.json".into()
        } else {
            format!("page/{number}/index.json")
        });
        let page = json(&file);
        assert_eq!(page["page"], number);
        assert_eq!(
            page["nextPage"],
            if number < 6 {
                Value::from(number + 1)
            } else {
                Value::Null
            }
        );
        let value = page["value"].as_array().expect("articles");
        for article in value {
            assert_eq!(article["title"], all[paged]["title"]);
            paged += 1;
        }
        let mut urls = Vec::new();
        image_urls(&page, &mut urls);
        for url in urls {
            assert!(file.with_file_name(url).exists(), "{url} of page {number}");
        }
    }
    assert_eq!(paged, 240);
    let mut urls = Vec::new();
    image_urls(&all, &mut urls);
    assert!(urls.iter().all(|url| one.0.join(url).exists()));
}

#[test]
fn has_what_the_demo_shows() {
    let stock = stock::read();
    let pictures = pictures::all(&stock.beats);
    let articles = feed::articles(&stock, &pictures);
    let count =
        |test: &dyn Fn(&Article) -> bool| articles.iter().filter(|article| test(article)).count();

    assert_eq!(articles.len(), 240);
    assert_eq!(
        articles
            .iter()
            .map(|article| &article.path)
            .collect::<HashSet<_>>()
            .len(),
        240
    );
    assert_eq!(
        articles
            .iter()
            .map(|article| &article.title)
            .collect::<HashSet<_>>()
            .len(),
        240
    );
    assert_eq!(providers::ALL.len(), 24);
    let used: HashSet<_> = articles
        .iter()
        .filter_map(|article| article.provider.as_ref())
        .map(|provider| provider.domain)
        .collect();
    assert_eq!(used.len(), 24);
    assert!(used.iter().all(|domain| domain.ends_with(".example")));

    assert_eq!(count(&|article| article.images.is_empty()), 20);
    assert!(count(&|article| article.images.len() == 2) > 20);
    assert_eq!(count(&|article| article.published_date_time.is_none()), 4);
    assert_eq!(count(&|article| article.provider.is_none()), 3);
    assert_eq!(count(&|article| article.web_url.is_none()), 19);
    assert_eq!(
        count(&|article| article.web_url.is_none() && article.original_url.is_none()),
        1
    );
    assert_eq!(count(&|article| article.published == Some(false)), 2);
    for locale in ["de", "ja", "ar"] {
        assert_eq!(
            count(&|article| article.locale == Some(locale)),
            1,
            "{locale}"
        );
    }
    for (kind, at_least) in [
        ("video", 18),
        ("course", 5),
        ("forum", 2),
        ("collection", 2),
        ("download", 2),
        ("profile", 2),
    ] {
        assert!(count(&|article| article.kind == kind) >= at_least, "{kind}");
    }
    assert!(
        count(&|article| article.title.contains("&#8217;") || article.title.contains("&amp;")) > 5
    );
    assert!(articles.iter().all(|article| article.related.len() <= 4));
    assert!(count(&|article| !article.related.is_empty()) > 120);
    assert!(
        articles
            .iter()
            .filter_map(|article| article.quality)
            .all(|quality| (-1..=189).contains(&quality))
    );
    assert_eq!(
        articles[0]
            .published_date_time
            .as_deref()
            .map(|date| &date[..10]),
        Some("2026-11-20")
    );
}

#[test]
fn the_stock_is_complete() {
    let stock = stock::read();
    for beat in &stock.beats {
        assert!(
            !beat.topics.is_empty() && !beat.elsewhere.is_empty(),
            "{}",
            beat.name
        );
        assert!(beat.providers.len() > 1, "{}", beat.name);
        assert!(
            beat.providers
                .iter()
                .all(|id| providers::by_id(id).is_some()),
            "{}",
            beat.name
        );
        assert!(
            beat.scenes
                .iter()
                .all(|scene| art::scene_names().any(|name| name == *scene)),
            "{}",
            beat.name
        );
    }
    assert!(
        stock
            .entries
            .iter()
            .all(|entry| entry.excerpt.chars().count() > 60),
        "a title as an excerpt"
    );
}

#[test]
fn titles_and_excerpts_are_as_long_as_real_ones() {
    let stock = stock::read();
    let articles = feed::articles(&stock, &pictures::all(&stock.beats));
    let at = |mut lengths: Vec<usize>, percent: usize| {
        lengths.sort_unstable();
        lengths[(lengths.len() - 1) * percent / 100]
    };
    let titles: Vec<usize> = articles
        .iter()
        .map(|article| article.title.chars().count())
        .collect();
    let excerpts: Vec<usize> = articles
        .iter()
        .filter_map(|article| article.excerpt.as_ref())
        .map(|text| text.chars().count())
        .collect();
    println!(
        "titles {:?}",
        [0, 5, 25, 50, 75, 95, 100].map(|percent| at(titles.clone(), percent))
    );
    println!(
        "excerpts {:?}",
        [0, 5, 25, 50, 75, 95, 100].map(|percent| at(excerpts.clone(), percent))
    );
    assert!(
        (60..=70).contains(&at(titles.clone(), 50))
            && at(titles.clone(), 95) <= 112
            && at(titles, 100) <= 185
    );
    assert!((235..=270).contains(&at(excerpts.clone(), 50)) && at(excerpts, 100) <= 340);
}
