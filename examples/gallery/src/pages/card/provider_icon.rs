//! The icon of a provider, or the initial of its name.

use article_cards::components::ProviderIcon;
use article_cards::model::Provider;
use yew::prelude::*;

use crate::sample;

states!("provider_icon.rs", ProviderIcon: Plain, WithoutImage, Broken);

/// An icon
#[component]
fn Plain() -> Html {
    html! {
        <div class="ac-base">
            <ProviderIcon
                provider={sample::provider("The Breakwater", "breakwater")}
            />
        </div>
    }
}

/// A provider without an image
#[component]
fn WithoutImage() -> Html {
    let provider = Provider {
        name: Some("Ålesund".into()),
        ..Provider::default()
    };
    html! {
        <div class="ac-base">
            <ProviderIcon {provider} />
        </div>
    }
}

/// An image that fails to load
#[component]
fn Broken() -> Html {
    let mut provider = sample::provider("The Breakwater", "breakwater");
    for image in &mut provider.images {
        // Not a picture.
        image.url = "data:image/png,".into();
    }
    html! {
        <div class="ac-base">
            <ProviderIcon {provider} />
        </div>
    }
}
