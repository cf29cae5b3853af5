use std::rc::Rc;

use yew::{AttrValue, Callback, Event, Html, Properties, component};

use super::field_names::{field_name, value_name};
use super::tag::{Tag, bdi, owned, tag, text, words};
use super::telling::counted;
use crate::browser::Formats;
use crate::i18n::{Messages, fill};
use article_cards_core::search::Part;

/// Properties of [`Drops`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct DropsProperties {
    /// What may be dropped, and how many articles each would bring back.
    pub offers: Rc<[(Part, usize)]>,
    /// The text that is searched for.
    #[prop_or_default]
    pub query: AttrValue,
    /// Hears of what is dropped; see [`QueryState::without`](article_cards_core::search::QueryState::without).
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
        let label = tag("span").child(label(properties, part).html());
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

/// The words of an offer, in which what is dropped stands out.
fn label(properties: &DropsProperties, part: &Part) -> Tag {
    let messages = &properties.messages;
    let range = |name: &str| stand_out(&messages.drop_range, "{name}", name, "");
    match part {
        Part::Query => {
            let query = properties.query.trim();
            stand_out(&messages.drop_query, "{query}", query, "")
        }
        Part::Value {
            field,
            value,
            excluded,
        } => {
            let value = value_name(field, value, messages);
            let template = match excluded {
                true => &messages.drop_exclusion,
                false => &messages.drop_value,
            };
            stand_out(template, "{value}", &value, &field_name(field, messages))
        }
        Part::Days => range(&messages.date),
        Part::Quality => range(&messages.quality),
        Part::Heat => range(&messages.heat),
    }
}

#[inline(never)]
fn stand_out(template: &str, slot: &str, value: &str, facet: &str) -> Tag {
    let plain = |words: &str| text(owned(fill(words, &[("facet", facet)])));
    let label = tag("bdi");
    match template.split_once(slot) {
        Some((before, after)) => {
            let value = tag("b").child(bdi(words(value))).html();
            label.child(plain(before)).child(value).child(plain(after))
        }
        None => label.child(plain(template)),
    }
}
