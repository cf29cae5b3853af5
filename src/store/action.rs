use std::rc::Rc;

use super::Settings;
use article_cards_core::error::Error;
use article_cards_core::feed::Feed;
use article_cards_core::search::{Index, QueryState};

/// How a query came to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cause {
    /// It was there from the start, or the page set it.
    #[default]
    Given,
    /// The reader went back or forward to it.
    Returned,
    /// The reader is typing.
    Typing,
    /// The reader has scrolled on.
    Scrolled,
    /// The reader chose something.
    Decision,
}

/// What changes a list.
pub enum Action {
    /// What the list is made by.
    Set(Settings),
    /// The first document of a feed was asked for.
    Asked,
    /// It was asked for once more: what failed before is told until the answer.
    Retried,
    /// The feed that comes next was indexed.
    Indexed(Rc<Index>),
    /// The present query can be answered without a stall.
    Prepared,
    /// The feed is there.
    Loaded(Rc<Feed>),
    /// One more page of cards is asked for, or the page after the one that is shown.
    More(Cause),
    /// The reader asks for the rest of the feed, so that all of it is searched.
    All,
    /// The reader wants no more pages of the feed for now.
    Stopped,
    /// The first document was read once more, in the background: what is new in it is offered.
    Refreshed(Rc<Feed>),
    /// The reader takes that offer.
    Renewed,
    /// The next page of the feed was asked for.
    PageAsked,
    /// The feed has grown by a page.
    Grown(Rc<Feed>),
    /// What was on its way failed.
    Failed(Error),
    /// There is no feed any more.
    Cleared,
    /// Something else is asked for.
    Queried(QueryState, Cause),
    /// What is asked for changes. Not what a control was drawn with, which may be older.
    Changed(Box<dyn FnOnce(&mut QueryState)>, Cause),
}
