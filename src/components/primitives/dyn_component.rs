//! One Yew component that renders any type with hooks. Each component type of its own would add
//! several kilobytes to the module.

use std::any::Any;
use std::rc::Rc;

use yew::functional::{Hook, HookContext};
use yew::virtual_dom::{Key, VComp};
use yew::{Html, Properties, component};

/// Props that render themselves with hooks.
pub trait Render: 'static {
    /// A name that no other type has. Components of different names never share hook state.
    const NAME: &'static str;

    /// Returns `true` if `other` renders the same. Most types hold callbacks that are new at each
    /// render, so that a comparison would be pointless.
    fn renders_same(&self, _other: &Self) -> bool {
        false
    }

    /// Renders with the hooks of the surrounding component.
    fn render(&self, hooks: &mut HookContext) -> Html;
}

/// A component among siblings without keys.
pub(crate) fn dyn_component<R: Render>(props: R) -> Html {
    with_key(Rc::new(props), R::NAME.into())
}

/// A component among siblings of the same type.
pub fn keyed_dyn_component<R: Render>(props: R, key: &str) -> Html {
    with_key(Rc::new(props), [R::NAME, " ", key].concat().into())
}

#[inline(never)]
fn with_key(inner: Rc<dyn RenderAny>, key: Key) -> Html {
    VComp::new::<DynComponent>(Rc::new(DynComponentProps { inner }), Some(key)).into()
}

/// The object-safe form of [`Render`].
trait RenderAny: Any {
    fn renders_same(&self, other: &dyn RenderAny) -> bool;

    fn render(&self, hooks: &mut HookContext) -> Html;
}

impl<R: Render> RenderAny for R {
    fn renders_same(&self, other: &dyn RenderAny) -> bool {
        let other: &dyn Any = other;
        let other = other.downcast_ref();
        other.is_some_and(|other| Render::renders_same(self, other))
    }

    fn render(&self, hooks: &mut HookContext) -> Html {
        Render::render(self, hooks)
    }
}

/// Props of [`DynComponent`].
#[derive(Clone, Properties)]
pub struct DynComponentProps {
    inner: Rc<dyn RenderAny>,
}

impl DynComponentProps {
    /// Props of a root, which always has the same type.
    pub fn root(props: impl Render) -> Self {
        Self {
            inner: Rc::new(props),
        }
    }
}

impl PartialEq for DynComponentProps {
    fn eq(&self, other: &Self) -> bool {
        self.inner.renders_same(&*other.inner)
    }
}

/// A component that renders any type that implements [`Render`].
#[component]
pub fn DynComponent(props: &DynComponentProps) -> Html {
    use_render(&*props.inner)
}

fn use_render(inner: &dyn RenderAny) -> UseRender<'_> {
    UseRender(inner)
}

/// All hooks of an inner component, as one hook.
struct UseRender<'r>(&'r dyn RenderAny);

impl Hook for UseRender<'_> {
    type Output = Html;

    fn run(self, hooks: &mut HookContext) -> Html {
        self.0.render(hooks)
    }
}
