use crate::components::list::slot::slot;
use crate::components::primitives::element_builder::{bdi, element, heading};
use crate::components::primitives::icon::{IconName, icon};
use crate::components::primitives::root_element::with_root_props;
use yew::virtual_dom::VList;
use yew::{AttrValue, Classes, Html, Properties, component};

/// Props of [`EmptyMessage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct EmptyMessageProps {
    /// The title.
    pub title: AttrValue,
    /// An explanation.
    #[prop_or_default]
    pub text: Option<AttrValue>,
    /// The level of the title's heading, 2 to 6.
    #[prop_or(3)]
    pub heading_level: u8,
    /// Content that replaces icon, title and text.
    #[prop_or_default]
    pub own: Html,
    /// Wraps the content in the custom element's slot `empty`.
    #[doc(hidden)]
    #[prop_or_default]
    pub slotted: bool,
    /// Content below, such as suggestions.
    #[prop_or_default]
    pub children: Html,
    /// Additional classes of the message.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the message.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// The message of an empty list.
#[component]
pub fn EmptyMessage(props: &EmptyMessageProps) -> Html {
    with_root_props(empty_message(props), &props.class, &props.id)
}

pub(super) fn empty_message(props: &EmptyMessageProps) -> Html {
    let EmptyMessageProps {
        title,
        text,
        heading_level,
        own,
        slotted,
        children,
        ..
    } = props;
    let head = state_head(IconName::Nothing, title, *heading_level, text, None);
    element("div")
        .part("ac-empty")
        .child(slot(slotted.then_some("empty"), own, head))
        .child(children.clone())
        .html()
}

/// The beginning of a message that replaces the articles: icon, title, text, and more.
#[inline(never)]
pub(super) fn state_head(
    name: IconName,
    title: &AttrValue,
    heading_level: u8,
    text: &Option<AttrValue>,
    more: Option<Html>,
) -> Html {
    let icon = element("span").class("ac-x-state-icon").child(icon(name));
    let title = heading(heading_level)
        .class("ac-x-state-title")
        .child(bdi(title.clone()));
    let text = text.as_ref().map(|text| {
        let line = element("p").class("ac-x-state-text");
        line.child(bdi(text.clone())).html()
    });
    let text = text.unwrap_or_default();
    let head = vec![icon.html(), title.html(), text, more.unwrap_or_default()];
    VList::with_children(head, None).into()
}
