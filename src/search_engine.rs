//! Search engines: what answers the queries of a list in place of the browser's index, where there are
//! more articles than a browser should hold.

use std::future::Future;
use std::ops::Range;
use std::pin::Pin;
use std::rc::Rc;

use article_cards_core::error::Error;
use article_cards_core::feed::Feed;
use article_cards_core::search::{Facet, FacetCounts, QueryState, SortKey};
#[cfg(feature = "browser")]
use web_sys::AbortSignal;

/// An answer that arrives later.
pub type Pending<T> = Pin<Box<dyn Future<Output = Result<T, Error>>>>;

/// Answers the queries of a list.
///
/// ```
/// # #[cfg(feature = "components")] mod example {
/// use article_cards::browser::BrowserUrl;
/// use article_cards::components::ArticleCards;
/// use article_cards::error::Error;
/// use article_cards::feed::Feed;
/// use article_cards::search_engine::{Pending, SearchAnswer, SearchEngine, SearchRequest};
/// use std::rc::Rc;
/// use web_sys::AbortSignal;
/// use yew::prelude::*;
///
/// struct Archive;
///
/// impl SearchEngine for Archive {
///     fn search(&self, _: SearchRequest, _: AbortSignal) -> Pending<SearchAnswer> {
///         Box::pin(async move {
///             // Where a real engine requests this from its server.
///             let json = br#"[{"id": 1, "title": "Ebb"}]"#;
///             let mut feed = Feed::default();
///             feed.read(json, Some("https://archive.example/"), &BrowserUrl)?;
///             Ok(SearchAnswer { total: 1, feed, ..SearchAnswer::default() })
///         })
///     }
/// }
///
/// #[component]
/// fn News() -> Html {
///     let engine: Rc<dyn SearchEngine> = Rc::new(Archive);
///     html! { <ArticleCards engine={Some(engine)} /> }
/// }
/// # }
/// ```
#[cfg(feature = "browser")]
pub trait SearchEngine {
    /// Answers a request. Once `signal` is aborted, the answer is not used.
    ///
    /// # Errors
    /// The reader sees the error beside what was shown before, and can try again.
    fn search(&self, request: SearchRequest, signal: AbortSignal) -> Pending<SearchAnswer>;

    /// What the engine can do: what it can't is not offered to readers.
    fn capabilities(&self) -> SearchCapabilities {
        SearchCapabilities::default()
    }
}

/// What a list asks a search engine.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchRequest {
    /// The query. Its page says nothing about which articles are asked for.
    pub state: QueryState,
    /// The fixed filter of the list, which everything is counted within; it protects nothing.
    pub only: Option<QueryState>,
    /// The facets whose values are counted.
    pub facets: Vec<Facet>,
    /// Which page of `page_size` articles is asked for, from 1.
    pub page: usize,
    /// The number of articles on a page, from 1; at first it may be that of several pages of cards.
    pub page_size: usize,
    /// Instead of articles, values of a facet are searched for: its field, and a text that they contain.
    /// Of the answer, only the values of this facet count.
    pub facet_search: Option<(String, String)>,
}

/// What a search engine answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchAnswer {
    /// The number of articles that match.
    pub total: usize,
    /// The articles of the page, in order.
    pub feed: Feed,
    /// The values of each facet, in the order to show them. Those that are selected or excluded need not
    /// say so.
    pub facets: Vec<FacetCounts>,
    /// Titles and excerpts in which the engine has found what to mark: byte ranges in ascending order.
    /// In others, the list marks the words of the query itself.
    pub marks: Vec<(String, Vec<Range<usize>>)>,
}

/// What a search engine can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchCapabilities {
    /// Excluded words and values.
    pub exclusions: bool,
    /// Ranges of dates and scores.
    pub ranges: bool,
    /// The sort orders; `None` for all.
    pub sorts: Option<Rc<[SortKey]>>,
    /// Searching the values of a facet.
    pub facet_search: bool,
}

impl Default for SearchCapabilities {
    fn default() -> Self {
        Self {
            exclusions: true,
            ranges: true,
            sorts: None,
            facet_search: true,
        }
    }
}

#[cfg(feature = "browser")]
impl std::fmt::Debug for dyn SearchEngine {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = formatter.debug_struct("SearchEngine");
        shown.finish_non_exhaustive()
    }
}
