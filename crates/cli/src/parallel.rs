//! Work on many things at once, its results in their order.

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use super::failure::Failure;

/// How many results may wait to be taken: memory stays bounded, however many things there are.
const WAITING: usize = 8192;

/// Works on each thing, up to `jobs` at a time (0: as many as there are processors), and hands
/// over the results in the order of the things.
///
/// # Errors
/// The threads can't be started, or the results can't be taken.
pub(super) fn each<T: Sync, R: Send>(
    things: &[T],
    jobs: usize,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(&T, R) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let pool = ThreadPoolBuilder::new()
        .num_threads(jobs)
        .build()
        .map_err(|error| Failure::new(format!("cannot start {jobs} threads: {error}")))?;
    for some in things.chunks(WAITING) {
        let results: Vec<R> = pool.install(|| some.par_iter().map(&work).collect());
        for (thing, result) in some.iter().zip(results) {
            take(thing, result)?;
        }
    }
    Ok(())
}
