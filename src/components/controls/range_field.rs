//! Fields of date ranges and score ranges.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use web_sys::HtmlInputElement;
use yew::{AttrValue, Callback, Event, Html, TargetCast};

use crate::components::primitives::{ElementBuilder, On, attr_value, bdi, element, text};
use crate::i18n::Messages;

/// Begins a fieldset with its legend.
pub(super) fn range(name: &str, field: &'static str) -> ElementBuilder {
    let legend = element("span").child(bdi(attr_value(name)));
    element("fieldset")
        .part("ac-range")
        .key(field)
        .attr("data-field", field)
        .child(element("legend").child(legend.html()).html())
}

/// The error message of a range that ends before it begins.
pub(super) fn reversed<T: PartialOrd>(
    (first, last): (Option<T>, Option<T>),
    messages: &Messages,
) -> Option<&str> {
    let is_reversed = first.zip(last).is_some_and(|(first, last)| first > last);
    is_reversed.then_some(&*messages.range_reversed)
}

/// An error message on screen, announced immediately.
pub(super) fn error_text(error: Option<&str>) -> Option<Html> {
    let message = element("p")
        .class("ac-x-fault")
        .attr("role", "alert")
        .text(attr_value(error?));
    Some(message.html())
}

/// A field of a range. `on_input` receives a complete input. If it returns `false`, the field reverts
/// to its old value.
#[inline(never)]
pub(super) fn range_field(
    label: &str,
    kind: &'static str,
    value: AttrValue,
    error: Option<&str>,
    on_input: impl Fn(&str) -> bool + 'static,
) -> Html {
    let is_number = kind == "number";
    let on_change = {
        let on_change = Rc::new({
            let value = value.clone();
            move |field: HtmlInputElement| {
                let text = field.value();
                // An incomplete date may be completed. An invalid number is reverted.
                let is_incomplete = text.is_empty() && field.validity().bad_input();
                let is_valid = if is_incomplete {
                    !is_number
                } else {
                    on_input(&text)
                };
                if !is_valid {
                    field.set_value(&value);
                }
            }
        });
        Callback::from(move |event: Event| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else {
                return;
            };
            let on_change = Rc::clone(&on_change);
            // Tab moves the focus first: in Firefox it would get lost with a card that is filtered out.
            Timeout::new(0, move || on_change(field)).forget();
        })
    };
    // After a reverted number Firefox sends no change event.
    let on_leave = {
        let value = value.clone();
        Callback::from(move |event: Event| {
            let field = event.target_dyn_into::<HtmlInputElement>();
            if let Some(field) = field.filter(|field| is_number && field.validity().bad_input()) {
                field.set_value(&value);
            }
        })
    };
    let field = element("input")
        .attr("type", kind)
        .attr("min", is_number.then_some("0"))
        .attr("inputmode", is_number.then_some("numeric"))
        .attr("aria-invalid", error.map(|_| "true"))
        .attr("aria-description", error.map(attr_value))
        .new_value(value)
        .on(On::Change, on_change)
        .on(On::FocusOut, on_leave);
    let label = element("span").child(text(attr_value(label)));
    element("label")
        .child(label.html())
        .child(field.html())
        .html()
}
