use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use gloo_utils::window;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;
use yew::{AttrValue, Callback, Event, MouseEvent};

use crate::browser::has_selection;
use crate::components::primitives::{attr_value, closest};
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

/// The text of a card's link, which can be selected.
const LINK_TEXT: &str = ".ac-card-link > span";

/// Returns a listener that reports clicks on a link of a card.
pub(super) fn click(
    on_click: &Option<Callback<CardClick>>,
    article: &Article,
    url: &str,
) -> Callback<Event> {
    let (id, url) = (attr_value(&article.id), attr_value(url));
    let on_click = on_click.clone();
    Callback::from(move |event: Event| {
        let event: MouseEvent = event.unchecked_into();
        // Elsewhere on a link no selection begins, and one from before stays.
        if closest(&event, LINK_TEXT).is_some() && ends_selection(&event) {
            event.prevent_default();
        } else if let Some(on_click) = &on_click {
            on_click.emit(CardClick {
                id: id.clone(),
                url: url.clone(),
                event,
            });
        }
    })
}

/// Lets a selection begin on the text of a card's link: some browsers start none where there is an
/// address. The link has it back before the click that follows.
pub(super) fn begin_selection(event: Event) {
    let press: MouseEvent = event.unchecked_into();
    let is_modified = press.ctrl_key() || press.meta_key() || press.shift_key() || press.alt_key();
    let link = closest(&press, LINK_TEXT).and_then(|words| words.parent_element());
    let href = link.as_ref().and_then(|link| link.get_attribute("href"));
    let Some((link, href)) = link.zip(href) else {
        return;
    };
    if press.button() != 0 || is_modified {
        return;
    }
    // Fails only for invalid names.
    let _ = link.remove_attribute("href");
    let restore = Rc::new(move || {
        if !link.has_attribute("href") {
            let _ = link.set_attribute("href", &href);
        }
    });
    let capture = EventListenerOptions::run_in_capture_phase();
    let release = Rc::clone(&restore);
    EventListener::once_with_options(&window(), "mouseup", capture, move |_| release()).forget();
    Timeout::new(0, move || restore()).forget();
}

/// Whether a click is the end of a selection of text by the mouse.
fn ends_selection(click: &MouseEvent) -> bool {
    // Keys and scripts click without a count.
    click.detail() > 0 && has_selection(click)
}

/// Whether the mouse is elsewhere: when it has begun a selection, Firefox sends its events to where
/// that was.
fn is_outside(click: &MouseEvent, card: &Element) -> bool {
    if click.detail() == 0 {
        return false;
    }
    let (x, y) = (f64::from(click.client_x()), f64::from(click.client_y()));
    let area = card.get_bounding_client_rect();
    x < area.left() || x > area.right() || y < area.top() || y > area.bottom()
}

/// What a card can do by itself when it is clicked.
const CONTROLS: &str = "a, button, summary, input";

/// What a copy of a click has of it.
const COPIED: [&str; 7] = [
    "bubbles",
    "cancelable",
    "composed",
    "ctrlKey",
    "metaKey",
    "shiftKey",
    "altKey",
];

/// Follows the link of a card that is clicked on a text that can be selected, as if the link were
/// there: with the same modifier keys, and the middle button as another one.
pub(super) fn follow_link(event: Event) {
    let click: MouseEvent = event.unchecked_into();
    let is_middle = click.type_() == "auxclick";
    if is_middle && click.button() != 1
        || click.default_prevented()
        || closest(&click, CONTROLS).is_some()
        || ends_selection(&click)
    {
        return;
    }
    let card = closest(&click, ".ac-card").filter(|card| !is_outside(&click, card));
    let link = card.and_then(|card| card.query_selector(".ac-card-link").ok().flatten());
    let Some(link) = link else { return };
    let init = Object::new();
    for name in COPIED {
        let value = match name {
            "ctrlKey" | "metaKey" if is_middle => JsValue::TRUE,
            _ => Reflect::get(&click, &name.into()).unwrap_or_default(),
        };
        // Fails only for objects that cannot be extended.
        let _ = Reflect::set(&init, &name.into(), &value);
    }
    let copy = MouseEvent::new_with_mouse_event_init_dict("click", init.unchecked_ref());
    if let Ok(copy) = copy {
        // Fails only for an event that is being dispatched.
        let _ = link.dispatch_event(&copy);
    }
}
