//! The articles of a feed: plain data.
//!
//! Every text here is plain text (references decoded, white space collapsed), every link an
//! absolute `http:` or `https:` URL. [`crate::feed`] makes these from bytes.

mod article;
mod image;
mod provider;
mod related;
mod time;

pub use article::{Article, DEFAULT_TYPE};
pub use image::Image;
pub use provider::Provider;
pub use related::Related;
pub use time::{Day, Duration, Published};
