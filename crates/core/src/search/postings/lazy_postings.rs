//! Postings that are built on demand. No query needs them before the first search, so the first
//! cards need not wait for them.

use std::cell::{OnceCell, RefCell};
use std::mem;
use std::rc::Rc;

use super::Postings;
use super::builder::{PostingsBuilder, PostingsSorter, TO_READ};
use crate::feed::LazyArticle;
use crate::search::locale::Locale;

pub(in crate::search) struct LazyPostings {
    locale: Rc<dyn Locale>,
    stage: RefCell<Stage>,
    complete: OnceCell<Postings>,
}

enum Stage {
    /// How many articles are read, and their words.
    Collecting(usize, PostingsBuilder),
    Sorting(PostingsSorter),
}

impl LazyPostings {
    /// Starts postings of words, or of what has no words: symbols.
    pub(in crate::search) fn new(locale: Rc<dyn Locale>, of_symbols: bool) -> Self {
        Self {
            locale,
            stage: RefCell::new(Stage::Collecting(0, PostingsBuilder::new(of_symbols))),
            complete: OnceCell::new(),
        }
    }

    /// Returns whether all words are indexed.
    pub(in crate::search) fn is_complete(&self) -> bool {
        self.complete.get().is_some()
    }

    /// Reads, or then sorts, the words of the next `max_articles` of `articles`, which must be the same in
    /// each call. Returns whether all is done.
    #[inline(never)]
    pub(in crate::search) fn step(&self, articles: &[LazyArticle], max_articles: usize) -> bool {
        if self.is_complete() {
            return true;
        }
        let mut stage = self.stage.borrow_mut();
        match &mut *stage {
            Stage::Collecting(read, builder) => {
                let next = articles.get(*read..).unwrap_or_default();
                for article in next.iter().take(max_articles) {
                    builder.add(&article.read_fields(TO_READ), &*self.locale);
                    *read += 1;
                }
                if *read >= articles.len() {
                    let builder = mem::take(builder);
                    *stage = Stage::Sorting(builder.finish());
                }
                false
            }
            Stage::Sorting(sorter) => {
                if !sorter.step(max_articles) {
                    return false;
                }
                let empty = Stage::Collecting(0, PostingsBuilder::default());
                if let Stage::Sorting(sorter) = mem::replace(&mut *stage, empty) {
                    // Cannot fail: the cell was empty above.
                    let _ = self.complete.set(sorter.finish());
                }
                true
            }
        }
    }

    /// Returns the postings of `articles`, after building what is missing.
    #[inline(never)]
    pub(in crate::search) fn get(&self, articles: &[LazyArticle]) -> &Postings {
        while !self.step(articles, usize::MAX) {}
        self.complete.get_or_init(Postings::default)
    }
}
