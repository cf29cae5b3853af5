//! A date, relative to now while it is recent. Pointing at it shows date and time in full.

use article_cards::components::PublishedTime;
use article_cards::model::Published;
use yew::prelude::*;

use crate::sample;

states!("published_time.rs", PublishedTime: Hours, Yesterday, Earlier, WithoutTime);

/// Two hours ago
#[component]
fn Hours() -> Html {
    let published = Published::At(sample::NOW_MS as i64 - 7_200_000);
    html! {
        <p class="ac-base">
            <PublishedTime {published} now_ms={sample::NOW_MS} />
        </p>
    }
}

/// Yesterday
#[component]
fn Yesterday() -> Html {
    let published = Published::At(sample::NOW_MS as i64 - 90_000_000);
    html! {
        <p class="ac-base">
            <PublishedTime {published} now_ms={sample::NOW_MS} />
        </p>
    }
}

/// A year ago
#[component]
fn Earlier() -> Html {
    let published = Published::At(sample::NOW_MS as i64 - 31_536_000_000);
    html! {
        <p class="ac-base">
            <PublishedTime {published} now_ms={sample::NOW_MS} />
        </p>
    }
}

/// A day without a time
#[component]
fn WithoutTime() -> Html {
    html! {
        <p class="ac-base">
            <PublishedTime
                published={sample::on(2026, 11, 12)}
                now_ms={sample::NOW_MS}
            />
        </p>
    }
}
