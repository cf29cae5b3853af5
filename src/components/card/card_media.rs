use std::rc::Rc;

use yew::{AttrValue, Html, Properties, component};

use crate::attributes::Layout;
use crate::browser::pixel_density;
use crate::components::card::image_proxy::image_source;
use crate::components::card::picture::initial;
use crate::components::card::picture::{PictureProps, Place};
use crate::components::primitives::element_builder::{attr_value, owned_value};
use article_cards_core::model::{Article, Image, Provider};

/// Props of [`CardMedia`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CardMediaProps {
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
pub fn CardMedia(props: &CardMediaProps) -> Html {
    let CardMediaProps {
        article,
        layout,
        eager,
        image_proxy,
    } = props;
    card_media(article, *layout, *eager, image_proxy)
}

pub(crate) fn card_media(
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
    let picture = PictureProps {
        place: Place::Card {
            eager,
            alt: alt.map(|alt| attr_value(alt)).unwrap_or_default(),
            // Both or none: one alone would be a wrong shape.
            size: image.width.zip(image.height),
        },
        source: Some(owned_value(image_source(
            image,
            width,
            image_proxy.as_deref(),
        ))),
        initial: owned_value(initial(name.unwrap_or(&article.title))),
    };
    picture.html(None)
}
