//! One hook a file.

mod use_announcement;
mod use_feed;
mod use_focus_after_more;
mod use_focus_when;
mod use_nearest_language;
mod use_now;
mod use_unique_id;

pub(super) use use_announcement::use_announcement;
pub(super) use use_feed::{Source, UseFeed, use_feed};
pub(super) use use_focus_after_more::use_focus_after_more;
pub(super) use use_focus_when::use_focus_when;
pub(super) use use_nearest_language::use_nearest_language;
pub(super) use use_now::use_now;
pub(super) use use_unique_id::use_unique_id;
