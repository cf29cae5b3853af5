//! Sets of rows.

/// A set of rows, one bit for each row of the index: 12.5 kB for 100,000 articles.
///
/// The set operations take O(rows / 64).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct BitSet {
    words: Vec<u64>,
}

impl BitSet {
    /// Creates an empty set with room for `rows` rows.
    pub(super) fn empty(rows: usize) -> Self {
        Self {
            words: vec![0; rows.div_ceil(64)],
        }
    }

    /// Creates the set of all of `rows` rows.
    pub(super) fn full(rows: usize) -> Self {
        let mut words = vec![u64::MAX; rows.div_ceil(64)];
        // Bits after the last row would be counted.
        if let (Some(last), rest @ 1..) = (words.last_mut(), rows % 64) {
            *last = (1 << rest) - 1;
        }
        Self { words }
    }

    #[inline(always)]
    pub(super) fn insert(&mut self, row: u32) {
        if let Some(word) = self.words.get_mut(row as usize / 64) {
            *word |= 1 << (row % 64);
        }
    }

    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn contains(&self, row: u32) -> bool {
        let word = self.words.get(row as usize / 64).copied();
        word.unwrap_or_default() >> (row % 64) & 1 == 1
    }

    /// Iterates over the rows in ascending order.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> {
        let words = self.words.iter().zip(0_u32..);
        words.flat_map(|(word, at)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some(at * 64 + bit)
            })
        })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    pub(super) fn len(&self) -> usize {
        let ones = self.words.iter().map(|word| word.count_ones() as usize);
        ones.sum()
    }

    /// Returns the number of rows that are in both sets, without building their intersection.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn intersection_len(&self, other: &Self) -> usize {
        let pairs = self.words.iter().zip(&other.words);
        pairs
            .map(|(one, other)| (one & other).count_ones() as usize)
            .sum()
    }

    /// Keeps only the rows that `other` has too.
    pub(super) fn intersect_with(&mut self, other: &Self) {
        self.combine(other, |word, other| word & other);
    }

    /// Adds the rows of `other`.
    pub(super) fn union_with(&mut self, other: &Self) {
        self.combine(other, |word, other| word | other);
    }

    /// Removes the rows of `other`.
    pub(super) fn difference_with(&mut self, other: &Self) {
        self.combine(other, |word, other| word & !other);
    }

    #[inline(always)]
    fn combine(&mut self, other: &Self, combined: impl Fn(u64, u64) -> u64) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word = combined(*word, *other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_set_has_all_rows_and_no_more() {
        for rows in [0, 1, 63, 64, 65, 200] {
            let all = BitSet::full(rows);
            assert_eq!(all.len(), rows);
            assert!((0..rows as u32).all(|row| all.contains(row)));
            assert!(!all.contains(rows as u32));
        }
    }

    #[test]
    fn set_operations() {
        let mut set = BitSet::empty(130);
        for row in [0, 64, 129] {
            set.insert(row);
        }
        let mut other = BitSet::full(130);
        other.difference_with(&set);
        assert_eq!((set.intersection_len(&other), other.len()), (0, 127));
        assert!(set.contains(129) && !set.contains(128) && !set.contains(1000));
        assert!(set.iter().eq([0, 64, 129]));
    }
}
