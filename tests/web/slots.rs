//! Slots: custom content around the list and in place of its messages.

use article_cards::components::{ArticleCards, ArticleCardsProps};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;
use yew::{html, props};

use crate::page::{Mounted, feed, serve, settle};

fn list(src: &str) -> ArticleCardsProps {
    props!(ArticleCardsProps {
        src: src.to_owned()
    })
}

fn follows(one: &Element, other: &Element) -> bool {
    one.compare_document_position(other) & 4 != 0
}

#[wasm_bindgen_test]
async fn a_header_and_a_footer_surround_the_list() {
    let mut props = list(&serve(&feed(3)));
    let mut mounted = Mounted::<ArticleCards>::new(props.clone());
    mounted.until(".ac-card", 3).await;
    assert!(mounted.all(".ac-header, .ac-x-footer").is_empty());
    props.header = html! { <h2>{ "News" }</h2> };
    props.footer = html! { <p>{ "By the harbour" }</p> };
    mounted.update(props);
    settle().await;
    assert_eq!(mounted.texts(".ac-header[part=header]"), ["News"]);
    assert_eq!(mounted.texts(".ac-x-footer"), ["By the harbour"]);
    let [header, toolbar, pager, footer] =
        [".ac-header", ".ac-toolbar", ".ac-pager", ".ac-x-footer"].map(|it| mounted.one(it));
    assert!(follows(&header, &toolbar) && follows(&pager, &footer));
}

#[wasm_bindgen_test]
async fn custom_content_replaces_the_message_of_an_empty_feed() {
    let mut props = list(&serve("[]"));
    props.empty = html! { <p>{ "Nothing at all" }</p> };
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-empty", 1).await;
    assert_eq!(mounted.texts(".ac-empty"), ["Nothing at all"]);
}

#[wasm_bindgen_test]
async fn custom_content_is_above_the_suggestions_of_an_empty_result() {
    let mut props = list(&serve(&feed(3)));
    props.query = "nowhere".into();
    props.empty = html! { <p>{ "Nothing at all" }</p> };
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-empty", 1).await;
    let text = mounted.one(".ac-empty").text_content().unwrap();
    assert!(text.starts_with("Nothing at all"), "{text}");
    mounted.one(".ac-x-drop").click();
    mounted.until(".ac-card", 3).await;
}

#[wasm_bindgen_test]
async fn custom_content_replaces_an_error_and_keeps_the_retry_button() {
    let mut props = list(&serve("{"));
    props.error = html! { <p>{ "Out of order" }</p> };
    let mut mounted = Mounted::<ArticleCards>::new(props.clone());
    mounted.until(".ac-error", 1).await;
    assert_eq!(mounted.texts(".ac-error"), ["Out of orderTry again"]);
    props.src = Some(serve(&feed(2)).into());
    mounted.update(props.clone());
    mounted.until(".ac-card", 2).await;
    props.src = Some(serve("{").into());
    mounted.update(props);
    mounted.until(".ac-x-banner", 1).await;
    let banner = mounted.one(".ac-x-banner").text_content().unwrap();
    assert!(!banner.contains("Out of order"), "{banner}");
}

#[wasm_bindgen_test]
async fn in_the_element_they_are_slots_with_default_content() {
    let mut props = list(&serve("{"));
    props.slotted = true;
    let mut mounted = Mounted::<ArticleCards>::new(props.clone());
    mounted.until(".ac-error slot[name=error]", 1).await;
    let slot = mounted.one("slot[name=error]");
    for selector in [".ac-x-state-icon", ".ac-x-state-title", ".ac-x-detail"] {
        assert!(
            slot.query_selector(selector).unwrap().is_some(),
            "{selector}"
        );
    }
    assert_eq!(mounted.all(".ac-error > .ac-retry").len(), 1);
    assert_eq!(mounted.all(".ac-header > slot[name=header]:empty").len(), 1);
    assert_eq!(
        mounted.all(".ac-x-footer > slot[name=footer]:empty").len(),
        1
    );
    props.src = Some(serve("[]").into());
    mounted.update(props);
    mounted
        .until(".ac-empty slot[name=empty] > .ac-x-state-title", 1)
        .await;
}

#[wasm_bindgen_test]
async fn a_list_beside_fallback_content_shows_nothing_until_its_first_articles() {
    let mut props = list("blob:https://nowhere.example/5");
    props.has_fallback = true;
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-live > bdi:not(:empty)", 1).await;
    assert_eq!(mounted.texts(".ac-live"), ["Loading articles…"]);
    assert!(mounted.all(".ac-skeleton").is_empty());
    assert_eq!(mounted.texts(".ac-summary"), [""]);
    mounted.until(".ac-error", 1).await;
}

#[wasm_bindgen_test]
async fn a_changed_article_renders_again_and_an_equal_one_does_not() {
    let document = |ids: [&str; 2]| {
        let articles = ids.map(|id| {
            let related = r#"[{"title":"R"}]"#;
            format!(r#"{{"id":"{id}","title":"T{id}","related":{related}}}"#)
        });
        serve(&format!("[{}]", articles.join(",")))
    };
    let mut mounted = Mounted::<ArticleCards>::new(list(&document(["a", "b"])));
    mounted.until(".ac-card", 2).await;
    mounted.one("[data-id=a] summary").click();
    mounted.one("[data-id=b] summary").click();
    mounted.until(".ac-card-related[open]", 2).await;
    mounted.update(list(&document(["c", "b"])));
    mounted.until("[data-id=c]", 1).await;
    assert!(!mounted.one("[data-id=c] details").has_attribute("open"));
    assert!(mounted.one("[data-id=b] details").has_attribute("open"));
}
