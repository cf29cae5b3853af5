//! Damaged files: a message with file and line, the others converted.
#![allow(missing_docs)]

mod harness;

use harness::{Folder, articles, each};

/// Returns the message about a file beside a valid one, and the titles of the feed.
fn convert_damaged(contents: impl AsRef<[u8]>) -> (String, Vec<String>) {
    let folder = Folder::of_articles(&[("news/good.md", "title: Good")]);
    folder.write("news/bad.md", contents);
    let ran = folder.run(&["convert", "news", "-o", "feed.json"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (1, ""), "{}", ran.stderr);
    let first = ran.stderr.lines().next().unwrap().to_owned();
    (first, each(&articles(&folder.read("feed.json")), "title"))
}

#[test]
fn files_that_cannot_be_read() {
    let mut explosion = "---\ntitle: A\na0: &a0 [lol]\n".to_owned();
    for level in 1..30 {
        let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
        explosion += &format!("a{level}: &a{level} [{aliases}]\n");
    }
    explosion += "---\n";
    for (contents, expected) in [
        (&b""[..], "the file is empty (line 1)"),
        (b"# Heading\n", "there is no front matter (line 1)"),
        (
            b"---\ntitle: A\n",
            "no line `---` ends the front matter that starts here (line 1)",
        ),
        (
            b"---\n- A\n---\n",
            "the front matter is not a list of fields (line 2)",
        ),
        (
            b"---\ntitle: A\nprovider:\n\tname: B\n---\n",
            "invalid YAML: tabs disallowed within this context (block indentation) (line 4, column 2)",
        ),
        (
            b"---\ntitle: A: B\n---\n",
            "invalid YAML: mapping values are not allowed in this context (line 2, column 9)",
        ),
        (
            b"---\r\ntitle: A\r\nexcerpt: \"B\r\n---\r\n",
            "invalid YAML: unclosed quote (line 3, column 10)",
        ),
        (
            b"---\ntitle: A\nexcerpt: gr\xFC\xDFe\n---\n",
            "the file is not UTF-8 (line 3)",
        ),
        (b"\xFF\xFE-\0-\0-\0\n\0", "the file is UTF-16 (line 1)"),
        (
            b"---\nexcerpt: A\n---\n",
            "title: missing: the article is skipped (line 2)",
        ),
        (
            explosion.as_bytes(),
            "aliases that expand to more than a MiB (line 9, column 20)",
        ),
    ] {
        let (message, titles) = convert_damaged(contents);
        assert_eq!(message, format!("news/bad.md: {expected}"));
        assert_eq!(titles, ["Good"]);
    }
}

/// Each finding about front matter says what to do.
#[test]
fn hints() {
    for (line, hint) in [
        ("title: @foo", "begins with a sign"),
        ("title: *foo", "begins with *"),
        ("title: 'a", "close the quote"),
        ("title: [a, b", "`name: value`"),
        ("title: {a: b", "close each [ and {"),
        ("title: \"a\" b", "put the whole text into quotes"),
        ("title: a: b", "a text with a colon"),
        ("title: \"a\\q\"", "backslash"),
        ("title:\n\ta: b", "indent with spaces"),
        ("tags:\n- a\n-c", "`name: value`"),
        ("title: {{ site.title }}", "such as a template"),
    ] {
        let folder = Folder::new();
        folder.write(
            "a.md",
            format!("---\n{line}\nurl: https://x.example/\n---\n"),
        );
        let ran = folder.run(&["check", "a.md"]);
        let second = ran.stdout.lines().nth(1).unwrap_or_default();
        assert!(
            second.starts_with("    ") && second.contains(hint),
            "{line}: {}",
            ran.stdout
        );
    }
    for (line, hint) in [
        ("title = A", "texts in quotes"),
        ("title: A", "`name = value`"),
        ("date = 2024-13-01", "write a date"),
        ("title = 'A'\ntitle = 'B'", "remove one"),
    ] {
        let folder = Folder::new();
        folder.write("a.md", format!("+++\n{line}\n+++\n"));
        let ran = folder.run(&["check", "a.md"]);
        let second = ran.stdout.lines().nth(1).unwrap_or_default();
        assert!(second.contains(hint), "{line}: {}", ran.stdout);
    }
}

#[test]
fn an_endless_front_matter() {
    let mut endless = b"---\ntitle: A\nexcerpt: \"".to_vec();
    endless.resize(100_000_000, b'x');
    let (message, titles) = convert_damaged(&endless);
    assert_eq!(
        message,
        "news/bad.md: the front matter does not end within its first 4 MiB (line 1)"
    );
    assert_eq!(titles, ["Good"]);
}

#[test]
fn fields_that_are_dropped() {
    for (front_matter, expected) in [
        (
            "publishedDateTime: 2024-13-45T00:00:00Z",
            "publishedDateTime: not a date (line 3)",
        ),
        (
            "publishedDateTime: 10000-01-01",
            "publishedDateTime: not a date (line 3)",
        ),
        (
            "excerpt: A\ntitle: Bad",
            "title: a repeated field, first in line 2: this one counts (line 4)",
        ),
        (
            "images:\n  - url: https://x.example/\n  - url: ftp://x.example/",
            "images[1].url: not an http(s) URL (line 5)",
        ),
        ("quality: many", "quality: not a whole number (line 3)"),
    ] {
        let (message, titles) = convert_damaged(format!("---\ntitle: Bad\n{front_matter}\n---\n"));
        assert_eq!(message, format!("news/bad.md: {expected}"));
        assert_eq!(titles, ["Bad", "Good"]);
    }
}

#[test]
fn valid_files() {
    let folder = Folder::new();
    folder.write(
        "1.md",
        "\u{FEFF}---\r\ntitle: A\r\nexcerpt: |\r\n  one\r\n  two\r\n---\r\nText\r\n---\r\nmore",
    );
    let mut large = b"---\ntitle: B\n---\n".to_vec();
    // Bodies are never read, so they may contain anything.
    large.resize(20_000_000, 0xFF);
    folder.write("2.md", large);
    folder.write("3.md", "--- \ntitle: C\n---\t\n");
    folder.write("4.md", "---\ntitle: D\n...\ntext: no\n---\n");
    let feed = folder
        .run(&["convert", ".", "--permalink", "/:slug/"])
        .articles();
    assert_eq!(each(&feed, "title"), ["A", "B", "C", "D"]);
    assert_eq!(each(&feed, "excerpt"), ["one\ntwo\n", "-", "-", "-"]);
}

#[test]
fn nothing_is_written_if_no_file_can_be_read() {
    let folder = Folder::new();
    folder.write("bad.md", "---\n");
    folder.write("feed.json", "[{\"title\": \"Old\"}]");
    let ran = folder.run(&["convert", "bad.md", "-o", "feed.json"]);
    assert_eq!(ran.status, 1);
    assert!(
        ran.stderr
            .ends_with("no article could be read: nothing was written\n")
    );
    assert_eq!(folder.read("feed.json"), "[{\"title\": \"Old\"}]");
    assert_eq!(folder.names(), ["bad.md", "feed.json"]);
}
