use std::rc::Rc;

use yew::{AttrValue, Html, Properties, component, html};

use super::{Icon, IconName};
use crate::browser::Formats;
use crate::messages::Messages;
use crate::model::Article;

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
    let ScoresProperties {
        article,
        formats,
        messages,
        lang,
    } = properties;
    if article.quality.is_none() && article.heat.is_none() {
        return Html::default();
    }
    let score = |name: IconName, label: &str, value: Option<u64>| {
        value.map(|value| {
            html! {
                <div key={label}>
                    <dt title={label.to_owned()} {lang}>
                        <Icon {name} />
                        <span class="ac-x-vh">{ label.to_owned() }</span>
                    </dt>
                    <dd>{ formats.number(value) }</dd>
                </div>
            }
        })
    };
    html! {
        <dl class="ac-card-scores" part="card-scores">
            { score(IconName::Quality, &messages.quality, article.quality) }
            { score(IconName::Heat, &messages.heat, article.heat) }
        </dl>
    }
}
