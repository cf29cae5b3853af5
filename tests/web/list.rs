//! Lists that load a feed.

use std::cell::RefCell;
use std::rc::Rc;

use article_cards::browser::BrowserUrl;
use article_cards::components::{
    ArticleCards, ArticleCardsProps, CardClick, Layout, LoadEvent, Theme,
};
use article_cards::error::Error;
use article_cards::feed::{Feed, Options};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;
use yew::{Callback, html, props};

use crate::page::{Mounted, Server, feed, serve, settle, until};

fn list(src: &str) -> ArticleCardsProps {
    props!(ArticleCardsProps {
        src: src.to_owned()
    })
}

#[wasm_bindgen_test]
async fn a_feed_becomes_cards_page_by_page() {
    let mounted = Mounted::<ArticleCards>::new(list(&serve(&feed(30))));
    settle().await;
    mounted.until(".ac-card", 12).await;
    assert_eq!(mounted.texts(".ac-summary"), ["30 articles"]);
    let more = mounted.one(".ac-more-button");
    more.focus().unwrap();
    more.click();
    mounted.until(".ac-card", 24).await;
    let page = web_sys::window().unwrap().document().unwrap();
    assert_eq!(
        page.active_element().unwrap().text_content().unwrap(),
        "T12",
        "the first new title has the focus"
    );
    mounted.one(".ac-more-button").click();
    mounted.until(".ac-card", 30).await;
    assert!(mounted.all(".ac-more-button").is_empty());
    assert_eq!(mounted.texts(".ac-x-end"), ["All 30 articles shown"]);
}

#[wasm_bindgen_test]
async fn skeletons_are_removed() {
    let mounted = Mounted::<ArticleCards>::new(list(&serve(&feed(3))));
    mounted.until(".ac-card", 3).await;
    assert!(mounted.all(".ac-skeleton").is_empty());
    assert_eq!(mounted.one(".ac-x-main").get_attribute("aria-busy"), None);
}

#[wasm_bindgen_test]
async fn an_invalid_feed_shows_its_error_and_can_be_retried() {
    for (document, words, details) in [
        ("<!doctype html><p>no</p>", "not valid JSON", "HTML"),
        ("", "not valid JSON", "empty"),
        (r#"[{"title": }]"#, "not valid JSON", "line 1 column 12"),
        (r#"{"data": []}"#, "not a list of articles", "keys data"),
    ] {
        let received = Rc::new(RefCell::new(Vec::new()));
        let mut props = list(&serve(document));
        props.on_error = Callback::from({
            let received = Rc::clone(&received);
            move |error: Error| received.borrow_mut().push(error)
        });
        let mounted = Mounted::<ArticleCards>::new(props);
        mounted.until(".ac-error", 1).await;
        let text = mounted.one(".ac-error").text_content().unwrap();
        assert!(
            text.contains(words) && text.contains(details),
            "{document:?}: {text}"
        );
        assert_eq!(received.borrow().len(), 1);
        assert!(!received.borrow()[0].is_retryable());
        mounted.one(".ac-retry").click();
        until(|| received.borrow().len() == 2).await;
        assert_eq!(received.borrow().len(), 2, "tried again");
        mounted.until(".ac-error", 1).await;
    }
}

#[wasm_bindgen_test]
async fn an_empty_feed_shows_a_message() {
    let mounted = Mounted::<ArticleCards>::new(list(&serve("[]")));
    mounted.until(".ac-empty", 1).await;
    assert!(mounted.all(".ac-error").is_empty());
}

#[wasm_bindgen_test]
async fn a_document_over_the_limit_is_not_read() {
    let document = feed(200);
    let mut props = list(&serve(&document));
    props.max_bytes = document.len() as u64 - 1;
    let mounted = Mounted::<ArticleCards>::new(props.clone());
    mounted.until(".ac-error", 1).await;
    let text = mounted.one(".ac-error").text_content().unwrap();
    assert!(text.contains("more than the"), "{text}");
    props.max_bytes += 1;
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-card", 12).await;
}

#[wasm_bindgen_test]
async fn an_unreachable_server_is_tried_twice() {
    let received = Rc::new(RefCell::new(Vec::new()));
    let mut props = list("blob:https://nowhere.example/1");
    props.on_error = Callback::from({
        let received = Rc::clone(&received);
        move |error: Error| received.borrow_mut().push(error)
    });
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-error", 1).await;
    assert!(received.borrow()[0].is_network());
    assert!(
        mounted
            .one(".ac-error")
            .text_content()
            .unwrap()
            .contains("could not be reached")
    );
}

#[wasm_bindgen_test]
async fn articles_that_are_shown_stay_when_the_next_feed_fails() {
    let mut mounted = Mounted::<ArticleCards>::new(list(&serve(&feed(3))));
    mounted.until(".ac-card", 3).await;
    mounted.update(list(&serve("{")));
    mounted.until(".ac-x-banner", 1).await;
    assert_eq!(mounted.all(".ac-card").len(), 3);
    mounted.update(list(&serve(&feed(2))));
    mounted.until(".ac-card", 2).await;
    assert!(mounted.all(".ac-error").is_empty());
}

#[wasm_bindgen_test]
async fn a_late_response_is_dropped() {
    let received = Rc::new(RefCell::new(Vec::new()));
    let on_load = Callback::from({
        let received = Rc::clone(&received);
        move |event: LoadEvent| received.borrow_mut().push(event.count)
    });
    let source = |count| {
        let mut props = list(&serve(&feed(count)));
        props.on_load = on_load.clone();
        props
    };
    let mut mounted = Mounted::<ArticleCards>::new(source(5));
    for count in [6, 7, 8] {
        mounted.update(source(count));
    }
    mounted.until(".ac-card", 8).await;
    settle().await;
    assert_eq!(received.borrow().last(), Some(&8));
    assert_eq!(mounted.all(".ac-card").len(), 8);
}

#[wasm_bindgen_test]
async fn a_feed_as_a_prop_needs_no_network() {
    let mut own = Feed::new(Options::default());
    own.read(br#"[{"title":"Old","publishedDateTime":"2020-01-01"},{"title":"New","publishedDateTime":"2024-01-01"},{"title":"Hidden","published":false}]"#, None, &BrowserUrl).unwrap();
    let mut props = props!(ArticleCardsProps {
        feed: Rc::new(own),
        layout: Layout::List
    });
    let mut mounted = Mounted::<ArticleCards>::new(props.clone());
    mounted.until(".ac-card", 2).await;
    assert_eq!(mounted.texts(".ac-card-title"), ["New", "Old"]);
    assert_eq!(
        mounted
            .one(".ac-base")
            .get_attribute("data-layout")
            .as_deref(),
        Some("list")
    );
    props.with_unpublished = true;
    mounted.update(props);
    mounted.until(".ac-card", 3).await;
}

#[wasm_bindgen_test]
async fn clicks_emit_events_and_can_be_cancelled() {
    let received = Rc::new(RefCell::new(Vec::new()));
    let mut props = list(&serve(&feed(2)));
    props.on_card_click = Some(Callback::from({
        let received = Rc::clone(&received);
        move |click: CardClick| {
            click.event.prevent_default();
            received
                .borrow_mut()
                .push((click.id.to_string(), click.url.to_string()));
        }
    }));
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-card", 2).await;
    mounted.one(".ac-card-link").click();
    settle().await;
    assert_eq!(
        *received.borrow(),
        [("0".to_owned(), "https://pier.example/0".to_owned())]
    );
}

#[wasm_bindgen_test]
async fn cards_can_be_rendered_by_the_application() {
    let mut props = list(&serve(&feed(2)));
    props.render_card = Some(Callback::from(
        |article: Rc<article_cards::model::Article>| {
            html! { <p class="own">{ article.title.clone() }</p> }
        },
    ));
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".own", 2).await;
    assert!(mounted.all(".ac-card").is_empty());
}

#[wasm_bindgen_test]
async fn a_card_expands_and_survives_a_broken_picture() {
    let document = r#"[{"title":"A","topics":["a","b","c","d","e"],"provider":{"name":"Pier","domain":"pier.example"},
        "images":[{"url":"data:image/png;base64,AAAA","width":640,"height":360}],
        "related":[{"title":"R1"},{"title":"R2"},{"title":"R3"},{"title":"R4"},{"title":"R5"}]}]"#;
    let mounted = Mounted::<ArticleCards>::new(list(&serve(document)));
    mounted.until(".ac-card", 1).await;
    mounted.until(".ac-card-media[data-broken]", 1).await;
    assert_eq!(mounted.texts(".ac-x-monogram"), ["P"]);
    assert_eq!(mounted.all(".ac-topic").len(), 3);
    let unfold: HtmlElement = mounted.one(".ac-x-more-topics");
    assert!(unfold.text_content().unwrap().starts_with("+2"));
    unfold.click();
    mounted.until(".ac-topic", 5).await;
    assert_eq!(mounted.all(".ac-related-item").len(), 3);
    let details = mounted.one(".ac-card-related");
    assert!(!details.has_attribute("open"));
    mounted.one(".ac-card-related summary").click();
    mounted.one(".ac-card-related button").click();
    mounted.until(".ac-related-item", 5).await;
    assert!(
        details.has_attribute("open"),
        "it stays open while it grows"
    );
}

#[wasm_bindgen_test]
async fn pictures_of_the_first_row_load_eagerly_and_the_rest_lazily() {
    let articles: Vec<String> =
        (0..9).map(|n| format!(r#"{{"title":"T{n}","images":[{{"url":"data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAAC","width":640,"height":360}}]}}"#)).collect();
    let mounted = Mounted::<ArticleCards>::new(list(&serve(&format!("[{}]", articles.join(",")))));
    mounted.until(".ac-card", 9).await;
    let images = mounted.all(".ac-card-image");
    let word = |place: usize, name: &str| images[place].get_attribute(name);
    assert_eq!(word(0, "loading").as_deref(), Some("eager"));
    assert_eq!(word(0, "fetchpriority").as_deref(), Some("high"));
    assert_eq!(word(8, "loading").as_deref(), Some("lazy"));
    for name in ["width", "height"] {
        assert!(word(8, name).is_some());
    }
    assert_eq!(word(8, "decoding").as_deref(), Some("async"));
    assert_eq!(word(8, "referrerpolicy").as_deref(), Some("no-referrer"));
}

fn focused() -> web_sys::Element {
    let page = web_sys::window().unwrap().document().unwrap();
    page.active_element().unwrap()
}

#[wasm_bindgen_test]
async fn a_failing_retry_keeps_the_focus_on_its_button() {
    let mounted = Mounted::<ArticleCards>::new(list("blob:https://nowhere.example/2"));
    mounted.until(".ac-retry", 1).await;
    let button = mounted.one(".ac-retry");
    button.focus().unwrap();
    button.click();
    mounted.until(".ac-retry[aria-disabled=true]", 1).await;
    assert_eq!(
        mounted.all(".ac-error").len(),
        1,
        "the error stays until the response"
    );
    assert_eq!(mounted.texts(".ac-summary"), ["Loading articles…"]);
    mounted.until(".ac-retry:not([aria-disabled])", 1).await;
    assert!(
        focused().is_same_node(Some(&button)),
        "it is the same button"
    );
}

#[wasm_bindgen_test]
async fn a_title_without_a_link_takes_the_focus_too() {
    let mounted =
        Mounted::<ArticleCards>::new(list(&serve(&feed(13).replace("webUrl", "unknown"))));
    mounted.until(".ac-card", 12).await;
    mounted.one(".ac-more-button").focus().unwrap();
    mounted.one(".ac-more-button").click();
    mounted.until(".ac-card", 13).await;
    assert_eq!(focused().text_content().unwrap(), "T12");
}

#[wasm_bindgen_test]
async fn page_src_is_relative_to_the_page() {
    let document = r#"{"value":[{"title":"A"}],"nextPage":2}"#;
    let mut props = list(&serve(document));
    props.page_src = Some("news/{page}.json?from={page}".into());
    let received = Rc::new(RefCell::new(None));
    props.on_load = Callback::from({
        let received = Rc::clone(&received);
        move |event: LoadEvent| drop(received.replace(Some(event.feed)))
    });
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-card", 1).await;
    let page = web_sys::window().unwrap().document().unwrap();
    let base = page.base_uri().unwrap().unwrap();
    let expected = web_sys::Url::new_with_base("news/2.json?from=2", &base).unwrap();
    let received = received.borrow();
    let next = received.as_ref().unwrap().next_page();
    assert_eq!(next, Some(expected.href().as_str()));
}

#[wasm_bindgen_test]
async fn a_reload_and_its_failure_show_above_the_articles() {
    let mut mounted = Mounted::<ArticleCards>::new(list(&serve(&feed(3))));
    mounted.until(".ac-card", 3).await;
    assert_eq!(mounted.texts(".ac-summary"), ["3 articles"]);
    mounted.update(list("blob:https://nowhere.example/3"));
    until(|| mounted.texts(".ac-summary") == ["Loading articles…"]).await;
    assert_eq!(mounted.texts(".ac-summary"), ["Loading articles…"]);
    mounted.until(".ac-live:not(:empty)", 1).await;
    assert_eq!(mounted.all(".ac-card").len(), 3);
    mounted.until(".ac-x-banner", 1).await;
    let words = "The articles could not be loaded. The feed could not be reached. The connection may be down.";
    assert_eq!(mounted.texts(".ac-x-banner > p"), [words]);
    assert!(mounted.texts(".ac-x-banner details")[0].contains("network"));
    assert_eq!(mounted.texts(".ac-summary"), ["3 articles"]);
}

#[wasm_bindgen_test]
async fn invalid_addresses_are_never_fetched() {
    for src in ["http://", "javascript:alert(1)", "mailto:a@b.example"] {
        let received = Rc::new(RefCell::new(Vec::new()));
        let mut props = list(src);
        props.on_error = Callback::from({
            let received = Rc::clone(&received);
            move |error: Error| received.borrow_mut().push(error)
        });
        let mounted = Mounted::<ArticleCards>::new(props);
        mounted.until(".ac-error", 1).await;
        let words = format!("“{src}” is not the address of a feed.");
        assert_eq!(mounted.texts(".ac-x-state-text"), [words]);
        let received = received.borrow();
        assert!(received[0].is_invalid_url() && !received[0].is_retryable());
        assert_eq!(received[0].kind(), "network");
    }
}

#[wasm_bindgen_test]
async fn a_dark_page_without_color_scheme_gets_dark_cards() {
    for (style, theme, expected) in [
        ("color: #eee", Theme::Auto, "dark"),
        ("color: rgb(238 238 238 / .9)", Theme::Auto, "dark"),
        ("color: oklch(0.93 0 0)", Theme::Auto, "dark"),
        ("color: color(srgb .9 .9 .9)", Theme::Auto, "dark"),
        ("color: lab(95 0 0)", Theme::Auto, "dark"),
        ("color: #333", Theme::Auto, "auto"),
        ("color: oklab(0.3 0 0)", Theme::Auto, "auto"),
        ("color: #eee; color-scheme: dark", Theme::Auto, "auto"),
        ("color: #eee; color-scheme: light dark", Theme::Auto, "auto"),
        ("color: #eee", Theme::Light, "light"),
    ] {
        let page = web_sys::window().unwrap().document().unwrap();
        let body = page.body().unwrap();
        body.set_attribute("style", style).unwrap();
        let mut props = list(&serve(&feed(1)));
        props.theme = theme;
        let mut mounted = Mounted::<ArticleCards>::new(props.clone());
        mounted.until(".ac-card", 1).await;
        let rendered_theme = |mounted: &Mounted<ArticleCards>| {
            let base = mounted.one(".ac-base");
            base.get_attribute("data-theme").unwrap()
        };
        assert_eq!(rendered_theme(&mounted), expected, "{style}");
        props.theme = Theme::Dark;
        mounted.update(props.clone());
        settle().await;
        assert_eq!(rendered_theme(&mounted), "dark");
        props.theme = theme;
        mounted.update(props);
        settle().await;
        assert_eq!(rendered_theme(&mounted), expected, "{style}, set again");
        body.remove_attribute("style").unwrap();
    }
}

#[wasm_bindgen_test]
async fn pictures_of_one_row_load_eagerly() {
    let picture = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAAC";
    let articles: Vec<String> = (0..9)
        .map(|n| {
            format!(
                r#"{{"title":"T{n}","images":[{{"url":"{picture}","width":640,"height":360}}]}}"#
            )
        })
        .collect();
    let document = format!("[{}]", articles.join(","));
    for (width, layout, eager) in [
        (1_216, Layout::Grid, 4),
        (620, Layout::Grid, 2),
        (320, Layout::Grid, 1),
        (1_216, Layout::List, 1),
    ] {
        let mut props = list(&serve(&document));
        props.layout = layout;
        let mounted = Mounted::<ArticleCards>::new(props);
        let style = format!("inline-size: {width}px; font-size: 16px");
        mounted.root.set_attribute("style", &style).unwrap();
        mounted.until(".ac-card", 9).await;
        assert_eq!(
            mounted.all(".ac-card-image[loading=eager]").len(),
            eager,
            "{layout} of {width} pixels"
        );
    }
}

#[wasm_bindgen_test]
async fn there_are_as_many_skeletons_as_cards_per_page() {
    for (page_size, count) in [(3, 3), (12, 12), (100, 12)] {
        let mut props = list("blob:https://nowhere.example/4");
        props.page_size = page_size;
        let mounted = Mounted::<ArticleCards>::new(props);
        mounted.until(".ac-skeleton", count).await;
    }
}

#[wasm_bindgen_test]
async fn the_page_size_can_change() {
    let mut props = list(&serve(&feed(30)));
    let mut mounted = Mounted::<ArticleCards>::new(props.clone());
    mounted.until(".ac-card", 12).await;
    mounted.one(".ac-more-button").click();
    mounted.until(".ac-card", 24).await;
    props.page_size = 5;
    mounted.update(props);
    mounted.until(".ac-card", 10).await;
    assert_eq!(mounted.texts(".ac-more-button"), ["Show 5 more"]);
}

#[wasm_bindgen_test]
async fn each_document_emits_a_load_event_with_the_feed() {
    let received = Rc::new(RefCell::new(Vec::new()));
    let mut props = list(&serve(r#"[{"title":"A"}, 7]"#));
    props.on_load = Callback::from({
        let received = Rc::clone(&received);
        move |event: LoadEvent| received.borrow_mut().push(event)
    });
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-card", 1).await;
    let received = received.borrow();
    assert_eq!((received[0].count, received[0].skipped), (1, 1));
    assert_eq!(received[0].feed.articles().len(), 1);
    assert_eq!(received[0].feed.diagnostics().count(), 1);
}

#[wasm_bindgen_test]
async fn several_feeds_are_one_list_and_one_that_fails_is_tried_again() {
    let first = serve(
        r#"{"title":"Harbour Post","articles":[{"id":1,"title":"Ebb","publishedDateTime":"2024-01-03"},
            {"id":2,"title":"Neap","publishedDateTime":"2024-01-01"}]}"#,
    );
    let address = "https://several.example/b.json";
    let flood = r#"[{"id":1,"title":"Flood","publishedDateTime":"2024-01-02"}]"#;
    let _server = Server::new(address, &["", flood]);
    let mounted = Mounted::<ArticleCards>::new(props!(ArticleCardsProps {
        src: format!("{first} {address}")
    }));
    mounted.until(".ac-x-banner", 1).await;
    assert_eq!(mounted.texts(".ac-card-title"), ["Ebb", "Neap"]);
    mounted.one(".ac-x-banner .ac-retry").click();
    mounted.until(".ac-card", 3).await;
    assert_eq!(mounted.texts(".ac-card-title"), ["Ebb", "Flood", "Neap"]);
    // After the initial in place of an icon.
    let providers = ["HHarbour Post", "Sseveral.example", "HHarbour Post"];
    assert_eq!(mounted.texts(".ac-card-provider"), providers);
    mounted.until(".ac-x-banner", 0).await;
}
