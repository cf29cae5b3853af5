use yew::functional::{Hook, HookContext};
use yew::{AttrValue, Callback, Classes, Event, Html, Properties, component, hook};

use crate::components::primitives::{
    ElementBuilder, On, Render, attr_value, dyn_component, element, keyed_dyn_component,
    owned_value, with_root_props,
};
use crate::hooks::use_render_cell;
use article_cards_core::model::Provider;

/// Props of [`ProviderIcon`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ProviderIconProps {
    /// The provider.
    pub provider: Provider,
    /// Additional classes of the icon.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the icon.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// The icon of a provider, or its initial if there is no icon or it fails to load. It is hidden
/// from assistive technology, since the name is beside it.
#[component]
pub fn ProviderIcon(props: &ProviderIconProps) -> Html {
    let picture = use_picture(Some(&icon_picture(&props.provider)));
    with_root_props(picture, &props.class, &props.id)
}

/// The icon as a component, with a key if it has siblings of its type.
pub(super) fn provider_icon(provider: &Provider, key: Option<usize>) -> Html {
    let picture = icon_picture(provider);
    match key {
        Some(key) => keyed_dyn_component(picture, &key.to_string()),
        None => dyn_component(picture),
    }
}

fn icon_picture(provider: &Provider) -> Picture {
    Picture {
        kind: PictureKind::Provider,
        url: provider.icon().map(|icon| attr_value(&icon.url)),
        initial: owned_value(initial(provider.label().unwrap_or_default())),
    }
}

/// The first letter or digit of a name, as a capital.
pub(super) fn initial(name: &str) -> String {
    let letter = name.chars().find(|letter| letter.is_alphanumeric());
    letter.map(crate::i18n::capital).unwrap_or_default()
}

/// An image that may fail to load.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Picture {
    pub(super) kind: PictureKind,
    pub(super) url: Option<AttrValue>,
    /// Shown instead of a missing image.
    pub(super) initial: AttrValue,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum PictureKind {
    /// The image of a card.
    Card {
        /// Loads it at once and with high priority.
        eager: bool,
        alt: AttrValue,
        size: Option<(u32, u32)>,
    },
    /// The icon of a provider.
    Provider,
}

impl Render for Picture {
    const NAME: &'static str = "picture";

    fn renders_same(&self, other: &Self) -> bool {
        self == other
    }

    fn render(&self, hooks: &mut HookContext) -> Html {
        use_picture(Some(self)).run(hooks)
    }
}

/// Renders a picture, and its initial once the image has failed to load.
#[hook]
pub(super) fn use_picture(picture: Option<&Picture>) -> Html {
    let broken = use_render_cell(Option::<AttrValue>::default);
    let Some(picture) = picture else {
        return Html::default();
    };
    let Picture { kind, url, initial } = picture;
    let url = url.clone().filter(|url| broken.get().as_ref() != Some(url));
    let image = url.map(|url| {
        let on_error = {
            let url = url.clone();
            Callback::from(move |_| broken.set(Some(url.clone())))
        };
        (url, on_error)
    });
    match (kind, image) {
        (PictureKind::Provider, Some(image)) => {
            let icon = icon_element("img");
            let icon = icon
                .attr("alt", "")
                .attr("width", "20")
                .attr("height", "20");
            image_element(icon, "lazy", image)
        }
        (PictureKind::Provider, None) => icon_element("span")
            .attr("data-fallback", "")
            .attr("aria-hidden", "true")
            .text(initial.clone())
            .html(),
        (PictureKind::Card { eager, alt, size }, Some(image)) => {
            let loading = if *eager { "eager" } else { "lazy" };
            let picture = element("img")
                .part("ac-card-image")
                .attr("alt", alt.clone())
                .attr("width", size.map(|(width, _)| width.to_string()))
                .attr("height", size.map(|(_, height)| height.to_string()));
            let picture = image_element(picture, loading, image);
            card_box().child(picture).html()
        }
        (PictureKind::Card { .. }, None) => {
            let monogram = element("span")
                .class("ac-x-monogram")
                .attr("aria-hidden", "true");
            let monogram = monogram.text(initial.clone());
            card_box()
                .attr("data-broken", "")
                .child(monogram.html())
                .html()
        }
    }
}

fn icon_element(name: &'static str) -> ElementBuilder {
    element(name).part("ac-card-provider-icon")
}

fn card_box() -> ElementBuilder {
    element("div").part("ac-card-media")
}

fn image_element(
    element: ElementBuilder,
    loading: &'static str,
    (url, on_error): (AttrValue, Callback<Event>),
) -> Html {
    let eager = loading == "eager";
    element
        .attr("loading", loading)
        .attr("fetchpriority", eager.then_some("high"))
        .attr("decoding", "async")
        .attr("referrerpolicy", "no-referrer")
        .attr("src", url)
        .on(On::Error, on_error)
        .html()
}
