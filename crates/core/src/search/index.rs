use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::highlight::Highlighter;
use super::matching::{Hits, needs_typos};
use super::order::Orders;
use super::postings::Postings;
use super::relevance::Relevance;
use super::set::Set;
use super::term::Term;
use super::values::Values;
use super::words::Words;
use super::{Facet, Host, Indexing, QueryState, SortBy, SortKey};
use crate::feed::{Entry, Feed};

/// So few articles are put in order by a text at once.
const FEW: usize = 1_000;

/// How a feed is indexed; equal only with the same `Rc` of a host.
#[derive(Clone)]
pub struct IndexOptions {
    /// What is counted, and how chosen values are joined.
    pub facets: Vec<Facet>,
    /// Whether unpublished articles are found.
    pub with_unpublished: bool,
    /// Language and time zone.
    pub host: Rc<dyn Host>,
}

impl PartialEq for IndexOptions {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            facets,
            with_unpublished,
            host,
        } = self;
        *facets == other.facets
            && *with_unpublished == other.with_unpublished
            && Rc::ptr_eq(host, &other.host)
    }
}

/// A feed, made ready to be searched, filtered and sorted as often as the reader types.
///
/// Made once for a feed; it takes time and room in proportion to the feed's words. What a query
/// needs beyond (words, ranks of an order, the values of a field) is made when it is first asked
/// for and kept.
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
/// let outcome = index.run(&QueryState { query: "tide".into(), ..QueryState::default() });
/// assert_eq!(outcome.ids(), ["a"]);
/// assert_eq!(&*outcome.facets()[0].values[0].value, "Sea");
/// # Ok::<(), article_cards_core::error::Error>(())
/// ```
pub struct Index {
    pub(super) texts: Rc<Texts>,
    pub(super) kept: Rc<Kept>,
    pub(super) options: IndexOptions,
    /// The fixed frame: within it all is counted.
    pub(super) frame: Set,
}

/// What stands in the articles: made once for a feed.
pub(super) struct Texts {
    pub(super) articles: Vec<Entry>,
    pub(super) words: Words,
    pub(super) is_dated: bool,
    pub(super) has_quality: bool,
    pub(super) has_heat: bool,
    /// How many articles of the feed were looked at, and the last of them.
    pub(super) read: usize,
    pub(super) last: Option<Entry>,
    pub(super) ids_are_lines: OnceCell<bool>,
}

/// What is made when it is first needed, and room that is used again.
#[derive(Default)]
pub(super) struct Kept {
    orders: Orders,
    values: RefCell<Vec<(String, Rc<Values>)>>,
    hits: RefCell<Hits>,
    relevance: RefCell<Relevance>,
}

impl Kept {
    /// With what is known already.
    pub(super) fn with(orders: Orders, values: Vec<(String, Rc<Values>)>) -> Self {
        Self {
            orders,
            values: RefCell::new(values),
            ..Self::default()
        }
    }
}

impl Index {
    /// An index with the default facets, in UTC and in a plain order of texts: see
    /// [`PlainHost`](super::PlainHost).
    #[cfg(not(target_arch = "wasm32"))]
    pub fn new(feed: &Feed) -> Self {
        let options = IndexOptions {
            facets: Facet::defaults(),
            with_unpublished: false,
            host: Rc::new(super::PlainHost::default()),
        };
        Self::with_options(feed, options)
    }

    /// An index as one likes.
    pub fn with_options(feed: &Feed, options: IndexOptions) -> Self {
        Indexing::new(feed, options).finish()
    }

    /// An index of the same feed with other options, for which as little as possible is done anew.
    /// It has no fixed frame yet.
    pub fn changed(&self, feed: &Feed, options: IndexOptions) -> Self {
        if !self.is_of(feed) || self.options.with_unpublished != options.with_unpublished {
            return Self::with_options(feed, options);
        }
        let same_host = Rc::ptr_eq(&self.options.host, &options.host);
        Self {
            frame: Set::all(self.texts.articles.len()),
            texts: Rc::clone(&self.texts),
            kept: if same_host {
                Rc::clone(&self.kept)
            } else {
                Rc::default()
            },
            options,
        }
    }

    /// Whether all that was read of this feed is in the index.
    pub fn is_of(&self, feed: &Feed) -> bool {
        let Texts { read, last, .. } = &*self.texts;
        let same = match (last, feed.articles().last()) {
            (Some(one), Some(other)) => one.is(other),
            (one, other) => one.is_none() && other.is_none(),
        };
        *read == feed.articles().len() && same
    }

    /// How many articles of the feed were looked at, within the fixed frame and beyond.
    pub fn read(&self) -> usize {
        self.texts.read
    }

    /// Whether each identity is a line, so that breaks tell them apart.
    pub fn ids_are_lines(&self) -> bool {
        let is_line = |entry: &Entry| !entry.id().contains('\n');
        let known = &self.texts.ids_are_lines;
        *known.get_or_init(|| self.articles().iter().all(is_line))
    }

    /// How it was made.
    pub fn options(&self) -> &IndexOptions {
        &self.options
    }

    /// How many articles there are, within the fixed frame.
    pub fn len(&self) -> usize {
        self.frame.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Sets the fixed frame: only articles that this query finds are found, and counted, by
    /// others. Its order and page mean nothing.
    pub fn set_only(&mut self, only: Option<&QueryState>) {
        self.frame = Set::all(self.articles().len());
        if let Some(only) = only {
            self.frame = self.matching(only);
        }
    }

    /// Goes on by about so many articles with what later queries need, first of all this one: the
    /// words of the articles, and their order by texts. Whether all of it is there. A query before
    /// that does at once what is left of its own.
    pub fn prepare(&self, first: &QueryState, most: usize) -> bool {
        let host = &*self.options.host;
        let by_text = [SortBy::Title, SortBy::Provider];
        let step = |by| self.orders().step(by, self.articles(), host, most);
        let asked = first
            .sort
            .iter()
            .find(|key| !self.orders().are_ranked(key.by));
        if let Some(key) = asked {
            step(key.by);
            return false;
        }
        self.texts.words.step(self.articles(), most) && by_text.into_iter().all(step)
    }

    /// Whether a query is answered without anything that takes long for many articles.
    pub fn is_prepared(&self, state: &QueryState) -> bool {
        let are_few = self.articles().len() < FEW;
        let is_ranked = |key: &SortKey| are_few || self.orders().are_ranked(key.by);
        (self.knows_words() || !self.searches(state)) && state.sort.iter().all(is_ranked)
    }

    /// Whether all words are read.
    pub fn knows_words(&self) -> bool {
        self.texts.words.are_made()
    }

    /// Whether a query searches for a text, so that one article may match better than another:
    /// exclusions alone do not.
    pub fn searches(&self, state: &QueryState) -> bool {
        let terms = Term::parse(&state.query, &*self.options.host);
        terms.iter().any(|term| !term.excluded)
    }

    /// Whether any article has what would be sorted by: a date, quality or heat; the rest, all have
    /// or may lack without harm.
    pub fn has(&self, by: SortBy) -> bool {
        let texts = &*self.texts;
        match by {
            SortBy::PublishedDateTime => texts.is_dated,
            SortBy::Quality => texts.has_quality,
            SortBy::Heat => texts.has_heat,
            _ => true,
        }
    }

    /// What marks the words in titles and excerpts that a query searches for.
    pub fn highlighter(&self, state: &QueryState) -> Highlighter {
        let terms = Term::parse(&state.query, &*self.options.host).into_iter();
        let searched = terms.filter(|term| !term.excluded).map(|term| {
            let edits = needs_typos(self.postings(), &term);
            (term, edits.is_some())
        });
        Highlighter::new(searched.collect(), Rc::clone(&self.options.host))
    }

    /// The values of a field, found when they are first asked for.
    pub(super) fn values(&self, field: &str) -> Rc<Values> {
        let known = |(known, _): &&(String, Rc<Values>)| known == field;
        if let Some((_, values)) = self.kept.values.borrow().iter().find(known) {
            return Rc::clone(values);
        }
        let values = Rc::new(Values::new(self.articles(), field, &*self.options.host));
        let mut kept = self.kept.values.borrow_mut();
        kept.push((field.to_owned(), Rc::clone(&values)));
        values
    }

    pub(super) fn articles(&self) -> &[Entry] {
        &self.texts.articles
    }

    pub(super) fn postings(&self) -> &Postings {
        self.texts.words.of(self.articles())
    }

    pub(super) fn orders(&self) -> &Orders {
        &self.kept.orders
    }

    pub(super) fn hits(&self) -> &RefCell<Hits> {
        &self.kept.hits
    }

    pub(super) fn relevance(&self) -> &RefCell<Relevance> {
        &self.kept.relevance
    }

    /// All rows in an order without relevance.
    pub(super) fn order(&self, keys: &[SortKey]) -> Rc<[u32]> {
        self.kept
            .orders
            .order(keys, self.articles(), &*self.options.host)
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
