//! Parallel work with results in order.

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use super::exit::Failure;

/// The number of results in memory at a time, which bounds it for any number of items.
const CHUNK: usize = 8192;

/// Calls `work` on each item, in up to `jobs` threads (0: one for each processor), and `take` on the
/// results in the order of the items.
///
/// # Errors
/// Fails if the threads cannot be started, or with the first failure of `take`.
pub(super) fn each<T: Sync, R: Send>(
    items: &[T],
    jobs: usize,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(&T, R) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let pool = ThreadPoolBuilder::new()
        .num_threads(jobs)
        .build()
        .map_err(|error| Failure::new(format!("cannot start {jobs} threads: {error}")))?;
    for chunk in items.chunks(CHUNK) {
        let results: Vec<R> = pool.install(|| chunk.par_iter().map(&work).collect());
        for (item, result) in chunk.iter().zip(results) {
            take(item, result)?;
        }
    }
    Ok(())
}
