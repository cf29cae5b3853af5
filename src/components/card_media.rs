use std::rc::Rc;

use yew::{AttrValue, Html, Properties, component};

use super::image_proxy::image_source;
use super::picture::{PictureProperties, Place};
use super::tag::{owned, words};
use super::{Layout, initial};
use crate::browser::pixel_density;
use article_cards_core::model::{Article, Image, Provider};

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
    let CardMediaProperties {
        article,
        layout,
        eager,
        image_proxy,
    } = properties;
    card_media(article, *layout, *eager, image_proxy)
}

pub(super) fn card_media(
    article: &Article,
    layout: Layout,
    eager: bool,
    image_proxy: &Option<AttrValue>,
) -> Html {
    let width = (layout.image_width() * pixel_density()) as u32;
    let Some(image) = Image::best(&article.images, width) else {
        return Html::default();
    };
    let name = article.provider.as_ref().and_then(Provider::label);
    // A caption that repeats the title would be read twice.
    let alt = image
        .title
        .as_ref()
        .filter(|title| **title != article.title);
    let picture = PictureProperties {
        place: Place::Card {
            eager,
            alt: alt.map(|alt| words(alt)).unwrap_or_default(),
            // Both or none: one alone would be a wrong shape.
            size: image.width.zip(image.height),
        },
        source: Some(owned(image_source(image, width, image_proxy.as_deref()))),
        initial: owned(initial(name.unwrap_or(&article.title))),
    };
    picture.html(None)
}
