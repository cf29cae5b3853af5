//! What is exported to JavaScript, and nothing else is: the wasm side of the npm package.
//!
//! A crate of its own: an application in Rust that depends on `article-cards` gets none of these
//! exports. The JavaScript around them, which scripts import, is in `package/`.
#![warn(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod answer;
mod engine;
mod failure;
mod found;
mod given;
mod hearer;
mod options;
mod property;
mod root;
mod state;
mod widget;

pub use engine::FeedEngine;
pub use found::Found;
pub use hearer::Hearer;
pub use widget::Widget;
