//! A page to mount on, and feeds to load from.

use gloo_timers::future::TimeoutFuture;
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Blob, Element, HtmlElement, Url};
use yew::{AppHandle, BaseComponent};

/// A mounted component.
pub struct Mounted<C: BaseComponent> {
    pub root: Element,
    app: Option<AppHandle<C>>,
}

impl<C: BaseComponent> Mounted<C> {
    pub fn new(properties: C::Properties) -> Self {
        let page = web_sys::window().unwrap().document().unwrap();
        let root = page.create_element("div").unwrap();
        page.body().unwrap().append_child(&root).unwrap();
        let app = yew::Renderer::<C>::with_root_and_props(root.clone(), properties).render();
        Self {
            root,
            app: Some(app),
        }
    }

    pub fn update(&mut self, properties: C::Properties) {
        self.app.as_mut().unwrap().update(properties);
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

    /// Waits until there are so many elements, at most five seconds.
    pub async fn until(&self, selector: &str, count: usize) {
        for _ in 0..250 {
            if self.all(selector).len() == count {
                return settle().await;
            }
            TimeoutFuture::new(20).await;
        }
        panic!(
            "{} of {selector} instead of {count}: {}",
            self.all(selector).len(),
            self.root.inner_html()
        );
    }
}

impl<C: BaseComponent> Drop for Mounted<C> {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}

/// Lets everything be drawn that waits for it.
pub async fn settle() {
    TimeoutFuture::new(60).await;
}

/// An address that serves a text.
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
