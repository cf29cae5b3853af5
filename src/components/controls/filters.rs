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
use article_cards_core::search::{FacetCounts, Filters as ActiveFilters, RANGES, Span};

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
    /// The fields of the facets, and `date`, `quality` and `heat`, in the order in which they are shown. Those that
    /// it lacks follow.
    #[prop_or_default]
    pub order: Rc<[AttrValue]>,
    /// Expands only the first facet and those with active filters initially.
    #[prop_or_default]
    pub collapsed: bool,
    /// The current day in the list's time zone. Without it, there are no buttons like "Last 7 days".
    #[prop_or_default]
    pub today: Option<Day>,
    /// The day of the newest article. Buttons for later ranges are not offered.
    #[prop_or_default]
    pub newest: Option<Day>,
    /// Offers to exclude values.
    #[prop_or(true)]
    pub with_exclusion: bool,
    /// Offers to search among many values of a facet.
    #[prop_or(true)]
    pub with_facet_search: bool,
    /// Receives the field of a facet, and what the reader searches for among its values.
    #[prop_or_default]
    pub on_facet_search: Callback<(String, String)>,
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

/// All filters of a list: facets and ranges.
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
    let fields = props.facets.iter().map(|facet| facet.field.as_str());
    let order = props.order.iter().map(AttrValue::as_str);
    let mut names: Vec<&str> = Vec::new();
    for name in order.chain(fields).chain(RANGES) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let scores = |field, span, updater: &Updater<Span>| {
        let name = field_name(field, messages);
        let name = name.as_str();
        score_range(&ScoreFields { name, field, span }, messages, updater)
    };
    let mut is_first = true;
    let filter = |name| match name {
        "date" => (props.with_dates)
            .then(|| date_range(filters, (props.today, props.newest), messages, updater)),
        "quality" => props.with_quality.then(|| {
            let updater = updater.field(|filters| &mut filters.quality);
            scores("quality", filters.quality, &updater)
        }),
        "heat" => props.with_heat.then(|| {
            let updater = updater.field(|filters| &mut filters.heat);
            scores("heat", filters.heat, &updater)
        }),
        _ => {
            let facet = props.facets.iter().find(|facet| facet.field == name)?;
            let is_first = std::mem::take(&mut is_first);
            Some(facet_list(props, localization, updater, facet, is_first))
        }
    };
    let lists = names.into_iter().filter_map(filter);
    let lists = element("div")
        .class("ac-x-facets")
        .children(lists.collect());
    element("div")
        .part("ac-facets")
        .attr("role", "group")
        .attr("aria-label", attr_value(&messages.filters))
        .child(props.children.clone())
        .child(lists.html())
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
        with_exclusion: props.with_exclusion,
        with_search: props.with_facet_search,
        on_search: props.on_facet_search.clone(),
        facet: facet.clone(),
        class: Classes::default(),
        id: None,
    };
    keyed_dyn_component(Localized::new(list, localization), &field)
}
