//! The gallery: every component of `article-cards` in every state, with the code of that state beside
//! it.
//!
//! The code on screen is the code that runs: each page takes it from its own source file. A new state
//! is a component without props in the file of its page, and its name in the page's `states!`.

mod address;
mod engine;
mod highlight;
mod navigation;
#[macro_use]
mod page;
mod page_view;
mod pages;
mod sample;
mod source;
mod theme;

use gloo_events::EventListener;
use navigation::Navigation;
use page_view::PageView;
use theme::{Theme, ThemeChoice};
use web_sys::HtmlElement;
use yew::prelude::*;

fn main() {
    yew::Renderer::<Gallery>::new().render();
}

#[component]
fn Gallery() -> Html {
    let page = use_state_eq(address::page);
    let theme = use_state_eq(|| Theme::Auto);
    let main = use_node_ref();
    {
        let (page, main) = (page.setter(), main.clone());
        use_effect_with((), move |()| {
            let window = gloo_utils::window();
            let listener =
                EventListener::new(&window.clone(), "hashchange", move |_| {
                    page.set(address::page());
                    // As after following a link to another page: its beginning, also for the keyboard.
                    window.scroll_to_with_x_and_y(0.0, 0.0);
                    focus(&main);
                });
            move || drop(listener)
        });
    }
    use_effect_with(page.name, |name| {
        gloo_utils::document()
            .set_title(&format!("{name}: gallery of article-cards"));
    });
    let on_theme = {
        let theme = theme.setter();
        Callback::from(move |chosen| theme.set(chosen))
    };
    let on_skip = {
        let main = main.clone();
        Callback::from(move |event: MouseEvent| {
            // The address names the page, so the link must not change it.
            event.prevent_default();
            focus(&main);
        })
    };
    html! {
        <div class="gallery" data-theme={theme.as_str()}>
            <a class="gallery-skip" href="#main" onclick={on_skip}>{ "Skip to the component" }</a>
            <header class="gallery-head">
                <p>{ "Gallery of " }<b>{ "article-cards" }</b></p>
                <ThemeChoice theme={*theme} on_choose={on_theme} />
            </header>
            <Navigation current={page.name} />
            <main id="main" tabindex="-1" ref={main}>
                <PageView key={page.name} page={*page} />
            </main>
        </div>
    }
}

fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        // Fails only in documents that are not shown.
        let _ = element.focus();
    }
}
