//! The message of an empty list.

use article_cards::components::EmptyMessage;
use yew::prelude::*;

states!("empty_message.rs", EmptyMessage: Plain, WithText, WithContent, Own);

/// A title
#[component]
fn Plain() -> Html {
    html! {
        <div class="ac-base">
            <EmptyMessage title="No articles" />
        </div>
    }
}

/// With an explanation
#[component]
fn WithText() -> Html {
    html! {
        <div class="ac-base">
            <EmptyMessage
                title="No articles yet"
                text="The first ones appear here on Monday."
            />
        </div>
    }
}

/// With content below
#[component]
fn WithContent() -> Html {
    html! {
        <div class="ac-base">
            <EmptyMessage title="No articles yet">
                <p><a href="#/empty-message">{ "All sections" }</a></p>
            </EmptyMessage>
        </div>
    }
}

/// With a message of one's own
#[component]
fn Own() -> Html {
    let own = html! { <p>{ "The archive opens at nine." }</p> };
    html! {
        <div class="ac-base">
            <EmptyMessage title="Not shown" {own} />
        </div>
    }
}
