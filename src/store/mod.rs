//! What a list of cards shows, and how acts and answers change it. Pure: no browser, no clock.

mod action;
mod paging;
mod standing;
#[cfg(test)]
mod tests;

use std::rc::Rc;

pub use action::{Action, Cause};
pub use paging::{Paging, UnknownPaging};

use article_cards_core::error::Error;
use article_cards_core::feed::Feed;
use article_cards_core::model::Article;
use article_cards_core::search::{FacetCounts, Index, IndexOptions, Part, QueryState};

/// Where a list stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing was asked for.
    Idle,
    /// The first document is on its way.
    Loading,
    /// There are articles.
    Ready,
    /// There are none to show.
    Empty,
    /// Nothing could be had, be it that it is tried again.
    Error,
}

/// What is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// The feed's first document.
    Feed,
    /// Its next page.
    Page,
}

/// What a list is made by.
#[derive(Clone, PartialEq)]
pub struct Settings {
    /// How the feed is indexed.
    pub index: IndexOptions,
    /// The fixed frame.
    pub only: Option<QueryState>,
    /// How many cards are a page.
    pub page_size: usize,
    /// How the reader comes to the next ones.
    pub paging: Paging,
}

/// How far the feed's pages are loaded without another word of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// Not at all: the reader has stopped it.
    Nothing,
    /// As far as an unfiltered list needs.
    List,
    /// Until as many articles match as were asked for.
    Matches,
    /// To its end.
    End,
}

/// What a list of cards shows.
#[derive(Clone)]
pub struct State {
    settings: Option<Settings>,
    feed: Option<Rc<Feed>>,
    index: Option<Rc<Index>>,
    query: QueryState,
    cause: Cause,
    shown: Rc<[Rc<Article>]>,
    total: usize,
    facets: Rc<[FacetCounts]>,
    offers: Rc<[(Part, usize)]>,
    reach: Reach,
    /// How many pages of cards in a row came by scrolling.
    scrolled: usize,
    /// How many pages in a row have brought no article.
    blank_pages: usize,
    waiting: Option<Waiting>,
    failure: Option<(Waiting, Error)>,
    /// Of a feed that is yet to come, or is offered.
    prepared: Option<Rc<Index>>,
    /// Whether what is shown answers an older query: the new one would make the page stand still.
    is_behind: bool,
    /// A newer feed, and how many articles are new in it.
    offered: Option<(Rc<Feed>, usize)>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            settings: None,
            feed: None,
            index: None,
            query: QueryState::default(),
            cause: Cause::Given,
            shown: Rc::default(),
            total: 0,
            facets: Rc::default(),
            offers: Rc::default(),
            reach: Reach::List,
            scrolled: 0,
            blank_pages: 0,
            waiting: None,
            failure: None,
            prepared: None,
            is_behind: false,
            offered: None,
        }
    }
}

/// So many articles are no longer indexed anew for each page that may bring a match.
const MANY: usize = 1_000;

/// After so many pages in a row without an article no further one is asked for by itself.
const MOST_BLANK: usize = 10;

/// So many pages of cards in a row come by scrolling, before a button asks.
const MOST_SCROLLED: usize = 5;

/// How many offers an empty result makes.
const MOST_OFFERS: usize = 5;

impl State {
    /// A list that is made so.
    pub fn new(settings: Settings) -> Self {
        Self {
            settings: Some(settings),
            ..Self::default()
        }
    }

    /// The state after an action.
    ///
    /// ```
    /// use article_cards::error::Error;
    /// use article_cards::store::{Action, State, Status};
    ///
    /// let state = State::default().after(Action::Asked);
    /// assert_eq!(state.status(), Status::Loading);
    /// assert_eq!(state.after(Action::Failed(Error::http(404))).status(), Status::Error);
    /// ```
    pub fn after(&self, action: Action) -> Self {
        let mut state = self.clone();
        match action {
            Action::Set(settings) => state.set(settings),
            Action::Asked => {
                state.waiting = Some(Waiting::Feed);
                state.failure = None;
                state.offered = None;
            }
            Action::Retried => state.waiting = Some(Waiting::Feed),
            Action::Indexed(index) => {
                state.prepared = Some(index);
                return state;
            }
            Action::Loaded(feed) => {
                let begins_alike = |old: &Rc<Feed>| {
                    let first = |feed: &Feed| feed.articles().first().map(|it| it.id().to_owned());
                    first(old) == first(&feed)
                };
                // Another feed begins at its top and is loaded as far as its own list needs; the
                // first one where the address says.
                if !state.feed.as_ref().is_none_or(begins_alike) {
                    state.goes_to_top(Cause::Given);
                }
                state.offered = None;
                state.arrived(feed);
                state.make_index();
            }
            Action::Refreshed(feed) if state.has_no_articles() => {
                return state.after(Action::Loaded(feed));
            }
            Action::Refreshed(feed) => {
                let count = state.count_new(&feed);
                state.offered = (count > 0).then_some((feed, count));
            }
            Action::Renewed => {
                if let Some((feed, _)) = state.offered.take() {
                    state.goes_to_top(Cause::Decision);
                    state.arrived(feed);
                    state.make_index();
                }
            }
            Action::More(_) if !state.has_more() => {}
            Action::More(cause) => {
                state.query.page = state.page().saturating_add(1);
                state.cause = cause;
                state.scrolled = match cause {
                    Cause::Scrolled => state.scrolled + 1,
                    Cause::Decision => 0,
                    _ => state.scrolled,
                };
                state.reach = Reach::Matches;
                state.blank_pages = 0;
                state.run();
            }
            Action::All => {
                state.reach = Reach::End;
                state.blank_pages = 0;
                state.failure = None;
            }
            Action::Stopped => {
                state.reach = Reach::Nothing;
                state.waiting = state.waiting.filter(|what| *what == Waiting::Feed);
                state.make_index();
            }
            Action::PageAsked => {
                state.waiting = Some(Waiting::Page);
                // In place of articles it stays until the answer.
                if !state.shown.is_empty() {
                    state.failure = None;
                }
            }
            Action::Grown(feed) => {
                let is_due = state.is_index_due(&feed);
                let loaded = feed.articles().len();
                let before = state.feed.as_ref().map_or(0, |feed| feed.articles().len());
                state.blank_pages = match loaded > before {
                    true => 0,
                    false => state.blank_pages + 1,
                };
                state.arrived(feed);
                if is_due {
                    state.make_index();
                }
            }
            Action::Failed(error) => {
                let what = state.waiting.take().unwrap_or(Waiting::Feed);
                state.failure = Some((what, error));
                state.make_index();
            }
            Action::Cleared => {
                state = Self {
                    settings: state.settings,
                    query: state.query,
                    cause: state.cause,
                    reach: state.reach,
                    ..Self::default()
                };
            }
            Action::Changed(change, cause) => {
                let mut query = state.query.clone();
                change(&mut query);
                return state.after(Action::Queried(query, cause));
            }
            // A page that mirrors what it heard asks for nothing new.
            Action::Queried(query, Cause::Given) if query == state.query => {}
            Action::Queried(query, cause) => {
                // What an address names is to be shown in full, as it was where it was copied.
                state.reach = match cause {
                    Cause::Given if is_narrowed(&query) => Reach::End,
                    // All of it was asked for, whatever is looked for in it.
                    _ if state.reach == Reach::End && state.has_next_page() => Reach::End,
                    Cause::Returned if query.page > 1 => Reach::Matches,
                    _ if query.page > state.query.page => Reach::Matches,
                    _ => Reach::List,
                };
                state.scrolled = 0;
                state.blank_pages = 0;
                state.failure = state.failure.filter(|(what, _)| *what != Waiting::Page);
                // Who types, or chooses an order, may go on until what it takes was made ready; all
                // else is answered at once.
                let is_patient = match cause {
                    Cause::Typing => true,
                    Cause::Decision => query.sort != state.query.sort,
                    _ => false,
                };
                state.query = query;
                state.cause = cause;
                state.is_behind = is_patient && !state.is_prepared();
                if !state.is_behind {
                    state.answer();
                }
            }
            Action::Prepared if state.is_behind => state.answer(),
            Action::Prepared => {}
        }
        state.forget_prepared();
        state
    }

    /// Once its feed has come, only an offered one still needs it.
    fn forget_prepared(&mut self) {
        let offered = self.offered.as_ref().map(|(feed, _)| feed);
        self.prepared = self
            .prepared
            .take()
            .filter(|index| offered.is_some_and(|feed| index.is_of(feed)));
    }

    fn set(&mut self, settings: Settings) {
        self.settings = Some(settings.clone());
        match (&self.index, &self.feed) {
            (Some(index), Some(feed)) => {
                let index = index.changed(feed, settings.index);
                self.take(index);
            }
            _ => self.make_index(),
        }
    }

    fn take(&mut self, mut index: Index) {
        let only = self
            .settings
            .as_ref()
            .and_then(|settings| settings.only.as_ref());
        index.set_only(only);
        self.index = Some(Rc::new(index));
        self.run();
    }

    /// What is asked for begins at its top, and loads as far as the list needs.
    fn goes_to_top(&mut self, cause: Cause) {
        self.query.page = 1;
        self.cause = cause;
        self.reach = Reach::List;
        self.scrolled = 0;
        self.blank_pages = 0;
    }

    fn has_no_articles(&self) -> bool {
        let feed = self.feed.as_ref();
        feed.is_none_or(|feed| feed.articles().is_empty())
    }

    /// How many articles of a newer feed are unknown, and would be shown if all were.
    fn count_new(&self, newer: &Feed) -> usize {
        let (Some(feed), Some(settings)) = (&self.feed, &self.settings) else {
            return 0;
        };
        if !self.has_unknown(newer) {
            return 0;
        }
        let mut index = self.index_of(newer, settings);
        index.set_only(settings.only.as_ref());
        let all = index.ids(&QueryState::default());
        let is_new = |id: &&str| feed.article(id).is_none();
        all.into_iter().filter(is_new).count()
    }

    /// Whether a newer feed has articles that are unknown: else it need not be indexed.
    pub(crate) fn has_unknown(&self, newer: &Feed) -> bool {
        let is_known = |id: &str| self.feed.as_ref()?.article(id);
        let mut articles = newer.articles().iter();
        articles.any(|article| is_known(article.id()).is_none())
    }

    /// Whether a feed that has grown by a page is indexed at once: an index for each of many pages
    /// would take quadratic time.
    pub(crate) fn is_index_due(&self, feed: &Feed) -> bool {
        let indexed = self.index.as_ref().map_or(0, |index| index.read());
        let may_lag = match self.reach {
            Reach::Nothing | Reach::List => false,
            Reach::Matches => indexed >= MANY,
            Reach::End => true,
        };
        let is_last = feed.next_page().is_none();
        is_last || !may_lag || feed.articles().len() >= indexed + indexed / 4
    }

    /// What the list is made by.
    pub fn settings(&self) -> Option<&Settings> {
        self.settings.as_ref()
    }

    /// An index of a feed, for which as little as possible is done anew.
    fn index_of(&self, feed: &Feed, settings: &Settings) -> Index {
        let options = settings.index.clone();
        match &self.prepared {
            Some(prepared) => prepared.changed(feed, options),
            None => Index::with_options(feed, options),
        }
    }

    fn arrived(&mut self, feed: Rc<Feed>) {
        self.waiting = None;
        self.failure = None;
        self.feed = Some(feed);
    }

    /// Indexes what was read of the feed, if that was not done yet.
    fn make_index(&mut self) {
        let (Some(feed), Some(settings)) = (&self.feed, &self.settings) else {
            return;
        };
        match &self.index {
            Some(index) if index.is_of(feed) => self.run(),
            _ => {
                let index = self.index_of(feed, settings);
                self.take(index);
            }
        }
    }

    /// Whether the query can be answered without a stall.
    fn is_prepared(&self) -> bool {
        let index = self.index.as_ref();
        index.is_none_or(|index| index.is_prepared(&self.query))
    }

    fn answer(&mut self) {
        // What came while all was being loaded is searched from now on.
        if self.reach != Reach::End && self.waiting.is_none() {
            self.make_index();
        } else {
            self.run();
        }
    }

    fn run(&mut self) {
        self.is_behind = false;
        let Some(index) = self.index.clone() else {
            return;
        };
        let outcome = index.run(&self.query);
        self.total = outcome.total();
        let (first, end) = self.span();
        self.shown = outcome.first(end).into_iter().skip(first).collect();
        self.facets = outcome.into_facets().into();
        self.offers = Rc::default();
        if self.total == 0 && !index.is_empty() {
            self.offers = index.offers(&self.query, MOST_OFFERS).into();
        }
    }
}

/// Whether a query leaves articles out.
fn is_narrowed(query: &QueryState) -> bool {
    !query.query.trim().is_empty() || !query.filters.is_empty()
}
