//! Any mapping, and any document that is read with it: no panic, the same in whatever pieces the
//! document comes, and nothing of what is always discarded.
#![no_main]

use article_cards_core::error::Error;
use article_cards_core::feed::entries::{EntryReader, text};
use article_cards_core::feed::xml;
use article_cards_core::feed::{DocumentReader, Feed, Mapping, Options};
use article_cards_core::text::url::UrlStandard;
use libfuzzer_sys::fuzz_target;

const URL: &str = "https://harbour.example/news/index.json";

fn in_pieces(mapping: &Mapping, bytes: &[u8], length: usize) -> Result<Feed, Error> {
    let mapping = mapping.clone();
    let mut feed = Feed::new(Options {
        mapping,
        ..Options::default()
    });
    let mut document = DocumentReader::new(feed.options());
    for piece in bytes.chunks(length.max(1)) {
        document.push(piece)?;
    }
    let mut document = document.finish(Some(URL), &UrlStandard)?;
    while feed.append(&mut document, 3).is_none() {}
    Ok(feed)
}

/// Reads a document whole and in pieces. Returns the articles and diagnostics as text.
fn read(mapping: &Mapping, bytes: &[u8]) -> Option<String> {
    let whole = in_pieces(mapping, bytes, bytes.len());
    match (&whole, in_pieces(mapping, bytes, 1)) {
        (Ok(whole), Ok(pieces)) => assert_eq!(whole, &pieces),
        (Err(whole), Err(pieces)) => assert_eq!(whole.message(), pieces.message()),
        (whole, pieces) => panic!("{whole:?}\n{pieces:?}"),
    }
    let feed = whole.ok()?;
    let articles: Vec<_> = feed.articles().iter().map(|it| (**it).clone()).collect();
    Some(format!("{articles:?}{:?}", feed.diagnostics().as_slice()))
}

fuzz_target!(|input: &str| {
    let (json, document) = input.split_once('\n').unwrap_or((input, "[]"));
    // An object of expressions, or a single expression.
    let mapping = match json.trim_start().starts_with('{') {
        true => Mapping::from_json(json),
        false => Mapping::new([
            ("title", json),
            ("topics", json),
            ("images", json),
            ("region", json),
        ]),
    };
    if let Some(error) = mapping.error() {
        assert!(error.starts_with("mapping: "), "{error}");
        // It applies to JSON only.
        if xml::is_xml(document.as_bytes()) != Some(true) {
            assert!(in_pieces(&mapping, document.as_bytes(), document.len()).is_err());
        }
        return;
    }
    read(&mapping, document.as_bytes());
    let reader = EntryReader {
        mapping: &mapping,
        url: Some(URL),
    };
    let _ = reader.read(&text(document.as_bytes()), &mut |entry| {
        let Some(normalized) = entry.normalized else {
            return;
        };
        let json: serde_json::Value = serde_json::from_str(&normalized.json()).expect("valid JSON");
        assert!(json.get("secured").is_none() && json.get("featuredContent").is_none());
    });
    // Whatever the mapping is, it reads nothing that is discarded.
    let hidden = r#"{"b": ["HIDDEN", {"rendered": "HIDDEN"}], "name": "HIDDEN"}"#;
    let item = format!(
        r#"[{{"title": "A", "secured": {hidden}, "featuredContent": {hidden}, "a": {{"secured": {hidden}}}}}]"#
    );
    if !input.contains("HIDDEN") {
        let articles = read(&mapping, item.as_bytes()).unwrap_or_default();
        assert!(!articles.contains("HIDDEN"), "{articles}");
    }
});
