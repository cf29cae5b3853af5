//! A query's state as scripts have it:
//! `{query, sort, page, filters: {from, to, quality: [min, max], topics: {any, not}}}`.

use js_sys::{Array, Object};
use wasm_bindgen::JsValue;

use super::property::{names, property, set, text, texts};
use article_cards_core::model::{Day, Published};
use article_cards_core::search::{FilterableFields, Filters, QueryState, SortKey, Span};
use article_cards_core::text::date;

/// Reads a state; a string is one in the notation of addresses. What can't be read is passed over.
pub(super) fn read(value: &JsValue, fields: &FilterableFields) -> QueryState {
    if let Some(notation) = value.as_string() {
        return QueryState::parse(&notation, fields).0;
    }
    let sort = text(value, "sort").unwrap_or_default();
    let page = property(value, "page").as_f64();
    let page = page.filter(|page| page.fract() == 0.0 && *page >= 1.0);
    QueryState {
        query: text(value, "query").unwrap_or_default(),
        sort: SortKey::parse_list(&sort),
        filters: filters(&property(value, "filters"), fields),
        page: page.map_or(1, |page| page as usize),
    }
}

fn filters(value: &JsValue, fields: &FilterableFields) -> Filters {
    let mut filters = Filters::default();
    filters.from = day(value, "from");
    filters.to = day(value, "to");
    filters.quality = span(value, "quality");
    filters.heat = span(value, "heat");
    for name in names(value) {
        if fields.contains(&name) {
            let chosen = property(value, &name);
            let [mut any, not] = ["any", "not"].map(|key| texts(&property(&chosen, key)));
            any.extend(chosen.as_string());
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

/// Scores are whole numbers: of a fraction, those within count.
fn span(filters: &JsValue, name: &str) -> Span {
    let ends = property(filters, name);
    let end = |at: &str| property(&ends, at).as_f64().filter(|end| !end.is_nan());
    if !Array::is_array(&ends) {
        return Span::default();
    }
    Span {
        min: end("0")
            .filter(|min| *min > f64::NEG_INFINITY)
            .map(|min| min.ceil() as i64),
        max: end("1")
            .filter(|max| *max < f64::INFINITY)
            .map(|max| max.floor() as i64),
    }
}

/// Writes a state that [`read`] reads back: its filters name only what is set.
pub(super) fn write(state: &QueryState) -> JsValue {
    let QueryState {
        query,
        sort,
        filters,
        page,
    } = state;
    let filters_object = JsValue::from(Object::new());
    for (name, day) in [("from", filters.from), ("to", filters.to)] {
        if let Some(day) = day {
            set(
                &filters_object,
                name,
                &date::format(Published::On(day)).into(),
            );
        }
    }
    for (name, span) in [("quality", filters.quality), ("heat", filters.heat)] {
        if !span.is_open() {
            let end = |end: Option<i64>| end.map_or(JsValue::NULL, |end| (end as f64).into());
            let ends: Array = [end(span.min), end(span.max)].into_iter().collect();
            set(&filters_object, name, &ends);
        }
    }
    for filter in filters.fields() {
        let chosen = JsValue::from(Object::new());
        for (name, values) in [("any", &filter.any), ("not", &filter.not)] {
            if !values.is_empty() {
                let values: Array = values
                    .iter()
                    .map(|value| JsValue::from_str(value))
                    .collect();
                set(&chosen, name, &values);
            }
        }
        set(&filters_object, &filter.field, &chosen);
    }
    let object = JsValue::from(Object::new());
    set(&object, "query", &query.into());
    set(&object, "sort", &SortKey::list(sort).into());
    set(&object, "page", &(*page as f64).into());
    set(&object, "filters", &filters_object);
    object
}
