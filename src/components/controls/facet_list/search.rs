use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::{Callback, Event, Html, TargetCast};

use crate::components::primitives::{On, attr_value, element, owned_value};
use crate::i18n::{Messages, fill};

/// The field that searches the values of a facet.
pub(super) fn search(
    facet: &str,
    messages: &Messages,
    needle: &str,
    on_search: impl Fn(String) + Clone + 'static,
) -> Html {
    let label = owned_value(fill(&messages.find_in_facet, &[("facet", facet)]));
    let on_input = {
        let on_search = on_search.clone();
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                on_search(field.value());
            }
        })
    };
    let is_empty = needle.is_empty();
    let on_key = Callback::from(move |event: Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        match key.key().as_str() {
            // Enter must not submit a form around the list.
            "Enter" => event.prevent_default(),
            "Escape" if !is_empty && !key.is_composing() => {
                event.prevent_default();
                event.stop_propagation();
                on_search(String::new());
            }
            _ => {}
        }
    });
    element("input")
        .part("ac-facet-search")
        .attr("type", "search")
        .attr("aria-label", &label)
        .attr("placeholder", &label)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .value(attr_value(needle))
        .on(On::Input, on_input)
        .on(On::KeyDown, on_key)
        .html()
}
