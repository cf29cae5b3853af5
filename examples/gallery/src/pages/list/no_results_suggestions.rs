//! The filters whose removal would bring articles back. They are below an `EmptyMessage`.

use std::rc::Rc;

use article_cards::components::{EmptyMessage, NoResultsSuggestions};
use article_cards::search::ActiveFilter;
use yew::prelude::*;

states!("no_results_suggestions.rs", NoResultsSuggestions: Several, OnlyClear);

/// Several filters
#[component]
fn Several() -> Html {
    let topic = ActiveFilter::Value {
        field: "topics".into(),
        value: "Harbours".into(),
        excluded: false,
    };
    let suggestions: Rc<[_]> = Rc::new([
        (ActiveFilter::Query, 12),
        (topic, 3),
        (ActiveFilter::Dates, 1),
    ]);
    html! {
        <div class="ac-base">
            <EmptyMessage
                title="No article matches all of this"
                text="Each of these would bring some back:"
            >
                <NoResultsSuggestions
                    {suggestions}
                    query="night ferry"
                    on_clear={Callback::noop()}
                />
            </EmptyMessage>
        </div>
    }
}

/// Nothing but the button for all of them
#[component]
fn OnlyClear() -> Html {
    let suggestions: Rc<[_]> = Rc::new([]);
    html! {
        <div class="ac-base">
            <EmptyMessage title="No article matches all of this">
                <NoResultsSuggestions
                    {suggestions}
                    on_clear={Callback::noop()}
                />
            </EmptyMessage>
        </div>
    }
}
