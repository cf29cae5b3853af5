use std::rc::Rc;

use yew::{
    AttrValue, Callback, Html, NodeRef, Properties, component, html, use_node_ref, use_state_eq,
};

use super::flag;
use super::hooks::use_focus_when;
use crate::browser::Formats;
use crate::messages::Messages;
use crate::model::Article;

/// Properties of [`TopicList`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TopicListProperties {
    /// Whose topics.
    pub article: Rc<Article>,
    /// How many are shown before "+n".
    #[prop_or(3)]
    pub shown: usize,
    /// What to do with a chosen topic; without it topics are plain text.
    #[prop_or_default]
    pub on_topic: Option<Callback<AttrValue>>,
    /// Topics that are chosen now.
    #[prop_or_default]
    pub pressed: Rc<[AttrValue]>,
    /// Numbers and plural forms.
    #[prop_or_else(Formats::shared)]
    pub formats: Formats,
    /// The words on screen.
    #[prop_or_else(Messages::shared)]
    pub messages: Rc<Messages>,
    /// The language of those words, where it is not that of the card.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
}

/// The topics of an article: the first ones, then "+n", which unfolds the rest.
#[component]
pub fn TopicList(properties: &TopicListProperties) -> Html {
    let TopicListProperties {
        article,
        formats,
        messages,
        lang,
        ..
    } = properties;
    let unfolded = use_state_eq(|| false);
    let first_new = use_node_ref();
    // The button that was pressed is gone: go on from what it brought.
    use_focus_when(first_new.clone(), *unfolded);
    let topics = &article.topics;
    if topics.is_empty() {
        return Html::default();
    }
    let shown = if *unfolded {
        topics.len()
    } else {
        properties.shown
    };
    let hidden = topics.len().saturating_sub(shown) as u64;
    let items = topics.iter().take(shown).enumerate().map(|(place, name)| {
        let node = if place == properties.shown {
            first_new.clone()
        } else {
            NodeRef::default()
        };
        html! { <li key={place}>{ topic(properties, name, node, place) }</li> }
    });
    let more = (hidden > 0).then(|| {
        let onclick = Callback::from(move |_| unfolded.set(true));
        html! {
            <li key="more">
                <button type="button" class="ac-x-more-topics" {onclick}>
                    <bdi>{ "+" }{ formats.number(hidden) }</bdi>
                    <span class="ac-x-vh" {lang}>
                        { " " }{ messages.more_topics.form(formats.plural(hidden)).to_owned() }
                    </span>
                </button>
            </li>
        }
    });
    html! {
        <ul
            class="ac-card-topics"
            part="card-topics"
            role="list"
            aria-label={messages.topics.to_string()}
        >
            { for items }
            { more }
        </ul>
    }
}

fn topic(properties: &TopicListProperties, name: &str, node: NodeRef, place: usize) -> Html {
    let text = html! { <bdi>{ name.to_owned() }</bdi> };
    match &properties.on_topic {
        Some(on_topic) => {
            let pressed = properties
                .pressed
                .iter()
                .any(|pressed| pressed.as_str() == name);
            let value = AttrValue::from(name.to_owned());
            let onclick = on_topic.reform(move |_| value.clone());
            html! {
                <button
                    ref={node}
                    type="button"
                    class="ac-topic"
                    part="topic"
                    aria-pressed={flag(pressed)}
                    {onclick}
                >
                    { text }
                </button>
            }
        }
        None => {
            // Only the one that unfolding moves to may take the focus.
            let tabindex = (place == properties.shown).then_some("-1");
            html! { <span ref={node} class="ac-topic" part="topic" {tabindex}>{ text }</span> }
        }
    }
}
