//! The attributes and properties of an element, as the props of its list. The element has already
//! replaced invalid attributes by their defaults.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use yew::html;

use super::attributes;
use crate::convert::{counts, flag, mapping, property};
use crate::state;
use article_cards::browser::warn;
use article_cards::components::ArticleCardsProps;
use article_cards::i18n::{MessageOverrides, Messages};
use article_cards_core::search::FilterableFields;

/// The longest timer of a browser, in seconds.
const LONGEST_TIMER: u32 = i32::MAX as u32 / 1_000;

/// Returns the fields that can be filtered by.
pub(super) fn fields(props: &ArticleCardsProps) -> FilterableFields {
    FilterableFields::default().with(props.mapping.fields())
}

/// Applies an element's attributes and properties, the members of `object`. Absent ones become
/// their defaults.
pub(super) fn apply(object: &JsValue, props: &mut ArticleCardsProps, messages: &mut MessageLayers) {
    attributes::apply(object, props);
    props.refresh = props.refresh.min(LONGEST_TIMER);
    props.items = Some(property(object, "items")).filter(|items| !items.is_undefined());
    props.mapping = mapping(&property(object, "mapping"));
    props.state = Some(property(object, "state"))
        .filter(JsValue::is_object)
        .map(|state| state::read(&state, &fields(props)));
    props.slotted = true;
    let after = counts(&property(object, "after")).into_iter();
    props.after = after
        .map(|count| {
            let name = ["after-", &count.to_string()].concat();
            (count, html! { <slot {name} /> })
        })
        .collect();
    props.has_fallback = flag(object, "hasFallback");
    props.prefetch.0 = Some(property(object, "prefetch")).filter(JsValue::is_object);
    let layers = ["translation", "messages"].map(|name| property(object, name));
    props.messages = Some(messages.merged(layers)).into();
}

/// Messages by layers: those of the language, and above them the embedder's own. Merged again only
/// when a layer changes.
#[derive(Default)]
pub(super) struct MessageLayers {
    layers: [JsValue; 2],
    merged: Option<Rc<Messages>>,
}

impl MessageLayers {
    /// English messages, overridden by each layer.
    fn merged(&mut self, layers: [JsValue; 2]) -> Rc<Messages> {
        if let Some(merged) = self.merged.as_ref().filter(|_| self.layers == layers) {
            return Rc::clone(merged);
        }
        let mut messages = Messages::english();
        let overrides = layers
            .iter()
            .filter_map(MessageOverrides::from_script_value);
        let unknown: Vec<String> = overrides.flat_map(|it| messages.apply(&it)).collect();
        if !unknown.is_empty() {
            warn(&format!(
                "article-cards: `messages` has unknown names, or values that are no texts: {}",
                unknown.join(", ")
            ));
        }
        self.layers = layers;
        Rc::clone(self.merged.insert(Rc::new(messages)))
    }
}
