//! A JSON scanner and parser that knows nothing of articles.
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
//! A prototype with `serde_json` (borrowed `RawValue`s) met the same rules and was measured beside
//! this module, at 100,000 articles:
//!
//! | | this module | `serde_json` |
//! | --- | ---: | ---: |
//! | module, gzip | 221.6 kB | 232.5 kB |
//! | reading, native CPU time | 232 ms | 310 ms |
//! | reading to the first query, native | 472 ms | 574 ms |
//! | reading to the first query, in Node | 1,198 ms | 1,721 ms |
//! | peak memory, by the size of the feed | 0.94 | 0.94 |
//! | lines, without tests | | 230 fewer |
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
