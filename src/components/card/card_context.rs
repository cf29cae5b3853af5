use std::rc::Rc;

use yew::AttrValue;

use crate::browser::Formats;
use crate::i18n::Messages;
use article_cards_core::model::Article;

/// An article, and how to tell of it: what the pieces of a card have in common.
#[derive(Clone, Copy)]
pub(crate) struct CardContext<'t> {
    pub(crate) article: &'t Rc<Article>,
    pub(crate) formats: &'t Formats,
    pub(crate) messages: &'t Rc<Messages>,
    /// The language of the messages, where it is not that of the card.
    pub(crate) lang: &'t Option<AttrValue>,
}
