use std::rc::Rc;

use yew::{AttrValue, Callback, Html, Properties, component, html, use_state_eq};

use super::image_proxy::image_source;
use super::{Layout, initial};
use crate::browser::pixel_density;
use crate::model::{Article, Image, Provider};

/// Properties of [`CardMedia`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CardMediaProperties {
    /// Whose pictures.
    pub article: Rc<Article>,
    /// The layout, which says how large the picture will be.
    #[prop_or_default]
    pub layout: Layout,
    /// Whether to load it at once and before others, as for the first row.
    #[prop_or_default]
    pub eager: bool,
    /// Template with `{url}` and `{width}` for pictures that the publisher keeps a copy of.
    #[prop_or_default]
    pub image_proxy: Option<AttrValue>,
}

/// The picture of a card: of several the best for its place, in a box that no file changes. One
/// that can't be loaded leaves the provider's initial; without any there is no box.
#[component]
pub fn CardMedia(properties: &CardMediaProperties) -> Html {
    let article = &properties.article;
    let broken = use_state_eq(|| None::<AttrValue>);
    let width = (properties.layout.image_width() * pixel_density()) as u32;
    let Some(image) = Image::best(&article.images, width) else {
        return Html::default();
    };
    let source = AttrValue::from(image_source(
        image,
        width,
        properties.image_proxy.as_deref(),
    ));
    if broken.as_ref() == Some(&source) {
        let name = article
            .provider
            .as_ref()
            .and_then(Provider::label)
            .unwrap_or(&article.title);
        return html! {
            <div class="ac-card-media" part="card-media" data-broken="">
                <span class="ac-x-monogram" aria-hidden="true">{ initial(name) }</span>
            </div>
        };
    }
    // Both or none: one alone would be a wrong shape.
    let size = image.width.zip(image.height);
    // A caption that repeats the title would be read twice.
    let alt = image
        .title
        .as_ref()
        .filter(|title| **title != article.title);
    let onerror = {
        let source = source.clone();
        Callback::from(move |_| broken.set(Some(source.clone())))
    };
    html! {
        <div class="ac-card-media" part="card-media">
            <img
                class="ac-card-image"
                part="card-image"
                alt={alt.cloned().unwrap_or_default()}
                width={size.map(|(width, _)| width.to_string())}
                height={size.map(|(_, height)| height.to_string())}
                loading={if properties.eager { "eager" } else { "lazy" }}
                fetchpriority={properties.eager.then_some("high")}
                decoding="async"
                referrerpolicy="no-referrer"
                src={source}
                {onerror}
            />
        </div>
    }
}
