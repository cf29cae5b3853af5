use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::{AppHandle, Renderer};

use super::event_sink::{self, EventSink};
use super::own_cards::OwnCards;
use super::props::{self, MessageLayers, fields};
use super::result_ids::ResultIds;
use super::root::{List, Root};
use super::script_engine::EngineCache;
use crate::convert::{mapping, property, strings, text, to_js};
use crate::results::{self, FacetMap};
use crate::state;
use article_cards::browser::{set_body_converter, set_character_reference_loader};
use article_cards::components::ArticleCardsProps;
use article_cards::components::embedding::{
    DynComponent, DynComponentProps, ListHandle, QueryProps,
};
use article_cards::store::{Action, Pending, Status, Trigger};
use article_cards_core::search::{FilterableFields, Highlighter, QueryState, SortKey};

/// A root of Yew with the list of one custom element at a time.
#[wasm_bindgen]
pub struct Widget {
    root: RefCell<AppHandle<DynComponent>>,
    /// The handle of the current list; every list has its own.
    handle: RefCell<ListHandle>,
    sink: EventSink,
    /// What the list is rendered with.
    props: RefCell<ArticleCardsProps>,
    messages: RefCell<MessageLayers>,
    own_cards: RefCell<OwnCards>,
    engine: RefCell<EngineCache>,
    connection: Cell<u32>,
}

#[wasm_bindgen]
impl Widget {
    /// Creates an empty widget that renders into `host`.
    #[wasm_bindgen(constructor)]
    pub fn new(host: Element, sink: EventSink) -> Self {
        let loader = sink.clone();
        set_character_reference_loader(move || loader.load_character_references());
        let converter = sink.clone();
        set_body_converter(move |reader, url, max_bytes| {
            converter.convert_body(reader, url, max_bytes)
        });
        let handle = new_handle(&sink);
        let nothing = DynComponentProps::root(Root(None));
        Self {
            root: RefCell::new(
                Renderer::<DynComponent>::with_root_and_props(host, nothing).render(),
            ),
            props: RefCell::new(new_props(&sink, &handle)),
            handle: RefCell::new(handle),
            sink,
            messages: RefCell::default(),
            own_cards: RefCell::default(),
            engine: RefCell::default(),
            connection: Cell::new(0),
        }
    }

    /// Renders the list with an element's attributes and properties, the members of `object`.
    /// Revisions count up.
    pub fn render(&self, object: &JsValue, revision: u32) {
        let props = {
            let mut props = self.props.borrow_mut();
            props::apply(object, &mut props, &mut self.messages.borrow_mut());
            props.engine = self.engine.borrow_mut().engine(object).into();
            props.own_card = self.own_cards.borrow_mut().callback(object, &self.sink);
            props.clone()
        };
        self.update(Some(List {
            props,
            handle: self.handle(),
            revision,
            connection: self.connection.get(),
        }));
    }

    /// Removes the list. The next [`render`](Self::render) mounts another one.
    pub fn unmount(&self) {
        self.connection.set(self.connection.get().wrapping_add(1));
        // Closed, so that the old list emits nothing any more.
        self.handle.replace(new_handle(&self.sink)).close();
        self.props.replace(new_props(&self.sink, &self.handle()));
        self.messages.take();
        self.own_cards.take();
        self.engine.take();
        self.update(None);
    }

    fn handle(&self) -> ListHandle {
        self.handle.borrow().clone()
    }

    fn update(&self, list: Option<List>) {
        self.root
            .borrow_mut()
            .update(DynComponentProps::root(Root(list)));
    }

    /// Returns whether a list is mounted, which the methods below then read and change.
    #[wasm_bindgen(js_name = isMounted)]
    pub fn is_mounted(&self) -> bool {
        self.handle().state().is_some()
    }

    /// Returns the element's `status`.
    pub fn status(&self) -> String {
        let status = self.handle().state().map(|state| state.status());
        let keyword = match status {
            None | Some(Status::Idle) => "idle",
            Some(Status::Loading) => "loading",
            Some(Status::Ready) => "ready",
            Some(Status::Empty) => "empty",
            Some(Status::Error) => "error",
        };
        keyword.to_owned()
    }

    /// Returns what is being loaded: `feed`, `page` or nothing.
    pub fn loading(&self) -> Option<String> {
        let state = self.handle().state()?;
        let keyword = match state.pending() {
            Some(Pending::Feed) => "feed",
            Some(Pending::Page) => "page",
            None if state.needs_page() => "page",
            None => return None,
        };
        Some(keyword.to_owned())
    }

    /// Returns the state of the query.
    pub fn state(&self) -> JsValue {
        let state = self.handle().state();
        state.map_or(JsValue::UNDEFINED, |list| state::write(list.query()))
    }

    /// Replaces the state of the query.
    #[wasm_bindgen(js_name = setState)]
    pub fn set_state(&self, state: &JsValue) {
        let state = state::read(state, &fields(&self.props.borrow()));
        self.handle()
            .dispatch(Action::QueryReplaced(state, Trigger::Host));
    }

    /// Returns the state that a list starts with, from `query`, `sort`, `filter` and `mapping`.
    #[wasm_bindgen(js_name = initialState)]
    pub fn initial_state(object: &JsValue) -> JsValue {
        let (initial, _) = initial_query(object, false);
        state::write(initial.start())
    }

    /// Returns a state after a change of what it started with. If `warns`, the console names what
    /// can't be read.
    #[wasm_bindgen(js_name = updatedState)]
    pub fn updated_state(
        state: &JsValue,
        before: &JsValue,
        after: &JsValue,
        warns: bool,
    ) -> JsValue {
        let (before, _) = initial_query(before, false);
        let (after, fields) = initial_query(after, warns);
        state::write(&after.applied(&before, &state::read(state, &fields)))
    }

    /// Shows one more page.
    #[wasm_bindgen(js_name = loadMore)]
    pub fn load_more(&self) {
        self.handle().dispatch(Action::ShowMore(Trigger::Host));
    }

    /// Returns the ids of the saved articles, the last one first.
    pub fn saved(&self) -> JsValue {
        to_js(&self.handle().saved())
    }

    /// Saves an article, or removes it from the saved ones.
    pub fn save(&self, id: &str, saved: bool) {
        self.handle().save(id, saved);
    }

    /// Selects a value of a facet as the reader, or drops it.
    pub fn toggle(&self, field: String, value: String) {
        self.handle().toggle(field, value);
    }

    /// Splits texts at the terms of the search: every second piece is one of them.
    #[wasm_bindgen(js_name = splitAtTerms)]
    pub fn split_at_terms(&self, texts: &JsValue) -> JsValue {
        let state = self.handle().state();
        let highlighter = state.and_then(|state| state.highlighter());
        let texts = strings(texts);
        let texts = texts.iter();
        let pieces = texts.map(|text| pieces(text, highlighter.as_ref()));
        to_js(&pieces.collect::<Vec<_>>())
    }

    /// Loads the feed again.
    pub fn reload(&self) {
        self.handle().reload();
    }

    /// Returns how many articles match.
    pub fn total(&self) -> f64 {
        self.handle().answered().map_or(0, |state| state.total()) as f64
    }

    /// Returns whether the results cover the whole feed.
    #[wasm_bindgen(js_name = isComplete)]
    pub fn is_complete(&self) -> bool {
        let answered = self.handle().answered();
        answered.is_some_and(|state| state.is_complete())
    }

    /// Returns how long the last query took, in milliseconds. Runs it again if it was not measured.
    #[wasm_bindgen(js_name = measureQuery)]
    pub fn measure_query(&self) -> f64 {
        self.handle()
            .answered()
            .map_or(0.0, |state| state.measure_query())
    }

    /// Returns the result of a state in the current feed.
    #[wasm_bindgen(js_name = resultIds)]
    pub fn result_ids(&self, state: &JsValue) -> ResultIds {
        let list = self.handle().answered();
        let is_remote = list.as_ref().is_some_and(|list| list.is_remote());
        ResultIds {
            index: list.and_then(|list| list.index().cloned()),
            query: match is_remote {
                // What a search engine has sent is the result, in its order.
                true => QueryState {
                    sort: SortKey::parse_list("position", &FilterableFields::default()),
                    ..QueryState::default()
                },
                false => state::read(state, &fields(&self.props.borrow())),
            },
        }
    }

    /// Returns whether a result is of the current feed.
    #[wasm_bindgen(js_name = isCurrent)]
    pub fn is_current(&self, result: &ResultIds) -> bool {
        let list = self.handle().state();
        let index = list.as_ref().and_then(|list| list.index());
        index.map(Rc::as_ptr) == result.index.as_ref().map(Rc::as_ptr)
    }

    /// Returns the values of the facets and their counts.
    #[wasm_bindgen(js_name = facetCounts)]
    pub fn facet_counts(&self) -> JsValue {
        let list = self.handle().answered();
        to_js(&FacetMap(list.as_ref().map_or(&[], |list| list.facets())))
    }

    /// Returns what is wrong with single articles and fields: `{count, first}`.
    pub fn diagnostics(&self) -> Option<JsValue> {
        let list = self.handle().state()?;
        Some(results::diagnostics(list.feed()?.diagnostics()))
    }

    /// Returns the articles with these ids, in this order; all articles if `ids` is `undefined`.
    pub fn articles(&self, ids: &JsValue) -> Option<JsValue> {
        let list = self.handle().state()?;
        let feed = list.feed()?;
        let with_unpublished = self.props.borrow().with_unpublished;
        let articles: Vec<_> = match ids.is_undefined() {
            true => feed.articles().iter().collect(),
            false => {
                let ids = strings(ids);
                ids.iter().filter_map(|id| feed.article(id)).collect()
            }
        };
        let shown = articles
            .into_iter()
            .filter(|article| article.published || with_unpublished);
        Some(results::articles(shown.map(|article| &**article)))
    }
}

/// Reads what a list's state starts from, and the fields that can be filtered by.
fn initial_query(object: &JsValue, warns: bool) -> (QueryProps, FilterableFields) {
    let mapping = mapping(&property(object, "mapping"));
    let fields = FilterableFields::default().with(mapping.fields());
    let values = ["query", "sort", "filter"].map(|name| text(object, name).unwrap_or_default());
    (QueryProps::new(values, &fields, warns), fields)
}

/// Splits a text at its marks: every second piece is one of them.
fn pieces<'t>(text: &'t str, highlighter: Option<&Highlighter>) -> Vec<Option<&'t str>> {
    let marks = highlighter.map(|highlighter| highlighter.marks(text));
    let mut pieces = Vec::new();
    let mut start = 0;
    for mark in marks.unwrap_or_default() {
        pieces.extend([text.get(start..mark.start), text.get(mark.clone())]);
        start = mark.end;
    }
    pieces.push(text.get(start..));
    pieces
}

fn new_handle(sink: &EventSink) -> ListHandle {
    let sink = sink.clone();
    ListHandle::new(move |revision| sink.rendered(revision))
}

fn new_props(sink: &EventSink, handle: &ListHandle) -> ArticleCardsProps {
    let mut props = yew::props!(ArticleCardsProps {});
    event_sink::connect(&mut props, sink, handle);
    props
}

impl std::fmt::Debug for Widget {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Widget").finish_non_exhaustive()
    }
}
