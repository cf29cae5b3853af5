//! What a server renders of a list, for a browser that hydrates it.
#![cfg(feature = "ssr")]

use std::rc::Rc;

use article_cards::feed::{Feed, Options};
use article_cards::text::url::UrlStandard;
use article_cards::{ArticleCards, ArticleCardsProps, GroupBy, Loading, Paging};
use yew::{ServerRenderer, props};

const FEED: &str = r#"[
    {"title": "Tides of the north", "webUrl": "tides", "publishedDateTime": "2026-03-02T08:00:00Z", "topics": ["Sea"]},
    {"title": "Wind farms", "webUrl": "wind", "publishedDateTime": "2026-01-20T17:45:00Z", "topics": ["Wind"]}
]"#;

fn feed() -> Rc<Feed> {
    let mut feed = Feed::new(Options::default());
    let url = Some("https://pier.example/index.json");
    feed.read(FEED.as_bytes(), url, &UrlStandard).unwrap();
    Rc::new(feed)
}

async fn html(props: fn() -> ArticleCardsProps) -> String {
    ServerRenderer::<ArticleCards>::with_props(props)
        .render()
        .await
}

#[tokio::test]
async fn a_feed_that_is_loaded_is_rendered_as_cards() {
    let html = html(|| props!(ArticleCardsProps { feed: feed() })).await;
    let first = html.find("Tides of the north").unwrap();
    let second = html.find("Wind farms").unwrap();
    assert!(first < second);
    assert!(html.contains(r#"href="https://pier.example/tides""#));
    assert!(html.contains("2 articles"));
    assert!(html.contains(r#"data-value="Sea""#));
    assert!(!html.contains("ac-skeleton"));
    // What depends on the time of the render is the same at any time.
    assert!(html.contains("2 Mar 2026"), "{html}");
    assert!(html.contains("Last 7 days"));
}

#[tokio::test]
async fn the_query_of_the_props_is_answered() {
    let html = html(|| {
        props!(ArticleCardsProps {
            feed: feed(),
            filter: "topics=Wind",
            group_by: GroupBy::Month
        })
    })
    .await;
    assert!(html.contains("1 article"));
    assert!(html.contains("Wind farms"));
    assert!(html.contains("January 2026"), "{html}");
    assert!(!html.contains("Tides of the north"));
}

#[tokio::test]
async fn what_only_a_browser_has_is_not_asked_for() {
    let html = html(|| {
        props!(ArticleCardsProps {
            src: "news.json",
            page_src: "news-{page}.json",
            url_state: "news-",
            remember: "news",
            search_input: "#search",
            languages: "languages",
            locale: "de",
            time_zone: "Europe/Berlin",
            layouts: "grid,list",
            refresh: 60,
            loading: Loading::Lazy,
            paging: Paging::Infinite,
        })
    })
    .await;
    assert!(html.contains("ac-skeleton"), "{html}");
}
