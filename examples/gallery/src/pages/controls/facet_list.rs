//! The values of a field as checkboxes, each with the number of articles that it would give and a
//! button that excludes it.

use article_cards::components::FacetList;
use article_cards::search::Filters as ActiveFilters;
use yew::prelude::*;

use crate::sample;

states!("facet_list.rs", FacetList: Plain, Chosen, Long, Closed, WithoutExclusion);

/// Values with counts
#[component]
fn Plain() -> Html {
    html! {
        <div class="ac-base">
            <FacetList facet={sample::topics()} name="Topics" />
        </div>
    }
}

/// With a selected and an excluded value
///
/// Both can be changed. An excluded value keeps its button.
#[component]
fn Chosen() -> Html {
    let filters = use_state(|| {
        let mut filters = ActiveFilters::default();
        filters.select("topics", "Transport");
        filters.exclude("topics", "Energy");
        filters
    });
    let on_choose = {
        let filters = filters.clone();
        Callback::from(move |(value, is_selected): (AttrValue, bool)| {
            let mut changed = (*filters).clone();
            match is_selected {
                true => changed.select("topics", &value),
                false => changed.drop_value("topics", &value),
            }
            filters.set(changed);
        })
    };
    let on_exclude = {
        let filters = filters.clone();
        Callback::from(move |(value, is_excluded): (AttrValue, bool)| {
            let mut changed = (*filters).clone();
            match is_excluded {
                true => changed.exclude("topics", &value),
                false => changed.drop_value("topics", &value),
            }
            filters.set(changed);
        })
    };
    html! {
        <div class="ac-base">
            <FacetList
                facet={sample::selected(sample::topics(), &filters)}
                name="Topics"
                {on_choose}
                {on_exclude}
            />
        </div>
    }
}

/// With many values
///
/// Ten are shown at first. Above twenty, there is a field that searches them.
#[component]
fn Long() -> Html {
    let providers: Vec<_> = (1..=26)
        .map(|number| format!("Publisher {number}"))
        .collect();
    let values = providers.iter().map(String::as_str).zip((1..=26).rev());
    let facet = sample::counts("provider", &values.collect::<Vec<_>>());
    html! {
        <div class="ac-base">
            <FacetList {facet} name="Provider" />
        </div>
    }
}

/// Closed
#[component]
fn Closed() -> Html {
    html! {
        <div class="ac-base">
            <FacetList facet={sample::topics()} name="Topics" open=false />
        </div>
    }
}

/// Without exclusion
///
/// Types have names of their own.
#[component]
fn WithoutExclusion() -> Html {
    let facet =
        sample::counts("type", &[("article", 61), ("video", 9), ("course", 2)]);
    html! {
        <div class="ac-base">
            <FacetList {facet} name="Type" with_exclusion=false />
        </div>
    }
}
