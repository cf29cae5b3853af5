use yew::{AttrValue, Classes, Html, Properties, component};

use crate::components::card::card_context::CardContext;
use crate::components::primitives::{
    RcEq, attr_value, bdi, concat, counted, element, owned_value, use_localization,
    visually_hidden, with_root_props,
};
use article_cards_core::model::Article;

/// Props of [`CourseDetails`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CourseDetailsProps {
    /// The course or forum.
    pub article: RcEq<Article>,
    /// Additional classes of the list.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the list.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// Price, levels and members of a course or forum. Renders nothing for other types.
#[component]
pub fn CourseDetails(props: &CourseDetailsProps) -> Html {
    let localization = use_localization();
    let details = course_details(&CardContext::new(&props.article, &localization));
    with_root_props(details, &props.class, &props.id)
}

pub(super) fn course_details(context: &CardContext<'_>) -> Html {
    let CardContext {
        article,
        formats,
        messages,
        lang,
    } = context;
    let has_details = ["course", "forum"]
        .iter()
        .any(|kind| article.kind.eq_ignore_ascii_case(kind));
    if !has_details {
        return Html::default();
    }
    let item = |class: &'static str, label: Option<&str>, value: Html| {
        let label = label.map(|label| visually_hidden(concat(&[label, ": "]), lang));
        element("li")
            .key(class)
            .part(class)
            .maybe_child(label)
            .child(value)
            .html()
    };
    let mut items = Vec::new();
    if let Some(price) = &article.price {
        let value = bdi(attr_value(price));
        items.push(item("ac-card-price", Some(&messages.price), value));
    }
    if !article.levels.is_empty() {
        let plural = formats.plural(article.levels.len() as u64);
        let value = bdi(owned_value(article.levels.join(", ")));
        items.push(item(
            "ac-card-levels",
            Some(messages.levels.form(plural)),
            value,
        ));
    }
    if let Some(members) = article.members {
        let value = element("bdi").attr("lang", lang);
        let value = value.text(counted(formats, members, &messages.members));
        items.push(item("ac-card-members", None, value.html()));
    }
    if items.is_empty() {
        return Html::default();
    }
    let list = element("ul").class("ac-x-facts").attr("role", "list");
    list.children(items).html()
}
