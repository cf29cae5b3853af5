use std::rc::Rc;

use yew::{AttrValue, Callback, Html, Properties, component};

use crate::browser::Formats;
use crate::components::controls::date_range::{DateRangeProps, date_range};
use crate::components::controls::facet_list::FacetListProps;
use crate::components::controls::field_names::field_name;
use crate::components::controls::score_range::{ScoreRangeProps, score_range};
use crate::components::controls::updater::Updater;
use crate::components::primitives::dyn_component::keyed_dyn_component;
use crate::components::primitives::element_builder::{attr_value, element};
use crate::i18n::Messages;
use article_cards_core::model::Day;
use article_cards_core::search::{FacetCounts, Filters as Chosen, Span};

/// Props of [`Filters`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FiltersProps {
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
pub fn Filters(props: &FiltersProps) -> Html {
    let before = (*props.filters).clone();
    filters(props, &Updater::for_value(before, props.on_change.clone()))
}

/// Nobody hears of its own `on_change`.
pub(crate) fn filters(props: &FiltersProps, updater: &Updater<Chosen>) -> Html {
    let FiltersProps {
        facets,
        filters,
        messages,
        today,
        ..
    } = props;
    let lists = facets
        .iter()
        .enumerate()
        .map(|(place, facet)| facet_list(props, updater, facet, place == 0));
    let lists = lists.collect();
    let dates = props.with_dates.then(|| {
        let range = DateRangeProps {
            from: filters.from,
            to: filters.to,
            today: *today,
            on_change: Callback::noop(),
            messages: Rc::clone(messages),
        };
        date_range(&range, updater)
    });
    let scores = |name: &str, field, span, updater: &Updater<Span>| {
        let range = ScoreRangeProps {
            name: attr_value(name),
            span,
            on_change: Callback::noop(),
            messages: Rc::clone(messages),
        };
        score_range(&range, updater, field)
    };
    let quality = props.with_quality.then(|| {
        let updater = updater.field(|filters| &mut filters.quality);
        scores(&messages.quality, "quality", filters.quality, &updater)
    });
    let heat = props.with_heat.then(|| {
        let updater = updater.field(|filters| &mut filters.heat);
        scores(&messages.heat, "heat", filters.heat, &updater)
    });
    let lists = element("div").class("ac-x-facets").children(lists);
    element("div")
        .part("ac-facets")
        .attr("role", "group")
        .attr("aria-label", attr_value(&messages.filters))
        .child(lists.html())
        .maybe_child(dates)
        .maybe_child(quality)
        .maybe_child(heat)
        .html()
}

fn facet_list(
    props: &FiltersProps,
    updater: &Updater<Chosen>,
    facet: &FacetCounts,
    is_first: bool,
) -> Html {
    let field: Rc<str> = facet.field.as_str().into();
    let turn = |set: fn(&mut Chosen, &str, &str)| {
        let field = Rc::clone(&field);
        updater.callback(move |filters, (value, on): (AttrValue, bool)| {
            if on {
                set(filters, &field, &value);
            } else {
                filters.drop_value(&field, &value);
            }
        })
    };
    let is_set = facet.values.iter().any(|row| row.selected || row.excluded);
    let list = FacetListProps {
        name: field_name(&facet.field, &props.messages),
        open: !props.folded || is_first || is_set,
        on_choose: turn(Chosen::select),
        on_exclude: turn(Chosen::exclude),
        formats: props.formats.clone(),
        messages: Rc::clone(&props.messages),
        facet: facet.clone(),
    };
    keyed_dyn_component(list, &field)
}
