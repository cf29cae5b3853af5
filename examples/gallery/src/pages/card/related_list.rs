//! Related articles behind a summary: the first ones, then a button that shows the rest.

use std::rc::Rc;

use article_cards::components::RelatedList;
use yew::prelude::*;

use crate::sample;

states!("related_list.rs", RelatedList: Closed, Open, All);

/// Collapsed
#[component]
fn Closed() -> Html {
    html! {
        <div class="ac-base">
            <RelatedList article={Rc::new(sample::article())} />
        </div>
    }
}

/// Expanded
///
/// After “Show 3 more”, the first of them has the focus.
#[component]
fn Open() -> Html {
    html! {
        <div class="ac-base">
            <RelatedList
                article={Rc::new(sample::article())}
                shown=2
                open=true
            />
        </div>
    }
}

/// Expanded, with all of them
#[component]
fn All() -> Html {
    html! {
        <div class="ac-base">
            <RelatedList
                article={Rc::new(sample::article())}
                shown=10
                open=true
            />
        </div>
    }
}
