//! Bytes in, a [`Feed`] and its [`Diagnostics`] out.
//!
//! A document that is no feed is an [`Error`](crate::error::Error) and changes nothing; what is
//! wrong with one article or field costs only itself and is a [`Diagnostic`].

mod arriving;
mod article;
mod check;
mod cursor;
pub mod date;
mod decimal;
mod diagnostic;
mod document;
pub mod duration;
mod element;
// For tools: no page needs it.
#[cfg(not(target_arch = "wasm32"))]
pub mod entries;
mod entry;
mod json_feed;
mod language;
pub mod link;
mod mapping;
mod pages;
mod reader;
mod record;
mod references;
mod rules;
mod script;
pub mod text;
mod top;
mod value;
mod write;

pub use arriving::{Arrived, Arriving};
pub use diagnostic::{Diagnostic, Diagnostics};
pub(crate) use element::{Field, FieldSet};
pub use entry::Entry;
pub use mapping::Mapping;
pub use pages::{Feed, Options, Page};
pub use script::{Look, ScriptValue};
pub use write::{write, write_plain};
