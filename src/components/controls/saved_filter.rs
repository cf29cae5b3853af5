use yew::{Callback, Event, Html};

use crate::components::primitives::{
    IconName, Localization, attr_value, element, focus_control, icon, owned_value, text,
};

/// A checkbox that limits a list to saved articles.
pub(crate) fn saved_filter(
    count: usize,
    is_on: bool,
    on_change: &Callback<bool>,
    localization: &Localization,
) -> Html {
    let Localization { messages, formats } = localization;
    let toggle = on_change.reform(move |event: Event| {
        focus_control(&event);
        !is_on
    });
    let checkbox = element("input")
        .attr("type", "checkbox")
        .part("ac-facet-checkbox")
        .checked(is_on)
        .on_click(Some(toggle));
    let name = element("span")
        .class("ac-x-value")
        .child(icon(IconName::Save))
        .child(text(attr_value(&messages.saved)));
    let count = element("span")
        .part("ac-facet-count")
        .text(owned_value(formats.number(count as u64)));
    let label = element("label")
        .child(checkbox.html())
        .child(name.html())
        .child(count.html());
    element("div")
        .part("ac-facet-option")
        .attr("data-saved", "")
        .child(label.html())
        .html()
}
