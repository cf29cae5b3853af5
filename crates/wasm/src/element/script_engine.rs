use std::ops::Range;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

use crate::convert::{elements, flag, mapping, number, property, text};
use crate::state;
use article_cards::browser::{BrowserUrl, base_url};
use article_cards::search_engine::{
    Pending, SearchAnswer, SearchCapabilities, SearchEngine, SearchRequest,
};
use article_cards_core::error::Error;
use article_cards_core::feed::{Feed, Mapping, Options};
use article_cards_core::search::{FacetCounts, FilterableFields, SortKey, ValueCount};

#[wasm_bindgen]
extern "C" {
    /// `SearchClient` of `search-client.js`.
    #[derive(Clone, Debug, PartialEq)]
    type SearchClient;

    /// Never throws, and the promise never rejects.
    #[wasm_bindgen(method)]
    fn ask(
        this: &SearchClient,
        state: JsValue,
        only: JsValue,
        paging: &[usize],
        facet_search: Vec<String>,
        signal: &AbortSignal,
    ) -> Promise;
}

/// The search engine of an element.
#[derive(Debug, PartialEq)]
struct ScriptEngine {
    client: SearchClient,
    mapping: Mapping,
}

/// The search engine of an element, the same one as long as it answers the same.
#[derive(Default)]
pub(super) struct EngineCache(Option<Rc<ScriptEngine>>);

impl EngineCache {
    /// Returns the engine that an element has, if it has one.
    pub(super) fn engine(&mut self, element: &JsValue) -> Option<Rc<dyn SearchEngine>> {
        let client = property(element, "engine");
        let engine = client.is_object().then(|| ScriptEngine {
            client: client.unchecked_into(),
            mapping: mapping(&property(element, "mapping")),
        });
        if self.0.as_deref() != engine.as_ref() {
            self.0 = engine.map(Rc::new);
        }
        self.0.clone().map(|engine| engine as Rc<dyn SearchEngine>)
    }
}

impl SearchEngine for ScriptEngine {
    fn search(&self, request: SearchRequest, signal: AbortSignal) -> Pending<SearchAnswer> {
        let only = request.only.as_ref().map_or(JsValue::NULL, state::write);
        let facet_search = request.facet_search.map(|(field, text)| vec![field, text]);
        let answer = self.client.ask(
            state::write(&request.state),
            only,
            &[request.page, request.page_size],
            facet_search.unwrap_or_default(),
            &signal,
        );
        let options = Options {
            mapping: self.mapping.clone(),
            ..Options::default()
        };
        Box::pin(async move {
            let answer = JsFuture::from(answer).await.unwrap_or_default();
            read_answer(&answer, options)
        })
    }

    fn capabilities(&self) -> SearchCapabilities {
        let can = property(&self.client, "can");
        let sorts = text(&can, "sorts");
        let fields = FilterableFields::default().with(self.mapping.fields());
        SearchCapabilities {
            exclusions: flag(&can, "exclusions"),
            ranges: flag(&can, "ranges"),
            sorts: sorts.map(|sorts| SortKey::parse_list(&sorts, &fields).into()),
            facet_search: flag(&can, "facetSearch"),
        }
    }
}

/// Reads what `SearchClient` has made of an answer.
#[inline(never)]
fn read_answer(answer: &JsValue, options: Options) -> Result<SearchAnswer, Error> {
    if let Some(message) = text(answer, "error") {
        return Err(Error::engine(message));
    }
    let mut feed = Feed::new(options);
    let articles = text(answer, "articles").unwrap_or_default();
    feed.read_unlimited(&articles, base_url().as_deref(), &BrowserUrl)?;
    let mut facets = Vec::new();
    for facet in list(answer, "facets") {
        let mut values = Vec::new();
        for value in list(&facet, "values") {
            values.push(ValueCount {
                value: text(&value, "value").unwrap_or_default().into(),
                count: number(&value, "count").unwrap_or_default() as usize,
                selected: false,
                excluded: false,
            });
        }
        let field = text(&facet, "field").unwrap_or_default();
        facets.push(FacetCounts { field, values });
    }
    let mut marks = Vec::new();
    for marked in list(answer, "marks") {
        let Some(text) = text(&marked, "text") else {
            continue;
        };
        let ends = list(&marked, "ends").into_iter();
        let ends: Vec<usize> = ends
            .filter_map(|end| Some(end.as_f64()? as usize))
            .collect();
        let ranges = ends.chunks_exact(2).map(|ends| match *ends {
            [start, end] => start..end,
            _ => Range::default(),
        });
        marks.push((text, ranges.collect()));
    }
    Ok(SearchAnswer {
        total: number(answer, "total").unwrap_or_default() as usize,
        feed,
        facets,
        marks,
    })
}

fn list(object: &JsValue, name: &str) -> Vec<JsValue> {
    elements(&property(object, name)).unwrap_or_default()
}
