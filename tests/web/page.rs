//! Mounting components, and feeds to load.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Function};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, Element, Event, EventInit, HtmlElement, HtmlInputElement, Response, ResponseInit, Url,
};
use yew::{AppHandle, BaseComponent};

/// A mounted component.
pub struct Mounted<C: BaseComponent> {
    pub root: Element,
    app: Option<AppHandle<C>>,
}

impl<C: BaseComponent> Mounted<C> {
    pub fn new(props: C::Properties) -> Self {
        let page = web_sys::window().unwrap().document().unwrap();
        let root = page.create_element("div").unwrap();
        page.body().unwrap().append_child(&root).unwrap();
        let app = yew::Renderer::<C>::with_root_and_props(root.clone(), props).render();
        Self {
            root,
            app: Some(app),
        }
    }

    pub fn update(&mut self, props: C::Properties) {
        self.app.as_mut().unwrap().update(props);
    }

    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length())
            .map(|place| found.item(place).unwrap().unchecked_into())
            .collect()
    }

    pub fn one(&self, selector: &str) -> HtmlElement {
        self.all(selector)
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("no {selector} in {}", self.root.inner_html()))
    }

    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector)
            .iter()
            .map(|element| element.text_content().unwrap())
            .collect()
    }

    /// Waits until the selector matches this number of elements, at most five seconds.
    pub async fn until(&self, selector: &str, count: usize) {
        let is_there = || self.all(selector).len() == count;
        until(is_there).await;
        assert!(
            is_there(),
            "{} of {selector} instead of {count}: {}",
            self.all(selector).len(),
            self.root.inner_html()
        );
        settle().await;
    }
}

impl<C: BaseComponent> Drop for Mounted<C> {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
        // The next list of the same source would return to the query of this one.
        let history = web_sys::window().unwrap().history().unwrap();
        history.replace_state(&JsValue::NULL, "").unwrap();
    }
}

/// Types a text into the search field of a list.
pub fn enter<C: BaseComponent>(mounted: &Mounted<C>, text: &str) {
    let field: HtmlInputElement = mounted.one(".ac-search-input").unchecked_into();
    field.set_value(text);
    let bubbles = EventInit::new();
    bubbles.set_bubbles(true);
    field
        .dispatch_event(&Event::new_with_event_init_dict("input", &bubbles).unwrap())
        .unwrap();
}

/// Waits for pending renders.
pub async fn settle() {
    TimeoutFuture::new(60).await;
}

/// Waits until a condition holds, at most five seconds; the assertion that follows reports it.
pub async fn until(is_so: impl Fn() -> bool) {
    for _ in 0..1_000 {
        if is_so() {
            return;
        }
        TimeoutFuture::new(5).await;
    }
}

/// A URL that serves a text.
pub fn serve(text: &str) -> String {
    let blob = Blob::new_with_str_sequence(&Array::of1(&text.into())).unwrap();
    Url::create_object_url_with_blob(&blob).unwrap()
}

/// A feed of articles `T0`, `T1`, …
pub fn feed(count: usize) -> String {
    let articles: Vec<String> = (0..count)
        .map(|n| format!(r#"{{"id":"{n}","title":"T{n}","webUrl":"https://pier.example/{n}"}}"#))
        .collect();
    format!(r#"{{"value":[{}]}}"#, articles.join(","))
}

/// Mock responses for requests that start with a URL, until it is dropped.
pub struct Server {
    bodies: Rc<RefCell<Vec<String>>>,
    requests: Rc<Cell<usize>>,
    stop: Function,
    _respond: Closure<dyn Fn() -> Response>,
}

impl Server {
    /// The first request gets the first body, and so on; the last one is repeated. An empty body has
    /// status 404.
    pub fn new(address: &str, bodies: &[&str]) -> Self {
        let bodies: Vec<String> = bodies.iter().map(|it| (*it).to_owned()).collect();
        let bodies = Rc::new(RefCell::new(bodies));
        let requests = Rc::new(Cell::new(0));
        let respond = {
            let (bodies, requests) = (Rc::clone(&bodies), Rc::clone(&requests));
            Closure::<dyn Fn() -> Response>::new(move || {
                let at = requests.replace(requests.get() + 1);
                let bodies = bodies.borrow();
                let text = bodies.get(at).or(bodies.last()).unwrap();
                let init = ResponseInit::new();
                init.set_status(if text.is_empty() { 404 } else { 200 });
                Response::new_with_opt_str_and_init(Some(text), &init).unwrap()
            })
        };
        let take_over = Function::new_with_args(
            "address, respond",
            "const own = window.fetch;
            window.fetch = (url, init) => String(url).startsWith(address) ? Promise.resolve(respond()) : own.call(window, url, init);
            return () => { window.fetch = own; };",
        );
        let this = JsValue::UNDEFINED;
        let stop = take_over.call2(&this, &address.into(), respond.as_ref());
        Self {
            bodies,
            requests,
            stop: stop.unwrap().unchecked_into(),
            _respond: respond,
        }
    }

    /// The number of requests.
    pub fn requests(&self) -> usize {
        self.requests.get()
    }

    /// Responds to all further requests with this body.
    pub fn respond_with(&self, text: &str) {
        self.bodies.replace(vec![text.to_owned()]);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.call0(&JsValue::UNDEFINED).unwrap();
    }
}
