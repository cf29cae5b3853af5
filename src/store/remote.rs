//! Lists whose queries a search engine answers, in place of the index of a feed.

mod answers;
mod requests;
mod values;

use std::ops::Range;
use std::rc::Rc;

use article_cards_core::search::{ActiveFilter, Highlighter, QueryState};

use super::{Pending, State};

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

impl EngineRequest {
    /// The places of the requested articles in the result.
    fn places(&self) -> Range<usize> {
        let before = self.page.saturating_sub(1);
        let start = before.saturating_mul(self.page_size);
        start..start.saturating_add(self.page_size)
    }
}

/// Texts with the byte ranges to mark.
type Marks = Rc<Vec<(String, Vec<Range<usize>>)>>;

/// What a search engine has answered.
#[derive(Clone, Default)]
pub(super) struct Remote {
    answered: Option<Answered>,
    /// The number of requests so far, which tells equal ones apart.
    attempt: usize,
    /// Filters whose removal may help, and whose articles are not counted yet; the first one last.
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
