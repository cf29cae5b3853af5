//! Controls of the page: radio buttons, a menu, and a button that copies.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(crate) struct RadiosProps<T: Copy + PartialEq + 'static> {
    pub(crate) legend: &'static str,
    pub(crate) chosen: T,
    pub(crate) options: &'static [(T, &'static str)],
    pub(crate) on_choice: Callback<T>,
}

/// A row of radio buttons, styled as one control.
#[component]
pub(crate) fn Radios<T: Copy + PartialEq + 'static>(properties: &RadiosProps<T>) -> Html {
    let RadiosProps {
        legend,
        chosen,
        options,
        on_choice,
    } = properties;
    html! {
        <fieldset class="demo-choice">
            <legend>{ *legend }</legend>
            { for options.iter().map(|(value, name)| {
                let (on_choice, value) = (on_choice.clone(), *value);
                let onchange = Callback::from(move |event: Event| {
                    if is_checked(&event) {
                        on_choice.emit(value);
                    }
                });
                html! {
                    <label key={*name}>
                        <input type="radio" name={*legend} checked={*chosen == value} {onchange} />
                        <span>{ *name }</span>
                    </label>
                }
            }) }
        </fieldset>
    }
}

/// Whether the checkbox or radio button of an event is checked.
pub(crate) fn is_checked(event: &Event) -> bool {
    let input = event.target_dyn_into::<HtmlInputElement>();
    input.is_some_and(|input| input.checked())
}

/// Emits the value of the `select` element of an event.
pub(crate) fn on_select(emit: impl Fn(String) + 'static) -> Callback<Event> {
    Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            emit(select.value());
        }
    })
}

#[derive(PartialEq, Properties)]
pub(crate) struct CopyButtonProps {
    /// What is copied.
    pub(crate) text: AttrValue,
    /// What it is, for screen readers.
    pub(crate) of: &'static str,
}

/// A button that copies a text to the clipboard and shows whether it succeeded.
#[component]
pub(crate) fn CopyButton(properties: &CopyButtonProps) -> Html {
    let CopyButtonProps { text, of } = properties;
    let label = use_state(|| "Copy");
    {
        let label = label.clone();
        use_effect_with(text.clone(), move |_| label.set("Copy"));
    }
    let onclick = {
        let (text, label) = (text.clone(), label.setter());
        Callback::from(move |_: MouseEvent| {
            let (text, label) = (text.clone(), label.clone());
            spawn_local(async move {
                let copied = match write_text(&text) {
                    Ok(promise) => JsFuture::from(promise).await.is_ok(),
                    Err(_) => false,
                };
                label.set(if copied { "Copied" } else { "Not allowed" });
            });
        })
    };
    html! {
        <button type="button" class="demo-button" aria-live="polite" {onclick}>
            { *label }
            <span class="demo-hidden">{ format!(" {of}") }</span>
        </button>
    }
}

#[wasm_bindgen]
extern "C" {
    /// Throws on pages without access to the clipboard.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;
}
