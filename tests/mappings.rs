//! The presets of mappings read the answers of their services, whose shapes `tests/fixtures/services/`
//! has in words of its own. The page of each in `docs/services/` names the service's reference.

use std::path::Path;

use article_cards::feed::{Feed, Options};
use article_cards::mappings::{PRESETS, preset};
use article_cards::text::date;
use article_cards::text::url::UrlStandard;

const MORNING: &str = "2024-03-05T08:30:00Z";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Reads the fixture of a service by its preset.
fn read(name: &str) -> Feed {
    let fixture = format!("tests/fixtures/services/{name}.json");
    let json = std::fs::read(root().join(fixture)).expect("a fixture");
    let mut feed = Feed::new(Options {
        mapping: preset(name).expect("a preset"),
        ..Options::default()
    });
    let url = "https://api.example/v1/posts?key=k";
    feed.read(&json, Some(url), &UrlStandard)
        .expect("a document");
    feed
}

/// What a card shows of each article, one line each.
fn shown(name: &str) -> Vec<String> {
    let feed = read(name);
    let cards = feed.articles().iter().map(|article| {
        let images = article.images.iter().map(|image| image.url.as_str());
        let provider = article.provider.as_ref().and_then(|it| it.label());
        [
            article.title.clone(),
            article.excerpt.clone().unwrap_or_default(),
            article.link().unwrap_or_default().to_owned(),
            article.published_at.map(date::format).unwrap_or_default(),
            article.authors.join(", "),
            article.categories.join(", "),
            article.topics.join(", "),
            provider.unwrap_or_default().to_owned(),
            images.collect::<Vec<_>>().join(" "),
        ]
        .join("; ")
    });
    cards.collect()
}

#[test]
fn presets_read_what_their_services_answer() {
    for (name, expected) in [
        (
            "wordpress",
            vec![
                "Fish & chips: a new tide; High at noon.; https://harbour.example/2024/03/tide/; 2024-03-05T08:30:00Z; Ines Okafor; News; Ships, Tides; ; https://harbour.example/t-768.jpg",
                "Nets; Mended.; https://harbour.example/2024/03/nets/; 2024-03-04T08:30:00Z; Ines Okafor; ; ; ; https://harbour.example/n.jpg",
            ],
        ),
        (
            "ghost",
            vec![
                "Spring tide; High at noon.; https://harbour.example/tide/; 2024-03-05T08:30:00Z; Ines Okafor; ; Ships; ; https://harbour.example/t.jpg",
            ],
        ),
        (
            "strapi",
            vec![
                "Spring tide; High at noon.; ; 2024-03-05T08:30:00Z; Ines Okafor; News; Ships; ; https://api.example/uploads/t.jpg",
                "Nets; Mended.; ; 2024-03-04T08:30:00Z; Otto; ; ; ; https://api.example/uploads/n.jpg",
            ],
        ),
        (
            "devto",
            vec![
                "Spring tide; High at noon.; https://dev.example/ines/tide; 2024-03-05T08:30:00Z; Ines Okafor; ; ships, tides; Harbour Post; https://dev.example/t.jpg",
            ],
        ),
        (
            "newsapi",
            vec![
                "Spring tide; High at noon.; https://harbour.example/tide; 2024-03-05T08:30:00Z; Ines Okafor; ; ; Harbour Post; https://harbour.example/t.jpg",
            ],
        ),
        (
            "guardian",
            vec![
                "Spring tide; High at noon.; https://www.guardian.example/news/2024/mar/05/tide; 2024-03-05T08:30:00Z; Ines Okafor; News; Ships; www.guardian.example; https://media.guardian.example/t.jpg",
            ],
        ),
        (
            "mastodon",
            vec![
                "Boats lie dry & quiet. #ships; Boats lie dry & quiet. #ships; https://social.example/@ines/71; 2024-03-05T08:30:00Z; Ines Okafor; ; ships; ; https://files.example/s.jpg",
            ],
        ),
        (
            "reddit",
            vec![
                "Spring tide; High at noon.; https://www.reddit.com/r/harbour/comments/71/spring_tide/; 2024-03-05T08:30:00Z; ines; ; Ships; r/harbour; ",
            ],
        ),
        (
            "hackernews",
            vec![
                "Spring tide; ; https://harbour.example/tide; 2024-03-05T08:30:00Z; ines; ; ; harbour.example; ",
                "Ask: nets; Mended & dry? Or wet?; https://news.ycombinator.com/item?id=72; 2024-03-04T08:30:00Z; otto; ; ; ; ",
            ],
        ),
        (
            "discourse",
            vec![
                "Spring tide; High at noon…; https://api.example/t/71; 2024-03-05T08:30:00Z; ; ; ships, tides; ; https://forum.example/t.jpg",
            ],
        ),
        (
            "contentful",
            vec![
                "Spring tide; High at noon.; https://harbour.example/tide; 2024-03-05T08:30:00Z; Ines Okafor; ; ships; ; ",
            ],
        ),
    ] {
        assert_eq!(shown(name), expected, "{name}");
        assert!(expected.iter().any(|card| card.contains(MORNING)));
    }
}

#[test]
fn a_picture_that_is_none_is_all_that_is_wrong() {
    for name in PRESETS {
        let feed = read(name);
        let wrong: Vec<_> = feed
            .diagnostics()
            .iter()
            .map(|it| it.path.as_str())
            .collect();
        // Reddit has `self` in place of the URL of a picture.
        let expected: &[&str] = if name == "reddit" {
            &["thumbnail"]
        } else {
            &[]
        };
        assert_eq!(wrong, expected, "{name}");
    }
}

#[test]
fn next_pages() {
    let next = |name| read(name).next_page().map(str::to_owned);
    let after = "https://api.example/v1/posts?raw_json=1&limit=100&after=t3_next";
    assert_eq!(next("reddit").as_deref(), Some(after));
    // A number, for `page-src`.
    assert!(next("ghost").is_some());
    assert_eq!(next("hackernews"), None);
}

#[test]
fn each_preset_has_a_page_that_names_the_reference_and_a_fixture() {
    for name in PRESETS {
        let page = root().join(format!("docs/services/{name}.md"));
        let page = std::fs::read_to_string(page).expect("a page");
        assert!(page.contains(&format!("mapping=\"{name}\"")), "{name}");
        assert!(page.contains("Reference: <https://"), "{name}");
        assert!(!read(name).articles().is_empty(), "{name}");
        assert_eq!(
            preset(name).and_then(|it| it.error().map(str::to_owned)),
            None,
            "{name}"
        );
    }
    let fixtures = std::fs::read_dir(root().join("tests/fixtures/services")).expect("a folder");
    assert_eq!(fixtures.count(), PRESETS.len());
}
