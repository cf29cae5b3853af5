use yew::{AttrValue, Callback, Classes, Html, Properties, component};

use crate::components::controls::range_field::{error_text, range, range_field, reversed};
use crate::components::controls::updater::Updater;
use crate::components::primitives::{owned_value, use_localization, with_root_props};
use crate::i18n::Messages;
use article_cards_core::search::Span;

/// Props of [`ScoreRange`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ScoreRangeProps {
    /// The name of the score.
    pub name: AttrValue,
    /// The lowest and the highest score.
    #[prop_or_default]
    pub span: Span,
    /// Receives the range that the reader enters.
    #[prop_or_default]
    pub on_change: Callback<Span>,
    /// Additional classes of the fieldset.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the fieldset.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// A range of whole numbers: two fields. An input that is not a whole number is reverted. A range
/// that ends before it begins is explained, and emitted nevertheless: a list does not apply it.
#[component]
pub fn ScoreRange(props: &ScoreRangeProps) -> Html {
    let updater = Updater::for_value(props.span, props.on_change.clone());
    let range = ScoreFields {
        name: &props.name,
        field: "score",
        span: props.span,
    };
    let range = score_range(&range, &use_localization().messages, &updater);
    with_root_props(range, &props.class, &props.id)
}

/// What a range of scores renders from.
pub(super) struct ScoreFields<'s> {
    pub(super) name: &'s str,
    pub(super) field: &'static str,
    pub(super) span: Span,
}

pub(super) fn score_range(
    fields: &ScoreFields<'_>,
    messages: &Messages,
    updater: &Updater<Span>,
) -> Html {
    let ScoreFields { name, field, span } = *fields;
    let error = reversed((span.min, span.max), messages);
    let min_input = updater.callback(|span, min| span.min = min);
    let max_input = updater.callback(|span, max| span.max = max);
    range(name, field)
        .child(number_field(&messages.at_least, span.min, error, min_input))
        .child(number_field(&messages.at_most, span.max, error, max_input))
        .maybe_child(error_text(error))
        .html()
}

fn number_field(
    label: &str,
    number: Option<i64>,
    error: Option<&str>,
    on_change: Callback<Option<i64>>,
) -> Html {
    let value = number.map_or(AttrValue::Static(""), |number| {
        owned_value(number.to_string())
    });
    range_field(label, "number", value, error, move |typed| {
        if typed.is_empty() {
            on_change.emit(None);
            return true;
        }
        let number = typed.parse().ok();
        if number.is_some() {
            on_change.emit(number);
        }
        number.is_some()
    })
}
