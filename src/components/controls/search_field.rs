use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::functional::{Hook, HookContext};
use yew::{AttrValue, Callback, Event, Html, Properties, component, hook, use_mut_ref};

use crate::components::primitives::dyn_component::Render;
use crate::components::primitives::element_builder::{
    On, attr_value, concat, element, owned_value,
};
use crate::components::primitives::icon::{IconName, icon};
use crate::hooks::{use_node, use_unique_id};
use crate::i18n::Messages;

/// The key code of every key that an input method uses, in browsers that say nothing else of it.
const INPUT_METHOD: u32 = 229;

/// Props of [`SearchField`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SearchFieldProps {
    /// The text. It must follow `on_input` at once.
    #[prop_or_default]
    pub value: AttrValue,
    /// Hears of the text as it is typed, and of its clearing.
    #[prop_or_default]
    pub on_input: Callback<String>,
    /// Hears of Enter.
    #[prop_or_default]
    pub on_enter: Callback<()>,
    /// What the field's id begins with; without it, the id is one that no other field has.
    #[prop_or_default]
    pub id_prefix: Option<AttrValue>,
    /// The words on screen.
    #[prop_or_else(Messages::shared)]
    pub messages: Rc<Messages>,
}

/// The field for a text to search for. Escape, or a button that appears with the text, clears it.
///
/// ```
/// use article_cards::components::SearchField;
/// use yew::prelude::*;
///
/// #[component]
/// fn Search() -> Html {
///     let text = use_state(AttrValue::default);
///     let on_input = {
///         let text = text.setter();
///         move |typed: String| text.set(typed.into())
///     };
///     html! { <SearchField value={(*text).clone()} {on_input} /> }
/// }
/// ```
#[component]
pub fn SearchField(props: &SearchFieldProps) -> Html {
    use_search_field(props)
}

impl Render for SearchFieldProps {
    const NAME: &'static str = "search-field";

    fn render(&self, hooks: &mut HookContext) -> Html {
        use_search_field(self).run(hooks)
    }
}

#[hook]
fn use_search_field(props: &SearchFieldProps) -> Html {
    let SearchFieldProps {
        value,
        on_input,
        on_enter,
        messages,
        ..
    } = props;
    let id = use_unique_id(props.id_prefix.clone());
    let id = concat(&[&id, "-search"]);
    let node = use_node();
    let composing = use_mut_ref(bool::default);
    let typed = {
        let node = node.clone();
        move || node.cast::<HtmlInputElement>().map(|field| field.value())
    };
    // What an input method composes must not be touched.
    let held = if *composing.borrow() { typed() } else { None };
    let held = held.map_or_else(|| value.clone(), owned_value);
    let is_empty = held.is_empty();

    let tell = {
        let (typed, on_input) = (typed.clone(), on_input.clone());
        Callback::from(move |_: Event| {
            if let Some(text) = typed() {
                on_input.emit(text);
            }
        })
    };
    let clear = {
        let (node, on_input) = (node.clone(), on_input.clone());
        move || {
            on_input.emit(String::new());
            if let Some(field) = node.cast::<HtmlInputElement>() {
                // At once: who hears the field's text as the focus comes must not hear what is gone.
                field.set_value("");
                // Fails only where there is nothing to focus.
                let _ = field.focus();
            }
        }
    };
    let keys = {
        let (clear, on_enter) = (clear.clone(), on_enter.clone());
        Callback::from(move |event: Event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
                return;
            };
            if key.is_composing() || key.key_code() == INPUT_METHOD {
                return;
            }
            match key.key().as_str() {
                "Enter" => {
                    // A form around the list is not meant.
                    event.prevent_default();
                    on_enter.emit(());
                }
                "Escape" if typed().is_some_and(|text| !text.is_empty()) => {
                    event.prevent_default();
                    event.stop_propagation();
                    clear();
                }
                _ => {}
            }
        })
    };
    let starts = {
        let composing = Rc::clone(&composing);
        Callback::from(move |_: Event| *composing.borrow_mut() = true)
    };
    let ends = {
        let tell = tell.clone();
        Callback::from(move |event: Event| {
            *composing.borrow_mut() = false;
            tell.emit(event);
        })
    };
    let label = element("label").class("ac-x-vh").attr("for", &id);
    let field = element("input")
        .node_ref(node)
        .part("ac-search-input")
        .attr("id", &id)
        .attr("type", "search")
        .attr("placeholder", attr_value(&messages.search))
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .value(held)
        .on(On::Input, tell)
        .on(On::KeyDown, keys)
        .on(On::CompositionStart, starts)
        .on(On::CompositionEnd, ends);
    let button = (!is_empty).then(|| {
        element("button")
            .attr("type", "button")
            .part("ac-search-clear")
            .attr("aria-label", attr_value(&messages.search_clear))
            .on_click(Some(Callback::from(move |_: Event| clear())))
            .child(icon(IconName::Clear))
            .html()
    });
    element("div")
        .part("ac-search")
        .child(icon(IconName::Search))
        .child(label.text(attr_value(&messages.search)).html())
        .child(field.html())
        .maybe_child(button)
        .html()
}
