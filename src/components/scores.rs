use std::rc::Rc;

use yew::{AttrValue, Html, Properties, component};

use super::IconName;
use super::icon::icon;
use super::tag::{owned, tag, unseen, words};
use super::telling::Telling;
use crate::browser::Formats;
use crate::i18n::Messages;
use article_cards_core::model::Article;

/// Properties of [`Scores`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ScoresProperties {
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
pub fn Scores(properties: &ScoresProperties) -> Html {
    scores(&Telling {
        article: &properties.article,
        formats: &properties.formats,
        messages: &properties.messages,
        lang: &properties.lang,
    })
}

pub(super) fn scores(telling: &Telling<'_>) -> Html {
    let (article, messages) = (telling.article, telling.messages);
    let score =
        |name: IconName, label: &str, value: Option<u64>| Some((name, words(label), value?));
    let scores = [
        score(IconName::Quality, &messages.quality, article.quality),
        score(IconName::Heat, &messages.heat, article.heat),
    ];
    let scores: Vec<Html> = scores
        .into_iter()
        .flatten()
        .map(|(name, label, value)| {
            let term = tag("dt")
                .with("title", label.clone())
                .with("lang", telling.lang)
                .child(icon(name))
                .child(unseen(label.clone(), &None));
            let number = tag("dd").text(owned(telling.formats.number(value)));
            let score = tag("div").key(label.as_str());
            score.child(term.html()).child(number.html()).html()
        })
        .collect();
    if scores.is_empty() {
        return Html::default();
    }
    tag("dl").part("ac-card-scores").children(scores).html()
}
