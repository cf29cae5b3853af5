use std::rc::Rc;

use yew::{AttrValue, Callback};

use crate::components::controls::updater::Updater;
use crate::components::list::props::ArticleCardsProps;
use crate::components::primitives::{Localization, attr_value};
use crate::hooks::refresh_interval;
use crate::store::{Action, State, Trigger};
use article_cards_core::defaults;
use article_cards_core::search::{ActiveFilter, Filters, QueryState};

/// What all parts of a list render from.
pub(super) struct RenderContext<'c> {
    pub(super) props: &'c ArticleCardsProps,
    pub(super) localization: &'c Localization,
    pub(super) state: &'c State,
    /// The query, shared with callbacks.
    pub(super) query: Rc<QueryState>,
    pub(super) dispatch: &'c Callback<Action>,
    /// The current time, in milliseconds since 1970.
    pub(super) now: f64,
    /// Whether the search text ranks articles by relevance.
    pub(super) has_search_terms: bool,
}

/// Whether new articles may be offered: by a refresh, or by one of several feeds that is late.
pub(super) fn may_offer(props: &ArticleCardsProps) -> bool {
    let src = props.src.as_deref().unwrap_or_default();
    refresh_interval(props.refresh).is_some() || src.split_ascii_whitespace().nth(1).is_some()
}

impl RenderContext<'_> {
    pub(super) fn page_size(&self) -> usize {
        page_size(self.props)
    }

    /// The selected values of a field.
    pub(super) fn selected(&self, field: &str) -> Rc<[AttrValue]> {
        let filter = self.state.query().filters.field(field);
        let selected = filter.map(|filter| filter.any.as_slice());
        selected
            .unwrap_or_default()
            .iter()
            .map(|value| attr_value(value))
            .collect()
    }

    /// Returns an updater of the query. Each update returns to the first page.
    pub(super) fn query_updater(&self, trigger: Trigger) -> Updater<QueryState> {
        query_updater(self.dispatch, trigger)
    }

    /// Removes an active filter.
    pub(super) fn remove_filter(&self) -> Callback<ActiveFilter> {
        self.query_updater(Trigger::Decision)
            .callback(|query, part| *query = query.without(&part))
    }

    /// Clears the search text and all filters.
    pub(super) fn clear_all(&self) -> Callback<()> {
        self.query_updater(Trigger::Decision).callback(|query, ()| {
            query.query.clear();
            query.filters = Filters::default();
        })
    }
}

/// Returns an updater of the query. Each update returns to the first page.
pub(super) fn query_updater(dispatch: &Callback<Action>, trigger: Trigger) -> Updater<QueryState> {
    let dispatch = dispatch.clone();
    Updater::new(move |update| {
        let change = move |query: &mut QueryState| {
            query.page = 1;
            update(query);
        };
        dispatch.emit(Action::QueryChanged(Box::new(change), trigger));
    })
}

pub(super) fn page_size(props: &ArticleCardsProps) -> usize {
    let range = defaults::PAGE_SIZE_RANGE;
    props.page_size.clamp(*range.start(), *range.end())
}
