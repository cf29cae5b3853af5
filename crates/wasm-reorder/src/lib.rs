#![doc = include_str!("../README.md")]

mod functions;
mod similarity;

pub use functions::{bodies, reorder};
pub use similarity::order_by_similarity;
pub use wasm_encoder::reencode::Error;

/// How many starting functions [`pack`] tries.
const STARTS: usize = 8;

/// Returns the module with its functions in the order that compresses best of those tried.
///
/// The result of [`order_by_similarity`] depends on the function that comes first, and no rule
/// predicts the best one. `pack` tries the first eight functions of the module, and keeps the
/// module with the smallest `compressed_size`; of equal ones, the first.
///
/// # Errors
///
/// Returns an error if `module` is not a valid WebAssembly module.
pub fn pack(module: &[u8], compressed_size: impl Fn(&[u8]) -> usize) -> Result<Vec<u8>, Error> {
    let bodies = bodies(module)?;
    let mut best: Option<(usize, Vec<u8>)> = None;
    for first in 0..bodies.len().min(STARTS) {
        let candidate = reorder(module, &order_by_similarity(&bodies, first))?;
        let size = compressed_size(&candidate);
        if best.as_ref().is_none_or(|(smallest, _)| size < *smallest) {
            best = Some((size, candidate));
        }
    }
    Ok(best.map_or_else(|| module.to_vec(), |(_, module)| module))
}
