//! What ranges of dates and of numbers have in common.

use web_sys::HtmlInputElement;
use yew::{AttrValue, Callback, Event, Html, TargetCast};

use crate::components::primitives::element_builder::{
    ElementBuilder, On, attr_value, bdi, element, text,
};
use crate::i18n::Messages;

/// A range and its name.
pub(crate) fn range(name: &str, field: &'static str) -> ElementBuilder {
    let legend = element("span").child(bdi(attr_value(name)));
    element("fieldset")
        .part("ac-range")
        .attr("data-field", field)
        .child(element("legend").child(legend.html()).html())
}

/// What is wrong with a range that ends before it begins.
pub(crate) fn reversed<T: PartialOrd>(
    (first, last): (Option<T>, Option<T>),
    messages: &Messages,
) -> Option<&str> {
    let is_reversed = first.zip(last).is_some_and(|(first, last)| first > last);
    is_reversed.then_some(&*messages.range_reversed)
}

/// The same in words on screen, said at once.
pub(crate) fn fault(fault: Option<&str>) -> Option<Html> {
    let fault = element("p")
        .class("ac-x-fault")
        .attr("role", "alert")
        .text(attr_value(fault?));
    Some(fault.html())
}

/// A field of a range: its label, type and text. What is typed is handed over once it is whole;
/// whoever can't read it says so, and the field takes its old text back.
#[inline(never)]
pub(crate) fn range_field(
    label: &str,
    kind: &'static str,
    value: AttrValue,
    fault: Option<&str>,
    typed: impl Fn(&str) -> bool + 'static,
) -> Html {
    let is_number = kind == "number";
    let changed = {
        let value = value.clone();
        Callback::from(move |event: Event| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else {
                return;
            };
            let text = field.value();
            // Neither nothing nor something: half of a date is gone on with, no number is not.
            let is_half = text.is_empty() && field.validity().bad_input();
            let is_read = if is_half { !is_number } else { typed(&text) };
            if !is_read {
                field.set_value(&value);
            }
        })
    };
    // Where no number was taken back before, Firefox tells of no further change.
    let left = {
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
        .attr("aria-invalid", fault.map(|_| "true"))
        .attr("aria-description", fault.map(attr_value))
        .new_value(value)
        .on(On::Change, changed)
        .on(On::FocusOut, left);
    let label = element("span").child(text(attr_value(label)));
    element("label")
        .child(label.html())
        .child(field.html())
        .html()
}
