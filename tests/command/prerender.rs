//! `article-cards prerender`: the first cards of a feed as static HTML.
#![allow(missing_docs)]

mod harness;

use harness::{Folder, everyday};
use serde_json::{Value, json};

const URL: &str = "https://harbour.example/news/index.json";

/// Returns a page with markers for the cards.
fn page(attributes: &str) -> String {
    format!(
        "<!DOCTYPE html>\r\n<html lang=\"en\"><head><title>News</title></head><body>\n\
         <article-cards {attributes}>\n  <!-- article-cards:begin -->\n  <!-- article-cards:end -->\n\
         </article-cards>\n<p>Après</p></body></html>\n"
    )
}

fn feed() -> String {
    let article = |n: usize| {
        json!({
            "id": format!("a{n}"), "title": format!("Article {n}"), "webUrl": format!("/{n}"),
            "excerpt": "About it", "publishedDateTime": format!("2021-06-{:02}T10:00:00Z", 28 - n),
            "topics": ["A", "B", "C", "D", "E"], "provider": {"name": "Tern", "domain": "tern.example"},
            "quality": n, "related": (1..=5).map(|m| json!({"title": format!("Related {m}"), "webUrl": "/r"})).collect::<Value>(),
        })
    };
    (0..20).map(article).collect::<Value>().to_string()
}

/// Returns the structured data.
fn json_ld(html: &str) -> Value {
    let (_, json) = html
        .split_once("<script type=\"application/ld+json\">")
        .expect("JSON-LD");
    let (json, _) = json.split_once("</script>").expect("its end");
    serde_json::from_str(json).expect("JSON")
}

fn cards(html: &str) -> usize {
    html.matches("<article ").count()
}

#[test]
fn cards_on_standard_output_and_in_a_file() {
    let folder = Folder::new();
    folder.write("feed.json", feed());
    let html = folder.run(&["prerender", "feed.json", "--url", URL]).fine();
    assert_eq!(cards(&html), 12);
    assert!(html.starts_with("<style>\n"), "{html}");
    assert!(
        html.contains("<a href=\"https://harbour.example/0\""),
        "{html}"
    );
    assert!(html.contains(">Jun 28, 2021</bdi></time>"), "{html}");
    let from_input = folder.run_with(&["prerender", "-", "--url", URL], feed());
    assert_eq!(from_input.fine(), html);
    let written = folder.run(&["prerender", "feed.json", "--url", URL, "-o", "cards.html"]);
    assert_eq!(written.fine(), "");
    assert_eq!(folder.read("cards.html"), html);
    assert_eq!(folder.names(), ["cards.html", "feed.json"]);
}

#[test]
fn no_scripts_and_no_inline_styles() {
    let folder = Folder::new();
    folder.write("feed.json", feed());
    let html = folder
        .run(&[
            "prerender",
            "feed.json",
            "--url",
            URL,
            "--css",
            "link",
            "--css-file",
            "s.css",
        ])
        .fine();
    let (cards, _) = html.split_once("<script").unwrap();
    for forbidden in [
        "<button",
        "<input",
        "<select",
        "style=",
        "onclick",
        "part=",
        "javascript:",
    ] {
        assert!(!cards.contains(forbidden), "{forbidden} in {cards}");
    }
    // The number of further topics, and all related articles in a disclosure.
    assert!(
        cards.contains("<span class=\"ac-x-more-topics\"><bdi>+2</bdi>"),
        "{cards}"
    );
    assert_eq!(
        cards.matches("<li class=\"ac-related-item\">").count(),
        12 * 5
    );
}

#[test]
fn the_options_are_the_attributes_of_the_element() {
    let folder = Folder::new();
    folder.write("feed.json", feed());
    let run = |options: &[&str]| {
        let first = [
            "prerender",
            "feed.json",
            "--url",
            URL,
            "--css",
            "link",
            "--css-file",
            "s.css",
        ];
        folder.run(&[&first, options].concat()).fine()
    };
    let html = run(&[
        "--page-size",
        "3",
        "--layout",
        "list",
        "--heading-level",
        "2",
        "--sort",
        "quality",
        "--link-target",
        "_blank",
        "--with-scores",
        "--related",
        "0",
        "--without-excerpts",
    ]);
    assert_eq!(cards(&html), 3);
    assert!(html.contains("data-layout=\"list\""), "{html}");
    assert!(html.contains("<h2 id=\"ac-1-title\""), "{html}");
    assert!(
        html.contains("target=\"_blank\" rel=\"noopener\""),
        "{html}"
    );
    let at = |title: &str| html.find(title).unwrap();
    assert!(at(">Article 0<") < at(">Article 1<"), "{html}");
    assert!(
        html.contains("ac-card-scores")
            && !html.contains("About it</p>")
            && !html.contains("ac-card-related"),
        "{html}"
    );
    let german = run(&["--locale", "de", "--time-zone", "Pacific/Kiritimati"]);
    assert!(
        german.contains("20 Artikel") && german.contains("29. Juni 2021"),
        "{german}"
    );
    let filtered = run(&["--filter", "quality=18..", "--facets", "none"]);
    assert_eq!(cards(&filtered), 2);
    assert_eq!(cards(&run(&["--only", "id=a3&id=a4"])), 2);
    assert_eq!(cards(&run(&["--query", "\"article 7\""])), 1);
}

#[test]
fn a_page_can_be_filled_repeatedly() {
    let folder = Folder::new();
    folder.write("feed.json", feed());
    let before = page("src=\"feed.json\" page-size=\"2\" layout=\"compact\" locale=\"de\"");
    folder.write("index.html", &before);
    let run = || {
        folder
            .run(&[
                "prerender",
                "feed.json",
                "--url",
                URL,
                "--into",
                "index.html",
            ])
            .fine()
    };
    run();
    let once = folder.read("index.html");
    // The attributes of the element count.
    assert_eq!(cards(&once), 2);
    assert!(
        once.contains("data-layout=\"compact\"") && once.contains("28. Juni 2021"),
        "{once}"
    );
    let (start, _) = before.split_once("begin -->").unwrap();
    let (_, end) = before.split_once("  <!-- article-cards:end").unwrap();
    assert!(once.starts_with(start) && once.ends_with(end), "{once}");
    run();
    assert_eq!(folder.read("index.html"), once);
    // Options override the element's attributes.
    let options = ["--page-size", "1", "--without-json-ld", "--css", "link"];
    folder
        .run(
            &[
                &[
                    "prerender",
                    "feed.json",
                    "--into",
                    "index.html",
                    "--url",
                    URL,
                ][..],
                &options,
            ]
            .concat(),
        )
        .fine();
    let other = folder.read("index.html");
    assert_eq!(cards(&other), 1);
    assert!(
        !other.contains("ld+json") && !other.contains("<style>"),
        "{other}"
    );
    assert!(
        other.contains("<link rel=\"stylesheet\" href=\"article-cards.css\">"),
        "{other}"
    );
    assert!(folder.read("article-cards.css").contains(".ac-card"));
    assert_eq!(
        folder.names(),
        ["article-cards.css", "feed.json", "index.html"]
    );
}

#[test]
fn a_page_without_an_encoding_gets_ascii() {
    let folder = Folder::new();
    let article =
        json!({ "title": "Dünen’s Ebbe 🌊", "topics": ["Küste"], "webUrl": "https://a.example/" });
    folder.write("feed.json", json!([article]).to_string());
    let prerendered = |page: String| {
        folder.write("index.html", page);
        folder
            .run(&["prerender", "feed.json", "--into", "index.html"])
            .fine();
        let text = folder.read("index.html");
        let (_, cards) = text.split_once("begin -->").unwrap();
        let (cards, _) = cards.split_once("<!-- article-cards:end").unwrap();
        cards.to_owned()
    };
    let without = prerendered(page("locale=\"de\""));
    assert!(without.is_ascii(), "{without}");
    assert!(
        without.contains("D&#xFC;nen&#x2019;s Ebbe &#x1F30A;"),
        "{without}"
    );
    let name = &json_ld(&without)["itemListElement"][0]["item"]["name"];
    assert_eq!(name, "Dünen’s Ebbe 🌊");
    let with =
        prerendered(page("locale=\"de\"").replace("<head>", "<head><meta charset=\"utf-8\">"));
    assert!(with.contains(">Dünen’s Ebbe 🌊<"), "{with}");
}

/// The tags as the package has them.
const TAGS: &str = r#"<link rel="preload" as="fetch" href="news.json" crossorigin>
<link rel="modulepreload" href="auto.js" integrity="sha384-a">
<link rel="preload" as="fetch" type="application/wasm" href="article_cards.wasm" crossorigin fetchpriority="low">
<script type="module" src="auto.js" integrity="sha384-a"></script>
"#;

#[test]
fn tags_that_load_the_package_early() {
    let folder = Folder::new();
    folder.write("feed.json", feed());
    folder.write("my cards/preload.html", TAGS);
    let head =
        "<head>\n  <!-- article-cards:preload:begin -->\n  <!-- article-cards:preload:end -->";
    let text = page("src=\"../feed.json?a=1&amp;b=2\"").replace("<head>", head)
        + "<article-cards src=\"b.json ../feed.json?a=1&amp;b=2\" credentials=\"include\"></article-cards>\
           <article-cards src=\"late.json\" loading=\"lazy\"></article-cards>\
           <article-cards src=\"public.json\" credentials=\"omit\"></article-cards>\
           <article-cards src=\"../feed.json?a=1&amp;b=2\"></article-cards>";
    folder.write("news/index.html", &text);
    let preload = ["--preload", "my cards/preload.html"];
    let run = || {
        let into = [
            "prerender",
            "feed.json",
            "--url",
            URL,
            "--into",
            "news/index.html",
        ];
        folder.run(&[&into[..], &preload].concat())
    };
    run().fine();
    let written = folder.read("news/index.html");
    let (_, tags) = written.split_once("preload:begin -->\n").unwrap();
    let (tags, _) = tags.split_once("  <!-- article-cards:preload:end").unwrap();
    assert_eq!(
        tags,
        r#"<link rel="preload" as="fetch" href="../feed.json?a=1&amp;b=2" crossorigin>
<link rel="preload" as="fetch" href="b.json" crossorigin="use-credentials">
<link rel="preload" as="fetch" href="../feed.json?a=1&amp;b=2" crossorigin="use-credentials">
<link rel="modulepreload" href="../my%20cards/auto.js" integrity="sha384-a">
<link rel="preload" as="fetch" type="application/wasm" href="../my%20cards/article_cards.wasm" crossorigin fetchpriority="low">
<script type="module" src="../my%20cards/auto.js" integrity="sha384-a"></script>
"#
    );
    run().fine();
    assert_eq!(folder.read("news/index.html"), written);
    // Without the option the tags stay.
    let into = [
        "prerender",
        "feed.json",
        "--url",
        URL,
        "--into",
        "news/index.html",
    ];
    folder.run(&into).fine();
    assert_eq!(folder.read("news/index.html"), written);
}

#[test]
fn a_page_without_a_place_for_the_tags_is_unchanged() {
    let folder = Folder::new();
    folder.write("feed.json", feed());
    folder.write("preload.html", TAGS);
    folder.write("index.html", page(""));
    let run = |file| {
        folder.run(&[
            "prerender",
            "feed.json",
            "--url",
            URL,
            "--into",
            "index.html",
            "--preload",
            file,
        ])
    };
    let ran = run("preload.html");
    assert_eq!(ran.status, 2);
    assert!(
        ran.stderr
            .contains("index.html: there is no region for the tags"),
        "{}",
        ran.stderr
    );
    assert!(
        ran.stderr.contains("<!-- article-cards:preload:begin -->"),
        "{}",
        ran.stderr
    );
    folder.write(
        "index.html",
        page("").replace(
            "<head>",
            "<head><!-- article-cards:preload:begin --><!-- article-cards:preload:end -->",
        ),
    );
    let ran = run("missing.html");
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("missing.html"), "{}", ran.stderr);
    assert!(!folder.read("index.html").contains("<style>"));
}

#[test]
fn a_page_without_markers_is_unchanged() {
    let folder = Folder::new();
    folder.write("feed.json", feed());
    let wrong = [
        (
            "<p>No marks</p>",
            "put these two lines into <article-cards>",
        ),
        (
            "<!-- article-cards:end --><!-- article-cards:begin -->",
            "once each",
        ),
        ("<!-- article-cards:begin -->", "once each"),
        (
            "<script>// <!-- article-cards:begin --><!-- article-cards:end --></script>",
            "put these two lines",
        ),
    ];
    for (text, why) in wrong {
        folder.write("index.html", text);
        let ran = folder.run(&[
            "prerender",
            "feed.json",
            "--url",
            URL,
            "--into",
            "index.html",
            "--css",
            "link",
        ]);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{text}");
        assert!(
            ran.stderr.contains("index.html: ") && ran.stderr.contains(why),
            "{}",
            ran.stderr
        );
        assert_eq!(folder.read("index.html"), text);
        assert_eq!(folder.names(), ["feed.json", "index.html"]);
    }
    folder.write(
        "latin.html",
        b"<p>\xe9<!-- article-cards:begin --><!-- article-cards:end -->",
    );
    let ran = folder.run(&["prerender", "feed.json", "--into", "latin.html"]);
    assert!(
        ran.status == 2 && ran.stderr.contains("UTF-8"),
        "{}",
        ran.stderr
    );
    let ran = folder.run(&["prerender", "feed.json", "--into", "missing.html"]);
    assert!(
        ran.status == 2 && ran.stderr.contains("missing.html"),
        "{}",
        ran.stderr
    );
}

#[test]
fn several_lists_of_a_page_have_names() {
    let folder = Folder::new();
    folder.write("feed.json", feed());
    let list = |name: &str| {
        format!(
            "<article-cards page-size=\"1\"><!-- article-cards:begin {name} --><!-- article-cards:end {name} --></article-cards>"
        )
    };
    folder.write("index.html", list("news") + &list("jobs"));
    for name in ["news", "jobs"] {
        folder
            .run(&[
                "prerender",
                "feed.json",
                "--url",
                URL,
                "--into",
                "index.html",
                "--name",
                name,
            ])
            .fine();
    }
    let html = folder.read("index.html");
    assert_eq!(cards(&html), 2);
    assert_eq!(html.matches("id=\"ac-news-1-title\"").count(), 1);
    assert_eq!(html.matches("id=\"ac-jobs-1-title\"").count(), 1);
    let ran = folder.run(&[
        "prerender",
        "feed.json",
        "--into",
        "index.html",
        "--name",
        "a--b",
    ]);
    assert_eq!(ran.status, 2);
}

#[test]
fn texts_of_a_feed_never_become_markup() {
    let folder = Folder::new();
    let evil = "</script><!-- article-cards:end --><img src=x onerror=alert(1)>\"'&]]>";
    let feed = json!([{
        "id": evil, "title": evil, "excerpt": evil, "webUrl": "https://a.example/\"><script>",
        "topics": [evil], "provider": {"name": evil}, "type": evil, "price": evil, "levels": [evil],
        "locale": "en\"><b>", "images": [{"url": "https://a.example/\"><b>.png", "title": evil}],
        "related": [{"title": evil, "webUrl": "https://a.example/1"}],
    }]);
    folder.write("feed.json", feed.to_string());
    folder.write("index.html", page(""));
    for _ in 0..2 {
        let ran = folder.run(&[
            "prerender",
            "feed.json",
            "--url",
            URL,
            "--into",
            "index.html",
            "--label",
            evil,
        ]);
        assert!(ran.status < 2, "{}", ran.stderr);
    }
    let html = folder.read("index.html");
    assert_eq!(html.matches("<script").count(), 1);
    assert_eq!(html.matches("</script>").count(), 1);
    assert_eq!(html.matches("article-cards:end -->").count(), 1);
    assert!(
        !html.contains("<img src=x") && !html.contains("<b>"),
        "{html}"
    );
    assert!(
        html.contains("&lt;/script&gt;&lt;!-- article-cards:end --&gt;"),
        "{html}"
    );
    let item = &json_ld(&html)["itemListElement"][0]["item"];
    assert_eq!(item["name"], evil);
}

#[test]
fn findings_are_printed_and_the_rest_is_written() {
    let folder = Folder::new();
    folder.write(
        "feed.json",
        r#"[{"title": "A", "webUrl": "javascript:alert(1)"}, {"id": 1}]"#,
    );
    let ran = folder.run(&[
        "prerender",
        "feed.json",
        "--url",
        URL,
        "--filter",
        "colour=red",
    ]);
    assert_eq!(ran.status, 1);
    let messages: Vec<_> = ran.stderr.lines().collect();
    assert_eq!(
        messages,
        [
            "feed.json: filter has an invalid part: colour=red",
            "feed.json: article 0: webUrl: not an http(s) URL",
            "feed.json: article 1: title: missing: the article is skipped",
        ]
    );
    assert_eq!(cards(&ran.stdout), 1);
    // Without articles there are no cards; the widget shows why.
    folder.write("empty.json", "[]");
    folder.write("index.html", page(""));
    let ran = folder.run(&[
        "prerender",
        "empty.json",
        "--url",
        URL,
        "--into",
        "index.html",
    ]);
    assert_eq!(
        (ran.status, ran.stderr.as_str()),
        (1, "empty.json: there is no article to show\n")
    );
    assert_eq!(cards(&folder.read("index.html")), 0);
    for (arguments, why) in [
        (&["prerender", "missing.json"][..], "missing.json"),
        (&["prerender", "broken.json"], "broken.json: not JSON"),
        (
            &["prerender", "feed.json", "--locale", "not a tag"],
            "not a language tag",
        ),
        (
            &["prerender", "feed.json", "--time-zone", "Mars/Olympus"],
            "not a time zone",
        ),
        (
            &["prerender", "feed.json", "--url", "/news"],
            "must be absolute",
        ),
        (&["prerender", "feed.json", "--css", "link"], "--css-file"),
        (&["prerender", "feed.json", "--page-size", "0"], "1..=500"),
    ] {
        folder.write("broken.json", "[{");
        let ran = folder.run(arguments);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.stderr.contains(why), "{arguments:?}: {}", ran.stderr);
    }
}

#[test]
fn pages_beside_the_feed_fill_the_first_page_of_cards() {
    let folder = Folder::new();
    let document = |from: usize, next: &str| {
        let articles: Value = (from..from + 5)
            .map(|n| json!({"id": n, "title": format!("T{n}"), "publishedDateTime": format!("2021-01-{:02}", 28 - n)}))
            .collect();
        format!("{{\"value\": {articles}, \"nextPage\": {next}}}")
    };
    folder.write("news/index.json", document(0, "2"));
    folder.write("news/page/2/index.json", document(5, "3"));
    folder.write(
        "news/page/3/index.json",
        document(10, "\"../../../../secret.json\""),
    );
    folder.write("secret.json", document(15, "null"));
    let run = |options: &[&str]| {
        let ran = folder.run(&[&["prerender", "news/index.json"][..], options].concat());
        cards(&ran.fine())
    };
    assert_eq!(run(&["--url", URL]), 12);
    assert_eq!(run(&["--page-size", "4", "--url", URL]), 4);
    // Never outside the feed's own folder.
    assert_eq!(run(&["--page-size", "20", "--url", URL]), 15);
    // A query needs all pages.
    assert_eq!(run(&["--query", "t14", "--url", URL]), 1);
    assert_eq!(run(&["--sort", "publishedDateTime", "--url", URL]), 12);
    let oldest = folder.run(&[
        "prerender",
        "news/index.json",
        "--sort",
        "publishedDateTime",
        "--url",
        URL,
    ]);
    assert!(oldest.fine().contains(">T14<"));
    // Without a URL there is no next page.
    let ran = folder.run(&["prerender", "news/index.json"]);
    assert_eq!((ran.status, cards(&ran.stdout)), (1, 5));
    assert!(
        ran.stderr.contains("nextPage: ") && ran.stderr.contains("--url"),
        "{}",
        ran.stderr
    );
}

#[test]
fn structured_data_has_what_each_type_requires() {
    let folder = Folder::new();
    let all = |kind: &str| {
        json!({
            "id": kind, "title": format!("A {kind}"), "type": kind, "webUrl": "https://a.example/1",
            "excerpt": "About it", "publishedDateTime": "2021-06-16T20:00:00+02:00",
            "images": [{"url": "https://a.example/1.png", "width": 1200, "height": 630}, {"url": "data:image/png;base64,AA"}],
            "provider": {"name": "Tern", "domain": "tern.example", "images": [{"url": "https://tern.example/i.png"}]},
            "topics": ["Sea"], "category": ["News"], "length": "PT1H5M", "price": "29.90", "levels": ["Beginner"], "locale": "en_GB",
        })
    };
    let kinds = [
        "article",
        "video",
        "course",
        "collection",
        "download",
        "forum",
        "profile",
        "podcast",
    ];
    let mut feed: Vec<Value> = kinds.iter().map(|kind| all(kind)).collect();
    feed.push(json!({"id": "bare video", "title": "V", "type": "video"}));
    feed.push(json!({"id": "bare course", "title": "C", "type": "course"}));
    feed.push(json!({"id": "bare article", "title": "A"}));
    folder.write(
        "feed.json",
        json!({"title": "Tidings", "items": feed}).to_string(),
    );
    let html = folder
        .run(&["prerender", "feed.json", "--url", URL, "--sort", "position"])
        .fine();
    let list = json_ld(&html);
    check_list(&list);
    assert_eq!(list["name"], "Tidings");
    let items: Vec<&Value> = list["itemListElement"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["item"])
        .collect();
    let types: Vec<&str> = items
        .iter()
        .map(|it| it["@type"].as_str().unwrap())
        .collect();
    assert_eq!(
        types,
        [
            "NewsArticle",
            "VideoObject",
            "Course",
            "CollectionPage",
            "DigitalDocument",
            "WebPage",
            "ProfilePage",
            "CreativeWork",
            "CreativeWork",
            "CreativeWork",
            "NewsArticle"
        ]
    );
    // Recommended properties are included if the feed has them.
    let tern = json!({"@type": "Organization", "name": "Tern", "url": "https://tern.example/", "logo": "https://tern.example/i.png"});
    assert_eq!(
        *items[0],
        json!({
            "@type": "NewsArticle", "name": "A article", "headline": "A article", "url": "https://a.example/1",
            "description": "About it", "image": ["https://a.example/1.png"], "datePublished": "2021-06-16T18:00:00Z",
            "inLanguage": "en-GB", "keywords": ["Sea"], "articleSection": ["News"], "author": tern, "publisher": tern,
        })
    );
    assert_eq!(items[1]["thumbnailUrl"], json!(["https://a.example/1.png"]));
    assert_eq!(
        (&items[1]["uploadDate"], &items[1]["duration"]),
        (&json!("2021-06-16T18:00:00Z"), &json!("PT1H5M"))
    );
    assert_eq!(items[2]["provider"], tern);
    assert_eq!(
        items[2]["offers"],
        json!({"@type": "Offer", "category": "Paid"})
    );
    assert_eq!(
        (&items[2]["educationalLevel"], &items[2]["timeRequired"]),
        (&json!(["Beginner"]), &json!("PT1H5M"))
    );
}

#[test]
fn authors_are_in_cards_and_data() {
    let folder = Folder::new();
    folder.write(
        "feed.json",
        r#"[{"title": "A", "authors": ["Ines", {"name": "Otto"}], "provider": "Tern"}]"#,
    );
    let html = folder
        .run(&["prerender", "feed.json", "--with-authors"])
        .fine();
    assert!(html.contains("<bdi>Ines, Otto</bdi>"), "{html}");
    let item = &json_ld(&html)["itemListElement"][0]["item"];
    let person = |name: &str| json!({"@type": "Person", "name": name});
    assert_eq!(item["author"], json!([person("Ines"), person("Otto")]));
    assert_eq!(item["publisher"]["name"], "Tern");
    let html = folder.run(&["prerender", "feed.json"]).fine();
    assert!(!html.contains("<bdi>Ines"), "{html}");
}

/// Checks the properties that search engines require of each type, by their documentation.
fn check_list(list: &Value) {
    assert_eq!(
        (&list["@context"], &list["@type"]),
        (&json!("https://schema.org"), &json!("ItemList"))
    );
    let items = list["itemListElement"].as_array().expect("itemListElement");
    assert_eq!(list["numberOfItems"], items.len());
    for (place, listed) in items.iter().enumerate() {
        assert_eq!(
            (&listed["@type"], &listed["position"]),
            (&json!("ListItem"), &json!(place + 1))
        );
        let item = &listed["item"];
        let is_text = |value: &Value| value.as_str().is_some_and(|text| !text.trim().is_empty());
        let is_url = |value: &Value| {
            value
                .as_str()
                .is_some_and(|url| url.starts_with("https://") || url.starts_with("http://"))
        };
        let are_urls = |value: &Value| {
            value
                .as_array()
                .is_some_and(|all| !all.is_empty() && all.iter().all(is_url))
        };
        // With a time zone, or a day.
        let is_date = |value: &Value| {
            value
                .as_str()
                .is_some_and(|date| date.ends_with('Z') || date.len() == 10)
        };
        let is_organization =
            |value: &Value| value["@type"] == "Organization" && is_text(&value["name"]);
        let absent_or = |value: &Value, is: &dyn Fn(&Value) -> bool| value.is_null() || is(value);
        assert!(is_text(&item["name"]), "{item}");
        assert!(
            absent_or(&item["url"], &is_url) && absent_or(&item["image"], &are_urls),
            "{item}"
        );
        assert!(
            absent_or(&item["datePublished"], &is_date)
                && absent_or(&item["publisher"], &is_organization),
            "{item}"
        );
        match item["@type"].as_str() {
            Some("NewsArticle") => {
                assert!(
                    is_text(&item["headline"]) && absent_or(&item["author"], &is_organization),
                    "{item}"
                );
            }
            Some("VideoObject") => {
                assert!(
                    are_urls(&item["thumbnailUrl"]) && is_date(&item["uploadDate"]),
                    "{item}"
                );
            }
            Some("Course") => {
                assert!(
                    is_text(&item["description"]) && absent_or(&item["provider"], &is_organization),
                    "{item}"
                );
                assert!(
                    absent_or(&item["offers"], &|it| is_text(&it["category"])),
                    "{item}"
                );
            }
            Some("ProfilePage") => assert!(is_text(&item["mainEntity"]["name"]), "{item}"),
            Some("CreativeWork" | "CollectionPage" | "DigitalDocument" | "WebPage") => {}
            other => panic!("{other:?}: {item}"),
        }
    }
}

#[test]
fn real_articles() {
    let Some(data) = everyday() else {
        return;
    };
    for (feed, least) in [
        ("related.json", 200),
        ("api/news/index.json", 100),
        ("api/learning/index.json", 20),
    ] {
        let file = data.join(feed);
        let ran = Folder::new().run(&[
            "prerender",
            file.to_str().unwrap(),
            "--url",
            "https://everyday.example/index.json",
            "--page-size",
            "500",
        ]);
        assert!(ran.status < 2, "{feed}: {}", ran.stderr);
        let count = cards(&ran.stdout);
        assert!(count >= least, "{feed}: {count}");
        assert_eq!(
            ran.stdout.matches("class=\"ac-card-link\"").count(),
            count,
            "{feed}"
        );
        let list = json_ld(&ran.stdout);
        check_list(&list);
        assert_eq!(list["numberOfItems"], count);
    }
}
