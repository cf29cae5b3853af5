/// A set of rows, a bit each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Set {
    words: Vec<u64>,
}

impl Set {
    /// The set of none of so many rows.
    pub(super) fn none(rows: usize) -> Self {
        Self {
            words: vec![0; rows.div_ceil(64)],
        }
    }

    /// The set of all of so many rows.
    pub(super) fn all(rows: usize) -> Self {
        let mut words = vec![u64::MAX; rows.div_ceil(64)];
        // No bit beyond the last row, or it would be counted.
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

    /// All of its rows, from the first on.
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

    /// How many rows are in both.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn count_common(&self, other: &Self) -> usize {
        let pairs = self.words.iter().zip(&other.words);
        pairs
            .map(|(one, other)| (one & other).count_ones() as usize)
            .sum()
    }

    pub(super) fn keep(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    pub(super) fn remove(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_rows_and_no_more() {
        for rows in [0, 1, 63, 64, 65, 200] {
            let all = Set::all(rows);
            assert_eq!(all.len(), rows);
            assert!((0..rows as u32).all(|row| all.contains(row)));
            assert!(!all.contains(rows as u32));
        }
    }

    #[test]
    fn what_is_common() {
        let mut set = Set::none(130);
        for row in [0, 64, 129] {
            set.insert(row);
        }
        let mut other = Set::all(130);
        other.remove(&set);
        assert_eq!((set.count_common(&other), other.len()), (0, 127));
        assert!(set.contains(129) && !set.contains(128) && !set.contains(1000));
        assert!(set.iter().eq([0, 64, 129]));
    }
}
