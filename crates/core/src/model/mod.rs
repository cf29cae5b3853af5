//! What a feed is made of: plain data, without a browser.
//!
//! Every text here is plain text (references decoded, white space tidied), every link an
//! absolute `http:` or `https:` URL. [`crate::feed`] makes these from bytes.

mod article;
mod duration;
mod image;
mod provider;
mod published;
mod related;

pub use article::{Article, DEFAULT_TYPE};
pub use duration::Duration;
pub use image::Image;
pub use provider::Provider;
pub use published::{Day, Published};
pub use related::Related;
