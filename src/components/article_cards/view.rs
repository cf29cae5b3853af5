use std::rc::Rc;

use yew::{AttrValue, Callback, Html};

use super::ArticleCardsProperties;
use super::words::Words;
use crate::components::own_place::{is_nothing, own_place};
use crate::components::tag::{Tag, words};
use crate::query::{Filters, Part, QueryState};
use crate::state::{Action, Cause, State};

/// What all parts of a list are drawn from.
pub(super) struct View<'v> {
    pub(super) properties: &'v ArticleCardsProperties,
    pub(super) said: Words<'v>,
    pub(super) state: &'v State,
    /// What is asked for, as its callbacks hold it.
    pub(super) query: Rc<QueryState>,
    pub(super) act: &'v Callback<Action>,
    /// Now, in milliseconds since 1970.
    pub(super) now: f64,
    /// Whether there is a text that ranks articles.
    pub(super) has_text: bool,
}

impl View<'_> {
    pub(super) fn page_size(&self) -> usize {
        page_size(self.properties)
    }

    /// What the page puts above or below all else, in this element.
    pub(super) fn frame(&self, around: Tag, slot: &'static str, own: &Html) -> Html {
        let slot = self.properties.slotted.then_some(slot);
        if slot.is_none() && is_nothing(own) {
            return Html::default();
        }
        let content = own_place(slot, own, Html::default());
        around.child(content).html()
    }

    /// The chosen values of a field.
    pub(super) fn chosen(&self, field: &str) -> Rc<[AttrValue]> {
        let filter = self.state.query().filters.field(field);
        let chosen = filter.map(|filter| filter.any.as_slice());
        chosen
            .unwrap_or_default()
            .iter()
            .map(|value| words(value))
            .collect()
    }

    /// Changes what is asked for, and starts at the top of the list.
    pub(super) fn asks<T: 'static>(
        &self,
        cause: Cause,
        change: impl Fn(&mut QueryState, T) + 'static,
    ) -> Callback<T> {
        let before = Rc::clone(&self.query);
        self.act.reform(move |what: T| {
            let mut query = QueryState::clone(&before);
            query.page = 1;
            change(&mut query, what);
            Action::Queried(query, cause)
        })
    }

    /// Drops one part of what is asked for.
    pub(super) fn drops_part(&self) -> Callback<Part> {
        let before = Rc::clone(&self.query);
        self.act
            .reform(move |part| Action::Queried(before.without(&part), Cause::Decision))
    }

    /// Drops the text and all filters.
    pub(super) fn drops_all(&self) -> Callback<()> {
        self.asks(Cause::Decision, |query, ()| {
            query.query.clear();
            query.filters = Filters::default();
        })
    }
}

pub(super) fn page_size(properties: &ArticleCardsProperties) -> usize {
    properties.page_size.clamp(1, 500)
}
