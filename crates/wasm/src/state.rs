//! A query's state as scripts have it:
//! `{query, sort, page, filters: {from, to, quality: [min, max], topics: {any, not}}}`.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use wasm_bindgen::JsValue;

use crate::convert::{elements, names, number, property, strings, text, to_js};
use article_cards_core::model::{Day, Published};
use article_cards_core::search::{
    FieldFilter, FilterableFields, Filters, QueryState, SortKey, Span,
};
use article_cards_core::text::date;

/// Reads a state; a string is one in the notation of addresses. Invalid values are ignored.
pub(crate) fn read(value: &JsValue, fields: &FilterableFields) -> QueryState {
    if let Some(notation) = value.as_string() {
        return QueryState::parse(&notation, fields).0;
    }
    let page = number(value, "page").filter(|page| page.fract() == 0.0 && *page >= 1.0);
    QueryState {
        query: text(value, "query").unwrap_or_default(),
        sort: SortKey::parse_list(&text(value, "sort").unwrap_or_default(), fields),
        filters: filters(&property(value, "filters"), fields),
        page: page.map_or(1, |page| page as usize),
    }
}

fn filters(value: &JsValue, fields: &FilterableFields) -> Filters {
    let mut filters = Filters::default();
    filters.from = day(value, "from");
    filters.to = day(value, "to");
    filters.quality = span(&property(value, "quality"));
    filters.heat = span(&property(value, "heat"));
    for name in names(value) {
        if fields.contains(&name) {
            let selection = property(value, &name);
            let [mut any, not] = ["any", "not"].map(|key| strings(&property(&selection, key)));
            any.extend(selection.as_string());
            filters.set_field(&name, any, not);
        }
    }
    filters
}

fn day(filters: &JsValue, name: &str) -> Option<Day> {
    match date::parse(text(filters, name)?.trim())? {
        Published::On(day) => Some(day),
        Published::At(_) => None,
    }
}

/// Scores are whole numbers: the fraction of an end narrows the range.
fn span(value: &JsValue) -> Span {
    let ends = elements(value).unwrap_or_default();
    let end = |index| ends.get(index).and_then(JsValue::as_f64);
    Span {
        min: end(0)
            .filter(|min| *min > f64::NEG_INFINITY)
            .map(|min| min.ceil() as i64),
        max: end(1)
            .filter(|max| *max < f64::INFINITY)
            .map(|max| max.floor() as i64),
    }
}

#[derive(Serialize)]
struct State<'a> {
    query: &'a str,
    sort: String,
    page: usize,
    #[serde(serialize_with = "serialize_filters")]
    filters: &'a Filters,
}

#[derive(Serialize)]
struct Selection<'a> {
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    any: &'a [String],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    not: &'a [String],
}

/// Converts a state to one that [`read`] reads back. Its filters name only what is set.
pub(crate) fn write(state: &QueryState) -> JsValue {
    to_js(&State {
        query: &state.query,
        sort: SortKey::list(&state.sort),
        page: state.page,
        filters: &state.filters,
    })
}

fn serialize_filters<S: Serializer>(filters: &Filters, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    for (name, day) in [("from", filters.from), ("to", filters.to)] {
        if let Some(day) = day {
            map.serialize_entry(name, &date::format(Published::On(day)))?;
        }
    }
    for (name, span) in [("quality", filters.quality), ("heat", filters.heat)] {
        if !span.is_open() {
            let end = |end: Option<i64>| end.map(|end| end as f64);
            map.serialize_entry(name, &[end(span.min), end(span.max)])?;
        }
    }
    for FieldFilter { field, any, not } in filters.fields() {
        map.serialize_entry(field, &Selection { any, not })?;
    }
    map.end()
}
