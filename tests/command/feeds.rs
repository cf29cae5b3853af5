//! Converting feeds of other formats.
#![allow(missing_docs)]

mod harness;

use harness::{Folder, each};
use serde_json::json;

#[test]
fn rss() {
    let folder = Folder::new();
    folder.write(
        "feed.rss",
        r#"<?xml version="1.0"?>
<!DOCTYPE rss SYSTEM "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>Harbour Post</title>
    <link>https://harbour.example/</link>
    <atom:link href="https://harbour.example/feed.rss" rel="self"/>
    <language>en-gb</language>
    <image><url>https://harbour.example/icon.png</url><title>Harbour Post</title></image>
    <item>
      <title>Tides &amp;#8217; times &amp; more</title>
      <link>https://harbour.example/1</link>
      <guid isPermaLink="false">tides-1</guid>
      <description><![CDATA[<p>When to <b>sail</b> &amp; when not.</p>]]></description>
      <content:encoded><![CDATA[<p>The whole text.</p>]]></content:encoded>
      <pubDate>Wed, 26 Apr 2023 18:15:40 GMT</pubDate>
      <category>Tides</category><category domain="x">Ships</category>
      <media:content url="https://harbour.example/1.jpg" medium="image" width="1200" height="630"/>
      <enclosure url="https://harbour.example/1.jpg" type="image/jpeg" length="1"/>
    </item>
    <item>
      <title></title>
      <link>https://harbour.example/2</link>
    </item>
    <item>
      <title>Film</title>
      <guid>https://harbour.example/3</guid>
      <dc:date>2023-04-25</dc:date>
      <media:group><media:content url="https://harbour.example/3.mp4" type="video/mp4" duration="754"/>
      <media:thumbnail url="https://harbour.example/3.png"/></media:group>
      <source url="https://film.example/rss">Film Weekly</source>
    </item>
  </channel>
</rss>"#,
    );
    let ran = folder.run(&["convert", "feed.rss"]);
    assert_eq!(ran.status, 1);
    assert_eq!(
        ran.stderr.lines().next(),
        Some("feed.rss: article 1: title: missing: the article is skipped (line 22)")
    );
    let provider = json!({
        "name": "Harbour Post", "domain": "harbour.example",
        "images": [{"url": "https://harbour.example/icon.png"}],
    });
    assert_eq!(
        harness::articles(&ran.stdout),
        [
            json!({
                "id": "tides-1", "webUrl": "https://harbour.example/1",
                "title": "Tides ’ times & more", "excerpt": "When to sail & when not.",
                "publishedDateTime": "2023-04-26T18:15:40Z", "topics": ["Tides", "Ships"],
                "provider": provider, "locale": "en-gb",
                "images": [{"url": "https://harbour.example/1.jpg", "width": "1200", "height": "630"}],
            }),
            json!({
                "id": "https://harbour.example/3", "webUrl": "https://harbour.example/3",
                "title": "Film", "publishedDateTime": "2023-04-25", "type": "video", "length": "PT754S",
                "provider": {"name": "Film Weekly", "domain": "film.example"}, "locale": "en-gb",
                "images": [{"url": "https://harbour.example/3.png"}],
            }),
        ]
    );
}

#[test]
fn atom() {
    let folder = Folder::new();
    folder.write(
        "feed.atom",
        r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
  <title type="html">Hafen &amp;amp; Meer</title><id>urn:1</id>
  <link rel="self" href="https://hafen.example/feed"/><link href="https://hafen.example/"/>
  <icon>https://hafen.example/icon.png</icon>
  <entry>
    <id>urn:2</id><title type="html">1 &amp;lt; 2 &lt;i&gt;kursiv&lt;/i&gt;</title>
    <link rel="enclosure" type="image/png" href="https://hafen.example/2.png"/>
    <link rel="alternate" href="https://hafen.example/2"/>
    <updated>2023-04-26T18:15:40+02:00</updated><published>2023-04-25T00:00:00Z</published>
    <category term="ki" label="KI"/>
    <summary>Was &amp;lt;b&amp;gt; heißt</summary>
  </entry>
  <entry xml:lang="en">
    <id>urn:3</id><title>Plain &amp;amp; simple</title><updated>2023-04-24T00:00:00Z</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p>two</p></div></content>
  </entry>
</feed>"#,
    );
    let provider = json!({
        "name": "Hafen &amp; Meer", "domain": "hafen.example",
        "images": [{"url": "https://hafen.example/icon.png"}],
    });
    // `&` is escaped where it would start a character reference.
    assert_eq!(
        folder.run(&["convert", "feed.atom"]).articles(),
        [
            json!({
                "id": "urn:2", "webUrl": "https://hafen.example/2", "title": "1 < 2 kursiv",
                "excerpt": "Was &amp;lt;b&amp;gt; heißt", "publishedDateTime": "2023-04-25T00:00:00Z",
                "topics": ["KI"], "provider": {
                    "name": "Hafen & Meer", "domain": "hafen.example",
                    "images": provider["images"],
                }, "locale": "de",
                "images": [{"url": "https://hafen.example/2.png"}],
            }),
            json!({
                "id": "urn:3", "title": "Plain &amp;amp; simple", "excerpt": "One two",
                "publishedDateTime": "2023-04-24T00:00:00Z", "locale": "en",
                "provider": {
                    "name": "Hafen & Meer", "domain": "hafen.example",
                    "images": provider["images"],
                },
            }),
        ]
    );
}

#[test]
fn rdf_in_another_encoding() {
    let folder = Folder::new();
    let text = r#"<?xml version="1.0" encoding="ISO-8859-1"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel rdf:about="https://hafen.example/"><title>H?fen</title><link>https://hafen.example/</link></channel>
  <item rdf:about="https://hafen.example/1"><title>Ebbe</title><link>https://hafen.example/1</link><dc:subject>Meer</dc:subject><dc:date>2023-04-26T18:15+02:00</dc:date></item>
</rdf:RDF>"#;
    let bytes: Vec<u8> = text
        .bytes()
        .map(|byte| if byte == b'?' { 0xE4 } else { byte })
        .collect();
    // The declaration has question marks too.
    let bytes = [&b"<?"[..], &bytes[2..]].concat();
    let end = bytes.iter().position(|byte| *byte == b'>').unwrap();
    let bytes = [&bytes[..end - 1], b"?", &bytes[end..]].concat();
    folder.write("feed.rdf", bytes);
    assert_eq!(
        folder.run(&["convert", "feed.rdf"]).articles(),
        [json!({
            "id": "https://hafen.example/1", "webUrl": "https://hafen.example/1", "title": "Ebbe",
            "topics": ["Meer"], "publishedDateTime": "2023-04-26T16:15:00Z",
            "provider": {"name": "Häfen", "domain": "hafen.example"},
        })]
    );
}

#[test]
fn documents_that_are_no_feed() {
    let folder = Folder::new();
    for (name, contents, message) in [
        (
            "a.xml",
            "<html><body/></html>",
            "a.xml: no known feed: a page of HTML was found instead of RSS, Atom or RDF (line 1, column 1)",
        ),
        (
            "b.xml",
            "<!-- nothing",
            "b.xml: not XML: the document ends before its first element",
        ),
        (
            "c.json",
            "{\"a\": 1}",
            "c.json: no known shape of a feed: an object with the keys a was found instead of a list of articles",
        ),
        (
            "d.json",
            "[\n1 2]",
            "d.json: not JSON: expected `,` or `]` (line 2, column 3)",
        ),
        (
            "e.xml",
            &"<rss>".repeat(200),
            "e.xml: nested deeper than 128 levels (line 1, column 641)",
        ),
    ] {
        folder.write(name, contents);
        let ran = folder.run(&["convert", name]);
        assert_eq!((ran.status, ran.stdout.as_str()), (1, ""));
        assert!(ran.stderr.starts_with(message), "{}", ran.stderr);
    }
}

#[test]
fn xml_that_is_not_well_formed() {
    let folder = Folder::new();
    // Whatever the file is called.
    folder.write(
        "feed.json",
        "\n<?xml version=\"1.0\"?>\n<rss><channel><title>F</title>\n\
         <item><title>A & B</title><pubDate>soon</pubDate></item>\n\
         <item><title>C</title></item>\n<item><title>D",
    );
    let ran = folder.run(&["convert", "feed.json"]);
    assert_eq!(ran.status, 1);
    let provider = json!({"name": "F"});
    assert_eq!(
        harness::articles(&ran.stdout),
        [
            json!({"title": "A & B", "publishedDateTime": "soon", "provider": provider}),
            json!({"title": "C", "provider": provider}),
        ]
    );
    let findings: Vec<_> = ran
        .stderr
        .lines()
        .filter(|line| !line.starts_with(' '))
        .collect();
    assert_eq!(
        findings,
        [
            "feed.json: article 0: an `&` that begins no reference (line 4)",
            "feed.json: article 0: publishedDateTime: not a date (line 4)",
            "feed.json: white space or a comment before the XML declaration (line 2)",
            "feed.json: the document ends inside of <title> (line 6)",
        ]
    );
    let hints: Vec<_> = ran
        .stderr
        .lines()
        .filter(|line| line.starts_with(' '))
        .collect();
    assert_eq!(hints[0].trim(), "write &amp; for &");
    // A mapping applies to JSON.
    folder.write("mapping.toml", "title = \"excerpt\"");
    let ran = folder.run(&["convert", "feed.json", "--mapping", "mapping.toml"]);
    assert_eq!(harness::articles(&ran.stdout)[1]["title"], "C");
    // A page that shows a feed reads it as it is.
    folder.write(
        "whole.xml",
        "<rss><channel><item><title>T</title></item></channel></rss>",
    );
    let cards = folder.run(&["prerender", "whole.xml"]).fine();
    assert!(cards.contains(">T<"), "{cards}");
}

#[test]
fn every_shape_of_json() {
    let folder = Folder::new();
    for (name, contents) in [
        ("1.json", r#"[{"title": "1"}]"#),
        (
            "2.json",
            r#"{"version": "https://jsonfeed.org/version/1.1", "title": "F", "items": [{"id": "2", "content_html": "<p>2</p>"}]}"#,
        ),
        ("3.json", r#"{"value": [{"title": "3"}], "nextPage": 2}"#),
        ("4.json", r#"{"articles": [{"title": "4"}]}"#),
        (
            "5.json",
            "\u{FEFF}{\"items\": [{\"title\": \"5\", \"title\": \"6\"}]}",
        ),
        ("7.json", r#"{"name": "7", "id": 7}"#),
    ] {
        folder.write(name, contents);
    }
    let feed = folder.run(&["convert", "."]).articles();
    assert_eq!(each(&feed, "title"), ["1", "2", "3", "4", "6", "7"]);
    assert_eq!(
        feed[1],
        json!({"id": "2", "title": "2", "excerpt": "2", "provider": "F"})
    );
}

#[test]
fn foreign_items_by_a_mapping() {
    let folder = Folder::new();
    folder.write(
        "mapping.toml",
        "title = [\"head\", \"headline | html\"]\nregion = \"place.region\"\n\n[provider]\nname = \"source\"\n",
    );
    folder.write(
        "feed.json",
        r#"[{"headline": "<b>H</b>", "source": "S", "place": {"region": "North"}, "secured": "x"}]"#,
    );
    folder.write(
        "a.md",
        "---\nheadline: M\nplace: {region: South}\nurl: https://x.example/m\n---\n",
    );
    let feed = folder
        .run(&["convert", "feed.json", "a.md", "--mapping", "mapping.toml"])
        .articles();
    assert_eq!(each(&feed, "title"), ["H", "M"]);
    assert_eq!(each(&feed, "region"), ["North", "South"]);
    assert_eq!(feed[0]["provider"], json!({"name": "S"}));
    folder.write(
        "posts.json",
        r#"[{"id": 1, "title": {"rendered": "A &#038; <em>b</em>"}, "link": "https://a.example/1"}]"#,
    );
    let feed = folder
        .run(&["convert", "posts.json", "--mapping", "wordpress"])
        .articles();
    assert_eq!(each(&feed, "title"), ["A & b"]);
    for (mapping, message) in [
        (
            "title = ",
            "article-cards: mapping.toml is not TOML: TOML parse error at line 1, column 9",
        ),
        (
            "[provider]\nname = 1",
            "article-cards: mapping.toml: provider.name: expected a path in foreign items",
        ),
        (
            "topics = [\"tags\", \"tags[x].name\"]",
            "article-cards: mapping.toml: mapping: topics: \"tags[x].name\", character 6: expected a number",
        ),
    ] {
        folder.write("mapping.toml", mapping);
        let ran = folder.run(&["convert", "feed.json", "--mapping", "mapping.toml"]);
        assert_eq!(ran.status, 2);
        assert!(ran.stderr.starts_with(message), "{}", ran.stderr);
    }
}

/// What came whole counts, and the rest is a finding.
#[test]
fn a_document_that_is_cut_off() {
    let folder = Folder::new();
    for (document, line) in [
        (
            "[{\"title\": \"A\", \"quality\": \"x\"},\n {\"title\": \"B",
            2,
        ),
        (
            "{\"next\": 2, \"items\": [{\"title\": \"A\", \"quality\": \"x\"},\n ",
            2,
        ),
        (
            "{\"items\": [{\"title\": \"A\", \"quality\": \"x\"}\n], \"ne",
            2,
        ),
    ] {
        folder.write("feed.json", document);
        for command in ["check", "convert", "prerender"] {
            let ran = folder.run(&[command, "feed.json"]);
            assert_eq!(ran.status, 1, "{command}");
            let output = format!("{}{}", ran.stdout, ran.stderr);
            let finding = "feed.json: not JSON: the document ends too early";
            assert!(output.contains(finding), "{output}");
            let place = format!("only the articles before are read (line {line}, column ");
            assert!(output.contains(&place), "{output}");
            assert!(
                output.contains("article 0: quality: not a whole number"),
                "{output}"
            );
        }
        let ran = folder.run(&["convert", "feed.json"]);
        assert_eq!(
            harness::articles(&ran.stdout),
            [json!({"title": "A", "quality": "x"})]
        );
    }
    folder.write("feed.json", "[1, ");
    assert_eq!(folder.run(&["prerender", "feed.json"]).status, 2);
    folder.write("feed.json", "[{\"title\": \"A");
    assert_eq!(folder.run(&["convert", "feed.json"]).stdout, "");
    assert_eq!(folder.run(&["prerender", "feed.json"]).status, 2);
    folder.write("mapping.toml", "\"$items\" = \"data.posts\"");
    folder.write(
        "feed.json",
        r#"{"data": {"posts": [{"title": "A"}, {"title": "B"}], "x": ["#,
    );
    let ran = folder.run(&["convert", "feed.json", "--mapping", "mapping.toml"]);
    assert_eq!(ran.status, 1);
}
