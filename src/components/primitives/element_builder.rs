//! A builder of virtual DOM elements, for files in which `html!` costs too much.
//!
//! `html!` expands to code that makes the whole element in place, while the builder's methods are
//! shared function calls. In the module of the custom element `html!` costs about 1,900 bytes (gzip)
//! in the six files that use it, each of them for elements that a list has once: the filter panel
//! and the error message about 350 each, the toolbar 400, the rest less, and 200 that they share.
//! Everything in a card, and what has many dynamic attributes, uses the builder.

use std::rc::Rc;

use yew::virtual_dom::{Key, Listener, ListenerKind, VTag, VText};
use yew::{AttrValue, Callback, Event, Html, NodeRef};

/// Builds an element.
///
/// Optional children are passed as `None` or as empty `Html`, so that each keeps its position
/// among its siblings from one render to the next.
pub(crate) struct ElementBuilder(Box<Inner>);

struct Inner {
    element: VTag,
    /// Written last, as `html!` does.
    class: Option<AttrValue>,
}

/// Begins an element with this tag name.
#[inline(never)]
pub(crate) fn element(name: &'static str) -> ElementBuilder {
    ElementBuilder(Box::new(Inner {
        element: VTag::new(name),
        class: None,
    }))
}

/// Begins a heading of level 2 to 6.
pub(crate) fn heading(level: u8) -> ElementBuilder {
    element(match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    })
}

/// Begins a button that does nothing while `busy`. It is not `disabled`, since it would lose the
/// focus.
#[inline(never)]
pub(crate) fn button(class: &'static str, on_press: &Callback<()>, busy: bool) -> ElementBuilder {
    let on_press = on_press.clone();
    let listener = Callback::from(move |_: Event| {
        if !busy {
            on_press.emit(());
        }
    });
    element("button")
        .attr("type", "button")
        .part(class)
        .attr("aria-disabled", busy.then_some("true"))
        .on_click(Some(listener))
}

/// Returns a listener that emits `value`.
#[inline(never)]
pub(crate) fn emit_value(callback: &Callback<AttrValue>, value: &str) -> Callback<Event> {
    let value = attr_value(value);
    callback.reform(move |_: Event| value.clone())
}

/// The most bytes of a text that are rendered: the layout of megabytes blocks a page for seconds.
const MAX_TEXT_BYTES: usize = 20_000;

/// A text node.
#[inline(never)]
pub(crate) fn text(mut text: AttrValue) -> Html {
    if text.len() > MAX_TEXT_BYTES {
        let end = text.floor_char_boundary(MAX_TEXT_BYTES);
        text = concat(&[text.get(..end).unwrap_or_default(), "…"]);
    }
    VText { text }.into()
}

/// A text whose direction is independent of its surroundings.
#[inline(never)]
pub(crate) fn bdi(text: AttrValue) -> Html {
    element("bdi").text(text).html()
}

/// A text for assistive technology only.
#[inline(never)]
pub(crate) fn visually_hidden(text: AttrValue, lang: &Option<AttrValue>) -> Html {
    element("span")
        .class("ac-x-vh")
        .attr("lang", lang)
        .text(text)
        .html()
}

/// A live region: assistive technology announces its text whenever it changes.
pub(crate) fn live_region(text: AttrValue) -> Html {
    element("p")
        .part("ac-live")
        .attr("role", "status")
        .child(bdi(text))
        .html()
}

/// Copies a text into an [`AttrValue`].
#[inline(never)]
pub(crate) fn attr_value(text: &str) -> AttrValue {
    AttrValue::Rc(text.into())
}

/// Turns a text into an [`AttrValue`].
#[inline(never)]
pub(crate) fn owned_value(text: String) -> AttrValue {
    attr_value(&text)
}

/// Concatenates texts, with far less code than `format!`.
#[inline(never)]
pub(crate) fn concat(texts: &[&str]) -> AttrValue {
    owned_value(texts.concat())
}

/// The name of a landmark. The name of the list distinguishes it from those of others in the page.
pub(crate) fn landmark_name(name: &str, list: &Option<AttrValue>) -> AttrValue {
    let list = list.as_deref().unwrap_or_default();
    let separator = if list.is_empty() { "" } else { ": " };
    concat(&[name, separator, list])
}

/// An ARIA state as an attribute value.
pub(crate) fn flag(on: bool) -> &'static str {
    if on { "true" } else { "false" }
}

/// The value of an attribute. Each type has one function that sets it, so that callers need no
/// conversion code.
pub(crate) trait AttributeValue {
    fn set_on(self, element: ElementBuilder, name: &'static str) -> ElementBuilder;
}

impl AttributeValue for &'static str {
    #[inline(never)]
    fn set_on(self, element: ElementBuilder, name: &'static str) -> ElementBuilder {
        element.set(name, AttrValue::Static(self))
    }
}

impl AttributeValue for AttrValue {
    fn set_on(self, element: ElementBuilder, name: &'static str) -> ElementBuilder {
        element.set(name, self)
    }
}

impl AttributeValue for String {
    #[inline(never)]
    fn set_on(self, element: ElementBuilder, name: &'static str) -> ElementBuilder {
        element.set(name, owned_value(self))
    }
}

impl AttributeValue for &AttrValue {
    #[inline(never)]
    fn set_on(self, element: ElementBuilder, name: &'static str) -> ElementBuilder {
        element.set(name, self.clone())
    }
}

impl<V: AttributeValue> AttributeValue for Option<V> {
    #[inline(never)]
    fn set_on(self, element: ElementBuilder, name: &'static str) -> ElementBuilder {
        match self {
            Some(value) => value.set_on(element, name),
            None => element,
        }
    }
}

impl AttributeValue for &Option<AttrValue> {
    #[inline(never)]
    fn set_on(self, element: ElementBuilder, name: &'static str) -> ElementBuilder {
        self.as_ref().set_on(element, name)
    }
}

impl ElementBuilder {
    /// Sets a class that is private to our style sheet.
    #[inline(never)]
    pub(crate) fn class(self, class: &'static str) -> Self {
        self.any_class(Some(AttrValue::Static(class)))
    }

    /// Sets the class, if there is one.
    #[inline(never)]
    pub(crate) fn any_class(mut self, class: Option<AttrValue>) -> Self {
        self.0.class = class;
        self
    }

    /// Sets a public class, and the part of the same name without `ac-`.
    #[inline(never)]
    pub(crate) fn part(self, class: &'static str) -> Self {
        let part = class.strip_prefix("ac-").unwrap_or(class);
        self.class(class).set("part", AttrValue::Static(part))
    }

    /// Sets an attribute, if there is a value.
    #[inline]
    pub(crate) fn attr(self, name: &'static str, value: impl AttributeValue) -> Self {
        value.set_on(self, name)
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.element.add_attribute(name, value);
        self
    }

    /// Sets the key.
    pub(crate) fn key(mut self, key: impl Into<Key>) -> Self {
        self.0.element.key = Some(key.into());
        self
    }

    /// Sets the reference to the DOM node.
    pub(crate) fn node_ref(mut self, node: NodeRef) -> Self {
        self.0.element.node_ref = node;
        self
    }

    /// Listens to clicks, if there is a listener.
    pub(crate) fn on_click(self, listener: Option<Callback<Event>>) -> Self {
        match listener {
            Some(listener) => self.on(On::Click, listener),
            None => self,
        }
    }

    /// Listens to an event.
    #[inline(never)]
    pub(crate) fn on(mut self, event: On, listener: Callback<Event>) -> Self {
        let listener = EventListener { event, listener };
        self.0.element.add_listener(Rc::new(listener));
        self
    }

    /// Sets the text of a field. Each render restores it if the reader has changed it.
    #[inline(never)]
    pub(crate) fn value(mut self, value: AttrValue) -> Self {
        self.0.element.set_value(Some(value));
        self
    }

    /// Sets whether a box is checked. Each render restores it if the reader has changed it.
    pub(crate) fn checked(mut self, checked: bool) -> Self {
        self.0.element.set_checked(checked);
        self
    }

    /// Sets the text of a field only when `value` changes, so that a text in progress stays.
    #[inline(never)]
    pub(crate) fn new_value(self, value: AttrValue) -> Self {
        #[cfg(target_arch = "wasm32")]
        {
            let mut field = self;
            let value = wasm_bindgen::JsValue::from_str(&value);
            field.0.element.add_property("value", value);
            field
        }
        // There are no properties without a DOM.
        #[cfg(not(target_arch = "wasm32"))]
        self.set("value", value)
    }

    /// Sets whether an option is selected. The attribute has no effect once the reader has
    /// selected another option.
    #[inline(never)]
    pub(crate) fn selected(self, selected: bool) -> Self {
        #[cfg(target_arch = "wasm32")]
        {
            let mut option = self;
            let selected = wasm_bindgen::JsValue::from_bool(selected);
            option.0.element.add_property("selected", selected);
            option
        }
        #[cfg(not(target_arch = "wasm32"))]
        self.attr("selected", selected.then_some(""))
    }

    /// Sets a text as the only child.
    #[inline(never)]
    pub(crate) fn text(mut self, value: AttrValue) -> Self {
        if let Some(children) = self.0.element.children_mut() {
            *children = text(value);
        }
        self
    }

    /// Adds a child.
    #[inline(never)]
    pub(crate) fn child(mut self, child: Html) -> Self {
        self.0.element.add_child(child);
        self
    }

    /// Adds a child, or an empty placeholder.
    #[inline(never)]
    pub(crate) fn maybe_child(self, child: Option<Html>) -> Self {
        self.child(child.unwrap_or_default())
    }

    /// Adds children, each with a key.
    #[inline(never)]
    pub(crate) fn children(mut self, children: Vec<Html>) -> Self {
        self.0.element.add_children(children);
        self
    }

    /// Finishes the element.
    #[inline(never)]
    pub(crate) fn html(self) -> Html {
        let Inner { mut element, class } = *self.0;
        if let Some(class) = class {
            element.add_attribute("class", class);
        }
        element.into()
    }
}

/// An event that elements listen to.
#[derive(Clone, Copy)]
pub(crate) enum On {
    Click,
    AuxClick,
    MouseDown,
    Error,
    Input,
    Change,
    KeyDown,
    FocusOut,
    CompositionStart,
    CompositionEnd,
}

struct EventListener {
    event: On,
    listener: Callback<Event>,
}

impl Listener for EventListener {
    fn kind(&self) -> ListenerKind {
        let other = |name: &'static str| ListenerKind::other(name.into());
        match self.event {
            On::Click => ListenerKind::onclick,
            On::MouseDown => ListenerKind::onmousedown,
            On::AuxClick => other("auxclick"),
            On::Error => ListenerKind::onerror,
            On::Input => ListenerKind::oninput,
            On::Change => ListenerKind::onchange,
            On::KeyDown => ListenerKind::onkeydown,
            On::FocusOut => ListenerKind::onfocusout,
            On::CompositionStart => other("compositionstart"),
            On::CompositionEnd => other("compositionend"),
        }
    }

    fn handle(&self, event: Event) {
        self.listener.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
