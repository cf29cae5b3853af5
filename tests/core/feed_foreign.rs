//! JSON Feed, and foreign feeds by a mapping.
#![allow(missing_docs)]

mod common;

use article_cards_core::feed::{Feed, Mapping, Options};
use article_cards_core::model::Published;
use article_cards_core::text::url::UrlStandard;
use common::{URL, diagnostics, read};

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
    let provider = |article: &article_cards_core::model::Article| {
        article.provider.clone().unwrap().name.unwrap()
    };
    assert_eq!(
        (provider(a), provider(b)),
        ("Pier & Quay".to_owned(), "Pier & Quay".to_owned())
    );
    assert_eq!(
        (a.authors.join(","), b.authors.join(",")),
        ("Otto,Eva".to_owned(), "Ines".to_owned())
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
fn every_spelling_of_a_json_feeds_version() {
    for version in [
        r#""http://jsonfeed.org/version/1""#,
        r#""https://www.jsonfeed.org/version/1.1""#,
        r#""https://jsonfeed.org/version/2""#,
        r#""1.1""#,
        r#""1""#,
        "1",
        "1.0",
    ] {
        let feed = read(format!(
            r#"{{"version":{version},"title":"Harbour Post","items":[{{"id":"1","url":"https://harbour.example/1",
            "title":"Spring tide","content_html":"<p>High.</p>","date_published":"2024-03-05T08:30:00Z"}}]}}"#
        ))
        .unwrap();
        let article = &feed.articles()[0];
        let provider = article
            .provider
            .as_ref()
            .and_then(|provider| provider.label());
        assert_eq!(provider, Some("Harbour Post"), "{version}");
        assert_eq!(article.excerpt.as_deref(), Some("High."), "{version}");
        assert_eq!(
            article.link(),
            Some("https://harbour.example/1"),
            "{version}"
        );
        assert!(article.published_at.is_some(), "{version}");
    }
    let feed = read(r#"{"version":"3.2","title":"Harbour Post","items":[{"title":"A"}]}"#).unwrap();
    assert_eq!(feed.articles()[0].provider, None);
}

#[test]
fn items_of_a_json_feed_in_everyday_names() {
    let feed = read(
        r#"{"version":"https://jsonfeed.org/version/1","title":"Pier","author":{"name":"Ines"},"items":[
        {"url":7,"webUrl":"/w","title":"A","excerpt":"E","provider":{"name":"Quay"},"datePublished":"2024-03-05"},
        {"url":"/u","webUrl":"/w","summary":"S","excerpt":"E","tags":["t"],"topics":["x"],"author":"Otto"},
        {"content_html":"<p>A post of <b>some</b> words</p><img src='/1.gif' width='1'><img alt='Tide' src='t.png' width=640>"},
        {"content_text":"Text","content_html":"<img src=/h.png>","banner_image":"b.png"}]}"#,
    )
    .unwrap();
    let [a, b, c, d] = feed.articles() else {
        panic!("{feed:?}")
    };
    assert_eq!(
        (a.link(), a.excerpt.as_deref()),
        (Some("https://harbour.example/w"), Some("E"))
    );
    let provider = a.provider.as_ref().and_then(|provider| provider.label());
    assert_eq!((provider, a.published_at.is_some()), (Some("Quay"), true));
    assert_eq!(a.authors, ["Ines"]);
    assert_eq!(
        (b.link(), b.title.as_str()),
        (Some("https://harbour.example/u"), "S")
    );
    assert_eq!(
        (b.topics.join(","), b.authors.join(",")),
        ("t".to_owned(), "Otto".to_owned())
    );
    assert_eq!(c.title, "A post of some words");
    let image = &c.images[0];
    assert_eq!(image.url, "https://harbour.example/news/t.png");
    assert_eq!(
        (image.width, image.title.as_deref()),
        (Some(640), Some("Tide"))
    );
    assert_eq!(
        (d.title.as_str(), d.images[0].url.as_str()),
        ("Text", "https://harbour.example/news/b.png")
    );
    let url = ("url".to_owned(), "a number instead of a string".to_owned());
    assert_eq!(diagnostics(&feed), [url]);
}

#[test]
fn json_feed_edges() {
    let json_feed = |rest: &str| {
        read(format!(
            r#"{{"version":"https://jsonfeed.org/version/1.1","title":"Pier"{rest}}}"#
        ))
    };
    let beside = json_feed(r#","items":{},"articles":[{"title":"A"}]"#).unwrap();
    assert_eq!(beside.articles().len(), 1, "the next shape is tried");
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
        ("video", false, Some("fr"))
    );
    assert_eq!(b.locale.as_deref(), Some("de"));
    assert_eq!(b.provider.as_ref().and_then(|p| p.label()), Some("Pier"));
    assert_eq!(b.authors, ["Otto"]);
    let message = "not a whole number".to_owned();
    assert_eq!(diagnostics(&feed), [("quality".to_owned(), message)]);
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
             "links":[{"href":"/a"}],"geo":{"region":["North","North","West"]},"content":{"plain":"yes"}},
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
    assert_eq!(a.excerpt.as_deref(), Some("yes"));
    assert_eq!(diagnostics(&feed), []);
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
fn what_a_mapping_leads_to_is_read_whatever_it_is_called() {
    let mapping = Mapping::new([("title", "title.content"), ("excerpt", "meta.content")]);
    let mut feed = Feed::new(Options {
        mapping,
        ..Options::default()
    });
    let json =
        br#"[{"title":{"content":"Low tide","secured":"key"},"meta":{"content":"At noon"}}]"#;
    feed.read(json, Some(URL), &UrlStandard).unwrap();
    let a = &feed.articles()[0];
    assert_eq!(
        (a.title.as_str(), a.excerpt.as_deref()),
        ("Low tide", Some("At noon"))
    );
}

/// Reads a document with a mapping, whose expressions are separated by semicolons.
fn mapped(pairs: &[(&str, &str)], json: &str) -> Result<Feed, article_cards_core::error::Error> {
    let expressions = |list: &str| -> Vec<String> {
        let list = list.split(';').filter(|expression| !expression.is_empty());
        list.map(str::to_owned).collect()
    };
    let pairs = pairs
        .iter()
        .map(|(field, list)| (*field, expressions(list)));
    let mut feed = Feed::new(Options {
        mapping: Mapping::new(pairs),
        ..Options::default()
    });
    feed.read(json.as_bytes(), Some(URL), &UrlStandard)?;
    Ok(feed)
}

#[test]
fn filters_and_alternatives() {
    let feed = mapped(
        &[
            ("title", "title.rendered | html"),
            ("excerpt", "excerpt.rendered | html"),
            ("webUrl", "bad;slug | prefix(\"/t/\")"),
            ("publishedDateTime", "when;created | unix"),
            ("topics", "tags[].name"),
            ("category", "words | split"),
            ("images", "content | html"),
            ("published", "hidden | not"),
            ("quality", "rank;votes"),
            ("type", ""),
            ("authors", "\"by.line\""),
        ],
        r#"[{"title":{"rendered":"Fish &#038; chips: a <em>new</em> tide"},"excerpt":{"rendered":"<p>High at&nbsp;noon.</p>\n"},
            "bad":"mailto:x","slug":"tide","when":"soon","created":1709627400,"tags":[{"name":"Ships"},{"name":"Tides"}],
            "words":"a, b,","content":"<p>x<img src='/i.png'></p>","hidden":true,"rank":"first","votes":7,
            "type":"post","by.line":"Ines"}]"#,
    )
    .unwrap();
    let a = &feed.articles()[0];
    assert_eq!(
        (a.title.as_str(), a.excerpt.as_deref()),
        ("Fish & chips: a new tide", Some("High at noon."))
    );
    assert_eq!(a.link(), Some("https://harbour.example/t/tide"));
    assert_eq!(a.published_at, Some(Published::At(1_709_627_400_000)));
    assert_eq!(
        (a.topics.join(","), a.categories.join(",")),
        ("Ships,Tides".to_owned(), "a,b".to_owned())
    );
    assert_eq!(a.images[0].url, "https://harbour.example/i.png");
    assert_eq!(
        (a.published, a.quality, a.kind.as_str()),
        (false, Some(7), "article")
    );
    assert_eq!(a.authors, ["Ines"]);
    assert_eq!(diagnostics(&feed), []);
}

#[test]
fn mapped_text_without_a_title() {
    let feed = mapped(
        &[("excerpt", "content | html")],
        r#"[{"content":"<p>Boats lie dry &amp; quiet.</p>"},{"x":1}]"#,
    )
    .unwrap();
    assert_eq!(feed.articles().len(), 1);
    assert_eq!(feed.articles()[0].title, "Boats lie dry & quiet.");
}

#[test]
fn lists_and_next_pages_of_a_mapping() {
    let titles = |pairs: &[(&str, &str)], json: &str| {
        let feed = mapped(pairs, json).map_err(|error| error.message())?;
        let titles: Vec<String> = feed.articles().iter().map(|it| it.title.clone()).collect();
        Ok::<_, String>((titles.join(","), feed.next_page().map(str::to_owned)))
    };
    let next = |url: &str| Some(url.to_owned());
    for (items, json) in [
        (
            "data",
            r#"{"meta":{"total":1},"data":[{"title":"A"},{"title":"B"}],"title":"Feed"}"#,
        ),
        (
            "data",
            r#"{"items":[{"title":"no"}],"data":[{"title":"A"},{"title":"B"}]}"#,
        ),
        (
            "items",
            r#"{"value":[],"items":[{"title":"A"},{"title":"B"}]}"#,
        ),
        (
            "response.docs",
            r#"{"response":{"docs":[{"title":"A"},{"title":"B"}]}}"#,
        ),
        (
            "a.children[].data",
            r#"{"a":{"children":[{"data":{"title":"A"}},{"x":1},{"data":{"title":"B"}}]}}"#,
        ),
        ("a[1]", r#"{"a":[[],[{"title":"A"},{"title":"B"}]]}"#),
        // Where it leads nowhere, the usual shapes are tried.
        (
            "docs",
            r#"{"docs":7,"items":[{"title":"A"},{"title":"B"}]}"#,
        ),
        ("docs", r#"[{"title":"A"},{"title":"B"}]"#),
    ] {
        assert_eq!(
            titles(&[("$items", items)], json),
            Ok(("A,B".to_owned(), None)),
            "{items} {json}"
        );
    }
    let json = r#"{"data":[{"title":"A"}],"paging":{"next":"/2","after":"t3"},"next":"/3"}"#;
    let found = |url: &str| Ok(("A".to_owned(), next(url)));
    assert_eq!(
        titles(&[("$items", "data"), ("$next", "x;paging.next")], json),
        found("https://harbour.example/2")
    );
    let after = r#"paging.after | prefix("?after=")"#;
    let expected = found("https://harbour.example/news/index.json?after=t3");
    assert_eq!(
        titles(&[("$items", "data"), ("$next", after)], json),
        expected
    );
    assert_eq!(
        titles(&[("$items", "data")], json),
        Ok(("A".to_owned(), None))
    );
    let numbered = r#"{"items":[{"title":"A"}],"meta":{"next":2}}"#;
    let expected = found("https://harbour.example/news/page/2/index.json");
    assert_eq!(titles(&[("$next", "meta.next")], numbered), expected);
    assert!(
        titles(&[("$items", "docs")], r#"{"docs":7}"#)
            .unwrap_err()
            .contains("no known shape")
    );
}

#[test]
fn a_mapping_that_cannot_be_read_names_the_place() {
    for (field, expression, message) in [
        (
            "topics",
            "tags[x].name",
            r#"mapping: topics: "tags[x].name", character 6: expected a number and ]"#,
        ),
        (
            "title",
            "a | upper",
            r#"mapping: title: "a | upper", character 5: expected html, unix, unix-ms, split, not or prefix("…")"#,
        ),
        (
            "$items",
            "data | html",
            "mapping: $items: expected one path without filters",
        ),
        (
            "$page",
            "data",
            "mapping: $page: expected a field, $items or $next",
        ),
        (
            "images[",
            "a",
            r#"mapping: "images[", character 8: expected a number and ]"#,
        ),
    ] {
        let error = mapped(&[(field, expression)], "[]").unwrap_err();
        assert!(error.is_parse());
        assert_eq!(error.message(), message);
    }
    let feed = mapped(&[("title", "a.secured"), ("excerpt", "secured"), ("price", "featuredContent.text")],
        r#"[{"title":"A","a":{"secured":"s3cret"},"secured":"s3cret","featuredContent":{"text":"s3cret"}}]"#).unwrap();
    assert_eq!(feed.diagnostics().count(), 3);
    assert!(!format!("{:?}", feed.articles()).contains("s3cret"));
}
