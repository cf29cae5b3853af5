use std::rc::Rc;

use yew::{AttrValue, Html, Properties, component};

use super::IconName;
use super::icon::icon;
use super::tag::{bdi, owned, tag};
use super::telling::Telling;
use crate::browser::{Formats, machine_duration};
use crate::i18n::Messages;
use article_cards_core::model::{Article, DEFAULT_TYPE};

/// Properties of [`KindBadge`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct KindBadgeProperties {
    /// Whose type.
    pub article: Rc<Article>,
    /// How to write the duration.
    pub formats: Formats,
    /// The words on screen.
    pub messages: Rc<Messages>,
    /// The language of those words, where it is not that of the card.
    pub lang: Option<AttrValue>,
}

/// Type and duration. An ordinary article has no type to tell.
#[component]
pub fn KindBadge(properties: &KindBadgeProperties) -> Html {
    kind_badge(&Telling {
        article: &properties.article,
        formats: &properties.formats,
        messages: &properties.messages,
        lang: &properties.lang,
    })
}

pub(super) fn kind_badge(telling: &Telling<'_>) -> Html {
    let Telling {
        article,
        formats,
        messages,
        lang,
    } = *telling;
    let kind = article.kind.as_str();
    let word = (!kind.is_empty() && !kind.eq_ignore_ascii_case(DEFAULT_TYPE)).then(|| {
        tag("span")
            .class("ac-x-type-word")
            .with("lang", lang)
            .child(bdi(owned(messages.kind(kind))))
            .html()
    });
    let length = article.length.map(|span| (span, formats.duration(span)));
    let length = length
        .filter(|(_, text)| !text.is_empty())
        .map(|(span, text)| {
            let datetime = machine_duration(span);
            let name = if datetime.is_some() { "time" } else { "span" };
            tag(name)
                .part("ac-card-duration")
                .with("datetime", datetime)
                .with("lang", lang)
                .child(bdi(owned(text)))
                .html()
        });
    if word.is_none() && length.is_none() {
        return Html::default();
    }
    let name = if kind.eq_ignore_ascii_case("video") {
        Some(IconName::Play)
    } else if kind.eq_ignore_ascii_case("course") {
        Some(IconName::Course)
    } else {
        None
    };
    let dot = (word.is_some() && length.is_some()).then(|| {
        let dot = tag("span").class("ac-x-dot").with("aria-hidden", "true");
        dot.text(AttrValue::Static("·")).html()
    });
    tag("span")
        .part("ac-card-type")
        .maybe(name.map(icon))
        .maybe(word)
        .maybe(dot)
        .maybe(length)
        .html()
}
