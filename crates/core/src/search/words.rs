//! The words of an index's articles. Nobody needs them before the first search: they are read then,
//! or before, part by part, so that the first cards need not wait for them.

use std::cell::{OnceCell, RefCell};
use std::mem;
use std::rc::Rc;

use super::Host;
use super::gathering::{Gathering, Sorting, WANTED};
use super::postings::Postings;
use crate::feed::Entry;

pub(super) struct Words {
    host: Rc<dyn Host>,
    making: RefCell<Making>,
    made: OnceCell<Postings>,
}

enum Making {
    /// Of so many articles.
    Gathering(usize, Gathering),
    Sorting(Sorting),
}

impl Words {
    pub(super) fn new(host: Rc<dyn Host>) -> Self {
        Self {
            host,
            making: RefCell::new(Making::Gathering(0, Gathering::default())),
            made: OnceCell::new(),
        }
    }

    /// Whether all are there.
    pub(super) fn are_made(&self) -> bool {
        self.made.get().is_some()
    }

    /// Goes on by so many of these articles, which are always the same; whether that was the end.
    #[inline(never)]
    pub(super) fn step(&self, articles: &[Entry], most: usize) -> bool {
        if self.are_made() {
            return true;
        }
        let mut making = self.making.borrow_mut();
        match &mut *making {
            Making::Gathering(read, words) => {
                let next = articles.get(*read..).unwrap_or_default();
                for entry in next.iter().take(most) {
                    words.add(&entry.read(WANTED), &*self.host);
                    *read += 1;
                }
                if *read >= articles.len() {
                    let words = mem::take(words);
                    *making = Making::Sorting(words.finish());
                }
                false
            }
            Making::Sorting(sorting) => {
                if !sorting.step(most) {
                    return false;
                }
                let empty = Making::Gathering(0, Gathering::default());
                if let Making::Sorting(sorting) = mem::replace(&mut *making, empty) {
                    // Made once: so it is empty until here.
                    let _ = self.made.set(sorting.finish());
                }
                true
            }
        }
    }

    /// All of them, read to the end if need be.
    #[inline(never)]
    pub(super) fn of(&self, articles: &[Entry]) -> &Postings {
        while !self.step(articles, usize::MAX) {}
        self.made.get_or_init(Postings::default)
    }
}
