//! Any XML is read without a panic, in whatever pieces it comes, and what is cut off costs one article.
#![allow(missing_docs)]

mod common;

use article_cards_core::error::Error;
use article_cards_core::feed::{DocumentReader, Feed, Options};
use article_cards_core::text::url::UrlStandard;
use common::{URL, read};
use proptest::collection::vec;
use proptest::prelude::*;

/// Pieces that cannot hide what follows them, well-formed or not.
const CONTAINED: [&str; 26] = [
    "<title>",
    "</title>",
    "<description>",
    "</description>",
    "<link>",
    "</link>",
    "<br>",
    "<content type='xhtml'>",
    "<media:content url='a.jpg'/>",
    "<x:y xmlns:x='urn:z' a=\"b\">",
    "</x:y>",
    "]]>",
    "-->",
    "&b;",
    "&amp;",
    "&nbsp;",
    "&",
    "<guid>1</guid>",
    "< ",
    ">",
    "tide",
    "é",
    "\u{feff}",
    "\u{1}",
    "\n",
    "=",
];

/// Pieces that begin or end something.
const OPEN: [&str; 18] = [
    "<?xml version='1.0' encoding='utf-8'?>",
    "<rss>",
    "<channel>",
    "<item>",
    "</item>",
    "</channel>",
    "<feed xmlns='http://www.w3.org/2005/Atom'>",
    "<entry>",
    "</entry>",
    "<![CDATA[",
    "<!--",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "<",
    "\"",
    "'",
    "/>",
    "<p",
    "<a b=\"c>",
];

fn contained() -> impl Strategy<Value = String> {
    vec(prop::sample::select(CONTAINED.to_vec()), 0..20).prop_map(|pieces| pieces.concat())
}

fn any_pieces() -> impl Strategy<Value = String> {
    let pieces = [CONTAINED.as_slice(), &OPEN].concat();
    vec(prop::sample::select(pieces), 0..40).prop_map(|pieces| pieces.concat())
}

fn in_pieces(bytes: &[u8], length: usize) -> Result<Feed, Error> {
    let mut feed = Feed::new(Options::default());
    let mut document = DocumentReader::new(feed.options());
    for piece in bytes.chunks(length) {
        document.push(piece)?;
    }
    let mut document = document.finish(Some(URL), &UrlStandard)?;
    while feed.append(&mut document, 1).is_none() {}
    Ok(feed)
}

/// A feed with everything that can be cut in two.
const FEED: &str = "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>
<!DOCTYPE rss [<!ENTITY own 'Own'>]>
<rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>Häfen</title>
<link>https://harbour.example/</link>
<item><title>Ebbe &amp; Flut</title><link>https://harbour.example/1</link>
<description><![CDATA[<p>Größe</p>]]></description><media:content url=\"/a.jpg\" width=\"6\"/></item>
<!-- a comment -->
<item><title>&own; &#8217; 日本</title><guid>x</guid><category>See</category></item>
<item><title>Dritter</title></item>
</channel></rss>";

#[test]
fn cut_off_anywhere() {
    let whole = read(FEED).unwrap();
    assert_eq!(whole.articles().len(), 3);
    let mut counts = Vec::new();
    for end in 0..FEED.len() {
        let Ok(part) = read(&FEED.as_bytes()[..end]) else {
            continue;
        };
        for (own, article) in part.articles().iter().zip(whole.articles()) {
            assert_eq!(own, article, "{end}");
        }
        assert!(part.diagnostics().count() > 0, "{end}");
        counts.push(part.articles().len());
    }
    assert!(counts.is_sorted());
    assert_eq!(counts.last(), Some(&3));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_document_is_read(xml in any_pieces()) {
        let whole = read(&xml);
        for length in [1, 7] {
            match (&whole, in_pieces(xml.as_bytes(), length)) {
                (Ok(whole), Ok(pieces)) => prop_assert_eq!(whole, &pieces),
                (Err(whole), Err(pieces)) => prop_assert_eq!(whole.message(), pieces.message()),
                (whole, pieces) => prop_assert!(false, "{:?} {:?}", whole, pieces),
            }
        }
    }

    #[test]
    fn a_fault_costs_one_article(fault in contained()) {
        let items = |text: &str| format!(
            "<rss><channel><item><title>A</title></item><item><title>{text}</title></item>\
             <item><title>C</title></item></channel></rss>"
        );
        let feed = read(items(&fault)).unwrap();
        let titles: Vec<_> = feed.articles().iter().map(|it| it.article().title.clone()).collect();
        prop_assert_eq!(titles.first().map(String::as_str), Some("A"));
        prop_assert_eq!(titles.last().map(String::as_str), Some("C"));
    }
}
