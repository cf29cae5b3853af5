//! The filters in use, each a button that removes it.

use std::rc::Rc;

use article_cards::components::Chips;
use article_cards::model::Day;
use article_cards::search::{ActiveFilter, QueryState};
use yew::prelude::*;

states!("chips.rs", Chips: All, Saved, Nothing);

/// Every kind of filter
///
/// Values, an excluded value, and ranges of dates and scores. The focus moves on to the next one.
#[component]
fn All() -> Html {
    let state = use_state(|| {
        let mut state = QueryState::default();
        state.filters.select("topics", "Harbours");
        state.filters.select("type", "video");
        state.filters.exclude("provider", "The Slow Express");
        state.filters.from = Some(Day {
            year: 2026,
            month: 6,
            day: 1,
        });
        state.filters.quality.min = Some(50);
        state.filters.heat.max = Some(900);
        state
    });
    let on_drop = {
        let state = state.clone();
        Callback::from(move |filter: ActiveFilter| {
            state.set(state.without(&filter))
        })
    };
    let on_clear = {
        let state = state.setter();
        Callback::from(move |()| state.set(QueryState::default()))
    };
    html! {
        <div class="ac-base">
            <Chips state={Rc::new((*state).clone())} {on_drop} {on_clear} />
        </div>
    }
}

/// Only saved articles
#[component]
fn Saved() -> Html {
    let is_limited = use_state(|| true);
    let on_show_all = {
        let is_limited = is_limited.setter();
        Callback::from(move |()| is_limited.set(false))
    };
    html! {
        <div class="ac-base">
            <Chips
                state={Rc::new(QueryState::default())}
                on_show_all={is_limited.then_some(on_show_all)}
            />
        </div>
    }
}

/// No filters
///
/// Nothing is rendered.
#[component]
fn Nothing() -> Html {
    html! {
        <div class="ac-base">
            <Chips state={Rc::new(QueryState::default())} />
        </div>
    }
}
