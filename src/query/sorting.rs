//! All sorting of the engine, so that its machinery is in the module once and not once a type.

use std::cmp::Ordering;

/// Sorts numbers, such as rows, by what `compare` says of two; which of equal ones comes first
/// is left open.
#[inline(never)]
pub(super) fn sort(numbers: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    numbers.sort_unstable_by(|one, other| compare(*one, *other));
}

/// The first `most` of the numbers below `count` in the order of `compare`, which leaves no ties.
pub(super) fn first(count: u32, most: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    // Many are faster sorted all at once.
    if most >= count as usize / 16 {
        let mut all: Vec<u32> = (0..count).collect();
        sort(&mut all, compare);
        all.truncate(most);
        return all;
    }
    let mut best: Vec<u32> = Vec::with_capacity(most + 1);
    for number in 0..count {
        let is_better = |other: &u32| compare(number, *other).is_lt();
        if best.len() < most || best.last().is_some_and(is_better) {
            let place = best.partition_point(|other| !is_better(other));
            best.insert(place, number);
            best.truncate(most);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_few_are_those_of_a_whole_sort() {
        let keys: Vec<u32> = (0..2_000)
            .map(|n: u32| n.wrapping_mul(2_654_435_761))
            .collect();
        let compare = |one: u32, other: u32| keys[one as usize].cmp(&keys[other as usize]);
        let mut sorted: Vec<u32> = (0..2_000).collect();
        sorted.sort_by_key(|n| keys[*n as usize]);
        for most in [0, 1, 12, 124, 125, 500, 2_000, 3_000] {
            assert_eq!(first(2_000, most, &compare), sorted[..most.min(2_000)]);
        }
    }
}
