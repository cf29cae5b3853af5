//! An index in the making, a few articles at a time.

use std::cell::OnceCell;
use std::rc::Rc;

use super::fields::wanted;
use super::index::{Kept, Texts};
use super::order::Orders;
use super::set::Set;
use super::words::Words;
use super::{Index, IndexOptions, SortBy, column, values};
use crate::feed::{Entry, Feed, Field, FieldSet};

/// An index that is made part by part, so that a page can go on in between. Words are read
/// afterwards, see [`Index::prepare`], unless they are wanted too.
///
/// ```
/// use article_cards_core::text::url::UrlStandard;
/// use article_cards_core::feed::{Feed, Options};
/// use article_cards_core::search::{Facet, IndexOptions, Indexing, PlainHost, QueryState};
///
/// let mut feed = Feed::new(Options::default());
/// feed.read(br#"[{"title": "Low tide"}, {"title": "High tide"}]"#, None, &UrlStandard)?;
/// let host = std::rc::Rc::new(PlainHost::default());
/// let options = IndexOptions { facets: Facet::defaults(), with_unpublished: false, host };
/// let mut indexing = Indexing::new(&feed, options);
/// while !indexing.step(1) {}
/// let index = indexing.finish();
/// assert_eq!(index.run(&QueryState { query: "low".into(), ..QueryState::default() }).total(), 1);
/// # Ok::<(), article_cards_core::error::Error>(())
/// ```
pub struct Indexing {
    options: IndexOptions,
    wanted: FieldSet,
    /// Of the whole feed.
    entries: Vec<Entry>,
    read: usize,
    words: Words,
    with_words: bool,
    /// Those that may be found.
    articles: Vec<Entry>,
    columns: [(SortBy, Vec<i64>); 3],
    values: Vec<values::Gathering>,
}

impl Indexing {
    /// An index of all that was read of a feed so far, before its first article.
    pub fn new(feed: &Feed, options: IndexOptions) -> Self {
        let fields = options.facets.iter().map(|facet| facet.field.as_str());
        let read = FieldSet::NONE.with(&[Field::Published]);
        let read = read.and(column::WANTED);
        let by = [SortBy::PublishedDateTime, SortBy::Quality, SortBy::Heat];
        Self {
            wanted: fields.clone().map(wanted).fold(read, FieldSet::and),
            values: fields.map(values::Gathering::new).collect(),
            words: Words::new(Rc::clone(&options.host)),
            with_words: false,
            options,
            entries: feed.articles().to_vec(),
            read: 0,
            articles: Vec::new(),
            columns: by.map(|by| (by, Vec::new())),
        }
    }

    /// Whether words are read too, for a first query that searches.
    #[must_use]
    pub fn with_words(self, with_words: bool) -> Self {
        Self { with_words, ..self }
    }

    /// Goes on by so many articles; whether that was the end.
    pub fn step(&mut self, most: usize) -> bool {
        if self.read == self.entries.len() {
            return !self.with_words || self.words.step(&self.articles, most);
        }
        let host = &*self.options.host;
        let next = self.entries.get(self.read..).unwrap_or_default();
        for entry in next.iter().take(most) {
            self.read += 1;
            let article = entry.read(self.wanted);
            if !article.published && !self.options.with_unpublished {
                continue;
            }
            let row = self.articles.len() as u32;
            for (by, column) in &mut self.columns {
                column.push(column::number(*by, &article, host));
            }
            for values in &mut self.values {
                values.add(row, &article);
            }
            self.articles.push(entry.clone());
        }
        false
    }

    /// The index, with all that is left to do.
    pub fn finish(mut self) -> Index {
        while !self.step(usize::MAX) {}
        let rows = self.articles.len();
        let values = self.values.into_iter().map(|gathered| {
            let field = gathered.field().to_owned();
            (field, Rc::new(gathered.finish(rows, &*self.options.host)))
        });
        let [is_dated, has_quality, has_heat] = self
            .columns
            .each_ref()
            .map(|(_, column)| column.iter().any(|number| *number != column::NONE));
        let columns = self.columns.map(|(by, column)| (by, column.into()));
        Index {
            frame: Set::all(rows),
            kept: Rc::new(Kept::with(Orders::with(columns.into()), values.collect())),
            texts: Rc::new(Texts {
                articles: self.articles,
                words: self.words,
                is_dated,
                has_quality,
                has_heat,
                read: self.entries.len(),
                last: self.entries.last().cloned(),
                ids_are_lines: OnceCell::new(),
            }),
            options: self.options,
        }
    }
}

impl std::fmt::Debug for Indexing {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = formatter.debug_struct("Indexing");
        shown.field("read", &self.read).finish_non_exhaustive()
    }
}
