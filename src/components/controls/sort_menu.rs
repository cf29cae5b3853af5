use web_sys::HtmlSelectElement;
use yew::{AttrValue, Callback, Classes, Event, Html, Properties, TargetCast, component};

use crate::components::primitives::{
    IconName, Localization, On, attr_value, element, icon, owned_value, use_localization,
    with_root_props,
};
use crate::i18n::{Messages, Text};
use article_cards_core::search::{SortBy, SortKey};

/// Props of [`SortMenu`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SortMenuProps {
    /// The sort order. If empty, the default order applies.
    #[prop_or_default]
    pub sort: Vec<SortKey>,
    /// Whether a search text ranks articles by relevance, which is the default order then.
    #[prop_or_default]
    pub has_search_terms: bool,
    /// Offers to sort by scores.
    #[prop_or_default]
    pub with_scores: bool,
    /// Receives the order that the reader selects. It is empty for the default order.
    #[prop_or_default]
    pub on_choose: Callback<Vec<SortKey>>,
    /// Additional classes of the label around the menu.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the label around the menu.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// The menu of sort orders.
#[component]
pub fn SortMenu(props: &SortMenuProps) -> Html {
    let menu = sort_menu(props, &use_localization());
    with_root_props(menu, &props.class, &props.id)
}

pub(crate) fn sort_menu(props: &SortMenuProps, localization: &Localization) -> Html {
    let messages = &localization.messages;
    let SortMenuProps {
        sort,
        has_search_terms,
        with_scores,
        on_choose,
        ..
    } = props;
    let default = default_key(*has_search_terms);
    let current = current_key(sort, *has_search_terms);
    let offered = |key: &SortKey| match key.by {
        SortBy::Relevance => *has_search_terms,
        SortBy::Quality | SortBy::Heat => *with_scores,
        SortBy::Position => false,
        _ => true,
    };
    let mut options = Vec::new();
    for (key, label) in orders(messages) {
        let selected = current == Some(key);
        if selected || offered(&key) {
            options.push(option(owned_value(SortKey::list(&[key])), label, selected));
        }
    }
    if current.is_none() {
        options.push(option(AttrValue::Static(""), &messages.sort_own, true));
    }
    let chosen = {
        let on_choose = on_choose.clone();
        Callback::from(move |event: Event| {
            let Some(menu) = event.target_dyn_into::<HtmlSelectElement>() else {
                return;
            };
            if let Some(key) = SortKey::parse(&menu.value()) {
                on_choose.emit(if key == default {
                    Vec::new()
                } else {
                    vec![key]
                });
            }
        })
    };
    let menu = element("select").on(On::Change, chosen).children(options);
    let label = element("span").text(attr_value(&messages.sort_by));
    element("label")
        .part("ac-sort")
        .child(label.html())
        .child(menu.html())
        .child(icon(IconName::Down))
        .html()
}

/// The label of an order.
pub(crate) fn sort_label<'m>(
    sort: &[SortKey],
    has_search_terms: bool,
    messages: &'m Messages,
) -> &'m Text {
    let current = current_key(sort, has_search_terms);
    let mut orders = orders(messages).into_iter();
    orders
        .find(|(key, _)| current == Some(*key))
        .map_or(&messages.sort_own, |(_, label)| label)
}

fn default_key(has_search_terms: bool) -> SortKey {
    if has_search_terms {
        SortKey::RELEVANCE
    } else {
        SortKey::NEWEST
    }
}

/// The key that articles are sorted by, if there is only one.
fn current_key(sort: &[SortKey], has_search_terms: bool) -> Option<SortKey> {
    match sort {
        [] => Some(default_key(has_search_terms)),
        [key] if key.by == SortBy::Relevance => Some(default_key(has_search_terms)),
        [key] => Some(*key),
        _ => None,
    }
}

fn orders(messages: &Messages) -> [(SortKey, &Text); 13] {
    let ascending = |by| SortKey {
        by,
        descending: false,
    };
    let descending = |by| SortKey {
        by,
        descending: true,
    };
    [
        (SortKey::RELEVANCE, &messages.sort_relevance),
        (SortKey::NEWEST, &messages.sort_newest),
        (ascending(SortBy::PublishedDateTime), &messages.sort_oldest),
        (descending(SortBy::Quality), &messages.sort_quality),
        (ascending(SortBy::Quality), &messages.sort_quality_rising),
        (descending(SortBy::Heat), &messages.sort_heat),
        (ascending(SortBy::Heat), &messages.sort_heat_rising),
        (ascending(SortBy::Title), &messages.sort_title),
        (descending(SortBy::Title), &messages.sort_title_falling),
        (ascending(SortBy::Provider), &messages.sort_provider),
        (
            descending(SortBy::Provider),
            &messages.sort_provider_falling,
        ),
        (ascending(SortBy::Position), &messages.sort_position),
        (
            descending(SortBy::Position),
            &messages.sort_position_falling,
        ),
    ]
}

fn option(value: AttrValue, label: &str, selected: bool) -> Html {
    element("option")
        .key(value.as_str())
        .attr("value", &value)
        .selected(selected)
        .text(attr_value(label))
        .html()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_order_has_a_label() {
        let messages = Messages::shared();
        let label = |sort: &[SortKey], has_search_terms| {
            sort_label(sort, has_search_terms, &messages).to_string()
        };
        assert_eq!(label(&[], false), "Newest first");
        assert_eq!(label(&[], true), "Best match");
        assert_eq!(label(&[SortKey::RELEVANCE], false), "Newest first");
        let heat = SortKey {
            by: SortBy::Heat,
            descending: true,
        };
        assert_eq!(label(&[heat], true), "Most heat");
        assert_eq!(label(&[heat, SortKey::NEWEST], true), "Special order");
    }
}
