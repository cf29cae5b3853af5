//! What controls change. A change is made to what is there when it comes: what the control was
//! drawn with may be older.

use yew::Callback;

/// A change of a value.
pub(super) type Edit<T> = Box<dyn FnOnce(&mut T)>;

/// Who hears of changes of a value.
pub(super) struct Edits<T>(Callback<Edit<T>>);

impl<T: 'static> Edits<T> {
    /// `told` gets each change.
    pub(super) fn new(told: impl Fn(Edit<T>) + 'static) -> Self {
        Self(Callback::from(told))
    }

    /// `on_change` gets what becomes of a value that its owner sets anew after each change.
    pub(super) fn of(value: T, on_change: Callback<T>) -> Self
    where
        T: Clone,
    {
        Self::new(move |edit| {
            let mut changed = value.clone();
            edit(&mut changed);
            on_change.emit(changed);
        })
    }

    /// Changes of a part are changes of the whole.
    pub(super) fn part<P: 'static>(&self, part: fn(&mut T) -> &mut P) -> Edits<P> {
        Edits(
            self.0.reform(move |edit: Edit<P>| -> Edit<T> {
                Box::new(move |whole| edit(part(whole)))
            }),
        )
    }

    /// What a control tells, as a change.
    pub(super) fn by<W: 'static>(
        &self,
        change: impl Fn(&mut T, W) + Clone + 'static,
    ) -> Callback<W> {
        self.0.reform(move |what: W| -> Edit<T> {
            let change = change.clone();
            Box::new(move |value| change(value, what))
        })
    }
}
