use std::rc::Rc;

use yew::{AttrValue, Callback};

use crate::components::controls::updater::Updater;
use crate::components::list::props::ArticleCardsProps;
use crate::components::list::status_text::StatusText;
use crate::components::primitives::element_builder::attr_value;
use crate::store::{Action, State, Trigger};
use article_cards_core::search::{ActiveFilter, Filters, QueryState};

/// What all parts of a list are drawn from.
pub(super) struct RenderContext<'v> {
    pub(super) props: &'v ArticleCardsProps,
    pub(super) said: StatusText<'v>,
    pub(super) state: &'v State,
    /// What is asked for, as its callbacks hold it.
    pub(super) query: Rc<QueryState>,
    pub(super) dispatch: &'v Callback<Action>,
    /// Now, in milliseconds since 1970.
    pub(super) now: f64,
    /// Whether there is a text that ranks articles.
    pub(super) has_text: bool,
}

impl RenderContext<'_> {
    pub(super) fn page_size(&self) -> usize {
        page_size(self.props)
    }

    /// The chosen values of a field.
    pub(super) fn chosen(&self, field: &str) -> Rc<[AttrValue]> {
        let filter = self.state.query().filters.field(field);
        let chosen = filter.map(|filter| filter.any.as_slice());
        chosen
            .unwrap_or_default()
            .iter()
            .map(|value| attr_value(value))
            .collect()
    }

    /// Changes what is asked for, and starts at the top of the list.
    pub(super) fn query_updater(&self, cause: Trigger) -> Updater<QueryState> {
        query_updater(self.dispatch, cause)
    }

    /// NoResultsSuggestions one part of what is asked for.
    pub(super) fn remove_filter(&self) -> Callback<ActiveFilter> {
        self.query_updater(Trigger::Decision)
            .callback(|query, part| *query = query.without(&part))
    }

    /// NoResultsSuggestions the text and all filters.
    pub(super) fn clear_all(&self) -> Callback<()> {
        self.query_updater(Trigger::Decision).callback(|query, ()| {
            query.query.clear();
            query.filters = Filters::default();
        })
    }
}

/// Changes what is asked for, and starts at the top of the list.
pub(super) fn query_updater(dispatch: &Callback<Action>, cause: Trigger) -> Updater<QueryState> {
    let dispatch = dispatch.clone();
    Updater::new(move |edit| {
        let change = move |query: &mut QueryState| {
            query.page = 1;
            edit(query);
        };
        dispatch.emit(Action::QueryChanged(Box::new(change), cause));
    })
}

pub(super) fn page_size(props: &ArticleCardsProps) -> usize {
    props.page_size.clamp(1, 500)
}
