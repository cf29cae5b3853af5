//! The ranks of articles by a text of theirs, in the order of the locale: made part by part, so that
//! a page can go on in between.

use super::fields::wanted;
use super::sorting::{sort_by_beginning, sort_by_key};
use super::{Host, SortBy};
use crate::feed::Entry;
use crate::interner::Numbers;
use crate::model::Article;

/// The rank of an article without a value: the last, rising and falling.
pub(super) const MISSING: u32 = u32::MAX;

/// About so many texts are handed to the browser at once.
const PART: usize = 1_500;

/// So many times as many texts as there are limits are looked at, so that limits lie evenly.
const SAMPLES: usize = 8;

/// A sample sort (Frazer and McKellar, 1970): texts that were picked from all of them are limits;
/// each text is put between two of them, and what lies between two is small enough to be sorted.
pub(super) struct Ranking {
    pub(super) by: SortBy,
    /// The text of each article, as a number.
    numbers: Vec<u32>,
    texts: Numbers,
    /// Of each text.
    ranks: Vec<u32>,
    /// In their order.
    limits: Vec<u32>,
    /// How many texts were put between limits.
    placed: usize,
    /// What lies before the first limit, from it to the next one, and so on.
    between: Vec<Vec<u32>>,
    /// How many of these were sorted, and the first rank that is free.
    sorted: usize,
    next: u32,
}

impl Ranking {
    pub(super) fn new(by: SortBy) -> Self {
        Self {
            by,
            numbers: Vec::new(),
            texts: Numbers::default(),
            ranks: Vec::new(),
            limits: Vec::new(),
            placed: 0,
            between: Vec::new(),
            sorted: 0,
            next: 0,
        }
    }

    /// Whether this is an order of texts.
    pub(super) fn is_of(by: SortBy) -> bool {
        matches!(by, SortBy::Title | SortBy::Provider)
    }

    /// Goes on by so many of these articles, which are always the same, or by a part of their texts;
    /// whether that was the end.
    pub(super) fn step(&mut self, articles: &[Entry], host: &dyn Host, most: usize) -> bool {
        let next = articles.get(self.numbers.len()..).unwrap_or_default();
        if !next.is_empty() {
            let is_first = self.numbers.is_empty();
            self.read(next.iter().take(most));
            if is_first {
                self.texts.expect(articles.len() - self.numbers.len());
            }
        } else if self.between.is_empty() {
            self.find_limits(host);
        } else if self.placed < self.texts.len() {
            self.place(host);
        } else if let Some(texts) = self.between.get_mut(self.sorted) {
            let texts = std::mem::take(texts);
            self.sort(texts, host);
        }
        self.sorted == self.between.len() && !self.between.is_empty()
    }

    /// The ranks of the articles, equal ones of equal texts.
    pub(super) fn finish(self) -> Vec<u32> {
        let rank = |number: &u32| self.ranks.get(*number as usize).copied();
        let ranks = self.numbers.iter().map(rank);
        ranks.map(|rank| rank.unwrap_or(MISSING)).collect()
    }

    fn read<'e>(&mut self, articles: impl Iterator<Item = &'e Entry>) {
        let fields = wanted(self.by.name());
        for entry in articles {
            let Article {
                title, provider, ..
            } = entry.read(fields);
            let text = match self.by {
                SortBy::Title => Some(title),
                _ => provider.and_then(|provider| provider.name),
            };
            let number = text.map(|text| self.texts.number(&text));
            self.numbers.push(number.unwrap_or(MISSING));
        }
    }

    fn find_limits(&mut self, host: &dyn Host) {
        let count = self.texts.len();
        self.ranks = vec![0; count];
        let wanted = count / PART;
        if wanted == 0 {
            self.between = vec![(0..count as u32).collect()];
            self.placed = count;
            return;
        }
        let every = (count / (wanted * SAMPLES)).max(1);
        let mut samples: Vec<u32> = (0..count as u32).step_by(every).collect();
        self.rank(&mut samples, host);
        sort_by_key(&mut samples, &|text| self.rank_of(text).into());
        self.limits = samples.into_iter().skip(SAMPLES).step_by(SAMPLES).collect();
        self.between = vec![Vec::new(); self.limits.len() + 1];
    }

    fn place(&mut self, host: &dyn Host) {
        let last = self.texts.len().min(self.placed + PART);
        let part = self.placed as u32..last as u32;
        let mut all: Vec<u32> = part.clone().chain(self.limits.iter().copied()).collect();
        self.rank(&mut all, host);
        let limits: Vec<u32> = self.limits.iter().map(|text| self.rank_of(*text)).collect();
        for text in part {
            let rank = self.rank_of(text);
            // What equals a limit comes after it.
            let place = limits.partition_point(|limit| *limit <= rank);
            if let Some(between) = self.between.get_mut(place) {
                between.push(text);
            }
        }
        self.placed = last;
    }

    fn sort(&mut self, mut texts: Vec<u32>, host: &dyn Host) {
        self.rank(&mut texts, host);
        let mut next = self.next;
        for text in texts {
            if let Some(rank) = self.ranks.get_mut(text as usize) {
                *rank = rank.saturating_add(self.next);
                next = next.max(rank.saturating_add(1));
            }
        }
        self.next = next;
        self.sorted += 1;
    }

    /// The ranks of a few texts among each other. They are handed over nearly in order, by the first
    /// bytes of each: what a browser sorts by takes far fewer comparisons then, and those are what
    /// takes the time.
    fn rank(&mut self, numbers: &mut [u32], host: &dyn Host) {
        let text = |number: u32| self.texts.text(number);
        sort_by_beginning(numbers, &text, |byte| byte.to_ascii_lowercase());
        let texts: Vec<&str> = numbers.iter().map(|number| text(*number)).collect();
        for (number, rank) in numbers.iter().zip(host.rank(&texts)) {
            if let Some(place) = self.ranks.get_mut(*number as usize) {
                *place = rank;
            }
        }
    }

    fn rank_of(&self, text: u32) -> u32 {
        self.ranks.get(text as usize).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::{Feed, Options};
    use crate::search::PlainHost;
    use crate::text::url::UrlStandard;

    /// Of articles with these titles, made by so many at a time.
    fn ranks(titles: &[String], most: usize) -> Vec<u32> {
        let mut feed = Feed::new(Options::default());
        let article = |title| serde_json::json!({ "title": title });
        let json = serde_json::json!(titles.iter().map(article).collect::<Vec<_>>());
        feed.read(json.to_string().as_bytes(), None, &UrlStandard)
            .unwrap();
        let mut ranking = Ranking::new(SortBy::Title);
        while !ranking.step(feed.articles(), &PlainHost::default(), most) {}
        assert!(ranking.limits.len() + 1 >= ranking.texts.len() / PART);
        ranking.finish()
    }

    /// Titles that are told apart late, or by nothing that a locale looks at, or stand there often.
    fn titles(count: usize) -> Vec<String> {
        let title = |at: usize| {
            let number = at.wrapping_mul(7_919) % 977;
            match at % 7 {
                0 => format!("Tide {}", number * at % 10_007),
                1 => format!("tide {number}"),
                2 => format!("The tide that came before all others, the {number}th"),
                3 => "The same".to_owned(),
                4 => format!("Ébb {}", at % 3_001),
                5 => format!("{number:05} tides"),
                _ => format!("潮 {}", at % 5_003),
            }
        };
        (0..count).map(title).collect()
    }

    #[test]
    fn texts_that_are_ranked_in_parts_stand_as_if_ranked_at_once() {
        for count in [0, 1, PART - 1, 2 * PART, 7 * PART + 1] {
            let titles = titles(count);
            let texts: Vec<&str> = titles.iter().map(String::as_str).collect();
            let whole = PlainHost::default().rank(&texts);
            for most in [100, usize::MAX] {
                let parts = ranks(&titles, most);
                let mut rows: Vec<usize> = (0..count).collect();
                rows.sort_by_key(|row| whole[*row]);
                for pair in rows.windows(2) {
                    let order = |ranks: &[u32]| ranks[pair[0]].cmp(&ranks[pair[1]]);
                    let told = (&texts[pair[0]], &texts[pair[1]]);
                    assert_eq!(order(&parts), order(&whole), "{told:?}");
                }
            }
        }
    }

    #[test]
    fn texts_that_are_all_the_same_have_one_rank() {
        let ranks = ranks(&vec!["The same".to_owned(); 3 * PART], 100);
        assert!(ranks.iter().all(|rank| *rank == 0));
    }
}
