//! Elements without `html!`, which writes all of an element's making out at each place: calls are
//! a fraction of that code, and every reader downloads it.

use yew::virtual_dom::{Key, Listener, ListenerKind, VTag, VText};
use yew::{AttrValue, Callback, Event, Html, NodeRef};

/// An element in the making.
///
/// What may be missing is given as `None` or as empty `Html`, so that it keeps its place among
/// its siblings from one drawing to the next.
pub(super) struct Tag(Box<Making>);

struct Making {
    element: VTag,
    /// Written last, as `html!` does.
    class: Option<AttrValue>,
}

/// An element of this name.
#[inline(never)]
pub(super) fn tag(name: &'static str) -> Tag {
    Tag(Box::new(Making {
        element: VTag::new(name),
        class: None,
    }))
}

/// A heading of this level, 2 to 6.
pub(super) fn heading(level: u8) -> Tag {
    tag(match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    })
}

/// A button that can be pressed unless it is busy. Not `disabled`, which would take the focus away.
#[inline(never)]
pub(super) fn button(class: &'static str, pressed: &Callback<()>, busy: bool) -> Tag {
    let pressed = pressed.clone();
    let heard = Callback::from(move |_: Event| {
        if !busy {
            pressed.emit(());
        }
    });
    tag("button")
        .with("type", "button")
        .part(class)
        .with("aria-disabled", busy.then_some("true"))
        .on_click(Some(heard))
}

/// Hands over `value` when it is pressed.
#[inline(never)]
pub(super) fn chooses(chosen: &Callback<AttrValue>, value: &str) -> Callback<Event> {
    let value = words(value);
    chosen.reform(move |_: Event| value.clone())
}

/// So many bytes of a text are drawn. Nobody reads on in a card, and a browser lays out all that
/// there is: of a few megabytes the page would stand still for seconds.
const MOST_DRAWN: usize = 20_000;

/// A text as a child among others.
#[inline(never)]
pub(super) fn text(mut text: AttrValue) -> Html {
    if text.len() > MOST_DRAWN {
        let end = text.floor_char_boundary(MOST_DRAWN);
        text = joined(&[text.get(..end).unwrap_or_default(), "…"]);
    }
    VText { text }.into()
}

/// A text that a direction of its own keeps apart from what stands around it.
#[inline(never)]
pub(super) fn bdi(words: AttrValue) -> Html {
    tag("bdi").text(words).html()
}

/// Words for assistive technology only.
#[inline(never)]
pub(super) fn unseen(words: AttrValue, lang: &Option<AttrValue>) -> Html {
    tag("span")
        .class("ac-x-vh")
        .with("lang", lang)
        .text(words)
        .html()
}

/// A text as attributes and text nodes hold it.
#[inline(never)]
pub(super) fn words(words: &str) -> AttrValue {
    AttrValue::Rc(words.into())
}

/// A text that was just put together.
#[inline(never)]
pub(super) fn owned(text: String) -> AttrValue {
    words(&text)
}

/// Texts, one after the other: a fraction of what `format!` makes of them.
#[inline(never)]
pub(super) fn joined(texts: &[&str]) -> AttrValue {
    owned(texts.concat())
}

/// What an attribute may be set to. Each kind is put in place by one function, so that a caller
/// makes no [`AttrValue`] of it.
pub(super) trait Value {
    fn put(self, tag: Tag, name: &'static str) -> Tag;
}

impl Value for &'static str {
    #[inline(never)]
    fn put(self, tag: Tag, name: &'static str) -> Tag {
        tag.set(name, AttrValue::Static(self))
    }
}

impl Value for AttrValue {
    fn put(self, tag: Tag, name: &'static str) -> Tag {
        tag.set(name, self)
    }
}

impl Value for String {
    #[inline(never)]
    fn put(self, tag: Tag, name: &'static str) -> Tag {
        tag.set(name, owned(self))
    }
}

impl Value for &AttrValue {
    #[inline(never)]
    fn put(self, tag: Tag, name: &'static str) -> Tag {
        tag.set(name, self.clone())
    }
}

impl<V: Value> Value for Option<V> {
    #[inline(never)]
    fn put(self, tag: Tag, name: &'static str) -> Tag {
        match self {
            Some(value) => value.put(tag, name),
            None => tag,
        }
    }
}

impl Value for &Option<AttrValue> {
    #[inline(never)]
    fn put(self, tag: Tag, name: &'static str) -> Tag {
        self.as_ref().put(tag, name)
    }
}

impl Tag {
    /// A class that only our own styles know.
    #[inline(never)]
    pub(super) fn class(self, class: &'static str) -> Self {
        self.any_class(Some(AttrValue::Static(class)))
    }

    /// A class that somebody else chose.
    #[inline(never)]
    pub(super) fn any_class(mut self, class: Option<AttrValue>) -> Self {
        self.0.class = class;
        self
    }

    /// A class that pages style too: its part name is the same without `ac-`.
    #[inline(never)]
    pub(super) fn part(self, class: &'static str) -> Self {
        let part = class.strip_prefix("ac-").unwrap_or(class);
        self.class(class).set("part", AttrValue::Static(part))
    }

    /// An attribute, if there is a value.
    #[inline]
    pub(super) fn with(self, name: &'static str, value: impl Value) -> Self {
        value.put(self, name)
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.element.add_attribute(name, value);
        self
    }

    /// What tells it from its siblings.
    pub(super) fn key(mut self, key: impl Into<Key>) -> Self {
        self.0.element.key = Some(key.into());
        self
    }

    /// Where to find it in the page.
    pub(super) fn node(mut self, node: NodeRef) -> Self {
        self.0.element.node_ref = node;
        self
    }

    /// Hears of clicks.
    pub(super) fn on_click(self, heard: Option<Callback<Event>>) -> Self {
        match heard {
            Some(heard) => self.on(On::Click, heard),
            None => self,
        }
    }

    /// Hears that it could not be loaded.
    pub(super) fn on_error(self, heard: Callback<Event>) -> Self {
        self.on(On::Error, heard)
    }

    /// Hears of an event.
    #[inline(never)]
    pub(super) fn on(mut self, what: On, heard: Callback<Event>) -> Self {
        self.0
            .element
            .add_listener(std::rc::Rc::new(Hears { what, heard }));
        self
    }

    /// The text of a field. Each drawing puts it back if the reader has changed it.
    #[inline(never)]
    pub(super) fn value(mut self, value: AttrValue) -> Self {
        self.0.element.set_value(Some(value));
        self
    }

    /// Whether a box is ticked. Each drawing puts it back if the reader has changed it.
    pub(super) fn checked(mut self, checked: bool) -> Self {
        self.0.element.set_checked(checked);
        self
    }

    /// The text that a field takes over when it changes; what the reader is typing stays.
    #[inline(never)]
    pub(super) fn new_value(self, value: AttrValue) -> Self {
        #[cfg(target_arch = "wasm32")]
        {
            let mut field = self;
            let value = wasm_bindgen::JsValue::from_str(&value);
            field.0.element.add_property("value", value);
            field
        }
        // There are no properties without a page.
        #[cfg(not(target_arch = "wasm32"))]
        self.set("value", value)
    }

    /// Whether it is the option that is chosen. The attribute would not count any more once the
    /// reader has chosen another one.
    #[inline(never)]
    pub(super) fn selected(self, selected: bool) -> Self {
        #[cfg(target_arch = "wasm32")]
        {
            let mut option = self;
            let selected = wasm_bindgen::JsValue::from_bool(selected);
            option.0.element.add_property("selected", selected);
            option
        }
        #[cfg(not(target_arch = "wasm32"))]
        self.with("selected", selected.then_some(""))
    }

    /// A text as the only child.
    #[inline(never)]
    pub(super) fn text(mut self, words: AttrValue) -> Self {
        if let Some(children) = self.0.element.children_mut() {
            *children = text(words);
        }
        self
    }

    /// One more child.
    #[inline(never)]
    pub(super) fn child(mut self, child: Html) -> Self {
        self.0.element.add_child(child);
        self
    }

    /// One more child, or its empty place.
    #[inline(never)]
    pub(super) fn maybe(self, child: Option<Html>) -> Self {
        self.child(child.unwrap_or_default())
    }

    /// More children, each with a key.
    #[inline(never)]
    pub(super) fn children(mut self, children: Vec<Html>) -> Self {
        self.0.element.add_children(children);
        self
    }

    /// The element.
    #[inline(never)]
    pub(super) fn html(self) -> Html {
        let Making { mut element, class } = *self.0;
        if let Some(class) = class {
            element.add_attribute("class", class);
        }
        element.into()
    }
}

/// What an element may hear of.
#[derive(Clone, Copy)]
pub(super) enum On {
    Click,
    Error,
    Input,
    Change,
    KeyDown,
    Close,
    FocusOut,
    CompositionStart,
    CompositionEnd,
}

struct Hears {
    what: On,
    heard: Callback<Event>,
}

impl Listener for Hears {
    fn kind(&self) -> ListenerKind {
        let other = |name: &'static str| ListenerKind::other(name.into());
        match self.what {
            On::Click => ListenerKind::onclick,
            On::Error => ListenerKind::onerror,
            On::Input => ListenerKind::oninput,
            On::Change => ListenerKind::onchange,
            On::KeyDown => ListenerKind::onkeydown,
            On::Close => ListenerKind::onclose,
            On::FocusOut => ListenerKind::onfocusout,
            On::CompositionStart => other("compositionstart"),
            On::CompositionEnd => other("compositionend"),
        }
    }

    fn handle(&self, event: Event) {
        self.heard.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
