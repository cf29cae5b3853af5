use std::rc::Rc;

use yew::functional::{Hook, HookContext};
use yew::{AttrValue, Callback, Classes, Html, NodeRef, Properties, component, hook};

use crate::components::card::card_context::CardContext;
use crate::components::card::collapsible_list::use_expansion;
use crate::components::primitives::{
    Localization, Localized, RcEq, Render, attr_value, bdi, concat, dyn_component, element,
    emit_value, flag, use_localization, visually_hidden, with_root_props,
};
use article_cards_core::model::Article;
use article_cards_core::search::is_same_value;

/// Props of [`TopicList`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TopicListProps {
    /// The article.
    pub article: RcEq<Article>,
    /// The number of topics shown before "+n".
    #[prop_or(3)]
    pub shown: usize,
    /// Receives the topic that the reader clicks. Without it, topics are plain text.
    #[prop_or_default]
    pub on_topic: Option<Callback<AttrValue>>,
    /// The topics that are selected as filters.
    #[prop_or_default]
    pub pressed: Rc<[AttrValue]>,
    /// Additional classes of the list.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the list.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// The topics of an article: the first ones, then a button "+n" that shows the rest.
#[component]
pub fn TopicList(props: &TopicListProps) -> Html {
    let localization = use_localization();
    let html = use_topic_list(props, &localization);
    with_root_props(html, &props.class, &props.id)
}

/// The topics as a component, if there are any.
pub(super) fn topic_list(props: TopicListProps, localization: &Localization) -> Option<Html> {
    let is_empty = props.article.topics.is_empty();
    (!is_empty).then(|| dyn_component(Localized::new(props, localization)))
}

impl Render for Localized<TopicListProps> {
    const NAME: &'static str = "topic-list";

    fn renders_same(&self, other: &Self) -> bool {
        self == other
    }

    fn render(&self, hooks: &mut HookContext) -> Html {
        use_topic_list(&self.props, &self.localization).run(hooks)
    }
}

#[hook]
fn use_topic_list(props: &TopicListProps, localization: &Localization) -> Html {
    let expansion = use_expansion();
    let CardContext {
        article,
        formats,
        messages,
        lang,
    } = &CardContext::new(&props.article, localization);
    let topics = &article.topics;
    if topics.is_empty() {
        return Html::default();
    }
    let shown = expansion.shown(topics.len(), props.shown);
    let items = topics.iter().take(shown).enumerate().map(|(index, name)| {
        let node = expansion.node_ref(index, props.shown);
        let item = element("li").key(index);
        item.child(topic(
            props,
            name,
            node,
            expansion.is_first_new(index, props.shown),
        ))
        .html()
    });
    let mut items: Vec<Html> = items.collect();
    let hidden = topics.len().saturating_sub(shown) as u64;
    if hidden > 0 {
        let more = concat(&[" ", messages.more_topics.form(formats.plural(hidden))]);
        let button = match expansion.is_static {
            true => element("span"),
            false => element("button")
                .attr("type", "button")
                .on_click(Some(expansion.on_click.clone())),
        };
        let button = button
            .class("ac-x-more-topics")
            .child(bdi(concat(&["+", &formats.number(hidden)])))
            .child(visually_hidden(more, lang));
        items.push(element("li").key("more").child(button.html()).html());
    }
    element("ul")
        .part("ac-card-topics")
        .attr("role", "list")
        .attr("aria-label", attr_value(&messages.topics))
        .children(items)
        .html()
}

fn topic(props: &TopicListProps, name: &str, node: NodeRef, is_new: bool) -> Html {
    let topic = match &props.on_topic {
        Some(on_topic) => {
            let mut pressed = props.pressed.iter();
            let pressed = pressed.any(|pressed| is_same_value("topics", pressed, name));
            element("button")
                .attr("type", "button")
                .part("ac-topic")
                .attr("aria-pressed", flag(pressed))
                .on_click(Some(emit_value(on_topic, name)))
        }
        None => {
            // Focusable only as the target of an expansion.
            let tabindex = is_new.then_some("-1");
            element("span").part("ac-topic").attr("tabindex", tabindex)
        }
    };
    topic.node_ref(node).child(bdi(attr_value(name))).html()
}
