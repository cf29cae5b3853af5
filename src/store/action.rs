use std::rc::Rc;

use super::{EngineRequest, Settings};
use crate::search_engine::SearchAnswer;
use article_cards_core::error::Error;
use article_cards_core::feed::Feed;
use article_cards_core::search::{Index, QueryState};

/// What triggered a query.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Trigger {
    /// The embedding page: the initial query, or one that it sets later.
    #[default]
    Host,
    /// The reader goes back or forward in the browser's history.
    History,
    /// The reader types.
    Typing,
    /// The reader scrolls to the end of the list.
    Scrolled,
    /// The reader asks for more articles.
    More,
    /// The reader chooses something: a value, a sort order, one of the pages.
    Decision,
}

/// An event that changes the state of a list, see [`State::reduce`](super::State::reduce).
pub enum Action {
    /// The list's settings change.
    SettingsChanged(Settings),
    /// A request for the feed's first document starts.
    FetchStarted,
    /// The same request starts again, for a retry or a reload. An earlier error stays until the
    /// response.
    RefetchStarted,
    /// An index of the feed that loads next is ready.
    IndexBuilt(Rc<Index>),
    /// The index can answer the current query without blocking the page.
    IndexWarmedUp,
    /// The feed is loaded.
    FeedLoaded(Rc<Feed>),
    /// Show one more page of cards, or the next one where pages replace each other.
    ShowMore(Trigger),
    /// Whether a query that needs the rest of the feed may load it without a request of the reader:
    /// while the list is in view and the reader doesn't save data.
    RestAllowed(bool),
    /// The reader requests the rest of the feed, so that all of it is searched.
    LoadAll,
    /// The reader stops the loading of further pages.
    LoadingStopped,
    /// A refresh in the background has loaded the first document; its new articles are offered.
    RefreshLoaded(Rc<Feed>),
    /// The reader accepts the new articles.
    RefreshAccepted,
    /// A request for the feed's next page starts.
    PageFetchStarted,
    /// The next page is loaded and appended to the feed.
    PageLoaded(Rc<Feed>),
    /// A request fails: for the next page if the error is [of a page](Error::is_of_page), else for a
    /// first document.
    FetchFailed(Error),
    /// The list has no feed any more.
    FeedRemoved,
    /// A search engine answers the queries from now on.
    EngineConnected,
    /// It has answered.
    EngineAnswered(Box<EngineAnswer>),
    /// It has failed.
    EngineFailed(EngineFailure),
    /// It is asked again: after a failure for the same, else for everything.
    EngineRetried,
    /// It is asked for values of a facet, by the field, that contain a text.
    FacetSearched(String, String),
    /// It is asked for newer articles, which are then offered.
    EngineRefreshed,
    /// Another query replaces the current one.
    QueryReplaced(QueryState, Trigger),
    /// A change to the current query, which may be newer than the one a control was rendered with.
    QueryChanged(Box<dyn FnOnce(&mut QueryState)>, Trigger),
}

/// An answer of a search engine.
pub struct EngineAnswer {
    /// The request.
    pub request: EngineRequest,
    /// The answer.
    pub answer: SearchAnswer,
    /// How long it took, in milliseconds.
    pub took_ms: f64,
}

/// A failure of a search engine.
pub struct EngineFailure {
    /// The request.
    pub request: EngineRequest,
    /// Why it failed.
    pub error: Error,
}
