//! Wrappers that decide when a prop counts as changed.

use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

use yew::html::{ImplicitClone, IntoPropValue};

/// An `Rc` that equals another one only if both point to the same value.
///
/// Props compare shared values by identity: to compare two articles would take longer than to
/// render one.
pub struct RcEq<T: ?Sized>(Rc<T>);

impl<T: ?Sized> Clone for RcEq<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T: ?Sized> PartialEq for RcEq<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> Eq for RcEq<T> {}

impl<T: ?Sized> Deref for RcEq<T> {
    type Target = Rc<T>;

    fn deref(&self) -> &Rc<T> {
        &self.0
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RcEq<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl<T: ?Sized> From<Rc<T>> for RcEq<T> {
    fn from(value: Rc<T>) -> Self {
        Self(value)
    }
}

impl<T: ?Sized> ImplicitClone for RcEq<T> {}

impl<T: ?Sized> IntoPropValue<RcEq<T>> for Rc<T> {
    fn into_prop_value(self) -> RcEq<T> {
        RcEq(self)
    }
}

impl<T: ?Sized> IntoPropValue<RcEq<T>> for &Rc<T> {
    fn into_prop_value(self) -> RcEq<T> {
        RcEq(Rc::clone(self))
    }
}

/// An optional `Rc`, compared like [`RcEq`].
pub struct OptionRcEq<T: ?Sized>(Option<Rc<T>>);

impl<T: ?Sized> Clone for OptionRcEq<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: ?Sized> Default for OptionRcEq<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: ?Sized> PartialEq for OptionRcEq<T> {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

impl<T: ?Sized> Deref for OptionRcEq<T> {
    type Target = Option<Rc<T>>;

    fn deref(&self) -> &Option<Rc<T>> {
        &self.0
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for OptionRcEq<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl<T: ?Sized> From<Option<Rc<T>>> for OptionRcEq<T> {
    fn from(value: Option<Rc<T>>) -> Self {
        Self(value)
    }
}

impl<T: ?Sized> ImplicitClone for OptionRcEq<T> {}

impl<T: ?Sized> IntoPropValue<OptionRcEq<T>> for Rc<T> {
    fn into_prop_value(self) -> OptionRcEq<T> {
        OptionRcEq(Some(self))
    }
}

impl<T: ?Sized> IntoPropValue<OptionRcEq<T>> for Option<Rc<T>> {
    fn into_prop_value(self) -> OptionRcEq<T> {
        OptionRcEq(self)
    }
}

/// A prop whose changes do not matter: all values are equal.
#[derive(Clone, Debug, Default)]
pub struct AlwaysEq<T>(pub T);

impl<T> PartialEq for AlwaysEq<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
