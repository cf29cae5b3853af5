//! Sorting rows, and the columns and ranks that rows are sorted by.

pub(super) mod algorithms;
mod collation_ranks;
pub(super) mod number_column;
pub(super) mod sort_cache;

/// The rank of an article without a value: last, whether ascending or descending.
const MISSING_RANK: u32 = u32::MAX;
