use std::rc::Rc;

use yew::{AttrValue, Callback, Html, Properties, component};

use super::date_range::date_range;
use super::edits::Edits;
use super::field_names::field_name;
use super::part::keyed_part;
use super::score_range::score_range;
use super::tag::{tag, words};
use super::{DateRangeProperties, FacetListProperties, ScoreRangeProperties};
use crate::browser::Formats;
use crate::i18n::Messages;
use article_cards_core::model::Day;
use article_cards_core::search::{FacetCounts, Filters as Chosen, Span};

/// Properties of [`Filters`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FiltersProperties {
    /// The facets and their counts.
    pub facets: Rc<[FacetCounts]>,
    /// What is filtered by.
    pub filters: Rc<Chosen>,
    /// Hears of what is to be filtered by instead.
    #[prop_or_default]
    pub on_change: Callback<Chosen>,
    /// Whether dates are offered as a range.
    #[prop_or(true)]
    pub with_dates: bool,
    /// Whether quality is offered as a range.
    #[prop_or_default]
    pub with_quality: bool,
    /// Whether heat is offered as a range.
    #[prop_or_default]
    pub with_heat: bool,
    /// Whether only the first facet, and those in which something is set, start unfolded.
    #[prop_or_default]
    pub folded: bool,
    /// The present day, in the list's time zone; without it nothing like "Last 7 days" is offered.
    #[prop_or_default]
    pub today: Option<Day>,
    /// Numbers and plural forms.
    #[prop_or_else(Formats::shared)]
    pub formats: Formats,
    /// The words on screen.
    #[prop_or_else(Messages::shared)]
    pub messages: Rc<Messages>,
}

/// All that a result can be filtered by: facets, then ranges.
#[component]
pub fn Filters(properties: &FiltersProperties) -> Html {
    let before = (*properties.filters).clone();
    filters(properties, &Edits::of(before, properties.on_change.clone()))
}

/// Nobody hears of its own `on_change`.
pub(super) fn filters(properties: &FiltersProperties, edits: &Edits<Chosen>) -> Html {
    let FiltersProperties {
        facets,
        filters,
        messages,
        today,
        ..
    } = properties;
    let lists = facets
        .iter()
        .enumerate()
        .map(|(place, facet)| facet_list(properties, edits, facet, place == 0));
    let lists = lists.collect();
    let dates = properties.with_dates.then(|| {
        let range = DateRangeProperties {
            from: filters.from,
            to: filters.to,
            today: *today,
            on_change: Callback::noop(),
            messages: Rc::clone(messages),
        };
        date_range(&range, edits)
    });
    let scores = |name: &str, field, span, edits: &Edits<Span>| {
        let range = ScoreRangeProperties {
            name: words(name),
            span,
            on_change: Callback::noop(),
            messages: Rc::clone(messages),
        };
        score_range(&range, edits, field)
    };
    let quality = properties.with_quality.then(|| {
        let edits = edits.part(|filters| &mut filters.quality);
        scores(&messages.quality, "quality", filters.quality, &edits)
    });
    let heat = properties.with_heat.then(|| {
        let edits = edits.part(|filters| &mut filters.heat);
        scores(&messages.heat, "heat", filters.heat, &edits)
    });
    let lists = tag("div").class("ac-x-facets").children(lists);
    tag("div")
        .part("ac-facets")
        .with("role", "group")
        .with("aria-label", words(&messages.filters))
        .child(lists.html())
        .maybe(dates)
        .maybe(quality)
        .maybe(heat)
        .html()
}

fn facet_list(
    properties: &FiltersProperties,
    edits: &Edits<Chosen>,
    facet: &FacetCounts,
    is_first: bool,
) -> Html {
    let field: Rc<str> = facet.field.as_str().into();
    let turn = |set: fn(&mut Chosen, &str, &str)| {
        let field = Rc::clone(&field);
        edits.by(move |filters, (value, on): (AttrValue, bool)| {
            if on {
                set(filters, &field, &value);
            } else {
                filters.drop_value(&field, &value);
            }
        })
    };
    let is_set = facet.values.iter().any(|row| row.selected || row.excluded);
    let list = FacetListProperties {
        name: field_name(&facet.field, &properties.messages),
        open: !properties.folded || is_first || is_set,
        on_choose: turn(Chosen::choose),
        on_exclude: turn(Chosen::exclude),
        formats: properties.formats.clone(),
        messages: Rc::clone(&properties.messages),
        facet: facet.clone(),
    };
    keyed_part(list, &field)
}
