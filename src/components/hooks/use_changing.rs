//! Yew's states bring a dispatcher and a history for each kind of value; these are a cell.

use std::cell::RefCell;
use std::rc::Rc;

use yew::functional::UseForceUpdateHandle;
use yew::{NodeRef, hook, use_force_update, use_mut_ref, use_ref};

/// A value that its component is drawn by.
#[derive(Clone)]
pub(in crate::components) struct Changing<T> {
    value: Rc<RefCell<T>>,
    redraw: UseForceUpdateHandle,
}

impl<T: Clone> Changing<T> {
    /// The value as it is now.
    pub(in crate::components) fn get(&self) -> T {
        self.value.borrow().clone()
    }
}

impl<T> Changing<T> {
    /// Draws anew with this value.
    pub(in crate::components) fn put(&self, value: T) {
        drop(self.value.replace(value));
        self.redraw.force_update();
    }
}

impl<T: PartialEq> Changing<T> {
    /// Draws anew with this value, if it is another one.
    pub(in crate::components) fn set(&self, value: T) {
        if *self.value.borrow() != value {
            self.put(value);
        }
    }
}

/// A value that each change of it draws anew. `first` is best the name of a function: each closure
/// is code of its own.
#[hook]
pub(in crate::components) fn use_changing<T, F>(first: F) -> Changing<T>
where
    T: 'static,
    F: FnOnce() -> T,
{
    Changing {
        value: use_mut_ref(first),
        redraw: use_force_update(),
    }
}

/// Where to find an element, the same at each drawing.
#[hook]
pub(in crate::components) fn use_node() -> NodeRef {
    (*use_ref(NodeRef::default)).clone()
}
