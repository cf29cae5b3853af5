//! A string interner: stores each distinct string once and numbers them in the order they come,
//! such as the words of a feed, the values of a field, identities.

use std::ops::Range;
use std::sync::OnceLock;

/// Distinct strings and their symbols: consecutive numbers from 0 on.
///
/// All strings share one buffer, so millions of words cost no allocation each. They are found by an
/// open-addressing hash table with linear probing. Beside its bytes a string takes 4 bytes, and 11
/// to 21 in the table.
#[derive(Clone, Debug)]
pub(crate) struct Interner {
    /// The seed of the hashes.
    seed: u64,
    text: String,
    /// Where each string ends in the buffer.
    ends: Vec<u32>,
    /// Slots with the upper half of a hash and the symbol plus one; 0 in a free slot.
    slots: Vec<(u32, u32)>,
}

/// The multiplier of the hash: odd, with digits of the golden ratio (Knuth, volume 3, 6.4).
const MIX: u64 = 0x9E37_79B9_7F4A_7C15;

/// The initial number of slots.
const MIN_SLOTS: usize = 16;

impl Default for Interner {
    fn default() -> Self {
        Self {
            seed: seed(),
            text: String::new(),
            ends: Vec::new(),
            slots: Vec::new(),
        }
    }
}

impl Interner {
    /// Returns the symbol of a string, a new one if the string is new.
    #[inline(never)]
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn intern(&mut self, text: &str) -> u32 {
        // At most three of four slots are in use.
        if self.ends.len() * 4 >= self.slots.len() * 3 {
            self.grow();
        }
        let hash = hash(self.seed, text.as_bytes());
        let (slot, known) = self.find(text, hash);
        if let Some(symbol) = known {
            return symbol;
        }
        let symbol = self.ends.len() as u32;
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
        if let Some(free) = self.slots.get_mut(slot) {
            *free = (upper(hash), symbol + 1);
        }
        symbol
    }

    /// Returns the symbol of a string, if it is interned.
    #[inline(never)]
    pub(crate) fn get(&self, text: &str) -> Option<u32> {
        match self.slots.is_empty() {
            true => None,
            false => self.find(text, hash(self.seed, text.as_bytes())).1,
        }
    }

    /// Reserves memory for `more` strings of the average length so far, or 80 bytes if that is less.
    /// Without it, growing the buffer step by step takes half as much time again.
    pub(crate) fn reserve_like(&mut self, more: usize) {
        let each = self.text.len() / self.ends.len().max(1);
        self.text.reserve(more.saturating_mul(each.min(80)));
    }

    /// Returns the number of strings.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Iterates over the strings in the order of their symbols.
    pub(crate) fn strings(&self) -> impl ExactSizeIterator<Item = &str> {
        (0..self.ends.len() as u32).map(|symbol| self.resolve(symbol))
    }

    /// Returns the string of a symbol; empty for an unknown symbol.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn resolve(&self, symbol: u32) -> &str {
        self.text.get(self.range(symbol)).unwrap_or_default()
    }

    /// Returns where the string of a symbol is in the buffer.
    #[inline(always)]
    fn range(&self, symbol: u32) -> Range<usize> {
        let symbol = symbol as usize;
        let start = symbol.checked_sub(1).and_then(|at| self.ends.get(at));
        let end = self.ends.get(symbol).copied().unwrap_or_default() as usize;
        start.copied().unwrap_or_default() as usize..end
    }

    /// Returns whether the string of a symbol equals `text`.
    #[inline(always)]
    fn is(&self, symbol: u32, text: &[u8]) -> bool {
        let range = self.range(symbol);
        let same = |own: &[u8]| own.iter().eq(text);
        // For so few bytes, a loop is faster than a call of memcmp.
        range.len() == text.len() && self.text.as_bytes().get(range).is_some_and(same)
    }

    /// Returns the slot of a string and its symbol, or the free slot for it.
    #[cfg_attr(small_module, optimize(speed))]
    fn find(&self, text: &str, hash: u64) -> (usize, Option<u32>) {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = hash as usize & mask;
        loop {
            match self.slots.get(slot) {
                Some((own, after)) if *after > 0 => {
                    if *own == upper(hash) && self.is(after - 1, text.as_bytes()) {
                        return (slot, Some(after - 1));
                    }
                }
                _ => return (slot, None),
            }
            slot = (slot + 1) & mask;
        }
    }

    #[cfg_attr(small_module, optimize(speed))]
    fn grow(&mut self) {
        let slots = (self.slots.len() * 2).max(MIN_SLOTS);
        self.slots = vec![(0, 0); slots];
        for symbol in 0..self.ends.len() as u32 {
            let hash = hash(self.seed, self.resolve(symbol).as_bytes());
            let mut slot = hash as usize & (slots - 1);
            while self.slots.get(slot).is_some_and(|(_, after)| *after > 0) {
                slot = (slot + 1) & (slots - 1);
            }
            if let Some(free) = self.slots.get_mut(slot) {
                *free = (upper(hash), symbol + 1);
            }
        }
    }
}

fn upper(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// Returns a seed that differs in each process. With predictable hashes, a feed could be written
/// whose strings all collide, so that interning them takes quadratic time.
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

/// Hashes eight bytes at a time, with two multiplications each: after a single one, strings could be
/// found that collide for every seed.
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
        fn each_string_has_one_symbol(texts in proptest::collection::vec("[ab]{0,5}|.{0,20}", 0..300)) {
            let mut interner = Interner::default();
            let mut naive = HashMap::new();
            for text in &texts {
                let next = naive.len() as u32;
                let number = *naive.entry(text).or_insert(next);
                prop_assert_eq!(interner.get(text), (number < next).then_some(number));
                prop_assert_eq!(interner.intern(text), number);
            }
            prop_assert_eq!(interner.len(), naive.len());
            for (text, number) in naive {
                prop_assert_eq!(interner.get(text), Some(number));
                prop_assert_eq!(interner.resolve(number), text);
            }
            prop_assert_eq!(interner.get("none of them, for it is too long"), None);
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

    /// With a known seed, the second eight bytes can undo the effect of the first.
    #[test]
    fn strings_that_collide_by_one_seed_differ_by_another() {
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
        let collision = hash(KNOWN, &texts[0]);
        assert!(texts.iter().all(|text| hash(KNOWN, text) == collision));
        let mut hashes: Vec<u64> = texts.iter().map(|text| hash(MIX, text)).collect();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), texts.len());
    }

    #[test]
    fn each_process_has_its_own_seed() {
        assert_ne!(random(), random());
        assert_eq!(Interner::default().seed, Interner::default().seed);
    }
}
