//! Lists whose queries a search engine answers, in place of the index of a feed.

use std::ops::Range;
use std::rc::Rc;

use article_cards_core::error::Error;
use article_cards_core::feed::Feed;
use article_cards_core::search::{
    ActiveFilter, Facet, FacetCounts, Highlighter, Index, QueryState, SortKey, ValueCount,
    is_same_value,
};

use super::overview::Overview;
use super::reducer::MAX_RELAXATIONS;
use super::{Paging, Pending, State, is_same_view};
use crate::search_engine::SearchAnswer;
#[cfg(feature = "csr")]
use crate::search_engine::SearchRequest;

/// How many articles are requested at once where a list returns to several pages of cards.
const MAX_AT_ONCE: usize = 500;

/// What a request is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The articles of the query.
    Articles,
    /// Further articles, or another page of them.
    More,
    /// What the list has without a query.
    Overview,
    /// How many articles there are without one of the filters.
    Relaxation,
    /// Whether there are newer articles.
    Refresh,
    /// Values of a facet that contain a text.
    FacetValues,
}

/// What a search engine is asked next.
#[derive(Clone, Debug, PartialEq)]
pub struct EngineRequest {
    /// What it is for.
    pub purpose: Purpose,
    /// The query.
    pub query: QueryState,
    /// The page, from 1.
    pub page: usize,
    /// The number of articles on a page.
    pub page_size: usize,
    /// The field whose values are searched, and the text.
    pub facet_search: Option<(String, String)>,
    /// The number of requests before.
    attempt: usize,
}

/// Texts with the byte ranges to mark.
type Marks = Rc<Vec<(String, Vec<Range<usize>>)>>;

/// What a search engine has answered.
#[derive(Clone, Default)]
pub(super) struct Remote {
    answered: Option<Answered>,
    /// The number of requests so far, which tells equal ones apart.
    attempt: usize,
    /// Filters whose removal may help, and whose articles are not counted yet.
    uncounted: Vec<ActiveFilter>,
    /// The field whose values are searched, and the text.
    facet_search: Option<(String, String)>,
    /// Whether the values that it finds are there.
    is_facet_searched: bool,
    is_refreshing: bool,
    /// The time of the newest article, in milliseconds since 1970.
    newest_ms: Option<i64>,
}

/// A query that is answered.
#[derive(Clone)]
struct Answered {
    query: QueryState,
    /// The loaded articles, by their places in the result.
    places: Range<usize>,
    marks: Marks,
    is_outdated: bool,
}

/// A query without what doesn't change its results.
fn normalized(query: &QueryState) -> QueryState {
    QueryState {
        query: query.query.trim().to_owned(),
        sort: query.sort.clone(),
        filters: query.filters.without_reversed_ranges(),
        page: 1,
    }
}

impl Remote {
    /// The answer to a query, unless it is outdated.
    fn answer_to(&self, query: &QueryState) -> Option<&Answered> {
        let answered = self.answered.as_ref().filter(|it| !it.is_outdated);
        answered.filter(|it| it.query == normalized(query))
    }

    fn set_outdated(&mut self) {
        self.attempt += 1;
        if let Some(answered) = &mut self.answered {
            answered.is_outdated = true;
        }
    }
}

impl State {
    /// Whether a search engine answers the queries of the list.
    pub fn is_remote(&self) -> bool {
        self.remote.is_some()
    }

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
                Paging::Pages => wanted.start / size + 1,
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
        if let Some(filter) = remote.uncounted.first() {
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
    #[cfg(feature = "csr")]
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
    fn wanted(&self, total: Option<usize>) -> Range<usize> {
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
            Paging::Pages => (page - 1).saturating_mul(size),
            _ => 0,
        };
        let end = skip.saturating_add(page.saturating_mul(size));
        let total = total.unwrap_or(usize::MAX);
        skip.saturating_add(first).min(total)..end.min(total)
    }

    /// Starts a list whose queries a search engine answers.
    pub(super) fn connect_engine(&mut self) {
        *self = Self {
            remote: Some(Remote::default()),
            ..self.without_feed()
        };
    }

    /// Asks the search engine again: after a failure for the same, else for everything.
    pub(super) fn request_again(&mut self) {
        let failure = self.failure.take();
        if let Some(remote) = &mut self.remote {
            match failure {
                Some(_) => remote.attempt += 1,
                None => {
                    remote.set_outdated();
                    self.overview = None;
                    self.offered = None;
                }
            }
        }
    }

    /// Asks the search engine for newer articles, which are then offered.
    pub(super) fn start_refresh(&mut self) {
        if let Some(remote) = &mut self.remote {
            remote.is_refreshing = true;
        }
    }

    /// Marks everything that the search engine has answered as outdated; it is shown until the next
    /// answer.
    pub(super) fn drop_answers(&mut self) {
        if let Some(remote) = &mut self.remote {
            remote.set_outdated();
        }
        self.overview = None;
        self.failure = None;
    }

    /// Takes the answer to the current request.
    pub(super) fn take_answer(&mut self, request: &EngineRequest, answer: SearchAnswer) {
        if self.engine_request().as_ref() != Some(request) {
            return;
        }
        match request.purpose {
            Purpose::Articles => self.replace_articles(request, answer),
            Purpose::More => self.add_articles(request, answer),
            Purpose::Overview => self.set_overview(&answer),
            Purpose::Relaxation => {
                let Some(remote) = &mut self.remote else {
                    return;
                };
                let filter = remote.uncounted.remove(0);
                if answer.total > 0 {
                    let mut counted = self.relaxations.to_vec();
                    counted.push((filter, answer.total));
                    self.relaxations = counted.into();
                }
            }
            Purpose::Refresh => self.offer_newer(answer),
            Purpose::FacetValues => self.add_values(answer),
        }
        // The next request may be the same.
        if let Some(remote) = &mut self.remote {
            remote.attempt += 1;
        }
    }

    /// Notes that the current request has failed.
    pub(super) fn take_failure(&mut self, request: &EngineRequest, error: Error) {
        let is_current = self.engine_request().as_ref() == Some(request);
        let Some(remote) = self.remote.as_mut().filter(|_| is_current) else {
            return;
        };
        remote.attempt += 1;
        match request.purpose {
            Purpose::Articles => self.failure = Some((Pending::Feed, error)),
            Purpose::More => self.failure = Some((Pending::Page, error)),
            Purpose::Overview => self.overview = Some(Overview::unknown()),
            Purpose::Relaxation => remote.uncounted.clear(),
            Purpose::Refresh => remote.is_refreshing = false,
            // The values of the list are searched alone.
            Purpose::FacetValues => remote.is_facet_searched = true,
        }
    }

    fn replace_articles(&mut self, request: &EngineRequest, answer: SearchAnswer) {
        let start = (request.page - 1) * request.page_size;
        let places = start..start + request.page_size;
        self.total = answer.total;
        self.set_answered(request, places, &answer);
        self.feed = Some(Rc::new(answer.feed));
        self.index_articles();
        // No more pages of cards are shown than were requested at once.
        if matches!(self.paging(), Paging::More | Paging::Infinite) {
            let loaded = request.page_size / self.page_size().max(1);
            self.query.page = self.query.page.min(loaded.max(1));
        }
    }

    fn add_articles(&mut self, request: &EngineRequest, mut answer: SearchAnswer) {
        let start = (request.page - 1) * request.page_size;
        let mut places = start..start + request.page_size;
        self.total = answer.total;
        let before = self.remote.as_ref().and_then(|it| it.answered.as_ref());
        let before = before.filter(|before| before.places.end == start);
        if let (Some(before), Some(feed)) = (before, &self.feed) {
            places.start = before.places.start;
            answer.marks.extend_from_slice(&before.marks);
            let mut all = Feed::new(feed.options().clone());
            all.extend(feed);
            all.extend(&answer.feed);
            answer.feed = all;
        }
        self.set_answered(request, places, &answer);
        self.feed = Some(Rc::new(answer.feed));
        self.index_articles();
    }

    fn set_answered(
        &mut self,
        request: &EngineRequest,
        places: Range<usize>,
        answer: &SearchAnswer,
    ) {
        if request.query == QueryState::default() {
            self.set_overview(answer);
        }
        self.facets = self.with_selection(&answer.facets);
        self.relaxations = Rc::default();
        let uncounted = match answer.total {
            0 => request.query.removable_filters(),
            _ => Vec::new(),
        };
        if let Some(remote) = &mut self.remote {
            remote.is_facet_searched = false;
            remote.uncounted = uncounted.into_iter().take(MAX_RELAXATIONS).collect();
            remote.answered = Some(Answered {
                query: request.query.clone(),
                places,
                marks: Rc::new(answer.marks.clone()),
                is_outdated: false,
            });
        }
        self.offer_facets();
    }

    /// Indexes the loaded articles, for the marks in their texts.
    fn index_articles(&mut self) {
        if let (Some(feed), Some(settings)) = (&self.feed, &self.settings) {
            let index = Index::with_options(feed, settings.index.clone());
            // An article that is not loaded may have the word.
            self.corrections = match index.len() >= self.total {
                true if self.total > 0 => index.corrections(&self.query).into(),
                _ => Rc::default(),
            };
            self.index = Some(Rc::new(index));
        }
    }

    fn set_overview(&mut self, answer: &SearchAnswer) {
        let newest = self.times(&answer.feed).into_iter().next();
        let article = newest.as_ref().and_then(|(id, _)| answer.feed.article(id));
        let published = article.and_then(|article| article.published_at);
        let facets = answer.facets.iter();
        self.overview = Some(Overview::new(answer.total, published, facets, false));
        if let Some(remote) = &mut self.remote {
            remote.newest_ms = newest.map(|(_, ms)| ms);
        }
        self.offer_facets();
    }

    /// The articles that have a time, the newest first, in milliseconds since 1970.
    fn times(&self, feed: &Feed) -> Vec<(String, i64)> {
        let Some(settings) = &self.settings else {
            return Vec::new();
        };
        let index = Index::with_options(feed, settings.index.clone());
        let newest = index.newest(usize::MAX).into_iter();
        newest
            .filter_map(|(id, ms)| Some((id.to_owned(), ms?)))
            .collect()
    }

    fn offer_facets(&mut self) {
        self.offered_facets = match &self.overview {
            Some(overview) => overview.offered(&self.facets),
            None => Rc::clone(&self.facets),
        };
    }

    /// The counts of the requested facets, with those of selected and excluded values.
    fn with_selection(&self, answered: &[FacetCounts]) -> Rc<[FacetCounts]> {
        let settings = self.settings.as_ref();
        let facets = settings.map_or(&[][..], |settings| &settings.index.facets);
        let counts = |Facet { field, .. }: &Facet| {
            let answered = answered.iter().find(|it| it.field == *field);
            let mut values = answered.map_or(Vec::new(), |it| it.values.clone());
            let filter = self.query.filters.field(field);
            let has = |all: &[String], value: &str| {
                all.iter().any(|one| is_same_value(field, one, value))
            };
            for value in &mut values {
                value.selected = filter.is_some_and(|it| has(&it.any, &value.value));
                value.excluded = filter.is_some_and(|it| has(&it.not, &value.value));
            }
            if let Some(filter) = filter {
                for name in filter.any.iter().chain(&filter.not) {
                    let is_known = |it: &ValueCount| is_same_value(field, &it.value, name);
                    if !values.iter().any(is_known) {
                        values.push(ValueCount {
                            value: name.as_str().into(),
                            count: 0,
                            selected: has(&filter.any, name),
                            excluded: has(&filter.not, name),
                        });
                    }
                }
            }
            FacetCounts {
                field: field.clone(),
                values,
            }
        };
        facets.iter().map(counts).collect()
    }

    /// Searches for values of a facet that contain a text.
    pub(super) fn search_facet(&mut self, field: String, text: String) {
        if let Some(remote) = &mut self.remote {
            remote.facet_search = (!text.trim().is_empty()).then_some((field, text));
            remote.is_facet_searched = false;
        }
    }

    /// Adds values that the search engine has found to those of their facet.
    fn add_values(&mut self, mut answer: SearchAnswer) {
        let Some(remote) = &mut self.remote else {
            return;
        };
        remote.is_facet_searched = true;
        let Some((field, _)) = remote.facet_search.clone() else {
            return;
        };
        let mut facets = self.facets.to_vec();
        for facet in &mut facets {
            let found = answer.facets.iter_mut().find(|it| it.field == facet.field);
            let Some(found) = found.filter(|it| it.field == field) else {
                continue;
            };
            for value in found.values.drain(..) {
                let is_same = |it: &ValueCount| is_same_value(&field, &it.value, &value.value);
                if !facet.values.iter().any(is_same) {
                    facet.values.push(value);
                }
            }
        }
        self.facets = self.with_selection(&facets);
        self.offer_facets();
    }

    /// Marks the values that the query selects and excludes, before the search engine answers it.
    pub(super) fn select_values(&mut self) {
        self.facets = self.with_selection(&self.facets);
        self.offer_facets();
    }

    /// Offers the articles that are newer than all before.
    fn offer_newer(&mut self, answer: SearchAnswer) {
        let Some(remote) = &mut self.remote else {
            return;
        };
        remote.is_refreshing = false;
        let newest = remote.newest_ms;
        if self.total == 0 && !self.is_narrowed() {
            if answer.total > 0 {
                self.drop_answers();
            }
            return;
        }
        let times = self.times(&answer.feed);
        let newer = |(_, ms): &&(String, i64)| newest.is_some_and(|newest| *ms > newest);
        let newer = times.iter().filter(newer).count();
        if let Some(remote) = &mut self.remote {
            remote.newest_ms = newest.or(times.first().map(|(_, ms)| *ms));
        }
        self.offered = (newer > 0).then(|| (Rc::new(answer.feed), newer));
    }

    /// Shows the loaded articles of the query, if there is an answer to it.
    pub(super) fn show_articles(&mut self) {
        let Some(remote) = &self.remote else { return };
        let answered = remote.answer_to(&self.query);
        self.is_stale = answered.is_none() && remote.answered.is_some();
        if let (Some(answered), Some(feed)) = (answered, &self.feed) {
            let wanted = self.wanted(Some(self.total));
            let with_unpublished = self
                .settings
                .as_ref()
                .is_some_and(|it| it.index.with_unpublished);
            let is_loaded = answered.places.contains(&wanted.start) || wanted.is_empty();
            let before = wanted.start.checked_sub(answered.places.start);
            if let Some(before) = before.filter(|_| is_loaded) {
                let articles = feed.articles().iter().skip(before);
                let articles = articles.take(wanted.len());
                let shown = articles.filter(|it| it.published || with_unpublished);
                self.shown = shown.map(|it| Rc::clone(it.article())).collect();
            }
        }
        self.pending = match self.engine_request().map(|request| request.purpose) {
            Some(Purpose::Articles) => Some(Pending::Feed),
            Some(Purpose::More) => Some(Pending::Page),
            _ => None,
        };
    }

    /// What marks the matches of the current query.
    pub fn highlighter(&self) -> Option<Highlighter> {
        let index = self.index.as_ref().filter(|_| !self.is_stale)?;
        let highlighter = index.highlighter(&self.query);
        let remote = self.remote.as_ref();
        let answered = remote.and_then(|remote| remote.answered.as_ref());
        Some(match answered {
            Some(answered) => highlighter.with_known(Rc::clone(&answered.marks)),
            None => highlighter,
        })
    }
}
