//! Who published an article and when: provider, date, authors, type and length.

use std::rc::Rc;

use article_cards::components::{Byline, LinkTarget};
use article_cards::model::Article;
use yew::prelude::*;

use crate::sample;

states!("byline.rs", Byline: Plain, WithAuthors, New, OfAVideo, Filtering, WithoutDate);

/// Provider and date
///
/// Without `on_provider`, the name links to the provider's domain.
#[component]
fn Plain() -> Html {
    html! {
        <div class="ac-base">
            <Byline
                article={Rc::new(sample::article())}
                link_target={LinkTarget::NewWindow}
            />
        </div>
    }
}

/// With authors
#[component]
fn WithAuthors() -> Html {
    html! {
        <div class="ac-base">
            <Byline article={Rc::new(sample::article())} with_authors=true />
        </div>
    }
}

/// Of an article that is new
#[component]
fn New() -> Html {
    html! {
        <div class="ac-base">
            <Byline article={Rc::new(sample::article())} is_new=true />
        </div>
    }
}

/// Of a video
#[component]
fn OfAVideo() -> Html {
    html! {
        <div class="ac-base">
            <Byline article={Rc::new(sample::video())} />
        </div>
    }
}

/// With a provider that filters
///
/// A click selects the provider, the next one removes the filter.
#[component]
fn Filtering() -> Html {
    let article = use_memo((), |()| sample::article());
    let is_selected = use_state(|| true);
    let on_provider = {
        let is_selected = is_selected.clone();
        Callback::from(move |_| is_selected.set(!*is_selected))
    };
    html! {
        <div class="ac-base">
            <Byline {article} {on_provider} provider_pressed={*is_selected} />
        </div>
    }
}

/// Without a date
#[component]
fn WithoutDate() -> Html {
    let article = Rc::new(Article {
        published_at: None,
        ..sample::article()
    });
    html! {
        <div class="ac-base">
            <Byline {article} />
        </div>
    }
}
