//! What a list starts from, as its properties write it.

use std::rc::Rc;

use yew::{hook, use_memo};

use super::ArticleCardsProperties;
use crate::browser::warn;
use crate::feed::Mapping;
use crate::query::{Facet, Fields, QueryState, SortKey};

/// What the properties `facets`, `query`, `sort`, `filter` and `only` say.
pub(super) struct Selection {
    /// The fields that may be filtered by.
    pub(super) fields: Rc<Fields>,
    pub(super) facets: Rc<Vec<Facet>>,
    /// The selection to start from.
    pub(super) start: Rc<QueryState>,
    /// The fixed frame.
    pub(super) only: Rc<Option<QueryState>>,
}

/// Reads the selection, and warns in the console of what can't be read.
#[hook]
pub(super) fn use_selection(properties: &ArticleCardsProperties) -> Selection {
    let fields = use_memo(properties.mapping.clone(), |mapping: &Mapping| {
        Fields::default().with(mapping.fields())
    });
    let facets = use_memo(properties.facets.clone(), |facets| {
        Facet::parse_list(facets)
    });
    let start = use_memo(
        (
            properties.query.clone(),
            properties.sort.clone(),
            properties.filter.clone(),
            Rc::clone(&fields),
        ),
        |(query, sort, filter, fields)| {
            starting(query, sort, read("filter", filter, fields))
        },
    );
    let only = use_memo(
        (properties.only.clone(), Rc::clone(&fields)),
        |(only, fields)| {
            let fields = Fields::clone(fields).with_id();
            (!only.trim().is_empty()).then(|| read("only", only, &fields))
        },
    );
    Selection {
        fields,
        facets,
        start,
        only,
    }
}

/// A selection that a text and an order beat, where they say anything.
pub(crate) fn starting(query: &str, sort: &str, filter: QueryState) -> QueryState {
    let mut start = filter;
    if !query.is_empty() {
        start.query = query.to_owned();
    }
    let keys = SortKey::parse_list(sort);
    if !keys.is_empty() {
        start.sort = keys;
    }
    start
}

/// Reads what the property `name` says, and warns of what can't be read.
pub(crate) fn read(name: &str, text: &str, fields: &Fields) -> QueryState {
    let (state, unread) = QueryState::parse(text, fields);
    for (key, value) in unread {
        warn(&format!(
            "article-cards: `{name}` has what can't be read: {key}={value}"
        ));
    }
    state
}
