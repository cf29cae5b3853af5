use std::rc::Rc;

use yew::AttrValue;

use crate::browser::Formats;
use crate::components::card::language::same_language;
use crate::components::primitives::{Localization, attr_value};
use crate::i18n::Messages;
use article_cards_core::model::Article;

/// What all parts of a card render from.
pub(super) struct CardContext<'c> {
    pub(super) article: &'c Rc<Article>,
    pub(super) messages: &'c Messages,
    pub(super) formats: &'c Formats,
    /// The language of the messages, if the article is in another one.
    pub(super) lang: Option<AttrValue>,
}

impl<'c> CardContext<'c> {
    pub(super) fn new(article: &'c Rc<Article>, localization: &'c Localization) -> Self {
        let Localization { messages, formats } = localization;
        let is_foreign = article
            .locale
            .as_ref()
            .is_some_and(|locale| !same_language(locale, &messages.language));
        Self {
            article,
            messages,
            formats,
            lang: is_foreign.then(|| attr_value(&messages.language)),
        }
    }
}
