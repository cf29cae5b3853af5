//! Interactions with a card.

use std::cell::RefCell;
use std::rc::Rc;

use article_cards::components::{ArticleCard, ArticleCardProps, CardClick};
use article_cards::model::{Article, Image, Provider, Related};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::{AttrValue, Callback, props};

use crate::page::{Mounted, settle};

fn article() -> Article {
    Article {
        id: "a".into(),
        title: "T".into(),
        web_url: Some("https://pier.example/a".into()),
        provider: Some(Provider {
            name: Some("Pier".into()),
            domain: Some("pier.example".into()),
            images: vec![Image {
                url: "data:image/png;base64,AAAA".into(),
                ..Image::default()
            }],
        }),
        topics: (0..5).map(|n| format!("t{n}")).collect(),
        related: (0..5)
            .map(|n| Related {
                title: format!("r{n}"),
                web_url: Some(format!("https://pier.example/r{n}")),
                ..Related::default()
            })
            .collect(),
        ..Article::default()
    }
}

#[wasm_bindgen_test]
async fn links_topics_and_providers_emit_events() {
    let received = Rc::new(RefCell::new(Vec::new()));
    let record = |name: &'static str| {
        let received = Rc::clone(&received);
        Callback::from(move |what: AttrValue| received.borrow_mut().push(format!("{name} {what}")))
    };
    let on_click = {
        let received = record("link");
        Callback::from(move |click: CardClick| {
            click.event.prevent_default();
            received.emit(click.url);
        })
    };
    let mounted = Mounted::<ArticleCard>::new(props!(ArticleCardProps {
        article: Rc::new(article()),
        related_open: true,
        on_click: Some(on_click),
        on_topic: Some(record("topic")),
        on_provider: Some(record("provider")),
    }));
    mounted.until(".ac-card", 1).await;
    mounted.one(".ac-card-link").click();
    mounted.one(".ac-topic").click();
    mounted.one(".ac-x-byline button").click();
    mounted.one(".ac-related-item a").click();
    settle().await;
    let expected = [
        "link https://pier.example/a",
        "topic t0",
        "provider Pier",
        "link https://pier.example/r0",
    ];
    assert_eq!(*received.borrow(), expected);
}

#[wasm_bindgen_test]
async fn expanded_content_takes_the_focus() {
    let mounted = Mounted::<ArticleCard>::new(props!(ArticleCardProps {
        article: Rc::new(article()),
        related_open: true,
        on_topic: Some(Callback::noop()),
    }));
    mounted.until(".ac-card", 1).await;
    let focused = || {
        let page = web_sys::window().unwrap().document().unwrap();
        page.active_element()
            .and_then(|element| element.text_content())
            .unwrap_or_default()
    };
    mounted.one(".ac-x-more-topics").click();
    mounted.until(".ac-topic", 5).await;
    assert_eq!(focused(), "t3");
    mounted.one(".ac-x-more-related").click();
    mounted.until(".ac-related-item", 5).await;
    assert_eq!(focused(), "r3");
}

#[wasm_bindgen_test]
async fn a_broken_icon_becomes_an_initial_and_a_good_one_comes_back() {
    let icon = |url: &str| {
        let mut article = article();
        if let Some(provider) = &mut article.provider {
            provider.images[0].url = url.into();
        }
        props!(ArticleCardProps {
            article: Rc::new(article)
        })
    };
    let mut mounted = Mounted::<ArticleCard>::new(icon("data:image/png;base64,AAAA"));
    // Below the output of the test runner, Firefox would not load a lazy picture.
    mounted.until(".ac-card", 1).await;
    mounted.root.scroll_into_view();
    mounted
        .until(".ac-card-provider-icon[data-fallback]", 1)
        .await;
    assert_eq!(mounted.texts(".ac-x-byline .ac-card-provider-icon"), ["P"]);
    mounted.update(icon(
        "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
    ));
    mounted
        .until(".ac-x-byline img.ac-card-provider-icon", 1)
        .await;
}
