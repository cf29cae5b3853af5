//! What a list of cards shows, and how acts and answers change it. Pure: no browser, no clock.

use std::rc::Rc;

use crate::error::Error;
use crate::feed::Feed;
use crate::model::Article;
use crate::query;

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

/// What a list of cards shows.
#[derive(Clone, Debug)]
pub struct State {
    feed: Option<Rc<Feed>>,
    articles: Rc<[Rc<Article>]>,
    page_size: usize,
    /// How many pages of cards are wanted.
    pages: usize,
    waiting: Option<Waiting>,
    failure: Option<(Waiting, Error)>,
    with_unpublished: bool,
}

impl Default for State {
    fn default() -> Self {
        Self {
            feed: None,
            articles: Rc::default(),
            page_size: 12,
            pages: 1,
            waiting: None,
            failure: None,
            with_unpublished: false,
        }
    }
}

/// What changes a list.
#[derive(Clone, Debug)]
pub enum Action {
    /// The first document of a feed was asked for.
    Asked,
    /// It was asked for once more: what failed before is told until the answer.
    Retried,
    /// The feed is there.
    Loaded(Rc<Feed>),
    /// The reader asks for one more page of cards.
    More,
    /// The next page of the feed was asked for.
    PageAsked,
    /// The feed has grown by a page.
    Grown(Rc<Feed>),
    /// What was on its way failed.
    Failed(Error),
    /// There is no feed any more.
    Cleared,
    /// Whether unpublished articles are shown.
    WithUnpublished(bool),
    /// How many cards are a page, 12 to begin with.
    PageSize(usize),
}

impl State {
    /// The state after an action.
    ///
    /// ```
    /// use article_cards::error::Error;
    /// use article_cards::state::{Action, State, Status};
    ///
    /// let state = State::default().after(Action::Asked);
    /// assert_eq!(state.status(), Status::Loading);
    /// assert_eq!(state.after(Action::Failed(Error::http(404))).status(), Status::Error);
    /// ```
    pub fn after(&self, action: Action) -> Self {
        let mut state = self.clone();
        match action {
            Action::Asked => {
                state.waiting = Some(Waiting::Feed);
                state.failure = None;
            }
            Action::Retried => state.waiting = Some(Waiting::Feed),
            Action::Loaded(feed) => {
                state.waiting = None;
                state.failure = None;
                state.pages = 1;
                state.take(feed);
            }
            Action::More => state.pages = state.pages.saturating_add(1),
            Action::PageAsked => {
                state.waiting = Some(Waiting::Page);
                // In place of articles it stays until the answer.
                if !state.articles.is_empty() {
                    state.failure = None;
                }
            }
            Action::Grown(feed) => {
                state.waiting = None;
                state.failure = None;
                state.take(feed);
            }
            Action::Failed(error) => {
                let what = state.waiting.take().unwrap_or(Waiting::Feed);
                state.failure = Some((what, error));
            }
            Action::Cleared => {
                state = Self {
                    with_unpublished: state.with_unpublished,
                    page_size: state.page_size,
                    ..Self::default()
                };
            }
            Action::WithUnpublished(with) => {
                state.with_unpublished = with;
                if let Some(feed) = state.feed.take() {
                    state.take(feed);
                }
            }
            Action::PageSize(page_size) => state.page_size = page_size,
        }
        state
    }

    fn take(&mut self, feed: Rc<Feed>) {
        self.articles = query::newest_first(feed.articles(), self.with_unpublished);
        self.feed = Some(feed);
    }

    /// Where the list stands.
    pub fn status(&self) -> Status {
        match (&self.feed, self.waiting, &self.failure) {
            (Some(_), ..) if !self.articles.is_empty() => Status::Ready,
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

    /// The articles on screen.
    pub fn shown(&self) -> &[Rc<Article>] {
        self.articles.get(..self.wanted()).unwrap_or(&self.articles)
    }

    fn wanted(&self) -> usize {
        self.pages.saturating_mul(self.page_size)
    }

    /// How many articles there are, on screen or not.
    pub fn total(&self) -> usize {
        self.articles.len()
    }

    /// Whether the feed goes on after what was read.
    pub fn has_next_page(&self) -> bool {
        self.feed
            .as_ref()
            .is_some_and(|feed| feed.next_page().is_some())
    }

    /// Whether there is more to show.
    pub fn has_more(&self) -> bool {
        self.shown().len() < self.total() || self.has_next_page()
    }

    /// Whether the feed's next page is needed to show what was asked for.
    pub fn needs_page(&self) -> bool {
        let idle = self.waiting.is_none() && self.failure.is_none();
        idle && self.wanted() > self.total() && self.has_next_page()
    }

    /// What is on its way.
    pub fn waiting(&self) -> Option<Waiting> {
        self.waiting
    }

    /// What failed last, and what it was to bring.
    pub fn failure(&self) -> Option<(Waiting, &Error)> {
        self.failure.as_ref().map(|(what, error)| (*what, error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::Options;
    use crate::feed::link::UrlStandard;

    const URL: &str = "https://harbour.example/index.json";

    fn feed(count: usize, next: &str) -> Feed {
        let articles: Vec<String> = (0..count)
            .map(|n| format!(r#"{{"id":"{n}","title":"T{n}"}}"#))
            .collect();
        let json = format!(r#"{{"value":[{}],"nextPage":{next}}}"#, articles.join(","));
        let mut feed = Feed::new(Options::default());
        feed.read(json.as_bytes(), Some(URL), &UrlStandard).unwrap();
        feed
    }

    fn loaded(count: usize, next: &str) -> State {
        let feed = Rc::new(feed(count, next));
        State::default()
            .after(Action::Asked)
            .after(Action::Loaded(feed))
    }

    #[test]
    fn a_page_of_cards_at_a_time() {
        let state = loaded(30, "null");
        assert_eq!(
            (state.status(), state.shown().len(), state.has_more()),
            (Status::Ready, 12, true)
        );
        let state = state.after(Action::More).after(Action::More);
        assert_eq!(
            (state.shown().len(), state.has_more(), state.needs_page()),
            (30, false, false)
        );
    }

    #[test]
    fn the_next_page_is_asked_for_when_it_is_needed() {
        let state = loaded(25, "2");
        assert!(!state.needs_page());
        let state = state.after(Action::More);
        assert_eq!((state.shown().len(), state.needs_page()), (24, false));
        let state = state.after(Action::More);
        assert_eq!((state.shown().len(), state.needs_page()), (25, true));
        let state = state.after(Action::PageAsked);
        assert_eq!(
            (state.waiting(), state.needs_page()),
            (Some(Waiting::Page), false)
        );
        let state = state.after(Action::Grown(Rc::new(feed(50, "null"))));
        assert_eq!((state.shown().len(), state.needs_page()), (36, false));
    }

    #[test]
    fn a_failed_page_leaves_what_is_shown_and_is_not_asked_for_again_by_itself() {
        let state = loaded(12, "2").after(Action::More).after(Action::PageAsked);
        let state = state.after(Action::Failed(Error::http(404)));
        assert_eq!((state.status(), state.shown().len()), (Status::Ready, 12));
        assert!(
            state
                .failure()
                .is_some_and(|(what, _)| what == Waiting::Page)
        );
        assert!(!state.needs_page() && state.has_more());
    }

    #[test]
    fn a_failed_reload_leaves_what_is_shown() {
        let state = loaded(3, "null").after(Action::Asked);
        assert_eq!(state.status(), Status::Ready);
        let state = state.after(Action::Failed(Error::timeout(20)));
        assert_eq!((state.status(), state.shown().len()), (Status::Ready, 3));
        assert!(
            state
                .failure()
                .is_some_and(|(what, error)| what == Waiting::Feed && error.is_timeout())
        );
    }

    #[test]
    fn a_failure_is_told_until_the_answer_to_another_try() {
        let failed = || Action::Failed(Error::http(404));
        let state = State::default().after(Action::Asked).after(failed());
        let again = state.after(Action::Retried);
        assert_eq!(
            (again.status(), again.waiting(), again.failure().is_some()),
            (Status::Error, Some(Waiting::Feed), true)
        );
        let state = again.after(failed());
        assert_eq!((state.status(), state.waiting()), (Status::Error, None));
        let loaded = again.after(Action::Loaded(Rc::new(feed(3, "null"))));
        assert_eq!((loaded.status(), loaded.failure()), (Status::Ready, None));
        let other = again.after(Action::Asked);
        assert_eq!((other.status(), other.failure()), (Status::Loading, None));
    }

    #[test]
    fn a_failure_above_articles_is_told_until_the_answer_as_well() {
        let state = loaded(3, "null")
            .after(Action::Asked)
            .after(Action::Failed(Error::http(404)))
            .after(Action::Retried);
        assert_eq!(
            (state.status(), state.failure().is_some()),
            (Status::Ready, true)
        );
    }

    #[test]
    fn an_empty_page_whose_next_fails_is_an_error_until_that_one_is_there() {
        let state = loaded(0, "2")
            .after(Action::PageAsked)
            .after(Action::Failed(Error::http(404)));
        assert_eq!(state.status(), Status::Error);
        let again = state.after(Action::PageAsked);
        assert_eq!(
            (again.status(), again.waiting()),
            (Status::Error, Some(Waiting::Page))
        );
        let grown = again.after(Action::Grown(Rc::new(feed(3, "null"))));
        assert_eq!((grown.status(), grown.failure()), (Status::Ready, None));
    }

    #[test]
    fn the_size_of_a_page_changes_what_is_shown() {
        let state = loaded(30, "2").after(Action::More);
        assert_eq!((state.shown().len(), state.needs_page()), (24, false));
        let state = state.after(Action::PageSize(5));
        assert_eq!((state.shown().len(), state.needs_page()), (10, false));
        let state = state.after(Action::PageSize(20));
        assert_eq!((state.shown().len(), state.needs_page()), (30, true));
    }

    #[test]
    fn an_empty_page_leads_on_to_the_next() {
        let state = loaded(0, "2");
        assert_eq!(
            (state.status(), state.needs_page()),
            (Status::Loading, true)
        );
        assert_eq!(loaded(0, "null").status(), Status::Empty);
    }
}
