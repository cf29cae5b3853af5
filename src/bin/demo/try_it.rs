//! The first section: the live list, the lines to copy, and what changes both.

use article_cards::components::Layout;
use yew::prelude::*;

use super::choices::{Change, Choices, ChoicesProps};
use super::controls::{CopyButton, Radios, is_checked, on_select};
use super::feed_form::FeedForm;
use super::languages;
use super::live_element::{LocalFile, SCRIPT, Source, element, html_of};
use super::stage::Stage;

pub(crate) const LAYOUTS: [(Layout, &str); 3] = [
    (Layout::Grid, "Grid"),
    (Layout::List, "List"),
    (Layout::Compact, "Compact"),
];

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TryItProps {
    pub(crate) choices: UseReducerHandle<Choices>,
    pub(crate) source: Source,
    pub(crate) file: Option<LocalFile>,
    pub(crate) on_file: Callback<Option<LocalFile>>,
}

#[component]
pub(crate) fn TryIt(properties: &TryItProps) -> Html {
    let TryItProps {
        choices,
        source,
        file,
        on_file,
    } = properties;
    let change = ChoicesProps {
        choices: choices.clone(),
    };
    let languages = use_memo((), |()| languages::names());
    let on_language = {
        let on_language = change.on(Change::Language);
        on_select(move |code| {
            if let Some(code) = languages::find(&code) {
                on_language.emit(code);
            }
        })
    };
    let on_scores = change
        .on(Change::WithScores)
        .reform(|event: Event| is_checked(&event));
    let line = html_of(choices, source);
    let lines = AttrValue::from(format!("{SCRIPT}\n{line}\n"));
    html! {
        <>
            <section class="demo-hero" aria-labelledby="hero">
                <div class="demo-words">
                    <h1 id="hero">{ "Any feed of articles, as cards that fit where you put them" }</h1>
                    <p>
                        { "Two lines of HTML. Readers search, filter and sort as they type; the cards take \
                           font, size and colours from the page." }
                    </p>
                </div>
                <figure class="demo-sheet demo-lines">
                    <figcaption>
                        <span>{ "The list below, to copy" }</span>
                        <CopyButton text={lines} of="the two lines" />
                    </figcaption>
                    <pre><code>{ SCRIPT }</code><code>
                        // A line ends between attributes, not within one.
                        { for line.split(' ').map(|word| html! { <><span>{ word }</span>{ " " }</> }) }
                    </code></pre>
                </figure>
            </section>
            <section class="demo-try" aria-labelledby="try">
                <h2 id="try" class="demo-hidden">{ "Try it with your feed" }</h2>
                <FeedForm choices={choices.clone()} file={file.clone()} on_file={on_file.clone()} />
                <p class="demo-note demo-small">
                    { "The feed of another site loads only if its server allows it (" }
                    <code>{ "Access-Control-Allow-Origin" }</code>
                    { "), and many don’t. Then save the feed and open the file: it is read here and sent nowhere." }
                </p>
                <div class="demo-bar demo-options">
                    <Radios<Layout>
                        legend="Layout"
                        chosen={choices.layout}
                        options={LAYOUTS.as_slice()}
                        on_choice={change.on(Change::Layout)}
                    />
                    <label class="demo-select">
                        <span>{ "Language" }</span>
                        <select onchange={on_language}>
                            { for languages.iter().map(|(code, name)| html! {
                                <option key={*code} value={*code} lang={*code} selected={choices.language == *code}>{ name }</option>
                            }) }
                        </select>
                    </label>
                    <label class="demo-check">
                        <input type="checkbox" checked={choices.with_scores} onchange={on_scores} />
                        <span>{ "Scores" }</span>
                    </label>
                    <p class="demo-hint">{ "Drag the edge of the list to make it narrower." }</p>
                </div>
                <Stage
                    width={choices.width}
                    on_width={change.on(Change::Width)}
                    caption={source.name.clone()}
                >
                    <div lang={choices.language} dir={languages::direction(choices.language)}>
                        { element(choices, source) }
                    </div>
                </Stage>
            </section>
        </>
    }
}
