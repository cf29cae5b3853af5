use std::rc::Rc;

use yew::{AttrValue, Callback, Html, Properties, component};

use super::IconName;
use super::empty_message::state_head;
use super::icon::icon;
use super::own_place::own_place;
use super::tag::{bdi, button, joined, tag, text, words};
use crate::i18n::Messages;

/// Properties of [`ErrorMessage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ErrorMessageProperties {
    /// What failed.
    pub title: AttrValue,
    /// Why, and what may help.
    #[prop_or_default]
    pub text: Option<AttrValue>,
    /// What exactly failed, for those who look into it.
    #[prop_or_default]
    pub details: Option<AttrValue>,
    /// Whether it is a line above articles that stay, not a box in their place.
    #[prop_or_default]
    pub banner: bool,
    /// Level of the title's heading, 2 to 6.
    #[prop_or(3)]
    pub heading_level: u8,
    /// What stands in the place of icon, title, text and details. Not shown in a banner.
    #[prop_or_default]
    pub own: Html,
    /// Whether the element's slot `error` is around that.
    #[doc(hidden)]
    #[prop_or_default]
    pub slotted: bool,
    /// Tries again; without it there is no button.
    #[prop_or_default]
    pub on_retry: Option<Callback<()>>,
    /// Whether it is being tried again.
    #[prop_or_default]
    pub busy: bool,
    /// The words on screen.
    #[prop_or_else(Messages::shared)]
    pub messages: Rc<Messages>,
    /// What stands below, such as the author's own links. Not shown in a banner.
    #[prop_or_default]
    pub children: Html,
}

/// A failure, with a way to try again.
#[component]
pub fn ErrorMessage(properties: &ErrorMessageProperties) -> Html {
    error_message(properties)
}

pub(super) fn error_message(properties: &ErrorMessageProperties) -> Html {
    let ErrorMessageProperties {
        title,
        text,
        heading_level,
        ..
    } = properties;
    let details = properties.details.as_ref().map(|details| {
        let summary = tag("summary").text(words(&properties.messages.details));
        let details = tag("p").with("dir", "auto").text(details.clone());
        let block = tag("details").class("ac-x-detail");
        block.child(summary.html()).child(details.html()).html()
    });
    // None while it is tried again: what becomes an alert anew is told anew, and a second failure is news to whoever
    // pressed the button.
    let role = (!properties.busy).then_some("alert");
    if properties.banner {
        let line = match text {
            Some(text) => joined(&[title, ". ", text]),
            None => title.clone(),
        };
        return tag("div")
            .class("ac-error ac-x-banner")
            .with("part", "error")
            .with("role", role)
            .child(icon(IconName::Alert))
            .child(tag("p").child(bdi(line)).html())
            .maybe(retry(properties))
            .maybe(details)
            .html();
    }
    let slot = properties.slotted.then_some("error");
    let head = state_head(IconName::Alert, title, *heading_level, text, details);
    tag("div")
        .part("ac-error")
        .with("role", role)
        .child(own_place(slot, &properties.own, head))
        .maybe(retry(properties))
        .child(properties.children.clone())
        .html()
}

fn retry(properties: &ErrorMessageProperties) -> Option<Html> {
    let on_retry = properties.on_retry.as_ref()?;
    let picture = (!properties.banner).then(|| icon(IconName::Retry));
    let button = button("ac-retry", on_retry, properties.busy).maybe(picture);
    let label = text(words(&properties.messages.retry));
    Some(button.child(label).html())
}
