use yew::{AttrValue, Html, Properties, component};

use super::IconName;
use super::icon::icon;
use super::tag::{Tag, bdi, heading, tag};

/// Properties of [`EmptyMessage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct EmptyMessageProperties {
    /// That there is nothing.
    pub title: AttrValue,
    /// Why, and what may help.
    #[prop_or_default]
    pub text: Option<AttrValue>,
    /// Level of the title's heading, 2 to 6.
    #[prop_or(3)]
    pub heading_level: u8,
    /// What stands below, such as filters to drop.
    #[prop_or_default]
    pub children: Html,
}

/// Says that there is nothing to show.
#[component]
pub fn EmptyMessage(properties: &EmptyMessageProperties) -> Html {
    empty_message(properties)
}

pub(super) fn empty_message(properties: &EmptyMessageProperties) -> Html {
    let EmptyMessageProperties {
        title,
        text,
        heading_level,
        children,
    } = properties;
    let message = tag("div").part("ac-empty");
    state_head(message, IconName::Nothing, title, *heading_level, text)
        .child(children.clone())
        .html()
}

/// What a message in place of articles begins with: icon, title and text.
#[inline(never)]
pub(super) fn state_head(
    message: Tag,
    name: IconName,
    title: &AttrValue,
    heading_level: u8,
    text: &Option<AttrValue>,
) -> Tag {
    let picture = tag("span").class("ac-x-state-icon").child(icon(name));
    let title = heading(heading_level)
        .class("ac-x-state-title")
        .child(bdi(title.clone()));
    let text = text.as_ref().map(|text| {
        let line = tag("p").class("ac-x-state-text");
        line.child(bdi(text.clone())).html()
    });
    message
        .child(picture.html())
        .child(title.html())
        .maybe(text)
}
