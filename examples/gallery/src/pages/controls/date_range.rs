//! A range of whole days: two fields, and buttons for common ranges.

use article_cards::components::DateRange;
use article_cards::model::Day;
use yew::prelude::*;

states!("date_range.rs", DateRange: WithButtons, WithoutButtons, Reversed);

/// With buttons
///
/// They need the current day. Pressing an active button clears the range.
#[component]
fn WithButtons() -> Html {
    let days = use_state(|| (None, None));
    let on_change = {
        let days = days.setter();
        Callback::from(move |changed| days.set(changed))
    };
    let (from, to) = *days;
    let today = Day {
        year: 2026,
        month: 11,
        day: 20,
    };
    html! {
        <div class="ac-base">
            <DateRange {from} {to} {today} {on_change} />
        </div>
    }
}

/// Without buttons
#[component]
fn WithoutButtons() -> Html {
    let from = Day {
        year: 2026,
        month: 6,
        day: 1,
    };
    html! {
        <div class="ac-base">
            <DateRange {from} />
        </div>
    }
}

/// A range that ends before it begins
///
/// It is explained; a list doesn't apply it.
#[component]
fn Reversed() -> Html {
    let day = |month| Day {
        year: 2026,
        month,
        day: 1,
    };
    html! {
        <div class="ac-base">
            <DateRange from={day(6)} to={day(2)} />
        </div>
    }
}
