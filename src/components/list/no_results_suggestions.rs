use std::rc::Rc;

use yew::virtual_dom::VList;
use yew::{AttrValue, Callback, Classes, Event, Html, Properties, component};

use crate::components::controls::field_names::{field_name, value_name};
use crate::components::primitives::{
    ElementBuilder, Localization, attr_value, bdi, counted, element, owned_value, text,
    use_localization, with_root_props,
};
use crate::i18n::{Messages, fill};
use article_cards_core::search::ActiveFilter;

/// Props of [`NoResultsSuggestions`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NoResultsSuggestionsProps {
    /// The filters to remove, each with the number of articles that this would give.
    pub suggestions: Rc<[(ActiveFilter, usize)]>,
    /// The search text.
    #[prop_or_default]
    pub query: AttrValue,
    /// Receives the filter that the reader removes. See [`QueryState::without`](article_cards_core::search::QueryState::without).
    #[prop_or_default]
    pub on_drop: Callback<ActiveFilter>,
    /// Clears all filters. Without it, there is no button for that.
    #[prop_or_default]
    pub on_clear: Option<Callback<()>>,
    /// Additional classes of the element `div` around the suggestions.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the element `div` around the suggestions.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// The suggestions of a list without results: filters to remove, or all of them. A child of
/// [`EmptyMessage`](super::EmptyMessage). It has no root element without `class` or `id`.
#[component]
pub fn NoResultsSuggestions(props: &NoResultsSuggestionsProps) -> Html {
    let suggestions = no_results_suggestions(props, &use_localization());
    if props.class.is_empty() && props.id.is_none() {
        return suggestions;
    }
    let root = element("div").child(suggestions).html();
    with_root_props(root, &props.class, &props.id)
}

pub(super) fn no_results_suggestions(
    props: &NoResultsSuggestionsProps,
    localization: &Localization,
) -> Html {
    let Localization { messages, formats } = localization;
    let NoResultsSuggestionsProps {
        suggestions,
        on_drop,
        on_clear,
        ..
    } = props;
    let items = suggestions
        .iter()
        .enumerate()
        .map(|(index, (part, count))| {
            let part_ = part.clone();
            let label = element("span").child(label(&props.query, part, messages).html());
            let gain = counted(formats, *count as u64, &messages.articles);
            let gain = element("span").class("ac-x-gain").child(bdi(gain));
            let button = element("button")
                .attr("type", "button")
                .class("ac-x-drop")
                .on_click(Some(on_drop.reform(move |_: Event| part_.clone())))
                .child(label.html())
                .child(gain.html());
            element("li").key(index).child(button.html()).html()
        });
    let items: Vec<Html> = items.collect();
    let list = (!items.is_empty()).then(|| {
        let list = element("ul").class("ac-x-drops").attr("role", "list");
        list.children(items).html()
    });
    let clear = on_clear.as_ref().map(|on_clear| {
        element("button")
            .attr("type", "button")
            .class("ac-x-text-button")
            .on_click(Some(on_clear.reform(|_: Event| ())))
            .text(attr_value(&messages.clear_filters))
            .html()
    });
    VList::with_children(
        vec![list.unwrap_or_default(), clear.unwrap_or_default()],
        None,
    )
    .into()
}

/// The label of a suggestion, with emphasis on the filter.
fn label(query: &str, part: &ActiveFilter, messages: &Messages) -> ElementBuilder {
    let range = |name: &str| emphasized(&messages.drop_range, "{name}", name, "");
    match part {
        ActiveFilter::Query => emphasized(&messages.drop_query, "{query}", query.trim(), ""),
        ActiveFilter::Words(words) => {
            // The message has quotation marks of its own.
            let words = words.trim_matches('"');
            emphasized(&messages.drop_query, "{query}", words, "")
        }
        ActiveFilter::Value {
            field,
            value,
            excluded,
        } => {
            let value = value_name(field, value, messages);
            let template = match excluded {
                true => &messages.drop_exclusion,
                false => &messages.drop_value,
            };
            emphasized(template, "{value}", &value, &field_name(field, messages))
        }
        ActiveFilter::Dates => range(&field_name("date", messages)),
        ActiveFilter::Quality => range(&field_name("quality", messages)),
        ActiveFilter::Heat => range(&field_name("heat", messages)),
    }
}

#[inline(never)]
fn emphasized(template: &str, slot: &str, value: &str, facet: &str) -> ElementBuilder {
    let plain = |message: &str| text(owned_value(fill(message, &[("facet", facet)])));
    let label = element("bdi");
    match template.split_once(slot) {
        Some((before, after)) => {
            let value = element("b").child(bdi(attr_value(value))).html();
            label.child(plain(before)).child(value).child(plain(after))
        }
        None => label.child(plain(template)),
    }
}
