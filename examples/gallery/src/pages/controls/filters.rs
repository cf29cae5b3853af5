//! All filters of a list: a list of values for each facet, and ranges of dates and scores.

use std::rc::Rc;

use article_cards::components::Filters;
use article_cards::model::Day;
use article_cards::search::Filters as ActiveFilters;
use yew::prelude::*;

use crate::sample;

states!("filters.rs", Filters: All, Collapsed, FacetsAlone);

/// Facets and ranges
///
/// The counts of a real list follow its query; here they stay.
#[component]
fn All() -> Html {
    let filters = use_state(ActiveFilters::default);
    let on_change = {
        let filters = filters.setter();
        Callback::from(move |changed| filters.set(changed))
    };
    let today = Day {
        year: 2026,
        month: 11,
        day: 20,
    };
    let types = sample::counts("type", &[("article", 61), ("video", 9)]);
    let facets = [
        sample::selected(sample::topics(), &filters),
        sample::selected(types, &filters),
    ];
    html! {
        <div class="ac-base">
            <Filters
                facets={Rc::from(facets)}
                filters={Rc::new((*filters).clone())}
                {on_change}
                with_quality=true
                {today}
            />
        </div>
    }
}

/// Collapsed
///
/// The first facet and those with filters are open, as in the panel of a narrow list.
#[component]
fn Collapsed() -> Html {
    let facets = vec![
        sample::topics(),
        sample::counts("provider", &[("The Breakwater", 12), ("Lattice", 8)]),
        sample::counts("type", &[("article", 61), ("video", 9)]),
    ];
    html! {
        <div class="ac-base">
            <Filters
                facets={Rc::from(facets)}
                filters={Rc::new(ActiveFilters::default())}
                collapsed=true
                with_dates=false
            />
        </div>
    }
}

/// Facets without exclusion, in another order
#[component]
fn FacetsAlone() -> Html {
    let facets = vec![
        sample::topics(),
        sample::counts("type", &[("article", 61), ("video", 9)]),
    ];
    let order: Rc<[AttrValue]> = Rc::new(["type".into(), "topics".into()]);
    html! {
        <div class="ac-base">
            <Filters
                facets={Rc::from(facets)}
                filters={Rc::new(ActiveFilters::default())}
                {order}
                with_exclusion=false
                with_dates=false
            />
        </div>
    }
}
