//! Scoring: how well articles match all terms of a query.

use super::{Hit, MatchClass};
use crate::search::postings::Postings;

/// The scores of all articles, by row. The buffer is reused from query to query.
///
/// Articles compare by the class of their worst term, then by the sum of the weights of the fields
/// that terms match in, then by BM25 ([Robertson and Zaragoza, 2009]).
///
/// [Robertson and Zaragoza, 2009]: https://doi.org/10.1561/1500000019
#[derive(Debug, Default)]
pub(in crate::search) struct RelevanceScores {
    scores: Vec<Score>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Score {
    worst: MatchClass,
    weights: u32,
    bm25: f64,
}

/// What BM25 needs to know of a term.
pub(in crate::search) struct TermStats<'p> {
    postings: &'p Postings,
    /// The inverse document frequency.
    idf: f64,
}

impl<'p> TermStats<'p> {
    /// How soon further occurrences of a term stop counting.
    const K1: f64 = 1.2;
    /// How much the length of an article counts.
    const B: f64 = 0.75;

    /// Creates the statistics of a term that `matching` of `all` articles match.
    pub(in crate::search) fn new(postings: &'p Postings, matching: usize, all: usize) -> Self {
        let (matching, all) = (matching as f64, all as f64);
        Self {
            postings,
            idf: (1.0 + (all - matching + 0.5) / (matching + 0.5)).ln(),
        }
    }

    #[cfg_attr(small_module, optimize(speed))]
    fn bm25(&self, row: u32, hit: Hit) -> f64 {
        let frequency = f64::from(hit.frequency);
        let length = f64::from(self.postings.length(row)) / self.postings.average_length;
        let saturation = Self::K1 * (1.0 - Self::B + Self::B * length);
        self.idf * frequency * (Self::K1 + 1.0) / (frequency + saturation)
    }
}

impl RelevanceScores {
    /// Adds a hit of a term that the query repeats `repeats` times. The first term of a query
    /// resets the scores of the previous query.
    #[cfg_attr(small_module, optimize(speed))]
    pub(in crate::search) fn add(
        &mut self,
        row: u32,
        hit: Hit,
        repeats: usize,
        stats: &TermStats<'_>,
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
        let weights = u32::from(hit.fields).saturating_mul(repeats as u32);
        score.weights = score.weights.saturating_add(weights);
        score.bm25 += stats.bm25(row, hit) * repeats as f64;
    }

    /// Returns a sort key: the better an article matches, the smaller it is.
    #[cfg_attr(small_module, optimize(speed))]
    pub(in crate::search) fn key(&self, row: u32) -> u64 {
        let score = self.scores.get(row as usize).copied().unwrap_or_default();
        let weights = u64::from(score.weights.min(0xFFFF));
        // Positive floating point numbers compare as their bits do.
        let bm25 = (score.bm25 as f32).to_bits();
        (score.worst as u64) << 48 | (0xFFFF - weights) << 32 | u64::from(!bm25)
    }
}
