use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

use super::answer::{diagnostics, facets};
use super::found::Found;
use super::given::{self, Words, fields};
use super::hearer::Hearer;
use super::options::mapping;
use super::property::{property, text, texts};
use super::root::{List, Root};
use super::state;
use article_cards::components::embedding::{
    DynComponent, DynComponentProps, ListHandle, QueryProps,
};
use article_cards::components::{ArticleCardsProps, CardClick, Change, LoadEvent};
use article_cards::i18n::language_for;
use article_cards::store::{Action, Pending, Status, Trigger};
use article_cards_core::error::Error;
use article_cards_core::feed::write_plain;
use article_cards_core::search::FilterableFields;

/// A list inside an element that is no component of Yew: what the custom element is made of.
#[wasm_bindgen]
pub struct Widget {
    root: RefCell<AppHandle<DynComponent>>,
    /// Another one in each element.
    remote: RefCell<ListHandle>,
    hearer: Hearer,
    /// What was given last.
    properties: RefCell<ArticleCardsProps>,
    words: RefCell<Words>,
    connection: Cell<u32>,
}

#[wasm_bindgen]
impl Widget {
    /// A widget that draws nothing yet, into `host`, which stays its own for ever.
    #[wasm_bindgen(constructor)]
    pub fn new(host: Element, hearer: Hearer) -> Self {
        let remote = remote(&hearer);
        let nothing = DynComponentProps::root(Root(None));
        Self {
            root: RefCell::new(
                Renderer::<DynComponent>::with_root_and_props(host, nothing).render(),
            ),
            properties: RefCell::new(listening(&hearer, &remote)),
            remote: RefCell::new(remote),
            hearer,
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
        self.show(Some(List {
            properties,
            remote: self.remote(),
            revision,
            connection: self.connection.get(),
        }));
    }

    /// Draws nothing and keeps nothing, until the next drawing starts anew.
    pub fn clear(&self) {
        self.connection.set(self.connection.get().wrapping_add(1));
        // What still happens in the list that was drawn concerns nobody.
        self.remote.replace(remote(&self.hearer)).close();
        let properties = listening(&self.hearer, &self.remote());
        self.properties.replace(properties);
        self.words.take();
        self.show(None);
    }

    fn remote(&self) -> ListHandle {
        self.remote.borrow().clone()
    }

    fn show(&self, list: Option<List>) {
        self.root
            .borrow_mut()
            .update(DynComponentProps::root(Root(list)));
    }

    /// Whether there is a list that can be asked and changed.
    #[wasm_bindgen(js_name = isThere)]
    pub fn is_there(&self) -> bool {
        self.remote().state().is_some()
    }

    /// Where the list stands, in the words of `:state()`.
    pub fn status(&self) -> String {
        let status = self.remote().state().map(|state| state.status());
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
        let state = self.remote().state()?;
        let word = match state.pending() {
            Some(Pending::Feed) => "feed",
            Some(Pending::Page) => "page",
            None if state.needs_page() => "page",
            None => return None,
        };
        Some(word.to_owned())
    }

    /// What is asked for.
    pub fn state(&self) -> JsValue {
        let state = self.remote().state();
        state.map_or(JsValue::UNDEFINED, |list| state::write(list.query()))
    }

    /// Asks for something else.
    pub fn ask(&self, wanted: &JsValue) {
        let asked = state::read(wanted, &fields(&self.properties.borrow()));
        self.remote()
            .dispatch(Action::QueryReplaced(asked, Trigger::Host));
    }

    /// What `query`, `sort` and `filter` start from, read with `mapping`.
    pub fn start(given: &JsValue) -> JsValue {
        let (start, _) = selection(given, false);
        state::write(start.start())
    }

    /// A state once what it started from has changed; `warns` of what can't be read.
    pub fn changed(state: &JsValue, before: &JsValue, after: &JsValue, warns: bool) -> JsValue {
        let ((before, _), (after, fields)) = (selection(before, false), selection(after, warns));
        state::write(&after.applied(&before, &state::read(state, &fields)))
    }

    /// Shows one more page.
    pub fn more(&self) {
        self.remote().dispatch(Action::ShowMore(Trigger::Host));
    }

    /// Asks for the feed once more.
    pub fn reload(&self) {
        self.remote().reload();
    }

    /// How many articles match.
    pub fn total(&self) -> f64 {
        self.remote().answered().map_or(0, |state| state.total()) as f64
    }

    /// How long the last query took, in milliseconds.
    #[wasm_bindgen(js_name = tookMs)]
    pub fn took_ms(&self) -> f64 {
        self.remote()
            .answered()
            .map_or(0.0, |state| state.took_ms())
    }

    /// What is found for a state in the feed as it is now.
    pub fn found(&self, wanted: &JsValue) -> Found {
        let list = self.remote().answered();
        Found {
            index: list.and_then(|list| list.index().cloned()),
            query: state::read(wanted, &fields(&self.properties.borrow())),
        }
    }

    /// Whether something was found in the feed as it is now.
    #[wasm_bindgen(js_name = isOfNow)]
    pub fn is_of_now(&self, found: &Found) -> bool {
        let list = self.remote().state();
        let index = list.as_ref().and_then(|list| list.index());
        index.map(Rc::as_ptr) == found.index.as_ref().map(Rc::as_ptr)
    }

    /// The facets' values and their counts: JSON.
    #[wasm_bindgen(js_name = facetCounts)]
    pub fn facet_counts(&self) -> String {
        let list = self.remote().answered();
        facets(list.as_ref().map_or(&[], |list| list.facets()))
    }

    /// What was wrong with single articles and fields: JSON, `{count, kept}`.
    pub fn diagnostics(&self) -> Option<String> {
        let list = self.remote().state()?;
        Some(diagnostics(list.feed()?.diagnostics()))
    }

    /// The articles of these identities, in this order: JSON. `undefined`: all that there are.
    pub fn articles(&self, ids: &JsValue) -> Option<String> {
        let list = self.remote().state()?;
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
}

/// What an element starts from, and the fields that it may filter by.
fn selection(given: &JsValue, warns: bool) -> (QueryProps, FilterableFields) {
    let mapping = mapping(&property(given, "mapping"));
    let fields = FilterableFields::default().with(mapping.fields());
    let texts = ["query", "sort", "filter"].map(|name| text(given, name).unwrap_or_default());
    (QueryProps::new(texts, &fields, warns), fields)
}

fn remote(hearer: &Hearer) -> ListHandle {
    let hearer = hearer.clone();
    ListHandle::new(move |revision| hearer.drawn(revision))
}

/// Properties that tell of all that happens, as long as somebody holds the list.
fn listening(hearer: &Hearer, remote: &ListHandle) -> ArticleCardsProps {
    let heard = Rc::new(Heard {
        hearer: hearer.clone(),
        remote: remote.clone(),
    });
    let mut properties = yew::props!(ArticleCardsProps {});
    let told = Rc::clone(&heard);
    properties.on_load = Callback::from(move |event: LoadEvent| {
        if let Some(hearer) = told.now() {
            hearer.load(event.count as f64, event.skipped as f64, &event.url);
        }
    });
    let told = Rc::clone(&heard);
    properties.on_error = Callback::from(move |error: Error| {
        if let Some(hearer) = told.now() {
            let (message, url) = (error.message(), error.url());
            hearer.error(error.kind(), &message, url, error.is_retryable());
        }
    });
    let told = Rc::clone(&heard);
    properties.on_change = Callback::from(move |change: Change| {
        if let Some(hearer) = told.now() {
            hearer.change(state::write(&change.state), change.total as f64);
        }
    });
    let told = Rc::clone(&heard);
    properties.on_page = Callback::from(move |page: usize| {
        if let Some(hearer) = told.now() {
            hearer.page(page as f64);
        }
    });
    let told = Rc::clone(&heard);
    properties.on_card_click = Some(Callback::from(move |click: CardClick| {
        if let Some(hearer) = told.now() {
            hearer.card_click(&click.id, &click.url, &click.event);
        }
    }));
    properties
}

/// Who hears, unless that was another element.
struct Heard {
    hearer: Hearer,
    remote: ListHandle,
}

impl Heard {
    fn now(&self) -> Option<&Hearer> {
        self.remote.is_open().then_some(&self.hearer)
    }
}

impl std::fmt::Debug for Widget {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Widget").finish_non_exhaustive()
    }
}
