//! Building an index, all at once or in steps.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::bit_set::BitSet;
#[cfg(not(target_arch = "wasm32"))]
use super::facets::Facet;
use super::facets::facet_index::FacetIndexBuilder;
use super::index::{Caches, Contents, Index, IndexOptions};
use super::postings::lazy_postings::LazyPostings;
use super::query::sort_key::SortBy;
use super::sort::number_column;
use super::sort::sort_cache::SortCache;
use crate::feed::{Feed, Field, FieldSet, LazyArticle};

impl Index {
    /// Builds an index with the default facets, in UTC and with the collation of
    /// [`PlainLocale`](super::PlainLocale).
    #[cfg(not(target_arch = "wasm32"))]
    pub fn new(feed: &Feed) -> Self {
        let options = IndexOptions {
            facets: Facet::defaults(),
            with_unpublished: false,
            locale: Rc::new(super::plain_locale::PlainLocale::default()),
        };
        Self::with_options(feed, options)
    }

    /// Builds an index.
    pub fn with_options(feed: &Feed, options: IndexOptions) -> Self {
        IndexBuilder::new(feed, options).finish()
    }

    /// Returns an index of `feed` with other options and without a base filter. Shares what it can
    /// with this index, so that it usually costs no more than copying the options.
    pub fn reconfigured(&self, feed: &Feed, options: IndexOptions) -> Self {
        if !self.covers(feed) || self.options.with_unpublished != options.with_unpublished {
            return Self::with_options(feed, options);
        }
        let is_same_locale = Rc::ptr_eq(&self.options.locale, &options.locale);
        Self {
            base_filter: BitSet::full(self.articles().len()),
            contents: Rc::clone(&self.contents),
            caches: if is_same_locale {
                Rc::clone(&self.caches)
            } else {
                Rc::default()
            },
            options,
        }
    }
}

/// Builds an [`Index`] in steps, so that a page stays responsive. The words are indexed afterwards
/// by [`Index::warm_up`], unless [`with_words`](Self::with_words) includes them.
///
/// ```
/// use article_cards_core::text::url::UrlStandard;
/// use article_cards_core::feed::{Feed, Options};
/// use article_cards_core::search::{Facet, IndexBuilder, IndexOptions, PlainLocale, QueryState};
///
/// let mut feed = Feed::new(Options::default());
/// feed.read(br#"[{"title": "Low tide"}, {"title": "High tide"}]"#, None, &UrlStandard)?;
/// let locale = std::rc::Rc::new(PlainLocale::default());
/// let options = IndexOptions { facets: Facet::defaults(), with_unpublished: false, locale };
/// let mut builder = IndexBuilder::new(&feed, options);
/// while !builder.step(1) {}
/// let index = builder.finish();
/// assert_eq!(index.search(&QueryState { query: "low".into(), ..QueryState::default() }).total(), 1);
/// # Ok::<(), article_cards_core::error::Error>(())
/// ```
pub struct IndexBuilder {
    options: IndexOptions,
    to_read: FieldSet,
    /// All articles of the feed.
    feed: Vec<LazyArticle>,
    read: usize,
    postings: LazyPostings,
    with_words: bool,
    /// The articles that are indexed.
    articles: Vec<LazyArticle>,
    columns: [(SortBy, Vec<i64>); 3],
    facets: Vec<FacetIndexBuilder>,
}

impl IndexBuilder {
    /// Starts an index of the articles that `feed` has now.
    pub fn new(feed: &Feed, options: IndexOptions) -> Self {
        let facets = options.facets.iter();
        let facets = facets.map(|facet| FacetIndexBuilder::new(&facet.field));
        let facets: Vec<_> = facets.collect();
        let always = FieldSet::NONE.with(&[Field::Published, Field::Draft]);
        let always = always.union(number_column::TO_READ);
        let by = [SortBy::PublishedDateTime, SortBy::Quality, SortBy::Heat];
        Self {
            to_read: (facets.iter().map(FacetIndexBuilder::to_read)).fold(always, FieldSet::union),
            facets,
            postings: LazyPostings::new(Rc::clone(&options.locale), false),
            with_words: false,
            options,
            feed: feed.articles().to_vec(),
            read: 0,
            articles: Vec::new(),
            columns: by.map(|by| (by, Vec::new())),
        }
    }

    /// Sets whether words are indexed too, for a first query that searches.
    #[must_use]
    pub fn with_words(self, with_words: bool) -> Self {
        Self { with_words, ..self }
    }

    /// Indexes the next `max_articles` articles. Returns whether all of them are indexed.
    pub fn step(&mut self, max_articles: usize) -> bool {
        if self.read == self.feed.len() {
            return !self.with_words || self.postings.step(&self.articles, max_articles);
        }
        let locale = &*self.options.locale;
        let next = self.feed.get(self.read..).unwrap_or_default();
        for lazy in next.iter().take(max_articles) {
            self.read += 1;
            let article = lazy.read_fields(self.to_read);
            if !article.published && !self.options.with_unpublished {
                continue;
            }
            let row = self.articles.len() as u32;
            for (by, column) in &mut self.columns {
                column.push(number_column::number(by, &article, locale));
            }
            for facet in &mut self.facets {
                facet.add(row, &article);
            }
            self.articles.push(lazy.clone());
        }
        false
    }

    /// Indexes the remaining articles and returns the index.
    pub fn finish(mut self) -> Index {
        while !self.step(usize::MAX) {}
        let rows = self.articles.len();
        let facets = self.options.facets.iter().zip(self.facets);
        let facet_indexes = facets.map(|(facet, builder)| {
            let index = builder.finish(rows, &*self.options.locale);
            (facet.field.clone(), Rc::new(index))
        });
        let [has_dates, has_quality, has_heat] = self
            .columns
            .each_ref()
            .map(|(_, column)| column.iter().any(|it| *it != number_column::MISSING));
        let columns = self.columns.map(|(by, column)| (by, column.into()));
        Index {
            base_filter: BitSet::full(rows),
            caches: Rc::new(Caches {
                sort_cache: SortCache::with_columns(columns.into()),
                facet_indexes: RefCell::new(facet_indexes.collect()),
                ..Caches::default()
            }),
            contents: Rc::new(Contents {
                articles: self.articles,
                postings: self.postings,
                symbols: LazyPostings::new(Rc::clone(&self.options.locale), true),
                has_dates,
                has_quality,
                has_heat,
                has_providers: OnceCell::new(),
                articles_read: self.feed.len(),
                last_read: self.feed.last().cloned(),
                ids_are_single_line: OnceCell::new(),
            }),
            options: self.options,
        }
    }
}

impl std::fmt::Debug for IndexBuilder {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = formatter.debug_struct("IndexBuilder");
        shown.field("read", &self.read).finish_non_exhaustive()
    }
}
