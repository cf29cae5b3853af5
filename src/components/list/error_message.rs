use std::rc::Rc;

use yew::{AttrValue, Callback, Html, Properties, component};

use crate::components::list::empty_message::state_head;
use crate::components::list::slot::slot;
use crate::components::primitives::element_builder::{
    attr_value, bdi, button, concat, element, text,
};
use crate::components::primitives::icon::{IconName, icon};
use crate::i18n::Messages;

/// Props of [`ErrorMessage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ErrorMessageProps {
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
pub fn ErrorMessage(props: &ErrorMessageProps) -> Html {
    error_message(props)
}

pub(crate) fn error_message(props: &ErrorMessageProps) -> Html {
    let ErrorMessageProps {
        title,
        text,
        heading_level,
        ..
    } = props;
    let details = props.details.as_ref().map(|details| {
        let summary = element("summary").text(attr_value(&props.messages.details));
        let details = element("p").attr("dir", "auto").text(details.clone());
        let block = element("details").class("ac-x-detail");
        block.child(summary.html()).child(details.html()).html()
    });
    // None while it is tried again: what becomes an alert anew is told anew, and a second failure is news to whoever
    // pressed the button.
    let role = (!props.busy).then_some("alert");
    if props.banner {
        let line = match text {
            Some(text) => concat(&[title, ". ", text]),
            None => title.clone(),
        };
        return element("div")
            .class("ac-error ac-x-banner")
            .attr("part", "error")
            .attr("role", role)
            .child(icon(IconName::Alert))
            .child(element("p").child(bdi(line)).html())
            .maybe_child(retry(props))
            .maybe_child(details)
            .html();
    }
    let slot_name = props.slotted.then_some("error");
    let head = state_head(IconName::Alert, title, *heading_level, text, details);
    element("div")
        .part("ac-error")
        .attr("role", role)
        .child(slot(slot_name, &props.own, head))
        .maybe_child(retry(props))
        .child(props.children.clone())
        .html()
}

fn retry(props: &ErrorMessageProps) -> Option<Html> {
    let on_retry = props.on_retry.as_ref()?;
    let picture = (!props.banner).then(|| icon(IconName::Retry));
    let button = button("ac-retry", on_retry, props.busy).maybe_child(picture);
    let label = text(attr_value(&props.messages.retry));
    Some(button.child(label).html())
}
