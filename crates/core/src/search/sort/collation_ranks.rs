//! The ranks of articles by a text, in the locale's collation order, computed in steps so that a
//! page stays responsive. Texts of a mapping that are all numbers are ranked by number.

use super::MISSING_RANK;
use super::algorithms::{sort_by_key, sort_by_prefix};
use super::number_column::number_ranks;
use crate::feed::{FieldSet, LazyArticle};
use crate::interner::Interner;
use crate::search::locale::Locale;
use crate::search::query::fields::FilterField;
use crate::search::query::sort_key::SortBy;
use crate::text::decimal;

/// About how many texts are handed to the locale at once.
const CHUNK: usize = 1_500;

/// How many samples are taken for each splitter; more of them make buckets of more equal size.
const OVERSAMPLING: usize = 8;

/// A sample sort (Frazer and McKellar, 1970) of distinct texts: some texts are picked as splitters,
/// every other text goes into the bucket between two splitters, and each bucket is small enough to
/// be sorted in one step.
pub(super) struct CollationRanker {
    pub(super) by: SortBy,
    /// `None` if no article has a value.
    field: Option<FilterField>,
    /// The symbol of each article's text, or `MISSING_RANK`.
    symbols: Vec<u32>,
    texts: Interner,
    /// By symbol.
    ranks: Vec<u32>,
    /// Symbols in collation order.
    splitters: Vec<u32>,
    /// How many texts are in buckets.
    distributed: usize,
    /// The symbols before the first splitter, from it to the next one, and so on.
    buckets: Vec<Vec<u32>>,
    /// How many buckets are sorted, and the first rank after theirs.
    sorted: usize,
    next_rank: u32,
}

impl CollationRanker {
    pub(super) fn new(by: SortBy) -> Self {
        Self {
            field: FilterField::sorting(by.name()),
            by,
            symbols: Vec::new(),
            texts: Interner::default(),
            ranks: Vec::new(),
            splitters: Vec::new(),
            distributed: 0,
            buckets: Vec::new(),
            sorted: 0,
            next_rank: 0,
        }
    }

    /// Returns whether a key sorts by text.
    pub(super) fn sorts(by: &SortBy) -> bool {
        matches!(by, SortBy::Title | SortBy::Provider | SortBy::Field(_))
    }

    /// Reads the next `max_articles` of `articles`, which must be the same in each call, or ranks a part of
    /// their texts. Returns whether all is done.
    pub(super) fn step(
        &mut self,
        articles: &[LazyArticle],
        locale: &dyn Locale,
        max_articles: usize,
    ) -> bool {
        let next = articles.get(self.symbols.len()..).unwrap_or_default();
        if !next.is_empty() {
            let is_first = self.symbols.is_empty();
            self.read(next.iter().take(max_articles));
            if is_first {
                self.texts.reserve_like(articles.len() - self.symbols.len());
            }
        } else if self.buckets.is_empty() {
            self.pick_splitters(locale);
        } else if self.distributed < self.texts.len() {
            self.distribute(locale);
        } else if let Some(bucket) = self.buckets.get_mut(self.sorted) {
            let bucket = std::mem::take(bucket);
            self.sort(bucket, locale);
        }
        self.sorted == self.buckets.len() && !self.buckets.is_empty()
    }

    /// Returns the ranks of the articles; equal texts have equal ranks.
    pub(super) fn finish(self) -> Vec<u32> {
        let rank = |symbol: &u32| self.ranks.get(*symbol as usize).copied();
        let ranks = self.symbols.iter().map(rank);
        ranks.map(|rank| rank.unwrap_or(MISSING_RANK)).collect()
    }

    fn read<'a>(&mut self, articles: impl Iterator<Item = &'a LazyArticle>) {
        let field = self.field.as_ref();
        let to_read = field.map_or(FieldSet::NONE, FilterField::to_read);
        for article in articles {
            let article = article.read_fields(to_read);
            let text = field.and_then(|field| field.sort_text(&article));
            let symbol = text.map(|text| self.texts.intern(&text));
            self.symbols.push(symbol.unwrap_or(MISSING_RANK));
        }
    }

    /// Returns the texts of a field of a mapping as numbers, in their order, if all of them are.
    fn numbers(&self) -> Option<Vec<i64>> {
        // The bits of a positive number compare as it does, those of a negative one the other way.
        let sortable = |number: f64| {
            let bits = number.to_bits() as i64;
            bits ^ ((bits >> 63) as u64 >> 1) as i64
        };
        let numbers = self.texts.strings().map(decimal::value);
        let numbers = numbers.map(|number| number.map(sortable));
        matches!(self.by, SortBy::Field(_)).then(|| numbers.collect())?
    }

    fn pick_splitters(&mut self, locale: &dyn Locale) {
        let count = self.texts.len();
        if let Some(numbers) = self.numbers() {
            self.ranks = number_ranks(&numbers);
            self.buckets = vec![Vec::new()];
            self.distributed = count;
            return;
        }
        self.ranks = vec![0; count];
        let wanted = count / CHUNK;
        if wanted == 0 {
            self.buckets = vec![(0..count as u32).collect()];
            self.distributed = count;
            return;
        }
        let every = (count / (wanted * OVERSAMPLING)).max(1);
        let mut samples: Vec<u32> = (0..count as u32).step_by(every).collect();
        self.rank(&mut samples, locale);
        sort_by_key(&mut samples, &|text| self.rank_of(text).into());
        let splitters = samples.into_iter().skip(OVERSAMPLING);
        self.splitters = splitters.step_by(OVERSAMPLING).collect();
        self.buckets = vec![Vec::new(); self.splitters.len() + 1];
    }

    fn distribute(&mut self, locale: &dyn Locale) {
        let end = self.texts.len().min(self.distributed + CHUNK);
        let chunk = self.distributed as u32..end as u32;
        let mut all: Vec<u32> = chunk.clone().collect();
        all.extend(&self.splitters);
        self.rank(&mut all, locale);
        let splitters = self.splitters.iter().map(|text| self.rank_of(*text));
        let splitters: Vec<u32> = splitters.collect();
        for text in chunk {
            let rank = self.rank_of(text);
            // A text that equals a splitter goes into the bucket after it.
            let at = splitters.partition_point(|splitter| *splitter <= rank);
            if let Some(bucket) = self.buckets.get_mut(at) {
                bucket.push(text);
            }
        }
        self.distributed = end;
    }

    fn sort(&mut self, mut bucket: Vec<u32>, locale: &dyn Locale) {
        self.rank(&mut bucket, locale);
        let mut next = self.next_rank;
        for text in bucket {
            if let Some(rank) = self.ranks.get_mut(text as usize) {
                *rank = rank.saturating_add(self.next_rank);
                next = next.max(rank.saturating_add(1));
            }
        }
        self.next_rank = next;
        self.sorted += 1;
    }

    /// Writes the ranks of some texts among each other. Sorting them by their first bytes before
    /// saves the locale most of its comparisons, which take nearly all of the time.
    fn rank(&mut self, symbols: &mut [u32], locale: &dyn Locale) {
        let text = |symbol: u32| self.texts.resolve(symbol);
        sort_by_prefix(symbols, &text, |byte| byte.to_ascii_lowercase());
        let texts: Vec<&str> = symbols.iter().map(|symbol| text(*symbol)).collect();
        for (symbol, rank) in symbols.iter().zip(locale.rank(&texts)) {
            if let Some(slot) = self.ranks.get_mut(*symbol as usize) {
                *slot = rank;
            }
        }
    }

    fn rank_of(&self, symbol: u32) -> u32 {
        self.ranks.get(symbol as usize).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::{Feed, Options};
    use crate::search::PlainLocale;
    use crate::text::url::UrlStandard;

    /// Returns the ranks of articles with these titles, computed in steps of `max_articles` articles.
    fn ranks(titles: &[String], max_articles: usize) -> Vec<u32> {
        let mut feed = Feed::new(Options::default());
        let article = |title| serde_json::json!({ "title": title });
        let json = serde_json::json!(titles.iter().map(article).collect::<Vec<_>>());
        feed.read(json.to_string().as_bytes(), None, &UrlStandard)
            .unwrap();
        let mut ranker = CollationRanker::new(SortBy::Title);
        while !ranker.step(feed.articles(), &PlainLocale::default(), max_articles) {}
        assert!(ranker.splitters.len() + 1 >= ranker.texts.len() / CHUNK);
        ranker.finish()
    }

    /// Returns titles that differ late, or only in what collation ignores, or that repeat often.
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
    fn ranking_in_steps_gives_the_same_order_as_ranking_at_once() {
        for count in [0, 1, CHUNK - 1, 2 * CHUNK, 7 * CHUNK + 1] {
            let titles = titles(count);
            let texts: Vec<&str> = titles.iter().map(String::as_str).collect();
            let at_once = PlainLocale::default().rank(&texts);
            for max_articles in [100, usize::MAX] {
                let in_steps = ranks(&titles, max_articles);
                let mut rows: Vec<usize> = (0..count).collect();
                rows.sort_by_key(|row| at_once[*row]);
                for pair in rows.windows(2) {
                    let order = |ranks: &[u32]| ranks[pair[0]].cmp(&ranks[pair[1]]);
                    let texts = (&texts[pair[0]], &texts[pair[1]]);
                    assert_eq!(order(&in_steps), order(&at_once), "{texts:?}");
                }
            }
        }
    }

    #[test]
    fn equal_texts_have_one_rank() {
        let ranks = ranks(&vec!["The same".to_owned(); 3 * CHUNK], 100);
        assert!(ranks.iter().all(|rank| *rank == 0));
    }
}
