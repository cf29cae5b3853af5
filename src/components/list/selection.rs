//! The query that the props of a list describe.

use std::rc::Rc;

use yew::{AttrValue, Callback, hook, use_memo, use_mut_ref};

use crate::browser::warn;
use crate::components::list::props::ArticleCardsProps;
use crate::hooks::use_effect_on;
use crate::store::{Action, Trigger};
use article_cards_core::feed::Mapping;
use article_cards_core::search::{Facet, FilterableFields, QueryState, SortKey};

/// The parsed props `facets`, `sorts`, `query`, `sort`, `filter` and `only`.
pub(super) struct Selection {
    /// The fields that filters may use.
    pub(super) fields: Rc<FilterableFields>,
    pub(super) facets: Rc<Vec<Facet>>,
    /// The orders on offer, if the page says so.
    pub(super) sorts: Rc<Vec<SortKey>>,
    /// The initial query.
    pub(super) start: Rc<QueryState>,
    /// The base filter.
    pub(super) only: Rc<Option<QueryState>>,
}

/// Parses the props, and warns in the console of invalid parts.
#[hook]
pub(super) fn use_selection(props: &ArticleCardsProps) -> Selection {
    let fields = use_memo(props.mapping.clone(), |mapping: &Mapping| {
        FilterableFields::default().with(mapping.fields())
    });
    // Ranges of scores, which depend on another prop, are no facets.
    let facets = use_memo(props.facets.clone(), |_| {
        Facet::parse_list(&props.offered_filters())
    });
    let sorts = use_memo(
        (props.sorts.clone(), Rc::clone(&fields)),
        |(sorts, fields)| read_sort("sorts", sorts, fields, true),
    );
    let start = use_memo(
        (
            props.query.clone(),
            props.sort.clone(),
            props.filter.clone(),
            Rc::clone(&fields),
        ),
        |(query, sort, filter, fields)| {
            let filter = read("filter", filter, fields);
            starting(query, read_sort("sort", sort, fields, true), filter)
        },
    );
    let only = use_memo(
        (props.only.clone(), Rc::clone(&fields)),
        |(only, fields)| {
            let fields = FilterableFields::clone(fields).with_id();
            (!only.trim().is_empty()).then(|| read("only", only, &fields))
        },
    );
    Selection {
        fields,
        facets,
        sorts,
        start,
        only,
    }
}

/// The props that set the query.
#[derive(Clone, PartialEq)]
pub struct QueryProps {
    state: Option<QueryState>,
    query: AttrValue,
    sort: AttrValue,
    filter: AttrValue,
    /// The query of the last three props.
    start: Rc<QueryState>,
}

impl QueryProps {
    /// Parses the props, and warns in the console of invalid parts if `warns`.
    pub fn new([query, sort, filter]: [String; 3], fields: &FilterableFields, warns: bool) -> Self {
        let selection = if warns {
            read("filter", &filter, fields)
        } else {
            QueryState::parse(&filter, fields).0
        };
        let keys = read_sort("sort", &sort, fields, warns);
        Self {
            state: None,
            query: query.clone().into(),
            // An order that is unknown as a whole counts as absent.
            sort: SortKey::list(&keys).into(),
            start: Rc::new(starting(&query, keys, selection)),
            filter: filter.into(),
        }
    }

    /// The initial query.
    pub fn start(&self) -> &QueryState {
        &self.start
    }

    /// The query after a change of the props: each one changes its own part.
    pub fn applied(&self, before: &Self, current: &QueryState) -> QueryState {
        let start = &*self.start;
        if self.state != before.state {
            return self.state.clone().unwrap_or_else(|| start.clone());
        }
        let filters = self.filter != before.filter;
        let mut query = current.clone();
        if filters {
            query.filters = start.filters.clone();
        }
        // A filter may include a text and an order, but the props for these take precedence. A text
        // or order of the previous filter is removed, unless the reader has changed it.
        let first = &*before.start;
        let named = |own: &AttrValue, now: bool, is_left: bool| {
            filters && own.is_empty() && (now || is_left)
        };
        if self.query != before.query
            || named(
                &self.query,
                !start.query.is_empty(),
                current.query == first.query,
            )
        {
            query.query.clone_from(&start.query);
        }
        if self.sort != before.sort
            || named(
                &self.sort,
                !start.sort.is_empty(),
                current.sort == first.sort,
            )
        {
            query.sort.clone_from(&start.sort);
        }
        if filters && start.page > 1 {
            query.page = start.page;
        } else if query != *current {
            query.page = 1;
        }
        query
    }
}

/// Applies changes of the props to the query.
#[hook]
pub(super) fn use_query_props(
    props: &ArticleCardsProps,
    start: &Rc<QueryState>,
    dispatch: &Callback<Action>,
) {
    let previous = use_mut_ref(|| None::<QueryProps>);
    let current = QueryProps {
        state: props.state.clone(),
        query: props.query.clone(),
        sort: props.sort.clone(),
        filter: props.filter.clone(),
        start: Rc::clone(start),
    };
    let dispatch = dispatch.clone();
    use_effect_on(current, move |current: &QueryProps| {
        if let Some(before) = previous.replace(Some(current.clone())) {
            let current = current.clone();
            let change = move |query: &mut QueryState| *query = current.applied(&before, query);
            dispatch.emit(Action::QueryChanged(Box::new(change), Trigger::Host));
        }
    });
}

/// Replaces text and order of a query, unless they are empty.
fn starting(query: &str, keys: Vec<SortKey>, filter: QueryState) -> QueryState {
    let mut start = filter;
    if !query.is_empty() {
        start.query = query.to_owned();
    }
    if !keys.is_empty() {
        start.sort = keys;
    }
    start
}

/// Parses sort keys, and warns in the console of unknown ones if `warns`.
fn read_sort(name: &str, sort: &str, fields: &FilterableFields, warns: bool) -> Vec<SortKey> {
    let (keys, unknown) = SortKey::split_list(sort, fields);
    if warns && !unknown.is_empty() {
        warn(&format!(
            "article-cards: `{name}` has what can't be read: {unknown}"
        ));
    }
    keys
}

fn read(name: &str, text: &str, fields: &FilterableFields) -> QueryState {
    let (state, unread) = QueryState::parse(text, fields);
    for (key, value) in unread {
        warn(&format!(
            "article-cards: `{name}` has what can't be read: {key}={value}"
        ));
    }
    state
}
