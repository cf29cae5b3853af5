use yew::{AttrValue, Classes, Html, Properties, component};

use crate::attributes::{FEATURED_IMAGE_WIDTH, Layout};
use crate::browser::pixel_density;
use crate::components::card::article_card_props::ArticleCardProps;
use crate::components::card::image_proxy::image_url;
use crate::components::card::picture::{Picture, PictureKind, initial, use_picture};
use crate::components::primitives::{
    RcEq, attr_value, dyn_component, owned_value, with_root_props,
};
use article_cards_core::model::{Article, Image, Provider};

/// Props of [`CardMedia`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CardMediaProps {
    /// The article.
    pub article: RcEq<Article>,
    /// The layout, which determines the size of the image.
    #[prop_or_default]
    pub layout: Layout,
    /// Chooses an image for a lead story, which is larger.
    #[prop_or_default]
    pub featured: bool,
    /// Loads the image at once and with high priority, as in the first row of a list.
    #[prop_or_default]
    pub eager: bool,
    /// A URL template with `{url}` and `{width}`, for images of which the publisher keeps a copy.
    #[prop_or_default]
    pub image_proxy: Option<AttrValue>,
    /// Additional classes of the box around the image.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the box around the image.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// The image of a card: the best of an article's images, in a box whose size does not depend on the
/// file. An image that fails to load is replaced by the provider's initial. Renders nothing for an
/// article without images.
#[component]
pub fn CardMedia(props: &CardMediaProps) -> Html {
    let picture = picture(&props.into());
    with_root_props(use_picture(picture.as_ref()), &props.class, &props.id)
}

/// What the image of a card depends on.
pub(super) struct MediaInput<'m> {
    article: &'m Article,
    layout: Layout,
    featured: bool,
    eager: bool,
    image_proxy: &'m Option<AttrValue>,
}

impl<'m> From<&'m CardMediaProps> for MediaInput<'m> {
    fn from(props: &'m CardMediaProps) -> Self {
        Self {
            article: &props.article,
            layout: props.layout,
            featured: props.featured,
            eager: props.eager,
            image_proxy: &props.image_proxy,
        }
    }
}

impl<'m> From<&'m ArticleCardProps> for MediaInput<'m> {
    fn from(props: &'m ArticleCardProps) -> Self {
        Self {
            article: &props.article,
            layout: props.layout,
            featured: props.featured,
            eager: props.eager,
            image_proxy: &props.image_proxy,
        }
    }
}

/// The image as a component, if there is one.
pub(super) fn card_media(input: MediaInput<'_>) -> Option<Html> {
    picture(&input).map(dyn_component)
}

fn picture(input: &MediaInput<'_>) -> Option<Picture> {
    let MediaInput {
        article,
        eager,
        image_proxy,
        ..
    } = *input;
    let width = match input.featured {
        true => FEATURED_IMAGE_WIDTH,
        false => input.layout.image_width(),
    };
    let width = (width * pixel_density()) as u32;
    let image = Image::best(&article.images, width)?;
    let name = article.provider.as_ref().and_then(Provider::label);
    // A caption that repeats the title would be read twice.
    let alt = image
        .title
        .as_ref()
        .filter(|title| **title != article.title);
    let url = image_url(image, width, image_proxy.as_deref());
    Some(Picture {
        kind: PictureKind::Card {
            eager,
            alt: alt.map(|alt| attr_value(alt)).unwrap_or_default(),
            // One of the two alone would give a wrong aspect ratio.
            size: image.width.zip(image.height),
        },
        url: Some(owned_value(url)),
        initial: owned_value(initial(name.unwrap_or(&article.title))),
    })
}
