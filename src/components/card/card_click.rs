use wasm_bindgen::JsCast;
use yew::{AttrValue, Callback, Event, MouseEvent};

use crate::components::primitives::element_builder::attr_value;
use article_cards_core::model::Article;

/// A click on a card's link or on one of its related links.
///
/// `event.prevent_default()` stops the browser from following it.
#[derive(Clone, Debug, PartialEq)]
pub struct CardClick {
    /// The card's article.
    pub id: AttrValue,
    /// Where the link leads.
    pub url: AttrValue,
    /// The browser's event.
    pub event: MouseEvent,
}

/// Tells of clicks on a link of an article's card.
pub(crate) fn click(
    heard: &Option<Callback<CardClick>>,
    article: &Article,
    url: &str,
) -> Option<Callback<Event>> {
    let (id, url) = (attr_value(&article.id), attr_value(url));
    let heard = heard.as_ref()?;
    Some(heard.reform(move |event: Event| CardClick {
        id: id.clone(),
        url: url.clone(),
        event: event.unchecked_into(),
    }))
}
