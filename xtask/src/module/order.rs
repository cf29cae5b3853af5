//! The order of functions in which a module is compressed best: those that are alike follow each
//! other. All compressions say the same again as "so many bytes, that far back", and what is near is
//! said in fewer bits, or at all: gzip looks no further back than 32 kB.

use std::collections::HashMap;

/// How many bytes in a row are a piece, by which functions are found alike: what costs less to point
/// at than to write.
const PIECE: usize = 4;

/// How far gzip looks back, as a power of two.
const WINDOW: u32 = 15;

/// Below this distance, also a power of two, nearer is hardly cheaper.
const NEAR: u32 = 7;

/// What a function costs beside its body, so that the shortest don't all come first.
const COST: usize = 8;

/// Orders functions by their bodies, from the given one on: each is followed by that of the others
/// for whose size most was written shortly before. Only whole numbers and square roots are reckoned
/// with, so that the order is the same on every machine.
pub(super) fn by_likeness(bodies: &[&[u8]], first: usize) -> Vec<usize> {
    let pieces = shared_pieces(bodies);
    let rarity = rarity(&pieces);
    let size: Vec<_> = bodies.iter().map(|body| weight(body.len())).collect();
    let mut left: Vec<usize> = (0..bodies.len()).filter(|place| *place != first).collect();
    let mut order = Vec::with_capacity(bodies.len());
    let mut last_end: Vec<Option<usize>> = vec![None; rarity.len()];
    let (mut written, mut next) = (0, bodies.get(first).map(|_| first));
    while let Some(current) = next {
        order.push(current);
        written += bodies[current].len();
        for piece in &pieces[current] {
            last_end[*piece] = Some(written);
        }
        let gain: Vec<_> = (last_end.iter().zip(&rarity))
            .map(|(end, rarity)| end.map_or(0.0, |end| nearness(written - end) * rarity))
            .collect();
        let score = |place: usize| {
            let gains = pieces[place].iter().map(|piece| gain[*piece]);
            gains.sum::<f64>() / size[place]
        };
        let scores = left.iter().map(|place| score(*place)).enumerate();
        // Of equals the first.
        let best = scores.reduce(|best, other| if other.1 > best.1 { other } else { best });
        next = best.map(|(at, _)| left.remove(at));
    }
    order
}

/// For each function the pieces of its body, as numbers, without those that no other has.
fn shared_pieces(bodies: &[&[u8]]) -> Vec<Vec<usize>> {
    let mut numbers: HashMap<&[u8], usize> = HashMap::new();
    let mut pieces: Vec<Vec<usize>> = Vec::with_capacity(bodies.len());
    for body in bodies {
        let mut of_body: Vec<_> = (body.windows(PIECE))
            .map(|piece| {
                let new = numbers.len();
                *numbers.entry(piece).or_insert(new)
            })
            .collect();
        of_body.sort_unstable();
        of_body.dedup();
        pieces.push(of_body);
    }
    let counts = counts(&pieces);
    for of_body in &mut pieces {
        of_body.retain(|piece| counts[*piece] > 1);
    }
    pieces
}

/// In how many functions each piece is.
fn counts(pieces: &[Vec<usize>]) -> Vec<u32> {
    let all = || pieces.iter().flatten();
    let mut counts = vec![0; all().max().map_or(0, |last| last + 1)];
    for piece in all() {
        counts[*piece] += 1;
    }
    counts
}

/// What a piece says about likeness: little, if many functions have it.
fn rarity(pieces: &[Vec<usize>]) -> Vec<f64> {
    let counts = counts(pieces).into_iter();
    let magnitudes = counts.map(|count| count.checked_ilog2().unwrap_or(0).max(1));
    magnitudes
        .map(|magnitude| 1.0 / f64::from(magnitude))
        .collect()
}

/// How many bits a piece is cheaper for standing so far back.
fn nearness(distance: usize) -> f64 {
    let far = (distance + (1 << NEAR)).ilog2();
    f64::from((WINDOW + 1).saturating_sub(far))
}

/// By what likeness is divided, for in a long body more is found: its length to the power of 3/4.
fn weight(length: usize) -> f64 {
    let root = ((length + COST) as f64).sqrt();
    root * root.sqrt()
}

#[cfg(test)]
mod tests {
    use super::by_likeness;

    #[test]
    fn what_is_alike_follows_each_other() {
        let bodies: [&[u8]; 5] = [
            b"one two three",
            b"12345678",
            b"four",
            b"12345679",
            b"two three",
        ];
        assert_eq!(by_likeness(&bodies, 0), [0, 4, 1, 3, 2]);
        assert_eq!(by_likeness(&bodies, 3), [3, 1, 0, 4, 2]);
    }

    #[test]
    fn every_function_comes_once() {
        assert!(by_likeness(&[], 0).is_empty());
        assert_eq!(by_likeness(&[b"ab", b"", b"ab"], 1), [1, 0, 2]);
    }
}
