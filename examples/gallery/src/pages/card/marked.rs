//! A text with marks, such as search terms.

use article_cards::components::Marked;
use yew::prelude::*;

states!("marked.rs", Marked: TwoMarks, Arabic, Unmarked);

/// Two marks
///
/// Ranges are bytes of the text.
#[component]
fn TwoMarks() -> Html {
    html! {
        <p class="ac-base">
            <Marked
                text="The night ferry runs again"
                ranges={vec![4..9, 16..20]}
            />
        </p>
    }
}

/// From right to left
#[component]
fn Arabic() -> Html {
    html! {
        <p class="ac-base" lang="ar" dir="rtl">
            <Marked text="خرائط من الذاكرة" ranges={vec![0..10]} />
        </p>
    }
}

/// Without marks, in an element of its own
#[component]
fn Unmarked() -> Html {
    html! {
        <p class="ac-base">
            <Marked text="The night ferry runs again" class="title" />
        </p>
    }
}
