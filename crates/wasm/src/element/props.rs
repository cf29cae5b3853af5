//! The attributes and properties of an element, as the properties of its list. The element has
//! already replaced invalid attributes by their defaults.

use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::attributes;
use crate::convert::{flag, property};
use crate::{options, state};
use article_cards::components::ArticleCardsProps;
use article_cards::i18n::{MessageOverrides, Messages};
use article_cards_core::search::FilterableFields;

/// The longest timer of a browser, in seconds.
const LONGEST_TIMER: u32 = i32::MAX as u32 / 1_000;

/// Returns the fields that can be filtered by.
pub(super) fn fields(properties: &ArticleCardsProps) -> FilterableFields {
    FilterableFields::default().with(properties.mapping.fields())
}

/// Applies an element's attributes and properties; absent ones become their defaults.
pub(super) fn apply(props: &JsValue, properties: &mut ArticleCardsProps, words: &mut Words) {
    attributes::apply(props, properties);
    properties.refresh = properties.refresh.min(LONGEST_TIMER);
    properties.items = Some(property(props, "items")).filter(|items| !items.is_undefined());
    properties.mapping = options::mapping(&property(props, "mapping"));
    properties.state = Some(property(props, "state"))
        .filter(JsValue::is_object)
        .map(|state| state::read(&state, &fields(properties)));
    properties.slotted = true;
    properties.calm_loading = flag(props, "calmLoading");
    properties.early.0 = Some(property(props, "prefetch")).filter(JsValue::is_object);
    let messages = words.layered([property(props, "words"), property(props, "messages")]);
    properties.messages = messages.into();
}

/// The words on screen, rebuilt only when their sources change.
#[derive(Default)]
pub(super) struct Words {
    layers: [JsValue; 2],
    messages: Option<Rc<Messages>>,
}

impl Words {
    /// English words, overridden by those of a language, then by the embedder's.
    fn layered(&mut self, layers: [JsValue; 2]) -> Option<Rc<Messages>> {
        if self.messages.is_none() || self.layers != layers {
            let mut messages = Messages::english();
            for words in layers
                .iter()
                .filter_map(MessageOverrides::from_script_value)
            {
                messages.apply(&words);
            }
            self.layers = layers;
            self.messages = Some(Rc::new(messages));
        }
        self.messages.clone()
    }
}
