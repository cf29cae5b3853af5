//! Building blocks that all components share.

pub(crate) mod counted;
pub(crate) mod dyn_component;
pub(crate) mod element_builder;
pub(crate) mod equality;
pub(crate) mod focus;
pub(crate) mod icon;
pub(crate) mod localization;
pub(crate) mod root_element;
