//! The state after an action.

use std::rc::Rc;

use article_cards_core::feed::Feed;
use article_cards_core::search::{Index, QueryState};

use super::overview::Overview;
use super::{Action, LoadPolicy, Pending, Settings, State, Trigger};

/// From this number of articles on, a page of the feed does not rebuild the index by itself.
const LAZY_INDEX_THRESHOLD: usize = 1_000;

/// Relaxations that an empty result offers.
pub(super) const MAX_RELAXATIONS: usize = 5;

impl State {
    /// Returns the state after an action.
    ///
    /// ```
    /// use article_cards::error::Error;
    /// use article_cards::store::{Action, State, Status};
    ///
    /// let state = State::default().reduce(Action::FetchStarted);
    /// assert_eq!(state.status(), Status::Loading);
    ///
    /// let state = state.reduce(Action::FetchFailed(Error::http(404)));
    /// assert_eq!(state.status(), Status::Error);
    /// ```
    pub fn reduce(&self, action: Action) -> Self {
        let mut state = self.clone();
        match action {
            Action::SettingsChanged(settings) => state.change_settings(settings),
            Action::FetchStarted => {
                if state.is_remote() {
                    state = state.without_feed();
                }
                state.pending = Some(Pending::Feed);
                state.failure = None;
                state.offered = None;
            }
            Action::RefetchStarted => state.pending = Some(Pending::Feed),
            Action::IndexBuilt(index) => {
                state.built_index = Some(index);
                return state;
            }
            Action::FeedLoaded(feed) if state.is_remote() => {
                return state.without_feed().reduce(Action::FeedLoaded(feed));
            }
            Action::FeedLoaded(feed) => state.replace_feed(feed),
            Action::RefreshLoaded(feed) => {
                let count = state.count_new(&feed);
                // Another of several feeds without articles to show, whose next page may have some.
                let joined = state.feed.as_ref().map_or(0, |feed| feed.joined());
                let is_blank = count == 0 && feed.joined() > joined;
                if is_blank || state.has_no_articles() {
                    return state.reduce(Action::FeedLoaded(feed));
                }
                state.offered = (count > 0).then_some((feed, count));
            }
            Action::RefreshAccepted if state.is_remote() => {
                state.offered = None;
                state.return_to_top(Trigger::Decision);
                state.drop_answers();
            }
            Action::RefreshAccepted => {
                if let Some((feed, _)) = state.offered.take() {
                    state.return_to_top(Trigger::Decision);
                    state.rest_loaded = (0, 0);
                    state.failure = None;
                    state.set_feed(feed);
                    state.update_index();
                }
            }
            Action::ShowMore(_) if !state.has_more() => {}
            Action::ShowMore(trigger) => state.show_more(trigger),
            Action::RestAllowed(is_allowed) => {
                state.may_load_rest = Some(is_allowed);
                // Articles that arrived while the rest was loading are searched from now on.
                if !is_allowed && state.pending.is_none() {
                    state.update_index();
                }
            }
            Action::LoadAll => {
                state.load_policy = LoadPolicy::End;
                state.blank_pages = 0;
                state.failure = None;
            }
            Action::LoadingStopped => {
                state.load_policy = LoadPolicy::Stopped;
                // Other queries load no more by themselves either.
                state.rest_loaded.0 = usize::MAX;
                state.pending = state.pending.filter(|what| *what == Pending::Feed);
                state.update_index();
            }
            Action::PageFetchStarted => {
                state.pending = Some(Pending::Page);
                // An error that is shown in place of articles stays until the response.
                if !state.shown.is_empty() {
                    state.drop_page_failure();
                }
            }
            Action::PageLoaded(feed) => state.append_page(feed),
            Action::FetchFailed(error) => {
                // One of several feeds may fail while a page of another loads.
                let what = match error.is_of_page() {
                    true => Pending::Page,
                    false => Pending::Feed,
                };
                state.pending = state.pending.filter(|pending| *pending != what);
                state.failure = Some((what, error));
                state.update_index();
            }
            Action::FeedRemoved => state = state.without_feed(),
            Action::EngineConnected => state.connect_engine(),
            Action::EngineAnswered(it) => state.take_answer(&it.request, it.answer),
            Action::EngineFailed(it) => state.take_failure(&it.request, it.error),
            Action::EngineRetried => state.request_again(),
            Action::FacetSearched(field, text) => state.search_facet(field, text),
            Action::EngineRefreshed => state.start_refresh(),
            Action::QueryChanged(change, trigger) => {
                let mut query = state.query.clone();
                change(&mut query);
                return state.reduce(Action::QueryReplaced(query, trigger));
            }
            // A page that mirrors the list's own state changes nothing.
            Action::QueryReplaced(query, Trigger::Host) if query == state.query => {}
            Action::QueryReplaced(query, trigger) => state.replace_query(query, trigger),
            Action::IndexWarmedUp if state.is_stale && !state.is_remote() => state.answer_query(),
            Action::IndexWarmedUp => {}
        }
        state.show_articles();
        // Whether the list is in view is observed only while pages are missing.
        state.may_load_rest = state.may_load_rest.filter(|_| state.has_next_page());
        state.drop_built_index();
        state
    }

    /// The state of a list that has lost its feed.
    pub(super) fn without_feed(&self) -> Self {
        Self {
            settings: self.settings.clone(),
            query: self.query.clone(),
            trigger: self.trigger,
            load_policy: self.load_policy,
            ..Self::default()
        }
    }

    /// Shows a feed from its top, unless it is a newer version of the current one.
    fn replace_feed(&mut self, feed: Rc<Feed>) {
        let first_id = |feed: &Feed| feed.articles().first().map(|it| it.id().to_owned());
        let is_same_feed = |old: &Rc<Feed>| first_id(old) == first_id(&feed);
        // The first feed opens at the page that the URL names.
        if !self.feed.as_ref().is_none_or(is_same_feed) {
            self.return_to_top(Trigger::Host);
        }
        self.offered = None;
        self.rest_loaded = (0, 0);
        self.failure = None;
        self.set_feed(feed);
        self.update_index();
    }

    fn append_page(&mut self, feed: Rc<Feed>) {
        let is_index_due = self.is_index_due(&feed);
        self.count_page(&feed);
        self.drop_page_failure();
        self.set_feed(feed);
        if is_index_due {
            self.update_index();
        }
    }

    /// Counts a page that has loaded, towards the limits of what loads without a request.
    fn count_page(&mut self, grown: &Feed) {
        let before = self.feed.as_ref();
        let articles = before.map_or(0, |feed| feed.articles().len());
        self.blank_pages = match grown.articles().len() > articles {
            true => 0,
            false => self.blank_pages + 1,
        };
        let bytes = before.map_or(0, |feed| feed.bytes());
        if self.load_policy != LoadPolicy::End && self.wants_rest() {
            self.rest_loaded.0 += 1;
            self.rest_loaded.1 += grown.bytes().saturating_sub(bytes);
        }
        self.pending = None;
    }

    fn show_more(&mut self, trigger: Trigger) {
        self.query.page = self.page().saturating_add(1);
        self.trigger = trigger;
        self.scrolled_pages = match trigger {
            Trigger::Scrolled => self.scrolled_pages + 1,
            Trigger::More | Trigger::Decision => 0,
            _ => self.scrolled_pages,
        };
        self.load_policy = LoadPolicy::Matches;
        self.blank_pages = 0;
        self.run_query();
    }

    fn replace_query(&mut self, query: QueryState, trigger: Trigger) {
        self.load_policy = match trigger {
            // The reader has requested the whole feed, for any search text.
            _ if self.load_policy == LoadPolicy::End && self.has_next_page() => LoadPolicy::End,
            Trigger::History if query.page > 1 => LoadPolicy::Matches,
            _ if query.page > self.query.page => LoadPolicy::Matches,
            _ => LoadPolicy::UnfilteredList,
        };
        self.scrolled_pages = 0;
        self.blank_pages = 0;
        let is_remote = self.is_remote();
        let failure = self.failure.take();
        self.failure = failure.filter(|(what, _)| *what != Pending::Page && !is_remote);
        // Typing and sorting don't wait for the index to warm up; everything else is answered at
        // once.
        let may_wait = match trigger {
            Trigger::Typing => true,
            Trigger::Decision => query.sort != self.query.sort,
            _ => false,
        };
        self.query = query;
        self.trigger = trigger;
        if self.is_remote() {
            return self.select_values();
        }
        self.is_stale = may_wait && !self.is_warmed_up();
        if !self.is_stale {
            self.answer_query();
        }
    }

    /// Drops an index that was built ahead, unless an offered feed still needs it.
    fn drop_built_index(&mut self) {
        let offered = self.offered.as_ref().map(|(feed, _)| feed);
        let built = self.built_index.take();
        self.built_index = built.filter(|index| offered.is_some_and(|feed| index.covers(feed)));
    }

    fn change_settings(&mut self, settings: Settings) {
        let before = self.settings.replace(settings.clone());
        if self.is_remote() {
            let asks_the_same = |before: Settings| {
                before.index == settings.index
                    && before.only == settings.only
                    && before.page_size == settings.page_size
            };
            if !before.is_some_and(asks_the_same) {
                self.drop_answers();
            }
            return;
        }
        match (&self.index, &self.feed) {
            (Some(index), Some(feed)) => {
                let index = index.reconfigured(feed, settings.index);
                self.set_index(index);
            }
            _ => self.update_index(),
        }
    }

    fn set_index(&mut self, mut index: Index) {
        let settings = self.settings.as_ref();
        index.set_base_filter(settings.and_then(|settings| settings.only.as_ref()));
        self.overview = None;
        self.index = Some(Rc::new(index));
        self.run_query();
    }

    /// Returns to the first page of cards, and to loading what an unfiltered list needs.
    fn return_to_top(&mut self, trigger: Trigger) {
        self.query.page = 1;
        self.trigger = trigger;
        self.load_policy = LoadPolicy::UnfilteredList;
        self.scrolled_pages = 0;
        self.blank_pages = 0;
    }

    /// Drops a failure that another page has overcome: any but that of one of several feeds.
    fn drop_page_failure(&mut self) {
        let feed = self.feed.as_ref();
        let has_several = feed.is_some_and(|feed| feed.joined() > 0);
        let failure = self.failure.take();
        self.failure = failure.filter(|(what, _)| has_several && *what == Pending::Feed);
    }

    fn has_no_articles(&self) -> bool {
        let feed = self.feed.as_ref();
        feed.is_none_or(|feed| feed.articles().is_empty())
    }

    /// Counts the articles of a newer feed that are new, and that an empty query would show.
    fn count_new(&self, newer: &Feed) -> usize {
        let (Some(feed), Some(settings)) = (&self.feed, &self.settings) else {
            return 0;
        };
        if !self.has_new_articles(newer) {
            return 0;
        }
        let mut index = self.build_index(newer, settings);
        index.set_base_filter(settings.only.as_ref());
        let all = index.ids(&QueryState::default());
        let is_new = |id: &&str| feed.article(id).is_none();
        all.into_iter().filter(is_new).count()
    }

    /// Whether a newer feed has articles that the current one lacks: if not, it needs no index.
    pub(crate) fn has_new_articles(&self, newer: &Feed) -> bool {
        let known = |id: &str| self.feed.as_ref()?.article(id);
        let mut articles = newer.articles().iter();
        articles.any(|article| known(article.id()).is_none())
    }

    /// Whether a feed that has grown by a page is indexed now. Indexing after each of many pages
    /// would take quadratic time.
    pub(crate) fn is_index_due(&self, feed: &Feed) -> bool {
        let indexed = self.index.as_ref().map_or(0, |index| index.articles_read());
        let may_lag = match self.load_policy {
            LoadPolicy::Stopped => false,
            LoadPolicy::UnfilteredList if !self.wants_rest() => false,
            LoadPolicy::UnfilteredList | LoadPolicy::Matches => indexed >= LAZY_INDEX_THRESHOLD,
            LoadPolicy::End => true,
        };
        let is_last = || {
            let mut next = self.clone();
            next.count_page(feed);
            feed.next_page().is_none() || !next.needs_page()
        };
        !may_lag || feed.articles().len() >= indexed + indexed / 4 || is_last()
    }

    /// Builds the index of a feed from the one that was built ahead, if there is one.
    fn build_index(&self, feed: &Feed, settings: &Settings) -> Index {
        let options = settings.index.clone();
        match &self.built_index {
            Some(built) => built.reconfigured(feed, options),
            None => Index::with_options(feed, options),
        }
    }

    fn set_feed(&mut self, feed: Rc<Feed>) {
        self.pending = None;
        self.feed = Some(feed);
    }

    /// Indexes what is loaded of the feed, if the index lags behind, and runs the query.
    fn update_index(&mut self) {
        if self.is_remote() {
            return;
        }
        let (Some(feed), Some(settings)) = (&self.feed, &self.settings) else {
            return;
        };
        match &self.index {
            Some(index) if index.covers(feed) => self.run_query(),
            _ => {
                let index = self.build_index(feed, settings);
                self.set_index(index);
            }
        }
    }

    /// Whether the index answers the query without blocking the page.
    fn is_warmed_up(&self) -> bool {
        let index = self.index.as_ref();
        index.is_none_or(|index| index.is_warm_for(&self.query))
    }

    fn answer_query(&mut self) {
        // Articles that arrived while the rest of the feed was loading are searched from now on.
        if self.load_policy != LoadPolicy::End && self.pending.is_none() {
            self.update_index();
        } else {
            self.run_query();
        }
    }

    fn run_query(&mut self) {
        self.is_stale = false;
        let Some(index) = self.index.clone().filter(|_| !self.is_remote()) else {
            return;
        };
        let mut query = self.query.clone();
        query.filters = query.filters.without_reversed_ranges();
        let outcome = index.search(&query);
        self.total = outcome.total();
        let (first, end) = self.shown_range();
        let skipped = self.skipped();
        let articles = outcome.first(skipped.saturating_add(end));
        self.shown = articles.into_iter().skip(skipped + first).collect();
        self.facets = outcome.into_facets().into();
        let facets = Rc::clone(&self.facets);
        self.offered_facets = self.overview(&index).offered(&facets);
        self.corrections = Rc::default();
        // Another page may have the word.
        if self.total > 0 && !self.has_next_page() {
            self.corrections = index.corrections(&query).into();
        }
        self.relaxations = Rc::default();
        if self.total == 0 && !index.is_empty() {
            self.relaxations = index.relaxations(&query, MAX_RELAXATIONS).into();
        }
    }

    /// Returns the overview, which is made anew for each index and once the feed is complete.
    fn overview(&mut self, index: &Index) -> &Overview {
        let has_next_page = self.has_next_page();
        let current = self.overview.take();
        let current = current.filter(|it| it.is_partial() == has_next_page);
        let overview = current.unwrap_or_else(|| {
            let answer = index.search(&QueryState::default());
            let newest = answer.first(1).into_iter().next();
            let newest = newest.and_then(|article| article.published_at);
            Overview::new(answer.total(), newest, answer.facets(), has_next_page)
        });
        self.overview.insert(overview)
    }
}
