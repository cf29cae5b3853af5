use yew::{AttrValue, Html, Properties, component};

use crate::browser::{Formats, machine_date};
use crate::components::primitives::element_builder::{ElementBuilder, bdi, element, owned_value};
use article_cards_core::model::Published;

/// Props of [`PublishedTime`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PublishedTimeProps {
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
pub fn PublishedTime(props: &PublishedTimeProps) -> Html {
    let PublishedTimeProps {
        published,
        now_ms,
        formats,
        lang,
        class,
        part,
    } = props;
    let time = element("time").any_class(class.clone()).attr("part", part);
    published_time(time, *published, *now_ms, formats, lang)
}

/// Fills an element `time`; nothing for a moment that cannot be written.
pub(crate) fn published_time(
    time: ElementBuilder,
    published: Published,
    now_ms: f64,
    formats: &Formats,
    lang: &Option<AttrValue>,
) -> Html {
    let text = formats.date(published, now_ms);
    if text.is_empty() {
        return Html::default();
    }
    time.attr("lang", lang)
        .attr("datetime", machine_date(published))
        .attr("title", formats.exact(published))
        .child(bdi(owned_value(text)))
        .html()
}
