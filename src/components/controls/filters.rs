use std::rc::Rc;

use yew::{AttrValue, Callback, Classes, Html, Properties, component};

use crate::components::controls::date_range::date_range;
use crate::components::controls::facet_list::FacetListProps;
use crate::components::controls::field_names::field_name;
use crate::components::controls::score_range::{ScoreFields, score_range};
use crate::components::controls::updater::Updater;
use crate::components::primitives::{
    Localization, Localized, attr_value, element, keyed_dyn_component, use_localization,
    with_root_props,
};
use article_cards_core::model::Day;
use article_cards_core::search::{FacetCounts, Filters as ActiveFilters, Span};

/// Props of [`Filters`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FiltersProps {
    /// The facets with the counts of their values.
    pub facets: Rc<[FacetCounts]>,
    /// The active filters.
    pub filters: Rc<ActiveFilters>,
    /// Receives the changed filters.
    #[prop_or_default]
    pub on_change: Callback<ActiveFilters>,
    /// Offers a range of dates.
    #[prop_or(true)]
    pub with_dates: bool,
    /// Offers a range of quality scores.
    #[prop_or_default]
    pub with_quality: bool,
    /// Offers a range of heat scores.
    #[prop_or_default]
    pub with_heat: bool,
    /// Expands only the first facet and those with active filters initially.
    #[prop_or_default]
    pub collapsed: bool,
    /// The current day in the list's time zone. Without it, there are no buttons like "Last 7 days".
    #[prop_or_default]
    pub today: Option<Day>,
    /// The day of the newest article. Buttons for later ranges are not offered.
    #[prop_or_default]
    pub newest: Option<Day>,
    /// What stands above the facets.
    #[prop_or_default]
    pub children: Html,
    /// Additional classes of the group.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the group.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// All filters of a list: facets, then ranges.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let updater = Updater::for_value((*props.filters).clone(), props.on_change.clone());
    let filters = filters(props, &use_localization(), &updater);
    with_root_props(filters, &props.class, &props.id)
}

/// Renders the filters. Changes go to `updater` instead of the props' `on_change`.
pub(crate) fn filters(
    props: &FiltersProps,
    localization: &Localization,
    updater: &Updater<ActiveFilters>,
) -> Html {
    let messages = &localization.messages;
    let filters = &*props.filters;
    let lists = props.facets.iter().enumerate();
    let lists =
        lists.map(|(index, facet)| facet_list(props, localization, updater, facet, index == 0));
    let lists = element("div")
        .class("ac-x-facets")
        .children(lists.collect());
    let dates = props
        .with_dates
        .then(|| date_range(filters, (props.today, props.newest), messages, updater));
    let scores = |name: &str, field, span, updater: &Updater<Span>| {
        score_range(&ScoreFields { name, field, span }, messages, updater)
    };
    let quality = props.with_quality.then(|| {
        let updater = updater.field(|filters| &mut filters.quality);
        scores(&messages.quality, "quality", filters.quality, &updater)
    });
    let heat = props.with_heat.then(|| {
        let updater = updater.field(|filters| &mut filters.heat);
        scores(&messages.heat, "heat", filters.heat, &updater)
    });
    element("div")
        .part("ac-facets")
        .attr("role", "group")
        .attr("aria-label", attr_value(&messages.filters))
        .child(props.children.clone())
        .child(lists.html())
        .maybe_child(dates)
        .maybe_child(quality)
        .maybe_child(heat)
        .html()
}

fn facet_list(
    props: &FiltersProps,
    localization: &Localization,
    updater: &Updater<ActiveFilters>,
    facet: &FacetCounts,
    is_first: bool,
) -> Html {
    let field: Rc<str> = facet.field.as_str().into();
    let toggle = |set: fn(&mut ActiveFilters, &str, &str)| {
        let field = Rc::clone(&field);
        updater.callback(move |filters, (value, on): (AttrValue, bool)| {
            if on {
                set(filters, &field, &value);
            } else {
                filters.drop_value(&field, &value);
            }
        })
    };
    let is_active = facet.values.iter().any(|row| row.selected || row.excluded);
    let list = FacetListProps {
        name: field_name(&facet.field, &localization.messages),
        open: !props.collapsed || is_first || is_active,
        on_choose: toggle(ActiveFilters::select),
        on_exclude: toggle(ActiveFilters::exclude),
        facet: facet.clone(),
        class: Classes::default(),
        id: None,
    };
    keyed_dyn_component(Localized::new(list, localization), &field)
}
