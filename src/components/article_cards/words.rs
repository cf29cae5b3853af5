use std::rc::Rc;

use yew::{AttrValue, Html};

use crate::browser::Formats;
use crate::components::sort_menu::sort_words;
use crate::components::tag::{bdi, joined, owned, tag, words};
use crate::components::telling::counted;
use crate::i18n::{Messages, fill};
use crate::store::{Paging, Pending, State, Status};

/// Words about the whole list.
pub(super) struct Words<'w> {
    pub(super) messages: &'w Rc<Messages>,
    pub(super) formats: &'w Formats,
}

impl Words<'_> {
    /// How many there are, above the list.
    pub(super) fn summary(&self, state: &State) -> Html {
        match state.status() {
            _ if is_loading(state) => bdi(words(&self.messages.loading)),
            Status::Ready => tag("strong").child(bdi(self.found(state))).html(),
            Status::Empty if state.is_narrowed() => {
                tag("strong").child(bdi(self.found(state))).html()
            }
            _ => Html::default(),
        }
    }

    /// How many match, of how many, and what was searched for.
    fn found(&self, state: &State) -> AttrValue {
        let Messages {
            articles,
            articles_so_far,
            found,
            found_so_far,
            found_for,
            ..
        } = &**self.messages;
        let goes_on = state.has_next_page();
        if !state.is_narrowed() {
            let words = if goes_on { articles_so_far } else { articles };
            return counted(self.formats, state.total() as u64, words);
        }
        let form = if goes_on { found_so_far } else { found };
        let covered = state.searched() as u64;
        let form = form.form(self.formats.plural(covered));
        let count = self.formats.number(state.total() as u64);
        let total = self.formats.number(covered);
        let found = fill(form, &[("count", &count), ("total", &total)]);
        owned(match state.query().query.trim() {
            "" => found,
            query => fill(found_for, &[("found", &found), ("query", query)]),
        })
    }

    /// What the live region says of it.
    pub(super) fn announcement(&self, state: &State, has_text: bool) -> AttrValue {
        match state.status() {
            _ if is_loading(state) => words(&self.messages.loading),
            Status::Ready => {
                let shown = state.shown().len() as u64;
                let shown = match state.paging() {
                    Paging::Pages => {
                        let page = self.formats.number(state.page() as u64);
                        owned(fill(&self.messages.page, &[("page", &page)]))
                    }
                    _ => counted(self.formats, shown, &self.messages.shown),
                };
                let found = self.found(state);
                let sort = sort_words(&state.query().sort, has_text, self.messages);
                let sorted = fill(&self.messages.sorted, &[("sort", sort)]);
                joined(&[&found, ", ", &shown, ", ", &sorted])
            }
            // Whether there is something in the rest of the feed, nobody knows yet.
            Status::Empty if state.is_loading_rest() => words(&self.messages.loading),
            Status::Empty if state.is_narrowed() => {
                let found = self.found(state);
                joined(&[&found, ", ", &self.messages.no_match_title])
            }
            Status::Empty => words(&self.messages.empty_title),
            _ => AttrValue::default(),
        }
    }
}

/// Whether there is nothing to tell of yet, or only of what is about to be replaced.
fn is_loading(state: &State) -> bool {
    let is_first = state.status() == Status::Loading || state.pending() == Some(Pending::Feed);
    is_first || state.is_stale()
}
