use crate::components::list::slot::slot;
use crate::components::primitives::element_builder::{bdi, element, heading};
use crate::components::primitives::icon::{IconName, icon};
use yew::virtual_dom::VList;
use yew::{AttrValue, Html, Properties, component};

/// Props of [`EmptyMessage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct EmptyMessageProps {
    /// That there is nothing.
    pub title: AttrValue,
    /// Why, and what may help.
    #[prop_or_default]
    pub text: Option<AttrValue>,
    /// Level of the title's heading, 2 to 6.
    #[prop_or(3)]
    pub heading_level: u8,
    /// What stands in the place of icon, title and text.
    #[prop_or_default]
    pub own: Html,
    /// Whether the element's slot `empty` is around that.
    #[doc(hidden)]
    #[prop_or_default]
    pub slotted: bool,
    /// What stands below, such as filters to drop.
    #[prop_or_default]
    pub children: Html,
}

/// Says that there is nothing to show.
#[component]
pub fn EmptyMessage(props: &EmptyMessageProps) -> Html {
    empty_message(props)
}

pub(crate) fn empty_message(props: &EmptyMessageProps) -> Html {
    let EmptyMessageProps {
        title,
        text,
        heading_level,
        own,
        slotted,
        children,
    } = props;
    let head = state_head(IconName::Nothing, title, *heading_level, text, None);
    element("div")
        .part("ac-empty")
        .child(slot(slotted.then_some("empty"), own, head))
        .child(children.clone())
        .html()
}

/// What a message in place of articles begins with: icon, title, text, and more.
#[inline(never)]
pub(crate) fn state_head(
    name: IconName,
    title: &AttrValue,
    heading_level: u8,
    text: &Option<AttrValue>,
    more: Option<Html>,
) -> Html {
    let picture = element("span").class("ac-x-state-icon").child(icon(name));
    let title = heading(heading_level)
        .class("ac-x-state-title")
        .child(bdi(title.clone()));
    let text = text.as_ref().map(|text| {
        let line = element("p").class("ac-x-state-text");
        line.child(bdi(text.clone())).html()
    });
    let text = text.unwrap_or_default();
    let head = vec![picture.html(), title.html(), text, more.unwrap_or_default()];
    VList::with_children(head, None).into()
}
