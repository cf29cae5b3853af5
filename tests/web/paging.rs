//! Paging.

use std::cell::RefCell;
use std::rc::Rc;

use article_cards::browser::{address, address_query, show_address, with_query};
use article_cards::components::{ArticleCards, ArticleCardsProps, Change, Paging};
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};
use yew::{Callback, props};

use crate::page::{Mounted, Server, feed, serve, settle, until};

fn list(count: usize, paging: Paging) -> ArticleCardsProps {
    props!(ArticleCardsProps {
        src: serve(&feed(count)),
        paging
    })
}

/// The pages of the list's page events.
fn received(props: &mut ArticleCardsProps) -> Rc<RefCell<Vec<usize>>> {
    let received = Rc::new(RefCell::new(Vec::new()));
    props.on_page = Callback::from({
        let received = Rc::clone(&received);
        move |page| received.borrow_mut().push(page)
    });
    received
}

fn focused() -> Element {
    let page = web_sys::window().unwrap().document().unwrap();
    page.active_element().unwrap()
}

/// Adds CSS rules to the page while the list is mounted.
fn styled(mounted: &Mounted<ArticleCards>, rules: &str) {
    let page = web_sys::window().unwrap().document().unwrap();
    let style = page.create_element("style").unwrap();
    style.set_text_content(Some(rules));
    mounted.root.append_child(&style).unwrap();
}

/// A page number, by its accessible name.
fn number(mounted: &Mounted<ArticleCards>, name: &str) -> HtmlElement {
    mounted.one(&format!(".ac-page-button[aria-label={name:?}]"))
}

#[wasm_bindgen_test]
async fn a_page_replaces_another() {
    let mut props = list(30, Paging::Pages);
    let received = received(&mut props);
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-card", 12).await;
    let nav = mounted.one("nav.ac-pager[part=pager]");
    assert_eq!(nav.get_attribute("aria-label").as_deref(), Some("Pages"));
    assert_eq!(mounted.texts(".ac-page-button"), ["‹", "1", "2", "3", "›"]);
    let current = || mounted.one("[aria-current=page]");
    assert_eq!(
        current().get_attribute("aria-label").unwrap(),
        "Page 1, current"
    );
    number(&mounted, "Page 3").focus().unwrap();
    number(&mounted, "Page 3").click();
    mounted.until(".ac-card", 6).await;
    assert_eq!(mounted.texts(".ac-card-title")[0], "T24");
    assert_eq!(focused().text_content().unwrap(), "T24");
    assert_eq!(current().text_content().unwrap(), "3");
    let next = number(&mounted, "Next page");
    assert_eq!(next.get_attribute("aria-disabled").as_deref(), Some("true"));
    next.click();
    settle().await;
    assert_eq!(mounted.all(".ac-card").len(), 6);
    number(&mounted, "Previous page").click();
    mounted.until(".ac-card", 12).await;
    assert_eq!(mounted.texts(".ac-card-title")[0], "T12");
    assert_eq!(*received.borrow(), [3, 2]);
}

#[wasm_bindgen_test]
async fn choosing_a_page_scrolls_to_the_top_of_the_list() {
    let mounted = Mounted::<ArticleCards>::new(list(30, Paging::Pages));
    mounted.until(".ac-card", 12).await;
    // With the room above the cards that the style sheet keeps for the status.
    let rules = "ul { display: grid; row-gap: 600px } .ac-x-top { scroll-margin-top: 100px }";
    styled(&mounted, rules);
    number(&mounted, "Page 2").scroll_into_view();
    let top = || mounted.one(".ac-x-status").get_bounding_client_rect().top();
    assert!(top() < -1_000.0, "{}", top());
    number(&mounted, "Page 2").focus().unwrap();
    number(&mounted, "Page 2").click();
    mounted.until("[aria-label='Page 2, current']", 1).await;
    assert_eq!(mounted.texts(".ac-card-title")[0], "T12");
    let is_at_top = || (-1.0..400.0).contains(&top());
    until(is_at_top).await;
    assert!(is_at_top(), "{}", top());
}

#[wasm_bindgen_test]
async fn page_numbers_have_gaps() {
    let mut props = list(100, Paging::Pages);
    props.page_size = 5;
    props.filter = "page=10".into();
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-card", 5).await;
    let shown = mounted.texts(".ac-x-pages > *");
    assert_eq!(shown, ["‹", "1", "…", "9", "10", "11", "…", "20", "›"]);
    number(&mounted, "Page 20").click();
    mounted.until("[aria-label='Page 20, current']", 1).await;
    let shown = mounted.texts(".ac-x-pages > *");
    assert_eq!(shown, ["‹", "1", "…", "19", "20", "›"]);
}

#[wasm_bindgen_test]
async fn one_page_needs_no_numbers() {
    let mounted = Mounted::<ArticleCards>::new(list(12, Paging::Pages));
    mounted.until(".ac-card", 12).await;
    assert!(mounted.all(".ac-pager").is_empty());
}

#[wasm_bindgen_test]
async fn a_page_beyond_the_end_shows_the_last() {
    let mut props = list(30, Paging::Pages);
    props.filter = "page=99".into();
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-card", 6).await;
    assert_eq!(mounted.texts("[aria-current=page]"), ["3"]);
}

#[wasm_bindgen_test]
async fn the_next_page_of_the_feed_is_loaded() {
    let second = feed(20)
        .replace("\"T", "\"U")
        .replace("\"id\":\"", "\"id\":\"u");
    let first = feed(12).replace("]}", "],\"nextPage\":2}");
    let _server = Server::new("https://pages.example/", &[&first, &second]);
    let mut props = list(0, Paging::Pages);
    props.src = Some("https://pages.example/index.json".into());
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-card", 12).await;
    assert_eq!(mounted.texts(".ac-x-pages > *"), ["‹", "1", "…", "›"]);
    number(&mounted, "Next page").focus().unwrap();
    number(&mounted, "Next page").click();
    mounted.until("[aria-label='Page 2, current']", 1).await;
    assert_eq!(mounted.texts(".ac-card-title")[0], "U0");
    assert_eq!(focused().text_content().unwrap(), "U0");
}

#[wasm_bindgen_test]
async fn without_paging_there_is_no_pager() {
    let mounted = Mounted::<ArticleCards>::new(list(30, Paging::None));
    mounted.until(".ac-card", 12).await;
    assert!(mounted.all(".ac-pager").is_empty());
}

#[wasm_bindgen_test]
async fn scrolling_loads_five_pages_then_a_button_does() {
    let mut props = list(300, Paging::Infinite);
    let changes = Rc::new(RefCell::new(0));
    props.on_change = Callback::from({
        let changes = Rc::clone(&changes);
        move |_: Change| *changes.borrow_mut() += 1
    });
    let received = received(&mut props);
    let mounted = Mounted::<ArticleCards>::new(props);
    settle().await;
    // So low that the end is always near the viewport.
    styled(&mounted, "ul { block-size: 1px; overflow: hidden }");
    mounted.until(".ac-pager", 1).await;
    mounted.one(".ac-pager").scroll_into_view();
    mounted.until(".ac-card", 72).await;
    TimeoutFuture::new(200).await;
    assert_eq!(mounted.all(".ac-card").len(), 72);
    assert_eq!(*received.borrow(), [2, 3, 4, 5, 6]);
    assert_eq!(*changes.borrow(), 5);
    let more = mounted.one(".ac-more-button");
    more.click();
    mounted.until(".ac-card", 144).await;
}

#[wasm_bindgen_test]
async fn a_focused_pager_is_not_pushed_away() {
    let mut props = list(300, Paging::Infinite);
    props.page_size = 100;
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-card", 100).await;
    let more = mounted.one(".ac-more-button");
    more.focus().unwrap();
    more.scroll_into_view();
    TimeoutFuture::new(200).await;
    assert_eq!(mounted.all(".ac-card").len(), 100);
    more.click();
    mounted.until(".ac-card", 200).await;
    until(|| focused().text_content().as_deref() == Some("T100")).await;
    assert_eq!(focused().text_content().unwrap(), "T100");
}

#[wasm_bindgen_test]
async fn page_events_are_emitted_for_the_reader_only() {
    let mut props = list(300, Paging::More);
    let received = received(&mut props);
    let mut mounted = Mounted::<ArticleCards>::new(props.clone());
    mounted.until(".ac-card", 12).await;
    mounted.one(".ac-more-button").click();
    mounted.until(".ac-card", 24).await;
    assert_eq!(received.take(), [2]);
    let select = mounted.one(".ac-sort select");
    let select: web_sys::HtmlSelectElement = select.unchecked_into();
    select.set_value("title");
    let changed = web_sys::EventInit::new();
    changed.set_bubbles(true);
    let changed = web_sys::Event::new_with_event_init_dict("change", &changed).unwrap();
    select.dispatch_event(&changed).unwrap();
    mounted.until(".ac-card", 12).await;
    props.state = Some(article_cards::search::QueryState {
        page: 3,
        ..Default::default()
    });
    mounted.update(props);
    mounted.until(".ac-card", 36).await;
    assert!(received.borrow().is_empty(), "{:?}", received.borrow());
}

fn entries() -> u32 {
    let history = web_sys::window().unwrap().history().unwrap();
    history.length().unwrap()
}

#[wasm_bindgen_test]
async fn each_page_pushes_an_entry_and_scrolling_pushes_none() {
    let before = address();
    // In a new entry, so that there is none to go forward to.
    assert!(show_address(&with_query(&before, "?pages=1"), true));
    let start = entries();
    let mut props = list(300, Paging::Pages);
    props.url_state = Some("p-".into());
    let mut mounted = Mounted::<ArticleCards>::new(props.clone());
    mounted.until(".ac-card", 12).await;
    for page in [2, 3] {
        number(&mounted, &format!("Page {page}")).click();
        let current = format!("[aria-label='Page {page}, current']");
        mounted.until(&current, 1).await;
    }
    assert_eq!(entries(), start + 2);
    assert_eq!(address_query(&address()), "?pages=1&p-page=3");
    web_sys::window()
        .unwrap()
        .history()
        .unwrap()
        .back()
        .unwrap();
    mounted.until("[aria-label='Page 2, current']", 1).await;
    assert_eq!(mounted.texts(".ac-card-title")[0], "T12");

    let start = entries();
    props.paging = Paging::Infinite;
    mounted.update(props);
    mounted.until(".ac-more-button", 1).await;
    styled(&mounted, "ul { block-size: 1px; overflow: hidden }");
    mounted.one(".ac-pager").scroll_into_view();
    mounted.until(".ac-card", 84).await;
    TimeoutFuture::new(400).await;
    assert_eq!(address_query(&address()), "?pages=1&p-page=7");
    assert_eq!(entries(), start);
    drop(mounted);
    show_address(&before, true);
}
