//! What a search server is given of an article, so that it answers as an [`Index`](super::Index) does:
//! the tokens that queries look up, and the values of fields. `docs/search-servers.md` describes both.

mod hash;
mod tokens;
mod values;

pub use hash::hash;
pub use tokens::ArticleTokens;
pub use values::{ExportedField, value_hash};
