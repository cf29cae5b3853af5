//! Texts, each once, numbered as they come: the words of a feed, the values of a field, identities.

use std::ops::Range;
use std::sync::OnceLock;

/// Numbered texts. They stand one behind the other in one text, found by a table of hashes that is
/// probed in a line: millions of words cost no allocation each.
#[derive(Clone, Debug)]
pub(crate) struct Numbers {
    /// What the hashes begin with.
    seed: u64,
    text: String,
    /// Where each one ends.
    ends: Vec<u32>,
    /// Of each place: the upper half of a hash, and the number after it; 0: free.
    table: Vec<(u32, u32)>,
}

/// Odd, and without a pattern in its bits: digits of the golden ratio.
const MIX: u64 = 0x9E37_79B9_7F4A_7C15;

/// The fewest places of a table that is in use.
const FEWEST: usize = 16;

impl Default for Numbers {
    fn default() -> Self {
        Self {
            seed: seed(),
            text: String::new(),
            ends: Vec::new(),
            table: Vec::new(),
        }
    }
}

impl Numbers {
    /// The number of a text, a new one if it is new.
    #[inline(never)]
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn number(&mut self, text: &str) -> u32 {
        // Three places of four may be taken.
        if self.ends.len() * 4 >= self.table.len() * 3 {
            self.grow();
        }
        let hash = hash(self.seed, text.as_bytes());
        let (place, known) = self.find(text, hash);
        if let Some(number) = known {
            return number;
        }
        let number = self.ends.len() as u32;
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
        if let Some(free) = self.table.get_mut(place) {
            *free = (upper(hash), number + 1);
        }
        number
    }

    /// The number of a text, if it has one.
    #[inline(never)]
    pub(crate) fn get(&self, text: &str) -> Option<u32> {
        match self.table.is_empty() {
            true => None,
            false => self.find(text, hash(self.seed, text.as_bytes())).1,
        }
    }

    /// Makes room for so many more texts like those that are there: growing by and by takes half as
    /// much again. Of long ones no more than is sure to be had.
    pub(crate) fn expect(&mut self, more: usize) {
        let each = self.text.len() / self.ends.len().max(1);
        self.text.reserve(more.saturating_mul(each.min(80)));
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// All texts, by their numbers.
    pub(crate) fn texts(&self) -> impl ExactSizeIterator<Item = &str> {
        (0..self.ends.len() as u32).map(|number| self.text(number))
    }

    /// The text of a number.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn text(&self, number: u32) -> &str {
        self.text.get(self.place(number)).unwrap_or_default()
    }

    /// Where the text of a number stands.
    #[inline(always)]
    fn place(&self, number: u32) -> Range<usize> {
        let number = number as usize;
        let start = number.checked_sub(1).and_then(|at| self.ends.get(at));
        let end = self.ends.get(number).copied().unwrap_or_default() as usize;
        start.copied().unwrap_or_default() as usize..end
    }

    /// Whether the text of a number is this one.
    #[inline(always)]
    fn is(&self, number: u32, text: &[u8]) -> bool {
        let place = self.place(number);
        let same = |own: &[u8]| own.iter().eq(text);
        // So few bytes are compared faster here than where many are.
        place.len() == text.len() && self.text.as_bytes().get(place).is_some_and(same)
    }

    /// The place of a text, or the free one that is its own, and its number.
    #[cfg_attr(small_module, optimize(speed))]
    fn find(&self, text: &str, hash: u64) -> (usize, Option<u32>) {
        let mask = self.table.len().wrapping_sub(1);
        let mut place = hash as usize & mask;
        loop {
            match self.table.get(place) {
                Some((own, after)) if *after > 0 => {
                    if *own == upper(hash) && self.is(after - 1, text.as_bytes()) {
                        return (place, Some(after - 1));
                    }
                }
                _ => return (place, None),
            }
            place = (place + 1) & mask;
        }
    }

    #[cfg_attr(small_module, optimize(speed))]
    fn grow(&mut self) {
        let places = (self.table.len() * 2).max(FEWEST);
        self.table = vec![(0, 0); places];
        for number in 0..self.ends.len() as u32 {
            let hash = hash(self.seed, self.text(number).as_bytes());
            let mut place = hash as usize & (places - 1);
            while self.table.get(place).is_some_and(|(_, after)| *after > 0) {
                place = (place + 1) & (places - 1);
            }
            if let Some(free) = self.table.get_mut(place) {
                *free = (upper(hash), number + 1);
            }
        }
    }
}

fn upper(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// Another one wherever this runs: who could foretell the hashes would write a feed whose texts all
/// meet in one place of a table, where each is compared with all before it.
fn seed() -> u64 {
    static SEED: OnceLock<u64> = OnceLock::new();
    *SEED.get_or_init(random)
}

#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
fn random() -> u64 {
    js_sys::Math::random().to_bits()
}

#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
fn random() -> u64 {
    use std::hash::BuildHasher;
    std::hash::RandomState::new().hash_one(MIX)
}

/// Multiplies twice for each eight bytes: after one multiplication two texts could be told to meet
/// again whatever stands before them.
#[cfg_attr(small_module, optimize(speed))]
fn hash(seed: u64, bytes: &[u8]) -> u64 {
    let mut hash = seed ^ bytes.len() as u64;
    let mut mix = |eight: u64| {
        hash = (hash ^ eight).wrapping_mul(MIX);
        hash = (hash ^ (hash >> 32)).wrapping_mul(MIX);
        hash ^= hash >> 29;
    };
    let (eights, rest) = bytes.as_chunks::<8>();
    for eight in eights {
        mix(u64::from_le_bytes(*eight));
    }
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    mix(u64::from_le_bytes(last));
    hash
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn each_text_has_one_number(texts in proptest::collection::vec("[ab]{0,5}|.{0,20}", 0..300)) {
            let mut numbers = Numbers::default();
            let mut naive = HashMap::new();
            for text in &texts {
                let next = naive.len() as u32;
                let number = *naive.entry(text).or_insert(next);
                prop_assert_eq!(numbers.get(text), (number < next).then_some(number));
                prop_assert_eq!(numbers.number(text), number);
            }
            prop_assert_eq!(numbers.len(), naive.len());
            for (text, number) in naive {
                prop_assert_eq!(numbers.get(text), Some(number));
                prop_assert_eq!(numbers.text(number), text);
            }
            prop_assert_eq!(numbers.get("none of them, for it is too long"), None);
        }
    }

    #[test]
    fn hashes_spread() {
        let mut buckets = vec![0; 1 << 12];
        for number in 0..1 << 12 {
            buckets[hash(7, format!("word{number}").as_bytes()) as usize & 0xFFF] += 1;
        }
        assert!(
            buckets.iter().all(|count| *count < 12),
            "{:?}",
            buckets.iter().max()
        );
    }

    /// Who knows the seed has the second eight bytes undo what the first have done.
    #[test]
    fn texts_that_meet_by_one_seed_part_by_another() {
        const KNOWN: u64 = 5;
        let step = |hash: u64| {
            let hash = hash.wrapping_mul(MIX);
            let hash = (hash ^ (hash >> 32)).wrapping_mul(MIX);
            hash ^ (hash >> 29)
        };
        let texts: Vec<[u8; 16]> = (0..1000_u64)
            .map(|first| {
                let second = step(KNOWN ^ 16 ^ first);
                let mut text = [0; 16];
                text[..8].copy_from_slice(&first.to_le_bytes());
                text[8..].copy_from_slice(&second.to_le_bytes());
                text
            })
            .collect();
        let met = hash(KNOWN, &texts[0]);
        assert!(texts.iter().all(|text| hash(KNOWN, text) == met));
        let mut parted: Vec<u64> = texts.iter().map(|text| hash(MIX, text)).collect();
        parted.sort_unstable();
        parted.dedup();
        assert_eq!(parted.len(), texts.len());
    }

    #[test]
    fn no_two_runs_have_the_same_seed() {
        assert_ne!(random(), random());
        assert_eq!(Numbers::default().seed, Numbers::default().seed);
    }
}
