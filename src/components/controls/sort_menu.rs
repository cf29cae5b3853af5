use web_sys::HtmlSelectElement;
use yew::{AttrValue, Callback, Classes, Event, Html, Properties, TargetCast, component};

use crate::components::controls::field_names::field_name;
use crate::components::primitives::{
    IconName, Localization, On, attr_value, element, icon, owned_value, use_localization,
    with_root_props,
};
use crate::i18n::{Messages, Text, fill, name_of};
use article_cards_core::search::{FilterableFields, SortBy, SortKey};

/// Props of [`SortMenu`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SortMenuProps {
    /// The sort order. If empty, the default order applies.
    #[prop_or_default]
    pub sort: Vec<SortKey>,
    /// Whether a search text ranks articles by relevance, which is the default order then.
    #[prop_or_default]
    pub has_search_terms: bool,
    /// The orders on offer, in this order. Default: by date, title and provider.
    #[prop_or_default]
    pub sorts: Vec<SortKey>,
    /// Offers to sort by scores, unless `sorts` says what is offered.
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

/// The menu of sort orders. With fewer than two, nothing is rendered.
#[component]
pub fn SortMenu(props: &SortMenuProps) -> Html {
    let menu = sort_menu(props, &use_localization()).unwrap_or_default();
    with_root_props(menu, &props.class, &props.id)
}

/// The menu, if there is a choice.
pub(crate) fn sort_menu(props: &SortMenuProps, localization: &Localization) -> Option<Html> {
    let messages = &localization.messages;
    if !has_choice(props) {
        return None;
    }
    let default = default_key(props.has_search_terms);
    let current = current_key(&props.sort, props.has_search_terms);
    let keys = offered_keys(props);
    let mut options = Vec::new();
    for key in &keys {
        let selected = current.as_ref() == Some(key);
        options.push(option(notation(key), &key_label(key, messages), selected));
    }
    if current.is_none() {
        options.push(option(AttrValue::Static(""), &messages.sort_own, true));
    }
    let chosen = {
        let on_choose = props.on_choose.clone();
        Callback::from(move |event: Event| {
            let Some(menu) = event.target_dyn_into::<HtmlSelectElement>() else {
                return;
            };
            let value = menu.value();
            if let Some(key) = keys.iter().find(|key| *notation(key) == *value) {
                on_choose.emit(match *key == default {
                    true => Vec::new(),
                    false => vec![key.clone()],
                });
            }
        })
    };
    let menu = element("select").on(On::Change, chosen).children(options);
    let label = element("span").text(attr_value(&messages.sort_by));
    let menu = element("label")
        .part("ac-sort")
        .child(label.html())
        .child(menu.html())
        .child(icon(IconName::Down));
    Some(menu.html())
}

/// Whether there is more than one order to choose from.
pub(crate) fn has_choice(props: &SortMenuProps) -> bool {
    let is_combined = current_key(&props.sort, props.has_search_terms).is_none();
    offered_keys(props).len() + usize::from(is_combined) > 1
}

/// The orders in the menu. One that is not on offer is there while it applies.
fn offered_keys(props: &SortMenuProps) -> Vec<SortKey> {
    let SortMenuProps {
        sort,
        has_search_terms,
        sorts,
        with_scores,
        ..
    } = props;
    let current = current_key(sort, *has_search_terms);
    let all = match sorts.is_empty() {
        true => default_sorts(*with_scores),
        false => sorts.clone(),
    };
    let mut keys = Vec::new();
    if *has_search_terms && !all.contains(&SortKey::RELEVANCE) {
        keys.push(SortKey::RELEVANCE);
    }
    for key in all {
        let is_offered = key.by != SortBy::Relevance || *has_search_terms;
        if is_offered && !keys.contains(&key) {
            keys.push(key);
        }
    }
    if let Some(current) = current.filter(|current| !keys.contains(current)) {
        keys.push(current);
    }
    keys
}

/// The orders that are offered if nothing else is said.
pub(crate) fn default_sorts(with_scores: bool) -> Vec<SortKey> {
    let fields = FilterableFields::default();
    let keys = DEFAULTS.iter();
    let keys = keys.filter_map(|it| SortKey::parse(it, &fields));
    let is_offered = |key: &SortKey| match key.by {
        SortBy::Relevance | SortBy::Position => false,
        SortBy::Quality | SortBy::Heat => with_scores,
        _ => true,
    };
    keys.filter(is_offered).collect()
}

/// The label of an order.
pub(crate) fn sort_label(
    sort: &[SortKey],
    has_search_terms: bool,
    messages: &Messages,
) -> AttrValue {
    match current_key(sort, has_search_terms) {
        Some(key) => key_label(&key, messages),
        None => attr_value(&messages.sort_own),
    }
}

/// The label of a key: our own, unless the messages name the key.
fn key_label(key: &SortKey, messages: &Messages) -> AttrValue {
    let field = key.by.name();
    let value = notation(key);
    let is_named = name_of(&messages.fields, field).is_some();
    let mut labels = DEFAULTS.into_iter().zip(labels(messages));
    if let Some((_, label)) = labels.find(|(known, _)| !is_named && *known == value) {
        return attr_value(label);
    }
    let name = field_name(field, messages);
    match key {
        key if key.by == SortBy::Relevance => name,
        key if key.descending => owned_value(fill(&messages.sort_falling, &[("name", &name)])),
        _ => owned_value(fill(&messages.sort_rising, &[("name", &name)])),
    }
}

/// A key as the value of its option.
fn notation(key: &SortKey) -> AttrValue {
    owned_value(SortKey::list(std::slice::from_ref(key)))
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
        [key] => Some(key.clone()),
        _ => None,
    }
}

/// The orders that have labels of their own, as they are offered by default.
const DEFAULTS: [&str; 13] = [
    "relevance",
    "-publishedDateTime",
    "publishedDateTime",
    "-quality",
    "quality",
    "-heat",
    "heat",
    "title",
    "-title",
    "provider",
    "-provider",
    "position",
    "-position",
];

/// Their labels.
fn labels(messages: &Messages) -> [&Text; 13] {
    [
        &messages.sort_relevance,
        &messages.sort_newest,
        &messages.sort_oldest,
        &messages.sort_quality,
        &messages.sort_quality_rising,
        &messages.sort_heat,
        &messages.sort_heat_rising,
        &messages.sort_title,
        &messages.sort_title_falling,
        &messages.sort_provider,
        &messages.sort_provider_falling,
        &messages.sort_position,
        &messages.sort_position_falling,
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

    fn keys(text: &str) -> Vec<SortKey> {
        SortKey::parse_list(
            text,
            &FilterableFields::default().with(["price", "a.unitCost"]),
        )
    }

    #[test]
    fn each_order_has_a_label() {
        let messages = Messages::shared();
        let label = |sort: &str, has_search_terms| {
            sort_label(&keys(sort), has_search_terms, &messages).to_string()
        };
        assert_eq!(label("", false), "Newest first");
        assert_eq!(label("", true), "Best match");
        assert_eq!(label("relevance", false), "Newest first");
        assert_eq!(label("-heat", true), "Most heat");
        assert_eq!(label("-heat,-publishedDateTime", true), "Special order");
        assert_eq!(label("-price", false), "Price, descending");
        assert_eq!(label("a.unitCost", false), "Unit cost, ascending");
    }

    #[test]
    fn messages_name_orders() {
        let fields = [
            ("price", "Cost"),
            ("title", "Name"),
            ("relevance", "Fitting"),
        ];
        let messages = Messages {
            fields: fields.map(|(key, name)| (key.into(), name.into())).into(),
            ..Messages::english()
        };
        for (key, expected) in [
            ("-price", "Cost, descending"),
            ("title", "Name, ascending"),
            ("provider", "Provider A–Z"),
        ] {
            assert_eq!(sort_label(&keys(key), false, &messages), expected);
        }
        assert_eq!(sort_label(&[], true, &messages), "Fitting");
    }

    #[test]
    fn orders_are_offered_as_listed() {
        let offered = |sorts: &str, sort: &str, has_search_terms| {
            let props = SortMenuProps {
                sort: keys(sort),
                has_search_terms,
                sorts: keys(sorts),
                with_scores: false,
                on_choose: Callback::noop(),
                class: Classes::default(),
                id: None,
            };
            (SortKey::list(&offered_keys(&props)), has_choice(&props))
        };
        for (sorts, sort, has_search_terms, expected, has_choice) in [
            (
                "title,-publishedDateTime,title",
                "",
                false,
                "title,-publishedDateTime",
                true,
            ),
            (
                "-heat,-price,position",
                "",
                false,
                "-heat,-price,position,-publishedDateTime",
                true,
            ),
            ("title", "title", false, "title", false),
            ("title", "title", true, "relevance,title", true),
            ("title,relevance", "title", true, "title,relevance", true),
            ("title,relevance", "title", false, "title", false),
            ("title", "-price,title", false, "title", true),
            ("-publishedDateTime", "", false, "-publishedDateTime", false),
            ("relevance", "relevance", false, "-publishedDateTime", false),
        ] {
            let offered = offered(sorts, sort, has_search_terms);
            assert_eq!(offered, (expected.to_owned(), has_choice), "{sorts} {sort}");
        }
        let (all, _) = offered("", "-price", false);
        let default = "-publishedDateTime,publishedDateTime,title,-title,provider,-provider";
        assert_eq!(all, format!("{default},-price"));
    }
}
