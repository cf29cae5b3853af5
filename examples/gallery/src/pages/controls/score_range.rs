//! A range of whole numbers: two fields. What is no whole number is reverted.

use article_cards::components::ScoreRange;
use article_cards::search::Span;
use yew::prelude::*;

states!("score_range.rs", ScoreRange: Open, Bounded, Reversed);

/// Open
#[component]
fn Open() -> Html {
    let span = use_state(Span::default);
    let on_change = {
        let span = span.setter();
        Callback::from(move |changed| span.set(changed))
    };
    html! {
        <div class="ac-base">
            <ScoreRange name="Quality" span={*span} {on_change} />
        </div>
    }
}

/// With a bound
#[component]
fn Bounded() -> Html {
    let span = Span {
        min: Some(50),
        max: None,
    };
    html! {
        <div class="ac-base">
            <ScoreRange name="Heat" {span} />
        </div>
    }
}

/// A range that ends before it begins
#[component]
fn Reversed() -> Html {
    let span = Span {
        min: Some(50),
        max: Some(10),
    };
    html! {
        <div class="ac-base">
            <ScoreRange name="Quality" {span} />
        </div>
    }
}
