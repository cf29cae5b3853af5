use yew::{AttrValue, Html, Properties, component, html};

use crate::browser::{Formats, machine_date};
use crate::model::Published;

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
        formats,
        lang,
        class,
        part,
        ..
    } = properties;
    let text = formats.date(*published, properties.now_ms);
    if text.is_empty() {
        return Html::default();
    }
    html! {
        <time
            {class}
            {part}
            {lang}
            datetime={machine_date(*published)}
            title={formats.exact(*published)}
        >
            <bdi>{ text }</bdi>
        </time>
    }
}
