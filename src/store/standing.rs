//! What a state says of itself.

use std::rc::Rc;

use super::{Cause, MOST_BLANK, MOST_SCROLLED, Paging, Reach, State, Status, Waiting, is_narrowed};
use article_cards_core::error::Error;
use article_cards_core::feed::Feed;
use article_cards_core::model::Article;
use article_cards_core::search::{FacetCounts, Index, Part, QueryState};

/// So many missing pages of cards are shown as progress that can be stopped.
const FAR: usize = 3;

impl State {
    /// Where the list stands.
    pub fn status(&self) -> Status {
        match (&self.feed, self.waiting, &self.failure) {
            (Some(_), ..) if self.total > 0 => Status::Ready,
            // What was found has filters to drop, whatever else goes on.
            (Some(_), ..) if self.covered() > 0 && self.is_narrowed() => Status::Empty,
            (_, _, Some(_)) => Status::Error,
            (_, Some(_), None) => Status::Loading,
            _ if self.needs_page() => Status::Loading,
            (None, None, None) => Status::Idle,
            (Some(_), None, None) => Status::Empty,
        }
    }

    /// The feed as far as it was read.
    pub fn feed(&self) -> Option<&Rc<Feed>> {
        self.feed.as_ref()
    }

    /// The index of the feed, which may lag behind while all of it is loaded.
    pub fn index(&self) -> Option<&Rc<Index>> {
        self.index.as_ref()
    }

    /// What is asked for.
    pub fn query(&self) -> &QueryState {
        &self.query
    }

    /// How that came to be.
    pub fn cause(&self) -> Cause {
        self.cause
    }

    /// Whether something is searched for or filtered.
    pub fn is_narrowed(&self) -> bool {
        is_narrowed(&self.query)
    }

    /// The articles on screen.
    pub fn shown(&self) -> &[Rc<Article>] {
        &self.shown
    }

    fn page_size(&self) -> usize {
        self.settings
            .as_ref()
            .map_or(12, |settings| settings.page_size)
    }

    /// How the reader comes to the next cards.
    pub fn paging(&self) -> Paging {
        self.settings
            .as_ref()
            .map_or(Paging::More, |settings| settings.paging)
    }

    /// How many pages of cards match, as far as the feed was read; at least one.
    pub fn pages(&self) -> usize {
        self.total.div_ceil(self.page_size().max(1)).max(1)
    }

    /// The page of cards that is shown, where pages replace each other: of those there are, the
    /// nearest to what was asked for. Else how many were asked for.
    pub fn page(&self) -> usize {
        match self.paging() {
            Paging::More | Paging::Infinite => self.query.page,
            Paging::Pages => self.query.page.clamp(1, self.pages()),
            Paging::None => 1,
        }
    }

    /// The places of the articles that are shown, among all that match.
    pub(super) fn span(&self) -> (usize, usize) {
        let (page, size) = (self.page(), self.page_size());
        let first = match self.paging() {
            Paging::Pages => page.saturating_sub(1).saturating_mul(size),
            _ => 0,
        };
        (first, page.saturating_mul(size))
    }

    /// How many articles are to be there.
    fn wanted(&self) -> usize {
        let asked = match self.paging() {
            Paging::None => 1,
            _ => self.query.page,
        };
        asked.saturating_mul(self.page_size())
    }

    /// How many articles match, on screen or not.
    pub fn total(&self) -> usize {
        self.total
    }

    /// How many articles were searched.
    pub fn covered(&self) -> usize {
        self.index.as_ref().map_or(0, |index| index.len())
    }

    /// The facets' values and their counts.
    pub fn facets(&self) -> &Rc<[FacetCounts]> {
        &self.facets
    }

    /// What to drop where nothing matches, and how many articles that brings back.
    pub fn offers(&self) -> &[(Part, usize)] {
        &self.offers
    }

    /// Whether the feed goes on after what was read.
    pub fn has_next_page(&self) -> bool {
        self.feed
            .as_ref()
            .is_some_and(|feed| feed.next_page().is_some())
    }

    /// Whether there is more to show.
    pub fn has_more(&self) -> bool {
        let (_, end) = self.span();
        self.paging() != Paging::None && (end < self.total || self.has_next_page())
    }

    /// Whether more comes as the reader scrolls on, without being asked for.
    pub fn loads_by_itself(&self) -> bool {
        // The rest of a feed is not searched for what it may not have.
        let has_some = self.shown.len() < self.total || !self.is_narrowed();
        let is_still = self.waiting.is_none() && self.failure.is_none() && !self.needs_page();
        let is_due = self.paging() == Paging::Infinite && self.scrolled < MOST_SCROLLED;
        is_due && is_still && has_some && !self.shown.is_empty() && self.has_more()
    }

    /// Whether the rest of the feed is being loaded.
    pub fn is_gathering(&self) -> bool {
        let is_far = || {
            self.wanted()
                > self
                    .total
                    .saturating_add(FAR.saturating_mul(self.page_size()))
        };
        let is_going = self.waiting == Some(Waiting::Page) || self.needs_page();
        let is_long = match self.reach {
            Reach::End => true,
            Reach::Matches | Reach::List => is_far(),
            Reach::Nothing => false,
        };
        is_long && is_going && self.has_next_page()
    }

    /// Whether the feed's next page is needed to show what was asked for.
    pub fn needs_page(&self) -> bool {
        let has_failed = matches!(self.failure, Some((Waiting::Page, _)));
        let is_idle = self.waiting.is_none() && !has_failed && self.blank_pages < MOST_BLANK;
        let is_short = self.wanted() > self.total;
        let is_wanted = match self.reach {
            Reach::Nothing => false,
            Reach::List => is_short && !self.is_narrowed(),
            Reach::Matches => is_short,
            Reach::End => true,
        };
        is_idle && is_wanted && self.feed.is_some() && self.has_next_page()
    }

    /// Whether what is shown is the answer to an older query: what the new one needs is still being
    /// made ready.
    pub fn is_behind(&self) -> bool {
        self.is_behind
    }

    /// What is on its way.
    pub fn waiting(&self) -> Option<Waiting> {
        self.waiting
    }

    /// How many new articles are offered.
    pub fn offered(&self) -> usize {
        self.offered.as_ref().map_or(0, |(_, count)| *count)
    }

    /// What failed last, and what it was to bring.
    pub fn failure(&self) -> Option<(Waiting, &Error)> {
        self.failure.as_ref().map(|(what, error)| (*what, error))
    }
}
