use super::matching::{Class, Hit};
use super::postings::Postings;

/// How well each article matches all terms so far; the room is kept from query to query.
///
/// Articles compare by the class of their worst term, then by the weights of the fields matched,
/// then by [BM25](https://doi.org/10.1561/1500000019) over the article's words.
#[derive(Debug, Default)]
pub(super) struct Relevance {
    scores: Vec<Score>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Score {
    worst: Class,
    weights: u32,
    bm25: f64,
}

/// What a term is worth, and how long an article is by comparison.
pub(super) struct Weighing<'p> {
    postings: &'p Postings,
    rarity: f64,
}

impl<'p> Weighing<'p> {
    const K1: f64 = 1.2;
    const B: f64 = 0.75;

    /// Of a term that `having` of `all` articles match.
    pub(super) fn new(postings: &'p Postings, having: usize, all: usize) -> Self {
        let (having, all) = (having as f64, all as f64);
        Self {
            postings,
            rarity: (1.0 + (all - having + 0.5) / (having + 0.5)).ln(),
        }
    }

    #[cfg_attr(small_module, optimize(speed))]
    fn bm25(&self, row: u32, hit: Hit) -> f64 {
        let times = f64::from(hit.times);
        let length = f64::from(self.postings.length(row)) / self.postings.average_length;
        let saturation = Self::K1 * (1.0 - Self::B + Self::B * length);
        self.rarity * times * (Self::K1 + 1.0) / (times + saturation)
    }
}

impl Relevance {
    /// Adds the hit of a term that stands there so many times; the first term's begins anew.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn add(
        &mut self,
        row: u32,
        hit: Hit,
        times: usize,
        weighing: &Weighing<'_>,
        is_first: bool,
    ) {
        let at = row as usize;
        if self.scores.len() <= at {
            self.scores.resize(at + 1, Score::default());
        }
        let Some(score) = self.scores.get_mut(at) else {
            return;
        };
        if is_first {
            *score = Score::default();
        }
        score.worst = score.worst.max(hit.class);
        let weights = u32::from(hit.fields).saturating_mul(times as u32);
        score.weights = score.weights.saturating_add(weights);
        score.bm25 += weighing.bm25(row, hit) * times as f64;
    }

    /// A number that is the lesser, the better an article matches.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn key(&self, row: u32) -> u64 {
        let score = self.scores.get(row as usize).copied().unwrap_or_default();
        let weights = u64::from(score.weights.min(0xFFFF));
        // The bits of positive floating point numbers compare as the numbers do.
        let bm25 = (score.bm25 as f32).to_bits();
        (score.worst as u64) << 48 | (0xFFFF - weights) << 32 | u64::from(!bm25)
    }
}
