//! JSON, scanned and parsed without a word of articles.
//!
//! The crate reads documents with its own scanner rather than with `serde_json`:
//!
//! - Documents arrive in pieces. [`Scanner`](scanner::Scanner) checks the bytes that are there and
//!   resumes at the first member that is incomplete, so a list is read while it loads.
//! - One bad value costs only itself. `1e999`, a lone `\ud800`, invalid UTF-8, a repeated key or a
//!   value of the wrong type is valid to the scanner; its reader decides later. Derived
//!   deserialization gives up the whole document on each of them.
//! - Most of a document is never needed. The scanner skips a value without building anything, and
//!   [`Parser`](parser::Parser) builds a [`Value`](value::Value) only for a field that is read.
//! - Entries stay JSON. Their fields are copied into one packed text per document
//!   ([`packed`]), which takes less memory than the articles made from it.
//!
//! Strings and numbers are scanned eight bytes at a time where that pays; the scanner calls itself
//! at most [`MAX_DEPTH`](scanner::MAX_DEPTH) levels deep.

pub(crate) mod location;
pub(crate) mod packed;
pub(crate) mod parser;
pub(crate) mod scanner;
pub(crate) mod string;
pub(crate) mod value;

#[cfg(test)]
mod tests;
