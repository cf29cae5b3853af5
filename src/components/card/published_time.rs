use yew::{AttrValue, Classes, Html, Properties, component};

use crate::browser::{Formats, machine_date, now_ms};
use crate::components::primitives::{
    ElementBuilder, bdi, element, owned_value, use_localization, with_root_props,
};
use article_cards_core::model::Published;

/// Props of [`PublishedTime`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PublishedTimeProps {
    /// The date.
    pub published: Published,
    /// The current time for relative dates, in milliseconds since 1970.
    #[prop_or_else(now_ms)]
    pub now_ms: f64,
    /// The language of the date, if the surrounding text is in another one.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
    /// The CSS part of the element.
    #[prop_or_default]
    pub part: Option<AttrValue>,
    /// The classes of the element.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the element.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// A date, relative if it is recent, with the exact date in its tooltip. Renders nothing for a
/// date outside of the calendar.
#[component]
pub fn PublishedTime(props: &PublishedTimeProps) -> Html {
    let PublishedTimeProps {
        published,
        now_ms,
        lang,
        part,
        class,
        id,
    } = props;
    let time = element("time").attr("part", part);
    let formats = use_localization().formats;
    let time = published_time(time, *published, *now_ms, &formats, lang);
    with_root_props(time, class, id)
}

/// Adds a date to an element `time`. Returns nothing for a date outside of the calendar.
pub(super) fn published_time(
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
