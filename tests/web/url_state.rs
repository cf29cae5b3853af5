//! A list's query in the page's address and history.

use std::cell::RefCell;
use std::rc::Rc;

use article_cards::browser::{
    ListPlace, UrlState, UrlStateListener, address, address_query, show_address, with_query,
};
use article_cards::components::{ArticleCards, ArticleCardsProps};
use article_cards::search::{FilterableFields, QueryState};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Promise, Reflect};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{History, HtmlElement, ScrollRestoration, Window};

use yew::props;

use crate::page::{Mounted, feed, serve, settle, until};

fn window() -> Window {
    web_sys::window().unwrap()
}

fn history() -> History {
    window().history().unwrap()
}

fn query() -> String {
    address_query(&address()).to_owned()
}

fn text(text: &str) -> QueryState {
    QueryState {
        query: text.into(),
        ..QueryState::default()
    }
}

/// Pushes an entry with this query, so that there is none to go forward to; removes it when dropped.
struct Page(String);

impl Page {
    fn new(query: &str) -> Self {
        let before = address();
        assert!(show_address(&with_query(&before, query), true));
        Self(before)
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        show_address(&self.0, true);
    }
}

/// A URL state, and the queries that were navigated to.
struct Listening {
    part: UrlState,
    place: Rc<ListPlace>,
    received: Rc<RefCell<Vec<String>>>,
    listener: Option<UrlStateListener>,
}

/// The place in a list: the whole page.
fn list_place() -> Rc<ListPlace> {
    let body = || window().document()?.document_element();
    Rc::new(ListPlace::new("list", Rc::new(body)))
}

impl Listening {
    fn new(prefix: &str, start: &QueryState) -> Self {
        let place = list_place();
        let part = UrlState::new(
            prefix,
            &FilterableFields::default(),
            start,
            Rc::clone(&place),
        );
        let received = Rc::new(RefCell::new(Vec::new()));
        let listener = {
            let received = Rc::clone(&received);
            part.listen(
                move |state| received.borrow_mut().push(state.to_string()),
                QueryState::default,
            )
        };
        Self {
            part,
            place,
            received,
            listener,
        }
    }

    fn received(&self) -> Vec<String> {
        self.received.take()
    }
}

async fn back() {
    let moved = moved();
    history().back().unwrap();
    moved.await.unwrap();
    settle().await;
}

async fn forward() {
    let moved = moved();
    history().forward().unwrap();
    moved.await.unwrap();
    settle().await;
}

/// Waits for the `popstate` event, which takes as long as the browser takes.
fn moved() -> JsFuture {
    Promise::new(&mut |resolve, _| {
        window()
            .add_event_listener_with_callback("popstate", &resolve)
            .unwrap();
    })
    .into()
}

#[wasm_bindgen_test]
async fn a_decision_pushes_an_entry_and_typing_replaces_it() {
    let _page = Page::new("?id=%37");
    let start = QueryState::default();
    let list = Listening::new("", &start);
    let before = history().length().unwrap();
    list.part.push(&text("one"));
    assert_eq!(query(), "?id=%37&q=one");
    list.part.replace(&text("one t"));
    assert_eq!(query(), "?id=%37&q=one+t");
    assert_eq!(history().length().unwrap(), before + 1);
    // A query that the address already has is not written.
    list.part.push(&text("one t"));
    assert_eq!(history().length().unwrap(), before + 1);
    list.part.push(&start);
    assert_eq!(query(), "?id=%37");
    assert_eq!(history().length().unwrap(), before + 2);
    assert!(list.received().is_empty());
    back().await;
    back().await;
    forward().await;
    assert_eq!(list.received(), ["q=one+t", "", "q=one+t"]);
}

#[wasm_bindgen_test]
async fn typing_is_throttled_and_the_last_query_is_written() {
    let _page = Page::new("");
    let list = Listening::new("", &QueryState::default());
    let mut seen = vec![query()];
    for letter in 1..=20 {
        list.part.replace(&text(&"x".repeat(letter)));
        if seen.last() != Some(&query()) {
            seen.push(query());
        }
        TimeoutFuture::new(40).await;
    }
    assert!((3..=5).contains(&seen.len()), "{seen:?}");
    TimeoutFuture::new(400).await;
    assert_eq!(query(), format!("?q={}", "x".repeat(20)));
}

#[wasm_bindgen_test]
async fn a_typed_query_is_written_before_a_decision_and_before_the_end() {
    let _page = Page::new("");
    let mut list = Listening::new("", &QueryState::default());
    list.part.replace(&text("a"));
    list.part.replace(&text("ab"));
    assert_eq!(query(), "?q=a");
    let mut decided = text("ab");
    decided.page = 2;
    list.part.push(&decided);
    assert_eq!(query(), "?q=ab&page=2");
    back().await;
    assert_eq!(query(), "?q=ab");
    TimeoutFuture::new(350).await;
    list.part.replace(&text("abc"));
    list.part.replace(&text("abcd"));
    assert_eq!(query(), "?q=abc");
    list.listener = None;
    assert_eq!(query(), "?q=abcd");
    list.received();
    list.part.push(&text("gone"));
    back().await;
    assert!(list.received().is_empty(), "the listener is dropped");
}

#[wasm_bindgen_test]
async fn going_back_drops_a_pending_query() {
    let _page = Page::new("");
    let list = Listening::new("", &QueryState::default());
    list.part.push(&text("one"));
    list.part.replace(&text("one t"));
    list.part.replace(&text("one two"));
    back().await;
    assert_eq!(list.received(), [""]);
    // The render that follows pushes no entry, even if its query differs a little.
    TimeoutFuture::new(400).await;
    assert_eq!(query(), "");
    forward().await;
    assert_eq!(query(), "?q=one+t");
}

#[wasm_bindgen_test]
async fn rendering_after_going_back_pushes_no_entry() {
    let _page = Page::new("");
    let fields = FilterableFields::default();
    let part = UrlState::new("", &fields, &QueryState::default(), list_place());
    let again = part.clone();
    let _listener = part.listen(
        move |_| again.push(&text("not quite the same")),
        QueryState::default,
    );
    part.push(&text("one"));
    back().await;
    assert_eq!(query(), "");
    forward().await;
    assert_eq!(query(), "?q=one");
    part.push(&text("two"));
    assert_eq!(query(), "?q=two");
}

#[wasm_bindgen_test]
async fn the_page_keeps_its_state_fragment_and_parameters() {
    let _page = Page::new("?b=%7e&a&=&a=1");
    let with_it = address();
    let before = with_it.split('#').next().unwrap();
    let state = js_sys::Object::new();
    Reflect::set(&state, &"page's own".into(), &7.into()).unwrap();
    let with_fragment = format!("{before}#half=way?q=no");
    history()
        .replace_state_with_url(&state, "", Some(&with_fragment))
        .unwrap();
    let is_unchanged = || {
        let state = history().state().unwrap();
        Reflect::get(&state, &"page's own".into()).unwrap() == 7
    };
    let list = Listening::new("ü-", &QueryState::default());
    list.part.push(&text("#1"));
    assert_eq!(address(), format!("{before}&%C3%BC-q=%231#half=way?q=no"));
    assert!(is_unchanged());
    TimeoutFuture::new(350).await;
    list.part.replace(&text(""));
    assert_eq!(address(), with_fragment);
    assert!(is_unchanged());
}

#[wasm_bindgen_test]
async fn several_lists_share_the_address() {
    let _page = Page::new("?x=1");
    let start = QueryState::default();
    let (one, other) = (Listening::new("a-", &start), Listening::new("a-b-", &start));
    one.part.replace(&text("o"));
    other.part.replace(&text("t"));
    one.part.replace(&text("one"));
    other.part.replace(&text("two"));
    TimeoutFuture::new(400).await;
    assert_eq!(query(), "?x=1&a-q=one&a-b-q=two");
    one.part.push(&text("1"));
    back().await;
    assert_eq!(one.received(), ["q=one"]);
    assert!(other.received().is_empty(), "its part is the same");
}

#[wasm_bindgen_test]
async fn an_address_without_parameters_means_the_initial_query() {
    let _page = Page::new("");
    let start = text("start");
    let list = Listening::new("", &start);
    list.part.push(&start);
    assert_eq!(query(), "");
    list.part.push(&QueryState::default());
    assert_eq!(query(), "?q=");
    list.part.push(&text("more"));
    assert_eq!(query(), "?q=more");
    back().await;
    back().await;
    assert_eq!(list.received(), ["", "q=start"]);
}

#[wasm_bindgen_test]
async fn a_changed_fragment_is_not_a_navigation() {
    let _page = Page::new("");
    let list = Listening::new("", &QueryState::default());
    list.part.replace(&text("a"));
    list.part.replace(&text("ab"));
    window().location().set_hash("half-way").unwrap();
    settle().await;
    assert!(list.received().is_empty());
    TimeoutFuture::new(400).await;
    assert_eq!(query(), "?q=ab");
    assert!(address().ends_with("#half-way"));
}

#[wasm_bindgen_test]
fn a_browser_that_refuses_does_not_break_the_list() {
    assert!(!show_address("https://elsewhere.example/", true));
    assert!(!show_address("https://", false));
    // As a browser that refuses.
    let _page = Page::new("");
    let list = Listening::new("", &QueryState::default());
    let refuse = js_sys::Function::new_no_args("throw new DOMException('', 'SecurityError')");
    for name in ["pushState", "replaceState"] {
        Reflect::set(&history(), &name.into(), &refuse).unwrap();
    }
    list.part.push(&text("one"));
    list.part.replace(&text("two"));
    for name in ["pushState", "replaceState"] {
        Reflect::delete_property(&history(), &name.into()).unwrap();
    }
    assert_eq!(query(), "");
    list.part.push(&text("three"));
    assert_eq!(query(), "?q=three");
}

#[wasm_bindgen_test]
fn popstate_events_of_a_router_are_harmless() {
    let _page = Page::new("");
    let start = QueryState::default();
    let (one, other) = (Listening::new("a-", &start), Listening::new("b-", &start));
    let source = "const push = History.prototype.pushState;
        history.pushState = function (...what) {
            push.apply(this, what);
            dispatchEvent(new PopStateEvent('popstate', {state: history.state}));
        }";
    let patch = js_sys::Function::new_no_args(source);
    patch.call0(&history()).unwrap();
    one.part.push(&text("one"));
    Reflect::delete_property(&history(), &"pushState".into()).unwrap();
    assert_eq!(query(), "?a-q=one");
    assert!(one.received().is_empty() && other.received().is_empty());
    one.part.push(&text("two"));
    assert_eq!(query(), "?a-q=two");
}

#[wasm_bindgen_test]
async fn a_list_starts_at_the_address_and_follows_back_and_forward() {
    let page = Page::new("?w-q=T1&w-sort=-position");
    // As an application that passes each state back as the one to show.
    let props = |state: Option<QueryState>| {
        props!(ArticleCardsProps {
            src: serve(&feed(60)),
            url_state: "w-",
            state: state
        })
    };
    let initial = props(None);
    let mut mounted = Mounted::<ArticleCards>::new(initial.clone());
    mounted.until(".ac-card", 11).await;
    assert_eq!(query(), "?w-q=T1&w-sort=-position");
    drop(mounted);
    drop(page);

    let _page = Page::new("");
    mounted = Mounted::<ArticleCards>::new(initial.clone());
    mounted.until(".ac-card", 12).await;
    let length = history().length().unwrap();
    for pages in 2..=3 {
        mounted.one(".ac-more-button").click();
        mounted.until(".ac-card", pages * 12).await;
        // Replaced at most every 300 ms.
        TimeoutFuture::new(400).await;
        assert_eq!(query(), format!("?w-page={pages}"));
        let state = QueryState {
            page: pages,
            ..QueryState::default()
        };
        mounted.update(ArticleCardsProps {
            state: Some(state),
            ..initial.clone()
        });
        settle().await;
    }
    assert_eq!(history().length().unwrap(), length);
    let _next = Page::new("?w-q=T1");
    back().await;
    mounted.until(".ac-card", 36).await;
    assert_eq!(query(), "?w-page=3");
    forward().await;
    mounted.until(".ac-card", 11).await;
    assert_eq!(query(), "?w-q=T1");
}

/// A page whose height changes.
struct Tall(HtmlElement);

impl Tall {
    fn new(height: u32) -> Self {
        use wasm_bindgen::JsCast;
        let page = window().document().unwrap();
        let element: HtmlElement = page.create_element("div").unwrap().unchecked_into();
        page.body().unwrap().append_child(&element).unwrap();
        let tall = Self(element);
        tall.set(height);
        tall
    }

    fn set(&self, height: u32) {
        // A tall list has a card far down.
        let card =
            r#"<p class="ac-card" data-id="far" style="position: relative; top: 40100px">Far</p>"#;
        self.0
            .set_inner_html(if height > 40_000 { card } else { "" });
        let height = format!("{height}px");
        self.0.style().set_property("height", &height).unwrap();
    }
}

impl Drop for Tall {
    fn drop(&mut self) {
        self.0.remove();
    }
}

fn place() -> f64 {
    window().scroll_y().unwrap()
}

#[wasm_bindgen_test]
async fn going_back_restores_the_scroll_position() {
    let _page = Page::new("");
    let tall = Tall::new(60_000);
    let list = Listening::new("", &QueryState::default());
    // The results of earlier tests are above it.
    let far = f64::from(tall.0.offset_top()) + 40_000.0;
    window().scroll_to_with_x_and_y(0.0, far);
    settle().await;
    // A decision leaves a few cards, so that the page is short before the address is written.
    list.place.note();
    tall.set(200);
    list.part.push(&text("few"));
    settle().await;
    assert!(place() < far - 10_000.0, "{}", place());
    back().await;
    assert!(place() < far - 10_000.0, "there are no cards yet");
    tall.set(60_000);
    until(|| place() == far).await;
    assert_eq!(place(), far);
    let state = history().state().unwrap();
    let places = Reflect::get(&state, &"article-cards".into()).unwrap();
    let saved = Reflect::get(&places, &"list".into()).unwrap();
    assert_eq!(js_sys::Array::from(&saved).get(0), "far");
    // A reader who scrolls meanwhile is not interrupted.
    tall.set(200);
    forward().await;
    back().await;
    let wheel = web_sys::Event::new("wheel").unwrap();
    window().dispatch_event(&wheel).unwrap();
    window().scroll_to_with_x_and_y(0.0, 0.0);
    tall.set(60_000);
    TimeoutFuture::new(200).await;
    assert!(place() < far - 10_000.0, "{}", place());
    // Nor is a page that restores positions itself.
    history()
        .set_scroll_restoration(ScrollRestoration::Manual)
        .unwrap();
    forward().await;
    // More than a screen: Firefox undoes less if there was no layout since the navigation.
    window().scroll_to_with_x_and_y(0.0, 10_000.0);
    back().await;
    TimeoutFuture::new(200).await;
    let now = place();
    history()
        .set_scroll_restoration(ScrollRestoration::Auto)
        .unwrap();
    assert_eq!(now, 10_000.0);
}
