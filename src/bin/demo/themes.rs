//! The example themes: a list as the element of the npm package, with the style sheet of the theme.

use article_cards::components::{Layout, Theme};
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, HtmlSelectElement};
use yew::prelude::*;

use super::{Choice, LAYOUTS, SAMPLE, setter};

/// An example theme: a class of the element with a style sheet.
#[derive(Clone, Copy, PartialEq)]
enum Look {
    Broadsheet,
    Poster,
    Terminal,
}

const LOOKS: [(Look, &str); 3] = [
    (Look::Broadsheet, "Broadsheet"),
    (Look::Poster, "Poster"),
    (Look::Terminal, "Terminal"),
];

impl Look {
    fn class(self) -> &'static str {
        match self {
            Self::Broadsheet => "broadsheet",
            Self::Poster => "poster",
            Self::Terminal => "terminal",
        }
    }

    fn css(self) -> &'static str {
        match self {
            Self::Broadsheet => include_str!("../../../styles/themes/broadsheet.css"),
            Self::Poster => include_str!("../../../styles/themes/poster.css"),
            Self::Terminal => include_str!("../../../styles/themes/terminal.css"),
        }
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct ThemesProps {
    /// The colour scheme.
    pub(crate) theme: Theme,
}

/// A list and a choice of themes, which only changes its class.
#[component]
pub(crate) fn Themes(properties: &ThemesProps) -> Html {
    let look = use_state(|| Look::Broadsheet);
    let layout = use_state(|| Layout::Grid);
    let on_layout = setter(&layout).reform(|event: Event| {
        event
            .target_dyn_into::<HtmlSelectElement>()
            .and_then(|select| select.value().parse().ok())
            .unwrap_or(Layout::Grid)
    });
    let css = look.css();
    html! {
        <section class="demo-section" aria-labelledby="themes">
            <div class="demo-bar">
                <h2 id="themes">{ "Themes" }</h2>
                <label class="demo-select">
                    <span>{ "Cards" }</span>
                    <select onchange={on_layout}>
                        { for LAYOUTS.iter().map(|(value, name)| html! {
                            <option key={*name} value={value.as_str()} selected={*layout == *value}>{ *name }</option>
                        }) }
                    </select>
                </label>
                <Choice<Look>
                    legend="Look"
                    chosen={*look}
                    options={LOOKS.as_slice()}
                    on_choice={setter(&look)}
                />
            </div>
            <p class="demo-note">
                { "The element of the npm package. A look is one class and one style sheet \
                   of custom properties and parts." }
            </p>
            <div class="demo-themes">
                <div class="demo-stage">
                    <article-cards
                        class={look.class()}
                        src={SAMPLE}
                        layout={layout.as_str()}
                        theme={properties.theme.as_str()}
                        page-size="6"
                        loading="lazy"
                        label="Themed feed"
                    />
                </div>
                <figure class="demo-sheet">
                    <figcaption>
                        <span>{ format!("{}.css", look.class()) }</span>
                        <Copy key={look.class()} text={css} />
                    </figcaption>
                    <pre tabindex="0" role="region" aria-label="The style sheet"><code>{ css }</code></pre>
                </figure>
            </div>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct CopyProps {
    text: &'static str,
}

/// A button that copies a text to the clipboard and shows whether it succeeded.
#[component]
fn Copy(properties: &CopyProps) -> Html {
    let label = use_state(|| "Copy");
    let text = properties.text;
    let onclick = setter(&label).reform(|done: bool| if done { "Copied" } else { "Not allowed" });
    let onclick = Callback::from(move |_: MouseEvent| {
        let on_copied = onclick.clone();
        spawn_local(async move {
            let copied = match write_text(text) {
                Ok(promise) => JsFuture::from(promise).await.is_ok(),
                Err(_) => false,
            };
            on_copied.emit(copied);
        });
    });
    html! {
        <button type="button" class="demo-copy" aria-live="polite" {onclick}>{ *label }</button>
    }
}

#[wasm_bindgen]
extern "C" {
    /// Throws on pages without access to the clipboard.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;
}
