//! What the reader asks for, and the answer: an [`Index`] of a feed's articles, made once, and a
//! [`QueryState`] that is run against it as often as the reader types.

mod column;
mod facet;
mod fields;
mod filters;
mod form;
mod gathering;
mod highlight;
mod host;
mod index;
mod indexing;
mod matching;
mod notation;
mod order;
mod outcome;
mod part;
#[cfg(not(target_arch = "wasm32"))]
mod plain_host;
mod postings;
mod query_state;
mod ranking;
mod relevance;
mod run;
mod set;
mod sort_key;
mod sorting;
mod stream;
mod term;
mod text;
mod typo;
mod values;
mod vocabulary;
mod words;

pub use facet::{Facet, FacetCounts, ValueCount};
pub use fields::Fields;
pub use fields::is_field_name;
pub use filters::{FieldFilter, Filters, Span};
pub use highlight::{Highlighter, excerpt_start};
pub use host::Host;
pub use index::{Index, IndexOptions};
pub use indexing::Indexing;
pub use outcome::Outcome;
pub use part::Part;
#[cfg(not(target_arch = "wasm32"))]
pub use plain_host::PlainHost;
pub use query_state::QueryState;
pub use sort_key::{SortBy, SortKey};
