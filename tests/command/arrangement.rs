//! `article-cards prerender`: lead stories, headings between the cards, and room for what needs a script.
#![allow(missing_docs)]

mod harness;

use harness::Folder;
use serde_json::{Value, json};

fn feed() -> String {
    let article = |n: usize| {
        json!({
            "id": format!("a{n}"), "title": format!("Article {n}"), "webUrl": format!("/{n}"),
            "publishedDateTime": format!("2021-{:02}-05T10:00:00Z", 6 - n / 4),
        })
    };
    (0..8).map(article).collect::<Value>().to_string()
}

fn prerender(options: &[&str]) -> String {
    let folder = Folder::new();
    folder.write("feed.json", feed());
    let first = [
        "prerender",
        "feed.json",
        "--url",
        "https://harbour.example/feed.json",
    ];
    folder.run(&[&first, options].concat()).fine()
}

#[test]
fn the_first_cards_are_lead_stories() {
    let html = prerender(&["--featured", "3"]);
    assert_eq!(
        html.matches("class=\"ac-cell ac-x-lead\"").count(),
        1,
        "{html}"
    );
    assert_eq!(
        html.matches("class=\"ac-cell ac-x-second\"").count(),
        2,
        "{html}"
    );
    assert!(!prerender(&[]).contains("class=\"ac-cell ac-x-lead\""));
    // What is narrowed has none, as in the element.
    let narrowed = prerender(&["--featured", "3", "--query", "article"]);
    assert!(
        !narrowed.contains("class=\"ac-cell ac-x-lead\""),
        "{narrowed}"
    );
}

#[test]
fn there_is_room_for_the_sort_menu_if_there_is_a_choice() {
    let menu = |options: &[&str]| {
        let html = prerender(options);
        let (_, menu) = html.split_once("class=\"ac-sort ac-x-room\"")?;
        let (_, label) = menu.split_once("data-words=\"")?;
        let (label, _) = label.split_once('"')?;
        Some(label.to_owned())
    };
    assert_eq!(menu(&[]).as_deref(), Some("Newest first"));
    let title = ["--sorts", "title,-title", "--sort", "-title"];
    assert_eq!(menu(&title).as_deref(), Some("Title Z–A"));
    assert_eq!(menu(&["--sorts", "-publishedDateTime"]), None);
    assert!(menu(&["--sorts", "-publishedDateTime", "--query", "article"]).is_some());
}

#[test]
fn months_are_headings_in_the_language_of_the_list() {
    let html = prerender(&["--group-by", "month", "--locale", "fr"]);
    for month in ["Juin 2021", "Mai 2021"] {
        assert!(html.contains(month), "{html}");
    }
    assert_eq!(html.matches("role=\"group\"").count(), 2, "{html}");
    // Cards are a level below the headings.
    assert!(html.contains("<h4 id=\"ac-1-title\""), "{html}");
    let by_title = prerender(&["--group-by", "month", "--sort", "title"]);
    assert!(!by_title.contains("role=\"group\""), "{by_title}");
}

#[test]
fn there_is_room_for_layouts_and_for_saving_and_nothing_to_press() {
    let html = prerender(&["--layouts", "grid,list", "--remember", "news"]);
    assert!(html.contains("class=\"ac-layouts ac-x-room\""), "{html}");
    assert_eq!(
        html.matches("class=\"ac-card-save ac-x-room\"").count(),
        8,
        "{html}"
    );
    assert!(
        !html.contains("<button") && !html.contains("<input"),
        "{html}"
    );
    let plain = prerender(&["--layouts", "grid"]);
    assert!(
        !plain.contains("class=\"ac-layouts") && !plain.contains("class=\"ac-card-save"),
        "{plain}"
    );
}

#[test]
fn articles_that_the_page_shows_elsewhere_are_left_out_and_counted() {
    let html = prerender(&["--skip", "2"]);
    assert!(
        !html.contains("data-id=\"a1\"") && html.contains("data-id=\"a2\""),
        "{html}"
    );
    assert!(html.contains("8 articles"), "{html}");
}

#[test]
fn the_number_of_articles_may_be_left_out() {
    assert!(prerender(&[]).contains("class=\"ac-summary\""));
    assert!(!prerender(&["--without-summary"]).contains("class=\"ac-summary\""));
}
