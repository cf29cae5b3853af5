use yew::functional::{Hook, HookContext};
use yew::{AttrValue, Callback, Event, Html, Properties, component, hook};

use crate::components::primitives::dyn_component::{Render, dyn_component, keyed_dyn_component};
use crate::components::primitives::element_builder::{
    ElementBuilder, On, attr_value, element, owned_value,
};
use crate::hooks::use_render_cell;
use article_cards_core::model::Provider;

/// Props of [`ProviderIcon`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ProviderIconProps {
    /// Whose icon.
    pub provider: Provider,
}

/// A provider's icon, or its initial where there is none or it can't be loaded; decoration, for
/// the name stands beside it.
#[component]
pub fn ProviderIcon(props: &ProviderIconProps) -> Html {
    provider_icon(&props.provider, None)
}

pub(crate) fn provider_icon(provider: &Provider, key: Option<usize>) -> Html {
    let picture = PictureProps {
        place: Place::Provider,
        source: provider.icon().map(|icon| attr_value(&icon.url)),
        initial: owned_value(initial(provider.label().unwrap_or_default())),
    };
    picture.html(key)
}

/// The first letter or digit of a name, as a capital.
pub(crate) fn initial(name: &str) -> String {
    let letter = name.chars().find(|letter| letter.is_alphanumeric());
    letter.map(crate::i18n::capital).unwrap_or_default()
}

/// Where a picture stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Place {
    /// In the box of a card.
    Card {
        /// Whether it is loaded at once and before others.
        eager: bool,
        alt: AttrValue,
        size: Option<(u32, u32)>,
    },
    /// Beside the name of a provider.
    Provider,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PictureProps {
    pub(crate) place: Place,
    pub(crate) source: Option<AttrValue>,
    /// What stands for one that is not there.
    pub(crate) initial: AttrValue,
}

impl PictureProps {
    /// The part with these props.
    pub(crate) fn html(self, key: Option<usize>) -> Html {
        match key {
            Some(key) => keyed_dyn_component(self, &key.to_string()),
            None => dyn_component(self),
        }
    }
}

impl Render for PictureProps {
    const NAME: &'static str = "picture";

    fn renders_same(&self, other: &Self) -> bool {
        self == other
    }

    fn render(&self, hooks: &mut HookContext) -> Html {
        use_picture(self).run(hooks)
    }
}

/// A picture, or an initial where there is none or it can't be loaded.
#[hook]
fn use_picture(props: &PictureProps) -> Html {
    let PictureProps {
        place,
        source,
        initial,
    } = props;
    let broken = use_render_cell(Option::<AttrValue>::default);
    let source = source
        .clone()
        .filter(|source| broken.get().as_ref() != Some(source));
    let image = source.map(|source| {
        let on_error = {
            let source = source.clone();
            Callback::from(move |_| broken.set(Some(source.clone())))
        };
        (source, on_error)
    });
    match (place, image) {
        (Place::Provider, Some(image)) => {
            let icon = icon_element("img");
            let icon = icon
                .attr("alt", "")
                .attr("width", "20")
                .attr("height", "20");
            loaded(icon, "lazy", image)
        }
        (Place::Provider, None) => icon_element("span")
            .attr("data-fallback", "")
            .attr("aria-hidden", "true")
            .text(initial.clone())
            .html(),
        (Place::Card { eager, alt, size }, Some(image)) => {
            let loading = if *eager { "eager" } else { "lazy" };
            let picture = element("img")
                .part("ac-card-image")
                .attr("alt", alt.clone())
                .attr("width", size.map(|(width, _)| width.to_string()))
                .attr("height", size.map(|(_, height)| height.to_string()));
            let picture = loaded(picture, loading, image);
            card_box().child(picture).html()
        }
        (Place::Card { .. }, None) => {
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

fn loaded(
    picture: ElementBuilder,
    loading: &'static str,
    (source, on_error): (AttrValue, Callback<Event>),
) -> Html {
    let first = loading == "eager";
    picture
        .attr("loading", loading)
        .attr("fetchpriority", first.then_some("high"))
        .attr("decoding", "async")
        .attr("referrerpolicy", "no-referrer")
        .attr("src", source)
        .on(On::Error, on_error)
        .html()
}
