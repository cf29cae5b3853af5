use std::rc::Rc;

use yew::{AttrValue, Html};

use crate::browser::Formats;
use crate::components::controls::sort_menu::sort_label;
use crate::components::primitives::counted::counted;
use crate::components::primitives::element_builder::{
    attr_value, bdi, concat, element, owned_value,
};
use crate::i18n::{Messages, fill};
use crate::store::{Paging, Pending, State, Status};

/// StatusText about the whole list.
pub(super) struct StatusText<'w> {
    pub(super) messages: &'w Rc<Messages>,
    pub(super) formats: &'w Formats,
}

impl StatusText<'_> {
    /// How many there are, above the list.
    pub(super) fn summary(&self, state: &State) -> Html {
        match state.status() {
            _ if is_loading(state) => bdi(attr_value(&self.messages.loading)),
            Status::Ready => element("strong").child(bdi(self.found(state))).html(),
            Status::Empty if state.is_narrowed() => {
                element("strong").child(bdi(self.found(state))).html()
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
        owned_value(match state.query().query.trim() {
            "" => found,
            query => fill(found_for, &[("found", &found), ("query", query)]),
        })
    }

    /// What the live region says of it.
    pub(super) fn announcement(&self, state: &State, has_text: bool) -> AttrValue {
        match state.status() {
            _ if is_loading(state) => attr_value(&self.messages.loading),
            Status::Ready => {
                let shown = state.shown().len() as u64;
                let shown = match state.paging() {
                    Paging::Pages => {
                        let page = self.formats.number(state.page() as u64);
                        owned_value(fill(&self.messages.page, &[("page", &page)]))
                    }
                    _ => counted(self.formats, shown, &self.messages.shown),
                };
                let found = self.found(state);
                let sort = sort_label(&state.query().sort, has_text, self.messages);
                let sorted = fill(&self.messages.sorted, &[("sort", sort)]);
                concat(&[&found, ", ", &shown, ", ", &sorted])
            }
            // Whether there is something in the rest of the feed, nobody knows yet.
            Status::Empty if state.is_loading_rest() => attr_value(&self.messages.loading),
            Status::Empty if state.is_narrowed() => {
                let found = self.found(state);
                concat(&[&found, ", ", &self.messages.no_match_title])
            }
            Status::Empty => attr_value(&self.messages.empty_title),
            _ => AttrValue::default(),
        }
    }
}

/// Whether there is nothing to tell of yet, or only of what is about to be replaced.
fn is_loading(state: &State) -> bool {
    let is_first = state.status() == Status::Loading || state.pending() == Some(Pending::Feed);
    is_first || state.is_stale()
}
