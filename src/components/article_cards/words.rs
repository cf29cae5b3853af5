use std::rc::Rc;

use yew::{AttrValue, Html};

use crate::browser::Formats;
use crate::components::tag::{owned, tag, text, words};
use crate::components::telling::counted;
use crate::messages::Messages;
use crate::state::{State, Status};

/// Words about the whole list.
pub(super) struct Words<'w> {
    pub(super) messages: &'w Rc<Messages>,
    pub(super) formats: &'w Formats,
}

impl Words<'_> {
    /// How many there are, above the list.
    pub(super) fn summary(&self, state: &State) -> Html {
        match state.status() {
            Status::Loading => text(words(&self.messages.loading)),
            Status::Ready => tag("strong").text(self.count(state)).html(),
            _ => Html::default(),
        }
    }

    fn count(&self, state: &State) -> AttrValue {
        let total = state.total() as u64;
        let words = match state.has_next_page() {
            true => &self.messages.articles_so_far,
            false => &self.messages.articles,
        };
        counted(self.formats, total, words)
    }

    /// What the live region says of it.
    pub(super) fn announcement(&self, state: &State) -> AttrValue {
        match state.status() {
            Status::Loading => words(&self.messages.loading),
            Status::Ready => {
                let shown = state.shown().len() as u64;
                let shown = counted(self.formats, shown, &self.messages.progress_open);
                owned(format!("{}, {shown}", self.count(state)))
            }
            Status::Empty if state.failure().is_none() => words(&self.messages.empty_title),
            _ => AttrValue::default(),
        }
    }
}
