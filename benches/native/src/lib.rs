//! Feeds of any size for measurements: the same bytes for the same size, on every machine.

mod generate;
mod queries;

pub use generate::{feed, json};
pub use queries::queries;
