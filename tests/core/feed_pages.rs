//! Next pages, and identities over pages.
#![allow(missing_docs)]

mod common;

use std::rc::Rc;

use article_cards_core::feed::{DocumentReader, Feed, LazyArticle, Options};
use article_cards_core::text::url::UrlStandard;
use common::{URL, diagnostics, read};

fn titles(feed: &Feed) -> Vec<&str> {
    feed.articles()
        .iter()
        .map(|article| article.title.as_str())
        .collect()
}

#[test]
fn next_pages() {
    let next = |json: &str| read(json).unwrap().next_page().map(str::to_owned);
    for (json, expected) in [
        (
            r#"{"value":[],"nextPage":2}"#,
            Some("https://harbour.example/news/page/2/index.json"),
        ),
        (r#"{"value":[],"nextPage":null}"#, None),
        (r#"{"value":[],"nextPage":0}"#, None),
        (r#"{"value":[],"nextPage":-1}"#, None),
        (r#"{"value":[],"nextPage":1.5}"#, None),
        (
            r#"{"value":[],"nextPage":"older.json"}"#,
            Some("https://harbour.example/news/older.json"),
        ),
        (r#"{"value":[],"next":"older.json"}"#, None),
        (
            r#"{"articles":[],"next":"b.json","nextPage":3}"#,
            Some("https://harbour.example/news/b.json"),
        ),
        (
            r#"{"articles":[],"next":"","nextPage":3}"#,
            Some("https://harbour.example/news/page/3/index.json"),
        ),
        (
            r#"{"items":[],"next_url":"/c.json#top"}"#,
            Some("https://harbour.example/c.json"),
        ),
        (
            r#"{"version":"https://jsonfeed.org/version/1","items":[],"next_url":"d"}"#,
            Some("https://harbour.example/news/d"),
        ),
        (
            r#"{"version":"https://jsonfeed.org/version/1","items":[],"nextPage":2}"#,
            None,
        ),
        // Itself, another origin, no URL.
        (r#"{"value":[],"nextPage":"index.json"}"#, None),
        (
            r#"{"value":[],"nextPage":"https://elsewhere.example/"}"#,
            None,
        ),
        (r#"{"value":[],"nextPage":"javascript:alert(1)"}"#, None),
    ] {
        assert_eq!(next(json).as_deref(), expected, "{json}");
    }
    let elsewhere = read(r#"{"value":[],"nextPage":"https://elsewhere.example/"}"#).unwrap();
    assert!(
        diagnostics(&elsewhere)
            .iter()
            .any(|(_, message)| message.contains("another origin"))
    );
    assert!(diagnostics(&read(r#"{"value":[],"nextPage":"index.json"}"#).unwrap()).is_empty());
}

#[test]
fn a_template_names_pages_also_elsewhere() {
    let options = Options {
        page_src: Some("https://cdn.example/p{page}.json".into()),
        ..Options::default()
    };
    let mut feed = Feed::new(options);
    feed.read(br#"{"value":[],"nextPage":2}"#, Some(URL), &UrlStandard)
        .unwrap();
    assert_eq!(feed.next_page(), Some("https://cdn.example/p2.json"));
    feed.read(
        br#"{"value":[],"nextPage":"p9.json"}"#,
        Some("https://cdn.example/p2.json"),
        &UrlStandard,
    )
    .unwrap();
    assert_eq!(feed.next_page(), Some("https://cdn.example/p9.json"));
    feed.read(
        br#"{"value":[],"nextPage":2}"#,
        Some("https://cdn.example/p9.json"),
        &UrlStandard,
    )
    .unwrap();
    assert_eq!(
        feed.next_page(),
        None,
        "a page already loaded ends the feed"
    );
}

#[test]
fn a_relative_template_is_resolved_once() {
    let options = Options {
        page_src: Some("page/{page}/index.json?all".into()),
        ..Options::default()
    };
    let mut feed = Feed::new(options);
    for number in 2..5 {
        let url = feed.next_page().unwrap_or(URL).to_owned();
        let json = format!(r#"{{"value":[],"nextPage":{number}}}"#);
        feed.read(json.as_bytes(), Some(&url), &UrlStandard)
            .unwrap();
        let expected = format!("https://harbour.example/news/page/{number}/index.json?all");
        assert_eq!(feed.next_page(), Some(expected.as_str()));
    }
}

#[test]
fn the_first_document_fixes_the_origin_even_if_it_is_empty() {
    let mut feed = read(r#"{"value":[],"nextPage":2}"#).unwrap();
    // A redirect may lead to another origin; the feed keeps its own.
    feed.read(
        br#"{"value":[],"nextPage":"/3.json"}"#,
        Some("https://evil.example/2.json"),
        &UrlStandard,
    )
    .unwrap();
    assert_eq!(feed.next_page(), None);
    assert!(diagnostics(&feed)[0].1.contains("another origin"));
}

#[test]
fn urls_of_documents_are_normalised() {
    let next = |url: Option<&str>, next: &str| {
        let mut feed = Feed::new(Options::default());
        feed.read(
            format!(r#"{{"value":[],"nextPage":{next}}}"#).as_bytes(),
            url,
            &UrlStandard,
        )
        .unwrap();
        (
            feed.next_page().map(str::to_owned),
            feed.diagnostics().count(),
        )
    };
    let second = Some("https://harbour.example/page/2/i.json".to_owned());
    assert_eq!(
        next(Some("HTTPS://Harbour.Example:443/i.json"), "2"),
        (second.clone(), 0)
    );
    assert_eq!(
        next(Some("https://harbour.example/i.json"), "2.0"),
        (second.clone(), 0)
    );
    let own = Some("https://harbour.example/2".to_owned());
    assert_eq!(
        next(
            Some("blob:https://harbour.example/x"),
            r#""https://harbour.example/2""#
        ),
        (own, 0)
    );
    for url in [
        Some("data:application/json,x"),
        Some("blob:https://other.example/x"),
        None,
    ] {
        assert_eq!(
            next(url, r#""https://harbour.example/2""#),
            (None, 1),
            "{url:?}"
        );
    }
    assert_eq!(next(None, "2"), (None, 1));
}

#[test]
fn identities_count_over_pages() {
    let mut feed = read(
        r#"{"value":[
            {"id":"1","title":"A"},
            {"id":1,"title":"number and string are the same identity"},
            {"id":" ","path":"p","title":"B"},
            {"path":"p","title":"twice"},
            {"webUrl":"https://a.example/","title":"C"},
            {"originalUrl":"https://a.example/","title":"the same address"},
            {"title":"D"},
            {"title":"D"},
            {"id":"u","title":"unpublished","published":false},
            {"id":"u","title":"U"},
            {"id":"r","title":"removed","removed":true},
            {"id":"r","title":"R"},
            {"id":"n"},
            {"id":"n","title":"E"}
        ],"nextPage":2}"#,
    )
    .unwrap();
    let summary = feed.read(
        br##"[{"id":"1","title":"again"},{"title":"D"},{"id":"2","title":"F"},{"id":"#6","title":"named like a place"}]"##,
        Some("https://harbour.example/news/page/2/index.json"),
        &UrlStandard,
    );
    assert_eq!(
        titles(&feed),
        ["A", "B", "C", "D", "D", "unpublished", "E", "D", "F"]
    );
    let ids: Vec<&str> = feed
        .articles()
        .iter()
        .map(|article| article.id.as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "1",
            "p",
            "https://a.example/",
            "#6",
            "#7",
            "u",
            "n",
            "#15",
            "2"
        ]
    );
    let summary = summary.unwrap();
    assert_eq!((summary.added, summary.skipped), (2, 2));
    let duplicates: Vec<_> = feed
        .diagnostics()
        .iter()
        .filter(|d| d.message().contains("second"))
        .collect();
    assert_eq!(
        duplicates.iter().map(|d| d.index).collect::<Vec<_>>(),
        [1, 3, 5, 9, 11, 14, 17].map(Some)
    );
    // The first entry keeps its identity, whichever it is.
    assert_eq!(feed.article("#6").unwrap().position(), 6);
    let named_first = read(r##"[{"id":"#1","title":"A"},{"title":"B"}]"##).unwrap();
    let ids: Vec<&str> = named_first.articles().iter().map(LazyArticle::id).collect();
    assert_eq!(ids, ["#1", "#1#"]);
    assert_eq!(named_first.article("#1#").unwrap().title, "B");
}

#[test]
fn a_long_identity_is_shortened_in_its_diagnostic() {
    let long = "ü".repeat(1 << 20);
    let json = format!(r#"[{{"id":"{long}","title":"A"}},{{"id":"{long}","title":"B"}}]"#);
    let feed = read(json).unwrap();
    assert_eq!(feed.articles()[0].id(), long);
    let message = feed.diagnostics().as_slice()[0].message();
    let beginning = "ü".repeat(200);
    assert_eq!(
        message,
        format!("a second article with the identity \"{beginning}…\": it is skipped")
    );
}

#[test]
fn a_failed_document_changes_nothing() {
    let mut feed = read(r#"{"value":[{"id":"1","title":"A"}],"nextPage":2}"#).unwrap();
    let next = feed.next_page().map(str::to_owned);
    let page = "https://harbour.example/news/page/2/index.json";
    assert!(
        feed.read(br#"[{"id":"2","title":"B"},{"#, Some(page), &UrlStandard)
            .is_err()
    );
    assert_eq!(
        (titles(&feed), feed.next_page()),
        (vec!["A"], next.as_deref())
    );
    assert_eq!(feed.diagnostics().count(), 0);
    feed.read(br#"[{"id":"2","title":"B"}]"#, Some(page), &UrlStandard)
        .unwrap();
    assert_eq!((titles(&feed), feed.next_page()), (vec!["A", "B"], None));
}

#[test]
fn what_was_wrong_is_known_of_all_that_was_taken() {
    let bad = |id: &str| format!(r#"{{"id":"{id}","title":"A","heat":"hot"}}"#);
    let mut feed = Feed::new(Options::default());
    for (page, ids) in [["a", "b"], ["c", "d"]].iter().enumerate() {
        let mut document = DocumentReader::new(feed.options());
        let json = format!("[{},{}]", bad(ids[0]), bad(ids[1]));
        document.push(json.as_bytes()).unwrap();
        let url = format!("https://harbour.example/{page}");
        let mut arrived = document.finish(Some(&url), &UrlStandard).unwrap();
        // Diagnostics in between change nothing.
        while feed.append(&mut arrived, 1).is_none() {
            assert_eq!(feed.diagnostics().count(), page * 2);
        }
        let places: Vec<_> = feed.diagnostics().iter().map(|it| it.index).collect();
        assert_eq!(places, (0..page * 2 + 2).map(Some).collect::<Vec<_>>());
    }
}

/// Reads a document at `at` of the feed at `url`, one of several.
fn read_part(feed: &mut Feed, url: &str, at: &str, json: &str) {
    let mut reader = DocumentReader::new(feed.options()).of_feed(Some(url.into()));
    reader.push(json.as_bytes()).unwrap();
    let mut document = reader.finish(Some(at), &UrlStandard).unwrap();
    while feed.append(&mut document, 1).is_none() {}
}

const A: &str = "https://a.example/news.json";
const B: &str = "https://b.example/feed.json";

/// Two feeds with a repeated link, as one.
fn joined() -> Feed {
    let mut all = Feed::default();
    for (url, json) in [
        (
            A,
            r#"{"title": "A &amp; co", "items": [{"id": "1", "title": "Ebb", "webUrl": "/1"}, {"id": "2", "title": "Draft", "webUrl": "/2", "published": false},
                {"title": "Own", "provider": "Post"}, {"title": 5}], "next": "2.json"}"#,
        ),
        (
            B,
            r#"[{"id": "1", "title": "Flood", "quality": "x"}, {"id": "9", "title": "Ebb again", "originalUrl": "https://a.example/1#"},
                {"id": "10", "title": "Ebb once more", "originalUrl": "HTTPS://A.example/1"}, {"id": "11", "title": "Drafted", "link": "https://a.example/2"}]"#,
        ),
    ] {
        let mut feed = Feed::default();
        read_part(&mut feed, url, url, json);
        all.join(&feed, url);
    }
    all
}

fn identities(feed: &Feed) -> Vec<&str> {
    feed.articles().iter().map(LazyArticle::id).collect()
}

#[test]
fn joined_feeds() {
    let all = joined();
    let names = all.articles().iter().map(|article| {
        let provider = article.provider.as_ref().and_then(|it| it.name.as_deref());
        format!("{} {}", article.id, provider.unwrap_or_default())
    });
    // An article that is not published hides none of the same link.
    let expected = [
        "https://a.example/news.json#1 A & co",
        "https://a.example/news.json#2 A & co",
        "https://a.example/news.json##2 Post",
        "https://b.example/feed.json#1 b.example",
        "https://b.example/feed.json#9 b.example",
        "https://b.example/feed.json#11 b.example",
    ];
    assert_eq!(names.collect::<Vec<_>>(), expected);
    let flood = all.article("https://b.example/feed.json#1").unwrap();
    assert_eq!(flood.title, "Flood");
    // Nor can the one that is left out be found.
    assert!(all.article("https://b.example/feed.json#10").is_none());
    assert_eq!(all.joined(), 2);
    let messages: Vec<_> = all.diagnostics().iter().map(ToString::to_string).collect();
    let expected = [
        "article 3: title: https://a.example/news.json: a number instead of a string: the article is skipped",
        "article 0: quality: https://b.example/feed.json: not a whole number",
    ];
    assert_eq!(messages, expected);
}

#[test]
fn pages_of_joined_feeds() {
    let mut all = joined();
    let pages = |feed: &Feed| -> Vec<String> {
        let pages = feed.next_pages();
        let page = |(feed, url): (Option<&Rc<str>>, &str)| [feed.unwrap(), " ", url].concat();
        pages.map(page).collect()
    };
    let next = "https://a.example/2.json";
    assert_eq!(all.next_page(), Some(next));
    assert_eq!(pages(&all), [[A, " ", next].concat()]);
    // Entries are counted in each feed. A link of another feed is repeated.
    let json = r#"{"items": [{"id": "1", "title": "Ebb"}, {"title": "Neap"}, {"title": "Ebb", "webUrl": "/1"}, {"title": "Spring", "quality": "x"}], "next": "3.json"}"#;
    read_part(&mut all, A, next, json);
    let ids = identities(&all);
    assert_eq!(ids[6..], [[A, "##5"].concat(), [A, "##7"].concat()]);
    let last = all.diagnostics().iter().last().unwrap();
    let message = [A, ": not a whole number"].concat();
    assert_eq!((last.index, last.message()), (Some(7), message));
    // The feed whose page is read goes to the end.
    let json = r#"{"items": [{"title": "High"}], "next": "4.json"}"#;
    read_part(&mut all, B, "https://b.example/3.json", json);
    let third = [A, " ", "https://a.example/3.json"].concat();
    let fourth = [B, " ", "https://b.example/4.json"].concat();
    assert_eq!(pages(&all), [third.as_str(), fourth.as_str()]);
    read_part(&mut all, A, "https://a.example/3.json", "[]");
    assert_eq!(pages(&all), [fourth]);
}

#[test]
fn a_feed_is_joined_from_an_older_list() {
    let mut old = joined();
    let json = r#"{"items": [{"id": "3", "title": "Neap"}], "next": "3.json"}"#;
    read_part(&mut old, A, "https://a.example/2.json", json);
    let mut newer = Feed::default();
    let mut feed = Feed::default();
    read_part(&mut feed, B, B, r#"[{"id": "12", "title": "New"}]"#);
    newer.join(&old, A);
    newer.join(&feed, B);
    newer.join(&old, "https://c.example/");
    let own: Vec<_> = identities(&newer);
    let expected = [[A, "#1"], [A, "#2"], [A, "##2"], [A, "#3"], [B, "#12"]];
    assert_eq!(own, expected.map(|id| id.concat()));
    assert_eq!(newer.next_page(), Some("https://a.example/3.json"));
    assert_eq!(newer.diagnostics().count(), 1);
    assert_eq!(newer.joined(), 2);
}
