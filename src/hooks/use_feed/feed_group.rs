//! The feeds of a list, which load side by side: when they are shown, and as which feed.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use article_cards_core::error::Error;
use article_cards_core::feed::{AppendSummary, Feed};
use article_cards_core::pipeline::Pipeline;

use crate::store::Pending;

/// How long the first cards wait for further feeds, in milliseconds.
pub(super) const FIRST_CARDS_MS: i32 = 1_000;

/// A document that loads, or has loaded or failed.
pub(super) struct Load {
    pub(super) pipeline: Pipeline,
    /// The place of its feed in the group.
    pub(super) at: usize,
    pub(super) outcome: Result<Loaded, Error>,
}

/// A document that has loaded.
#[derive(Default)]
pub(super) struct Loaded {
    pub(super) summary: AppendSummary,
    /// The URL of the document, after redirects.
    pub(super) url: String,
    /// Why the document is incomplete.
    pub(super) cut_off: Option<Error>,
}

/// The feeds of a source, or one of which the next page loads.
pub(super) struct FeedGroup {
    /// What the list waits for; `None` for a refresh in the background.
    pub(super) first_pending: Option<Pending>,
    /// The URLs that identify the feeds, if there are several.
    urls: Vec<Rc<str>>,
    /// Whether what is shown loads again.
    is_again: bool,
    /// The number of feeds that still load.
    left: Cell<usize>,
    /// Those that have loaded or failed, and are not shown.
    settled: RefCell<Vec<Load>>,
    /// Whether the feed is put together and indexed.
    is_building: Cell<bool>,
    is_shown: Cell<bool>,
}

impl FeedGroup {
    pub(super) fn new(pending: Option<Pending>, is_again: bool, urls: Vec<Rc<str>>) -> Rc<Self> {
        Rc::new(Self {
            first_pending: pending,
            left: Cell::new(urls.len().max(1)),
            urls,
            is_again,
            settled: RefCell::default(),
            is_building: Cell::default(),
            is_shown: Cell::default(),
        })
    }

    /// What the list waits for: nothing, once some of the feeds are shown.
    pub(super) fn pending(&self) -> Option<Pending> {
        self.first_pending.filter(|_| !self.is_shown.get())
    }

    /// Adds a feed that has loaded or failed. Returns whether it waits for the others, but no longer
    /// than [`FIRST_CARDS_MS`].
    #[inline(never)]
    pub(super) fn settle(&self, load: Box<Load>) -> bool {
        let has_articles = load.outcome.is_ok() && !load.pipeline.feed().articles().is_empty();
        self.settled.borrow_mut().push(*load);
        self.left.set(self.left.get().saturating_sub(1));
        has_articles && !self.is_again && !self.is_due(false)
    }

    /// Whether no feed still loads.
    pub(super) fn is_settled(&self) -> bool {
        self.left.get() == 0
    }

    /// Whether what has settled is shown now.
    fn is_due(&self, has_waited: bool) -> bool {
        has_waited || self.is_shown.get() || self.is_settled()
    }

    /// Takes what has settled, if it is shown now and by the caller.
    pub(super) fn begin(&self, has_waited: bool) -> Option<Vec<Load>> {
        if self.is_building.get() || !self.is_due(has_waited) {
            return None;
        }
        let settled = Some(self.settled.take()).filter(|settled| !settled.is_empty());
        self.is_building.set(settled.is_some());
        settled
    }

    /// Ends what [`begin`](Self::begin) started.
    pub(super) fn end(&self, is_shown: bool) {
        self.is_building.set(false);
        self.is_shown.set(self.is_shown.get() || is_shown);
    }

    /// Returns what has loaded as one feed: of several, with those of the newest one that have not.
    pub(super) fn join(&self, settled: &mut [Load], newest: Option<&Rc<Feed>>) -> Option<Feed> {
        let first = settled.iter_mut().find(|it| it.outcome.is_ok())?;
        if self.urls.is_empty() {
            return Some(std::mem::take(first.pipeline.feed_mut()));
        }
        let mut all = Feed::new(first.pipeline.feed().options().clone());
        let newest = newest.filter(|_| self.is_again || self.is_shown.get());
        for (at, url) in self.urls.iter().enumerate() {
            let mut loaded = settled.iter().filter(|it| it.outcome.is_ok());
            let loaded = loaded.find(|it| it.at == at).map(|it| it.pipeline.feed());
            if let Some(feed) = loaded.or(newest.map(|feed| &**feed)) {
                all.join(feed, url);
            }
        }
        Some(all)
    }
}
