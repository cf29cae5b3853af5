//! Any text as the text of an article, and its first line as a query: no panic, no range within a
//! character, correct counts.
#![no_main]

use std::ops::Range;

use article_cards_core::feed::{Feed, Options, write};
use article_cards_core::model::Article;
use article_cards_core::search::{Index, QueryState, excerpt_start};
use article_cards_core::text::url::UrlStandard;
use article_cards_core::text::{escape_references, first_words, plain, without_tags};
use libfuzzer_sys::fuzz_target;

fn is_space(char: char) -> bool {
    char.is_whitespace() || char == '\u{feff}'
}

fn check_plain(text: &str) {
    assert_eq!(text.trim_matches(is_space), text);
    assert!(!text.contains("  "), "{text:?}");
    assert!(text.chars().all(|char| char == ' ' || !is_space(char)));
}

fn check_marks(text: &str, marks: &[Range<usize>]) {
    let mut end = 0;
    for mark in marks {
        assert!(
            text.get(mark.clone())
                .is_some_and(|marked| !marked.is_empty())
        );
        assert!(end == 0 || mark.start > end, "{marks:?}");
        end = mark.end;
    }
    for most in [0, 1, 7, 100] {
        assert!(text.is_char_boundary(excerpt_start(text, marks, most)));
    }
}

fuzz_target!(|written: &str| {
    let text = plain(written);
    check_plain(&text);
    assert_eq!(plain(&escape_references(&text)), text);
    check_plain(&without_tags(written));
    for most in [0, 1, 2, 17, 200] {
        let words = first_words(&text, most);
        assert!(words.chars().count() <= most, "{words}");
        let prefix = words.strip_suffix('…').unwrap_or(&words);
        assert!(text.starts_with(prefix));
    }

    let (query, rest) = written.split_once('\n').unwrap_or((written, written));
    let (rest, text) = (plain(rest).into_owned(), text.into_owned());
    if rest.is_empty() || text.is_empty() {
        return;
    }
    let articles = [(&text, &rest), (&rest, &text)].map(|(title, topic)| Article {
        id: title.clone(),
        title: title.clone(),
        topics: vec![topic.clone()],
        ..Article::default()
    });
    let mut feed = Feed::new(Options::default());
    feed.read(write(&articles).as_bytes(), None, &UrlStandard)
        .expect("a written feed is valid");
    let index = Index::new(&feed);
    let state = QueryState {
        query: query.to_owned(),
        ..QueryState::default()
    };
    let highlighter = index.highlighter(&state);
    for text in [written, &text, &rest] {
        check_marks(text, &highlighter.marks(text));
    }
    let results = index.search(&state);
    let ids = results.ids();
    assert_eq!(results.total(), ids.len());
    for facet in results
        .facets()
        .iter()
        .filter(|facet| facet.field == "topics")
    {
        for value in &facet.values {
            let has = |id: &&&str| {
                let article = feed
                    .article(id)
                    .expect("a result is an article of the feed");
                article.topics.iter().any(|topic| **topic == *value.value)
            };
            assert_eq!(value.count, ids.iter().filter(has).count());
        }
    }
});
