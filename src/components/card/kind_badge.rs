use yew::{AttrValue, Classes, Html, Properties, component};

use crate::browser::machine_duration;
use crate::components::card::card_context::CardContext;
use crate::components::primitives::{
    IconName, RcEq, bdi, element, icon, owned_value, use_localization, with_root_props,
};
use article_cards_core::model::{Article, DEFAULT_TYPE};

/// Props of [`KindBadge`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct KindBadgeProps {
    /// The article.
    pub article: RcEq<Article>,
    /// Additional classes of the badge.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the badge.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// Type and duration of an article. The default type is not shown.
#[component]
pub fn KindBadge(props: &KindBadgeProps) -> Html {
    let localization = use_localization();
    let badge = kind_badge(&CardContext::new(&props.article, &localization));
    with_root_props(badge, &props.class, &props.id)
}

pub(super) fn kind_badge(context: &CardContext<'_>) -> Html {
    let CardContext {
        article,
        formats,
        messages,
        lang,
    } = context;
    let kind = article.kind.as_str();
    let label = (!kind.is_empty() && !kind.eq_ignore_ascii_case(DEFAULT_TYPE)).then(|| {
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
    if label.is_none() && length.is_none() {
        return Html::default();
    }
    let name = if kind.eq_ignore_ascii_case("video") {
        Some(IconName::Play)
    } else if kind.eq_ignore_ascii_case("course") {
        Some(IconName::Course)
    } else {
        None
    };
    let dot = (label.is_some() && length.is_some()).then(|| {
        let dot = element("span")
            .class("ac-x-dot")
            .attr("aria-hidden", "true");
        dot.text(AttrValue::Static("·")).html()
    });
    element("span")
        .part("ac-card-type")
        .maybe_child(name.map(icon))
        .maybe_child(label)
        .maybe_child(dot)
        .maybe_child(length)
        .html()
}
