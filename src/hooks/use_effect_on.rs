//! Effects that share one implementation: Yew's `use_effect_with` compiles code for each.

use std::any::Any;
use std::cell::Cell;

use yew::functional::{Hook, HookContext};
use yew::use_effect_with;

/// Runs `effect` after a render if `deps` have changed. Its return value is dropped before the
/// effect runs again, and when the component is destroyed.
pub(crate) fn use_effect_on<D, F, G>(deps: D, effect: F) -> UseEffectOn
where
    D: PartialEq + 'static,
    F: FnOnce(&D) -> G + 'static,
    G: 'static,
{
    let effect = Cell::new(Some(effect));
    UseEffectOn(DynEffect(Box::new(DepsEffect { deps, effect })))
}

/// Runs `effect` after each render.
pub(crate) fn use_effect_always(effect: impl FnOnce() + 'static) -> UseEffectOn {
    // NaN never equals itself.
    use_effect_on(f64::NAN, move |_| effect())
}

/// Runs a function when it is dropped.
pub(crate) struct Defer<F: FnMut()>(pub(crate) F);

impl<F: FnMut()> Drop for Defer<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

/// The hook of [`use_effect_on`].
pub(crate) struct UseEffectOn(DynEffect);

impl Hook for UseEffectOn {
    type Output = ();

    #[inline(never)]
    fn run(self, hooks: &mut HookContext) {
        let run = |effect: &DynEffect| {
            let guard = effect.0.run();
            move || drop(guard)
        };
        use_effect_with(self.0, run).run(hooks);
    }
}

struct DepsEffect<D, F> {
    deps: D,
    effect: Cell<Option<F>>,
}

/// An effect of any type.
trait Effect: Any {
    fn has_same_deps(&self, other: &dyn Effect) -> bool;

    fn run(&self) -> Option<Box<dyn Guard>>;
}

impl<D, F, G> Effect for DepsEffect<D, F>
where
    D: PartialEq + 'static,
    F: FnOnce(&D) -> G + 'static,
    G: 'static,
{
    fn has_same_deps(&self, other: &dyn Effect) -> bool {
        let other: &dyn Any = other;
        let other = other.downcast_ref::<Self>();
        other.is_some_and(|other| self.deps == other.deps)
    }

    fn run(&self) -> Option<Box<dyn Guard>> {
        let effect = self.effect.take()?;
        Some(Box::new(effect(&self.deps)))
    }
}

/// A value that is held until the effect is cleaned up.
trait Guard {}

impl<G> Guard for G {}

struct DynEffect(Box<dyn Effect>);

impl PartialEq for DynEffect {
    fn eq(&self, other: &Self) -> bool {
        self.0.has_same_deps(&*other.0)
    }
}
