use wasm_bindgen::JsCast;
use yew::{AttrValue, Callback, Event, MouseEvent};

use crate::components::primitives::attr_value;
use article_cards_core::model::Article;

/// A click on a card's link or on a link to a related article.
///
/// `event.prevent_default()` stops the browser from following it.
#[derive(Clone, Debug, PartialEq)]
pub struct CardClick {
    /// The id of the card's article.
    pub id: AttrValue,
    /// The URL of the link.
    pub url: AttrValue,
    /// The browser's event.
    pub event: MouseEvent,
}

/// Returns a listener that reports clicks on a link of a card.
pub(super) fn click(
    on_click: &Option<Callback<CardClick>>,
    article: &Article,
    url: &str,
) -> Option<Callback<Event>> {
    let (id, url) = (attr_value(&article.id), attr_value(url));
    let on_click = on_click.as_ref()?;
    Some(on_click.reform(move |event: Event| CardClick {
        id: id.clone(),
        url: url.clone(),
        event: event.unchecked_into(),
    }))
}
