//! Yew makes code of its own for each effect; here all effects share one.

use std::any::Any;
use std::cell::Cell;

use yew::functional::{Hook, HookContext};
use yew::use_effect_with;

/// Runs `run` after a drawing if `deps` are others than before. What it returns is dropped before
/// it runs anew, and at the end.
pub(crate) fn use_effect_on<D, F, L>(deps: D, run: F) -> UseEffectOn
where
    D: PartialEq + 'static,
    F: FnOnce(&D) -> L + 'static,
    L: 'static,
{
    let run = Cell::new(Some(run));
    UseEffectOn(Erased(Box::new(Effect { deps, run })))
}

/// Runs `run` after each drawing.
pub(crate) fn use_effect_always(run: impl FnOnce() + 'static) -> UseEffectOn {
    // It is never equal to what it was before.
    use_effect_on(f64::NAN, move |_| run())
}

/// Runs something when it is dropped.
pub(crate) struct Defer<F: FnMut()>(pub(crate) F);

impl<F: FnMut()> Drop for Defer<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

/// An effect as a hook.
pub(crate) struct UseEffectOn(Erased);

impl Hook for UseEffectOn {
    type Output = ();

    #[inline(never)]
    fn run(self, hooks: &mut HookContext) {
        let run = |effect: &Erased| {
            let left = effect.0.run();
            move || drop(left)
        };
        use_effect_with(self.0, run).run(hooks);
    }
}

struct Effect<D, F> {
    deps: D,
    run: Cell<Option<F>>,
}

/// Any effect.
trait Runs: Any {
    fn same(&self, other: &dyn Runs) -> bool;

    fn run(&self) -> Option<Box<dyn Left>>;
}

impl<D, F, L> Runs for Effect<D, F>
where
    D: PartialEq + 'static,
    F: FnOnce(&D) -> L + 'static,
    L: 'static,
{
    fn same(&self, other: &dyn Runs) -> bool {
        let other: &dyn Any = other;
        let other = other.downcast_ref::<Self>();
        other.is_some_and(|other| self.deps == other.deps)
    }

    fn run(&self) -> Option<Box<dyn Left>> {
        let run = self.run.take()?;
        Some(Box::new(run(&self.deps)))
    }
}

/// What is only kept to be dropped.
trait Left {}

impl<L> Left for L {}

struct Erased(Box<dyn Runs>);

impl PartialEq for Erased {
    fn eq(&self, other: &Self) -> bool {
        self.0.same(&*other.0)
    }
}
