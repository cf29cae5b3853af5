//! Sorting of `u32` numbers: rows, symbols, positions in a list. All of search sorts by these few
//! functions, which are not generic, so that the module contains each of them once.

use std::cmp::Ordering;

/// From this length on, sorting texts by radix before comparing them saves time.
pub(in crate::search) const MANY: usize = 1_000;

/// Sorts numbers by a comparison of two of them. Not stable.
#[inline(never)]
pub(in crate::search) fn sort(numbers: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    // The standard library, compiled for size, does not detect sorted input itself.
    if !numbers.is_sorted_by(|one, other| compare(*one, *other).is_le()) {
        numbers.sort_unstable_by(|one, other| compare(*one, *other));
    }
}

/// Sorts numbers by ascending keys. Stable.
///
/// A radix sort by least significant digits first (Knuth, volume 3, 5.2.5) of O(n) for each eleven
/// bits in which keys differ. For many numbers it takes a tenth of the time of a comparison sort.
#[inline(never)]
#[cfg_attr(small_module, optimize(speed))]
pub(in crate::search) fn sort_by_key(numbers: &mut [u32], key: &dyn Fn(u32) -> u64) {
    const BITS: u32 = 11;
    let mut pairs: Vec<(u64, u32)> = numbers.iter().map(|it| (key(*it), *it)).collect();
    let mut sorted = vec![(0, 0); pairs.len()];
    // Digits in which all keys agree are skipped.
    let (all, any) = pairs
        .iter()
        .fold((u64::MAX, 0), |(all, any), (key, _)| (all & key, any | key));
    let mut shift = 0;
    while shift < u64::BITS && (all ^ any) >> shift != 0 {
        let digit = |key: u64| (key >> shift) as usize & ((1 << BITS) - 1);
        if digit(all) != digit(any) {
            let mut starts = vec![0_u32; (1 << BITS) + 1];
            for (key, _) in &pairs {
                if let Some(count) = starts.get_mut(digit(*key) + 1) {
                    *count += 1;
                }
            }
            let mut sum = 0;
            for start in &mut starts {
                sum += *start;
                *start = sum;
            }
            for pair in &pairs {
                if let Some(start) = starts.get_mut(digit(pair.0))
                    && let Some(slot) = sorted.get_mut(*start as usize)
                {
                    *slot = *pair;
                    *start += 1;
                }
            }
            std::mem::swap(&mut pairs, &mut sorted);
        }
        shift += BITS;
    }
    for (number, (_, sorted)) in numbers.iter_mut().zip(pairs) {
        *number = sorted;
    }
}

/// Sorts numbers by a text of each, byte by byte. Not stable.
pub(in crate::search) fn sort_by_text<'t>(numbers: &mut [u32], text: &dyn Fn(u32) -> &'t str) {
    if numbers.len() >= MANY {
        sort_by_prefix(numbers, text, |byte| byte);
    }
    sort(numbers, &|one, other| text(one).cmp(text(other)));
}

/// Sorts numbers by the first 24 bytes of a text of each, mapped by `byte`. Stable.
#[inline(never)]
pub(in crate::search) fn sort_by_prefix<'t>(
    numbers: &mut [u32],
    text: &dyn Fn(u32) -> &'t str,
    byte: fn(u8) -> u8,
) {
    for eight in (0..3).rev() {
        sort_by_key(numbers, &|number| {
            let bytes = text(number).bytes().chain(std::iter::repeat(0));
            let bytes = bytes.skip(eight * 8).take(8);
            bytes.fold(0, |key, own| key << 8 | u64::from(byte(own)))
        });
    }
}

/// Returns the `limit` numbers below `count` with the smallest keys, in ascending order of their
/// keys; of equal keys the smaller number comes first.
///
/// Takes O(count · limit) at worst, and O(count) for keys in random order; many are sorted by radix.
pub(in crate::search) fn smallest(count: u32, limit: usize, key: &dyn Fn(u32) -> u64) -> Vec<u32> {
    if limit >= count as usize / 16 {
        let mut all: Vec<u32> = (0..count).collect();
        sort_by_key(&mut all, key);
        all.truncate(limit);
        return all;
    }
    let mut best: Vec<(u64, u32)> = Vec::with_capacity(limit + 1);
    for number in 0..count {
        let key = key(number);
        if best.len() < limit || best.last().is_some_and(|(last, _)| key < *last) {
            let at = best.partition_point(|(other, _)| *other <= key);
            best.insert(at, (key, number));
            best.truncate(limit);
        }
    }
    best.into_iter().map(|(_, number)| number).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_smallest_few_are_those_of_a_whole_sort() {
        for bits in [3, 12, 32] {
            let key = |n: u32| u64::from(n.wrapping_mul(2_654_435_761) >> (32 - bits));
            let mut sorted: Vec<u32> = (0..2_000).collect();
            sorted.sort_by_key(|n| key(*n));
            for limit in [0, 1, 12, 124, 125, 500, 2_000, 3_000] {
                assert_eq!(smallest(2_000, limit, &key), sorted[..limit.min(2_000)]);
            }
        }
    }

    proptest! {
        #[test]
        fn sorting_by_text_is_sorting_by_bytes(texts in proptest::collection::vec(
            prop_oneof!["[ab\u{0}]{0,30}", "a{20,26}[ab]{0,3}", ".{0,9}"], MANY - 2..MANY + 200,
        )) {
            let mut numbers: Vec<u32> = (0..texts.len() as u32).rev().collect();
            sort_by_text(&mut numbers, &|at| texts[at as usize].as_str());
            let sorted: Vec<&str> = numbers.iter().map(|at| texts[*at as usize].as_str()).collect();
            let mut naive: Vec<&str> = texts.iter().map(String::as_str).collect();
            naive.sort_unstable();
            prop_assert_eq!(sorted, naive);
        }

        #[test]
        fn radix_sort_agrees_with_a_comparison_sort(keys in proptest::collection::vec(
            prop_oneof![any::<u64>(), 0..4_u64, (0..4_u64).prop_map(|it| it << 62), 1_u64 << 40..1 << 41],
            0..200,
        )) {
            let key = |n: u32| keys[n as usize];
            let mut numbers: Vec<u32> = (0..keys.len() as u32).rev().collect();
            let mut sorted = numbers.clone();
            sorted.sort_by_key(|n| key(*n));
            sort_by_key(&mut numbers, &key);
            prop_assert_eq!(numbers, sorted);
        }
    }
}
