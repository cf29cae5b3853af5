//! Building blocks that all components share.

mod counted;
mod dyn_component;
mod element_builder;
mod equality;
mod focus;
mod icon;
mod localization;
mod root_element;

pub(crate) use counted::{bare_count, counted};
pub(crate) use dyn_component::dyn_component;
pub use dyn_component::{DynComponent, DynComponentProps, Render, keyed_dyn_component};
pub(crate) use element_builder::{
    ElementBuilder, On, attr_value, bdi, button, concat, element, emit_value, flag, heading,
    landmark_name, live_region, owned_value, text, visually_hidden,
};
pub use equality::{AlwaysEq, OptionRcEq, RcEq};
pub(crate) use focus::{base, closest, focus_control, focus_search, focus_within, is_touch};
pub(crate) use icon::icon;
pub use icon::{Icon, IconName, IconProps};
pub use localization::Localization;
pub(crate) use localization::{Localized, use_localization};
pub(crate) use root_element::with_root_props;
