use std::rc::Rc;

use yew::{AttrValue, Html};

use crate::browser::Formats;
use crate::components::tag::{bdi, owned, tag, words};
use crate::components::telling::counted;
use crate::messages::Messages;
use crate::state::{State, Status, Waiting};

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
            Status::Ready => tag("strong").child(bdi(self.count(state))).html(),
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
            _ if is_loading(state) => words(&self.messages.loading),
            Status::Ready => {
                let shown = state.shown().len() as u64;
                let shown = counted(self.formats, shown, &self.messages.shown);
                owned(format!("{}, {shown}", self.count(state)))
            }
            Status::Empty => words(&self.messages.empty_title),
            _ => AttrValue::default(),
        }
    }
}

/// Whether there is nothing to tell of yet, or of a feed that is about to be replaced.
fn is_loading(state: &State) -> bool {
    state.status() == Status::Loading || state.waiting() == Some(Waiting::Feed)
}
