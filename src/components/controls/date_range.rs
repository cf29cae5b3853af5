use yew::{AttrValue, Callback, Classes, Event, Html, Properties, component};

use crate::browser::machine_date;
use crate::components::controls::field_names::field_name;
use crate::components::controls::range_field::{error_text, range, range_field, reversed};
use crate::components::controls::updater::Updater;
use crate::components::primitives::{
    ElementBuilder, attr_value, element, flag, focus_control, owned_value, use_localization,
    with_root_props,
};
use crate::i18n::Messages;
use article_cards_core::model::{Day, Published};
use article_cards_core::search::Filters;
use article_cards_core::text::date::{civil_from_days, days_from_civil, parse};

/// An earlier year is the beginning of one that is being typed: `2`, `20`, `202`.
const FIRST_YEAR: u16 = 1_000;

/// Props of [`DateRange`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct DateRangeProps {
    /// The first day.
    #[prop_or_default]
    pub from: Option<Day>,
    /// The last day.
    #[prop_or_default]
    pub to: Option<Day>,
    /// The current day in the list's time zone. Without it, there are no buttons like "Last 7 days".
    #[prop_or_default]
    pub today: Option<Day>,
    /// The day of the newest article. Buttons for later ranges are not offered.
    #[prop_or_default]
    pub newest: Option<Day>,
    /// Receives the first and the last day that the reader selects.
    #[prop_or_default]
    pub on_change: Callback<(Option<Day>, Option<Day>)>,
    /// Additional classes of the fieldset.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the fieldset.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// A range of whole days: two fields, and buttons for common ranges.
///
/// "Last 24 hours" begins yesterday, "Last 7 days" on the same weekday of the last week, so that no
/// article of that time is missing. Pressing an active button clears the range. A range that ends
/// before it begins is explained, and emitted nevertheless: a list does not apply it.
#[component]
pub fn DateRange(props: &DateRangeProps) -> Html {
    let mut filters = Filters::default();
    (filters.from, filters.to) = (props.from, props.to);
    let on_change = props.on_change.reform(|days: Filters| (days.from, days.to));
    let messages = use_localization().messages;
    let range = date_range(
        &filters,
        (props.today, props.newest),
        &messages,
        &Updater::for_value(filters.clone(), on_change),
    );
    with_root_props(range, &props.class, &props.id)
}

pub(super) fn date_range(
    filters: &Filters,
    (today, newest): (Option<Day>, Option<Day>),
    messages: &Messages,
    updater: &Updater<Filters>,
) -> Html {
    let (from, to) = (filters.from, filters.to);
    let error = reversed((from, to), messages);
    let set_from = updater.callback(|filters, day| filters.from = day);
    let set_to = updater.callback(|filters, day| filters.to = day);
    range(&field_name("date", messages), "date")
        .maybe_child(today.map(|today| presets(filters, (today, newest), messages, updater)))
        .child(day_field(&messages.from, from, error, set_from))
        .child(day_field(&messages.to, to, error, set_to))
        .maybe_child(error_text(error))
        .html()
}

fn presets(
    filters: &Filters,
    (today, newest): (Day, Option<Day>),
    messages: &Messages,
    updater: &Updater<Filters>,
) -> Html {
    let days_ago = |days| civil_from_days(days_from_civil(today) - days);
    let new_year = Day {
        month: 1,
        day: 1,
        ..today
    };
    let first_days = [days_ago(1), days_ago(7), days_ago(30), Some(new_year)];
    let is_pressed =
        |first: Option<Day>| first.is_some() && filters.from == first && filters.to.is_none();
    // Without articles, a range is offered only to be cleared.
    let finds_some = |first: Option<Day>| newest.is_none_or(|newest| first <= Some(newest));
    let presets = preset_labels(messages).into_iter().zip(first_days);
    let presets = presets.filter(|(_, first)| is_pressed(*first) || finds_some(*first));
    let presets = presets.map(|(label, first)| {
        let pressed = is_pressed(first);
        let from = first.filter(|_| !pressed);
        let select = updater.callback(move |filters, event: Event| {
            focus_control(&event);
            (filters.from, filters.to) = (from, None);
        });
        let button = element("button")
            .attr("type", "button")
            .class("ac-x-preset")
            .attr("aria-pressed", flag(pressed))
            .on_click(Some(select));
        button.text(attr_value(label)).html()
    });
    let row = element("div").class("ac-x-presets");
    presets.fold(row, ElementBuilder::child).html()
}

/// The labels of the buttons for common ranges.
pub(crate) fn preset_labels(messages: &Messages) -> [&str; 4] {
    [
        &messages.last_day,
        &messages.last_week,
        &messages.last_month,
        &messages.this_year,
    ]
}

fn day_field(
    label: &str,
    day: Option<Day>,
    error: Option<&str>,
    on_change: Callback<Option<Day>>,
) -> Html {
    let value = day.and_then(|day| machine_date(Published::On(day)));
    let value = value.map_or(AttrValue::Static(""), owned_value);
    range_field(label, "date", value, error, move |typed| {
        match parse(typed) {
            Some(Published::On(day)) if day.year >= FIRST_YEAR => on_change.emit(Some(day)),
            None if typed.is_empty() => on_change.emit(None),
            // The reader is still typing.
            _ => {}
        }
        true
    })
}
