//! Any bytes are read without a panic. Any article is written and read as it was.
#![allow(missing_docs)]

mod common;

use article_cards_core::feed::{DocumentReader, Feed, Options, write};
use article_cards_core::model::{Article, Day, Duration, Image, Provider, Published, Related};
use article_cards_core::text::url::UrlStandard;
use article_cards_core::text::{self, date};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

/// Plain text, not blank, with characters that must be escaped when it is written.
fn plain() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Z]{1,6}",
        "\\PC{1,4}",
        Just("&amp;".to_owned()),
        Just("&lt".to_owned()),
        Just("&#8217;".to_owned()),
        Just("&notit;".to_owned()),
        Just("<b>\"\\".to_owned()),
        Just("日本\u{1f600}".to_owned()),
    ];
    vec(piece, 1..5)
        .prop_map(|pieces| pieces.join(" "))
        .prop_map(|text| {
            text.split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .replace('\u{feff}', "")
        })
        .prop_map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
        .prop_filter("blank", |text| !text.is_empty())
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    vec(plain(), 0..4).prop_map(|mut texts| {
        let mut seen = std::collections::HashSet::new();
        texts.retain(|text| seen.insert(text.clone()));
        texts
    })
}

fn url() -> impl Strategy<Value = String> {
    "https://[a-z]{1,8}\\.example/[a-z]{0,5}(\\?q=[a-z&=]{0,5})?"
}

fn published() -> impl Strategy<Value = Published> {
    prop_oneof![
        (-60_000_000_000_000_i64..250_000_000_000_000).prop_map(Published::At),
        (0..=9999_u16, 1..=12_u8, 1..=28_u8).prop_map(|(year, month, day)| Published::On(Day {
            year,
            month,
            day
        })),
    ]
}

fn image() -> impl Strategy<Value = Image> {
    (
        url(),
        of(1..9999_u32),
        of(1..9999_u32),
        of(plain()),
        of(plain()),
        any::<bool>(),
    )
        .prop_map(
            |(url, width, height, title, attribution, is_cached)| Image {
                url,
                width,
                height,
                title,
                attribution,
                is_cached,
            },
        )
}

fn provider() -> impl Strategy<Value = Provider> {
    (of(plain()), "[a-z]{1,9}\\.example", vec(image(), 0..2)).prop_map(|(name, domain, images)| {
        Provider {
            name,
            domain: Some(domain),
            images,
        }
    })
}

fn related() -> impl Strategy<Value = Related> {
    (
        plain(),
        of(plain()),
        of(published()),
        of(url()),
        of(url()),
        plain(),
        of(provider()),
        of(0..200_u64),
        vec(image(), 0..2),
    )
        .prop_map(
            |(
                title,
                excerpt,
                published_at,
                web_url,
                original_url,
                kind,
                provider,
                quality,
                images,
            )| Related {
                title,
                excerpt,
                published_at,
                web_url,
                original_url,
                kind,
                provider,
                quality,
                images,
            },
        )
}

fn article() -> impl Strategy<Value = Article> {
    let texts_part = (
        plain(),
        of(plain()),
        plain(),
        texts(),
        texts(),
        (texts(), texts()),
        of(plain()),
    );
    let links = (
        of(url()),
        of(url()),
        of(published()),
        of(provider()),
        vec(image(), 0..3),
        vec(related(), 0..3),
    );
    let numbers = (
        of(0..9_007_199_254_740_991_u64),
        of(0..200_u64),
        of(0..200_u64),
        any::<bool>(),
        of((0..99_u32, 0..999_999_u64)),
        of("[a-z]{2}(-[A-Z]{2})?"),
    );
    (texts_part, links, numbers).prop_map(
        |(
            (title, excerpt, kind, categories, topics, (levels, authors), price),
            (web_url, original_url, published_at, provider, images, related),
            (quality, heat, members, published, length, locale),
        )| Article {
            title,
            excerpt,
            kind,
            categories,
            topics,
            authors,
            levels,
            price,
            web_url,
            original_url,
            published_at,
            provider,
            images,
            related,
            quality,
            heat,
            members,
            published,
            locale,
            length: length.map(|(months, seconds)| Duration { months, seconds }),
            ..Article::default()
        },
    )
}

/// Valid JSON of any form under the names that are read.
fn near_feed() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        Just("1e999".to_owned()),
        "-?[0-9]{1,20}",
        Just(r#""\ud800""#.to_owned()),
        Just(r#""javascript:alert(1)""#.to_owned()),
        Just(r#""&#0;&ampx""#.to_owned()),
        Just(r#""2023-13-45T99:99""#.to_owned()),
        "\"[a-zA-Z:/ &#;.]{0,12}\"",
    ];
    let name = proptest::sample::select(vec![
        "id",
        "title",
        "name",
        "webUrl",
        "images",
        "url",
        "width",
        "provider",
        "domain",
        "related",
        "topics",
        "value",
        "items",
        "articles",
        "version",
        "nextPage",
        "publishedDateTime",
        "length",
        "quality",
        "locale",
        "content_html",
        "authors",
        "label",
        "image",
        "source",
        "date",
        "draft",
        "link",
        "x",
    ]);
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(|list| format!("[{}]", list.join(","))),
            vec((name.clone(), inner), 0..6).prop_map(|pairs| {
                let pairs: Vec<String> = pairs
                    .iter()
                    .map(|(key, value)| format!("{key:?}:{value}"))
                    .collect();
                format!("{{{}}}", pairs.join(","))
            }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn articles_read_back_as_they_were_written(mut articles in vec(article(), 0..4)) {
        for (position, article) in articles.iter_mut().enumerate() {
            article.position = position;
            article.id = format!("a/{position}");
        }
        let mut feed = Feed::new(Options::default());
        feed.read(write(&articles).as_bytes(), None, &UrlStandard).unwrap();
        prop_assert_eq!(feed.diagnostics().as_slice(), &[]);
        let read: Vec<Article> = feed.articles().iter().map(|article| (**article).clone()).collect();
        prop_assert_eq!(read, articles);
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in vec(any::<u8>(), 0..300)) {
        let _ = common::read(bytes);
    }

    #[test]
    fn any_near_feed_keeps_what_is_good(json in near_feed()) {
        if let Ok(feed) = common::read(&json) {
            for article in feed.articles() {
                prop_assert!(!article.title.trim().is_empty());
                for url in [&article.web_url, &article.original_url].into_iter().flatten() {
                    prop_assert!(url.starts_with("http://") || url.starts_with("https://"));
                }
            }
            // An article in front of them is never lost.
            let with_good = format!(r#"[{{"id":"good and unlike","title":"Good"}},{json}]"#);
            let feed = common::read(with_good).unwrap();
            prop_assert_eq!(feed.articles()[0].title.as_str(), "Good");
        }
    }

    #[test]
    fn it_matters_not_in_which_pieces_a_document_comes(
        json in prop_oneof![near_feed().boxed(), "[\\[\\]{},:\"\\\\0-9é\n a]{0,60}".boxed()],
        mark in any::<bool>(),
        cuts in vec(0..400_usize, 0..6),
        parts in 1..5_usize,
    ) {
        let json = format!("{}{json}", if mark { "\u{feff}" } else { "" });
        let whole = common::read(&json);
        let mut pieces: Vec<&[u8]> = Vec::new();
        let mut rest = json.as_bytes();
        for cut in cuts {
            let (piece, after) = rest.split_at(cut.min(rest.len()));
            pieces.push(piece);
            rest = after;
        }
        pieces.push(rest);
        let mut feed = Feed::new(Options::default());
        let mut document = DocumentReader::new(feed.options());
        let arrived = pieces
            .into_iter()
            .try_for_each(|piece| document.push(piece))
            .and_then(|()| document.finish(Some(common::URL), &UrlStandard));
        match (whole, arrived) {
            (Ok(whole), Ok(mut arrived)) => {
                while feed.append(&mut arrived, parts).is_none() {}
                prop_assert_eq!(feed, whole);
            }
            (Err(whole), Err(error)) => {
                prop_assert_eq!(error.kind(), whole.kind());
                prop_assert_eq!(error.message(), whole.message());
            }
            (whole, arrived) => prop_assert!(false, "{whole:?} {arrived:?}"),
        }
    }

    #[test]
    fn dates_are_read_back(published in published()) {
        prop_assert_eq!(date::parse(&date::format(published)), Some(published));
    }

    #[test]
    fn tidying_is_done_once_and_for_all(written in "\\PC{0,40}") {
        let plain = text::plain(&written).into_owned();
        let escaped = text::escape_references(&plain).into_owned();
        prop_assert_eq!(text::plain(&escaped).into_owned(), plain);
    }
}
