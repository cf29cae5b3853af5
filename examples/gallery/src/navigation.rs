//! The list of all pages.

use yew::prelude::*;

use crate::address::link;
use crate::pages::GROUPS;

#[derive(PartialEq, Properties)]
pub(crate) struct NavigationProps {
    /// The name of the page on screen.
    pub(crate) current: &'static str,
}

/// Links to all pages. In narrow windows they are behind a button.
#[component]
pub(crate) fn Navigation(props: &NavigationProps) -> Html {
    let is_open = use_state_eq(|| false);
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let close = {
        let is_open = is_open.setter();
        Callback::from(move |_: MouseEvent| is_open.set(false))
    };
    let is_current = |name: &str| (name == props.current).then_some("page");
    html! {
        <nav class="gallery-nav" aria-label="Components">
            <button
                type="button"
                aria-expanded={is_open.to_string()}
                aria-controls="pages"
                onclick={toggle}
            >
                { "All components" }
            </button>
            <div id="pages" data-open={is_open.then_some("")}>
                { for GROUPS.iter().map(|group| html! {
                    <section key={group.name} aria-label={group.name}>
                        <p>{ group.name }</p>
                        <ul>
                            { for group.pages.iter().map(|page| html! {
                                <li key={page.name}>
                                    <a
                                        href={link(page.name)}
                                        aria-current={is_current(page.name)}
                                        onclick={close.clone()}
                                    >
                                        { page.name }
                                    </a>
                                </li>
                            }) }
                        </ul>
                    </section>
                }) }
            </div>
        </nav>
    }
}
