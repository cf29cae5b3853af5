use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::{Callback, Event, Html, TargetCast};

use super::FacetListProperties;
use crate::components::tag::{On, Tag, owned, tag, words};
use crate::i18n::fill;

/// The field that searches among the values.
pub(super) fn search(
    properties: &FacetListProperties,
    needle: &str,
    seek: impl Fn(String) + Clone + 'static,
) -> Html {
    let label = fill(
        &properties.messages.find_in_facet,
        &[("facet", &properties.name)],
    );
    let label = owned(label);
    let typed = {
        let seek = seek.clone();
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                seek(field.value());
            }
        })
    };
    let is_empty = needle.is_empty();
    let keys = Callback::from(move |event: Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        match key.key().as_str() {
            // A form around the list is not meant.
            "Enter" => event.prevent_default(),
            "Escape" if !is_empty && !key.is_composing() => {
                event.prevent_default();
                event.stop_propagation();
                seek(String::new());
            }
            _ => {}
        }
    });
    let field: Tag = tag("input")
        .part("ac-facet-search")
        .with("type", "search")
        .with("aria-label", &label)
        .with("placeholder", &label)
        .with("autocomplete", "off")
        .with("spellcheck", "false")
        .value(words(needle))
        .on(On::Input, typed)
        .on(On::KeyDown, keys);
    field.html()
}
