//! What the npm package's scripts, in `package/`, import: the exports of three WebAssembly modules.
//!
//! The feature `element` is the module of the custom element, where [`Widget`] renders a list with
//! Yew. The feature `engine` is that of `createEngine`, where [`FeedEngine`] reads and queries a feed
//! without a DOM and without Yew. The feature `xml` is that of [`convert_xml`], which both load for a
//! feed of RSS or Atom.
#![warn(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

#[cfg(any(feature = "element", feature = "engine"))]
mod convert;
#[cfg(feature = "element")]
mod element;
#[cfg(feature = "engine")]
mod engine;
#[cfg(any(feature = "engine", feature = "xml"))]
mod js_error;
#[cfg(any(feature = "element", feature = "engine"))]
mod results;
#[cfg(any(feature = "element", feature = "engine"))]
mod state;
#[cfg(feature = "xml")]
mod xml;

#[cfg(feature = "element")]
pub use element::{EventSink, ResultIds, Widget};
#[cfg(feature = "engine")]
pub use engine::FeedEngine;
#[cfg(feature = "xml")]
pub use xml::convert_xml;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
