//! What was wrong with single articles and fields.

use std::fmt;

use super::entry::Entry;

/// One thing wrong with one article or field, which cost only itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Place of the article in the feed, counted from 0 over all pages; `None` where it is about
    /// the document itself.
    pub index: Option<usize>,
    /// The field, as a path from the article: `images[0].url`. Empty: the article itself.
    pub path: String,
    /// What was wrong.
    pub message: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(index) = self.index {
            write!(f, "article {index}: ")?;
        }
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}

/// The diagnostics of a feed: the first [`Diagnostics::KEPT`], and the count of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    kept: Vec<Diagnostic>,
    count: usize,
    /// Whether no limit holds.
    all: bool,
}

impl Diagnostics {
    /// How many are kept at most.
    pub const KEPT: usize = 1000;

    /// Diagnostics of which every one is kept: a feed in a page has a limit, a command shows all.
    pub fn all() -> Self {
        Self {
            all: true,
            ..Self::default()
        }
    }

    fn keeps_more(&self) -> bool {
        self.all || self.kept.len() < Self::KEPT
    }

    /// Those that were kept.
    pub fn into_kept(self) -> Vec<Diagnostic> {
        self.kept
    }

    /// Notes one; it is written out only if it is kept.
    pub fn push(
        &mut self,
        index: Option<usize>,
        path: impl fmt::Display,
        message: impl fmt::Display,
    ) {
        self.push_any(index, &path, &message);
    }

    /// The same code for whatever is displayed.
    #[inline(never)]
    fn push_any(
        &mut self,
        index: Option<usize>,
        path: &dyn fmt::Display,
        message: &dyn fmt::Display,
    ) {
        self.count += 1;
        if self.keeps_more() {
            let (path, message) = (path.to_string(), message.to_string());
            self.kept.push(Diagnostic {
                index,
                path,
                message,
            });
        }
    }

    /// Takes over others.
    pub fn append(&mut self, others: &Self) {
        let room = Self::KEPT.saturating_sub(self.kept.len());
        self.count += others.count;
        self.kept.extend(others.kept.iter().take(room).cloned());
    }

    /// Takes over those of entries that were skipped, and what is wrong with the articles between
    /// them, in the order of the feed.
    pub(crate) fn append_by_place(&mut self, skipped: &Self, articles: &[Entry]) {
        let mut skipped_ones = skipped.kept.iter().peekable();
        for article in articles {
            while let Some(one) = skipped_ones.next_if(|it| it.index < Some(article.position())) {
                self.append_one(one);
            }
            article.note(self);
        }
        skipped_ones.for_each(|one| self.append_one(one));
        self.count += skipped.count - skipped.kept.len();
    }

    fn append_one(&mut self, one: &Diagnostic) {
        self.count += 1;
        if self.kept.len() < Self::KEPT {
            self.kept.push(one.clone());
        }
    }

    /// How many there are, kept or not.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The kept ones, in the order of their finding.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.kept.iter()
    }

    /// The kept ones.
    pub fn as_slice(&self) -> &[Diagnostic] {
        &self.kept
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// A place below an article, written only when there is something to say about it.
#[derive(Clone, Copy)]
pub(crate) enum Path<'a> {
    Article,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl<'a> Path<'a> {
    pub(crate) fn key(&'a self, key: &'a str) -> Path<'a> {
        Path::Key(self, key)
    }

    pub(crate) fn index(&'a self, index: usize) -> Path<'a> {
        Path::Index(self, index)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Article => Ok(()),
            Path::Key(Path::Article, key) => f.write_str(key),
            Path::Key(parent, key) => write!(f, "{parent}.{key}"),
            Path::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}
