use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::functional::{Hook, HookContext};
use yew::{AttrValue, Callback, Classes, Event, Html, Properties, component, hook, use_mut_ref};

use crate::browser::focus;
use crate::components::primitives::{
    IconName, Localization, Localized, On, Render, attr_value, base, concat, element, focus_search,
    icon, is_touch, owned_value, use_localization, with_root_props,
};
use crate::hooks::{use_node, use_unique_id};

/// The key code of keys that an input method handles, in browsers without `isComposing`.
const INPUT_METHOD: u32 = 229;

/// Props of [`SearchField`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SearchFieldProps {
    /// The text. It must follow `on_input` immediately.
    #[prop_or_default]
    pub value: AttrValue,
    /// Receives the text at each input, and when it is cleared.
    #[prop_or_default]
    pub on_input: Callback<String>,
    /// Called when Enter is pressed.
    #[prop_or_default]
    pub on_enter: Callback<()>,
    /// The prefix of the field's id. Default: unique in the page.
    #[prop_or_default]
    pub id_prefix: Option<AttrValue>,
    /// Additional classes of the element around the field.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the element around the field.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// The search field. Escape clears it, and so does a button that is shown while there is a text.
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
    let localization = use_localization();
    let html = use_search_field(props, &localization);
    with_root_props(html, &props.class, &props.id)
}

impl Render for Localized<SearchFieldProps> {
    const NAME: &'static str = "search-field";

    fn render(&self, hooks: &mut HookContext) -> Html {
        use_search_field(&self.props, &self.localization).run(hooks)
    }
}

#[hook]
fn use_search_field(props: &SearchFieldProps, localization: &Localization) -> Html {
    let SearchFieldProps {
        value,
        on_input,
        on_enter,
        ..
    } = props;
    let messages = &localization.messages;
    let id = use_unique_id(props.id_prefix.clone());
    let id = concat(&[&id, "-search"]);
    let node = use_node();
    let composing = use_mut_ref(bool::default);
    let typed = {
        let node = node.clone();
        move || node.cast::<HtmlInputElement>().map(|field| field.value())
    };
    // A text that an input method is composing must not be replaced.
    let composed = if *composing.borrow() { typed() } else { None };
    let shown = composed.map_or_else(|| value.clone(), owned_value);
    let is_empty = shown.is_empty();

    let report = {
        let (typed, on_input) = (typed.clone(), on_input.clone());
        Callback::from(move |_: Event| {
            if let Some(text) = typed() {
                on_input.emit(text);
            }
        })
    };
    let clear = {
        let (node, on_input) = (node.clone(), on_input.clone());
        move |event: &Event| {
            on_input.emit(String::new());
            if let Some(field) = node.cast::<HtmlInputElement>() {
                // Before the focus event, whose listeners may read the field.
                field.set_value("");
                match base(event) {
                    Some(base) if is_touch(event) => focus_search(&base, true),
                    _ => focus(field.into()),
                }
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
                    // Enter must not submit a form around the list.
                    event.prevent_default();
                    on_enter.emit(());
                }
                "Escape" if typed().is_some_and(|text| !text.is_empty()) => {
                    event.prevent_default();
                    event.stop_propagation();
                    clear(&event);
                }
                _ => {}
            }
        })
    };
    let start_composing = {
        let composing = Rc::clone(&composing);
        Callback::from(move |_: Event| *composing.borrow_mut() = true)
    };
    let end_composing = {
        let report = report.clone();
        Callback::from(move |event: Event| {
            *composing.borrow_mut() = false;
            report.emit(event);
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
        .value(shown)
        .on(On::Input, report)
        .on(On::KeyDown, keys)
        .on(On::CompositionStart, start_composing)
        .on(On::CompositionEnd, end_composing);
    let button = (!is_empty).then(|| {
        element("button")
            .attr("type", "button")
            .part("ac-search-clear")
            .attr("aria-label", attr_value(&messages.search_clear))
            .on_click(Some(Callback::from(move |event: Event| clear(&event))))
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
