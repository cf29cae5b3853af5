//! One hook a file.

mod use_address;
mod use_announcement;
mod use_begun;
mod use_changing;
mod use_effect_on;
mod use_feed;
mod use_first_row;
mod use_focus_after;
mod use_focus_when;
mod use_kept_focus;
mod use_messages;
mod use_near;
mod use_nearest_language;
mod use_now;
mod use_refresh;
mod use_scrolling;
mod use_theme;
mod use_unique_id;

pub(super) use use_address::{Shown, read_address, use_address, use_later_address};
pub(super) use use_announcement::use_announcement;
pub(super) use use_begun::use_begun;
pub(super) use use_changing::{Changing, use_changing, use_node};
pub(super) use use_effect_on::{AtLast, use_effect_always, use_effect_on};
pub use use_feed::{FeedState, Kept};
pub(super) use use_feed::{Source, UseFeed, use_feed};
pub(super) use use_first_row::use_first_row;
pub(super) use use_focus_after::{FocusAfter, use_focus_after};
pub(super) use use_focus_when::use_focus_when;
pub(super) use use_kept_focus::use_kept_focus;
pub(super) use use_messages::use_messages;
pub(super) use use_nearest_language::use_nearest_language;
pub(super) use use_now::use_now;
pub(super) use use_refresh::{period, use_refresh};
pub(super) use use_scrolling::use_scrolling;
pub(super) use use_theme::use_theme;
pub(super) use use_unique_id::use_unique_id;
