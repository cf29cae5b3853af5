//! The formats of feeds.

pub(crate) mod json_feed;
