//! Feeds of services and generators, whose shapes `tests/fixtures/feeds/` has in words of its own:
//! what docs/feeds.md says of each.
#![allow(missing_docs)]

mod harness;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use article_cards_core::feed::{Feed, Options};
use article_cards_core::text::date;
use article_cards_core::text::url::UrlStandard;
use harness::Folder;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/feeds")
}

/// Converts a feed, with a mapping if there is one, and returns what a card shows of each article.
fn shown(name: &str) -> Vec<String> {
    let file = fixtures().join(name);
    let mapping = file.with_extension("toml");
    // A mapping applies to JSON.
    let is_mapped = mapping.exists() && name.ends_with(".json");
    let (file, mapping_file) = (file.to_str().unwrap(), mapping.to_str().unwrap());
    let mut arguments = vec!["convert", file, "--url", "https://harbour.example/feed"];
    if is_mapped {
        arguments.extend(["--mapping", mapping_file]);
    }
    let json = Folder::new().run(&arguments).fine();
    let mut feed = Feed::new(Options::default());
    feed.read(json.as_bytes(), None, &UrlStandard).unwrap();
    assert_eq!(feed.diagnostics().count(), 0);
    let cards = feed.articles().iter().map(|article| {
        let provider = article.provider.as_ref().and_then(|it| it.name.clone());
        let image = article.images.first().map(|image| image.url.clone());
        [
            article.title.clone(),
            article.excerpt.clone().unwrap_or_default(),
            article.link().unwrap_or_default().to_owned(),
            article.published_at.map(date::format).unwrap_or_default(),
            article.authors.join(", "),
            article.topics.join(", "),
            provider.unwrap_or_default(),
            image.unwrap_or_default(),
        ]
        .join("; ")
    });
    cards.collect()
}

const EXPECTED: [(&str, &str); 19] = [
    (
        "hugo.xml",
        "Spring tide; High at noon.; https://harbour.example/posts/tide/; 2024-03-05T08:30:00Z; ; ; Harbour Post; ",
    ),
    (
        "jekyll.xml",
        "Spring tide; High at noon.; https://harbour.example/2024/03/05/tide.html; 2024-03-05T08:30:00Z; Ines Okafor; ships; Harbour Post; https://harbour.example/t.jpg",
    ),
    (
        "eleventy.xml",
        "Spring tide; High at noon.; https://harbour.example/blog/tide/; 2024-03-05T08:30:00Z; ; ; Harbour Post; ",
    ),
    (
        "eleventy.json",
        "Spring tide; High at noon.; https://harbour.example/blog/tide/; 2024-03-05T08:30:00Z; Ines Okafor; ; Harbour Post; ",
    ),
    (
        "astro.xml",
        "Spring tide; High at noon.; https://harbour.example/blog/tide/; 2024-03-05T08:30:00Z; Ines Okafor; ships; Harbour Post; ",
    ),
    (
        "docusaurus.xml",
        "Spring tide; High at noon.; https://harbour.example/blog/tide; 2024-03-05T08:30:00Z; Ines Okafor; Ships; Harbour Post Blog; ",
    ),
    (
        "docusaurus.json",
        "Spring tide; High at noon.; https://harbour.example/blog/tide; 2024-03-05T08:30:00Z; Ines Okafor; Ships; Harbour Post Blog; ",
    ),
    (
        "wordpress.xml",
        "Spring tide; High at noon.; https://harbour.example/2024/03/tide/; 2024-03-05T08:30:00Z; Ines Okafor; Ships; Harbour Post; https://harbour.example/t.jpg",
    ),
    (
        "substack.xml",
        "Spring tide; High at noon.; https://harbour.substack.example/p/tide; 2024-03-05T08:30:00Z; Ines Okafor; ; Harbour Post; https://substack.example/t.jpg",
    ),
    (
        "medium.xml",
        "Spring tide; High at noon.; https://medium.example/@ines/tide-71?source=rss-1; 2024-03-05T08:30:00Z; Ines Okafor; ships; Stories by Ines Okafor on Medium; https://medium.example/t.jpg",
    ),
    (
        "github-releases.xml",
        "v1.2.0; Added High at noon.; https://github.com/harbour/tides/releases/tag/v1.2.0; 2024-03-05T08:30:00Z; ines; ; Release notes from tides; https://avatars.example/u/1?s=60&v=4",
    ),
    (
        "reddit.xml",
        "Spring tide; High at noon.; https://www.reddit.com/r/harbour/comments/71/spring_tide/; 2024-03-05T08:30:00Z; /u/ines; r/harbour; Harbour; https://b.thumbs.example/t.jpg",
    ),
    (
        "mastodon.xml",
        "High at noon. #ships; High at noon. #ships; https://social.example/@ines/71; 2024-03-05T08:30:00Z; ; ships; Ines Okafor; https://files.example/t.jpg",
    ),
    (
        "discourse.xml",
        "Spring tide; High at noon. Read full topic; https://forum.example/t/spring-tide/71; 2024-03-05T08:30:00Z; ines; Ships; Spring tide; ",
    ),
    (
        "hackernews.xml",
        "Spring tide; Comments; https://harbour.example/tide; 2024-03-05T08:30:00Z; ; ; Hacker News; ",
    ),
    (
        "podcast.xml",
        "Spring tide; High at noon.; https://harbour.example/talk/71; 2024-03-05T08:30:00Z; ; ; Harbour Talk; https://harbour.example/71.jpg",
    ),
    (
        "google-news.xml",
        "Spring tide - Harbour Post; Spring tide Harbour Post; https://news.google.com/rss/articles/71?oc=5; 2024-03-05T08:30:00Z; ; ; Harbour Post; ",
    ),
    (
        "drupal.json",
        "Spring tide; High at noon.; https://harbour.example/news/tide; 2024-03-05T08:30:00Z; ; ; ; ",
    ),
    (
        "squarespace.json",
        "Spring tide; High at noon.; https://harbour.example/blog/tide; 2024-03-05T08:30:00Z; Ines Okafor; Ships; ; https://images.example/t.jpg",
    ),
];

#[test]
fn feeds_of_services_and_generators() {
    for (name, card) in EXPECTED {
        assert_eq!(shown(name), [card], "{name}");
    }
    let files = std::fs::read_dir(fixtures())
        .unwrap()
        .map(|file| file.unwrap().path());
    let files = files.filter(|file| file.extension().is_some_and(|it| it != "toml"));
    let files: BTreeSet<_> = files
        .map(|file| file.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        files,
        EXPECTED
            .iter()
            .map(|(name, _)| (*name).to_owned())
            .collect()
    );
}
