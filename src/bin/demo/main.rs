//! The demo page: the live list of any feed, and lists in every layout, theme and width.

mod address;
mod choices;
mod component;
mod controls;
mod feed_form;
mod figures;
mod languages;
mod live_element;
mod looks;
mod more;
mod numbers;
mod services;
mod stage;
mod themes;
mod try_it;
mod tuning;

use article_cards::components::Theme;
use choices::{Change, Choices, ChoicesProps};
use component::YewComponent;
use controls::Radios;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use live_element::{LocalFile, Source};
use more::{Examples, FrontPage, SingleCard, Widths};
use numbers::Numbers;
use themes::Themes;
use try_it::TryIt;
use yew::prelude::*;

const THEMES: [(Theme, &str); 3] = [
    (Theme::Auto, "Auto"),
    (Theme::Light, "Light"),
    (Theme::Dark, "Dark"),
];

/// The time without a change after which the address is written, in milliseconds: browsers refuse
/// pages that change it too often.
const ADDRESS_PAUSE: u32 = 250;

fn main() {
    yew::Renderer::<Demo>::new().render();
}

#[component]
fn Demo() -> Html {
    let choices = use_reducer_eq(Choices::from_address);
    let file = use_state(|| None::<LocalFile>);
    let on_file = {
        let file = file.setter();
        Callback::from(move |opened| file.set(opened))
    };
    use_effect_with((*choices).clone(), |choices| {
        let choices = choices.clone();
        let timeout = Timeout::new(ADDRESS_PAUSE, move || choices.show_in_address());
        move || drop(timeout)
    });
    let change = ChoicesProps {
        choices: choices.clone(),
    };
    {
        let dispatcher = choices.dispatcher();
        use_effect_with((), move |()| {
            let listener = EventListener::new(&gloo_utils::window(), "popstate", move |_| {
                dispatcher.dispatch(Change::Navigated);
            });
            move || drop(listener)
        });
    }
    let source = Source::new(&choices, file.as_ref());
    let theme = choices.theme;
    html! {
        <div class="demo-page" data-theme={theme.as_str()}>
            <header class="demo-head">
                <p class="demo-name">{ "article-cards" }</p>
                <Radios<Theme>
                    legend="Theme"
                    chosen={theme}
                    options={THEMES.as_slice()}
                    on_choice={change.on(Change::Theme)}
                />
            </header>
            <main>
                <TryIt
                    choices={choices.clone()}
                    source={source.clone()}
                    file={(*file).clone()}
                    {on_file}
                />
                <Themes choices={choices.clone()} {source} />
                <Numbers />
                <YewComponent {choices} />
                <FrontPage {theme} />
                <SingleCard {theme} />
                <Widths {theme} />
                <Examples />
            </main>
            <footer class="demo-foot">
                <p>
                    { "The single article is real. All other articles, providers and pictures are invented. \
                       This page asks other sites for nothing, unless you name one." }
                </p>
            </footer>
        </div>
    }
}
