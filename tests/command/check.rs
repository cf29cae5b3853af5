//! `article-cards check`: all findings about a feed.
#![allow(missing_docs)]

mod harness;

use article_cards_core::feed::{Feed, Options};
use article_cards_core::text::url::UrlStandard;
use harness::{Folder, everyday};
use serde_json::{Value, json};

const FEED: &str = r#"[
  {"title": "A", "webUrl": "https://x.example/a"},
  {"title": "B",
   "images": [
     {"url": "https://x.example/b.png"},
     {"url": "javascript:alert(1)"}, {"url": "https://x.example/c.png",
      "width": "wide"}
   ]},
  {"id": 1},
  "no article",
  {"title": "C", "webUrl": "https://x.example/a"}
]"#;

#[test]
fn every_diagnostic_with_its_position() {
    let folder = Folder::new();
    folder.write("feed.json", FEED);
    let ran = folder.run(&["check", "feed.json"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (1, ""));
    let hints = |line: &&str| !line.starts_with("    ");
    let lines: Vec<_> = ran.stdout.lines().filter(hints).collect();
    assert_eq!(
        lines,
        [
            "feed.json: article 1: images[1].url: not an http(s) URL (line 6)",
            "feed.json: article 1: images[2].width: not a whole number (line 7)",
            "feed.json: article 2: title: missing: the article is skipped (line 9)",
            "feed.json: article 3: a string instead of an article: it is skipped (line 10)",
            "feed.json: article 4: a second article with the identity \"https://x.example/a\": it is skipped (line 11)",
        ]
    );
    assert!(ran.stdout.contains("\n    every article needs a title; "));
}

#[test]
fn exit_status_by_findings() {
    let folder = Folder::new();
    folder.write("good.json", r#"{"value": [{"title": "A"}], "nextPage": 2}"#);
    folder.write("feed.json", FEED);
    folder.write("broken.json", "[{\"title\": \"A\"},\n");
    assert_eq!(folder.run(&["check", "good.json"]).fine(), "");
    assert_eq!(folder.run(&["check", "feed.json"]).status, 1);
    let broken = folder.run(&["check", "broken.json"]);
    assert_eq!(broken.status, 1);
    assert!(
        broken
            .stdout
            .starts_with("broken.json: not JSON: the document ends too early")
    );
    let missing = folder.run(&["check", "missing.json"]);
    assert_eq!((missing.status, missing.stdout.as_str()), (2, ""));
    assert!(
        missing
            .stderr
            .starts_with("article-cards: cannot read missing.json: ")
    );
    // The other files are still checked.
    let both = folder.run(&["check", "missing.json", "feed.json"]);
    assert_eq!(both.status, 2);
    assert!(both.stdout.starts_with("feed.json: article 1: "));
    assert_eq!(folder.run(&["check"]).status, 2);
    assert_eq!(
        folder
            .run(&["check", "good.json", "--format", "xml"])
            .status,
        2
    );
    assert_eq!(
        folder.run_with(&["check", "-"], FEED).stdout.lines().next(),
        Some("-: article 1: images[1].url: not an http(s) URL (line 6)")
    );
}

#[test]
fn as_json() {
    let folder = Folder::new();
    folder.write("feed.json", FEED);
    let ran = folder.run(&["check", "feed.json", "--format", "json"]);
    let findings: Vec<Value> = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!((ran.status, findings.len()), (1, 5));
    assert_eq!(
        findings[1],
        json!({
            "level": "warning", "file": "feed.json", "index": 1, "path": "images[2].width",
            "message": "not a whole number", "line": 7, "column": null,
            "hint": "write digits only, such as 72; leave the field out where there is no number",
        })
    );
    folder.write("good.json", "[]");
    assert_eq!(
        folder
            .run(&["check", "good.json", "--format", "json"])
            .fine(),
        "[]\n"
    );
}

#[test]
fn as_annotations() {
    let folder = Folder::new();
    folder.write(
        "a,b.json",
        r#"[{"title": "A", "id": "1\n::error::"}, {"title": "B", "id": "1\n::error::"}]"#,
    );
    let ran = folder.run(&["check", "a,b.json", "--format", "github"]);
    assert_eq!(
        ran.stdout,
        "::warning file=a%2Cb.json,line=1,title=article 1::a second article with the identity \
         \"1\\n::error::\": it is skipped%0Agive each article an id, path or address of its own\n"
    );
}

#[test]
fn strict_adds_advice() {
    let folder = Folder::new();
    folder.write("feed.json", r#"[{"title": "A", "web_url": "https://x.example/", "secured": "x", "images": [{"url": "http://x.example/"}]}]"#);
    assert_eq!(folder.run(&["check", "feed.json"]).fine(), "");
    let ran = folder.run(&["check", "feed.json", "--strict"]);
    assert_eq!(ran.status, 1);
    let lines: Vec<_> = ran.stdout.lines().collect();
    assert_eq!(
        lines,
        [
            "feed.json: article 0: web_url: is not read; webUrl is (line 1)",
            "feed.json: article 0: secured: is handed on and never shown: leave it out (line 1)",
            "feed.json: article 0: webUrl: missing: the card is without a link (line 1)",
            "feed.json: article 0: publishedDateTime: missing: the article comes last (line 1)",
            "feed.json: article 0: images[0].url: an http: address: pages with https: do not show it (line 1)",
        ]
    );
}

#[test]
fn advice_about_what_is_not_as_it_seems() {
    let folder = Folder::new();
    folder.write(
        "feed.json",
        r#"[{"title": "A", "url": "https://x.example/", "date": "2024-01-01", "tags": "a, b", "draft": true}]"#,
    );
    assert_eq!(folder.run(&["check", "feed.json"]).fine(), "");
    let ran = folder.run(&["check", "feed.json", "--strict"]);
    let lines: Vec<_> = ran.stdout.lines().collect();
    assert_eq!(
        lines,
        [
            "feed.json: article 0: draft: a draft: convert leaves it out, unless --drafts is given (line 1)",
            "feed.json: article 0: topics: one value with commas: write a list, or map it with `| split` (line 1)",
        ]
    );
}

/// The widget keeps 1,000 diagnostics; the command prints all of them.
#[test]
fn more_diagnostics_than_a_feed_keeps() {
    let folder = Folder::new();
    let wrong: Vec<_> = (0..700)
        .map(|n| json!({"title": n.to_string(), "quality": "x", "topics": [1, 2]}))
        .collect();
    let document = serde_json::to_string(&wrong).unwrap();
    folder.write("feed.json", &document);
    let ran = folder.run(&["check", "feed.json", "--format", "json"]);
    let findings: Vec<Value> = serde_json::from_str(&ran.stdout).unwrap();
    let mut feed = Feed::new(Options::default());
    feed.read(document.as_bytes(), None, &UrlStandard).unwrap();
    assert_eq!(findings.len(), feed.diagnostics().count());
    assert_eq!(findings.len(), 2100);
    for (finding, diagnostic) in findings.iter().zip(feed.diagnostics()) {
        assert_eq!(
            finding["index"].as_u64(),
            diagnostic.index.map(|index| index as u64)
        );
        assert_eq!(finding["path"], diagnostic.path);
        assert_eq!(finding["message"], diagnostic.message());
    }
    let list = vec!["1"; 5000].join(",");
    folder.write(
        "one.json",
        format!("[{{\"title\": \"A\", \"topics\": [{list}]}}]"),
    );
    let ran = folder.run(&["check", "one.json"]);
    assert_eq!(ran.stdout.matches("topics[").count(), 5000);
}

#[test]
fn relative_urls_are_resolved_against_the_feeds() {
    let folder = Folder::new();
    folder.write(
        "feed.json",
        r#"{"items": [{"title": "A", "webUrl": "/a"}], "next": "page/2.json"}"#,
    );
    assert_eq!(folder.run(&["check", "feed.json"]).status, 1);
    assert_eq!(
        folder
            .run(&["check", "feed.json", "--url", "https://x.example/feed.json"])
            .fine(),
        ""
    );
}

#[test]
fn limits() {
    let folder = Folder::new();
    folder.write("feed.json", FEED);
    let ran = folder.run(&["check", "feed.json", "--max-bytes", "100"]);
    assert_eq!(ran.status, 1);
    assert!(
        ran.stdout
            .starts_with("feed.json: the document has more than 100 bytes\n")
    );
    let deep = "[".repeat(129) + &"]".repeat(129);
    folder.write("deep.json", deep);
    let ran = folder.run(&["check", "deep.json"]);
    assert_eq!(
        ran.stdout,
        "deep.json: nested deeper than 128 levels (line 1, column 129)\n"
    );
}

#[test]
fn articles_of_markdown_before_they_are_converted() {
    let folder = Folder::of_articles(&[
        ("news/a.md", "title: A\nquality: x"),
        ("news/b.md", "title: B"),
    ]);
    let ran = folder.run(&["check", "news"]);
    assert_eq!(
        ran.stdout.lines().next(),
        Some("news/a.md: quality: not a whole number (line 3)")
    );
}

#[test]
fn help_version_completions_and_manual() {
    let folder = Folder::new();
    assert_eq!(
        folder.run(&["--version"]).fine(),
        format!("article-cards {}\n", env!("CARGO_PKG_VERSION"))
    );
    for arguments in [
        &["--help"][..],
        &["convert", "--help"],
        &["check", "-h"],
        &["help", "check"],
    ] {
        assert!(
            folder
                .run(arguments)
                .fine()
                .contains("Usage: article-cards")
        );
    }
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(
            folder
                .run(&["completions", shell])
                .fine()
                .contains("without-unpublished")
        );
    }
    assert!(
        folder
            .run(&["manual"])
            .fine()
            .contains(".TH article-cards 1")
    );
    folder.run(&["manual", "-o", "man"]).fine();
    assert!(
        folder
            .read("man/article-cards-convert.1")
            .contains("without")
    );
}

#[test]
fn everyday_feeds() {
    let Some(data) = everyday() else { return };
    let folder = Folder::new();
    assert_eq!(
        folder
            .run(&["check", data.join("api").to_str().unwrap()])
            .fine(),
        ""
    );
    let ran = folder.run(&["check", data.join("related.json").to_str().unwrap()]);
    assert_eq!(
        (ran.status, ran.stdout.matches("a second article").count()),
        (1, 2)
    );
}
