//! What the answers of a search engine, and its failures, change.

use std::ops::Range;
use std::rc::Rc;

use article_cards_core::error::Error;
use article_cards_core::feed::Feed;
use article_cards_core::search::{Index, QueryState};

use super::{Answered, EngineRequest, Purpose};
use crate::search_engine::SearchAnswer;
use crate::store::overview::Overview;
use crate::store::reducer::MAX_RELAXATIONS;
use crate::store::{Paging, Pending, State};

impl State {
    /// Takes the answer to the current request.
    pub(in crate::store) fn take_answer(&mut self, request: &EngineRequest, answer: SearchAnswer) {
        if self.engine_request().as_ref() != Some(request) {
            return;
        }
        match request.purpose {
            Purpose::Articles => self.replace_articles(request, answer),
            Purpose::More => self.add_articles(request, answer),
            Purpose::Overview => self.set_overview(&answer),
            Purpose::Relaxation => {
                let remote = self.remote.as_mut();
                let Some(filter) = remote.and_then(|it| it.uncounted.pop()) else {
                    return;
                };
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
    pub(in crate::store) fn take_failure(&mut self, request: &EngineRequest, error: Error) {
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
        self.total = answer.total;
        self.set_answered(request, request.places(), &answer);
        self.feed = Some(Rc::new(answer.feed));
        self.index_articles();
        // No more pages of cards are shown than were requested at once.
        if matches!(self.paging(), Paging::More | Paging::Infinite) {
            let loaded = request.page_size / self.page_size().max(1);
            self.query.page = self.query.page.min(loaded.max(1));
        }
    }

    fn add_articles(&mut self, request: &EngineRequest, mut answer: SearchAnswer) {
        let mut places = request.places();
        self.total = answer.total;
        let before = self.remote.as_ref().and_then(|it| it.answered.as_ref());
        let before = before.filter(|before| before.places.end == places.start);
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
        let mut uncounted = Vec::new();
        if answer.total == 0 {
            uncounted = request.query.removable_filters();
            uncounted.truncate(MAX_RELAXATIONS);
            uncounted.reverse();
        }
        if let Some(remote) = &mut self.remote {
            remote.is_facet_searched = false;
            remote.uncounted = uncounted;
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
        let overview = Overview::new(answer.total, published, &answer.facets, false);
        self.overview = Some(overview);
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
}
