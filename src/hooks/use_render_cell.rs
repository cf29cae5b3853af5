use std::cell::RefCell;
use std::rc::Rc;

use yew::functional::UseForceUpdateHandle;
use yew::{NodeRef, hook, use_force_update, use_mut_ref, use_ref};

/// A cell that re-renders its component when its value changes.
///
/// Yew's `use_state` compiles a dispatcher and its history for each type of value; this is one
/// `RefCell`, and can be read at any time.
#[derive(Clone)]
pub(crate) struct RenderCell<T> {
    value: Rc<RefCell<T>>,
    component: UseForceUpdateHandle,
}

impl<T: Clone> RenderCell<T> {
    /// The current value.
    pub(crate) fn get(&self) -> T {
        self.value.borrow().clone()
    }
}

impl<T> RenderCell<T> {
    /// Replaces the value and re-renders.
    pub(crate) fn replace(&self, value: T) {
        drop(self.value.replace(value));
        self.component.force_update();
    }
}

impl<T: PartialEq> RenderCell<T> {
    /// Sets the value, and re-renders if it differs.
    pub(crate) fn set(&self, value: T) {
        if *self.value.borrow() != value {
            self.replace(value);
        }
    }
}

/// Creates a [`RenderCell`]. Prefer a named function for `initial`: each closure compiles to code
/// of its own.
#[hook]
pub(crate) fn use_render_cell<T, F>(initial: F) -> RenderCell<T>
where
    T: 'static,
    F: FnOnce() -> T,
{
    RenderCell {
        value: use_mut_ref(initial),
        component: use_force_update(),
    }
}

/// A reference to an element that stays the same between renders.
#[hook]
pub(crate) fn use_node() -> NodeRef {
    (*use_ref(NodeRef::default)).clone()
}
