//! What the page sets of what is asked for, while the reader searches and filters.

use std::cell::RefCell;
use std::rc::Rc;

use article_cards::components::{ArticleCards, ArticleCardsProperties, Change};
use article_cards::query::QueryState;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, EventInit, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::{Callback, props};

use crate::page::{Mounted, serve, settle};

/// Articles on every other topic.
fn document() -> String {
    let articles: Vec<String> = (0..30)
        .map(|n| {
            let topic = ["Sea", "Sky"][n % 2];
            format!(r#"{{"id":"{n}","title":"Boat {n}","topics":["{topic}"],"heat":{n}}}"#)
        })
        .collect();
    format!("[{}]", articles.join(","))
}

struct Page {
    mounted: Mounted<ArticleCards>,
    properties: ArticleCardsProperties,
    told: Rc<RefCell<Vec<Change>>>,
}

impl Page {
    async fn new() -> Self {
        let told = Rc::new(RefCell::new(Vec::new()));
        let properties = props!(ArticleCardsProperties {
            src: serve(&document()),
            with_scores: true,
            on_change: Callback::from({
                let told = Rc::clone(&told);
                move |change: Change| told.borrow_mut().push(change)
            }),
        });
        let mounted = Mounted::<ArticleCards>::new(properties.clone());
        mounted.until(".ac-card", 12).await;
        let page = Self {
            mounted,
            properties,
            told,
        };
        // The reader searches, sorts, filters and asks for more.
        let field: HtmlInputElement = page.mounted.one(".ac-search-input").unchecked_into();
        field.set_value("boat");
        happens(&field, "input");
        settle().await;
        let menu: HtmlSelectElement = page.mounted.one(".ac-sort select").unchecked_into();
        menu.set_value("title");
        happens(&menu, "change");
        settle().await;
        page.mounted
            .one(".ac-facet-option[data-value=Sea] input")
            .click();
        settle().await;
        page.mounted.one(".ac-more-button").click();
        settle().await;
        assert_eq!(page.asked(), "q=boat&sort=title&topics=Sea&page=2");
        page.told.take();
        page
    }

    /// What is asked for, as the controls and the next change have it.
    fn asked(&self) -> String {
        let told = self.told.borrow();
        told.last().unwrap().state.to_string()
    }

    /// Sets properties; returns what is asked for afterwards.
    async fn set(&mut self, change: impl FnOnce(&mut ArticleCardsProperties)) -> String {
        change(&mut self.properties);
        self.mounted.update(self.properties.clone());
        settle().await;
        assert!(self.told.borrow().is_empty(), "the reader did nothing");
        // A chosen type finds the same, and makes it told.
        let toggle = ".ac-facet-option[data-value=article] input";
        self.mounted.one(toggle).click();
        settle().await;
        self.mounted.one(toggle).click();
        settle().await;
        let asked = self.asked();
        self.told.take();
        asked
    }
}

fn happens(field: &HtmlElement, event: &str) {
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    let event = Event::new_with_event_init_dict(event, &bubbling).unwrap();
    field.dispatch_event(&event).unwrap();
}

#[wasm_bindgen_test]
async fn a_changed_order_keeps_text_and_filters() {
    let mut page = Page::new().await;
    let asked = page.set(|it| it.sort = "-heat".into()).await;
    assert_eq!(asked, "q=boat&sort=-heat&topics=Sea");
    assert_eq!(page.mounted.texts(".ac-card-title")[0], "Boat 28");
    // None any more is the default one.
    let asked = page.set(|it| it.sort = "".into()).await;
    assert_eq!(asked, "q=boat&topics=Sea");
}

#[wasm_bindgen_test]
async fn a_changed_text_keeps_order_and_filters() {
    let mut page = Page::new().await;
    let asked = page.set(|it| it.query = "2".into()).await;
    assert_eq!(asked, "q=2&sort=title&topics=Sea");
    let asked = page.set(|it| it.query = "".into()).await;
    assert_eq!(asked, "sort=title&topics=Sea");
}

#[wasm_bindgen_test]
async fn changed_filters_keep_what_they_do_not_name() {
    let mut page = Page::new().await;
    let asked = page.set(|it| it.filter = "topics=Sky".into()).await;
    assert_eq!(asked, "q=boat&sort=title&topics=Sky");
    let asked = page
        .set(|it| it.filter = "heat=5..&sort=heat&q=1".into())
        .await;
    assert_eq!(asked, "q=1&sort=heat&heat=5..");
    let asked = page.set(|it| it.filter = "".into()).await;
    assert_eq!(asked, "q=1&sort=heat");
}

#[wasm_bindgen_test]
async fn the_properties_of_text_and_order_beat_filters() {
    let mut page = Page::new().await;
    page.set(|it| it.query = "boat".into()).await;
    let asked = page.set(|it| it.filter = "q=1&sort=heat".into()).await;
    assert_eq!(asked, "q=boat&sort=heat");
}

#[wasm_bindgen_test]
async fn filters_that_name_a_page_lead_there() {
    let mut page = Page::new().await;
    page.properties.filter = "page=2".into();
    page.mounted.update(page.properties.clone());
    page.mounted.until(".ac-card", 24).await;
}

#[wasm_bindgen_test]
async fn a_page_that_mirrors_what_the_reader_chose_changes_nothing() {
    let mut page = Page::new().await;
    page.properties.query = "boat".into();
    page.properties.sort = "title".into();
    page.properties.filter = "topics=Sea".into();
    let count = page.mounted.all(".ac-card").len();
    page.mounted.update(page.properties.clone());
    settle().await;
    assert_eq!(page.mounted.all(".ac-card").len(), count);
}

#[wasm_bindgen_test]
async fn a_changed_state_replaces_all() {
    let mut page = Page::new().await;
    let sky = QueryState {
        query: "3".into(),
        ..QueryState::default()
    };
    let asked = page.set(|it| it.state = Some(sky)).await;
    assert_eq!(asked, "q=3");
    // Parts can still be set after it.
    let asked = page.set(|it| it.sort = "heat".into()).await;
    assert_eq!(asked, "q=3&sort=heat");
}
