use std::rc::Rc;

use wasm_bindgen::JsValue;
use yew::{AttrValue, Callback};

use super::event_sink::EventSink;
use crate::convert::{property, to_js};
use article_cards_core::feed::PlainArticle;
use article_cards_core::model::Article;

/// Makes the page's own card of an article, and returns the name of its slot.
type MakeCard = Callback<Rc<Article>, Option<AttrValue>>;

/// The cards that the page makes itself.
#[derive(Default)]
pub(super) struct OwnCards {
    /// Identifies the template or function. When it changes, all cards are made again.
    source: JsValue,
    make: Option<MakeCard>,
}

impl OwnCards {
    /// Returns what makes the card of an article, if the element has own cards.
    pub(super) fn callback(&mut self, element: &JsValue, sink: &EventSink) -> Option<MakeCard> {
        let source = property(element, "ownCards");
        if source != self.source {
            let sink = sink.clone();
            let own_card = move |article: Rc<Article>| {
                let slot = sink.own_card(to_js(&PlainArticle::new(&article)));
                slot.map(AttrValue::from)
            };
            self.make = (!source.is_undefined()).then(|| Callback::from(own_card));
            self.source = source;
        }
        self.make.clone()
    }
}
