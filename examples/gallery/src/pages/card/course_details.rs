//! Price and levels of a course, or the members of a forum.

use std::rc::Rc;

use article_cards::components::CourseDetails;
use article_cards::model::Article;
use yew::prelude::*;

use crate::sample;

states!("course_details.rs", CourseDetails: OfACourse, Free, OfAForum, OfAnArticle);

/// A course
#[component]
fn OfACourse() -> Html {
    html! {
        <div class="ac-base">
            <CourseDetails article={Rc::new(sample::course())} />
        </div>
    }
}

/// A price without levels
#[component]
fn Free() -> Html {
    let article = Rc::new(Article {
        price: Some("Free".into()),
        levels: Vec::new(),
        ..sample::course()
    });
    html! {
        <div class="ac-base">
            <CourseDetails {article} />
        </div>
    }
}

/// A forum
#[component]
fn OfAForum() -> Html {
    html! {
        <div class="ac-base">
            <CourseDetails article={Rc::new(sample::forum())} />
        </div>
    }
}

/// An article
///
/// Nothing is rendered.
#[component]
fn OfAnArticle() -> Html {
    html! {
        <div class="ac-base">
            <CourseDetails article={Rc::new(sample::article())} />
        </div>
    }
}
