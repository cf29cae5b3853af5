//! The search field, the sort menu, the choice of a layout, and what follows them. In a narrow list a
//! button opens the filters.

use article_cards::components::{Layout, Toolbar};
use article_cards::search::SortKey;
use yew::prelude::*;

states!("toolbar.rs", Toolbar: All, Narrow, Search, Menus, Content);

/// With everything
///
/// The last button appears when the keyboard reaches it: it skips the filters.
#[component]
fn All() -> Html {
    let query = use_state(String::new);
    let sort = use_state(Vec::<SortKey>::new);
    let layout = use_state(|| Layout::Grid);
    let on_input = {
        let query = query.setter();
        Callback::from(move |text| query.set(text))
    };
    let on_sort = {
        let sort = sort.setter();
        Callback::from(move |keys| sort.set(keys))
    };
    let on_layout = {
        let layout = layout.setter();
        Callback::from(move |chosen| layout.set(chosen))
    };
    html! {
        <div class="ac-base gallery-wide" data-layout="grid">
            <Toolbar
                label="All controls"
                query={(*query).clone()}
                {on_input}
                sort={(*sort).clone()}
                {on_sort}
                has_search_terms={!query.trim().is_empty()}
                on_filters={Callback::noop()}
                filters_in_use=2
                layouts={vec![Layout::Grid, Layout::List]}
                layout={*layout}
                {on_layout}
            />
        </div>
    }
}

/// In a narrow list
///
/// A button opens the filters, and tells how many are in use.
#[component]
fn Narrow() -> Html {
    html! {
        <div class="ac-base" data-layout="grid">
            <Toolbar
                label="In a narrow list"
                on_input={Callback::noop()}
                on_sort={Callback::noop()}
                on_filters={Callback::noop()}
                filters_in_use=2
            />
        </div>
    }
}

/// With a search field alone
#[component]
fn Search() -> Html {
    let query = use_state(|| "night ferry".to_owned());
    let on_input = {
        let query = query.setter();
        Callback::from(move |text| query.set(text))
    };
    html! {
        <div class="ac-base" data-layout="grid">
            <Toolbar
                label="Only a field"
                query={(*query).clone()}
                {on_input}
            />
        </div>
    }
}

/// Without a search field
#[component]
fn Menus() -> Html {
    let sort = use_state(Vec::<SortKey>::new);
    let on_sort = {
        let sort = sort.setter();
        Callback::from(move |keys| sort.set(keys))
    };
    html! {
        <div class="ac-base" data-layout="grid">
            <Toolbar
                label="Only a menu"
                sort={(*sort).clone()}
                {on_sort}
                with_scores=true
            />
        </div>
    }
}

/// With content of its own
#[component]
fn Content() -> Html {
    html! {
        <div class="ac-base" data-layout="grid">
            <Toolbar label="With content" on_input={Callback::noop()}>
                <p>{ "81 articles about harbours" }</p>
            </Toolbar>
        </div>
    }
}
