//! What is exported to JavaScript, and nothing else is: the wasm side of the npm package.
//!
//! Only with the feature `element`: an application in Rust that depends on the crate gets none of
//! these exports. The JavaScript around them, which scripts import, stands in `package/`.

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
