use std::rc::Rc;

use yew::{AttrValue, Html, Properties, component};

use crate::browser::{Formats, machine_duration};
use crate::components::card::card_context::CardContext;
use crate::components::primitives::element_builder::{bdi, element, owned_value};
use crate::components::primitives::icon::{IconName, icon};
use crate::i18n::Messages;
use article_cards_core::model::{Article, DEFAULT_TYPE};

/// Props of [`KindBadge`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct KindBadgeProps {
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
pub fn KindBadge(props: &KindBadgeProps) -> Html {
    kind_badge(&CardContext {
        article: &props.article,
        formats: &props.formats,
        messages: &props.messages,
        lang: &props.lang,
    })
}

pub(crate) fn kind_badge(context: &CardContext<'_>) -> Html {
    let CardContext {
        article,
        formats,
        messages,
        lang,
    } = *context;
    let kind = article.kind.as_str();
    let word = (!kind.is_empty() && !kind.eq_ignore_ascii_case(DEFAULT_TYPE)).then(|| {
        element("span")
            .class("ac-x-type-word")
            .attr("lang", lang)
            .child(bdi(owned_value(messages.kind(kind))))
            .html()
    });
    let length = article.length.map(|span| (span, formats.duration(span)));
    let length = length
        .filter(|(_, text)| !text.is_empty())
        .map(|(span, text)| {
            let datetime = machine_duration(span);
            let name = if datetime.is_some() { "time" } else { "span" };
            element(name)
                .part("ac-card-duration")
                .attr("datetime", datetime)
                .attr("lang", lang)
                .child(bdi(owned_value(text)))
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
        let dot = element("span")
            .class("ac-x-dot")
            .attr("aria-hidden", "true");
        dot.text(AttrValue::Static("·")).html()
    });
    element("span")
        .part("ac-card-type")
        .maybe_child(name.map(icon))
        .maybe_child(word)
        .maybe_child(dot)
        .maybe_child(length)
        .html()
}
