//! RSS and Atom as people write them.
#![allow(missing_docs)]

mod common;

use std::fs;
use std::path::Path;
use std::rc::Rc;

use article_cards_core::feed::xml::{self, EncodingStandard};
use article_cards_core::feed::{Feed, Mapping, Options};
use article_cards_core::model::Article;
use article_cards_core::pipeline::Pipeline;
use article_cards_core::text::date;
use article_cards_core::text::url::UrlStandard;
use common::read;

const RSS: &str = "<rss version='2.0'><channel><title>Harbour Post</title>";

/// Reads a document without a URL.
fn read_alone(xml: impl AsRef<[u8]>) -> Feed {
    let mut feed = Feed::new(Options::default());
    feed.read(xml.as_ref(), None, &UrlStandard).unwrap();
    feed
}

/// Reads a file of `tests/fixtures/faults`.
fn fixture(name: &str) -> Feed {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/faults");
    read_alone(fs::read(folder.join(name)).unwrap())
}

/// Reads an item of RSS, from the inside of its element.
fn item(inside: &str) -> Rc<Article> {
    let feed = read(format!(
        "{RSS}<item><title>T</title>{inside}</item></channel></rss>"
    ))
    .unwrap();
    Rc::clone(feed.articles()[0].article())
}

/// Reads an entry of Atom, from the inside of its element.
fn entry(inside: &str) -> Rc<Article> {
    let feed = read(format!(
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>T</title>{inside}</entry></feed>"
    ));
    Rc::clone(feed.unwrap().articles()[0].article())
}

fn titles(feed: &Feed) -> Vec<&str> {
    let titles = feed.articles().iter();
    titles
        .map(|article| article.article().title.as_str())
        .collect()
}

fn messages(feed: &Feed) -> Vec<String> {
    feed.diagnostics().iter().map(ToString::to_string).collect()
}

fn urls(article: &Article) -> Vec<&str> {
    article
        .images
        .iter()
        .map(|image| image.url.as_str())
        .collect()
}

#[test]
fn a_declaration_behind_white_space() {
    let feed = fixture("blank-line-before-declaration.xml");
    assert_eq!(titles(&feed), ["Spring tide"]);
    assert_eq!(
        messages(&feed),
        ["white space or a comment before the XML declaration, at line 2"]
    );
    let latin = b"<!-- a -->\n<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><item><title>\xE9</title></item></channel></rss>";
    assert_eq!(titles(&read_alone(latin)), ["é"]);
}

#[test]
fn a_title_from_the_text() {
    let feed = fixture("item-without-title.xml");
    assert_eq!(titles(&feed), ["Boats lie dry & quiet."]);
    let words = "word ".repeat(40);
    let feed = read_alone(format!(
        "{RSS}<item><description>{words}</description></item>\
         <item><link>https://x.example/</link></item></channel></rss>"
    ));
    let title = titles(&feed)[0];
    assert!(
        title.ends_with("word…") && title.chars().count() <= 80,
        "{title}"
    );
    assert_eq!(
        messages(&feed),
        ["article 1: title: missing: the article is skipped"]
    );
}

#[test]
fn references_of_html() {
    let feed = fixture("html-entity.xml");
    assert_eq!(titles(&feed), ["Spring tide"]);
    assert_eq!(feed.articles()[0].excerpt.as_deref(), Some("It’s high."));
    assert_eq!(
        messages(&feed),
        ["article 0: `&nbsp;` is a reference of HTML, not of XML, at line 7"]
    );
    assert_eq!(titles(&fixture("number-146.xml")), ["Don’t wait"]);
}

#[test]
fn bare_ampersands_and_angles() {
    let feed = fixture("bare-ampersand.xml");
    assert_eq!(titles(&feed), ["Fish & chips", "Spring tide"]);
    let link = feed.articles()[0].web_url.as_deref();
    assert_eq!(link, Some("https://harbour.example/?a=1&b=2"));
    for (title, expected) in [
        ("a < b & c > d", "a < b & c > d"),
        ("1<2", "1<2"),
        ("a &b; c", "a &b; c"),
        ("a & b; c & d", "a & b; c & d"),
        ("<![CDATA[a & b < c]]>", "a & b < c"),
        ("x<!-- a -- b -->y", "xy"),
        ("x<!y>z", "xz"),
    ] {
        let feed = read_alone(format!(
            "{RSS}<item><title>{title}</title></item><item><title>U</title></item></channel></rss>"
        ));
        assert_eq!(titles(&feed), [expected, "U"], "{title}");
    }
}

#[test]
fn dates() {
    let dates = |feed: &Feed| -> Vec<String> {
        let dates = feed.articles().iter();
        dates
            .map(|article| date::format(article.published_at.unwrap()))
            .collect()
    };
    assert_eq!(
        dates(&fixture("dates-of-feeds.xml")),
        [
            "2009-09-06T16:20:00Z",
            "2016-01-25T09:35:20Z",
            "2020-05-25T04:45:26Z",
            "2024-09-12T10:00:00Z",
            "2024-09-10T10:00:00Z",
            "2024-09-12",
            "2024-09-12T08:00:00Z",
            "2022-11-15T23:38:15Z",
            "2021-01-29T16:42:00Z",
            "2020-01-10T14:33:00Z",
            "2024-09-12T10:00:00Z",
        ]
    );
    assert_eq!(
        dates(&fixture("dates-with-named-zones.xml")),
        [
            "2024-01-12T09:00:00Z",
            "2024-01-12T08:00:00Z",
            "2024-01-12T09:00:00Z",
            "2024-01-12T04:30:00Z",
            "2024-01-12T01:00:00Z",
            "2024-01-12T00:00:00Z",
            "2024-01-12T07:00:00Z",
        ]
    );
    // The first that can be read; a published one before an updated one.
    let article = entry(
        "<updated>2024-01-03</updated><published>soon</published><issued>2024-01-02</issued>",
    );
    assert_eq!(article.published_at, date::parse("2024-01-02"));
}

#[test]
fn prefixes_without_a_namespace() {
    let feed = fixture("undeclared-prefix.xml");
    assert_eq!(titles(&feed), ["Spring tide"]);
    assert_eq!(
        messages(&feed),
        ["the prefix \"slash\" has no namespace, at line 9"]
    );
    let article = item(
        "<dc:date>2024-01-02</dc:date><dc:subject>Sea</dc:subject><content:encoded>&lt;b&gt;X</content:encoded>\
         <media:thumbnail url='/a.png'/><itunes:duration>1:00</itunes:duration>",
    );
    assert_eq!(article.published_at, date::parse("2024-01-02"));
    assert_eq!(article.topics, ["Sea"]);
    assert_eq!(article.excerpt.as_deref(), Some("X"));
    assert_eq!(urls(&article), ["https://harbour.example/a.png"]);
    assert!(article.length.is_some());
}

#[test]
fn relative_urls() {
    let link = |feed: &Feed| feed.articles()[0].web_url.clone().unwrap();
    assert_eq!(
        link(&fixture("xml-base.xml")),
        "https://harbour.example/blog/tide"
    );
    let feed = fixture("relative-link-no-base.xml");
    assert_eq!(link(&feed), "https://harbour.example/tide");
    assert_eq!(urls(&feed.articles()[0]), ["https://harbour.example/t.jpg"]);
    // The document's URL takes precedence over the website, xml:base over both.
    let rss = "<rss><channel><link>https://y.example/</link><item><title>T</title><link>a</link></item></channel></rss>";
    assert_eq!(link(&read(rss).unwrap()), "https://harbour.example/news/a");
    let bases = "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/b/'><entry xml:base='c/'><title>T</title><link href='d'/></entry></feed>";
    assert_eq!(link(&read(bases).unwrap()), "https://harbour.example/b/c/d");
    let own = "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='self' href='https://x.example/a/feed'/><link href='https://y.example/'/><entry><title>T</title><link href='b'/></entry></feed>";
    assert_eq!(link(&read_alone(own)), "https://x.example/a/b");
}

#[test]
fn a_picture_of_the_text() {
    let feed = fixture("image-in-html.xml");
    assert_eq!(urls(&feed.articles()[0]), ["https://harbour.example/t.jpg"]);
    let text = "<description>&lt;img src='/1.gif' width='1' height='1'>&lt;img src='/b.png'></description>";
    assert_eq!(urls(&item(text)), ["https://harbour.example/b.png"]);
    // Named pictures come first.
    let named = format!("{text}<media:thumbnail url='/c.png'/>");
    assert_eq!(urls(&item(&named)), ["https://harbour.example/c.png"]);
    let xhtml = "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><img src='d.png' alt='D'/></div></content>";
    let article = entry(xhtml);
    assert_eq!(urls(&article), ["https://harbour.example/news/d.png"]);
    assert_eq!(article.images[0].title.as_deref(), Some("D"));
}

#[test]
fn namespaces_in_any_spelling() {
    assert_eq!(
        titles(&fixture("rss-in-another-namespace.xml")),
        ["Spring tide"]
    );
    for uri in [
        "http://backend.userland.com/RSS2",
        "http://purl.org/rss/1.0/",
        "http://my.netscape.com/rdf/simple/0.9/",
    ] {
        let rss =
            format!("<rss xmlns='{uri}'><channel><item><title>T</title></item></channel></rss>");
        let feed = read_alone(rss);
        assert_eq!(
            (titles(&feed), messages(&feed)),
            (vec!["T"], vec![]),
            "{uri}"
        );
    }
    for uri in [
        "https://www.w3.org/2005/Atom",
        "http://www.w3.org/2005/Atom/",
        "http://purl.org/atom/ns#",
    ] {
        let atom =
            format!("<a:feed xmlns:a='{uri}'><a:entry><a:title>T</a:title></a:entry></a:feed>");
        let feed = read_alone(atom);
        assert_eq!(
            (titles(&feed), messages(&feed)),
            (vec!["T"], vec![]),
            "{uri}"
        );
    }
    let unknown = read_alone("<feed xmlns='urn:x'><entry><title>T</title></entry></feed>");
    assert_eq!(titles(&unknown), ["T"]);
    assert_eq!(
        messages(&unknown),
        ["the namespace \"urn:x\" is none of RSS or Atom, at line 1"]
    );
    let error = read("\n<feed xmlns='urn:x'><thing/></feed>").unwrap_err();
    assert!(error.is_shape());
    assert_eq!((error.line(), error.column()), (Some(2), Some(1)));
}

#[test]
fn tags_in_titles() {
    assert_eq!(
        titles(&fixture("tags-in-rss-title.xml")),
        ["A high spring tide", "The <table> element"]
    );
    let feed = fixture("xhtml-words.xml");
    assert_eq!(titles(&feed), ["H2O in Spring"]);
    assert_eq!(
        feed.articles()[0].excerpt.as_deref(),
        Some("One two. Three")
    );
    for (title, expected) in [
        ("<title type='html'>a&lt;br>b &amp;lt;c></title>", "a b <c>"),
        ("<title type='text'>&lt;b>a&lt;/b></title>", "<b>a</b>"),
        ("<title>AT&amp;amp;T</title>", "AT&amp;T"),
        (
            "<title mode='base64' type='text/html'>PGI+YTwvYj4=</title>",
            "a",
        ),
    ] {
        let feed = read(format!(
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry>{title}</entry></feed>"
        ));
        assert_eq!(titles(&feed.unwrap()), [expected], "{title}");
    }
}

#[test]
fn podcasts() {
    let feed = fixture("podcast-cover.xml");
    let provider = feed.articles()[0].provider.clone().unwrap();
    assert_eq!(provider.images[0].url, "https://harbour.example/cover.jpg");
    let article = item(
        "<enclosure url='/e.mp3' type='audio/mpeg' length='1'/><itunes:image href='/e.jpg'/>\
         <itunes:duration>1:02:03</itunes:duration><itunes:keywords>Sea, Ships</itunes:keywords>",
    );
    assert_eq!(urls(&article), ["https://harbour.example/e.jpg"]);
    assert_eq!(article.topics, ["Sea", "Ships"]);
    assert_eq!(article.length.unwrap().seconds, 3723);
    // An episode without a page.
    assert_eq!(
        article.web_url.as_deref(),
        Some("https://harbour.example/e.mp3")
    );
}

#[test]
fn videos() {
    let feed = fixture("youtube.xml");
    let article = &feed.articles()[0];
    assert_eq!(article.kind, "video");
    assert_eq!(urls(article), ["https://i.ytimg.com/vi/abc/hqdefault.jpg"]);
    assert_eq!(
        article.web_url.as_deref(),
        Some("https://www.youtube.com/watch?v=abc")
    );
    let group = item(
        "<media:group><media:content url='/a.mp4' duration='754'/><media:content url='/a.jpg'/>\
         <media:description>A film</media:description></media:group>",
    );
    assert_eq!(group.kind, "video");
    assert_eq!(group.length.unwrap().seconds, 754);
    assert_eq!(urls(&group), ["https://harbour.example/a.jpg"]);
    assert_eq!(group.excerpt.as_deref(), Some("A film"));
}

#[test]
fn pictures_with_and_without_types() {
    for picture in [
        "<media:content url='/a.jpg' medium='image'/>",
        "<media:content url='/a.jpg' type='image/jpeg'/>",
        "<media:content url='/a.jpg'/>",
        "<media:group><media:content><media:thumbnail url='/a.jpg'/></media:content></media:group>",
        "<enclosure url='/a.jpg' type='image/jpeg'/>",
        "<enclosure url='/a.jpg'/>",
        "<image>/a.jpg</image>",
        "<image><url>/a.jpg</url></image>",
        "<itunes:image href='/a.jpg'/>",
    ] {
        assert_eq!(
            urls(&item(picture)),
            ["https://harbour.example/a.jpg"],
            "{picture}"
        );
    }
    for other in [
        "<enclosure url='/a.pdf' type='application/pdf'/>",
        "<enclosure url='/a.mp3'/>",
        "<media:content url='/a.mp4'/>",
    ] {
        assert!(urls(&item(other)).is_empty(), "{other}");
    }
    let sized = item("<media:content url='/i?id=1' width='600' height='auto'/>");
    assert_eq!(
        (sized.images[0].width, sized.images[0].height),
        (Some(600), None)
    );
}

#[test]
fn bytes_that_are_not_what_they_claim() {
    let feed = fixture("windows-1252-without-declaration.xml");
    assert_eq!(titles(&feed), ["Café “Tide”"]);
    assert_eq!(
        messages(&feed),
        ["bytes that are not UTF-8: they are read as windows-1252, at line 1"]
    );
    let declared = |encoding: &str, title: &[u8]| {
        let start = format!("<?xml version='1.0' encoding='{encoding}'?>{RSS}<item><title>");
        let end = b"</title></item></channel></rss>";
        read_alone([start.as_bytes(), title, end].concat())
    };
    for (encoding, title, expected) in [
        ("utf-8", b"\x93a\x94".as_slice(), "“a”"),
        ("us-ascii", b"\x93a\x94", "“a”"),
        ("iso-8859-1", b"\x93\xE9\x94", "“é”"),
        ("Shift_JIS", b"\x93\xFA\x96\x7B", "日本"),
        ("koi8-r", b"\xED\xCF\xD2\xC5", "Море"),
        ("klingon", "é".as_bytes(), "é"),
    ] {
        assert_eq!(titles(&declared(encoding, title)), [expected], "{encoding}");
    }
    let utf_16 = format!(
        "\u{feff}<?xml version='1.0' encoding='utf-16'?>{RSS}<item><title>é</title></item></channel></rss>"
    );
    let little: Vec<u8> = utf_16.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = utf_16.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(titles(&read_alone(little)), ["é"]);
    assert_eq!(titles(&read_alone(big)), ["é"]);
}

#[test]
fn control_characters() {
    let feed = read_alone(format!(
        "{RSS}<item><title>a\u{8}b&#11;c</title></item></channel></rss>"
    ));
    assert_eq!(titles(&feed), ["abc"]);
    assert_eq!(
        messages(&feed),
        ["article 0: a control character: it is left out, at line 1"]
    );
}

#[test]
fn guids() {
    let feed = fixture("one-guid-for-all.xml");
    assert_eq!(titles(&feed), ["Ebb", "Flood"]);
    let ids: Vec<_> = feed
        .articles()
        .iter()
        .map(|article| article.id().to_owned())
        .collect();
    assert_eq!(
        ids,
        [
            "https://harbour.example/ebb",
            "https://harbour.example/flood"
        ]
    );
    assert_eq!(
        messages(&feed)[0],
        "article 0: id: items of other links share the guid \"harbour\": it identifies none"
    );
    // The same article twice.
    let twice =
        "<item><title>T</title><link>https://x.example/</link><guid>1</guid></item>".repeat(2);
    let feed = read_alone(format!("{RSS}{twice}</channel></rss>"));
    assert_eq!(titles(&feed).len(), 1);
    let permanent = item("<guid>https://x.example/1</guid>");
    assert_eq!(permanent.web_url.as_deref(), Some("https://x.example/1"));
    let opaque = item("<guid isPermaLink='false'>https://x.example/1</guid>");
    assert_eq!(
        (opaque.web_url.as_deref(), opaque.id.as_str()),
        (None, "https://x.example/1")
    );
}

#[test]
fn languages() {
    let atom = |feed: &str, entry: &str| {
        let xml = format!(
            "<feed xmlns='http://www.w3.org/2005/Atom' {feed}><entry {entry}><title>T</title></entry></feed>"
        );
        read_alone(xml).articles()[0].locale.clone()
    };
    assert_eq!(atom("", ""), None);
    assert_eq!(atom("xml:lang='de'", "").as_deref(), Some("de"));
    assert_eq!(
        atom("xml:lang='de'", "xml:lang='en_US'").as_deref(),
        Some("en-US")
    );
    let rss = format!(
        "{RSS}<language>fr</language><item><title>T</title></item><item><title>U</title><dc:language>es</dc:language></item></channel></rss>"
    );
    let feed = read_alone(rss);
    assert_eq!(feed.articles()[0].locale.as_deref(), Some("fr"));
    assert_eq!(feed.articles()[1].locale.as_deref(), Some("es"));
}

#[test]
fn sources_and_authors() {
    let source = item("<source url='https://film.example/rss'>Film Weekly</source>");
    let provider = source.provider.clone().unwrap();
    assert_eq!(provider.name.as_deref(), Some("Film Weekly"));
    assert_eq!(provider.domain.as_deref(), Some("film.example"));
    let atom = entry(
        "<source><title>Film</title><link href='https://film.example/'/><icon>/i.png</icon></source>",
    );
    let provider = atom.provider.clone().unwrap();
    assert_eq!(provider.name.as_deref(), Some("Film"));
    assert_eq!(provider.domain.as_deref(), Some("film.example"));
    assert_eq!(provider.images[0].url, "https://harbour.example/i.png");
}

#[test]
fn next_pages() {
    let feed = read(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title><link rel='next' href='?p=2'/>\
         <entry><title>T</title></entry></feed>",
    );
    let mut feed = feed.unwrap();
    assert_eq!(
        feed.next_page(),
        Some("https://harbour.example/news/index.json?p=2")
    );
    assert_eq!(feed.title(), Some("F"));
    // Articles are counted over all pages.
    let second =
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>a & b</title></entry></feed>";
    let url = feed.next_page().map(str::to_owned);
    feed.read(second.as_bytes(), url.as_deref(), &UrlStandard)
        .unwrap();
    assert_eq!(
        messages(&feed),
        ["article 1: an `&` that begins no reference, at line 1"]
    );
}

#[test]
fn cut_off_documents() {
    let rss = format!("{RSS}<item><title>A</title></item><item><title>B");
    let feed = read_alone(rss);
    assert_eq!(titles(&feed), ["A"]);
    assert_eq!(
        messages(&feed),
        ["the document ends inside of <title>, at line 1"]
    );
    let closed = read_alone(format!("{RSS}<item><title>A</title></item>"));
    assert_eq!(titles(&closed), ["A"]);
    for (end, expected) in [
        // An item that is not closed ends at the next one, an element with its parent.
        (
            "<item><title>A</title><item><title>B</title></item>",
            ["A", "B"],
        ),
        (
            "<item><title>A<link>a</link></item><item><title>B</title></item>",
            ["Aa", "B"],
        ),
        (
            "<item><title>A</b></title></item><item><title>B</title></item>",
            ["A", "B"],
        ),
        (
            "<item><title>A</title <link>a</link></item><item><title>B</title></item>",
            ["A", "B"],
        ),
        (
            "<item><title>A</title><enclosure url=\"a type='x'></item><item><title>B</title></item>",
            ["A", "B"],
        ),
    ] {
        let feed = read_alone(format!("{RSS}{end}</channel></rss>"));
        assert_eq!(titles(&feed), expected, "{end}");
        assert!(feed.diagnostics().count() > 0, "{end}");
    }
}

#[test]
fn documents_without_articles() {
    for empty in [
        "<rss/>",
        "<rss><channel/></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'/>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>",
    ] {
        assert_eq!(read_alone(empty).articles().len(), 0, "{empty}");
    }
    for (xml, kind, message) in [
        (
            "\n<html><rss/></html>",
            "parse",
            "no known feed: a page of HTML was found instead of RSS, Atom or RDF, at line 2 column 1",
        ),
        (
            "<!doctype html><title>Log in",
            "parse",
            "no known feed: a page of HTML was found instead of RSS, Atom or RDF, at line 1 column 16",
        ),
        (
            "<!DOCTYPE HTML>",
            "parse",
            "no known feed: a page of HTML was found instead of RSS, Atom or RDF, at line 1 column 1",
        ),
        (
            "<opml/>",
            "shape",
            "no known feed: <opml> was found instead of RSS, Atom or RDF, at line 1 column 1",
        ),
        (
            "<",
            "parse",
            "not XML: the document ends before its first element",
        ),
        (
            "<!-- <rss/>",
            "parse",
            "not XML: the document ends before its first element",
        ),
    ] {
        let error = read(xml).unwrap_err();
        assert_eq!(
            (error.kind(), error.message().as_str()),
            (kind, message),
            "{xml}"
        );
    }
    let after =
        "<br /><b>Warning</b>: x<rss><channel><item><title>T</title></item></channel></rss><p>";
    assert_eq!(titles(&read_alone(after)), ["T"]);
}

#[test]
fn converted_by_another_module() {
    let rss = format!(
        "{RSS}<item><title>A & B</title><link>/a</link></item><item><link>/b</link></item></channel></rss>"
    );
    let url = Some(common::URL);
    let document = xml::read(rss.as_bytes(), url, &UrlStandard, &EncodingStandard).unwrap();
    // A mapping is for JSON that a page serves.
    let mapping = Mapping::new([("title", "excerpt")]);
    let options = Options {
        mapping,
        ..Options::default()
    };
    let mut pipeline = Pipeline::new(Feed::new(options));
    for piece in document.into_transfer().as_bytes().chunks(7) {
        pipeline.push(piece).unwrap();
    }
    pipeline.finish(url, &UrlStandard).unwrap();
    while pipeline.append_step().is_none() {}
    let converted = pipeline.into_feed();
    let read = read(&rss).unwrap();
    assert_eq!(converted.articles(), read.articles());
    assert_eq!(messages(&converted), messages(&read));
    // Such a document that is cut off is an error, like one with its mark inside.
    for broken in ["\x1e", "\x1e0\t\tx\n", "\x1e\n[", "[\x1e"] {
        let mut pipeline = Pipeline::new(Feed::default());
        let pushed = pipeline.push(broken.as_bytes());
        let finished = pushed.and_then(|()| pipeline.finish(None, &UrlStandard));
        assert!(finished.is_err_and(|error| error.is_parse()), "{broken:?}");
    }
}

#[test]
fn hostile_documents() {
    let entities =
        (1..30).map(|n| format!("<!ENTITY a{n} '{}'>", format!("&a{};", n - 1).repeat(10)));
    let entities: String = entities.collect();
    let bomb = format!("<!DOCTYPE rss [<!ENTITY a0 'aaaaaaaaaa'>{entities}]>");
    let feed = read_alone(format!(
        "{bomb}{RSS}<item><title>&a2;</title></item><item><title>&a29;&a29;</title></item></channel></rss>"
    ));
    let length: usize = titles(&feed).iter().map(|title| title.len()).sum();
    assert!(length < 2 << 20, "{length}");
    let error = read("<a>".repeat(400_000)).unwrap_err();
    assert!(error.message().contains("128"), "{error}");
    // Each of these takes minutes if its time is not linear.
    for piece in [
        "<",
        "<a ",
        "<!a",
        "&a",
        "<a b=\">",
        "<a \">\"",
        "</a <",
        "<![CDATA[",
        "<?a",
        "<!DOCTYPE a [",
        "<a><!-- ",
    ] {
        let xml = format!("{RSS}{}", piece.repeat(200_000));
        let _ = read(xml);
    }
    let prefixes: String = (0..50_000).map(|n| format!("<a{n}:b/>")).collect();
    assert!(read(format!("{RSS}{prefixes}")).is_ok());
    let attributes: String = (0..50_000).map(|n| format!(" xmlns:a{n}='b'")).collect();
    assert!(read(format!("<rss{attributes}>{prefixes}")).is_ok());
}
