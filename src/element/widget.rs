use std::cell::{Cell, RefCell};

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

use super::answer::{diagnostics, facets, json};
use super::given::{self, Words};
use super::hearer::Hearer;
use super::property::texts;
use super::root::{ListProperties, Root, RootProperties};
use super::state;
use crate::components::{ArticleCardsProperties, CardClick, Change, LoadEvent, Remote};
use crate::error::Error;
use crate::feed::write_plain;
use crate::messages::language_for;
use crate::query::Fields;
use crate::state::{Action, Cause, Status, Waiting};

/// A list inside an element that is no component of Yew: what the custom element is made of.
#[wasm_bindgen]
pub struct Widget {
    root: RefCell<AppHandle<Root>>,
    remote: Remote,
    /// What was given last.
    properties: RefCell<ArticleCardsProperties>,
    words: RefCell<Words>,
    connection: Cell<u32>,
}

#[wasm_bindgen]
impl Widget {
    /// A widget that draws nothing yet, into `host`, which stays its own for ever.
    #[wasm_bindgen(constructor)]
    pub fn new(host: Element, hearer: Hearer) -> Self {
        let remote = Remote::new({
            let hearer = hearer.clone();
            move |revision| hearer.drawn(revision)
        });
        let nothing = RootProperties { list: None };
        Self {
            root: RefCell::new(Renderer::<Root>::with_root_and_props(host, nothing).render()),
            remote,
            properties: RefCell::new(listening(&hearer)),
            words: RefCell::default(),
            connection: Cell::new(0),
        }
    }

    /// In which language other than English the words of a locale (BCP 47) are.
    #[wasm_bindgen(js_name = languageFor)]
    pub fn language_for(locale: &str) -> Option<String> {
        language_for(locale).map(str::to_owned)
    }

    /// Draws what the attributes and properties of an element say; `revision` counts up.
    pub fn draw(&self, given: &JsValue, revision: u32) {
        let properties = {
            let mut properties = self.properties.borrow_mut();
            given::read(given, &mut properties, &mut self.words.borrow_mut());
            properties.clone()
        };
        self.show(Some(ListProperties {
            properties,
            remote: self.remote.clone(),
            revision,
            connection: self.connection.get(),
        }));
    }

    /// Draws nothing and keeps nothing, until the next drawing starts anew.
    pub fn clear(&self) {
        self.connection.set(self.connection.get().wrapping_add(1));
        self.properties.borrow_mut().items = None;
        self.words.take();
        self.show(None);
    }

    fn show(&self, list: Option<ListProperties>) {
        self.root.borrow_mut().update(RootProperties { list });
    }

    /// Whether there is a list that can be asked and changed.
    #[wasm_bindgen(js_name = isThere)]
    pub fn is_there(&self) -> bool {
        self.remote.state().is_some()
    }

    /// Where the list stands, in the words of `:state()`.
    pub fn status(&self) -> String {
        let status = self.remote.state().map(|state| state.status());
        let word = match status {
            None | Some(Status::Idle) => "idle",
            Some(Status::Loading) => "loading",
            Some(Status::Ready) => "ready",
            Some(Status::Empty) => "empty",
            Some(Status::Error) => "error",
        };
        word.to_owned()
    }

    /// What is on its way: `feed`, `page` or nothing.
    pub fn waiting(&self) -> Option<String> {
        let state = self.remote.state()?;
        let word = match state.waiting() {
            Some(Waiting::Feed) => "feed",
            Some(Waiting::Page) => "page",
            None if state.needs_page() => "page",
            None => return None,
        };
        Some(word.to_owned())
    }

    /// What is asked for.
    pub fn state(&self) -> JsValue {
        let state = self.remote.state();
        state.map_or(JsValue::UNDEFINED, |list| state::write(list.query()))
    }

    /// Asks for something else.
    pub fn ask(&self, wanted: &JsValue) {
        let asked = state::read(wanted, &self.fields());
        self.remote.act(Action::Queried(asked, Cause::Given));
    }

    /// Shows one more page.
    pub fn more(&self) {
        self.remote.act(Action::More(Cause::Given));
    }

    /// Asks for the feed once more.
    pub fn reload(&self) {
        self.remote.reload();
    }

    /// How many articles match.
    pub fn total(&self) -> f64 {
        self.remote.state().map_or(0, |state| state.total()) as f64
    }

    /// How long the last query took, in milliseconds.
    #[wasm_bindgen(js_name = tookMs)]
    pub fn took_ms(&self) -> f64 {
        self.remote.state().map_or(0.0, |state| state.took_ms())
    }

    /// The identities of all that a state finds, in order: JSON.
    pub fn ids(&self, wanted: &JsValue) -> String {
        let asked = state::read(wanted, &self.fields());
        let list = self.remote.state();
        let index = list.as_ref().and_then(|list| list.index());
        match index {
            Some(index) => json(&index.run(&asked).ids()),
            None => "[]".to_owned(),
        }
    }

    /// The facets' values and their counts: JSON.
    #[wasm_bindgen(js_name = facetCounts)]
    pub fn facet_counts(&self) -> String {
        let list = self.remote.state();
        facets(list.as_ref().map_or(&[], |list| list.facets()))
    }

    /// What was wrong with single articles and fields: JSON, `{count, kept}`.
    pub fn diagnostics(&self) -> Option<String> {
        let list = self.remote.state()?;
        Some(diagnostics(list.feed()?.diagnostics()))
    }

    /// The articles of these identities, in this order: JSON. `undefined`: all that there are.
    pub fn articles(&self, ids: &JsValue) -> Option<String> {
        let list = self.remote.state()?;
        let feed = list.feed()?;
        let with_unpublished = self.properties.borrow().with_unpublished;
        let wanted = (!ids.is_undefined()).then(|| texts(ids));
        let articles: Vec<_> = match &wanted {
            Some(ids) => ids.iter().filter_map(|id| feed.article(id)).collect(),
            None => feed.articles().iter().collect(),
        };
        let shown = articles
            .into_iter()
            .filter(|article| article.published || with_unpublished);
        Some(write_plain(shown.map(|article| &**article)))
    }

    fn fields(&self) -> Fields {
        Fields::default().with(self.properties.borrow().mapping.fields())
    }
}

/// Properties that tell of all that happens.
fn listening(hearer: &Hearer) -> ArticleCardsProperties {
    let heard = || hearer.clone();
    let mut properties = yew::props!(ArticleCardsProperties {});
    let told = heard();
    properties.on_load = Callback::from(move |event: LoadEvent| {
        told.load(event.count as f64, event.skipped as f64, &event.url);
    });
    let told = heard();
    properties.on_error = Callback::from(move |error: Error| {
        told.error(
            error.kind(),
            error.message(),
            error.url(),
            error.is_retryable(),
        );
    });
    let told = heard();
    properties.on_change = Callback::from(move |change: Change| {
        told.change(state::write(&change.state), change.total as f64);
    });
    let told = heard();
    properties.on_card_click = Some(Callback::from(move |click: CardClick| {
        told.card_click(&click.id, &click.url, &click.event);
    }));
    properties
}

impl std::fmt::Debug for Widget {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Widget").finish_non_exhaustive()
    }
}
