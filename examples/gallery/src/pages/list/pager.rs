//! How the reader gets to the next articles: a button with the progress above, or the numbers of the
//! pages.

use article_cards::components::{Pager, PagerState};
use yew::prelude::*;

states!("pager.rs", Pager: More, SoFar, Loading, Failed, End, Numbers);

/// More articles
#[component]
fn More() -> Html {
    let shown = use_state(|| 12);
    let on_more = {
        let shown = shown.clone();
        Callback::from(move |()| shown.set(*shown + 12))
    };
    let state = match *shown {
        0..48 => PagerState::More,
        _ => PagerState::End,
    };
    html! {
        <div class="ac-base">
            <Pager shown={*shown} total=48 next=12 {state} {on_more} />
        </div>
    }
}

/// A feed with further pages
///
/// How many articles it has is not known yet.
#[component]
fn SoFar() -> Html {
    html! {
        <div class="ac-base">
            <Pager shown=12 total=40 has_next_page=true />
        </div>
    }
}

/// Loading
#[component]
fn Loading() -> Html {
    html! {
        <div class="ac-base">
            <Pager
                shown=40
                total=40
                has_next_page=true
                state={PagerState::Loading}
            />
        </div>
    }
}

/// A page that could not be loaded
#[component]
fn Failed() -> Html {
    let reason = "The next articles could not be loaded. Check the connection.";
    html! {
        <div class="ac-base">
            <Pager
                shown=40
                total=40
                has_next_page=true
                state={PagerState::Failed(reason.into())}
            />
        </div>
    }
}

/// The end
#[component]
fn End() -> Html {
    html! {
        <div class="ac-base">
            <Pager
                shown=48
                total=48
                state={PagerState::End}
                on_top={Callback::noop()}
            />
        </div>
    }
}

/// Numbers of pages
#[component]
fn Numbers() -> Html {
    let page = use_state(|| 4);
    let on_page = {
        let page = page.setter();
        Callback::from(move |chosen| page.set(chosen))
    };
    html! {
        <div class="ac-base">
            <Pager shown=12 total=108 pages=9 page={*page} {on_page} />
        </div>
    }
}
