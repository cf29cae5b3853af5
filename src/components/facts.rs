use std::rc::Rc;

use yew::{AttrValue, Html, Properties, component};

use super::tag::{bdi, joined, owned, tag, unseen, words};
use super::telling::{Telling, counted};
use crate::browser::Formats;
use crate::i18n::Messages;
use article_cards_core::model::Article;

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
    facts(&Telling {
        article: &properties.article,
        formats: &properties.formats,
        messages: &properties.messages,
        lang: &properties.lang,
    })
}

pub(super) fn facts(telling: &Telling<'_>) -> Html {
    let Telling {
        article,
        formats,
        messages,
        lang,
    } = *telling;
    let told = ["course", "forum"]
        .iter()
        .any(|kind| article.kind.eq_ignore_ascii_case(kind));
    if !told {
        return Html::default();
    }
    let fact = |class: &'static str, label: Option<&str>, value: Html| {
        let label = label.map(|label| unseen(joined(&[label, ": "]), lang));
        tag("li")
            .key(class)
            .part(class)
            .maybe(label)
            .child(value)
            .html()
    };
    let mut facts = Vec::new();
    if let Some(price) = &article.price {
        let value = bdi(words(price));
        facts.push(fact("ac-card-price", Some(&messages.price), value));
    }
    if !article.levels.is_empty() {
        let plural = formats.plural(article.levels.len() as u64);
        let value = bdi(owned(article.levels.join(", ")));
        facts.push(fact(
            "ac-card-levels",
            Some(messages.levels.form(plural)),
            value,
        ));
    }
    if let Some(members) = article.members {
        let value = tag("bdi").with("lang", lang);
        let value = value.text(counted(formats, members, &messages.members));
        facts.push(fact("ac-card-members", None, value.html()));
    }
    if facts.is_empty() {
        return Html::default();
    }
    let list = tag("ul").class("ac-x-facts").with("role", "list");
    list.children(facts).html()
}
