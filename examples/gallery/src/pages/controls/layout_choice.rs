//! The layouts that the reader may choose from, as radio buttons.

use article_cards::components::{Layout, LayoutChoice};
use yew::prelude::*;

states!("layout_choice.rs", LayoutChoice: Three, Two);

/// All three
#[component]
fn Three() -> Html {
    let layout = use_state(|| Layout::Grid);
    let on_choose = {
        let layout = layout.setter();
        Callback::from(move |chosen| layout.set(chosen))
    };
    html! {
        <div class="ac-base">
            <LayoutChoice
                layouts={vec![Layout::Grid, Layout::List, Layout::Compact]}
                layout={*layout}
                {on_choose}
            />
        </div>
    }
}

/// Two of them
#[component]
fn Two() -> Html {
    let layout = use_state(|| Layout::List);
    let on_choose = {
        let layout = layout.setter();
        Callback::from(move |chosen| layout.set(chosen))
    };
    html! {
        <div class="ac-base">
            <LayoutChoice
                layouts={vec![Layout::List, Layout::Compact]}
                layout={*layout}
                {on_choose}
            />
        </div>
    }
}
