//! Query props that change while the reader searches and filters.

use std::cell::Cell;
use std::rc::Rc;

use article_cards::components::{ArticleCards, ArticleCardsProps, Change};
use article_cards::search::QueryState;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, EventInit, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::{Callback, props};

use crate::page::{Mounted, serve, settle, until};

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
    props: ArticleCardsProps,
    changes: Rc<Cell<usize>>,
}

impl Page {
    /// The reader searches, sorts, filters and shows more.
    async fn new() -> Self {
        let changes = Rc::new(Cell::new(0));
        let props = props!(ArticleCardsProps {
            src: serve(&document()),
            with_scores: true,
            on_change: Callback::from({
                let changes = Rc::clone(&changes);
                move |_: Change| changes.set(changes.get() + 1)
            }),
        });
        let mounted = Mounted::<ArticleCards>::new(props.clone());
        mounted.until(".ac-card", 12).await;
        let page = Self {
            mounted,
            props,
            changes,
        };
        let field: HtmlInputElement = page.mounted.one(".ac-search-input").unchecked_into();
        field.set_value("boat");
        happens(&field, "input");
        page.until_changes(1, "boat, relevance, , 12").await;
        let menu: HtmlSelectElement = page.mounted.one(".ac-sort select").unchecked_into();
        menu.set_value("title");
        happens(&menu, "change");
        page.until_changes(2, "boat, title, , 12").await;
        let sea = ".ac-facet-option[data-value=Sea] input";
        page.mounted.one(sea).click();
        page.until_changes(3, "boat, title, Sea, 12").await;
        page.mounted.one(".ac-more-button").click();
        page.until_changes(4, "boat, title, Sea, 15").await;
        page.changes.set(0);
        page
    }

    /// What the controls and the list show: text, order, filters, and the number of cards.
    fn shown(&self) -> String {
        let field: HtmlInputElement = self.mounted.one(".ac-search-input").unchecked_into();
        let menu: HtmlSelectElement = self.mounted.one(".ac-sort select").unchecked_into();
        let filters = self.mounted.texts(".ac-chip > span:first-child").join(" ");
        let cards = self.mounted.all(".ac-card").len();
        format!("{}, {}, {filters}, {cards}", field.value(), menu.value())
    }

    /// Waits until the list shows a query.
    async fn until_query(&self, expected: &str) {
        until(|| self.shown() == expected).await;
        assert_eq!(self.shown(), expected);
        settle().await;
    }

    /// Waits until the list shows a query, and has emitted this number of changes. The controls may
    /// show a query that is not answered yet; its change is emitted after the answer.
    async fn until_changes(&self, count: usize, expected: &str) {
        until(|| self.changes.get() == count).await;
        self.until_query(expected).await;
        assert_eq!(self.changes.get(), count);
    }

    /// Sets props, and waits until the list shows their query.
    async fn set(&mut self, change: impl FnOnce(&mut ArticleCardsProps), expected: &str) {
        change(&mut self.props);
        self.mounted.update(self.props.clone());
        self.until_query(expected).await;
        assert_eq!(self.changes.get(), 0, "the page's own change");
    }
}

fn happens(field: &HtmlElement, event: &str) {
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    let event = Event::new_with_event_init_dict(event, &bubbling).unwrap();
    field.dispatch_event(&event).unwrap();
}

#[wasm_bindgen_test]
async fn a_changed_sort_keeps_text_and_filters() {
    let mut page = Page::new().await;
    let heat = |it: &mut ArticleCardsProps| it.sort = "-heat".into();
    page.set(heat, "boat, -heat, Sea, 12").await;
    assert_eq!(page.mounted.texts(".ac-card-title")[0], "Boat 28");
    // Without a value the default sort applies.
    page.set(|it| it.sort = "".into(), "boat, relevance, Sea, 12")
        .await;
}

#[wasm_bindgen_test]
async fn choices_before_the_next_render_are_kept() {
    let mut page = Page::new().await;
    let option = |value: &str, control: &str| {
        let option = format!(".ac-facet-option[data-value={value}] {control}");
        page.mounted.one(&option).click();
    };
    // All at once, without a render in between.
    option("Sea", "input");
    option("Sky", "input");
    let menu: HtmlSelectElement = page.mounted.one(".ac-sort select").unchecked_into();
    menu.set_value("-heat");
    happens(&menu, "change");
    // One render, one event.
    page.until_changes(1, "boat, -heat, Sky, 12").await;
    // Both ends of a range, which are applied in tasks of their own.
    for (end, value) in [(1, "3"), (2, "20")] {
        let field = format!("[data-field=heat] label:nth-of-type({end}) input");
        let field: HtmlInputElement = page.mounted.one(&field).unchecked_into();
        field.set_value(value);
        happens(&field, "change");
    }
    page.until_query("boat, -heat, Sky Heat 3 – 20, 9").await;
    // The last change counts.
    option("Sea", "input");
    option("Sea", "input");
    page.mounted.one(".ac-chip-clear").click();
    option("Sea", "input");
    page.until_query("boat, -heat, Sea, 12").await;
    page.changes.take();
    page.set(|it| it.query = "2".into(), "2, -heat, Sea, 6")
        .await;
}

#[wasm_bindgen_test]
async fn a_changed_text_keeps_sort_and_filters() {
    let mut page = Page::new().await;
    page.set(|it| it.query = "2".into(), "2, title, Sea, 6")
        .await;
    page.set(|it| it.query = "".into(), ", title, Sea, 12")
        .await;
}

#[wasm_bindgen_test]
async fn changed_filters_keep_what_they_do_not_name() {
    let mut page = Page::new().await;
    let sky = |it: &mut ArticleCardsProps| it.filter = "topics=Sky".into();
    page.set(sky, "boat, title, Sky, 12").await;
    let all = |it: &mut ArticleCardsProps| it.filter = "heat=15..&sort=heat&q=1".into();
    page.set(all, "1, heat, Heat from 15, 5").await;
    // Values that only the old filter named are removed.
    page.set(|it| it.filter = "".into(), ", -publishedDateTime, , 12")
        .await;
}

#[wasm_bindgen_test]
async fn the_query_and_sort_props_override_filter() {
    let mut page = Page::new().await;
    page.set(|it| it.query = "boat".into(), "boat, title, Sea, 15")
        .await;
    let all = |it: &mut ArticleCardsProps| it.filter = "q=1&sort=heat".into();
    page.set(all, "boat, heat, , 12").await;
}

#[wasm_bindgen_test]
async fn a_filter_with_a_page_goes_there() {
    let mut page = Page::new().await;
    page.set(|it| it.filter = "page=2".into(), "boat, title, , 24")
        .await;
}

#[wasm_bindgen_test]
async fn a_host_that_mirrors_the_state_changes_nothing() {
    let mut page = Page::new().await;
    let mirror = |it: &mut ArticleCardsProps| {
        it.query = "boat".into();
        it.sort = "title".into();
        it.filter = "topics=Sea".into();
    };
    page.set(mirror, "boat, title, Sea, 15").await;
    page.until_query("boat, title, Sea, 15").await;
}

#[wasm_bindgen_test]
async fn a_changed_state_replaces_everything() {
    let mut page = Page::new().await;
    let three = QueryState {
        query: "3".into(),
        ..QueryState::default()
    };
    page.set(|it| it.state = Some(three), "3, relevance, , 1")
        .await;
    // Other props still apply afterwards.
    page.set(|it| it.sort = "heat".into(), "3, heat, , 1").await;
}
