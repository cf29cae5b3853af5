use std::ops::Range;
use std::rc::Rc;

use js_sys::{Object, Promise};
use serde::Serialize;
use serde::ser::Serializer;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

use crate::convert::{elements, flag, names, number, property, strings, text, to_js};
use crate::state::State;
use article_cards::browser::{base_url, read_script_value};
use article_cards::search_engine::{
    Pending, SearchAnswer, SearchCapabilities, SearchEngine, SearchRequest,
};
use article_cards_core::error::Error;
use article_cards_core::feed::Feed;
use article_cards_core::search::{FacetCounts, FilterableFields, SortKey, ValueCount};

#[wasm_bindgen]
extern "C" {
    /// A search engine of the page.
    #[derive(Clone, Debug, PartialEq)]
    type ScriptEngine;

    #[wasm_bindgen(method, catch)]
    fn search(this: &ScriptEngine, request: JsValue, options: &JsValue)
    -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = searchFacetValues)]
    fn search_facet_values(
        this: &ScriptEngine,
        field: &str,
        text: &str,
        request: JsValue,
        options: &JsValue,
    ) -> Result<Promise, JsValue>;
}

/// The search engine of an element, the same one as long as its object is.
#[derive(Default)]
pub(super) struct EngineCache(Option<Rc<ScriptEngine>>);

impl EngineCache {
    /// Returns the engine that an element has, if it has one.
    pub(super) fn engine(&mut self, element: &JsValue) -> Option<Rc<dyn SearchEngine>> {
        let engine = property(element, "engine");
        let engine = engine.is_object().then_some(engine);
        let engine = engine.map(JsValue::unchecked_into::<ScriptEngine>);
        if self.0.as_deref() != engine.as_ref() {
            self.0 = engine.map(Rc::new);
        }
        self.0.clone().map(|engine| engine as Rc<dyn SearchEngine>)
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Request<'a> {
    state: State<'a>,
    only: Option<State<'a>>,
    #[serde(serialize_with = "serialize_facets")]
    facets: &'a [article_cards_core::search::Facet],
    page: usize,
    page_size: usize,
    locale: Option<&'a str>,
    time_zone: Option<&'a str>,
}

#[derive(Serialize)]
struct Facet<'a> {
    field: &'a str,
    operator: &'static str,
}

fn serialize_facets<S: Serializer>(
    facets: &[article_cards_core::search::Facet],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(facets.iter().map(|facet| Facet {
        field: &facet.field,
        operator: if facet.all { "and" } else { "or" },
    }))
}

fn to_script(request: &SearchRequest) -> JsValue {
    to_js(&Request {
        state: State::from(&request.state),
        only: request.only.as_ref().map(State::from),
        facets: &request.facets,
        page: request.page,
        page_size: request.page_size,
        locale: request.locale.as_deref(),
        time_zone: request.time_zone.as_deref(),
    })
}

/// The second argument of the engine's methods.
fn options(signal: &AbortSignal) -> JsValue {
    let options = Object::new();
    // A new object takes any member.
    let _ = js_sys::Reflect::set(&options, &"signal".into(), signal);
    options.into()
}

impl SearchEngine for ScriptEngine {
    fn search(&self, request: SearchRequest, signal: AbortSignal) -> Pending<SearchAnswer> {
        let answer = self.search(to_script(&request), &options(&signal));
        Box::pin(async move { read_answer(&settled(answer).await?, &request) })
    }

    fn search_facet_values(
        &self,
        field: &str,
        text: &str,
        request: SearchRequest,
        signal: AbortSignal,
    ) -> Option<Pending<Vec<ValueCount>>> {
        let options = options(&signal);
        let values = self.search_facet_values(field, text, to_script(&request), &options);
        Some(Box::pin(
            async move { Ok(read_values(&settled(values).await?)) },
        ))
    }

    fn capabilities(&self) -> SearchCapabilities {
        let can = property(self, "can");
        let can = |name| property(&can, name);
        let sorts = can("sorts");
        let has_facet_search = property(self, "searchFacetValues").is_function();
        SearchCapabilities {
            exclusions: can("exclusions") != JsValue::FALSE,
            ranges: can("ranges") != JsValue::FALSE,
            sorts: match elements(&sorts) {
                None if sorts == JsValue::FALSE => Some(Rc::default()),
                None => None,
                Some(_) => {
                    let fields = FilterableFields::default();
                    let keys = strings(&sorts).join(",");
                    Some(SortKey::parse_list(&keys, &fields).into())
                }
            },
            facet_search: has_facet_search && can("facetSearch") != JsValue::FALSE,
        }
    }
}

/// What a promise resolves to. An engine that throws has failed as one that rejects.
async fn settled(promise: Result<Promise, JsValue>) -> Result<JsValue, Error> {
    let result = match promise {
        // A value in place of a promise is the answer.
        Ok(promise) => JsFuture::from(Promise::resolve(&promise)).await,
        Err(thrown) => Err(thrown),
    };
    result.map_err(|reason| {
        let message = text(&reason, "message").or_else(|| reason.as_string());
        Error::engine(message.unwrap_or_else(|| "the search engine failed".to_owned()))
    })
}

fn read_answer(answer: &JsValue, request: &SearchRequest) -> Result<SearchAnswer, Error> {
    let total = number(answer, "total").filter(|total| *total >= 0.0);
    let Some(total) = total else {
        let message = "the answer of the search engine has no `total`";
        return Err(Error::engine(message));
    };
    let mut feed = Feed::new(request.options.clone());
    let articles = property(answer, "articles");
    if elements(&articles).is_none() {
        let message = "the `articles` in the answer of the search engine are no list";
        return Err(Error::engine(message));
    }
    read_script_value(&mut feed, &articles, base_url().as_deref())?;
    let counts = property(answer, "facetCounts");
    let facets = request.facets.iter().map(|facet| FacetCounts {
        field: facet.field.clone(),
        values: read_values(&property(&counts, &facet.field)),
    });
    let facets = facets.collect();
    let marks = read_marks(&property(answer, "highlights"), &feed);
    Ok(SearchAnswer {
        total: total as usize,
        feed,
        facets,
        marks,
    })
}

fn read_values(values: &JsValue) -> Vec<ValueCount> {
    let values = elements(values).unwrap_or_default();
    let value = |value: &JsValue| {
        Some(ValueCount {
            value: text(value, "value")?.into(),
            count: number(value, "count").unwrap_or_default() as usize,
            selected: flag(value, "selected"),
            excluded: flag(value, "excluded"),
        })
    };
    values.iter().filter_map(value).collect()
}

/// Reads the ranges by article and field as those of texts.
fn read_marks(highlights: &JsValue, feed: &Feed) -> Vec<(String, Vec<Range<usize>>)> {
    let mut marks = Vec::new();
    for id in names(highlights) {
        let Some(article) = feed.article(&id) else {
            continue;
        };
        let of_article = property(highlights, &id);
        let texts = [
            ("title", Some(&article.title)),
            ("excerpt", article.excerpt.as_ref()),
        ];
        for (field, text) in texts {
            let ranges = elements(&property(&of_article, field));
            if let Some((ranges, text)) = ranges.zip(text) {
                let ranges = ranges.iter().filter_map(|range| byte_range(text, range));
                marks.push((text.clone(), ranges.collect()));
            }
        }
    }
    marks
}

/// Returns a range in UTF-16 units as one in bytes; `None` if it is none of the text.
fn byte_range(text: &str, range: &JsValue) -> Option<Range<usize>> {
    let ends = elements(range)?;
    let end = |at: usize| ends.get(at).and_then(JsValue::as_f64);
    let (start, end) = (byte_offset(text, end(0)?)?, byte_offset(text, end(1)?)?);
    (start < end).then_some(start..end)
}

fn byte_offset(text: &str, units: f64) -> Option<usize> {
    let mut at = 0.0;
    let ends = text.char_indices().map(|(start, c)| (start, c.len_utf16()));
    for (start, length) in ends.chain([(text.len(), 0)]) {
        if at >= units {
            return (at == units).then_some(start);
        }
        at += length as f64;
    }
    None
}
