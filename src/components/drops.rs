use std::rc::Rc;

use yew::{AttrValue, Callback, Event, Html, Properties, component};

use super::field_names::{field_name, value_name};
use super::tag::{bdi, owned, tag, words};
use super::telling::counted;
use crate::browser::Formats;
use crate::messages::{Messages, fill};
use crate::query::Part;

/// Properties of [`Drops`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct DropsProperties {
    /// What may be dropped, and how many articles each would bring back.
    pub offers: Rc<[(Part, usize)]>,
    /// The text that is searched for.
    #[prop_or_default]
    pub query: AttrValue,
    /// Hears of what is dropped; see [`QueryState::without`](crate::query::QueryState::without).
    #[prop_or_default]
    pub on_drop: Callback<Part>,
    /// Drops all filters; without it there is no button for that.
    #[prop_or_default]
    pub on_clear: Option<Callback<()>>,
    /// Numbers and plural forms.
    #[prop_or_else(Formats::shared)]
    pub formats: Formats,
    /// The words on screen.
    #[prop_or_else(Messages::shared)]
    pub messages: Rc<Messages>,
}

/// What an empty result offers: single filters to drop, and all of them. It stands in an
/// [`EmptyMessage`](super::EmptyMessage).
#[component]
pub fn Drops(properties: &DropsProperties) -> Html {
    drops(properties)
}

pub(super) fn drops(properties: &DropsProperties) -> Html {
    let DropsProperties {
        offers,
        on_drop,
        on_clear,
        formats,
        messages,
        ..
    } = properties;
    let items = offers.iter().enumerate().map(|(place, (part, count))| {
        let part_ = part.clone();
        let label = tag("span").child(bdi(owned(words_of(properties, part))));
        let gain = counted(formats, *count as u64, &messages.articles);
        let gain = tag("span").class("ac-x-gain").child(bdi(gain));
        let button = tag("button")
            .with("type", "button")
            .class("ac-x-drop")
            .on_click(Some(on_drop.reform(move |_: Event| part_.clone())))
            .child(label.html())
            .child(gain.html());
        tag("li").key(place).child(button.html()).html()
    });
    let items: Vec<Html> = items.collect();
    let list = (!items.is_empty()).then(|| {
        let list = tag("ul").class("ac-x-drops").with("role", "list");
        list.children(items).html()
    });
    let clear = on_clear.as_ref().map(|on_clear| {
        tag("button")
            .with("type", "button")
            .class("ac-x-text-button")
            .on_click(Some(on_clear.reform(|_: Event| ())))
            .text(words(&messages.clear_filters))
            .html()
    });
    yew::virtual_dom::VList::with_children(
        vec![list.unwrap_or_default(), clear.unwrap_or_default()],
        None,
    )
    .into()
}

fn words_of(properties: &DropsProperties, part: &Part) -> String {
    let messages = &properties.messages;
    let range = |name: &str| fill(&messages.drop_range, &[("name", name)]);
    match part {
        Part::Query => fill(&messages.drop_query, &[("query", properties.query.trim())]),
        Part::Value {
            field,
            value,
            excluded,
        } => {
            let (facet, value) = (
                field_name(field, messages),
                value_name(field, value, messages),
            );
            let template = match excluded {
                true => &messages.drop_exclusion,
                false => &messages.drop_value,
            };
            fill(template, &[("facet", &facet), ("value", &value)])
        }
        Part::Days => range(&messages.date),
        Part::Quality => range(&messages.quality),
        Part::Heat => range(&messages.heat),
    }
}
