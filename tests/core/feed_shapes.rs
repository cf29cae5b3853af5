//! The shapes of documents, and documents that are not feeds.
#![allow(missing_docs)]

mod common;

use article_cards_core::error::Error;
use article_cards_core::feed::{DocumentReader, Feed, Options};
use article_cards_core::text::url::UrlStandard;
use common::{URL, diagnostics, read};

fn titles(feed: &Feed) -> Vec<&str> {
    feed.articles()
        .iter()
        .map(|article| article.title.as_str())
        .collect()
}

#[test]
fn every_shape_is_read() {
    for json in [
        r#"[{"title":"A"},{"name":"B"}]"#,
        "\u{feff}  [{\"title\":\"A\"},{\"title\":\"B\"}]\n",
        r#"{"value":[{"title":"A"},{"title":"B"}],"title":"Feed","articles":[],"items":3}"#,
        r#"{"value":null,"articles":[{"title":"A"},{"title":"B"}],"items":[{"title":"C"}]}"#,
        r#"{"articles":{},"items":[{"title":"A"},{"title":"B"}]}"#,
        r#"{"items":[{"title":"A"},{"title":"B"}],"version":"1"}"#,
        r#"{"value":[{"title":"Z"}],"value":[{"title":"A"},{"title":"B"}]}"#,
        r#"{"items":[{"title":"A"},{"content_text":"B"}],"version":"https://jsonfeed.org/version/1.1"}"#,
        r#"{"value":[{"title":"Z"}],"items":[{"title":"A"},{"title":"B"}],"version":"https://jsonfeed.org/version/1.1"}"#,
    ] {
        assert_eq!(titles(&read(json).unwrap()), ["A", "B"], "{json}");
    }
    for json in [
        r#"{"title":"A"}"#,
        r#" {"name":"A","value":7} "#,
        r#"{"version":"x","title":"A"}"#,
    ] {
        assert_eq!(titles(&read(json).unwrap()), ["A"], "{json}");
    }
    assert!(titles(&read("[]").unwrap()).is_empty());
    assert!(titles(&read(r#"{"value":[]}"#).unwrap()).is_empty());
}

#[test]
fn what_is_no_feed_is_an_error_that_says_what_was_found() {
    for (json, found) in [
        (r#""news""#, "a string was found"),
        ("12", "a number was found"),
        ("true", "a boolean was found"),
        ("null", "null was found"),
        ("{}", "an empty object was found"),
        (
            r#"{"data":[],"meta":{}}"#,
            "an object with the keys data, meta was found",
        ),
        (
            r#"{"value":{"title":"A"}}"#,
            "an object with the keys value was found",
        ),
    ] {
        let error = read(json).unwrap_err();
        assert!(error.is_shape() && !error.is_retryable(), "{json}");
        assert!(error.message().contains(found), "{json}: {error}");
        assert_eq!(error.url(), Some(URL));
    }
}

#[test]
fn what_is_not_json_is_an_error_with_its_place() {
    for (json, line, column) in [
        ("[{\"title\": }]", 1, 12),
        ("[\n  {\"title\": \"ü\"}\n  {\"title\": \"B\"}\n]", 3, 3),
        ("[{\"title\": \"üü\" ü}]", 1, 17),
        ("[1,]", 1, 4),
        ("[] x", 1, 4),
        ("{\"value\": [tru]}", 1, 15),
    ] {
        let error = read(json).unwrap_err();
        assert!(error.is_parse(), "{json}: {error}");
        assert_eq!(
            (error.line(), error.column()),
            (Some(line), Some(column)),
            "{json}: {error}"
        );
        assert!(
            error
                .message()
                .contains(&format!("line {line} column {column}")),
            "{error}"
        );
    }
    for (json, says) in [
        ("", "empty"),
        (" \n ", "empty"),
        ("[{\"title\":\"A\"", "ends too early"),
        ("{\"value\":[", "ends too early"),
    ] {
        let error = read(json).unwrap_err();
        assert!(
            error.is_parse() && error.message().contains(says),
            "{json}: {error}"
        );
    }
    assert!(read("<html>").unwrap_err().message().contains("HTML"));
}

#[test]
fn what_arrived_of_a_document_that_ends_too_early() {
    let partial = |json: &str| {
        let mut feed = Feed::new(Options::default());
        let mut reader = DocumentReader::new(feed.options());
        reader.push(json.as_bytes())?;
        let (mut document, error) = reader.finish_partially(Some(URL), &UrlStandard)?;
        feed.append(&mut document, usize::MAX);
        Ok::<_, Error>((
            titles(&feed).join(","),
            error.is_some_and(|it| it.is_truncated()),
        ))
    };
    for (json, found, is_truncated) in [
        (r#"[{"title":"A"},{"title":"B"}]"#, "A,B", false),
        (r#"[{"title":"A"},{"title":"B"}"#, "A,B", true),
        (r#"[{"title":"A"},{"title":"B""#, "A", true),
        (r#"[{"title":"A"},"#, "A", true),
        (
            r#"{"value":[{"title":"A"},{"title":"B"}],"nextPage":"#,
            "A,B",
            true,
        ),
        (
            r#"{"version":"https://jsonfeed.org/version/1","items":[{"content_text":"A"},{"#,
            "A",
            true,
        ),
    ] {
        assert_eq!(
            partial(json).unwrap(),
            (found.to_owned(), is_truncated),
            "{json}"
        );
        let is_read = read(json).map(|_| ()).map_err(|error| error.is_truncated());
        let expected = if is_truncated { Err(true) } else { Ok(()) };
        assert_eq!(is_read, expected, "{json}");
    }
    for json in [
        r#"[{"title":"A"#,
        "[",
        r#"{"title":"A""#,
        r#"[{"title":"A"},x"#,
        r#"[{"title":"A"}]]"#,
    ] {
        assert!(partial(json).is_err(), "{json}");
    }
}

#[test]
fn limits_are_errors() {
    let mut feed = Feed::new(Options {
        max_bytes: 20,
        ..Options::default()
    });
    assert!(
        feed.read(b"[{\"title\":\"A\"}]     ", None, &UrlStandard)
            .is_ok()
    );
    let error = feed
        .read(b"[{\"title\":\"A\"}]      ", None, &UrlStandard)
        .unwrap_err();
    assert!(error.is_size() && error.limit() == Some(20));

    // Everywhere in a document: known, unknown and wrong fields, entries, the document itself.
    let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
    for (before, after, levels) in [
        ("", "", 128),
        ("[", "]", 127),
        (r#"[{"title":"T","topics":"#, "}]", 126),
        (r#"[{"title":"T","foo":"#, "}]", 126),
        (r#"{"value":[{"title":"T","foo":"#, "}]}", 125),
        (
            r#"{"articles":[{"title":"T","provider":{"name":"#,
            "}}]}",
            124,
        ),
        (r#"{"value":[],"foo":"#, "}", 127),
        (r#"{"title":"T","foo":"#, "}", 127),
        (r#"{"title":"T","nextPage":"#, "}", 127),
    ] {
        let fits = format!("{before}{}{after}", nested(levels));
        assert!(read(&fits).is_ok(), "{before}: {:?}", read(&fits));
        let error = read(format!("{before}{}{after}", nested(levels + 1))).unwrap_err();
        assert!(error.is_parse(), "{before}");
        assert!(error.message().contains("deeper than 128"), "{error}");
        assert_eq!(
            (error.line(), error.column()),
            (Some(1), Some(before.len() + levels + 1)),
            "{before}"
        );
    }
    let error = read("[".repeat(1_000_000)).unwrap_err();
    assert!(error.is_parse());
}

#[test]
fn lists_that_are_left_out_nest_no_deeper() {
    let deep = "[".repeat(200) + &"]".repeat(200);
    for json in [
        format!(r#"{{"value":[],"items":{deep}}}"#),
        format!(r#"{{"value":{deep},"value":[]}}"#),
        format!(r#"{{"articles":[],"items":{deep}}}"#),
        format!(r#"{{"version":"https://jsonfeed.org/version/1","items":[],"value":{deep}}}"#),
    ] {
        assert!(read(&json).unwrap_err().is_parse(), "{json}");
    }
}

#[test]
fn a_skipped_entry_has_one_diagnostic() {
    for (json, path, message) in [
        (
            r#"[{"title":7}]"#,
            "title",
            "a number instead of a string: the article is skipped",
        ),
        (
            r#"[{"title":" ","name":[],"quality":"x"}]"#,
            "title",
            "a list instead of a string: the article is skipped",
        ),
        (
            r#"[{"quality":"x"}]"#,
            "title",
            "missing: the article is skipped",
        ),
        (
            r#"{"version":"https://jsonfeed.org/version/1","items":[{"content_html":7,"image":7}]}"#,
            "title",
            "missing: the article is skipped",
        ),
    ] {
        let feed = read(json).unwrap();
        assert_eq!(
            diagnostics(&feed),
            [(path.to_owned(), message.to_owned())],
            "{json}"
        );
    }
    let feed = read(r#"[{"id":"1","title":"A"},{"id":"1","title":"B","quality":"x","images":7},{"id":"2","title":"C","removed":true,"heat":"x"}]"#).unwrap();
    assert_eq!(feed.diagnostics().count(), 1);
    let feed = read(r#"[{"title":"A","related":[{"title":7},{}]}]"#).unwrap();
    let paths: Vec<_> = diagnostics(&feed)
        .into_iter()
        .map(|(path, _)| path)
        .collect();
    assert_eq!(paths, ["related[0].title", "related[1].title"]);
}

#[test]
fn many_entries_that_are_nothing_cost_little() {
    let feed = read(format!("[{}1]", "1,".repeat(2_000_000))).unwrap();
    assert_eq!(
        (feed.articles().len(), feed.diagnostics().count()),
        (0, 2_000_001)
    );
}
