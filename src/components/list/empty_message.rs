use crate::components::list::slot::slot;
use crate::components::primitives::{IconName, bdi, heading, icon, with_root_props};
use yew::{AttrValue, Classes, Html, Properties, component, html};

/// Props of [`EmptyMessage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct EmptyMessageProps {
    /// The title.
    pub title: AttrValue,
    /// An explanation.
    #[prop_or_default]
    pub text: Option<AttrValue>,
    /// The level of the title's heading, 2 to 6.
    #[prop_or(article_cards_core::defaults::HEADING_LEVEL)]
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
    html! {
        <div part="empty" class="ac-empty">
            { slot(slotted.then_some("empty"), own, head) }
            { children.clone() }
        </div>
    }
}

/// The beginning of a message that replaces the articles: icon, title, text, and more.
pub(super) fn state_head(
    name: IconName,
    title: &AttrValue,
    heading_level: u8,
    text: &Option<AttrValue>,
    more: Option<Html>,
) -> Html {
    let title = heading(heading_level)
        .class("ac-x-state-title")
        .child(bdi(title.clone()));
    html! {
        <>
            <span class="ac-x-state-icon">{ icon(name) }</span>
            { title.html() }
            if let Some(text) = text {
                <p class="ac-x-state-text">{ bdi(text.clone()) }</p>
            }
            { more }
        </>
    }
}
