use std::rc::Rc;

use yew::{AttrValue, Callback};

use crate::attributes::{GroupBy, Layout, Theme};
use crate::components::controls::updater::Updater;
use crate::components::list::props::ArticleCardsProps;
use crate::components::list::remembered::Remembered;
use crate::components::primitives::{Localization, attr_value};
use crate::hooks::refresh_interval;
use crate::search_engine::SearchCapabilities;
use crate::store::{Action, Paging, State, Trigger};
use article_cards_core::defaults;
use article_cards_core::search::{ActiveFilter, Filters, QueryState, SortBy, SortKey};

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
    /// The orders on offer, if the page says so.
    pub(super) sorts: Rc<Vec<SortKey>>,
    pub(super) layouts: LayoutSelection,
    /// What the search engine can do, if there is one.
    pub(super) capabilities: SearchCapabilities,
    /// What is remembered of the reader, if anything is to be.
    pub(super) remembered: Option<Remembered>,
}

/// The layout of a list, which the reader may choose.
#[derive(Default)]
pub(super) struct LayoutSelection {
    pub(super) offered: Vec<Layout>,
    pub(super) current: Layout,
    pub(super) on_choose: Callback<Layout>,
}

/// Whether new articles may be offered: by a refresh, or by one of several feeds that is late.
pub(super) fn may_offer(props: &ArticleCardsProps) -> bool {
    let src = props.src.as_deref().unwrap_or_default();
    refresh_interval(props.refresh).is_some() || src.split_ascii_whitespace().nth(1).is_some()
}

/// Whether the list brings the background of its theme, because the page's may be too bright or too dark
/// for it.
pub(super) fn has_ground(props: &ArticleCardsProps) -> bool {
    props.theme != Theme::Auto
}

impl RenderContext<'_> {
    /// Whether there are headings between the cards, which are sorted by date.
    pub(super) fn is_grouped(&self) -> bool {
        let is_default = !self.has_search_terms;
        let is_by_date = match self.query.sort.first().map(|key| &key.by) {
            Some(SortBy::PublishedDateTime) => true,
            None | Some(SortBy::Relevance) => is_default,
            Some(_) => false,
        };
        is_by_date && self.props.group_by != GroupBy::Nothing
    }

    /// How many of the first cards are lead stories.
    pub(super) fn featured(&self) -> usize {
        let is_first_page = self.state.paging() != Paging::Pages || self.state.page() == 1;
        let has_featured = is_first_page && !self.state.is_narrowed() && !self.is_saved_only();
        if has_featured { self.props.featured } else { 0 }
    }

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
        self.showing_all(self.query_updater(Trigger::Decision).callback(|query, ()| {
            query.query.clear();
            query.filters = Filters::default();
        }))
    }

    /// A callback that also ends the limit to saved articles.
    pub(super) fn showing_all(&self, then: Callback<()>) -> Callback<()> {
        let show = self.remembered.as_ref().map(|it| it.on_saved_only.clone());
        Callback::from(move |()| {
            then.emit(());
            if let Some(show) = &show {
                show.emit(false);
            }
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

/// Returns what searches for a text that the reader types.
pub(super) fn typed(dispatch: &Callback<Action>) -> Callback<String> {
    query_updater(dispatch, Trigger::Typing).callback(|query, text: String| query.query = text)
}

pub(super) fn page_size(props: &ArticleCardsProps) -> usize {
    let range = defaults::PAGE_SIZE_RANGE;
    props.page_size.clamp(*range.start(), *range.end())
}
