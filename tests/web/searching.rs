//! Searching, filtering and sorting.

use std::cell::RefCell;
use std::rc::Rc;

use article_cards::components::{ArticleCards, ArticleCardsProps, Change};
use article_cards::search::{FilterableFields, QueryState};
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{
    Event, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent, KeyboardEventInit,
};
use yew::{Callback, props};

use crate::page::{Mounted, enter, serve, settle, until};

const FEED: &str = r#"[
    {"id":"a","title":"Low tide","topics":["Sea","Moon"],"provider":"Pier","publishedDateTime":"2021-06-01T10:00:00Z","heat":5},
    {"id":"b","title":"High tide","topics":["Sea"],"provider":"Quay","publishedDateTime":"2021-06-02T10:00:00Z","heat":9},
    {"id":"c","title":"Moonrise","excerpt":"No tide without it","topics":["Moon"],"provider":"Quay","publishedDateTime":"2021-06-03T10:00:00Z"}
]"#;

type Received = Rc<RefCell<Vec<Change>>>;

fn list() -> (ArticleCardsProps, Received) {
    let received = Received::default();
    let mut props = props!(ArticleCardsProps { src: serve(FEED) });
    props.on_change = {
        let received = received.clone();
        Callback::from(move |change| received.borrow_mut().push(change))
    };
    (props, received)
}

fn state(notation: &str) -> QueryState {
    QueryState::parse(notation, &FilterableFields::default()).0
}

fn titles(mounted: &Mounted<ArticleCards>) -> Vec<String> {
    mounted.texts(".ac-card-title")
}

async fn type_text(mounted: &Mounted<ArticleCards>, text: &str) {
    enter(mounted, text);
    settle().await;
}

/// A list of very many articles, once it has cards.
async fn list_of_many() -> (Mounted<ArticleCards>, Received) {
    let words = "tide gull pier lighthouse ".repeat(15);
    let articles: Vec<String> = (0..3_000)
        .map(|n| format!(r#"{{"title":"Boat {n}","excerpt":"{words}"}}"#))
        .collect();
    let (mut props, received) = list();
    props.src = Some(serve(&format!("[{}]", articles.join(","))).into());
    let mounted = Mounted::<ArticleCards>::new(props);
    until(|| mounted.all(".ac-card").len() == 12).await;
    (mounted, received)
}

fn is_busy(mounted: &Mounted<ArticleCards>) -> bool {
    mounted.one(".ac-x-main").has_attribute("aria-busy")
}

#[wasm_bindgen_test]
async fn typing_before_the_index_is_warm_is_answered_once_it_is() {
    let (mounted, received) = list_of_many().await;
    enter(&mounted, "boat 2999");
    TimeoutFuture::new(0).await;
    assert!(is_busy(&mounted) && received.borrow().is_empty());
    let field: HtmlInputElement = mounted.one(".ac-search-input").unchecked_into();
    assert_eq!(field.value(), "boat 2999");
    assert_eq!(titles(&mounted)[0], "Boat 0");
    assert_eq!(mounted.texts(".ac-summary"), ["Loading articles…"]);
    mounted.until(".ac-card", 1).await;
    assert_eq!(titles(&mounted), ["Boat 2999"]);
    assert_eq!(mounted.texts(".ac-mark"), ["Boat", "2999"]);
    assert!(!is_busy(&mounted));
    let totals: Vec<usize> = received
        .borrow()
        .iter()
        .map(|change| change.total)
        .collect();
    assert_eq!(totals, [1]);
}

#[wasm_bindgen_test]
async fn sorting_by_title_before_the_index_is_warm_is_answered_once_it_is() {
    let (mounted, received) = list_of_many().await;
    let menu: HtmlSelectElement = mounted.one(".ac-sort select").unchecked_into();
    menu.set_value("title");
    menu.dispatch_event(&Event::new("change").unwrap()).unwrap();
    TimeoutFuture::new(0).await;
    assert!(is_busy(&mounted) && received.borrow().is_empty());
    assert_eq!(menu.value(), "title");
    until(|| !is_busy(&mounted) && !received.borrow().is_empty()).await;
    assert_eq!(titles(&mounted)[1..3], ["Boat 1", "Boat 2"]);
    assert_eq!(mounted.texts(".ac-summary"), ["3,000 articles"]);
    assert_eq!(received.borrow().len(), 1);
    assert_eq!(received.borrow()[0].total, 3_000);
}

#[wasm_bindgen_test]
async fn typing_searches_marks_and_emits_events() {
    let (props, received) = list();
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-card", 3).await;
    type_text(&mounted, "tide").await;
    // Matches in the title first, the newer before the older, then the one in the excerpt.
    let expected = ["High tide", "Low tide", "Moonrise"];
    until(|| mounted.all(".ac-mark").len() == 3 && titles(&mounted) == expected).await;
    assert_eq!(titles(&mounted), expected);
    assert_eq!(mounted.texts(".ac-mark"), ["tide", "tide", "tide"]);
    assert_eq!(mounted.texts(".ac-summary"), ["3 of 3 articles for “tide”"]);
    type_text(&mounted, "tide -low").await;
    until(|| titles(&mounted) == ["High tide", "Moonrise"]).await;
    assert_eq!(titles(&mounted), ["High tide", "Moonrise"]);
    let changes: Vec<usize> = received
        .borrow()
        .iter()
        .map(|change| change.total)
        .collect();
    assert_eq!(changes, [3, 2]);
}

#[wasm_bindgen_test]
async fn topics_and_providers_of_a_card_filter() {
    let (props, received) = list();
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-card", 3).await;
    let moon = mounted.all(".ac-card-topics .ac-topic")[0].clone();
    assert_eq!(moon.text_content().unwrap(), "Moon");
    moon.unchecked_ref::<HtmlElement>().click();
    mounted.until(".ac-card", 2).await;
    assert_eq!(received.borrow()[0].state, state("topics=Moon"));
    assert_eq!(mounted.texts(".ac-chip bdi"), ["Moon"]);
    let provider = mounted.all(".ac-card-provider .ac-x-name")[0].clone();
    provider.unchecked_ref::<HtmlElement>().click();
    mounted.until(".ac-card", 1).await;
    assert_eq!(
        received.borrow()[1].state,
        state("topics=Moon&provider=Quay")
    );
    assert_eq!(mounted.all(".ac-topic[aria-pressed=true]").len(), 1);
    mounted.all(".ac-card-topics .ac-topic")[0]
        .unchecked_ref::<HtmlElement>()
        .click();
    mounted.until(".ac-card", 2).await;
    assert_eq!(received.borrow()[2].state, state("provider=Quay"));
}

#[wasm_bindgen_test]
async fn without_facets_topics_are_plain_text() {
    let (mut props, _) = list();
    props.facets = Some("provider".into());
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-card", 3).await;
    assert!(mounted.all("button.ac-topic").is_empty());
    assert_eq!(mounted.all(".ac-facet").len(), 1);
}

#[wasm_bindgen_test]
async fn a_query_set_by_the_host_emits_no_event() {
    let (mut props, received) = list();
    props.state = Some(state("q=tide&sort=title"));
    props.only = "id=a&id=c".into();
    let mut mounted = Mounted::<ArticleCards>::new(props.clone());
    mounted.until(".ac-card", 2).await;
    assert_eq!(titles(&mounted), ["Low tide", "Moonrise"]);
    assert_eq!(mounted.texts(".ac-summary"), ["2 of 2 articles for “tide”"]);
    props.state = Some(state("topics=Sea"));
    mounted.update(props);
    mounted.until(".ac-card", 1).await;
    assert_eq!(titles(&mounted), ["Low tide"]);
    assert!(received.borrow().is_empty());
}

#[wasm_bindgen_test]
async fn the_initial_query_comes_from_the_props() {
    let (mut props, _) = list();
    props.filter = "q=low&sort=title&provider=Quay".into();
    props.query = "tide".into();
    props.sort = "-heat".into();
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-card", 2).await;
    assert_eq!(titles(&mounted), ["High tide", "Moonrise"]);
}

#[wasm_bindgen_test]
async fn an_empty_result_suggests_filters_to_remove() {
    let (props, received) = list();
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-card", 3).await;
    type_text(&mounted, "moonrise").await;
    mounted
        .all(".ac-facet-checkbox")
        .into_iter()
        .find(|it| {
            it.closest("label")
                .unwrap()
                .unwrap()
                .text_content()
                .unwrap()
                .starts_with("Moon")
        })
        .unwrap()
        .unchecked_into::<HtmlElement>()
        .click();
    settle().await;
    type_text(&mounted, "high").await;
    mounted.until(".ac-empty", 1).await;
    assert_eq!(
        mounted.texts(".ac-x-drop"),
        ["Without “high”2 articles", "Without Moon (Topics)1 article"]
    );
    mounted.all(".ac-x-drop")[1]
        .unchecked_ref::<HtmlElement>()
        .click();
    mounted.until(".ac-card", 1).await;
    assert_eq!(received.borrow().last().unwrap().state, state("q=high"));
}

#[wasm_bindgen_test]
async fn a_slash_focuses_the_search_field() {
    let (props, _) = list();
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-card", 3).await;
    let slash = |target: &HtmlElement| {
        let init = KeyboardEventInit::new();
        init.set_key("/");
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        target.dispatch_event(&event).unwrap()
    };
    let link = mounted.one(".ac-card-topics button");
    link.focus().unwrap();
    assert!(!slash(&link), "it is not typed");
    assert!(mounted.one(".ac-search-input").matches(":focus").unwrap());
    assert!(
        slash(&mounted.one(".ac-search-input")),
        "in a field it is a letter"
    );
    let menu = mounted.one(".ac-sort select");
    assert!(slash(&menu));
}
