//! Changes that controls make. An update applies to the current value, which may be newer than the
//! one that the control was rendered with.

use yew::Callback;

/// A change of a value.
type Update<T> = Box<dyn FnOnce(&mut T)>;

/// Applies changes to a value that lives elsewhere.
pub(crate) struct Updater<T>(Callback<Update<T>>);

impl<T: 'static> Updater<T> {
    /// Calls `apply` with each change.
    pub(crate) fn new(apply: impl Fn(Update<T>) + 'static) -> Self {
        Self(Callback::from(apply))
    }

    /// Emits a changed copy of `value`. Its owner renders again with the new value.
    pub(crate) fn for_value(value: T, on_change: Callback<T>) -> Self
    where
        T: Clone,
    {
        Self::new(move |update| {
            let mut changed = value.clone();
            update(&mut changed);
            on_change.emit(changed);
        })
    }

    /// Returns an updater of one field.
    pub(crate) fn field<F: 'static>(&self, field: fn(&mut T) -> &mut F) -> Updater<F> {
        Updater(self.0.reform(move |update: Update<F>| -> Update<T> {
            Box::new(move |value| update(field(value)))
        }))
    }

    /// Returns a callback that passes its input to `change`.
    pub(crate) fn callback<I: 'static>(
        &self,
        change: impl Fn(&mut T, I) + Clone + 'static,
    ) -> Callback<I> {
        self.0.reform(move |input: I| -> Update<T> {
            let change = change.clone();
            Box::new(move |value| change(value, input))
        })
    }
}
