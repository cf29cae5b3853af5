//! What a search engine is asked next.

use std::ops::Range;

use article_cards_core::search::{QueryState, SortKey};

use super::{EngineRequest, Purpose, normalized};
#[cfg(feature = "components")]
use crate::search_engine::SearchRequest;
use crate::store::{Paging, State, is_same_view};

/// How many articles are requested at once where a list returns to several pages of cards.
const MAX_AT_ONCE: usize = 500;

impl State {
    /// What a search engine is to be asked next, if anything.
    pub fn engine_request(&self) -> Option<EngineRequest> {
        let remote = self.remote.as_ref().filter(|_| self.failure.is_none())?;
        let request = |purpose, query, page, page_size| EngineRequest {
            purpose,
            query,
            page,
            page_size,
            facet_search: None,
            attempt: remote.attempt,
        };
        let size = self.page_size().max(1);
        let query = normalized(&self.query);
        let beginning = |purpose, wanted: Range<usize>| {
            let page = match self.paging() {
                Paging::Pages => (wanted.start / size).saturating_add(1),
                _ => 1,
            };
            // Pages have one size, and the next ones begin where the first one ends.
            let most = MAX_AT_ONCE.max(size) / size;
            let pages = wanted.end.div_ceil(size).clamp(1, most);
            let page_size = if page == 1 { pages * size } else { size };
            request(purpose, query.clone(), page, page_size)
        };
        let Some(answered) = remote.answer_to(&self.query) else {
            return Some(beginning(Purpose::Articles, self.wanted(None)));
        };
        let wanted = self.wanted(Some(self.total));
        let Range { start, end } = answered.places;
        let is_apart = self.paging() == Paging::Pages && wanted.start > end;
        if wanted.start < start || is_apart {
            return Some(beginning(Purpose::More, wanted));
        }
        if wanted.end > end {
            let request = request(Purpose::More, query, end / size + 1, size);
            return Some(request);
        }
        if self.overview.is_none() {
            return Some(request(Purpose::Overview, QueryState::default(), 1, 1));
        }
        if remote.facet_search.is_some() && !remote.is_facet_searched {
            return Some(EngineRequest {
                facet_search: remote.facet_search.clone(),
                ..request(Purpose::FacetValues, query, 1, 1)
            });
        }
        if let Some(filter) = remote.uncounted.last() {
            return Some(request(Purpose::Relaxation, query.without(filter), 1, 1));
        }
        let newest = QueryState {
            sort: vec![SortKey::NEWEST],
            ..QueryState::default()
        };
        let is_refreshing = remote.is_refreshing;
        is_refreshing.then(|| request(Purpose::Refresh, newest, 1, size))
    }

    /// What the search engine receives.
    #[cfg(feature = "components")]
    pub(crate) fn search_request(&self, request: &EngineRequest) -> SearchRequest {
        let settings = self.settings.as_ref();
        SearchRequest {
            state: request.query.clone(),
            only: settings.and_then(|settings| settings.only.clone()),
            facets: settings.map_or(Vec::new(), |settings| settings.index.facets.clone()),
            page: request.page,
            page_size: request.page_size,
            facet_search: request.facet_search.clone(),
        }
    }

    /// The articles to show, by their places in a result of `total` articles, or in one that is still
    /// unknown.
    pub(super) fn wanted(&self, total: Option<usize>) -> Range<usize> {
        let size = self.page_size();
        let settings = self.settings.as_ref();
        let skip = settings.filter(|it| is_same_view(&it.start, &self.query));
        let skip = skip.map_or(0, |settings| settings.skip);
        let page = match (self.paging(), total) {
            (Paging::None, _) => 1,
            (Paging::Pages, Some(_)) => self.page(),
            _ => self.query.page.max(1),
        };
        let first = match self.paging() {
            Paging::Pages => page.saturating_sub(1).saturating_mul(size),
            _ => 0,
        };
        let end = skip.saturating_add(page.saturating_mul(size));
        let total = total.unwrap_or(usize::MAX);
        skip.saturating_add(first).min(total)..end.min(total)
    }
}
