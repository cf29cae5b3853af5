//! The field for the search text, with a button that clears it. Escape clears it as well.

use article_cards::components::SearchField;
use yew::prelude::*;

states!("search_field.rs", SearchField: Empty, WithText);

/// Empty
#[component]
fn Empty() -> Html {
    let text = use_state(String::new);
    let on_input = {
        let text = text.setter();
        Callback::from(move |typed| text.set(typed))
    };
    html! {
        <div class="ac-base">
            <SearchField value={(*text).clone()} {on_input} />
        </div>
    }
}

/// With a text
///
/// `value` follows `on_input` immediately, or the cursor jumps.
#[component]
fn WithText() -> Html {
    let text = use_state(|| "night \"ferry\" -tram".to_owned());
    let on_input = {
        let text = text.setter();
        Callback::from(move |typed| text.set(typed))
    };
    html! {
        <div class="ac-base">
            <SearchField value={(*text).clone()} {on_input} />
        </div>
    }
}
