use std::rc::Rc;

use yew::{AttrValue, Html, Properties, component};

use crate::browser::Formats;
use crate::components::card::card_context::CardContext;
use crate::components::primitives::counted::counted;
use crate::components::primitives::element_builder::{
    attr_value, bdi, concat, element, owned_value, visually_hidden,
};
use crate::i18n::Messages;
use article_cards_core::model::Article;

/// Props of [`CourseDetails`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CourseDetailsProps {
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
pub fn CourseDetails(props: &CourseDetailsProps) -> Html {
    course_details(&CardContext {
        article: &props.article,
        formats: &props.formats,
        messages: &props.messages,
        lang: &props.lang,
    })
}

pub(crate) fn course_details(context: &CardContext<'_>) -> Html {
    let CardContext {
        article,
        formats,
        messages,
        lang,
    } = *context;
    let told = ["course", "forum"]
        .iter()
        .any(|kind| article.kind.eq_ignore_ascii_case(kind));
    if !told {
        return Html::default();
    }
    let fact = |class: &'static str, label: Option<&str>, value: Html| {
        let label = label.map(|label| visually_hidden(concat(&[label, ": "]), lang));
        element("li")
            .key(class)
            .part(class)
            .maybe_child(label)
            .child(value)
            .html()
    };
    let mut facts = Vec::new();
    if let Some(price) = &article.price {
        let value = bdi(attr_value(price));
        facts.push(fact("ac-card-price", Some(&messages.price), value));
    }
    if !article.levels.is_empty() {
        let plural = formats.plural(article.levels.len() as u64);
        let value = bdi(owned_value(article.levels.join(", ")));
        facts.push(fact(
            "ac-card-levels",
            Some(messages.levels.form(plural)),
            value,
        ));
    }
    if let Some(members) = article.members {
        let value = element("bdi").attr("lang", lang);
        let value = value.text(counted(formats, members, &messages.members));
        facts.push(fact("ac-card-members", None, value.html()));
    }
    if facts.is_empty() {
        return Html::default();
    }
    let list = element("ul").class("ac-x-facts").attr("role", "list");
    list.children(facts).html()
}
