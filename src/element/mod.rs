//! What is exported to JavaScript, and nothing else is: the wasm side of the npm package.
//!
//! Only with the feature `element`: an application in Rust that depends on the crate gets none of
//! these exports. The JavaScript around them, which scripts import, stands in `package/`.

mod answer;
mod engine;
mod failure;
mod options;
mod property;
mod state;

pub use engine::FeedEngine;
