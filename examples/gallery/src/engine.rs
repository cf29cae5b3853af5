//! A search engine without a server, for the states of a list that a feed can't show.

use std::future;

use article_cards::browser::{BrowserUrl, base_url};
use article_cards::error::Error;
use article_cards::feed::Feed;
use article_cards::search_engine::{
    Pending, SearchAnswer, SearchCapabilities, SearchEngine, SearchRequest,
};
use web_sys::AbortSignal;

/// The articles of the first page.
const ARTICLES: &[u8] = br#"[
    {"id": 1, "title": "The lighthouse keeps its own time", "provider": "The Lamplighter"},
    {"id": 2, "title": "What the inside of an envelope is for", "provider": "Second Draft"}
]"#;

/// How the engine answers.
#[derive(PartialEq)]
pub(crate) enum Engine {
    /// Never.
    Silent,
    /// With an error.
    Failing,
    /// With articles, and with an error when more are asked for.
    FailingLater,
}

impl SearchEngine for Engine {
    fn search(
        &self,
        request: SearchRequest,
        _: AbortSignal,
    ) -> Pending<SearchAnswer> {
        let answer = match self {
            Self::Silent => return Box::pin(future::pending()),
            Self::FailingLater if request.page == 1 => first_page(),
            Self::Failing | Self::FailingLater => {
                Err(Error::http(503).at_url("https://news.example/"))
            }
        };
        Box::pin(future::ready(answer))
    }

    fn capabilities(&self) -> SearchCapabilities {
        SearchCapabilities {
            ranges: false,
            ..SearchCapabilities::default()
        }
    }
}

fn first_page() -> Result<SearchAnswer, Error> {
    let mut feed = Feed::default();
    feed.read(ARTICLES, base_url().as_deref(), &BrowserUrl)?;
    Ok(SearchAnswer {
        total: 40,
        feed,
        ..SearchAnswer::default()
    })
}
