//! What the npm package's scripts, in `package/`, import: the exports of the WebAssembly module.
//!
//! [`FeedEngine`] reads and queries a feed without a DOM. The `element` module, a feature of its
//! own, renders a list with Yew inside the custom element.
#![warn(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod convert;
#[cfg(feature = "element")]
mod element;
mod engine;
mod js_error;
mod options;
mod results;
mod state;

#[cfg(feature = "element")]
pub use element::{EventSink, ResultIds, Widget};
pub use engine::FeedEngine;
