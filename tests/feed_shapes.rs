//! The shapes of documents, their next pages, and identities over pages.
#![allow(missing_docs)]

mod common;

use article_cards::feed::link::UrlStandard;
use article_cards::feed::{Feed, Mapping, Options};
use article_cards::model::Published;
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

    // Each place of a document counts alike: known, unknown and wrong fields, entries, the document.
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
    let page = feed.read(
        br##"[{"id":"1","title":"again"},{"title":"D"},{"id":"2","title":"F"},{"id":"#6","title":"named like a place"}]"##,
        Some("https://harbour.example/news/page/2/index.json"),
        &UrlStandard,
    );
    assert_eq!(
        titles(&feed),
        [
            "A",
            "B",
            "C",
            "D",
            "D",
            "unpublished",
            "E",
            "D",
            "F",
            "named like a place"
        ]
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
            "2",
            "#6"
        ]
    );
    let page = page.unwrap();
    assert_eq!((page.count, page.skipped), (3, 1));
    let duplicates: Vec<_> = feed
        .diagnostics()
        .iter()
        .filter(|d| d.message.contains("second"))
        .collect();
    assert_eq!(
        duplicates.iter().map(|d| d.index).collect::<Vec<_>>(),
        [1, 3, 5, 9, 11, 14].map(Some)
    );
}

#[test]
fn json_feed() {
    let feed = read(
        r##"{"version":"https://jsonfeed.org/version/1.1","title":"Pier &amp; Quay","authors":[{"name":"Ines"}],
        "items":[
          {"id":1,"url":"/a","external_url":"https://b.example/","title":"A","summary":"S","content_text":"C",
           "image":"i.png","banner_image":"j.png","date_published":"2023-04-26T18:15:40+02:00",
           "tags":["x"," ","x","y"],"authors":[{"name":"Otto"},{"name":"Eva"}],"language":"de-DE"},
          {"id":"2","external_url":"https://b.example/2","content_html":"<p>One &lt;b&gt;</p><p>two<script>three</script></p>","banner_image":"j.png"},
          {"id":"3","content_text":"word ","title":" "},
          {"id":"4"}
        ]}"##,
    )
    .unwrap();
    let [a, b, c] = feed.articles() else {
        panic!("{feed:?}")
    };
    assert_eq!(
        (a.id.as_str(), a.title.as_str(), a.excerpt.as_deref()),
        ("1", "A", Some("S"))
    );
    assert_eq!(a.link(), Some("https://harbour.example/a"));
    assert_eq!(a.original_url.as_deref(), Some("https://b.example/"));
    assert_eq!(a.images[0].url, "https://harbour.example/news/i.png");
    assert_eq!(a.published_at, Some(Published::At(1_682_525_740_000)));
    assert_eq!(
        (a.topics.join(","), a.locale.as_deref()),
        ("x,y".to_owned(), Some("de-DE"))
    );
    let provider =
        |article: &article_cards::model::Article| article.provider.clone().unwrap().name.unwrap();
    assert_eq!(
        (provider(a), provider(b)),
        ("Otto".to_owned(), "Ines".to_owned())
    );
    assert_eq!(
        (b.title.as_str(), b.excerpt.as_deref()),
        ("One <b> two", Some("One <b> two"))
    );
    assert_eq!(
        (b.link(), b.images[0].url.as_str()),
        (
            Some("https://b.example/2"),
            "https://harbour.example/news/j.png"
        )
    );
    assert_eq!(c.title, "word");
    assert_eq!(feed.title(), Some("Pier & Quay"));
    let by_title = read(r#"{"version":"https://jsonfeed.org/version/1","title":"Pier","items":[{"id":"1","title":"A"}]}"#).unwrap();
    assert_eq!(provider(&by_title.articles()[0]), "Pier");
}

#[test]
fn mappings() {
    let mapping = Mapping::new([
        ("title", "headline"),
        ("provider.name", "source.title"),
        ("provider.domain", "source.host"),
        ("images", "thumbs"),
        ("topics", "labels.names"),
        ("webUrl", "links.0.href"),
        ("region", "geo.region"),
        ("excerpt", "content.plain"),
    ]);
    let mut feed = Feed::new(Options {
        mapping,
        ..Options::default()
    });
    feed.read(
        br#"[{"headline":"A","title":"not this","source":{"title":"Pier","host":"pier.example"},
             "thumbs":["/a.png",{"url":"/b.png"}],"labels":{"names":["x","y"]},
             "links":[{"href":"/a"}],"geo":{"region":["North","North","West"]},"content":{"plain":"no"}},
            {"title":"B","thumbs":"/c.png"}]"#,
        Some(URL),
        &UrlStandard,
    )
    .unwrap();
    let [a, b] = feed.articles() else {
        panic!("{feed:?}")
    };
    assert_eq!((a.title.as_str(), b.title.as_str()), ("A", "B"));
    let provider = a.provider.as_ref().unwrap();
    assert_eq!(
        (provider.name.as_deref(), provider.domain.as_deref()),
        (Some("Pier"), Some("pier.example"))
    );
    assert_eq!(
        a.images.iter().map(|i| i.url.as_str()).collect::<Vec<_>>(),
        [
            "https://harbour.example/a.png",
            "https://harbour.example/b.png"
        ]
    );
    assert_eq!(b.images[0].url, "https://harbour.example/c.png");
    assert_eq!(
        (a.topics.join(","), a.link()),
        ("x,y".to_owned(), Some("https://harbour.example/a"))
    );
    assert_eq!(
        a.fields,
        [(
            "region".to_owned(),
            vec!["North".to_owned(), "West".to_owned()]
        )]
    );
    assert_eq!(a.excerpt, None, "bodies are never kept");
    assert!(
        diagnostics(&feed)
            .iter()
            .any(|(path, _)| path == "content.plain")
    );
    let nested = Mapping::new([
        ("images.url", "pic"),
        ("images.width", "w"),
        ("provider.images.url", "icon"),
    ]);
    let mut feed = Feed::new(Options {
        mapping: nested,
        ..Options::default()
    });
    feed.read(
        br#"{"title":"A","pic":"/a.png","w":"640","provider":"Pier","icon":"/i.png"}"#,
        Some(URL),
        &UrlStandard,
    )
    .unwrap();
    let a = &feed.articles()[0];
    assert_eq!(
        (a.images[0].url.as_str(), a.images[0].width),
        ("https://harbour.example/a.png", Some(640))
    );
    let provider = a.provider.as_ref().unwrap();
    assert_eq!(
        (provider.name.as_deref(), provider.images[0].url.as_str()),
        (Some("Pier"), "https://harbour.example/i.png")
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
    // A redirect may lead elsewhere; the feed's origin stays.
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
fn addresses_of_documents_are_read_by_the_standard() {
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
fn json_feed_edges() {
    let json_feed = |rest: &str| {
        read(format!(
            r#"{{"version":"https://jsonfeed.org/version/1.1","title":"Pier"{rest}}}"#
        ))
    };
    for rest in ["", r#","items":{}"#] {
        assert!(
            json_feed(rest)
                .unwrap_err()
                .message()
                .contains("without a list of items")
        );
    }
    let feed = json_feed(r#","language":"de","items":[
        {"title":"A","webUrl":"w","url":"/u","type":"video","quality":"x","published":false,"language":"fr"},
        {"title":"B","authors":["Otto"]}]"#).unwrap();
    let [a, b] = feed.articles() else {
        panic!("{feed:?}")
    };
    assert_eq!(
        (a.id.as_str(), a.link()),
        ("/u", Some("https://harbour.example/u"))
    );
    assert_eq!(
        (a.kind.as_str(), a.published, a.locale.as_deref()),
        ("article", true, Some("fr"))
    );
    assert_eq!(b.locale.as_deref(), Some("de"));
    assert_eq!(b.provider.as_ref().and_then(|p| p.label()), Some("Pier"));
    assert_eq!(
        diagnostics(&feed),
        [(
            "authors[0]".to_owned(),
            "a string instead of an object".to_owned()
        )]
    );
    let mapping = Mapping::new([
        ("locale", "lang"),
        ("quality", "votes"),
        ("excerpt", "intro"),
    ]);
    let mut feed = Feed::new(Options {
        mapping,
        ..Options::default()
    });
    feed.read(br#"{"version":"https://jsonfeed.org/version/1","items":[{"title":"A","summary":"S","lang":"nl","votes":3,"intro":" "}]}"#, Some(URL), &UrlStandard).unwrap();
    let a = &feed.articles()[0];
    assert_eq!(
        (a.locale.as_deref(), a.quality, a.excerpt.as_deref()),
        (Some("nl"), Some(3), Some("S"))
    );
}

#[test]
fn mapping_edges() {
    let read = |pairs: &[(&str, &str)], json: &str| {
        let mapping = Mapping::new(pairs.iter().copied());
        let mut feed = Feed::new(Options {
            mapping,
            ..Options::default()
        });
        feed.read(json.as_bytes(), Some(URL), &UrlStandard)
            .map(|_| feed)
    };
    let feed = read(
        &[("language", "lang"), ("years", "in"), ("years", "and")],
        r#"[{"title":"A","lang":"x","in":[2020,2021],"and":2021}]"#,
    )
    .unwrap();
    let fields = &feed.articles()[0].fields;
    let field = |name: &str| {
        fields
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, values)| values.join(","))
    };
    assert_eq!(
        (field("language").as_deref(), field("years").as_deref()),
        (Some("x"), Some("2020,2021"))
    );
    assert!(
        read(&[("webUrl", "link")], r#"{"link":"x","error":"no"}"#)
            .unwrap_err()
            .is_shape()
    );
    assert_eq!(
        read(&[("title", "headline")], r#"{"headline":"A"}"#)
            .unwrap()
            .articles()[0]
            .title,
        "A"
    );
    assert_eq!(
        read(
            &[("title", "headline")],
            r#"[{"headline":" ","title":"A"}]"#
        )
        .unwrap()
        .articles()[0]
            .title,
        "A"
    );
    let feed = read(
        &[
            ("images[0].url", "a"),
            ("images[1].url", "b"),
            ("provider.images", "icon"),
            ("provider.name", "by"),
        ],
        r#"[{"title":"A","a":"/a.png","b":"/b.png","icon":"/i.png","by":"Pier"}]"#,
    )
    .unwrap();
    let a = &feed.articles()[0];
    assert_eq!(
        a.images
            .iter()
            .map(|image| image.url.as_str())
            .collect::<Vec<_>>(),
        [
            "https://harbour.example/a.png",
            "https://harbour.example/b.png"
        ]
    );
    assert_eq!(
        a.provider.as_ref().unwrap().images[0].url,
        "https://harbour.example/i.png"
    );
    let endless = vec!["a"; 100_000].join(".");
    let feed = read(
        &[("secured", "key"), (&endless, "key")],
        r#"[{"title":"A","key":"s3cret"}]"#,
    )
    .unwrap();
    assert_eq!(feed.diagnostics().count(), 2);
    assert!(!format!("{:?}", feed.articles()).contains("s3cret"));
}

#[test]
fn many_entries_that_are_nothing_cost_little() {
    let feed = read(format!("[{}1]", "1,".repeat(2_000_000))).unwrap();
    assert_eq!(
        (feed.articles().len(), feed.diagnostics().count()),
        (0, 2_000_001)
    );
}
