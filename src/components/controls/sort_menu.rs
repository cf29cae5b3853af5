use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::{AttrValue, Callback, Event, Html, Properties, TargetCast, component};

use crate::components::primitives::element_builder::{On, attr_value, element, owned_value};
use crate::components::primitives::icon::{IconName, icon};
use crate::i18n::{Messages, Text};
use article_cards_core::search::{SortBy, SortKey};

/// Props of [`SortMenu`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SortMenuProps {
    /// The order that was chosen; empty: none.
    #[prop_or_default]
    pub sort: Vec<SortKey>,
    /// Whether there is a text that ranks articles, so that the best match comes first unless
    /// another order was chosen.
    #[prop_or_default]
    pub has_text: bool,
    /// Whether scores are offered as orders.
    #[prop_or_default]
    pub with_scores: bool,
    /// Hears of the order that is chosen; empty where it is the one that is shown anyway.
    #[prop_or_default]
    pub on_choose: Callback<Vec<SortKey>>,
    /// The words on screen.
    #[prop_or_else(Messages::shared)]
    pub messages: Rc<Messages>,
}

/// The menu of orders.
#[component]
pub fn SortMenu(props: &SortMenuProps) -> Html {
    sort_menu(props)
}

pub(crate) fn sort_menu(props: &SortMenuProps) -> Html {
    let SortMenuProps {
        sort,
        has_text,
        with_scores,
        on_choose,
        messages,
    } = props;
    let default = default_key(*has_text);
    let current = current_key(sort, *has_text);
    let offered = |key: &SortKey| match key.by {
        SortBy::Relevance => *has_text,
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

/// What the menu shows for an order.
pub(crate) fn sort_label<'m>(sort: &[SortKey], has_text: bool, messages: &'m Messages) -> &'m Text {
    let current = current_key(sort, has_text);
    let mut orders = orders(messages).into_iter();
    orders
        .find(|(key, _)| current == Some(*key))
        .map_or(&messages.sort_own, |(_, label)| label)
}

fn default_key(has_text: bool) -> SortKey {
    if has_text {
        SortKey::RELEVANCE
    } else {
        SortKey::NEWEST
    }
}

/// The one key that articles are sorted by, if it is one.
fn current_key(sort: &[SortKey], has_text: bool) -> Option<SortKey> {
    match sort {
        [] => Some(default_key(has_text)),
        [key] if key.by == SortBy::Relevance => Some(default_key(has_text)),
        [key] => Some(*key),
        _ => None,
    }
}

fn orders(messages: &Messages) -> [(SortKey, &Text); 13] {
    let rising = |by| SortKey {
        by,
        descending: false,
    };
    let falling = |by| SortKey {
        by,
        descending: true,
    };
    [
        (SortKey::RELEVANCE, &messages.sort_relevance),
        (SortKey::NEWEST, &messages.sort_newest),
        (rising(SortBy::PublishedDateTime), &messages.sort_oldest),
        (falling(SortBy::Quality), &messages.sort_quality),
        (rising(SortBy::Quality), &messages.sort_quality_rising),
        (falling(SortBy::Heat), &messages.sort_heat),
        (rising(SortBy::Heat), &messages.sort_heat_rising),
        (rising(SortBy::Title), &messages.sort_title),
        (falling(SortBy::Title), &messages.sort_title_falling),
        (rising(SortBy::Provider), &messages.sort_provider),
        (falling(SortBy::Provider), &messages.sort_provider_falling),
        (rising(SortBy::Position), &messages.sort_position),
        (falling(SortBy::Position), &messages.sort_position_falling),
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
    fn words_for_every_order() {
        let messages = Messages::shared();
        let said = |sort: &[SortKey], has_text| sort_label(sort, has_text, &messages).to_string();
        assert_eq!(said(&[], false), "Newest first");
        assert_eq!(said(&[], true), "Best match");
        assert_eq!(said(&[SortKey::RELEVANCE], false), "Newest first");
        let heat = SortKey {
            by: SortBy::Heat,
            descending: true,
        };
        assert_eq!(said(&[heat], true), "Most heat");
        assert_eq!(said(&[heat, SortKey::NEWEST], true), "Special order");
    }
}
