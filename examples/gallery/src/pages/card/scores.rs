//! The scores of an article, each with an icon.

use std::rc::Rc;

use article_cards::components::Scores;
use article_cards::model::Article;
use yew::prelude::*;

use crate::sample;

states!("scores.rs", Scores: Both, One, Unrated);

/// Quality and heat
#[component]
fn Both() -> Html {
    html! {
        <div class="ac-base">
            <Scores article={Rc::new(sample::article())} />
        </div>
    }
}

/// Quality alone
#[component]
fn One() -> Html {
    let article = Rc::new(Article {
        heat: None,
        ..sample::article()
    });
    html! {
        <div class="ac-base">
            <Scores {article} />
        </div>
    }
}

/// An article without scores
///
/// Nothing is rendered.
#[component]
fn Unrated() -> Html {
    html! {
        <div class="ac-base">
            <Scores article={Rc::new(sample::short_article())} />
        </div>
    }
}
