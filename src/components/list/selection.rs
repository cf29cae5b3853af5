//! What a list starts from, as its props write it.

use std::rc::Rc;

use yew::{AttrValue, Callback, hook, use_memo, use_mut_ref};

use crate::browser::warn;
use crate::components::list::props::ArticleCardsProps;
use crate::hooks::use_effect_on;
use crate::store::{Action, Trigger};
use article_cards_core::feed::Mapping;
use article_cards_core::search::{Facet, FilterableFields, QueryState, SortKey};

/// What the props `facets`, `query`, `sort`, `filter` and `only` say.
pub(super) struct Selection {
    /// The fields that may be filtered by.
    pub(super) fields: Rc<FilterableFields>,
    pub(super) facets: Rc<Vec<Facet>>,
    /// The selection to start from.
    pub(super) start: Rc<QueryState>,
    /// The fixed frame.
    pub(super) only: Rc<Option<QueryState>>,
}

/// Reads the selection, and warns in the console of what can't be read.
#[hook]
pub(super) fn use_selection(props: &ArticleCardsProps) -> Selection {
    let fields = use_memo(props.mapping.clone(), |mapping: &Mapping| {
        FilterableFields::default().with(mapping.fields())
    });
    let facets = use_memo(props.facets.clone(), |facets| Facet::parse_list(facets));
    let start = use_memo(
        (
            props.query.clone(),
            props.sort.clone(),
            props.filter.clone(),
            Rc::clone(&fields),
        ),
        |(query, sort, filter, fields)| starting(query, sort, read("filter", filter, fields)),
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
        start,
        only,
    }
}

/// What the page sets of what is asked for.
#[derive(Clone, PartialEq)]
pub struct QueryProps {
    state: Option<QueryState>,
    query: AttrValue,
    sort: AttrValue,
    filter: AttrValue,
    /// What the last three say together.
    start: Rc<QueryState>,
}

impl QueryProps {
    /// What these props say; `warns` of what can't be read in the console.
    pub fn new([query, sort, filter]: [String; 3], fields: &FilterableFields, warns: bool) -> Self {
        let selection = if warns {
            read("filter", &filter, fields)
        } else {
            QueryState::parse(&filter, fields).0
        };
        Self {
            state: None,
            start: Rc::new(starting(&query, &sort, selection)),
            query: query.into(),
            sort: sort.into(),
            filter: filter.into(),
        }
    }

    /// The selection to start from.
    pub fn start(&self) -> &QueryState {
        &self.start
    }
}

impl QueryProps {
    /// What is asked for once it has changed: each property changes its own part.
    pub fn applied(&self, before: &Self, asked: &QueryState) -> QueryState {
        let start = &*self.start;
        if self.state != before.state {
            return self.state.clone().unwrap_or_else(|| start.clone());
        }
        let filters = self.filter != before.filter;
        let mut query = asked.clone();
        if filters {
            query.filters = start.filters.clone();
        }
        // Filters may name a text and an order too; the props of these beat them. What they
        // named before goes with them, unless the reader has changed it.
        let first = &*before.start;
        let named = |own: &AttrValue, now: bool, is_left: bool| {
            filters && own.is_empty() && (now || is_left)
        };
        if self.query != before.query
            || named(
                &self.query,
                !start.query.is_empty(),
                asked.query == first.query,
            )
        {
            query.query.clone_from(&start.query);
        }
        if self.sort != before.sort
            || named(&self.sort, !start.sort.is_empty(), asked.sort == first.sort)
        {
            query.sort.clone_from(&start.sort);
        }
        if filters && start.page > 1 {
            query.page = start.page;
        } else if query != *asked {
            query.page = 1;
        }
        query
    }
}

/// Takes over what the page sets after the first.
#[hook]
pub(super) fn use_query_props(
    props: &ArticleCardsProps,
    start: &Rc<QueryState>,
    dispatch: &Callback<Action>,
) {
    let known = use_mut_ref(|| None::<QueryProps>);
    let given = QueryProps {
        state: props.state.clone(),
        query: props.query.clone(),
        sort: props.sort.clone(),
        filter: props.filter.clone(),
        start: Rc::clone(start),
    };
    let dispatch = dispatch.clone();
    use_effect_on(given, move |given: &QueryProps| {
        if let Some(before) = known.replace(Some(given.clone())) {
            let given = given.clone();
            let change = move |query: &mut QueryState| *query = given.applied(&before, query);
            dispatch.emit(Action::QueryChanged(Box::new(change), Trigger::Host));
        }
    });
}

/// A selection that a text and an order beat, where they say anything.
fn starting(query: &str, sort: &str, filter: QueryState) -> QueryState {
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

fn read(name: &str, text: &str, fields: &FilterableFields) -> QueryState {
    let (state, unread) = QueryState::parse(text, fields);
    for (key, value) in unread {
        warn(&format!(
            "article-cards: `{name}` has what can't be read: {key}={value}"
        ));
    }
    state
}
