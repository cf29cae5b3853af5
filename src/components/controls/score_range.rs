use std::rc::Rc;

use yew::{AttrValue, Callback, Html, Properties, component};

use crate::components::controls::range_field::{fault, range, range_field, reversed};
use crate::components::controls::updater::Updater;
use crate::components::primitives::element_builder::owned_value;
use crate::i18n::Messages;
use article_cards_core::search::Span;

/// Props of [`ScoreRange`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ScoreRangeProps {
    /// The score's name on screen.
    pub name: AttrValue,
    /// The least and the greatest.
    #[prop_or_default]
    pub span: Span,
    /// Hears of the least and the greatest that are chosen.
    #[prop_or_default]
    pub on_change: Callback<Span>,
    /// The words on screen.
    #[prop_or_else(Messages::shared)]
    pub messages: Rc<Messages>,
}

/// A range of whole numbers: two fields. What is no whole number is taken back; a range that ends
/// before it begins is marked as invalid, and is handed over as it is.
#[component]
pub fn ScoreRange(props: &ScoreRangeProps) -> Html {
    let updater = Updater::for_value(props.span, props.on_change.clone());
    score_range(props, &updater, "score")
}

/// Nobody hears of its own `on_change`.
pub(crate) fn score_range(
    props: &ScoreRangeProps,
    updater: &Updater<Span>,
    field: &'static str,
) -> Html {
    let ScoreRangeProps {
        name,
        span,
        messages,
        ..
    } = props;
    let span = *span;
    let wrong = reversed((span.min, span.max), messages);
    let least = updater.callback(|span, min| span.min = min);
    let greatest = updater.callback(|span, max| span.max = max);
    range(name, field)
        .child(number_field(&messages.at_least, span.min, wrong, least))
        .child(number_field(&messages.at_most, span.max, wrong, greatest))
        .maybe_child(fault(wrong))
        .html()
}

fn number_field(
    label: &str,
    number: Option<i64>,
    fault: Option<&str>,
    chosen: Callback<Option<i64>>,
) -> Html {
    let value = number.map_or(AttrValue::Static(""), |number| {
        owned_value(number.to_string())
    });
    range_field(label, "number", value, fault, move |typed| {
        if typed.is_empty() {
            chosen.emit(None);
            return true;
        }
        let number = typed.parse().ok();
        if number.is_some() {
            chosen.emit(number);
        }
        number.is_some()
    })
}
