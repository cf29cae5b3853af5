use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::{Callback, Event, Html, TargetCast};

use crate::components::controls::facet_list::FacetListProps;
use crate::components::primitives::element_builder::{
    ElementBuilder, On, attr_value, element, owned_value,
};
use crate::i18n::fill;

/// The field that searches among the values.
pub(super) fn search(
    props: &FacetListProps,
    needle: &str,
    seek: impl Fn(String) + Clone + 'static,
) -> Html {
    let label = fill(&props.messages.find_in_facet, &[("facet", &props.name)]);
    let label = owned_value(label);
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
    let field: ElementBuilder = element("input")
        .part("ac-facet-search")
        .attr("type", "search")
        .attr("aria-label", &label)
        .attr("placeholder", &label)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .value(attr_value(needle))
        .on(On::Input, typed)
        .on(On::KeyDown, keys);
    field.html()
}
