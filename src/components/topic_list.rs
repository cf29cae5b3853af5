use std::rc::Rc;

use yew::{AttrValue, Callback, Html, NodeRef, Properties, component};

use super::flag;
use super::tag::{bdi, chooses, joined, tag, unseen, words};
use super::unfolding::{Rest, Unfold, unfolding};
use crate::browser::Formats;
use crate::i18n::Messages;
use article_cards_core::model::Article;

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
    unfolding(Rest::Topics(properties.clone()))
}

/// The topics, the rest of them unfolded or not.
pub(super) fn topic_list(properties: &TopicListProperties, unfold: &Unfold) -> Html {
    let TopicListProperties {
        article,
        formats,
        messages,
        lang,
        ..
    } = properties;
    let topics = &article.topics;
    let shown = unfold.shown(topics.len(), properties.shown);
    let items = topics.iter().take(shown).enumerate().map(|(place, name)| {
        let node = unfold.node(place, properties.shown);
        let item = tag("li").key(place);
        item.child(topic(
            properties,
            name,
            node,
            unfold.is_new(place, properties.shown),
        ))
        .html()
    });
    let mut items: Vec<Html> = items.collect();
    let hidden = topics.len().saturating_sub(shown) as u64;
    if hidden > 0 {
        let more = joined(&[" ", messages.more_topics.form(formats.plural(hidden))]);
        let button = match unfold.is_static() {
            true => tag("span"),
            false => tag("button")
                .with("type", "button")
                .on_click(Some(unfold.on_click.clone())),
        };
        let button = button
            .class("ac-x-more-topics")
            .child(bdi(joined(&["+", &formats.number(hidden)])))
            .child(unseen(more, lang));
        items.push(tag("li").key("more").child(button.html()).html());
    }
    tag("ul")
        .part("ac-card-topics")
        .with("role", "list")
        .with("aria-label", words(&messages.topics))
        .children(items)
        .html()
}

fn topic(properties: &TopicListProperties, name: &str, node: NodeRef, is_new: bool) -> Html {
    let topic = match &properties.on_topic {
        Some(on_topic) => {
            let pressed = properties
                .pressed
                .iter()
                .any(|pressed| pressed.as_str() == name);
            tag("button")
                .with("type", "button")
                .part("ac-topic")
                .with("aria-pressed", flag(pressed))
                .on_click(Some(chooses(on_topic, name)))
        }
        None => {
            // Only the one that unfolding moves to may take the focus.
            let tabindex = is_new.then_some("-1");
            tag("span").part("ac-topic").with("tabindex", tabindex)
        }
    };
    topic.node(node).child(bdi(words(name))).html()
}
