//! Selectors: values derived from the fields of a state.

use std::rc::Rc;

use article_cards_core::defaults;
use article_cards_core::error::Error;
use article_cards_core::feed::Feed;
use article_cards_core::model::{Article, Published};
use article_cards_core::search::{
    ActiveFilter, Correction, FacetCounts, Index, QueryState, SortBy,
};

use super::overview::Overview;
use super::{
    LoadPolicy, Paging, Pending, Settings, State, Status, Trigger, is_narrowed, is_same_view,
    needs_rest,
};

/// After this number of pages in a row without an article, none is loaded automatically.
const MAX_BLANK_PAGES: usize = 10;

/// Pages of cards in a row that scrolling shows, before a button takes over.
const MAX_SCROLLED_PAGES: usize = 5;

/// Pages of a feed that load for a query without a request of the reader.
const MAX_REST_PAGES: usize = 20;

/// Bytes after which no further page does.
const MAX_REST_BYTES: u64 = 5_000_000;

/// From this number of missing pages of cards on, loading shows progress and can be stopped.
const PROGRESS_THRESHOLD: usize = 3;

impl State {
    /// The settings of the list.
    pub fn settings(&self) -> Option<&Settings> {
        self.settings.as_ref()
    }

    /// The status of the list.
    pub fn status(&self) -> Status {
        match (&self.feed, self.pending, &self.failure) {
            (Some(_), ..) if self.total > 0 => Status::Ready,
            // The reader can drop filters, whatever else happens.
            (Some(_), ..) if self.searched() > 0 && self.is_narrowed() && !self.is_unanswered() => {
                Status::Empty
            }
            (_, _, Some(_)) => Status::Error,
            (_, Some(_), None) => Status::Loading,
            _ if self.needs_page() => Status::Loading,
            (None, None, None) => Status::Idle,
            (Some(_), None, None) => Status::Empty,
        }
    }

    /// The feed, as far as it is loaded.
    pub fn feed(&self) -> Option<&Rc<Feed>> {
        self.feed.as_ref()
    }

    /// The index of the feed, which may lag behind while the rest of the feed is loading.
    pub fn index(&self) -> Option<&Rc<Index>> {
        self.index.as_ref()
    }

    /// The current query.
    pub fn query(&self) -> &QueryState {
        &self.query
    }

    /// What triggered the current query.
    pub fn trigger(&self) -> Trigger {
        self.trigger
    }

    /// Whether the query has text or filters.
    pub fn is_narrowed(&self) -> bool {
        is_narrowed(&self.query)
    }

    /// The articles on screen.
    pub fn shown(&self) -> &[Rc<Article>] {
        &self.shown
    }

    pub(super) fn page_size(&self) -> usize {
        let settings = self.settings.as_ref();
        settings.map_or(defaults::PAGE_SIZE, |settings| settings.page_size)
    }

    /// How the reader gets to the next cards.
    pub fn paging(&self) -> Paging {
        let settings = self.settings.as_ref();
        settings.map_or_else(Paging::default, |settings| settings.paging)
    }

    /// The number of pages of cards that match, as far as the feed is loaded; at least 1.
    pub fn pages(&self) -> usize {
        let pages = self.available().div_ceil(self.page_size().max(1));
        pages.max(1)
    }

    /// How many of the first articles are left out of what is shown.
    pub fn skipped(&self) -> usize {
        let settings = self.settings.as_ref();
        let settings = settings.filter(|it| it.skip > 0 && is_same_view(&it.start, &self.query));
        settings.map_or(0, |settings| settings.skip.min(self.total))
    }

    /// The number of articles that match and are not left out.
    fn available(&self) -> usize {
        self.total - self.skipped()
    }

    /// The page of cards that is shown, where pages replace each other: the nearest to the
    /// requested one that exists. Otherwise the number of pages requested.
    pub fn page(&self) -> usize {
        match self.paging() {
            Paging::More | Paging::Infinite => self.query.page,
            Paging::Pages => self.query.page.clamp(1, self.pages()),
            Paging::None => 1,
        }
    }

    /// The range of the shown articles among those that match and are not left out: its start and end.
    pub(super) fn shown_range(&self) -> (usize, usize) {
        let (page, size) = (self.page(), self.page_size());
        let first = match self.paging() {
            Paging::Pages => page.saturating_sub(1).saturating_mul(size),
            _ => 0,
        };
        (first, page.saturating_mul(size))
    }

    /// The number of articles requested.
    fn requested(&self) -> usize {
        let pages = match self.paging() {
            Paging::None => 1,
            _ => self.query.page,
        };
        pages.saturating_mul(self.page_size())
    }

    /// The number of articles that match, on screen or not.
    pub fn total(&self) -> usize {
        self.total
    }

    /// The number of articles searched.
    pub fn searched(&self) -> usize {
        if self.is_remote() {
            let all = self.overview.as_ref().and_then(Overview::total);
            // There are others if this query has none.
            let at_least = usize::from(self.is_narrowed());
            return all.unwrap_or(at_least).max(self.total);
        }
        self.index.as_ref().map_or(0, |index| index.len())
    }

    /// Whether the number of articles searched is known.
    pub fn knows_searched(&self) -> bool {
        let overview = self.overview.as_ref();
        !self.is_remote() || overview.is_some_and(|overview| overview.total().is_some())
    }

    /// The facets' values with their counts.
    pub fn facets(&self) -> &Rc<[FacetCounts]> {
        &self.facets
    }

    /// The facets' values with their counts, without those that every article of the list has: they
    /// narrow nothing.
    pub fn offered_facets(&self) -> &Rc<[FacetCounts]> {
        &self.offered_facets
    }

    /// Whether there is more than one article, or may be, whatever the query.
    pub fn has_several(&self) -> bool {
        self.overview.as_ref().is_some_and(Overview::has_several)
    }

    /// The date of the newest article, whatever the query.
    pub fn newest(&self) -> Option<Published> {
        self.overview.as_ref().and_then(Overview::newest)
    }

    /// Whether a facet narrows the list, whatever the query.
    pub fn has_useful_facets(&self) -> bool {
        self.overview.as_ref().is_some_and(Overview::has_facets)
    }

    /// The words of the search text that no article has, with what is found in their place.
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    /// The filters to drop where nothing matches, with the number of articles that each brings
    /// back.
    pub fn relaxations(&self) -> &[(ActiveFilter, usize)] {
        &self.relaxations
    }

    /// Whether the feed has a further page that may be asked for.
    pub fn has_next_page(&self) -> bool {
        let feed = self.feed.as_ref().filter(|_| {
            let settings = self.settings.as_ref();
            settings.is_none_or(|settings| !settings.only_loaded)
        });
        feed.is_some_and(|feed| feed.next_page().is_some())
    }

    /// Whether the results cover the whole feed: all of its pages have loaded, and none has failed.
    pub fn is_complete(&self) -> bool {
        self.feed.is_some() && !self.has_next_page() && self.failure.is_none()
    }

    /// Whether pages of the feed are missing for an answer: for any query but the default one, or
    /// for the claim that there are no articles.
    pub fn misses_rest(&self) -> bool {
        self.has_next_page() && (needs_rest(&self.query) || self.status() == Status::Empty)
    }

    /// Whether the query needs the rest of the feed, and it may load without a request of the reader
    /// where the list is in view.
    pub(super) fn wants_rest(&self) -> bool {
        let (pages, bytes) = self.rest_loaded;
        let is_within_limits = pages < MAX_REST_PAGES && bytes < MAX_REST_BYTES;
        let is_stopped = self.load_policy == LoadPolicy::Stopped;
        is_within_limits && !is_stopped && needs_rest(&self.query)
    }

    fn loads_rest(&self) -> bool {
        self.may_load_rest == Some(true) && self.wants_rest()
    }

    /// Whether there is more to show.
    pub fn has_more(&self) -> bool {
        let (_, end) = self.shown_range();
        self.paging() != Paging::None && (end < self.available() || self.has_next_page())
    }

    /// Whether a button appends articles that are loaded already.
    pub fn has_loaded_more(&self) -> bool {
        let appends = matches!(self.paging(), Paging::More | Paging::Infinite);
        appends && !self.is_remote() && self.shown.len() < self.available()
    }

    /// Whether scrolling to the end of the list shows more.
    pub fn loads_on_scroll(&self) -> bool {
        // The rest of a feed is not searched for matches that it may not have.
        let has_some = self.shown.len() < self.available() || !self.is_narrowed();
        // Loaded articles are shown while others load.
        let is_idle = self.pending.is_none() && !self.has_page_failed() && !self.needs_page()
            || self.has_loaded_more() && self.is_loading_rest();
        let is_due = self.paging() == Paging::Infinite && self.scrolled_pages < MAX_SCROLLED_PAGES;
        is_due && is_idle && has_some && !self.shown.is_empty() && self.has_more()
    }

    /// Whether the rest of the feed is loading, for long enough to show progress.
    pub fn is_loading_rest(&self) -> bool {
        let many = PROGRESS_THRESHOLD.saturating_mul(self.page_size());
        let misses_many = || self.requested() > self.available().saturating_add(many);
        let is_loading = self.pending == Some(Pending::Page) || self.needs_page();
        let is_long = match self.load_policy {
            LoadPolicy::End => true,
            LoadPolicy::Matches | LoadPolicy::UnfilteredList => self.loads_rest() || misses_many(),
            LoadPolicy::Stopped => false,
        };
        // It starts as soon as the list is known to be in view.
        let is_about_to = self.may_load_rest.is_none() && self.wants_rest();
        (is_about_to || is_long && is_loading) && self.has_next_page()
    }

    /// Whether the feed's next page is needed to show what is requested.
    pub fn needs_page(&self) -> bool {
        let may_load = self.pending.is_none() && !self.has_page_failed();
        let is_idle = may_load && self.blank_pages < MAX_BLANK_PAGES;
        let misses_some = self.requested() > self.available();
        let is_wanted = match self.load_policy {
            LoadPolicy::Stopped => false,
            LoadPolicy::UnfilteredList => misses_some && !self.is_narrowed(),
            LoadPolicy::Matches => misses_some,
            LoadPolicy::End => true,
        };
        let is_wanted = is_wanted || self.loads_rest();
        is_idle && is_wanted && self.feed.is_some() && self.has_next_page()
    }

    fn has_page_failed(&self) -> bool {
        matches!(self.failure, Some((Pending::Page, _)))
    }

    /// Whether the results are those of an older query, since the index is still warming up for
    /// the current one, or a search engine has not answered it.
    pub fn is_stale(&self) -> bool {
        self.is_stale
    }

    /// Whether a search engine has not answered the current query, or has failed to.
    pub fn is_unanswered(&self) -> bool {
        self.is_remote() && self.is_stale
    }

    /// Whether the answer to the current query is still to come.
    pub fn is_waiting(&self) -> bool {
        self.is_stale && self.failure.is_none()
    }

    /// Whether any article has a value to sort by, or may have one.
    pub fn has_values(&self, by: &SortBy) -> bool {
        match self.is_remote() {
            true => *by != SortBy::PublishedDateTime || self.newest().is_some(),
            false => {
                let index = self.index.as_ref();
                index.is_some_and(|index| index.has_values(by))
            }
        }
    }

    /// The document that is loading.
    pub fn pending(&self) -> Option<Pending> {
        self.pending
    }

    /// The feed that is offered, else the one that is shown.
    pub fn newest_feed(&self) -> Option<&Rc<Feed>> {
        let offered = self.offered.as_ref().map(|(feed, _)| feed);
        offered.or(self.feed())
    }

    /// The number of new articles on offer.
    pub fn offered(&self) -> usize {
        self.offered.as_ref().map_or(0, |(_, count)| *count)
    }

    /// The last error, and the document that it is about.
    pub fn failure(&self) -> Option<(Pending, &Error)> {
        self.failure.as_ref().map(|(what, error)| (*what, error))
    }
}
