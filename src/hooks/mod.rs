//! Hooks, one a file, named after what they return or do.

mod use_announcement;
mod use_columns;
mod use_effect_on;
mod use_feed;
mod use_focus_after;
mod use_focus_on_change;
mod use_infinite_scroll;
mod use_intersection;
mod use_lazy_start;
mod use_messages;
mod use_nearest_language;
mod use_now;
mod use_preserved_focus;
mod use_refresh;
mod use_render_cell;
mod use_theme;
mod use_unique_id;
mod use_url_state;

pub(crate) use use_announcement::use_announcement;
pub(crate) use use_columns::use_columns;
pub(crate) use use_effect_on::{Defer, use_effect_always, use_effect_on};
pub use use_feed::{Snapshot, Store};
pub(crate) use use_feed::{Source, UseFeed, use_feed};
pub(crate) use use_focus_after::{FocusAfter, use_focus_after};
pub(crate) use use_focus_on_change::use_focus_on_change;
pub(crate) use use_infinite_scroll::use_infinite_scroll;
pub(crate) use use_lazy_start::use_lazy_start;
pub(crate) use use_messages::use_messages;
pub(crate) use use_nearest_language::use_nearest_language;
pub(crate) use use_now::use_now;
pub(crate) use use_preserved_focus::use_preserved_focus;
pub(crate) use use_refresh::{refresh_interval, use_refresh};
pub(crate) use use_render_cell::{RenderCell, use_node, use_render_cell};
pub(crate) use use_theme::use_theme;
pub(crate) use use_unique_id::use_unique_id;
pub(crate) use use_url_state::{RenderedQuery, read_url_state, use_late_url_state, use_url_state};
