//! The type of an article and how long it takes. The default type is not shown.

use std::rc::Rc;

use article_cards::components::KindBadge;
use article_cards::model::Article;
use yew::prelude::*;

use crate::sample;

states!("kind_badge.rs", KindBadge: OfAVideo, OfACourse, OfAnotherType, OnlyALength);

/// A video
#[component]
fn OfAVideo() -> Html {
    html! {
        <div class="ac-base">
            <KindBadge article={Rc::new(sample::video())} />
        </div>
    }
}

/// A course
#[component]
fn OfACourse() -> Html {
    html! {
        <div class="ac-base">
            <KindBadge article={Rc::new(sample::course())} />
        </div>
    }
}

/// Any other type
///
/// A type without a message is shown as the feed has it.
#[component]
fn OfAnotherType() -> Html {
    let article = Rc::new(Article {
        kind: "field recording".into(),
        ..sample::short_article()
    });
    html! {
        <div class="ac-base">
            <KindBadge {article} />
        </div>
    }
}

/// An article with a length
#[component]
fn OnlyALength() -> Html {
    let article = Rc::new(Article {
        kind: "article".into(),
        ..sample::video()
    });
    html! {
        <div class="ac-base">
            <KindBadge {article} />
        </div>
    }
}
