//! Bytes in, a [`Feed`] and its [`Diagnostics`] out.
//!
//! A document that is no feed is an [`Error`](crate::error::Error) and changes nothing. An error in one
//! article or field is a [`Diagnostic`], and costs nothing else.

mod article;
mod diagnostic;
mod document_parser;
mod document_reader;
// For the command: no page needs it.
#[cfg(not(target_arch = "wasm32"))]
pub mod entries;
mod entry;
mod entry_iter;
mod envelope;
#[expect(
    clippy::module_inception,
    reason = "named after its type, like every file"
)]
mod feed;
mod field_reader;
mod fields;
mod formats;
mod identities;
mod mapped_fields;
mod mapping;
mod options;
mod packed_entry;
pub mod paging;
mod raw_entry;
mod write;

pub use crate::json::value::ValueKind;
pub use diagnostic::{Diagnostic, DiagnosticKind, Diagnostics, Expected};
pub use document_reader::{DocumentReader, ParsedDocument};
pub use entry::Entry;
pub use feed::Feed;
pub(crate) use fields::{Field, FieldSet, Property, Values};
pub use mapping::Mapping;
pub use options::{Options, Page};
pub use write::{PlainArticle, write, write_plain};
