//! Any bytes as a feed: no panic, the same in whatever pieces they come, and nothing in it that may
//! not be there.
#![no_main]

use std::collections::HashSet;

use article_cards_core::error::Error;
use article_cards_core::feed::{DocumentReader, Feed, Options, write};
use article_cards_core::model::{Article, Image, Provider};
use article_cards_core::text::url::UrlStandard;
use libfuzzer_sys::fuzz_target;

const URL: &str = "https://harbour.example/news/index.json";

const IMAGES: [&str; 5] = ["png", "jpeg", "webp", "gif", "avif"];

fn whole(bytes: &[u8]) -> Result<Feed, Error> {
    let mut feed = Feed::new(Options::default());
    feed.read(bytes, Some(URL), &UrlStandard)?;
    Ok(feed)
}

/// Read in pieces, and taken in parts.
fn in_pieces(bytes: &[u8], lengths: impl Iterator<Item = usize>) -> Result<Feed, Error> {
    let mut feed = Feed::new(Options::default());
    let mut document = DocumentReader::new(feed.options());
    let mut rest = bytes;
    for length in lengths {
        let (piece, after) = rest.split_at(length.min(rest.len()));
        document.push(piece)?;
        rest = after;
    }
    document.push(rest)?;
    let mut arrived = document.finish(Some(URL), &UrlStandard)?;
    while feed.append(&mut arrived, 3).is_none() {}
    Ok(feed)
}

fn same(whole: &Result<Feed, Error>, pieces: &Result<Feed, Error>) {
    match (whole, pieces) {
        (Ok(whole), Ok(pieces)) => assert_eq!(whole, pieces),
        (Err(whole), Err(pieces)) => {
            assert_eq!(
                (whole.kind(), whole.message()),
                (pieces.kind(), pieces.message())
            );
        }
        _ => panic!("{whole:?}\n{pieces:?}"),
    }
}

fn check_links<'a>(links: impl IntoIterator<Item = &'a Option<String>>) {
    for link in links.into_iter().flatten() {
        assert!(
            link.starts_with("https://") || link.starts_with("http://"),
            "{link}"
        );
    }
}

fn check_images(images: &[Image]) {
    for image in images {
        // The type is in any letters.
        match image.url.to_ascii_lowercase().strip_prefix("data:image/") {
            Some(data) => assert!(
                IMAGES.iter().any(|kind| data.starts_with(kind)),
                "{image:?}"
            ),
            None => check_links([&Some(image.url.clone())]),
        }
    }
}

fn check_provider(provider: &Option<Provider>) {
    check_images(provider.as_ref().map_or(&[], |provider| &provider.images));
}

fn check(article: &Article) {
    assert!(!article.title.trim().is_empty());
    check_links([&article.web_url, &article.original_url]);
    check_images(&article.images);
    check_provider(&article.provider);
    for related in &article.related {
        assert!(!related.title.trim().is_empty());
        check_links([&related.web_url, &related.original_url]);
        check_images(&related.images);
        check_provider(&related.provider);
    }
}

fuzz_target!(|bytes: &[u8]| {
    let read = whole(bytes);
    same(
        &read,
        &in_pieces(bytes, bytes.iter().map(|byte| usize::from(byte % 32))),
    );
    same(&read, &in_pieces(bytes, bytes.iter().map(|_| 1)));
    let Ok(feed) = read else {
        return;
    };
    let mut ids = HashSet::new();
    for entry in feed.articles() {
        check(entry);
        assert!(ids.insert(entry.id()), "twice: {}", entry.id());
        assert_eq!(feed.article(entry.id()), Some(entry));
    }
    // What is written is read as it was, but for its place.
    let articles = feed.articles().iter().enumerate();
    let articles: Vec<Article> = articles
        .map(|(position, entry)| Article {
            position,
            ..(**entry.article()).clone()
        })
        .collect();
    let written = write(&articles);
    let again = whole(written.as_bytes()).expect("what was written is a feed");
    let again: Vec<Article> = again.articles().iter().map(|it| (**it).clone()).collect();
    assert_eq!(again, articles, "{written}");
});
