//! A line icon in the colour of the surrounding text, hidden from assistive technology.

use article_cards::components::{Icon, IconName};
use yew::prelude::*;

states!("icon.rs", Icon: All, Large, BesideText);

/// All icons
#[component]
fn All() -> Html {
    use IconName::*;
    let names = [
        Up, Quality, Heat, Play, Course, Alert, Nothing, Retry, Search, Clear,
        Down, Filter, Exclude, Save, Grid, List, Compact,
    ];
    html! {
        <ul class="ac-base gallery-icons" role="list">
            { for names.map(|name| html! {
                <li><Icon {name} />{ format!("{name:?}") }</li>
            }) }
        </ul>
    }
}

/// Larger
///
/// An icon is a little larger than the text around it.
#[component]
fn Large() -> Html {
    html! {
        <div class="ac-base" style="font-size: 3rem">
            <Icon name={IconName::Heat} />
        </div>
    }
}

/// In the colour of a text
#[component]
fn BesideText() -> Html {
    html! {
        <p class="ac-base gallery-colour">
            <Icon name={IconName::Alert} />
            { " Something is wrong" }
        </p>
    }
}
