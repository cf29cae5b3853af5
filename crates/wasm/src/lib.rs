//! What the npm package's scripts, in `package/`, import: the exports of two WebAssembly modules.
//!
//! The feature `element` is the module of the custom element, where [`Widget`] renders a list with
//! Yew. The feature `engine` is that of `createEngine`, where [`FeedEngine`] reads and queries a feed
//! without a DOM and without Yew.
#![warn(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod convert;
#[cfg(feature = "element")]
mod element;
#[cfg(feature = "engine")]
mod engine;
mod results;
mod state;

#[cfg(feature = "element")]
pub use element::{EventSink, ResultIds, Widget};
#[cfg(feature = "engine")]
pub use engine::FeedEngine;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
