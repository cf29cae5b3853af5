use std::rc::Rc;

use yew::{AttrValue, Callback, Event, Html, Properties, component};

use crate::browser::Formats;
use crate::components::controls::field_names::{field_name, value_name};
use crate::components::primitives::counted::counted;
use crate::components::primitives::element_builder::{
    ElementBuilder, attr_value, bdi, element, owned_value, text,
};
use crate::i18n::{Messages, fill};
use article_cards_core::search::ActiveFilter;

/// Props of [`NoResultsSuggestions`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NoResultsSuggestionsProps {
    /// What may be dropped, and how many articles each would bring back.
    pub offers: Rc<[(ActiveFilter, usize)]>,
    /// The text that is searched for.
    #[prop_or_default]
    pub query: AttrValue,
    /// Hears of what is dropped; see [`QueryState::without`](article_cards_core::search::QueryState::without).
    #[prop_or_default]
    pub on_drop: Callback<ActiveFilter>,
    /// NoResultsSuggestions all filters; without it there is no button for that.
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
pub fn NoResultsSuggestions(props: &NoResultsSuggestionsProps) -> Html {
    no_results_suggestions(props)
}

pub(crate) fn no_results_suggestions(props: &NoResultsSuggestionsProps) -> Html {
    let NoResultsSuggestionsProps {
        offers,
        on_drop,
        on_clear,
        formats,
        messages,
        ..
    } = props;
    let items = offers.iter().enumerate().map(|(place, (part, count))| {
        let part_ = part.clone();
        let label = element("span").child(label(props, part).html());
        let gain = counted(formats, *count as u64, &messages.articles);
        let gain = element("span").class("ac-x-gain").child(bdi(gain));
        let button = element("button")
            .attr("type", "button")
            .class("ac-x-drop")
            .on_click(Some(on_drop.reform(move |_: Event| part_.clone())))
            .child(label.html())
            .child(gain.html());
        element("li").key(place).child(button.html()).html()
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
    yew::virtual_dom::VList::with_children(
        vec![list.unwrap_or_default(), clear.unwrap_or_default()],
        None,
    )
    .into()
}

/// The words of an offer, in which what is dropped stands out.
fn label(props: &NoResultsSuggestionsProps, part: &ActiveFilter) -> ElementBuilder {
    let messages = &props.messages;
    let range = |name: &str| stand_out(&messages.drop_range, "{name}", name, "");
    match part {
        ActiveFilter::Query => {
            let query = props.query.trim();
            stand_out(&messages.drop_query, "{query}", query, "")
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
            stand_out(template, "{value}", &value, &field_name(field, messages))
        }
        ActiveFilter::Dates => range(&messages.date),
        ActiveFilter::Quality => range(&messages.quality),
        ActiveFilter::Heat => range(&messages.heat),
    }
}

#[inline(never)]
fn stand_out(template: &str, slot: &str, value: &str, facet: &str) -> ElementBuilder {
    let plain = |words: &str| text(owned_value(fill(words, &[("facet", facet)])));
    let label = element("bdi");
    match template.split_once(slot) {
        Some((before, after)) => {
            let value = element("b").child(bdi(attr_value(value))).html();
            label.child(plain(before)).child(value).child(plain(after))
        }
        None => label.child(plain(template)),
    }
}
