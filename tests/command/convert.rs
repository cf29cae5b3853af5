//! `article-cards convert`: makes a feed of a folder of articles.
#![allow(missing_docs)]

mod harness;

use article_cards_core::feed::{Feed, Options};
use article_cards_core::text::url::UrlStandard;
use harness::{Folder, articles, each, everyday};
use serde_json::json;

/// Returns the titles of a feed in order.
fn titles(feed: &str) -> Vec<String> {
    each(&articles(feed), "title")
}

#[test]
fn an_article_of_markdown() {
    let folder = Folder::new();
    folder.write(
        "news/2021-06-16-tides.md",
        "---\ntitle: \"Tides &#8217; times\"\nwebUrl: https://harbour.example/tides\nexcerpt: >\n  When\n  to sail\ncategory: news\n\
         publishedDateTime: 2021-06-16T20:00:00Z\nquality: 71\nheat: -1\npublished: true\n\
         provider:\n  name: Harbour\n  domain: harbour.example\n  images:\n    - url: \"https://harbour.example/i.png\"\n      width: 50\n\
         topics:\n  - AI\n  - Ships\nimages:\n  - {url: \"https://harbour.example/1.jpg\", width: 1200, isCached: true}\n\
         related:\n  - title: More\n    secured: abc\n    quality: 31\n\
         secured: abc\ncontent: abc\nfeaturedContent: abc\nampWebUrl: \"https://harbour.example/amp\"\n---\n\nThe text.\n\n---\n\ntitle: no\n",
    );
    let feed = folder
        .run(&["convert", "news/2021-06-16-tides.md"])
        .articles();
    assert_eq!(
        feed,
        [json!({
            "path": "news/2021-06-16-tides.md",
            "webUrl": "https://harbour.example/tides",
            "title": "Tides &#8217; times",
            "excerpt": "When to sail\n",
            "category": "news",
            "publishedDateTime": "2021-06-16T20:00:00Z",
            "quality": 71,
            "heat": -1,
            "published": true,
            "provider": {
                "name": "Harbour",
                "domain": "harbour.example",
                "images": [{"url": "https://harbour.example/i.png", "width": 50}],
            },
            "topics": ["AI", "Ships"],
            "images": [{"url": "https://harbour.example/1.jpg", "width": 1200, "isCached": true}],
            "related": [{"title": "More", "quality": 31}],
        })]
    );
}

#[test]
fn newest_first_for_any_number_of_jobs() {
    let folder = Folder::of_articles(&[
        ("news/a.md", "title: Undated"),
        ("news/b.md", "title: Old\npublishedDateTime: 2020-01-01"),
        (
            "news/deep/er/c.markdown",
            "title: New\npublishedDateTime: 2024-01-01T10:00:00+02:00",
        ),
        (
            "news/d.MD",
            "title: Same time\npublishedDateTime: 2024-01-01T08:00:00Z",
        ),
        ("news/e.md", "title: Also undated"),
        ("news/.hidden.md", "title: Hidden"),
        ("news/.hidden/f.md", "title: Hidden"),
        ("news/notes.txt", "title: No article"),
    ]);
    let feed = folder.run(&["convert", "news"]).fine();
    let expected = ["Same time", "New", "Old", "Undated", "Also undated"];
    assert_eq!(titles(&feed), expected);
    for jobs in ["1", "2", "7"] {
        assert_eq!(
            folder.run(&["convert", "news", "--jobs", jobs]).fine(),
            feed
        );
    }
    assert_eq!(
        folder.run(&["convert", "./news/", "--output", "-"]).fine(),
        feed
    );
    assert_eq!(
        folder.run(&["convert", "news", "-o", "feed.json"]).fine(),
        ""
    );
    assert_eq!(folder.read("feed.json"), feed);
    // The paths are the same if a shell expands `news/*.md`.
    let one = folder.run(&["convert", "news/b.md"]).articles();
    assert_eq!(each(&one, "path"), ["news/b.md"]);
}

#[test]
fn standard_input() {
    let folder = Folder::new();
    let markdown = "---\ntitle: A\nwebUrl: https://x.example/a\n---\n";
    assert_eq!(
        folder.run_with(&["convert", "-"], markdown).articles(),
        [json!({"webUrl": "https://x.example/a", "title": "A"})]
    );
    let feed = r#"{"value": [{"title": "B", "sourceUrl": null}], "nextPage": 2}"#;
    assert_eq!(
        folder.run_with(&["convert", "-"], feed).articles(),
        [json!({"title": "B"})]
    );
    let ran = folder.run_with(&["convert", "-"], "Hello");
    assert_eq!((ran.status, ran.stdout.as_str()), (1, ""));
    assert!(
        ran.stderr
            .starts_with("-: not JSON: expected value (line 1, column 1)"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_selection() {
    let folder = Folder::of_articles(&[
        (
            "1.md",
            "title: '1'\npublishedDateTime: 2024-03-01\ntopics: [AI, Ships]",
        ),
        (
            "2.md",
            "title: '2'\npublishedDateTime: 2024-02-01\ntopics: AI &amp; you\npublished: false",
        ),
        ("3.md", "title: '3'\npublishedDateTime: 2024-01-01"),
        ("4.md", "title: '4'\ntopics: [AI]\nremoved: true"),
        ("5.md", "title: '5'\ntopics: [AI]"),
    ]);
    for (arguments, expected) in [
        (&[][..], &["1", "2", "3", "5"][..]),
        (&["--limit", "2"], &["1", "2"]),
        (&["--limit", "0"], &[]),
        (&["--since", "2024-02-01"], &["1", "2"]),
        (&["--since", "2024-02-01T00:00:01Z"], &["1"]),
        (&["--topics", "AI"], &["1", "5"]),
        (&["--topics", "Ships,AI & you"], &["1", "2"]),
        (&["--topics", "Ships", "--topics", "AI & you"], &["1", "2"]),
        (&["--without-unpublished"], &["1", "3", "5"]),
    ] {
        let feed = folder.run(&[&["convert", "."], arguments].concat()).fine();
        assert_eq!(titles(&feed), expected, "{arguments:?}");
    }
    let ran = folder.run(&["convert", ".", "--since", "yesterday"]);
    assert_eq!(ran.status, 2);
    assert!(
        ran.stderr.contains("write a date like 2024-01-31"),
        "{}",
        ran.stderr
    );
}

#[test]
fn each_identity_once() {
    let folder = Folder::of_articles(&[
        ("a.md", "id: 1\ntitle: First\npublishedDateTime: 2020-01-01"),
        (
            "b.md",
            "id: '1'\ntitle: Second\npublishedDateTime: 2024-01-01",
        ),
        ("c.md", "id: gone\ntitle: Removed\nremoved: yes"),
        ("d.md", "id: gone\ntitle: Removed as well"),
    ]);
    folder.write("e.json", r#"[{"title": "Same address", "webUrl": "https://x.example/"}, {"title": "x", "webUrl": "https://x.example/"}]"#);
    let ran = folder.run(&["convert", "."]);
    assert_eq!(ran.status, 1);
    assert_eq!(titles(&ran.stdout), ["First", "Same address"]);
    let messages: Vec<_> = ran.stderr.lines().collect();
    assert_eq!(
        messages,
        [
            "./b.md: a second article with the identity \"1\": it is skipped, the first is in ./a.md (line 1)",
            "    give each article an id, path or address of its own",
            "./d.md: a second article with the identity \"gone\": it is skipped, the first is in ./c.md (line 1)",
            "./e.json: article 1: a second article with the identity \"https://x.example/\": it is skipped (line 1)",
        ]
    );
}

#[test]
fn what_authors_write_without_quotes() {
    let folder = Folder::of_articles(&[(
        "a.md",
        "title: 1984\nid: 007\ntopics: [No, 365, ~, yes]\npublished: no\nprice: 29.90\nquality: 0x1F\nheat: +5\nlocale: no",
    )]);
    assert_eq!(
        folder.run(&["convert", "a.md"]).articles(),
        [json!({
            "id": "007", "webUrl": "https://harbour.example/a.md", "title": "1984", "topics": ["No", "365", "yes"], "published": false,
            "price": "29.90", "quality": 31, "heat": 5, "locale": "no",
        })]
    );
}

#[test]
fn named_files_must_exist() {
    let folder = Folder::of_articles(&[("news/a.md", "title: A")]);
    folder.write("old.json", "[]");
    for (arguments, message) in [
        (
            &["convert", "news", "missing", "-o", "old.json"][..],
            "article-cards: cannot read missing: ",
        ),
        (
            &["convert", "news", "-o", "missing/feed.json"],
            "article-cards: cannot write missing/feed.json: ",
        ),
        (&["convert"], "error: the following required arguments"),
        (
            &["convert", "news", "--pages", "0", "-o", "x"],
            "error: invalid value '0'",
        ),
        (
            &["convert", "news", "--pages", "2"],
            "error: the following required arguments",
        ),
        (
            &["convert", "news", "--pages", "2", "-o", "-"],
            "article-cards: --pages and --watch need",
        ),
        (
            &["convert", "news", "--mapping", "missing.toml"],
            "article-cards: cannot read missing.toml: ",
        ),
    ] {
        let ran = folder.run(arguments);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(
            ran.stderr.starts_with(message),
            "{arguments:?}: {}",
            ran.stderr
        );
    }
    std::fs::create_dir(folder.path().join("empty")).unwrap();
    assert_eq!(folder.run(&["convert", "empty"]).status, 2);
    assert_eq!(folder.read("old.json"), "[]");
    assert_eq!(folder.names(), ["empty", "news", "old.json"]);
}

#[test]
fn its_own_feed_is_not_read_again() {
    let folder = Folder::of_articles(&[("a.md", "title: A")]);
    let written = || {
        assert_eq!(folder.run(&["convert", ".", "-o", "feed.json"]).fine(), "");
        assert_eq!(titles(&folder.read("feed.json")), ["A"]);
        let feed = std::fs::metadata(folder.path().join("feed.json")).unwrap();
        feed.modified().unwrap()
    };
    // A feed with the same contents is not written again.
    assert_eq!(written(), written());
    assert_eq!(folder.names(), ["a.md", "feed.json"]);
}

#[cfg(unix)]
#[test]
fn links_and_permissions() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::of_articles(&[("news/a.md", "title: A"), ("other/b.md", "title: B")]);
    symlink("../news", folder.path().join("news/circle")).unwrap();
    symlink("../other", folder.path().join("news/twice")).unwrap();
    symlink("../other", folder.path().join("news/other")).unwrap();
    folder.write("public/feed.json", "[]");
    symlink("public/feed.json", folder.path().join("feed.json")).unwrap();
    let mode = |name: &str| {
        std::fs::metadata(folder.path().join(name))
            .unwrap()
            .permissions()
            .mode()
            & 0o777
    };
    std::fs::set_permissions(
        folder.path().join("public/feed.json"),
        PermissionsExt::from_mode(0o640),
    )
    .unwrap();
    assert_eq!(
        folder.run(&["convert", "news", "-o", "feed.json"]).fine(),
        ""
    );
    // Links are kept, and so are the permissions of the files they point to.
    assert_eq!(titles(&folder.read("public/feed.json")), ["A", "B"]);
    assert!(folder.path().join("feed.json").is_symlink());
    assert_eq!(mode("public/feed.json"), 0o640);
    // A new file has the default permissions.
    folder.write("usual", "");
    folder.run(&["convert", "news", "-o", "new.json"]).fine();
    assert_eq!(mode("new.json"), mode("usual"));
    assert_eq!(
        folder.run(&["convert", "news", "-o", "/dev/null"]).fine(),
        ""
    );
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_error() {
    use std::process::Stdio;
    let folder = Folder::new();
    for number in 0..2000 {
        folder.write(
            &format!("{number}.md"),
            format!(
                "---\ntitle: {}\nlink: https://x.example/\n---\n",
                "a".repeat(200)
            ),
        );
    }
    let mut child = folder
        .command(&["convert", "."])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

/// The customer's own example, as Markdown and as JSON.
#[test]
fn the_seed_article() {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures");
    let folder = Folder::new();
    let seed = format!("{fixtures}/seed-article.md");
    let mut of_markdown = folder.run(&["convert", &seed]).articles();
    let path = of_markdown[0].as_object_mut().unwrap().remove("path");
    assert_eq!(path, Some(json!("fixtures/seed-article.md")));
    let seed = format!("{fixtures}/seed-article.json");
    let of_json = folder.run(&["convert", &seed]).articles();
    assert_eq!(of_markdown, of_json);
    assert!(of_json[0]["secured"].is_null());
}

/// The customer's own articles: none is lost, and there are no diagnostics.
#[test]
fn everyday_articles() {
    let Some(data) = everyday() else { return };
    let folder = Folder::new();
    let news = data.join("news");
    let feed = folder.run(&["convert", news.to_str().unwrap()]).fine();
    assert_eq!(articles(&feed).len(), 426);
    assert!(!feed.contains("secured") && !feed.contains("featuredContent"));
    let mut read = Feed::new(Options::default());
    read.read(feed.as_bytes(), None, &UrlStandard).unwrap();
    assert_eq!(
        (read.articles().len(), read.diagnostics().count()),
        (426, 0)
    );

    // The API serves its first page twice: as the index and as page 1.
    let api = data.join("api");
    let feed = folder.run(&["convert", api.to_str().unwrap()]).fine();
    assert_eq!(articles(&feed).len(), 668);
}
