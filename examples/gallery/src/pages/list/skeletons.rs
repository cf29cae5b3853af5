//! Placeholders of cards while a feed loads. Assistive technology doesn't see them.

use article_cards::components::{Layout, Skeletons};
use yew::prelude::*;

states!("skeletons.rs", Skeletons: InAGrid, InAList, Compact);

/// In the layout `grid`
#[component]
fn InAGrid() -> Html {
    html! {
        <div class="ac-base" data-layout="grid">
            <Skeletons count=2 />
        </div>
    }
}

/// In the layout `list`
#[component]
fn InAList() -> Html {
    html! {
        <div class="ac-base" data-layout="list">
            <Skeletons layout={Layout::List} count=2 />
        </div>
    }
}

/// In the layout `compact`
#[component]
fn Compact() -> Html {
    html! {
        <div class="ac-base" data-layout="compact">
            <Skeletons layout={Layout::Compact} count=4 />
        </div>
    }
}
