use std::rc::Rc;

use yew::{AttrValue, Callback, Html, Properties, component, html};

use super::{Icon, IconName, flag};
use crate::messages::Messages;

/// Properties of [`ErrorMessage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ErrorMessageProperties {
    /// What failed.
    pub title: AttrValue,
    /// Why, and what may help. A banner shows only the title.
    #[prop_or_default]
    pub text: Option<AttrValue>,
    /// What exactly failed, for those who look into it. Not shown in a banner.
    #[prop_or_default]
    pub details: Option<AttrValue>,
    /// Whether it is a line above articles that stay, not a box in their place.
    #[prop_or_default]
    pub banner: bool,
    /// Level of the title's heading, 2 to 6.
    #[prop_or(3)]
    pub heading_level: u8,
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
    let ErrorMessageProperties {
        title,
        text,
        details,
        messages,
        ..
    } = properties;
    if properties.banner {
        return html! {
            <div class="ac-error ac-x-banner" part="error" role="alert">
                <Icon name={IconName::Alert} />
                <p>{ title }</p>
                { retry(properties) }
            </div>
        };
    }
    html! {
        <div class="ac-error" part="error" role="alert">
            <span class="ac-x-state-icon"><Icon name={IconName::Alert} /></span>
            <@{format!("h{}", properties.heading_level.clamp(2, 6))} class="ac-x-state-title">
                { title }
            </@>
            if let Some(text) = text {
                <p class="ac-x-state-text">{ text }</p>
            }
            { retry(properties) }
            if let Some(details) = details {
                <details class="ac-x-detail">
                    <summary>{ messages.details.to_string() }</summary>
                    <p dir="auto">{ details }</p>
                </details>
            }
            { properties.children.clone() }
        </div>
    }
}

fn retry(properties: &ErrorMessageProperties) -> Html {
    let Some(on_retry) = &properties.on_retry else {
        return Html::default();
    };
    // Not `disabled`, which would take the focus away.
    let busy = properties.busy;
    let on_retry = on_retry.clone();
    let onclick = Callback::from(move |_| {
        if !busy {
            on_retry.emit(());
        }
    });
    html! {
        <button
            type="button"
            class="ac-retry"
            part="retry"
            aria-disabled={busy.then_some(flag(true))}
            {onclick}
        >
            if !properties.banner {
                <Icon name={IconName::Retry} />
            }
            { properties.messages.retry.to_string() }
        </button>
    }
}
