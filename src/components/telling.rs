use std::rc::Rc;

use yew::AttrValue;

use super::tag::owned;
use crate::browser::Formats;
use crate::i18n::{Messages, PluralText};
use article_cards_core::model::Article;

/// An article, and how to tell of it: what the pieces of a card have in common.
#[derive(Clone, Copy)]
pub(super) struct Telling<'t> {
    pub(super) article: &'t Rc<Article>,
    pub(super) formats: &'t Formats,
    pub(super) messages: &'t Rc<Messages>,
    /// The language of the messages, where it is not that of the card.
    pub(super) lang: &'t Option<AttrValue>,
}

/// A number in words.
#[inline(never)]
pub(super) fn counted(formats: &Formats, number: u64, words: &PluralText) -> AttrValue {
    owned(words.fill(formats.plural(number), &formats.number(number)))
}
