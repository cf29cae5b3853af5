//! The looks, and sliders that change them, with the style sheet to copy.

use article_cards::components::Layout;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::choices::{Change, Choices, ChoicesProps};
use super::controls::{CopyButton, Radios, on_select};
use super::live_element::Source;
use super::looks::{LOOKS, Look};
use super::try_it::LAYOUTS;
use super::tuning::{SLIDERS, Slider, Tuning};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ThemesProps {
    pub(crate) choices: UseReducerHandle<Choices>,
    pub(crate) source: Source,
}

/// A list, whose class and style are all that a theme changes.
#[component]
pub(crate) fn Themes(properties: &ThemesProps) -> Html {
    let ThemesProps { choices, source } = properties;
    let change = ChoicesProps {
        choices: choices.clone(),
    };
    let layout = use_state(|| Layout::Grid);
    let on_layout = {
        let layout = layout.setter();
        on_select(move |value| layout.set(value.parse().unwrap_or(Layout::Grid)))
    };
    let (look, tuning) = (choices.look, &choices.tuning);
    let is_untouched = look == Look::Plain && *tuning == Tuning::default();
    let sheet = if is_untouched {
        AttrValue::Static("/* Move a slider: its CSS appears here. */\n")
    } else {
        AttrValue::from(tuning.sheet(look.css()))
    };
    let class = look.class();
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
                <Radios<Look>
                    legend="Look"
                    chosen={look}
                    options={LOOKS.as_slice()}
                    on_choice={change.on(Change::Look)}
                />
            </div>
            <p class="demo-note">
                { "A look is one class and one style sheet. Each slider sets one custom property over it." }
            </p>
            <div class="demo-themes">
                <div class="demo-stage">
                    <article-cards
                        class={(!class.is_empty()).then_some(class)}
                        style={tuning.style()}
                        src={source.src.clone()}
                        mapping={source.mapping}
                        layout={layout.as_str()}
                        theme={choices.theme.as_str()}
                        page-size="6"
                        loading="lazy"
                        label="Themed feed"
                    />
                </div>
                <div class="demo-tuner">
                    <Sliders look={look} tuning={tuning.clone()} on_change={change.on(Change::Tuning)} />
                    <figure class="demo-sheet">
                        <figcaption>
                            <span>{ format!("{}.css", if class.is_empty() { "plain" } else { class }) }</span>
                            <CopyButton text={sheet.clone()} of="the style sheet" />
                        </figcaption>
                        <pre tabindex="0" role="region" aria-label="The style sheet"><code>{ sheet }</code></pre>
                    </figure>
                </div>
            </div>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct SlidersProps {
    look: Look,
    tuning: Tuning,
    on_change: Callback<Tuning>,
}

#[component]
fn Sliders(properties: &SlidersProps) -> Html {
    let SlidersProps {
        look,
        tuning,
        on_change,
    } = properties;
    let css = look.css();
    let on_accent = {
        let (tuning, on_change) = (tuning.clone(), on_change.clone());
        on_value(move |value| on_change.emit(tuning.with_accent(value)))
    };
    let on_reset = on_change.reform(|_: MouseEvent| Tuning::default());
    html! {
        <fieldset class="demo-sliders">
            <legend class="demo-hidden">{ "Custom properties" }</legend>
            <label class="demo-slider">
                <span>{ "Accent" }</span>
                <input type="color" value={tuning.accent(css)} oninput={on_accent} />
                <output>{ tuning.accent(css) }</output>
            </label>
            { for SLIDERS.iter().zip(tuning.positions(css)).enumerate().map(|(index, (slider, value))| {
                let Slider { property, name, min, max, step, .. } = slider;
                let (tuning, on_change) = (tuning.clone(), on_change.clone());
                let oninput = on_value(move |value| {
                    if let Ok(value) = value.parse() {
                        on_change.emit(tuning.with(index, value));
                    }
                });
                html! {
                    <label key={*property} class="demo-slider">
                        <span>{ *name }</span>
                        <input
                            type="range"
                            min={min.to_string()}
                            max={max.to_string()}
                            step={step.to_string()}
                            value={value.to_string()}
                            aria-valuetext={format!("{value} em")}
                            {oninput}
                        />
                        <output>{ format!("{value} em") }</output>
                    </label>
                }
            }) }
            <button
                type="button"
                class="demo-button"
                disabled={*tuning == Tuning::default()}
                onclick={on_reset}
            >
                { "Reset" }
            </button>
        </fieldset>
    }
}

/// Emits the value of the `input` element of an event.
fn on_value(emit: impl Fn(String) + 'static) -> Callback<InputEvent> {
    Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            emit(input.value());
        }
    })
}
