use std::rc::Rc;

use wasm_bindgen::JsValue;
use yew::Callback;

use super::event_sink::EventSink;
use crate::convert::{property, to_js};
use article_cards_core::feed::PlainArticle;
use article_cards_core::model::Article;

/// The cards that the page makes itself.
#[derive(Default)]
pub(super) struct OwnCards {
    /// What makes them; another value makes them anew.
    source: JsValue,
    has_own: Option<Callback<Rc<Article>, bool>>,
}

impl OwnCards {
    /// Returns what makes the card of an article, if the element has own cards.
    pub(super) fn callback(
        &mut self,
        element: &JsValue,
        sink: &EventSink,
    ) -> Option<Callback<Rc<Article>, bool>> {
        let source = property(element, "ownCards");
        if source != self.source {
            let sink = sink.clone();
            let own_card =
                move |article: Rc<Article>| sink.own_card(to_js(&PlainArticle::new(&article)));
            self.has_own = (!source.is_undefined()).then(|| Callback::from(own_card));
            self.source = source;
        }
        self.has_own.clone()
    }
}
