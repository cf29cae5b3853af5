use yew::functional::{Hook, HookContext};
use yew::{AttrValue, Callback, Event, Html, hook};

use super::part::{Draw, keyed_part, part};
use super::tag::{Tag, tag};
use crate::hooks::use_render_cell;

/// Where a picture stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Place {
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
pub(super) struct PictureProperties {
    pub(super) place: Place,
    pub(super) source: Option<AttrValue>,
    /// What stands for one that is not there.
    pub(super) initial: AttrValue,
}

impl PictureProperties {
    /// The part with these properties.
    pub(super) fn html(self, key: Option<usize>) -> Html {
        match key {
            Some(key) => keyed_part(self, &key.to_string()),
            None => part(self),
        }
    }
}

impl Draw for PictureProperties {
    const KIND: &'static str = "picture";

    fn same(&self, other: &Self) -> bool {
        self == other
    }

    fn draw(&self, hooks: &mut HookContext) -> Html {
        use_picture(self).run(hooks)
    }
}

/// A picture, or an initial where there is none or it can't be loaded.
#[hook]
fn use_picture(properties: &PictureProperties) -> Html {
    let PictureProperties {
        place,
        source,
        initial,
    } = properties;
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
            let icon = provider_icon("img");
            let icon = icon
                .with("alt", "")
                .with("width", "20")
                .with("height", "20");
            loaded(icon, "lazy", image)
        }
        (Place::Provider, None) => provider_icon("span")
            .with("data-fallback", "")
            .with("aria-hidden", "true")
            .text(initial.clone())
            .html(),
        (Place::Card { eager, alt, size }, Some(image)) => {
            let loading = if *eager { "eager" } else { "lazy" };
            let picture = tag("img")
                .part("ac-card-image")
                .with("alt", alt.clone())
                .with("width", size.map(|(width, _)| width.to_string()))
                .with("height", size.map(|(_, height)| height.to_string()));
            let picture = loaded(picture, loading, image);
            card_box().child(picture).html()
        }
        (Place::Card { .. }, None) => {
            let monogram = tag("span")
                .class("ac-x-monogram")
                .with("aria-hidden", "true");
            let monogram = monogram.text(initial.clone());
            card_box()
                .with("data-broken", "")
                .child(monogram.html())
                .html()
        }
    }
}

fn provider_icon(name: &'static str) -> Tag {
    tag(name).part("ac-card-provider-icon")
}

fn card_box() -> Tag {
    tag("div").part("ac-card-media")
}

fn loaded(
    picture: Tag,
    loading: &'static str,
    (source, on_error): (AttrValue, Callback<Event>),
) -> Html {
    let first = loading == "eager";
    picture
        .with("loading", loading)
        .with("fetchpriority", first.then_some("high"))
        .with("decoding", "async")
        .with("referrerpolicy", "no-referrer")
        .with("src", source)
        .on_error(on_error)
        .html()
}
