//! The menu of sort orders.

use article_cards::components::SortMenu;
use article_cards::search::{FilterableFields, SortKey};
use yew::prelude::*;

states!("sort_menu.rs", SortMenu: Plain, ForASearch, WithScores, Offered, OwnOrder);

/// The default orders
#[component]
fn Plain() -> Html {
    let sort = use_state(Vec::<SortKey>::new);
    let on_choose = {
        let sort = sort.setter();
        Callback::from(move |keys| sort.set(keys))
    };
    html! {
        <div class="ac-base">
            <SortMenu sort={(*sort).clone()} {on_choose} />
        </div>
    }
}

/// While something is searched
///
/// “Best match” is the default then.
#[component]
fn ForASearch() -> Html {
    html! {
        <div class="ac-base">
            <SortMenu has_search_terms=true />
        </div>
    }
}

/// Sorted by a score
#[component]
fn WithScores() -> Html {
    let sort = SortKey::parse_list("-heat", &FilterableFields::default());
    html! {
        <div class="ac-base">
            <SortMenu {sort} with_scores=true />
        </div>
    }
}

/// Orders on offer
///
/// Only these two, in this order.
#[component]
fn Offered() -> Html {
    let fields = FilterableFields::default();
    let sorts = SortKey::parse_list("title,-publishedDateTime", &fields);
    html! {
        <div class="ac-base">
            <SortMenu {sorts} />
        </div>
    }
}

/// An order that the menu doesn't have
///
/// Several keys, as a page may set them.
#[component]
fn OwnOrder() -> Html {
    let sort = SortKey::parse_list("-heat,title", &FilterableFields::default());
    html! {
        <div class="ac-base">
            <SortMenu {sort} />
        </div>
    }
}
