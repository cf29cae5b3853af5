//! The topics of an article: the first ones, then a button that shows the rest.

use std::rc::Rc;

use article_cards::components::TopicList;
use yew::prelude::*;

use crate::sample;

states!("topic_list.rs", TopicList: Plain, Filtering, All);

/// Plain text
///
/// “+2” shows the other topics.
#[component]
fn Plain() -> Html {
    html! {
        <div class="ac-base">
            <TopicList article={Rc::new(sample::article())} />
        </div>
    }
}

/// Topics that filter
///
/// A click selects a topic or removes it. A list passes this on to its query.
#[component]
fn Filtering() -> Html {
    let article = use_memo((), |()| sample::article());
    let selected = use_state(|| vec![AttrValue::from("Transport")]);
    let on_topic = {
        let selected = selected.clone();
        Callback::from(move |topic: AttrValue| {
            let mut topics = (*selected).clone();
            match topics.iter().position(|one| *one == topic) {
                Some(at) => drop(topics.remove(at)),
                None => topics.push(topic),
            }
            selected.set(topics);
        })
    };
    let pressed: Rc<[AttrValue]> = selected.as_slice().into();
    html! {
        <div class="ac-base">
            <TopicList {article} {on_topic} {pressed} />
        </div>
    }
}

/// All topics at once
#[component]
fn All() -> Html {
    html! {
        <div class="ac-base">
            <TopicList article={Rc::new(sample::article())} shown=10 />
        </div>
    }
}
