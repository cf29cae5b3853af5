//! Random choices as a list of numbers, followed by zeros: 0 is the simplest choice, so that a shorter
//! list with smaller numbers makes a simpler case.

/// The choices of a case.
#[derive(Clone, Debug, Default)]
pub struct Genes {
    pub setup: Vec<u16>,
    pub articles: Vec<Vec<u16>>,
    /// The queries; the second one, if any, may be the base filter.
    pub states: Vec<StateGenes>,
}

#[derive(Clone, Debug, Default)]
pub struct StateGenes {
    pub pieces: Vec<Vec<u16>>,
    pub filters: Vec<Vec<u16>>,
    pub rest: Vec<u16>,
}

/// Reads choices from a list.
pub struct Choices<'a>(std::slice::Iter<'a, u16>);

impl<'a> Choices<'a> {
    pub fn new(genes: &'a [u16]) -> Self {
        Self(genes.iter())
    }

    pub fn below(&mut self, end: usize) -> usize {
        usize::from(self.0.next().copied().unwrap_or(0)) % end
    }

    /// Returns one of several values; the first is the simplest.
    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// Returns true once in `times` calls.
    pub fn rarely(&mut self, times: usize) -> bool {
        self.below(times) == times - 1
    }
}

/// A small generator of random numbers (splitmix64).
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn list(&mut self, length: usize) -> Vec<u16> {
        (0..length).map(|_| (self.next() >> 48) as u16).collect()
    }

    fn lists(&mut self, most: usize, length: usize) -> Vec<Vec<u16>> {
        let count = self.next() as usize % (most + 1);
        (0..count).map(|_| self.list(length)).collect()
    }

    pub fn genes(&mut self) -> Genes {
        let state = |random: &mut Self| StateGenes {
            pieces: random.lists(4, 12),
            filters: random.lists(4, 4),
            rest: random.list(16),
        };
        Genes {
            setup: self.list(4),
            articles: self.lists(60, 64),
            states: (0..3).map(|_| state(self)).collect(),
        }
    }
}
