//! The same list as a Yew component, also of feeds with faults.

use std::rc::Rc;

use article_cards::components::{ArticleCards, Layout, LoadEvent};
use article_cards::feed::{Diagnostics, Feed};
use yew::prelude::*;

use super::choices::{Change, Choices, ChoicesProps, SAMPLE};
use super::controls::on_select;
use super::languages::{self, ENGLISH};

/// The feeds on offer: the sample, and some with faults.
const FEEDS: [(&str, &str); 5] = [
    (SAMPLE, "Sample feed"),
    ("feeds/empty.json", "A feed without articles"),
    ("feeds/broken.json", "A feed that is not JSON"),
    ("feeds/missing.json", "A feed that is not there"),
    (
        "feeds/cut-short.json",
        "A feed whose second page is missing",
    ),
];

/// The number of diagnostics listed.
const MAX_LISTED: usize = 50;

#[component]
pub(crate) fn YewComponent(properties: &ChoicesProps) -> Html {
    let choices = &properties.choices;
    let loaded = use_state(|| None::<Rc<Feed>>);
    let on_load = {
        let loaded = loaded.setter();
        Callback::from(move |event: LoadEvent| loaded.set(Some(event.feed)))
    };
    let on_src = {
        let on_src = properties.on(Change::Src);
        on_select(move |src| on_src.emit(src.into()))
    };
    let is_listed = FEEDS.iter().any(|(src, _)| choices.src == *src);
    html! {
        <section class="demo-section" aria-labelledby="feed">
            <div class="demo-bar">
                <h2 id="feed">{ "The same as a Yew component" }</h2>
                <label class="demo-select">
                    <span>{ "Feed" }</span>
                    <select onchange={on_src}>
                        { for FEEDS.iter().map(|(src, name)| html! {
                            <option key={*src} value={*src} selected={choices.src == *src}>{ *name }</option>
                        }) }
                        if !is_listed {
                            <option key="own" value={&choices.src} selected=true>{ &choices.src }</option>
                        }
                    </select>
                </label>
            </div>
            <p class="demo-note">
                { "In a Rust application there is no element in between. Layout, theme, language and scores are \
                   those chosen above; the feeds show what readers see when something is wrong." }
            </p>
            <pre class="demo-code"><code>{ rust_of(choices) }</code></pre>
            if let Some(loaded) = &*loaded {
                { diagnostics(loaded.diagnostics()) }
            }
            <div lang={choices.language} dir={languages::direction(choices.language)}>
                <ArticleCards
                    src={&choices.src}
                    {on_load}
                    layout={choices.layout}
                    theme={choices.theme}
                    locale={choices.language}
                    languages="languages/"
                    url_state=""
                    with_scores={choices.with_scores}
                    label="The feed"
                />
            </div>
        </section>
    }
}

/// The component as Rust.
fn rust_of(choices: &Choices) -> String {
    let mut code = format!("<ArticleCards src={:?}", choices.src.as_str());
    if choices.layout != Layout::Grid {
        code.push_str(&format!(" layout={{Layout::{:?}}}", choices.layout));
    }
    if choices.language != ENGLISH {
        code.push_str(&format!(" locale={:?}", choices.language));
    }
    if choices.with_scores {
        code.push_str(" with_scores=true");
    }
    code.push_str(" label=\"The feed\" />");
    code
}

/// The diagnostics of a feed, if there are any.
fn diagnostics(diagnostics: &Diagnostics) -> Html {
    let title = match diagnostics.count() {
        0 => return Html::default(),
        1 => "1 thing was wrong with this feed".to_owned(),
        count => format!("{count} things were wrong with this feed"),
    };
    let more = diagnostics.count().saturating_sub(MAX_LISTED);
    html! {
        <details class="demo-faults">
            <summary>{ title }</summary>
            <ul>
                { for diagnostics.iter().take(MAX_LISTED).enumerate().map(|(index, diagnostic)| html! {
                    <li key={index}>{ diagnostic.to_string() }</li>
                }) }
                if more > 0 {
                    <li key="more">{ format!("and {more} more") }</li>
                }
            </ul>
        </details>
    }
}
