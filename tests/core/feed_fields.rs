//! The values of fields, and what an invalid one costs.
#![allow(missing_docs)]

mod common;

use article_cards_core::model::{Day, Duration, Published};
use common::{article, diagnostics, read};

#[test]
fn the_seed_article() {
    let feed = read(include_bytes!("../fixtures/seed-article.json")).unwrap();
    let [seed] = feed.articles() else {
        panic!("{feed:?}")
    };
    assert_eq!(
        seed.title,
        "Experts Weigh In: Pros and Cons of Machine Learning for AI Security"
    );
    assert_eq!(
        seed.id,
        "https://securityintelligence.com/articles/ml-ai-security-pros-cons/"
    );
    assert_eq!(seed.topics, ["Machine Learning", "AI", "AI in Security"]);
    assert_eq!(
        (seed.quality, seed.heat, seed.published),
        (Some(71), Some(82), true)
    );
    assert_eq!(seed.published_at, Some(Published::At(1_623_873_600_000)));
    assert_eq!(seed.categories, ["news"]);
    assert_eq!(
        (seed.images[0].width, seed.images[0].is_cached),
        (Some(1200), true)
    );
    let related = &seed.related[0];
    assert_eq!(
        related.provider.as_ref().unwrap().name.as_deref(),
        Some("University of Wolverhampton")
    );
    assert_eq!(
        (related.quality, related.kind.as_str()),
        (Some(31), "article")
    );
    assert_eq!(feed.diagnostics().count(), 0);
}

#[test]
fn else_means_absent_null_blank_or_unusable() {
    for (fields, title) in [
        (r#""title":"A","name":"B""#, "A"),
        (r#""name":"B""#, "B"),
        (r#""title":null,"name":"B""#, "B"),
        (r#""title":" &nbsp;\u00a0","name":"B""#, "B"),
        (r#""title":7,"name":"B""#, "B"),
        (r#""title":"A","title":"B""#, "B"),
    ] {
        assert_eq!(
            read(format!("[{{{fields}}}]")).unwrap().articles()[0].title,
            title,
            "{fields}"
        );
    }
    let excerpt = |fields: &str| article(fields).0.excerpt.clone();
    assert_eq!(
        excerpt(r#""excerpt":[],"summary":" ","description":"D""#).as_deref(),
        Some("D")
    );
    assert_eq!(
        excerpt(r#""summary":"S","description":"D""#).as_deref(),
        Some("S")
    );
    let link = |fields: &str| article(fields).0.link().map(str::to_owned);
    assert_eq!(
        link(r#""webUrl":null,"originalUrl":"https://a.example""#).as_deref(),
        Some("https://a.example/")
    );
    assert_eq!(
        link(r#""webUrl":"javascript:alert(1)","originalUrl":"/b""#).as_deref(),
        Some("https://harbour.example/b")
    );
    assert_eq!(link(r#""webUrl":"mailto:a@b.example""#), None);
    let topics = |fields: &str| article(fields).0.topics.clone();
    assert_eq!(topics(r#""topics":[],"tags":["x"]"#), ["x"]);
    assert_eq!(topics(r#""topics":[" ",null],"tags":["x"]"#), ["x"]);
    assert_eq!(topics(r#""topics":"one","tags":["x"]"#), ["one"]);
    let categories = |fields: &str| article(fields).0.categories.clone();
    assert_eq!(
        categories(r#""category":null,"categories":["news"]"#),
        ["news"]
    );
    assert_eq!(categories(r#""category":"a","categories":["news"]"#), ["a"]);
    let related = |fields: &str| article(fields).0.related.len();
    assert_eq!(related(r#""related":[],"topItems":[{"title":"R"}]"#), 1);
    assert_eq!(
        related(
            r#""related":[{"title":"R"},{"title":"S","related":[{"title":"deep"}]}],"topItems":[{"title":"X"}]"#
        ),
        2
    );
}

#[test]
fn everyday_names() {
    let title = |fields: &str| {
        read(format!("[{{{fields}}}]")).unwrap().articles()[0]
            .title
            .clone()
    };
    assert_eq!(title(r#""name":" ","headline":"H""#), "H");
    let link = |fields: &str| article(fields).0.link().map(str::to_owned);
    for (fields, url) in [
        (
            r#""url":"/u","permalink":"/p","link":"/l","originalUrl":"/o","webUrl":"/w""#,
            "w",
        ),
        (
            r#""url":"/u","permalink":"/p","link":"/l","originalUrl":"/o""#,
            "o",
        ),
        (r#""url":"/u","permalink":"/p","link":"/l""#, "l"),
        (
            r#""url":"/u","permalink":"/p","link":"mailto:a@b.example""#,
            "p",
        ),
        (r#""url":"/u","permalink":{},"link":" ""#, "u"),
    ] {
        let expected = format!("https://harbour.example/{url}");
        assert_eq!(link(fields), Some(expected), "{fields}");
    }
    let names = [
        "publishedDateTime",
        "publishedAt",
        "published_at",
        "datePublished",
        "date_published",
        "pubDate",
        "date",
    ];
    for (first, name) in names.iter().enumerate() {
        let mut fields = String::from(r#""x":0"#);
        for (place, name) in names.iter().enumerate() {
            let date = if place < first {
                r#""soon""#.to_owned()
            } else {
                format!("{}", place + 1_700_000_000)
            };
            fields += &format!(r#","{name}":{date}"#);
        }
        let expected = Published::At((first as i64 + 1_700_000_000) * 1000);
        assert_eq!(article(&fields).0.published_at, Some(expected), "{name}");
    }
    let (read, wrong) = article(r#""keywords":"tides","author":"Ines &amp; Otto""#);
    assert_eq!(
        (&*read.topics, &*read.authors),
        (&["tides".to_owned()][..], &["Ines & Otto".to_owned()][..])
    );
    assert!(wrong.is_empty());
    let (read, wrong) = article(
        r#""tags":[{"id":1,"name":"Ships"},{"title":"Tides"},{"label":"Nets"},{"name":7,"label":"Ropes"},{"id":5}],
           "authors":[{"name":"Ines","email":"x"},"Otto",{"name":"Ines"}],"category":{"title":"News"}"#,
    );
    assert_eq!(read.topics, ["Ships", "Tides", "Nets", "Ropes"]);
    assert_eq!(read.authors, ["Ines", "Otto"]);
    assert_eq!(read.categories, ["News"]);
    let message = "an object instead of a string".to_owned();
    assert_eq!(wrong, [("tags[4]".to_owned(), message)]);
    for (fields, published) in [
        (r#""draft":true"#, false),
        (r#""draft":false"#, true),
        (r#""draft":null"#, true),
        (r#""published":true,"draft":true"#, false),
        (r#""published":false,"draft":false"#, false),
    ] {
        assert_eq!(article(fields).0.published, published, "{fields}");
    }
}

#[test]
fn providers_by_other_names() {
    let provider = |fields: &str| {
        let provider = article(fields).0.provider.clone();
        provider.map(|provider| {
            (
                provider.name.unwrap_or_default(),
                provider.domain.unwrap_or_default(),
            )
        })
    };
    let some = |name: &str, domain: &str| Some((name.to_owned(), domain.to_owned()));
    assert_eq!(
        provider(r#""source":{"id":"hp","name":"Harbour Post"}"#),
        some("Harbour Post", "")
    );
    assert_eq!(
        provider(r#""provider":{},"source":"Harbour Post""#),
        some("Harbour Post", "")
    );
    let url = r#""source":" https://me@Harbour.example:81/feed?a#b ""#;
    assert_eq!(provider(url), some("harbour.example", "harbour.example"));
    assert_eq!(
        provider(r#""source":"https://127.0.0.1/""#),
        some("127.0.0.1", "")
    );
    assert_eq!(
        provider(r#""source":"www.harbour.example""#),
        some("www.harbour.example", "")
    );
    assert_eq!(
        provider(r#""source":"ftp://harbour.example/""#),
        some("ftp://harbour.example/", "")
    );
}

#[test]
fn pictures_by_other_names() {
    let urls = |fields: &str| {
        let (read, wrong) = article(fields);
        let urls: Vec<String> = read.images.iter().map(|image| image.url.clone()).collect();
        (urls.join(" "), wrong.len())
    };
    let url = |path: &str| format!("https://harbour.example{path}");
    assert_eq!(urls(r#""images":"/a.png""#), (url("/a.png"), 0));
    assert_eq!(
        urls(r#""images":[],"image":{"url":"/b.png","width":4}"#),
        (url("/b.png"), 0)
    );
    assert_eq!(
        urls(r#""images":[{"url":" "}],"image":"","thumbnail":"c.png""#),
        (url("/news/c.png"), 1)
    );
    assert_eq!(
        urls(r#""image":["/a.png",{"url":"/b.png"}]"#),
        (url("/a.png ") + &url("/b.png"), 0)
    );
    // Reddit says whether there is one in place of its URL.
    for word in ["self", "default", "nsfw"] {
        assert_eq!(
            urls(&format!(r#""thumbnail":"{word}""#)),
            (String::new(), 1)
        );
    }
}

#[test]
fn text_is_text() {
    for (json, title) in [
        (r"What&#8217;s new", "What’s new"),
        (r"a &amp;lt;b&amp;gt; c", "a &lt;b&gt; c"),
        (r"<b>bold</b> &lt;i&gt;", "<b>bold</b> <i>"),
        (r"  a\t\n b\u00a0\ufeff c&nbsp; ", "a b c"),
        (
            r"&copy; &notit; &#150; &#0; &#xD800;",
            "© ¬it; – \u{fffd} \u{fffd}",
        ),
        (r"x\ud800y", "x\u{fffd}y"),
        (r"\ud83d\ude00", "😀"),
    ] {
        assert_eq!(
            read(format!(r#"[{{"title":"{json}"}}]"#))
                .unwrap()
                .articles()[0]
                .title,
            title,
            "{json}"
        );
    }
    let invalid = [b"[{\"title\":\"a\xff\xfeb\",\"topics\":[\"\xc3\"]}]".as_slice()].concat();
    let feed = read(invalid).unwrap();
    assert_eq!(feed.articles()[0].title, "a\u{fffd}\u{fffd}b");
    assert_eq!(feed.articles()[0].topics, ["\u{fffd}"]);
    let feed = read(br#"[{"\ud800":1,"title":"A"}]"#).unwrap();
    assert_eq!(feed.articles()[0].title, "A");
}

#[test]
fn lists_drop_blanks_and_repeats() {
    let (read, wrong) = article(r#""topics":["AI"," AI ","","A&#73;",null,7,{"x":"y"},"ML"]"#);
    assert_eq!(read.topics, ["AI", "ML"]);
    assert_eq!(
        wrong
            .iter()
            .map(|(path, _)| path.as_str())
            .collect::<Vec<_>>(),
        ["topics[5]", "topics[6]"]
    );
}

#[test]
fn whole_numbers() {
    for (json, quality) in [
        ("72", Some(72)),
        (r#""72""#, Some(72)),
        ("0", Some(0)),
        ("72.0", Some(72)),
        ("7.2e1", Some(72)),
        ("9007199254740991", Some(9_007_199_254_740_991)),
    ] {
        let (read, wrong) = article(&format!(r#""quality":{json}"#));
        assert_eq!((read.quality, wrong.len()), (quality, 0), "{json}");
    }
    for json in ["-1", r#""-1""#, "null", "-99999999", "-9007199254740993"] {
        let (read, wrong) = article(&format!(r#""heat":{json}"#));
        assert_eq!(
            (read.heat, wrong.len()),
            (None, 0),
            "{json} is not rated, and not wrong"
        );
    }
    for json in [
        r#""""#,
        r#""0x10""#,
        "71.5",
        "1e999",
        "{}",
        "[]",
        "true",
        r#"" 72""#,
        r#""+72""#,
        r#""７２""#,
    ] {
        let (read, wrong) = article(&format!(r#""quality":{json}"#));
        assert_eq!(read.quality, None, "{json}");
        assert_eq!(
            wrong,
            [("quality".to_owned(), "not a whole number".to_owned())],
            "{json}"
        );
    }
}

#[test]
fn dates() {
    for json in [
        r#""2024-03-05T08:30:00Z""#,
        r#""Tue, 05 March 2024 10:30 CEST""#,
        r#""2024/3/5 8:30""#,
        "1709627400",
        "1709627400000",
        "1709627400.0",
        "1.7096274e9",
        r#""1709627400""#,
    ] {
        let (read, wrong) = article(&format!(r#""publishedDateTime":{json}"#));
        let moment = Some(Published::At(1_709_627_400_000));
        assert_eq!((read.published_at, wrong.len()), (moment, 0), "{json}");
    }
    for json in [
        "20240305",
        "-1709627400",
        "1e999",
        "true",
        "{}",
        r#""soon""#,
    ] {
        let (read, wrong) = article(&format!(r#""publishedDateTime":{json}"#));
        assert_eq!((read.published_at, wrong.len()), (None, 1), "{json}");
    }
    let (read, wrong) = article(r#""publishedDateTime":"2024-03-05 08:30 XYZT""#);
    assert_eq!(read.published_at, Some(Published::At(1_709_627_400_000)));
    let message = "a time zone of an unknown name: the time is read as UTC";
    assert_eq!(
        wrong,
        [("publishedDateTime".to_owned(), message.to_owned())]
    );
}

#[test]
fn numbers_beyond_what_scripts_can_count() {
    let (read, wrong) =
        article(r#""quality":9007199254740992,"images":[{"url":"/a","width":4294967296}]"#);
    assert_eq!((read.quality, read.images[0].width), (None, None));
    assert_eq!(wrong[0].1, "a whole number above 9007199254740991");
    assert_eq!(wrong[1].1, "not a whole number from 1 to 4,294,967,295");
}

#[test]
fn images() {
    let (read, wrong) = article(
        r#""images":[
            {"url":"/a.png","width":"640","height":480,"title":"T","attribution":"B","isCached":true},
            {"url":"ftp://a.example/b.png"}, {"url":""}, {}, null, 7,
            {"url":"data:image/png;base64,AAAA","width":0,"height":-3},
            {"url":"data:image/svg+xml,<svg/>"}, {"url":"data:text/html,x"},
            {"url":"d.png","width":99999999999,"isCached":"yes"}
        ]"#,
    );
    let urls: Vec<&str> = read.images.iter().map(|image| image.url.as_str()).collect();
    assert_eq!(
        urls,
        [
            "https://harbour.example/a.png",
            "data:image/png;base64,AAAA",
            "https://harbour.example/news/d.png"
        ]
    );
    let first = &read.images[0];
    assert_eq!(
        (first.width, first.height, first.is_cached),
        (Some(640), Some(480), true)
    );
    assert_eq!(
        (first.title.as_deref(), first.attribution.as_deref()),
        (Some("T"), Some("B"))
    );
    assert_eq!((read.images[1].width, read.images[1].height), (None, None));
    let paths: Vec<&str> = wrong.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "images[1].url",
            "images[2].url",
            "images[3].url",
            "images[5]",
            "images[6].width",
            "images[6].height",
            "images[7].url",
            "images[8].url",
            "images[9].width",
            "images[9].isCached",
        ]
    );
    assert_eq!(wrong[0].1, "not an http(s) URL");
}

#[test]
fn providers() {
    let provider = |json: &str| {
        let (article, wrong) = article(&format!(r#""provider":{json}"#));
        let provider = article.provider.clone();
        let part = provider.map(|p| (p.name, p.domain, p.images.len()));
        (part, wrong.len())
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(provider(r#""Hack""#), (Some((some("Hack"), None, 0)), 0));
    assert_eq!(
        provider(r#"{"name":"Hack","domain":"Hack.Example"}"#),
        (Some((some("Hack"), some("hack.example"), 0)), 0)
    );
    assert_eq!(
        provider(r#"{"domain":"hack.example","images":[{"url":"x:"},{"url":"/i.png"}]}"#),
        (Some((None, some("hack.example"), 1)), 1)
    );
    for domain in [
        "https://hack.example",
        "hack.example/x",
        "hack.example:80",
        "a b",
        "hack@example",
        "javascript:alert(1)",
    ] {
        assert_eq!(
            provider(&format!(r#"{{"name":"Hack","domain":"{domain}"}}"#)),
            (Some((some("Hack"), None, 0)), 1),
            "{domain}"
        );
    }
    for json in [r#"" ""#, "{}", "null"] {
        assert_eq!(provider(json), (None, 0), "{json}");
    }
    assert_eq!(provider("7"), (None, 1));
}

#[test]
fn dates_and_durations() {
    let date = |json: &str| {
        article(&format!(r#""publishedDateTime":{json}"#))
            .0
            .published_at
    };
    let moment = Some(Published::At(1_682_532_940_000));
    for json in [
        r#""2023-04-26T18:15:40Z""#,
        r#""2023-04-26T20:15:40.000+02:00""#,
        r#""2023-04-26 18:15:40 +0000""#,
        r#""Wed, 26 Apr 2023 18:15:40 GMT""#,
        r#""2023-04-26T18:15:40""#,
    ] {
        assert_eq!(date(json), moment, "{json}");
    }
    assert_eq!(
        date(r#""2023-04-26""#),
        Some(Published::On(Day {
            year: 2023,
            month: 4,
            day: 26
        }))
    );
    for json in [r#""yesterday""#, r#""2023-02-30""#] {
        let (article, wrong) = article(&format!(r#""publishedDateTime":{json}"#));
        assert_eq!((article.published_at, wrong.len()), (None, 1), "{json}");
    }
    assert_eq!(
        article(r#""length":"PT6H30M""#).0.length,
        Some(Duration {
            months: 0,
            seconds: 23_400
        })
    );
    let (article, wrong) = article(r#""length":"15 min""#);
    assert_eq!(
        (article.length, wrong[0].1.as_str()),
        (None, "not an ISO 8601 duration")
    );
}

#[test]
fn one_bad_field_costs_only_itself() {
    let fields = [
        ("id", r#"{"a":1}"#),
        ("path", "[]"),
        ("webUrl", "7"),
        ("originalUrl", r#""http://""#),
        ("excerpt", "true"),
        ("publishedDateTime", r#""?""#),
        ("type", "[]"),
        ("category", "9"),
        ("topics", "9"),
        ("quality", "1e999"),
        ("heat", "{}"),
        ("published", r#""no""#),
        ("removed", "0"),
        ("provider", "[]"),
        ("images", r#""x""#),
        ("related", "{}"),
        ("topItems", "1"),
        ("length", r#""PT""#),
        ("price", "{}"),
        ("levels", "1"),
        ("members", r#""many""#),
        ("locale", r#""e n""#),
    ];
    for (field, bad) in fields {
        let (read, wrong) = article(&format!(r#""{field}":{bad}"#));
        assert_eq!(read.title, "T", "{field}");
        assert_eq!(wrong.len(), 1, "{field}: {wrong:?}");
        assert_eq!(wrong[0].0, field);
    }
    // All of them at once.
    let all = fields
        .map(|(field, bad)| format!(r#""{field}":{bad}"#))
        .join(",");
    let (article, wrong) = article(&all);
    assert_eq!((article.title.as_str(), wrong.len()), ("T", fields.len()));
}

#[test]
fn one_bad_article_costs_only_itself() {
    let feed =
        read(r#"[7,{"title":"A"},"x\ud800",null,[],{"excerpt":"no title"},1e999,{"title":"B"}]"#)
            .unwrap();
    assert_eq!(
        feed.articles()
            .iter()
            .map(|a| a.position)
            .collect::<Vec<_>>(),
        [1, 7]
    );
    let indices: Vec<_> = feed.diagnostics().iter().map(|d| d.index).collect();
    assert_eq!(indices, [0, 2, 3, 4, 5, 6].map(Some));
    assert_eq!(
        feed.diagnostics().iter().nth(4).unwrap().to_string(),
        "article 5: title: missing: the article is skipped"
    );
}

#[test]
fn at_most_a_thousand_diagnostics_are_kept() {
    let feed = read(format!("[{}]", vec!["7"; 3000].join(","))).unwrap();
    assert_eq!(
        (
            feed.diagnostics().iter().count(),
            feed.diagnostics().count()
        ),
        (1000, 3000)
    );
}

#[test]
fn what_is_never_kept_is_not_even_read() {
    let feed = read(r#"[{"title":"A","secured":"s3cret","content":"b0dy","featuredContent":"ifr4me","related":[{"title":"R","secured":"s3cret"}]}]"#).unwrap();
    let debug = format!("{feed:?}");
    assert!(!debug.contains("s3cret") && !debug.contains("b0dy") && !debug.contains("ifr4me"));
    assert!(diagnostics(&feed).is_empty());
}

#[test]
fn courses_forums_and_the_rest() {
    let (course, wrong) = article(
        r#""type":"course","price":29.90,"levels":["Beginner"],"members":"1200","locale":"en_US""#,
    );
    assert_eq!(
        (course.kind.as_str(), course.price.as_deref()),
        ("course", Some("29.9"))
    );
    assert_eq!(
        (course.levels.join(""), course.members),
        ("Beginner".to_owned(), Some(1200))
    );
    assert_eq!((course.locale.as_deref(), wrong.len()), (Some("en-US"), 0));
    assert_eq!(article(r#""type":" ""#).0.kind, "article");
    assert_eq!(article(r#""type":"press release""#).0.kind, "press release");
}
