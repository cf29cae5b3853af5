//! Any bytes as a feed of XML: no panic, the same in whatever pieces they come, and each article and
//! each fault at a line of the document.
#![no_main]

use article_cards_core::error::Error;
use article_cards_core::feed::xml::{self, EncodingStandard};
use article_cards_core::feed::{DiagnosticKind, DocumentReader, Feed, Options};
use article_cards_core::text::url::UrlStandard;
use libfuzzer_sys::fuzz_target;

const URL: &str = "https://harbour.example/news/feed.xml";

fn in_pieces(bytes: &[u8], length: usize) -> Result<Feed, Error> {
    let mut feed = Feed::new(Options::default());
    let mut document = DocumentReader::new(feed.options());
    for piece in bytes.chunks(length) {
        document.push(piece)?;
    }
    let mut document = document.finish(Some(URL), &UrlStandard)?;
    while feed.append(&mut document, 3).is_none() {}
    Ok(feed)
}

fuzz_target!(|bytes: &[u8]| {
    if xml::is_xml(bytes) != Some(true) {
        return;
    }
    let whole = in_pieces(bytes, bytes.len());
    match (&whole, in_pieces(bytes, 1)) {
        (Ok(whole), Ok(pieces)) => assert_eq!(whole, &pieces),
        (Err(whole), Err(pieces)) => assert_eq!(whole.message(), pieces.message()),
        (whole, pieces) => panic!("{whole:?}\n{pieces:?}"),
    }
    let Ok(document) = xml::read(bytes, None, &UrlStandard, &EncodingStandard) else {
        return;
    };
    let lines = 1 + bytes.iter().filter(|byte| **byte == b'\n').count();
    assert!(document.lines.is_sorted());
    assert!(document.lines.iter().all(|line| (1..=lines).contains(line)));
    for diagnostic in &document.diagnostics {
        assert!(
            diagnostic
                .index
                .is_none_or(|index| index < document.lines.len())
        );
        if let DiagnosticKind::Xml(_, line) = diagnostic.kind {
            assert!((1..=lines).contains(&line), "{diagnostic}");
        }
    }
    let json: serde_json::Value = serde_json::from_str(&document.json).expect("valid JSON");
    let articles = json["articles"].as_array().expect("a list");
    assert_eq!(articles.len(), document.lines.len());
});
