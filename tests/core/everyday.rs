//! All documents of real data, if their folder is beside the project.
#![allow(missing_docs)]

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use article_cards_core::feed::{Feed, Options};
use article_cards_core::model::Article;
use article_cards_core::text::url::UrlStandard;

fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/everyday");
    if !folder.is_dir() {
        eprintln!("skipped: no real data at {}", folder.display());
        return None;
    }
    Some(folder)
}

/// Reads a feed page by page, as a browser does; returns it with the first missing page.
fn read_pages(folder: &Path, start: &str) -> (Feed, Option<String>) {
    const ORIGIN: &str = "https://everyday.example/";
    let mut feed = Feed::new(Options::default());
    let mut url = Some(format!("{ORIGIN}{start}"));
    while let Some(address) = url {
        let file = folder.join(address.strip_prefix(ORIGIN).unwrap());
        let Ok(bytes) = std::fs::read(&file) else {
            return (feed, Some(address));
        };
        feed.read(&bytes, Some(&address), &UrlStandard).unwrap();
        url = feed.next_page().map(str::to_owned);
    }
    (feed, None)
}

/// Counts each diagnostic, without indices and quoted identities.
fn counts(feed: &Feed) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for diagnostic in feed.diagnostics() {
        let path: String = diagnostic
            .path
            .chars()
            .filter(|c| !c.is_ascii_digit())
            .collect();
        let message = diagnostic
            .message()
            .split('"')
            .next()
            .unwrap_or_default()
            .to_owned();
        *counts.entry(format!("{path}: {message}")).or_default() += 1;
    }
    assert_eq!(
        feed.diagnostics().iter().count(),
        feed.diagnostics().count()
    );
    counts
}

fn has_no_reference(article: &Article) {
    let texts = [Some(&article.title), article.excerpt.as_ref()];
    for text in texts
        .into_iter()
        .flatten()
        .chain(article.related.iter().map(|r| &r.title))
    {
        assert!(
            !text.contains("&#") && !text.contains("&amp;") && !text.contains('\n'),
            "{text}"
        );
    }
}

#[test]
fn all_articles_of_the_array() {
    let Some(folder) = folder() else { return };
    let feed = common::read(std::fs::read(folder.join("related.json")).unwrap()).unwrap();
    assert_eq!(
        feed.articles().len() + feed.diagnostics().count(),
        426,
        "{:#?}",
        counts(&feed)
    );
    feed.articles()
        .iter()
        .for_each(|article| has_no_reference(article));
    assert!(
        feed.articles()
            .iter()
            .any(|article| article.title.contains('’'))
    );
    assert!(
        feed.articles()
            .iter()
            .any(|article| article.related.len() == 4)
    );
    let linked: Vec<_> = feed
        .articles()
        .iter()
        .filter(|article| article.link().is_some())
        .collect();
    assert_eq!(linked.len(), feed.articles().len());
    let only_original = feed
        .articles()
        .iter()
        .filter(|article| article.web_url.is_none());
    assert_eq!(
        only_original
            .inspect(|a| assert_eq!(a.link(), a.original_url.as_deref()))
            .count(),
        5
    );
    let published = feed
        .articles()
        .iter()
        .filter(|article| article.published)
        .count();
    eprintln!(
        "{} articles, {published} published, {:?}",
        feed.articles().len(),
        counts(&feed)
    );
    assert!(published < feed.articles().len());
}

/// Reads every document by itself.
#[test]
fn every_document() {
    let Some(folder) = folder() else { return };
    let mut documents = vec![folder.join("related.json")];
    let mut folders = vec![folder.join("api")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path)
            } else {
                documents.push(path)
            }
        }
    }
    let (mut articles, mut wrong) = (0, BTreeMap::new());
    for document in &documents {
        let feed = common::read(std::fs::read(document).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", document.display()));
        articles += feed.articles().len();
        counts(&feed)
            .into_iter()
            .for_each(|(what, count)| *wrong.entry(what).or_insert(0) += count);
    }
    // 426 of the array, 453 of news and 270 of learning, where the first pages are there twice. In the
    // array two articles are repeated with the same URL.
    assert_eq!((documents.len(), articles), (29, 426 - 2 + 453 + 270));
    let twice = ": a second article with the identity ".to_owned();
    assert_eq!(wrong, BTreeMap::from([(twice, 2)]));
}

#[test]
fn all_pages_of_news() {
    let Some(folder) = folder() else { return };
    let (feed, missing) = read_pages(&folder, "api/news/index.json");
    assert_eq!(missing, None);
    eprintln!("{} articles, {:?}", feed.articles().len(), counts(&feed));
    assert_eq!(feed.articles().len(), 428);
    assert_eq!(counts(&feed), BTreeMap::new());
    feed.articles()
        .iter()
        .for_each(|article| has_no_reference(article));
    assert!(
        feed.articles()
            .iter()
            .all(|article| article.locale.as_deref() == Some("en-us"))
    );
}

#[test]
fn all_pages_of_learning_and_one_that_is_missing() {
    let Some(folder) = folder() else { return };
    let (feed, missing) = read_pages(&folder, "api/learning/index.json");
    assert_eq!(
        missing.as_deref(),
        Some("https://everyday.example/api/learning/page/9/index.json")
    );
    eprintln!("{} articles, {:?}", feed.articles().len(), counts(&feed));
    assert_eq!(feed.articles().len(), 240);
    assert_eq!(counts(&feed), BTreeMap::new());
    assert!(
        feed.articles()
            .iter()
            .any(|article| article.length.is_some() && article.kind == "video")
    );
    assert!(
        feed.articles()
            .iter()
            .any(|article| article.related.len() > 2 && article.kind == "collection")
    );
}
