use std::rc::Rc;

use yew::{AttrValue, Html, Properties, component, html};

use crate::browser::Formats;
use crate::messages::Messages;
use crate::model::Article;

/// Properties of [`Facts`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FactsProperties {
    /// Whose facts.
    pub article: Rc<Article>,
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

/// Price, levels and members of a course or forum; nothing for other types.
#[component]
pub fn Facts(properties: &FactsProperties) -> Html {
    let FactsProperties {
        article,
        formats,
        messages,
        lang,
    } = properties;
    let told = ["course", "forum"]
        .iter()
        .any(|kind| article.kind.eq_ignore_ascii_case(kind));
    let any = article.price.is_some() || !article.levels.is_empty() || article.members.is_some();
    if !told || !any {
        return Html::default();
    }
    let price = article.price.as_ref().map(|price| {
        fact(
            "card-price",
            Some(&messages.price),
            html! { <bdi>{ price }</bdi> },
            lang,
        )
    });
    let levels = (!article.levels.is_empty()).then(|| {
        let label = messages
            .levels
            .form(formats.plural(article.levels.len() as u64));
        fact(
            "card-levels",
            Some(label),
            html! { <bdi>{ article.levels.join(", ") }</bdi> },
            lang,
        )
    });
    let members = article.members.map(|members| {
        let count = messages
            .members
            .fill(formats.plural(members), &formats.number(members));
        fact(
            "card-members",
            None,
            html! { <bdi {lang}>{ count }</bdi> },
            lang,
        )
    });
    html! {
        <ul class="ac-x-facts" role="list">{ for [price, levels, members].into_iter().flatten() }</ul>
    }
}

fn fact(part: &'static str, label: Option<&str>, value: Html, lang: &Option<AttrValue>) -> Html {
    let label = label.map(|label| {
        html! { <span class="ac-x-vh" {lang}>{ label.to_owned() }{ ": " }</span> }
    });
    html! { <li key={part} class={format!("ac-{part}")} {part}>{ label }{ value }</li> }
}
