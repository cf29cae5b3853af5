use std::rc::Rc;

use yew::{AttrValue, Html, Properties, component};

use crate::browser::Formats;
use crate::components::card::card_context::CardContext;
use crate::components::primitives::element_builder::{
    attr_value, element, owned_value, visually_hidden,
};
use crate::components::primitives::icon::{IconName, icon};
use crate::i18n::Messages;
use article_cards_core::model::Article;

/// Props of [`Scores`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ScoresProps {
    /// Whose scores.
    pub article: Rc<Article>,
    /// Numbers.
    #[prop_or_else(Formats::shared)]
    pub formats: Formats,
    /// The words on screen.
    #[prop_or_else(Messages::shared)]
    pub messages: Rc<Messages>,
    /// The language of those words, where it is not that of the card.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
}

/// The scores that an article has, each an icon and a number; nothing for one that was not rated.
#[component]
pub fn Scores(props: &ScoresProps) -> Html {
    scores(&CardContext {
        article: &props.article,
        formats: &props.formats,
        messages: &props.messages,
        lang: &props.lang,
    })
}

pub(crate) fn scores(context: &CardContext<'_>) -> Html {
    let (article, messages) = (context.article, context.messages);
    let score =
        |name: IconName, label: &str, value: Option<u64>| Some((name, attr_value(label), value?));
    let scores = [
        score(IconName::Quality, &messages.quality, article.quality),
        score(IconName::Heat, &messages.heat, article.heat),
    ];
    let scores: Vec<Html> = scores
        .into_iter()
        .flatten()
        .map(|(name, label, value)| {
            let term = element("dt")
                .attr("title", label.clone())
                .attr("lang", context.lang)
                .child(icon(name))
                .child(visually_hidden(label.clone(), &None));
            let number = element("dd").text(owned_value(context.formats.number(value)));
            let score = element("div").key(label.as_str());
            score.child(term.html()).child(number.html()).html()
        })
        .collect();
    if scores.is_empty() {
        return Html::default();
    }
    element("dl").part("ac-card-scores").children(scores).html()
}
