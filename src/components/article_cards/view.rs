use std::rc::Rc;

use yew::{AttrValue, Callback, Html};

use super::ArticleCardsProperties;
use super::words::Words;
use crate::components::edits::Edits;
use crate::components::own_place::{is_nothing, own_place};
use crate::components::tag::{Tag, words};
use crate::store::{Action, State, Trigger};
use article_cards_core::search::{Filters, Part, QueryState};

/// What all parts of a list are drawn from.
pub(super) struct View<'v> {
    pub(super) properties: &'v ArticleCardsProperties,
    pub(super) said: Words<'v>,
    pub(super) state: &'v State,
    /// What is asked for, as its callbacks hold it.
    pub(super) query: Rc<QueryState>,
    pub(super) dispatch: &'v Callback<Action>,
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
    pub(super) fn asks(&self, cause: Trigger) -> Edits<QueryState> {
        asks(self.dispatch, cause)
    }

    /// Drops one part of what is asked for.
    pub(super) fn drops_part(&self) -> Callback<Part> {
        self.asks(Trigger::Decision)
            .by(|query, part| *query = query.without(&part))
    }

    /// Drops the text and all filters.
    pub(super) fn drops_all(&self) -> Callback<()> {
        self.asks(Trigger::Decision).by(|query, ()| {
            query.query.clear();
            query.filters = Filters::default();
        })
    }
}

/// Changes what is asked for, and starts at the top of the list.
pub(super) fn asks(dispatch: &Callback<Action>, cause: Trigger) -> Edits<QueryState> {
    let dispatch = dispatch.clone();
    Edits::new(move |edit| {
        let change = move |query: &mut QueryState| {
            query.page = 1;
            edit(query);
        };
        dispatch.emit(Action::QueryChanged(Box::new(change), cause));
    })
}

pub(super) fn page_size(properties: &ArticleCardsProperties) -> usize {
    properties.page_size.clamp(1, 500)
}
