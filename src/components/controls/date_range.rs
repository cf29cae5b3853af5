use std::rc::Rc;

use yew::{AttrValue, Callback, Event, Html, Properties, component};

use crate::browser::machine_date;
use crate::components::controls::range_field::{fault, range, range_field, reversed};
use crate::components::controls::updater::Updater;
use crate::components::primitives::element_builder::{
    ElementBuilder, attr_value, element, flag, owned_value,
};
use crate::components::primitives::focus::focus_control;
use crate::i18n::Messages;
use article_cards_core::model::{Day, Published};
use article_cards_core::search::Filters;
use article_cards_core::text::date::{civil_from_days, days_from_civil, parse};

/// A year before this one is still being typed: `2`, `20`, `202`.
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
    /// The present day, in the list's time zone; without it nothing like "Last 7 days" is offered.
    #[prop_or_default]
    pub today: Option<Day>,
    /// Hears of the first and the last day that are chosen.
    #[prop_or_default]
    pub on_change: Callback<(Option<Day>, Option<Day>)>,
    /// The words on screen.
    #[prop_or_else(Messages::shared)]
    pub messages: Rc<Messages>,
}

/// A range of whole days: two fields, and buttons for the usual ones.
///
/// The last 24 hours are from yesterday on, the last 7 days from the same day of the last week on:
/// no article of that time is left out. Pressing what is pressed drops the range. A range that
/// ends before it begins is marked as invalid, and is handed over as it is.
#[component]
pub fn DateRange(props: &DateRangeProps) -> Html {
    let mut before = Filters::default();
    (before.from, before.to) = (props.from, props.to);
    let on_change = props.on_change.reform(|days: Filters| (days.from, days.to));
    date_range(props, &Updater::for_value(before, on_change))
}

/// Nobody hears of its own `on_change`.
pub(crate) fn date_range(props: &DateRangeProps, updater: &Updater<Filters>) -> Html {
    let DateRangeProps {
        from,
        to,
        today,
        messages,
        ..
    } = props;
    let (from, to) = (*from, *to);
    let wrong = reversed((from, to), messages);
    let first = updater.callback(|days, day| days.from = day);
    let last = updater.callback(|days, day| days.to = day);
    range(&messages.date, "date")
        .maybe_child(today.map(|today| presets(props, updater, today)))
        .child(day_field(&messages.from, from, wrong, first))
        .child(day_field(&messages.to, to, wrong, last))
        .maybe_child(fault(wrong))
        .html()
}

fn presets(props: &DateRangeProps, updater: &Updater<Filters>, today: Day) -> Html {
    let messages = &props.messages;
    let before = |days| civil_from_days(days_from_civil(today) - days);
    let new_year = Day {
        month: 1,
        day: 1,
        ..today
    };
    let firsts = [before(1), before(7), before(30), Some(new_year)];
    let presets = preset_labels(messages).into_iter().zip(&firsts);
    let presets = presets.map(|(label, first)| {
        let pressed = first.is_some() && props.from == *first && props.to.is_none();
        let chosen = first.filter(|_| !pressed);
        let choose = updater.callback(move |days, event: Event| {
            focus_control(&event);
            (days.from, days.to) = (chosen, None);
        });
        let button = element("button")
            .attr("type", "button")
            .class("ac-x-preset")
            .attr("aria-pressed", flag(pressed))
            .on_click(Some(choose));
        button.text(attr_value(label)).html()
    });
    let presets = presets.fold(element("div").class("ac-x-presets"), ElementBuilder::child);
    presets.html()
}

/// What the buttons for the usual ranges say.
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
    fault: Option<&str>,
    chosen: Callback<Option<Day>>,
) -> Html {
    let value = day.and_then(|day| machine_date(Published::On(day)));
    let value = value.map_or(AttrValue::Static(""), owned_value);
    range_field(label, "date", value, fault, move |typed| {
        match parse(typed) {
            Some(Published::On(day)) if day.year >= FIRST_YEAR => chosen.emit(Some(day)),
            None if typed.is_empty() => chosen.emit(None),
            // The reader goes on typing.
            _ => {}
        }
        true
    })
}
