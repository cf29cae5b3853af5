//! Refreshing, and lazy loading.

use std::cell::RefCell;
use std::rc::Rc;

use article_cards::components::{ArticleCards, ArticleCardsProps, LoadEvent, Loading, Paging};
use article_cards::error::Error;
use gloo_timers::future::TimeoutFuture;
use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, Event};
use yew::{Callback, props};

use crate::page::{Mounted, Server, feed, serve, settle};

const ADDRESS: &str = "https://fresh.example/index.json";

fn page() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

fn script(code: &str) {
    Function::new_no_args(code)
        .call0(&JsValue::UNDEFINED)
        .unwrap();
}

/// Advances the clock while the page is hidden.
fn after(seconds: u32) {
    set_visible(false);
    move_clock(seconds);
    set_visible(true);
}

fn move_clock(seconds: u32) {
    script(&format!(
        "window.realNow ??= Date.now;
        window.ahead = (window.ahead ?? 0) + {seconds}e3;
        Date.now = () => window.realNow() + window.ahead;"
    ));
}

fn set_visible(visible: bool) {
    let hidden = !visible;
    script(&format!(
        "Object.defineProperty(document, 'hidden', {{ configurable: true, value: {hidden} }});"
    ));
    let event = Event::new("visibilitychange").unwrap();
    page().dispatch_event(&event).unwrap();
}

/// Waits until a condition holds, at most five seconds.
async fn until(is_so: impl Fn() -> bool) {
    crate::page::until(&is_so).await;
    assert!(is_so(), "the condition never held");
    settle().await;
}

/// A feed that starts with a number of new articles.
fn newer(count: usize) -> String {
    let new: String = (0..count)
        .map(|n| format!(r#"{{"id":"n{n}","title":"N{n}","webUrl":"https://pier.example/n{n}"}},"#))
        .collect();
    feed(12).replacen('[', &format!("[{new}"), 1)
}

fn list() -> ArticleCardsProps {
    props!(ArticleCardsProps {
        src: ADDRESS,
        refresh: 30
    })
}

#[wasm_bindgen_test]
async fn new_articles_are_offered_and_shown_on_request() {
    let server = Server::new(ADDRESS, &[&newer(0)]);
    let loads = Rc::new(RefCell::new(0));
    let mut props = list();
    props.paging = Paging::Pages;
    props.page_size = 5;
    props.on_load = Callback::from({
        let loads = Rc::clone(&loads);
        move |_: LoadEvent| *loads.borrow_mut() += 1
    });
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-card", 5).await;
    mounted.one(".ac-page-button[aria-label='Page 2']").click();
    mounted.until("[aria-label='Page 2, current']", 1).await;
    let before = mounted.texts(".ac-card-title");
    assert_eq!(before[0], "T5");

    after(31);
    until(|| *loads.borrow() == 2).await;
    assert_eq!(server.requests(), 2);
    assert!(mounted.all(".ac-x-new").is_empty(), "there was nothing new");

    server.respond_with(&newer(3));
    after(20);
    settle().await;
    assert_eq!(server.requests(), 2, "too early");
    after(11);
    mounted.until(".ac-x-new", 1).await;
    assert_eq!(
        mounted.texts("[role=status] > .ac-x-new"),
        ["3 new articles"]
    );
    assert_eq!(mounted.texts(".ac-card-title"), before);

    mounted.one(".ac-x-new").focus().unwrap();
    mounted.one(".ac-x-new").click();
    mounted.until(".ac-x-new", 0).await;
    assert_eq!(mounted.texts(".ac-card-title")[0], "N0");
    assert_eq!(mounted.texts("[aria-current=page]"), ["1"]);
    assert_eq!(mounted.texts(".ac-summary"), ["15 articles"]);
    let focused = page().active_element().unwrap();
    assert_eq!(focused.text_content().unwrap(), "N0");
}

#[wasm_bindgen_test]
async fn a_failed_refresh_changes_nothing_and_emits_an_error() {
    let server = Server::new(ADDRESS, &[&newer(0)]);
    let errors = Rc::new(RefCell::new(Vec::new()));
    let mut props = list();
    props.on_error = Callback::from({
        let errors = Rc::clone(&errors);
        move |error: Error| errors.borrow_mut().push(error)
    });
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-card", 12).await;
    let before = mounted.root.inner_html();
    server.respond_with("");
    after(31);
    until(|| errors.borrow().len() == 1).await;
    assert_eq!(errors.borrow()[0].status(), Some(404));
    assert_eq!(mounted.root.inner_html(), before);
    server.respond_with(&newer(1));
    after(31);
    mounted.until(".ac-x-new", 1).await;
}

#[wasm_bindgen_test]
async fn a_hidden_page_does_not_refresh_until_visible() {
    let server = Server::new(ADDRESS, &[&newer(0)]);
    let mut props = list();
    // With the shortest interval, in real time.
    props.refresh = 10;
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-card", 12).await;
    server.respond_with(&newer(1));
    set_visible(false);
    move_clock(15);
    settle().await;
    assert_eq!(server.requests(), 1);
    set_visible(true);
    mounted.until(".ac-x-new", 1).await;
    assert_eq!(server.requests(), 2);
    server.respond_with(&newer(2));
    TimeoutFuture::new(10_500).await;
    assert_eq!(mounted.texts(".ac-x-new"), ["2 new articles"]);
}

#[wasm_bindgen_test]
async fn refreshes_are_at_least_ten_seconds_apart() {
    for refresh in [0, 9] {
        let server = Server::new(ADDRESS, &[&newer(0)]);
        let mut props = list();
        props.refresh = refresh;
        let mounted = Mounted::<ArticleCards>::new(props);
        mounted.until(".ac-card", 12).await;
        after(100);
        settle().await;
        assert_eq!(server.requests(), 1);
        assert!(mounted.all(".ac-x-news").is_empty());
    }
}

#[wasm_bindgen_test]
async fn another_feed_drops_the_offer() {
    let server = Server::new(ADDRESS, &[&newer(0)]);
    let mut mounted = Mounted::<ArticleCards>::new(list());
    mounted.until(".ac-card", 12).await;
    server.respond_with(&newer(1));
    after(31);
    mounted.until(".ac-x-new", 1).await;
    let mut other = list();
    other.src = Some(serve(&feed(3)).into());
    mounted.update(other);
    mounted.until(".ac-card", 3).await;
    assert!(mounted.all(".ac-x-new").is_empty());
}

#[wasm_bindgen_test]
async fn a_lazy_list_loads_near_the_viewport() {
    let server = Server::new(ADDRESS, &[&newer(0)]);
    // A place that another test left would lead to the list.
    let history = web_sys::window().unwrap().history().unwrap();
    history
        .replace_state(&wasm_bindgen::JsValue::NULL, "")
        .unwrap();
    let far = page().create_element("div").unwrap();
    far.set_attribute("style", "block-size: 9000px").unwrap();
    page().body().unwrap().append_child(&far).unwrap();
    web_sys::window().unwrap().scroll_to_with_x_and_y(0.0, 0.0);
    let mut props = list();
    props.loading = Loading::Lazy;
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-skeleton", 12).await;
    TimeoutFuture::new(300).await;
    assert_eq!(server.requests(), 0);
    assert_eq!(mounted.texts(".ac-summary"), [""]);
    mounted.root.scroll_into_view();
    mounted.until(".ac-card", 12).await;
    assert_eq!(server.requests(), 1);
    far.remove();
}

#[wasm_bindgen_test]
async fn a_list_that_becomes_eager_loads() {
    let server = Server::new(ADDRESS, &[&newer(0)]);
    let far = page().create_element("div").unwrap();
    far.set_attribute("style", "block-size: 9000px").unwrap();
    page().body().unwrap().append_child(&far).unwrap();
    let mut props = list();
    props.loading = Loading::Lazy;
    let mut mounted = Mounted::<ArticleCards>::new(props.clone());
    mounted.until(".ac-skeleton", 12).await;
    props.loading = Loading::Eager;
    mounted.update(props.clone());
    mounted.until(".ac-card", 12).await;
    props.loading = Loading::Lazy;
    mounted.update(props);
    settle().await;
    assert_eq!(mounted.all(".ac-card").len(), 12);
    assert_eq!(server.requests(), 1);
    far.remove();
}
