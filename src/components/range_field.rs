//! What ranges of dates and of numbers have in common.

use web_sys::HtmlInputElement;
use yew::{AttrValue, Callback, Event, Html, TargetCast};

use super::tag::{On, Tag, bdi, tag, text, words};
use crate::i18n::Messages;

/// A range and its name.
pub(super) fn range(name: &str, field: &'static str) -> Tag {
    let legend = tag("span").child(bdi(words(name)));
    tag("fieldset")
        .part("ac-range")
        .with("data-field", field)
        .child(tag("legend").child(legend.html()).html())
}

/// What is wrong with a range that ends before it begins.
pub(super) fn reversed<T: PartialOrd>(
    (first, last): (Option<T>, Option<T>),
    messages: &Messages,
) -> Option<&str> {
    let is_reversed = first.zip(last).is_some_and(|(first, last)| first > last);
    is_reversed.then_some(&*messages.range_reversed)
}

/// The same in words on screen, said at once.
pub(super) fn fault(fault: Option<&str>) -> Option<Html> {
    let fault = tag("p")
        .class("ac-x-fault")
        .with("role", "alert")
        .text(words(fault?));
    Some(fault.html())
}

/// A field of a range: its label, type and text. What is typed is handed over once it is whole;
/// whoever can't read it says so, and the field takes its old text back.
#[inline(never)]
pub(super) fn range_field(
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
    let field = tag("input")
        .with("type", kind)
        .with("min", is_number.then_some("0"))
        .with("inputmode", is_number.then_some("numeric"))
        .with("aria-invalid", fault.map(|_| "true"))
        .with("aria-description", fault.map(words))
        .new_value(value)
        .on(On::Change, changed)
        .on(On::FocusOut, left);
    let label = tag("span").child(text(words(label)));
    tag("label").child(label.html()).child(field.html()).html()
}
