use yew::{AttrValue, Html, Properties, component};

use super::tag::{Tag, bdi, owned, tag};
use crate::browser::{Formats, machine_date};
use article_cards_core::model::Published;

/// Properties of [`PublishedTime`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PublishedTimeProperties {
    /// When.
    pub published: Published,
    /// The present.
    pub now_ms: f64,
    /// How to write it.
    pub formats: Formats,
    /// The language it is written in, where it is not that of the text around.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
    /// Class of the element.
    #[prop_or_default]
    pub class: Option<AttrValue>,
    /// Part name of the element.
    #[prop_or_default]
    pub part: Option<AttrValue>,
}

/// A date as a reader says it, with the exact one in its tooltip and the machine's beside it.
#[component]
pub fn PublishedTime(properties: &PublishedTimeProperties) -> Html {
    let PublishedTimeProperties {
        published,
        now_ms,
        formats,
        lang,
        class,
        part,
    } = properties;
    let time = tag("time").any_class(class.clone()).with("part", part);
    published_time(time, *published, *now_ms, formats, lang)
}

/// Fills an element `time`; nothing for a moment that cannot be written.
pub(super) fn published_time(
    time: Tag,
    published: Published,
    now_ms: f64,
    formats: &Formats,
    lang: &Option<AttrValue>,
) -> Html {
    let text = formats.date(published, now_ms);
    if text.is_empty() {
        return Html::default();
    }
    time.with("lang", lang)
        .with("datetime", machine_date(published))
        .with("title", formats.exact(published))
        .child(bdi(owned(text)))
        .html()
}
