//! Reads documents into a [`Feed`] of articles and its [`Diagnostics`].
//!
//! An *entry* is one element of a document's list of articles. It passes through these types:
//!
//! | type | content |
//! | --- | --- |
//! | `PackedEntry` | the JSON of the fields that are read, packed into a few large strings |
//! | `ParsedEntry` | the JSON values of its fields |
//! | [`LazyArticle`] | an article: a packed entry that is decoded on first use |
//!
//! The command also writes a `NormalizedEntry`: the fields of an entry under the names of
//! [`Article`](crate::model::Article)'s fields, with their values as they were written.
//!
//! A document that is not a feed is an [`Error`](crate::error::Error) and changes nothing. An error in
//! an article or field is a [`Diagnostic`]: it is skipped, and the rest is read.

mod article;
pub(crate) mod converted;
mod diagnostic;
mod document_parser;
mod document_reader;
// For the command: no page needs it.
#[cfg(not(target_arch = "wasm32"))]
pub mod entries;
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
mod lazy_article;
mod mapped_fields;
mod mapping;
mod options;
mod packed_entry;
pub mod paging;
mod parsed_entry;
mod write;
#[cfg(feature = "xml")]
pub mod xml;

pub use crate::json::value::ValueKind;
pub use diagnostic::{Diagnostic, DiagnosticKind, Diagnostics, Expected};
pub use document_reader::{DocumentReader, ParsedDocument};
pub use feed::Feed;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use fields::filterable_names;
#[cfg(not(target_arch = "wasm32"))]
pub use fields::property_names;
pub(crate) use fields::{Field, FieldSet, Property, Values};
pub use lazy_article::LazyArticle;
pub use mapping::{Expressions, Mapping};
pub use options::{AppendSummary, Options};
pub use write::{PlainArticle, write, write_plain};
