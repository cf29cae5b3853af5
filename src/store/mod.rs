//! The state of a list: [`State::reduce`] makes the next state of an [`Action`], selectors read it.
//!
//! Pure: no browser, no clock.

mod action;
mod overview;
mod reducer;
mod remote;
mod selectors;

use std::rc::Rc;

pub use crate::keyword::UnknownKeyword;
pub use action::{Action, EngineAnswer, EngineFailure, Trigger};
pub use remote::{EngineRequest, Purpose};

use overview::Overview;
use remote::Remote;

use article_cards_core::error::Error;
use article_cards_core::feed::Feed;
use article_cards_core::model::Article;
use article_cards_core::search::{
    ActiveFilter, Correction, FacetCounts, Index, IndexOptions, QueryState, SortKey,
};

/// The status of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// No feed is set.
    Idle,
    /// The first document is loading.
    Loading,
    /// There are articles to show.
    Ready,
    /// There are none.
    Empty,
    /// The feed could not be loaded; a retry may be under way.
    Error,
}

/// The document that a pending request is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pending {
    /// The feed's first document.
    Feed,
    /// Its next page.
    Page,
}

enumerated! {
    /// How the reader gets from the first cards to the next ones.
    ///
    /// ```
    /// use article_cards::store::Paging;
    ///
    /// assert_eq!("pages".parse(), Ok(Paging::Pages));
    /// assert!("scroll".parse::<Paging>().is_err());
    /// ```
    pub enum Paging {
        /// A button appends a page of cards.
        More = "more",
        /// Scrolling appends a page of cards, five times in a row; then a button does.
        Infinite = "infinite",
        /// Page numbers: one page of cards replaces another.
        Pages = "pages",
        /// There is only one page of cards.
        None = "none",
    }
}

/// The settings of a list.
#[derive(Clone, PartialEq)]
pub struct Settings {
    /// How the feed is indexed.
    pub index: IndexOptions,
    /// The filter that always applies, on top of the reader's.
    pub only: Option<QueryState>,
    /// Whether the articles of the pages that are loaded are all that is asked for.
    pub only_loaded: bool,
    /// Cards per page.
    pub page_size: usize,
    /// How the reader gets to the next cards.
    pub paging: Paging,
    /// How many of the first articles are left out while the query shows the same as `start`.
    pub skip: usize,
    /// The query that the list starts with.
    pub start: Rc<QueryState>,
}

/// How far the feed's pages are loaded without another action of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LoadPolicy {
    /// No further: the reader has stopped it.
    Stopped,
    /// As far as an unfiltered list needs.
    UnfilteredList,
    /// Until as many articles match as are to be shown.
    Matches,
    /// To the end of the feed.
    End,
}

/// The state of a list.
#[derive(Clone)]
pub struct State {
    settings: Option<Settings>,
    feed: Option<Rc<Feed>>,
    index: Option<Rc<Index>>,
    query: QueryState,
    trigger: Trigger,
    shown: Rc<[Rc<Article>]>,
    total: usize,
    facets: Rc<[FacetCounts]>,
    overview: Option<Overview>,
    /// The facets without what narrows nothing.
    offered_facets: Rc<[FacetCounts]>,
    relaxations: Rc<[(ActiveFilter, usize)]>,
    corrections: Rc<[Correction]>,
    load_policy: LoadPolicy,
    /// Pages of cards in a row that were shown on scrolling.
    scrolled_pages: usize,
    /// Pages of the feed in a row without an article.
    blank_pages: usize,
    /// Whether the rest of the feed may load without a request of the reader; `None` until it is
    /// known whether the list is in view.
    may_load_rest: Option<bool>,
    /// How many pages of it have loaded so, and their length in bytes.
    rest_loaded: (usize, u64),
    pending: Option<Pending>,
    failure: Option<(Pending, Error)>,
    /// The index of a feed that is loading, or that is offered.
    built_index: Option<Rc<Index>>,
    /// Whether the results are those of an older query, since the index is not warmed up yet.
    is_stale: bool,
    /// A newer feed, and its number of new articles.
    offered: Option<(Rc<Feed>, usize)>,
    /// What a search engine has answered, if one answers the queries.
    remote: Option<Remote>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            settings: None,
            feed: None,
            index: None,
            query: QueryState::default(),
            trigger: Trigger::Host,
            shown: Rc::default(),
            total: 0,
            facets: Rc::default(),
            overview: None,
            offered_facets: Rc::default(),
            relaxations: Rc::default(),
            corrections: Rc::default(),
            load_policy: LoadPolicy::UnfilteredList,
            scrolled_pages: 0,
            blank_pages: 0,
            may_load_rest: None,
            rest_loaded: (0, 0),
            pending: None,
            failure: None,
            built_index: None,
            is_stale: false,
            offered: None,
            remote: None,
        }
    }
}

impl State {
    /// The initial state of a list with these settings.
    pub fn new(settings: Settings) -> Self {
        Self {
            settings: Some(settings),
            ..Self::default()
        }
    }
}

/// Whether only the whole feed answers a query: any but the default one.
fn needs_rest(query: &QueryState) -> bool {
    // Without text, relevance is the default order.
    let defaults = [SortKey::NEWEST, SortKey::RELEVANCE];
    is_narrowed(query) || query.sort.iter().any(|key| !defaults.contains(key))
}

/// Whether two queries show the same articles in the same order.
fn is_same_view(one: &QueryState, other: &QueryState) -> bool {
    // Both are the default order of a query without text.
    let is_default = |key: &SortKey| [SortKey::NEWEST, SortKey::RELEVANCE].contains(key);
    let order = |query: &QueryState| match query.sort.as_slice() {
        [key] if query.query.trim().is_empty() && is_default(key) => Vec::new(),
        keys => keys.to_vec(),
    };
    one.query.trim() == other.query.trim()
        && one.filters == other.filters
        && order(one) == order(other)
}

/// Whether a query leaves articles out.
fn is_narrowed(query: &QueryState) -> bool {
    let filters = query.filters.without_reversed_ranges();
    !query.query.trim().is_empty() || !filters.is_empty()
}
