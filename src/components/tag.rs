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

/// A text as a child among others.
#[inline(never)]
pub(super) fn text(text: AttrValue) -> Html {
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

/// What an attribute may be set to.
pub(super) trait Value {
    fn value(self) -> Option<AttrValue>;
}

impl Value for &'static str {
    fn value(self) -> Option<AttrValue> {
        Some(AttrValue::Static(self))
    }
}

impl Value for AttrValue {
    fn value(self) -> Option<AttrValue> {
        Some(self)
    }
}

impl Value for String {
    fn value(self) -> Option<AttrValue> {
        Some(owned(self))
    }
}

impl Value for &AttrValue {
    #[inline(never)]
    fn value(self) -> Option<AttrValue> {
        Some(self.clone())
    }
}

impl<V: Value> Value for Option<V> {
    fn value(self) -> Option<AttrValue> {
        self.and_then(V::value)
    }
}

impl Value for &Option<AttrValue> {
    #[inline(never)]
    fn value(self) -> Option<AttrValue> {
        self.clone()
    }
}

impl Tag {
    /// A class that only our own styles know.
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
        self.class(class).set("part", Some(AttrValue::Static(part)))
    }

    /// An attribute, if there is a value.
    #[inline]
    pub(super) fn with(self, name: &'static str, value: impl Value) -> Self {
        self.set(name, value.value())
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: Option<AttrValue>) -> Self {
        if let Some(value) = value {
            self.0.element.add_attribute(name, value);
        }
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
        self.on(false, heard)
    }

    /// Hears that it could not be loaded.
    pub(super) fn on_error(self, heard: Callback<Event>) -> Self {
        self.on(true, Some(heard))
    }

    #[inline(never)]
    fn on(mut self, fails: bool, heard: Option<Callback<Event>>) -> Self {
        if let Some(heard) = heard {
            self.0
                .element
                .add_listener(std::rc::Rc::new(Hears { fails, heard }));
        }
        self
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

struct Hears {
    /// Whether it is failures that it hears of, not clicks.
    fails: bool,
    heard: Callback<Event>,
}

impl Listener for Hears {
    fn kind(&self) -> ListenerKind {
        if self.fails {
            ListenerKind::onerror
        } else {
            ListenerKind::onclick
        }
    }

    fn handle(&self, event: Event) {
        self.heard.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
