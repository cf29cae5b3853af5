use yew::{AttrValue, Html, Properties, component, html};

use super::{Icon, IconName};

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
    let EmptyMessageProperties {
        title,
        text,
        heading_level,
        children,
    } = properties;
    html! {
        <div class="ac-empty" part="empty">
            <span class="ac-x-state-icon"><Icon name={IconName::Nothing} /></span>
            <@{format!("h{}", (*heading_level).clamp(2, 6))} class="ac-x-state-title">{ title }</@>
            if let Some(text) = text {
                <p class="ac-x-state-text">{ text }</p>
            }
            { children.clone() }
        </div>
    }
}
