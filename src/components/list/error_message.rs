use yew::{AttrValue, Callback, Classes, Html, Properties, component, html};

use crate::components::list::empty_message::state_head;
use crate::components::list::slot::slot;
use crate::components::primitives::{
    IconName, attr_value, bdi, button, concat, icon, text as plain, use_localization,
    with_root_props,
};
use crate::i18n::Messages;

/// Props of [`ErrorMessage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ErrorMessageProps {
    /// The title.
    pub title: AttrValue,
    /// An explanation.
    #[prop_or_default]
    pub text: Option<AttrValue>,
    /// Technical details, behind a summary.
    #[prop_or_default]
    pub details: Option<AttrValue>,
    /// Renders a line above the articles instead of a box that replaces them.
    #[prop_or_default]
    pub banner: bool,
    /// The level of the title's heading, 2 to 6.
    #[prop_or(article_cards_core::defaults::HEADING_LEVEL)]
    pub heading_level: u8,
    /// Content that replaces icon, title, text and details. Not shown in a banner.
    #[prop_or_default]
    pub own: Html,
    /// Wraps the content in the custom element's slot `error`.
    #[doc(hidden)]
    #[prop_or_default]
    pub slotted: bool,
    /// Retries. Without it, there is no button.
    #[prop_or_default]
    pub on_retry: Option<Callback<()>>,
    /// Whether a retry is in progress.
    #[prop_or_default]
    pub busy: bool,
    /// Content below, such as fallback links. Not shown in a banner.
    #[prop_or_default]
    pub children: Html,
    /// Additional classes of the message.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the message.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// An error with a retry button.
#[component]
pub fn ErrorMessage(props: &ErrorMessageProps) -> Html {
    let message = error_message(props, &use_localization().messages);
    with_root_props(message, &props.class, &props.id)
}

pub(super) fn error_message(props: &ErrorMessageProps, messages: &Messages) -> Html {
    let ErrorMessageProps {
        title,
        text,
        heading_level,
        ..
    } = props;
    let details = props.details.as_ref().map(|details| {
        html! {
            <details class="ac-x-detail">
                <summary>{ plain(attr_value(&messages.details)) }</summary>
                <p dir="auto">{ plain(details.clone()) }</p>
            </details>
        }
    });
    // Without a role during a retry, so that a second failure is announced again.
    let role = (!props.busy).then_some("alert");
    if props.banner {
        let line = match text {
            Some(text) => concat(&[title, ". ", text]),
            None => title.clone(),
        };
        return html! {
            <div part="error" {role} class="ac-error ac-x-banner">
                { icon(IconName::Alert) }
                <p>{ bdi(line) }</p>
                { retry(props, messages) }
                { details }
            </div>
        };
    }
    let slot_name = props.slotted.then_some("error");
    let head = state_head(IconName::Alert, title, *heading_level, text, details);
    html! {
        <div part="error" {role} class="ac-error">
            { slot(slot_name, &props.own, head) }
            { retry(props, messages) }
            { props.children.clone() }
        </div>
    }
}

fn retry(props: &ErrorMessageProps, messages: &Messages) -> Option<Html> {
    let on_retry = props.on_retry.as_ref()?;
    let icon = (!props.banner).then(|| icon(IconName::Retry));
    let button = button("ac-retry", on_retry, props.busy).maybe_child(icon);
    let label = plain(attr_value(&messages.retry));
    Some(button.child(label).html())
}
