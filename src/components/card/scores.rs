use yew::{AttrValue, Classes, Html, Properties, component};

use crate::components::card::card_context::CardContext;
use crate::components::primitives::{
    IconName, RcEq, attr_value, element, icon, owned_value, use_localization, visually_hidden,
    with_root_props,
};
use article_cards_core::model::Article;

/// Props of [`Scores`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ScoresProps {
    /// The article.
    pub article: RcEq<Article>,
    /// Additional classes of the list.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the list.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// The scores of an article, each with an icon. Renders nothing for an unrated article.
#[component]
pub fn Scores(props: &ScoresProps) -> Html {
    let localization = use_localization();
    let scores = scores(&CardContext::new(&props.article, &localization));
    with_root_props(scores, &props.class, &props.id)
}

pub(super) fn scores(context: &CardContext<'_>) -> Html {
    let (article, messages) = (context.article, context.messages);
    let scores = [
        (
            "quality",
            IconName::Quality,
            &messages.quality,
            article.quality,
        ),
        ("heat", IconName::Heat, &messages.heat, article.heat),
    ];
    let scores: Vec<Html> = scores
        .into_iter()
        .filter_map(|(field, name, label, value)| {
            let (label, value) = (attr_value(label), value?);
            let term = element("dt")
                .attr("title", label.clone())
                .attr("lang", &context.lang)
                .child(icon(name))
                .child(visually_hidden(label.clone(), &None));
            let number = element("dd").text(owned_value(context.formats.number(value)));
            // Not by the label, which is blank while messages load.
            let score = element("div").key(field);
            Some(score.child(term.html()).child(number.html()).html())
        })
        .collect();
    if scores.is_empty() {
        return Html::default();
    }
    element("dl").part("ac-card-scores").children(scores).html()
}
