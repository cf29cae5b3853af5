//! The filters in a modal dialog, for lists that are too narrow for filters beside the articles.
//! Escape, its buttons and a click outside close it, and the focus returns to where it was.

use std::rc::Rc;

use article_cards::components::{FilterPanel, Filters};
use article_cards::search::Filters as ActiveFilters;
use yew::prelude::*;

use crate::sample;

states!("filter_panel.rs", FilterPanel: Opened);

/// Opened by a button
///
/// The dialog is open while it is rendered.
#[component]
fn Opened() -> Html {
    let is_open = use_state(|| false);
    let filters = use_state(ActiveFilters::default);
    let open = {
        let is_open = is_open.setter();
        Callback::from(move |_: MouseEvent| is_open.set(true))
    };
    let on_close = {
        let is_open = is_open.setter();
        Callback::from(move |()| is_open.set(false))
    };
    let on_change = {
        let filters = filters.setter();
        Callback::from(move |changed| filters.set(changed))
    };
    let on_clear = {
        let filters = filters.setter();
        Callback::from(move |()| filters.set(ActiveFilters::default()))
    };
    let facets = [sample::selected(sample::topics(), &filters)];
    html! {
        <div class="ac-base">
            <button type="button" class="gallery-button" onclick={open}>
                { "Filters" }
            </button>
            if *is_open {
                <FilterPanel total=81 {on_close} {on_clear}>
                    <Filters
                        facets={Rc::from(facets)}
                        filters={Rc::new((*filters).clone())}
                        {on_change}
                    />
                </FilterPanel>
            }
        </div>
    }
}
