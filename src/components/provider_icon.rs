use yew::{AttrValue, Callback, Html, Properties, component, html, use_state_eq};

use super::initial;
use crate::model::Provider;

/// Properties of [`ProviderIcon`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ProviderIconProperties {
    /// Whose icon.
    pub provider: Provider,
}

/// A provider's icon, or its initial where there is none or it can't be loaded; decoration, for
/// the name stands beside it.
#[component]
pub fn ProviderIcon(properties: &ProviderIconProperties) -> Html {
    let provider = &properties.provider;
    let broken = use_state_eq(|| None::<AttrValue>);
    let source = provider
        .icon()
        .map(|icon| AttrValue::from(icon.url.clone()));
    match source.filter(|source| broken.as_ref() != Some(source)) {
        Some(source) => {
            let onerror = {
                let source = source.clone();
                Callback::from(move |_| broken.set(Some(source.clone())))
            };
            html! {
                <img
                    class="ac-card-provider-icon"
                    part="card-provider-icon"
                    alt=""
                    width="20"
                    height="20"
                    loading="lazy"
                    decoding="async"
                    referrerpolicy="no-referrer"
                    src={source}
                    {onerror}
                />
            }
        }
        None => html! {
            <span
                class="ac-card-provider-icon"
                part="card-provider-icon"
                data-fallback=""
                aria-hidden="true"
            >
                { initial(provider.label().unwrap_or_default()) }
            </span>
        },
    }
}
