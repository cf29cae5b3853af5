//! An error, and a button that tries again.

use article_cards::components::ErrorMessage;
use yew::prelude::*;

states!("error_message.rs", ErrorMessage: Plain, WithDetails, Busy, Banner, WithContent);

/// Title and text
#[component]
fn Plain() -> Html {
    html! {
        <div class="ac-base">
            <ErrorMessage
                title="The articles could not be loaded"
                text="news.example can’t be reached. Check the connection."
            />
        </div>
    }
}

/// With details and a button
#[component]
fn WithDetails() -> Html {
    html! {
        <div class="ac-base">
            <ErrorMessage
                title="The articles could not be loaded"
                text="news.example answered with an error (503)."
                details="http: https://news.example/feed.json: status 503"
                on_retry={Callback::noop()}
            />
        </div>
    }
}

/// While it tries again
#[component]
fn Busy() -> Html {
    html! {
        <div class="ac-base">
            <ErrorMessage
                title="The articles could not be loaded"
                on_retry={Callback::noop()}
                busy=true
            />
        </div>
    }
}

/// As a line above articles
///
/// For a feed that could not be loaded again: what was there before stays.
#[component]
fn Banner() -> Html {
    html! {
        <div class="ac-base">
            <ErrorMessage
                title="The articles could not be updated"
                text="Check the connection."
                banner=true
                on_retry={Callback::noop()}
            />
        </div>
    }
}

/// With content below
#[component]
fn WithContent() -> Html {
    html! {
        <div class="ac-base">
            <ErrorMessage title="The articles could not be loaded">
                <p><a href="#/error-message">{ "All news" }</a></p>
            </ErrorMessage>
        </div>
    }
}
