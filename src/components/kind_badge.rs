use std::rc::Rc;

use yew::{AttrValue, Html, Properties, component, html};

use super::{Icon, IconName};
use crate::browser::{Formats, machine_duration};
use crate::messages::Messages;
use crate::model::{Article, DEFAULT_TYPE};

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
    let KindBadgeProperties {
        article,
        formats,
        messages,
        lang,
    } = properties;
    let kind = article.kind.as_str();
    let word = (!kind.is_empty() && !kind.eq_ignore_ascii_case(DEFAULT_TYPE)).then(|| {
        html! { <span class="ac-x-type-word" {lang}><bdi>{ messages.kind(kind) }</bdi></span> }
    });
    let length = article.length.map(|span| (span, formats.duration(span)));
    let length = length
        .filter(|(_, text)| !text.is_empty())
        .map(|(span, text)| {
            let (class, part) = ("ac-card-duration", "card-duration");
            match machine_duration(span) {
                Some(datetime) => {
                    html! { <time {class} {part} {datetime} {lang}><bdi>{ text }</bdi></time> }
                }
                None => html! { <span {class} {part} {lang}><bdi>{ text }</bdi></span> },
            }
        });
    if word.is_none() && length.is_none() {
        return Html::default();
    }
    let icon = match kind.to_ascii_lowercase().as_str() {
        "video" => Some(IconName::Play),
        "course" => Some(IconName::Course),
        _ => None,
    };
    let dot = (word.is_some() && length.is_some())
        .then(|| html! { <span class="ac-x-dot" aria-hidden="true">{ "·" }</span> });
    html! {
        <span class="ac-card-type" part="card-type">
            if let Some(name) = icon {
                <Icon {name} />
            }
            { word }
            { dot }
            { length }
        </span>
    }
}
