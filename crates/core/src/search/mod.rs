//! Full-text search, facets, ranges and sorting: an [`Index`] is built once for a feed, and a
//! [`QueryState`] is run against it as often as the reader types.
//!
//! Each folder uses only the ones above it in this table:
//!
//! | module | contents |
//! | --- | --- |
//! | `locale`, `text` | splitting a text into words, folding them; what depends on language and zone |
//! | `query` | the state of a query, and its form as a query string |
//! | `sort` | sorting algorithms, sort keys of all articles, collation |
//! | `postings` | the inverted index: which word occurs where |
//! | `matching` | terms, typos, phrases, relevance, highlighting |
//! | `facets` | values of a field, the articles that have them, counts |
//! | `export` | what a search server is given of an article |
//! | `index`, `index_builder`, `executor`, `results`, `corrections` | the index as a whole, and its answers |
//!
//! An article's position in the index is its *row*; sets of rows are bit sets.

mod bit_set;
mod corrections;
mod executor;
#[cfg(not(target_arch = "wasm32"))]
pub mod export;
mod facets;
mod index;
mod index_builder;
mod locale;
mod matching;
#[cfg(not(target_arch = "wasm32"))]
mod plain_locale;
mod postings;
mod query;
mod results;
mod sort;
mod text;

pub use corrections::Correction;
pub use facets::{Facet, FacetCounts, RANGES, ValueCount};
pub use index::{Index, IndexOptions};
pub use index_builder::IndexBuilder;
pub use locale::Locale;
pub use matching::highlight::{Highlighter, excerpt_start};
#[cfg(not(target_arch = "wasm32"))]
pub use plain_locale::PlainLocale;
pub use query::QueryState;
pub use query::active_filter::ActiveFilter;
pub use query::fields::{FilterableFields, is_field_name, is_same_value};
pub use query::filters::{FieldFilter, Filters, Span};
pub use query::sort_key::{SortBy, SortKey};
pub use results::SearchResults;
