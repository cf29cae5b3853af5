//! A page on screen.

use yew::prelude::*;

use crate::highlight::highlighted;
use crate::page::{Page, State};
use crate::source;

#[derive(PartialEq, Properties)]
pub(crate) struct PageViewProps {
    pub(crate) page: &'static Page,
}

/// The component's name, what it is for, and its states.
#[component]
pub(crate) fn PageView(props: &PageViewProps) -> Html {
    let page = props.page;
    html! {
        <>
            <h1>{ page.name }</h1>
            <p class="gallery-about">{ words(&page.about()) }</p>
            <details class="gallery-imports">
                <summary>{ "Imports of the code on this page" }</summary>
                <Code label="Imports" code={source::imports(page.source)} />
            </details>
            if page.source.contains("sample::") {
                <details class="gallery-imports">
                    <summary>{ "The data: sample.rs" }</summary>
                    <Code label="Data" code={include_str!("sample.rs")} />
                </details>
            }
            if page.source.contains("engine::") {
                <details class="gallery-imports">
                    <summary>{ "The search engine: engine.rs" }</summary>
                    <Code label="Search engine" code={include_str!("engine.rs")} />
                </details>
            }
            { for page.states.iter().map(|state| html! {
                <StateView key={state.name} {page} {state} />
            }) }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct StateViewProps {
    page: &'static Page,
    state: &'static State,
}

/// A state, live, and its code.
#[component]
fn StateView(props: &StateViewProps) -> Html {
    let StateViewProps { page, state } = *props;
    let Some(source) = source::state(page.source, state.name) else {
        return html! { <p>{ format!("{} is not in the source of its page.", state.name) }</p> };
    };
    let id = format!("state-{}", state.name);
    html! {
        <section class="gallery-state" aria-labelledby={id.clone()}>
            <h2 {id}>{ words(&source.title) }</h2>
            if !source.note.is_empty() {
                <p class="gallery-note">{ words(&source.note) }</p>
            }
            <div class="gallery-live" data-state={state.name}>{ (state.render.0)() }</div>
            <Code label={source.title} code={source.code} />
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct CodeProps {
    /// What it is the code of.
    label: AttrValue,
    code: AttrValue,
}

/// Rust code. It scrolls sideways, so the keyboard must reach it.
#[component]
fn Code(props: &CodeProps) -> Html {
    let CodeProps { label, code } = props;
    html! {
        <pre class="gallery-code" tabindex="0" role="group" aria-label={format!("Code: {label}")}>
            <code>{ highlighted(code) }</code>
        </pre>
    }
}

/// A text in which words between backquotes are code.
fn words(text: &str) -> Html {
    let words =
        text.split('`')
            .enumerate()
            .map(|(index, part)| match index % 2 {
                0 => html! { { part } },
                _ => html! { <code>{ part }</code> },
            });
    words.collect()
}
