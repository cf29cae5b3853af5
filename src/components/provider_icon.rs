use yew::{Html, Properties, component};

use super::initial;
use super::picture::{PictureProperties, Place};
use super::tag::{owned, words};
use article_cards_core::model::Provider;

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
    provider_icon(&properties.provider, None)
}

pub(super) fn provider_icon(provider: &Provider, key: Option<usize>) -> Html {
    let picture = PictureProperties {
        place: Place::Provider,
        source: provider.icon().map(|icon| words(&icon.url)),
        initial: owned(initial(provider.label().unwrap_or_default())),
    };
    picture.html(key)
}
