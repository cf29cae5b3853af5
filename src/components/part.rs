//! One component of Yew for all parts that keep something from one drawing to the next: each type
//! of component brings some kilobytes of its own to every reader.

use std::any::Any;
use std::rc::Rc;

use yew::functional::{Hook, HookContext};
use yew::virtual_dom::{Key, VComp};
use yew::{Html, Properties, component};

/// What is drawn with hooks of its own.
pub trait Draw: 'static {
    /// Tells it from all others: parts of different kinds never share what their hooks keep.
    const KIND: &'static str;

    /// Whether another one would be drawn the same. Most hold callbacks that are made anew at each
    /// drawing, so that there is nothing to compare.
    fn same(&self, _: &Self) -> bool {
        false
    }

    /// Draws it with the hooks of the component around it.
    fn draw(&self, hooks: &mut HookContext) -> Html;
}

/// A part of a list, among unkeyed siblings.
pub(crate) fn part<D: Draw>(drawn: D) -> Html {
    keyed(Rc::new(drawn), D::KIND.into())
}

/// A part that its key tells from others of its kind.
pub fn keyed_part<D: Draw>(drawn: D, key: &str) -> Html {
    keyed(Rc::new(drawn), [D::KIND, " ", key].concat().into())
}

#[inline(never)]
fn keyed(view: Rc<dyn View>, key: Key) -> Html {
    VComp::new::<Part>(Rc::new(PartProperties { view }), Some(key)).into()
}

/// Whatever can be drawn.
trait View: Any {
    fn same(&self, other: &dyn View) -> bool;

    fn draw(&self, hooks: &mut HookContext) -> Html;
}

impl<D: Draw> View for D {
    fn same(&self, other: &dyn View) -> bool {
        let other: &dyn Any = other;
        other.downcast_ref().is_some_and(|it| Draw::same(self, it))
    }

    fn draw(&self, hooks: &mut HookContext) -> Html {
        Draw::draw(self, hooks)
    }
}

/// Properties of [`Part`].
#[derive(Clone, Properties)]
pub struct PartProperties {
    view: Rc<dyn View>,
}

impl PartProperties {
    /// Those of the root of a tree, which is never another kind.
    pub fn root(drawn: impl Draw) -> Self {
        Self {
            view: Rc::new(drawn),
        }
    }
}

impl PartialEq for PartProperties {
    fn eq(&self, other: &Self) -> bool {
        self.view.same(&*other.view)
    }
}

/// Any part.
#[component]
pub fn Part(properties: &PartProperties) -> Html {
    use_view(&*properties.view)
}

fn use_view(view: &dyn View) -> UseView<'_> {
    UseView(view)
}

/// The hooks of a part, as one.
struct UseView<'v>(&'v dyn View);

impl Hook for UseView<'_> {
    type Output = Html;

    fn run(self, hooks: &mut HookContext) -> Html {
        self.0.draw(hooks)
    }
}
