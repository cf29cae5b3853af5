//! An order in which similar functions follow each other.
//!
//! DEFLATE and Brotli replace repeated bytes by references of the form "length, distance". Short
//! distances take fewer bits, and gzip's window ends after 32 KiB. So a function should follow
//! those with which it shares the most bytes.

use std::collections::HashMap;

/// The length of the byte sequences by which functions are compared: the shortest that a reference
/// encodes in less space than the bytes themselves.
const SHINGLE: usize = 4;

/// The binary logarithm of gzip's window.
const WINDOW: u32 = 15;

/// The binary logarithm of the distance below which references hardly get shorter.
const NEAR: u32 = 7;

/// Bytes that a function takes beside its body. Without it, the shortest ones would all come first.
const OVERHEAD: usize = 8;

/// Returns an order of functions, as positions in `bodies`, that starts with `first`.
///
/// It is greedy: each function is followed by the remaining one that shares the most with what was
/// written shortly before, in proportion to its size. Only integers and square roots are involved,
/// so the order is the same on every machine.
pub fn order_by_similarity(bodies: &[&[u8]], first: usize) -> Vec<usize> {
    let shingles = shared_shingles(bodies);
    let rarity = rarity(&shingles);
    let weights: Vec<_> = bodies.iter().map(|body| weight(body.len())).collect();
    let mut remaining: Vec<usize> = (0..bodies.len())
        .filter(|position| *position != first)
        .collect();
    let mut order = Vec::with_capacity(bodies.len());
    let mut last_end: Vec<Option<usize>> = vec![None; rarity.len()];
    let (mut written, mut next) = (0, bodies.get(first).map(|_| first));
    while let Some(current) = next {
        order.push(current);
        written += bodies[current].len();
        for shingle in &shingles[current] {
            last_end[*shingle] = Some(written);
        }
        let gain: Vec<_> = (last_end.iter().zip(&rarity))
            .map(|(end, rarity)| end.map_or(0.0, |end| proximity(written - end) * rarity))
            .collect();
        let score = |position: usize| {
            let gains = shingles[position].iter().map(|shingle| gain[*shingle]);
            gains.sum::<f64>() / weights[position]
        };
        let scores = remaining.iter().map(|position| score(*position));
        // The first of equal ones.
        let best = scores
            .enumerate()
            .reduce(|best, other| if other.1 > best.1 { other } else { best });
        next = best.map(|(at, _)| remaining.remove(at));
    }
    order
}

/// The distinct shingles of each body, as numbers, without those that no other body has.
fn shared_shingles(bodies: &[&[u8]]) -> Vec<Vec<usize>> {
    let mut numbers: HashMap<&[u8], usize> = HashMap::new();
    let mut shingles: Vec<Vec<usize>> = Vec::with_capacity(bodies.len());
    for body in bodies {
        let mut distinct: Vec<_> = (body.windows(SHINGLE))
            .map(|shingle| {
                let new = numbers.len();
                *numbers.entry(shingle).or_insert(new)
            })
            .collect();
        distinct.sort_unstable();
        distinct.dedup();
        shingles.push(distinct);
    }
    let frequencies = frequencies(&shingles);
    for distinct in &mut shingles {
        distinct.retain(|shingle| frequencies[*shingle] > 1);
    }
    shingles
}

/// The number of bodies that each shingle occurs in.
fn frequencies(shingles: &[Vec<usize>]) -> Vec<u32> {
    let all = || shingles.iter().flatten();
    let mut frequencies = vec![0; all().max().map_or(0, |last| last + 1)];
    for shingle in all() {
        frequencies[*shingle] += 1;
    }
    frequencies
}

/// The weight of each shingle: low if many functions have it.
fn rarity(shingles: &[Vec<usize>]) -> Vec<f64> {
    let frequencies = frequencies(shingles).into_iter();
    let magnitudes = frequencies.map(|frequency| frequency.checked_ilog2().unwrap_or(0).max(1));
    magnitudes
        .map(|magnitude| 1.0 / f64::from(magnitude))
        .collect()
}

/// The bits that a reference to this distance saves, roughly.
fn proximity(distance: usize) -> f64 {
    let magnitude = (distance + (1 << NEAR)).ilog2();
    f64::from((WINDOW + 1).saturating_sub(magnitude))
}

/// The divisor of a body's score, since long bodies share more: its size to the power of 3/4.
fn weight(length: usize) -> f64 {
    let root = ((length + OVERHEAD) as f64).sqrt();
    root * root.sqrt()
}

#[cfg(test)]
mod tests {
    use super::order_by_similarity;

    #[test]
    fn similar_bodies_follow_each_other() {
        let bodies: [&[u8]; 5] = [
            b"one two three",
            b"12345678",
            b"four",
            b"12345679",
            b"two three",
        ];
        assert_eq!(order_by_similarity(&bodies, 0), [0, 4, 1, 3, 2]);
        assert_eq!(order_by_similarity(&bodies, 3), [3, 1, 0, 4, 2]);
    }

    #[test]
    fn every_function_occurs_once() {
        assert!(order_by_similarity(&[], 0).is_empty());
        assert_eq!(order_by_similarity(&[b"ab", b"", b"ab"], 1), [1, 0, 2]);
    }
}
