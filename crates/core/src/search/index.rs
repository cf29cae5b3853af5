//! The search index of a feed.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::bit_set::BitSet;
use super::facets::Facet;
use super::facets::facet_index::FacetIndex;
use super::locale::Locale;
use super::matching::highlight::Highlighter;
use super::matching::relevance::RelevanceScores;
use super::matching::term::Term;
use super::matching::{Hits, alternatives};
use super::postings::Postings;
use super::postings::lazy_postings::LazyPostings;
use super::query::QueryState;
use super::query::sort_key::{SortBy, SortKey};
use super::sort::sort_cache::SortCache;
use crate::feed::{Feed, Field, FieldSet, LazyArticle};

/// Below this many articles, a sort by texts is fast without a warm-up.
const FEW: usize = 1_000;

/// How a feed is indexed.
///
/// Two values are equal only if they share the same `Rc` of a locale.
#[derive(Clone)]
pub struct IndexOptions {
    /// The facets that are counted, and how their selected values combine.
    pub facets: Vec<Facet>,
    /// Whether unpublished articles are indexed.
    pub with_unpublished: bool,
    /// Language and time zone.
    pub locale: Rc<dyn Locale>,
}

impl PartialEq for IndexOptions {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            facets,
            with_unpublished,
            locale,
        } = self;
        *facets == other.facets
            && *with_unpublished == other.with_unpublished
            && Rc::ptr_eq(locale, &other.locale)
    }
}

/// A feed that is ready to be searched, filtered and sorted.
///
/// Building one takes time and memory in proportion to the size of the feed's text. What only some
/// queries need (the words, a sort order, the values of a field) is computed when a query first
/// needs it, or ahead of time by [`warm_up`](Self::warm_up), and cached.
///
/// ```
/// use article_cards_core::text::url::UrlStandard;
/// use article_cards_core::feed::{Feed, Options};
/// use article_cards_core::search::{Index, QueryState};
///
/// let mut feed = Feed::new(Options::default());
/// let json = br#"[{"id": "a", "title": "Low tide", "topics": ["Sea"]}, {"id": "b", "title": "Tidings"}]"#;
/// feed.read(json, None, &UrlStandard)?;
/// let index = Index::new(&feed);
/// let results = index.search(&QueryState { query: "tide".into(), ..QueryState::default() });
/// assert_eq!(results.ids(), ["a"]);
/// assert_eq!(&*results.facets()[0].values[0].value, "Sea");
/// # Ok::<(), article_cards_core::error::Error>(())
/// ```
pub struct Index {
    pub(super) contents: Rc<Contents>,
    pub(super) caches: Rc<Caches>,
    pub(super) options: IndexOptions,
    /// The rows that any query may find or count.
    pub(super) base_filter: BitSet,
}

/// The indexed articles: shared by indexes of the same feed with other options.
pub(super) struct Contents {
    pub(super) articles: Vec<LazyArticle>,
    pub(super) postings: LazyPostings,
    /// The postings of what has no words, such as emoji: only searches for that need them.
    pub(super) symbols: LazyPostings,
    pub(super) has_dates: bool,
    pub(super) has_quality: bool,
    pub(super) has_heat: bool,
    /// Read when first asked for.
    pub(super) has_providers: OnceCell<bool>,
    /// How many articles of the feed were read, and the last of them.
    pub(super) articles_read: usize,
    pub(super) last_read: Option<LazyArticle>,
    pub(super) ids_are_single_line: OnceCell<bool>,
}

/// What depends on the locale and is computed on demand, and buffers that queries reuse.
#[derive(Default)]
pub(super) struct Caches {
    pub(super) sort_cache: SortCache,
    pub(super) facet_indexes: RefCell<Vec<(String, Rc<FacetIndex>)>>,
    pub(super) hits: RefCell<Hits>,
    pub(super) relevance: RefCell<RelevanceScores>,
}

impl Index {
    /// Returns whether the index covers exactly the articles that `feed` has now.
    pub fn covers(&self, feed: &Feed) -> bool {
        let Contents {
            articles_read,
            last_read,
            ..
        } = &*self.contents;
        let is_same_last = match (last_read, feed.articles().last()) {
            (Some(one), Some(other)) => one.is_same(other),
            (one, other) => one.is_none() && other.is_none(),
        };
        *articles_read == feed.articles().len() && is_same_last
    }

    /// Returns how many articles of the feed were read, including unpublished ones and those
    /// outside the base filter.
    pub fn articles_read(&self) -> usize {
        self.contents.articles_read
    }

    /// Returns whether no identity contains a line break, so that line breaks can separate them.
    pub fn ids_are_single_line(&self) -> bool {
        let is_single_line = |article: &LazyArticle| !article.id().contains('\n');
        let known = &self.contents.ids_are_single_line;
        *known.get_or_init(|| self.articles().iter().all(is_single_line))
    }

    /// Returns the options that the index was built with.
    pub fn options(&self) -> &IndexOptions {
        &self.options
    }

    /// Returns the number of articles that pass the base filter.
    pub fn len(&self) -> usize {
        self.base_filter.len()
    }

    /// Returns whether no article passes the base filter.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Builds a part of what later queries need, for about `max_articles` articles: first the sort
    /// order of `first`, then the postings, then the orders by title and provider. Returns whether
    /// all is built.
    ///
    /// A query that comes earlier builds the rest that it needs itself.
    pub fn warm_up(&self, first: &QueryState, max_articles: usize) -> bool {
        let step = |by: &SortBy| {
            let locale = &*self.options.locale;
            self.sort_cache()
                .step(by, self.articles(), locale, max_articles)
        };
        let is_unranked = |key: &&SortKey| !self.sort_cache().is_ranked(&key.by);
        if let Some(key) = first.sort.iter().find(is_unranked) {
            step(&key.by);
            return false;
        }
        self.contents.postings.step(self.articles(), max_articles)
            && step(&SortBy::Title)
            && step(&SortBy::Provider)
    }

    /// Returns whether all is built that a query needs and that takes long for many articles.
    pub fn is_warm_for(&self, state: &QueryState) -> bool {
        let are_few = self.articles().len() < FEW;
        let is_ranked = |key: &SortKey| are_few || self.sort_cache().is_ranked(&key.by);
        (self.has_indexed_words() || !self.has_search_terms(state))
            && state.sort.iter().all(is_ranked)
    }

    /// Returns whether the words of all articles are indexed.
    pub fn has_indexed_words(&self) -> bool {
        self.contents.postings.is_complete()
    }

    /// Returns whether a query has a term that articles must match, so that it can be sorted by
    /// relevance; exclusions alone do not count.
    pub fn has_search_terms(&self, state: &QueryState) -> bool {
        self.terms(state).iter().any(|term| !term.excluded)
    }

    /// Returns whether any article has a date, a quality, a heat score or a provider to sort by. `true`
    /// for all other keys.
    pub fn has_values(&self, by: &SortBy) -> bool {
        match by {
            SortBy::PublishedDateTime => self.contents.has_dates,
            SortBy::Quality => self.contents.has_quality,
            SortBy::Heat => self.contents.has_heat,
            SortBy::Provider => *self.contents.has_providers.get_or_init(|| {
                let provider = FieldSet::NONE.with(&[Field::Provider]);
                let articles = self.contents.articles.iter();
                let mut providers = articles.map(|it| it.read_fields(provider).provider);
                providers.any(|it| it.is_some_and(|it| it.name.is_some()))
            }),
            _ => true,
        }
    }

    /// Returns what marks the matches of a query in titles and excerpts.
    pub fn highlighter(&self, state: &QueryState) -> Highlighter {
        let terms = self.terms(state).into_iter();
        let required = terms.filter(|term| !term.excluded);
        let mut terms = Vec::new();
        for term in required {
            let (others, matches_itself) = alternatives(self.postings_of(&term), &term);
            terms.extend(others);
            terms.extend(matches_itself.then_some(term));
        }
        Highlighter::new(terms, Rc::clone(&self.options.locale))
    }

    pub(super) fn terms(&self, state: &QueryState) -> Vec<Term> {
        Term::parse(&state.query, &*self.options.locale)
    }

    /// Returns the values of a field.
    pub(super) fn facet_index(&self, field: &str) -> Rc<FacetIndex> {
        let is_of_field = |(name, _): &&(String, Rc<FacetIndex>)| name == field;
        let cache = &self.caches.facet_indexes;
        if let Some((_, values)) = cache.borrow().iter().find(is_of_field) {
            return Rc::clone(values);
        }
        let locale = &*self.options.locale;
        let values = Rc::new(FacetIndex::new(self.articles(), field, locale));
        let cached = (field.to_owned(), Rc::clone(&values));
        cache.borrow_mut().push(cached);
        values
    }

    pub(super) fn articles(&self) -> &[LazyArticle] {
        &self.contents.articles
    }

    pub(super) fn postings(&self) -> &Postings {
        self.contents.postings.get(self.articles())
    }

    pub(super) fn postings_of(&self, term: &Term) -> &Postings {
        match term.is_symbols {
            true => self.contents.symbols.get(self.articles()),
            false => self.postings(),
        }
    }

    pub(super) fn sort_cache(&self) -> &SortCache {
        &self.caches.sort_cache
    }

    /// Returns all rows in the order of keys without relevance.
    pub(super) fn sorted_rows(&self, keys: &[SortKey]) -> Rc<[u32]> {
        let locale = &*self.options.locale;
        self.sort_cache().rows(keys, self.articles(), locale)
    }
}

impl std::fmt::Debug for Index {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = formatter.debug_struct("Index");
        shown
            .field("articles", &self.articles().len())
            .finish_non_exhaustive()
    }
}
