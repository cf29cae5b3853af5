//! A feed: the articles of all its pages.

use std::cell::OnceCell;
use std::mem;
use std::rc::Rc;

use super::diagnostic::{Diagnostic, DiagnosticKind, Diagnostics, Path};
use super::document_reader::{DocumentReader, ParsedDocument};
use super::identities::Identities;
use super::lazy_article::LazyArticle;
use super::options::{AppendSummary, Options};
use super::paging::Pager;
use crate::error::Error;
use crate::text::url::Resolver;

/// The articles of a feed, page by page.
///
/// ```
/// use article_cards_core::feed::{Feed, Options};
/// use article_cards_core::text::url::UrlStandard;
///
/// let mut feed = Feed::new(Options::default());
/// let url = Some("https://harbour.example/news/index.json");
/// feed.read(br#"{"value": [{"title": "Tides &amp; times"}], "nextPage": 2}"#, url, &UrlStandard)?;
/// assert_eq!(feed.articles()[0].title, "Tides & times");
/// assert_eq!(feed.next_page(), Some("https://harbour.example/news/page/2/index.json"));
/// # Ok::<(), article_cards_core::error::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Feed {
    options: Options,
    title: Option<String>,
    articles: Vec<LazyArticle>,
    identities: Identities,
    /// The number of entries so far, skipped ones included.
    entries: usize,
    documents: Vec<Rc<DocumentDiagnostics>>,
    /// The diagnostics of all documents, collected on first use.
    diagnostics: OnceCell<Diagnostics>,
    pager: Pager,
}

/// The diagnostics of a document.
#[derive(Clone, Debug, Default)]
struct DocumentDiagnostics {
    /// Those of the mapping, which come first.
    before: Diagnostics,
    /// Those of skipped entries.
    skipped: Diagnostics,
    /// Those of the envelope, which come last.
    after: Diagnostics,
    /// The end of its articles among those of the feed.
    end: usize,
    /// All of these and those of its articles, collected on first use.
    all: OnceCell<Diagnostics>,
}

impl DocumentDiagnostics {
    /// Returns all diagnostics, in the order of the entries.
    fn all(&self, articles: &[LazyArticle]) -> &Diagnostics {
        self.all.get_or_init(|| {
            let mut all = Diagnostics::default();
            all.append(&self.before);
            let mut skipped = self.skipped.iter().peekable();
            for article in articles {
                while let Some(one) = skipped.next_if(|it| it.index < Some(article.position())) {
                    all.append_one(one);
                }
                article.collect_diagnostics(&mut all);
            }
            skipped.for_each(|one| all.append_one(one));
            all.add_count(self.skipped.count() - self.skipped.as_slice().len());
            all.append(&self.after);
            all
        })
    }
}

/// Feeds are equal if they have the same contents, even from different documents.
impl PartialEq for Feed {
    fn eq(&self, other: &Self) -> bool {
        self.options == other.options
            && self.title == other.title
            && self.articles == other.articles
            && self.next_page() == other.next_page()
            && self.diagnostics() == other.diagnostics()
    }
}

impl Eq for Feed {}

impl Feed {
    /// Returns a feed without articles.
    pub fn new(options: Options) -> Self {
        Self {
            options,
            ..Self::default()
        }
    }

    /// Reads a document from `url` and adds its articles: JSON or, with the feature `xml`, RSS or
    /// Atom. Relative URLs in it are resolved against `url`; without one they are dropped with a
    /// diagnostic.
    ///
    /// # Errors
    /// The bytes are neither of these, have no known shape, are nested deeper than 128 levels, or are more
    /// than [`Options::max_bytes`]. The feed stays as it was.
    pub fn read(
        &mut self,
        bytes: &[u8],
        url: Option<&str>,
        resolver: &'static dyn Resolver,
    ) -> Result<AppendSummary, Error> {
        let document = DocumentReader::new(&self.options);
        Ok(self.append_all(document.finish_with(bytes, url, resolver)?))
    }

    /// Reads a document like [`read`](Self::read), but of any size: it is in memory already, so
    /// [`Options::max_bytes`] doesn't apply.
    ///
    /// # Errors
    /// The text is not JSON, has no known shape, or is nested deeper than 128 levels. The feed stays as
    /// it was.
    pub fn read_unlimited(
        &mut self,
        json: &str,
        url: Option<&str>,
        resolver: &'static dyn Resolver,
    ) -> Result<AppendSummary, Error> {
        let document = DocumentReader::unlimited(&self.options);
        Ok(self.append_all(document.finish_with(json.as_bytes(), url, resolver)?))
    }

    fn append_all(&mut self, mut document: ParsedDocument) -> AppendSummary {
        self.append(&mut document, usize::MAX).unwrap_or_default()
    }

    /// Appends the next entries of a document, at most `max_entries`. Returns the summary of the
    /// document once all are appended, and `None` before; until then the feed is incomplete.
    pub fn append(
        &mut self,
        document: &mut ParsedDocument,
        max_entries: usize,
    ) -> Option<AppendSummary> {
        let ParsedDocument {
            entries,
            diagnostics,
            url,
            resolver,
            summary,
        } = document;
        let (url, resolver) = (url.as_deref(), *resolver);
        let summary = match summary {
            Some(summary) => summary,
            None if !self.begin(url, resolver, diagnostics) => {
                return Some(AppendSummary::default());
            }
            None => summary.insert(AppendSummary::default()),
        };
        for _ in 0..max_entries.min(entries.left()) {
            let index = self.articles.len();
            match entries.read_next(&mut self.identities, self.entries, index) {
                Some(article) => {
                    self.articles.push(article);
                    summary.added += 1;
                }
                None => summary.skipped += 1,
            }
            self.entries += 1;
        }
        if entries.left() > 0 {
            return None;
        }
        let mut after = Diagnostics::default();
        let (title, next) = entries.end(&mut after);
        self.title = self.title.take().or(title);
        self.pager.follow(next, url, resolver, &mut after);
        if let Some(document) = self.documents.last_mut() {
            *document = Rc::new(DocumentDiagnostics {
                before: document.before.clone(),
                skipped: mem::take(&mut entries.skipped),
                after,
                end: self.articles.len(),
                all: OnceCell::new(),
            });
        }
        self.diagnostics = OnceCell::new();
        Some(*summary)
    }

    /// Starts a document. Returns whether it is new.
    fn begin(
        &mut self,
        url: Option<&str>,
        resolver: &dyn Resolver,
        diagnostics: &[Diagnostic],
    ) -> bool {
        self.diagnostics = OnceCell::new();
        let mut document = DocumentDiagnostics {
            end: self.articles.len(),
            ..DocumentDiagnostics::default()
        };
        if self.documents.is_empty() {
            let page_src = self.options.page_src.as_deref();
            self.pager.start(page_src, url, resolver);
            for path in self.options.mapping.refused() {
                let path = Path::Article.key(path);
                document.before.push(None, path, DiagnosticKind::Unmappable);
            }
        }
        for diagnostic in diagnostics {
            document.before.append_one(&Diagnostic {
                index: diagnostic.index.map(|index| self.entries + index),
                ..diagnostic.clone()
            });
        }
        self.documents.push(Rc::new(document));
        self.pager.add(url)
    }

    /// Returns the articles in the order of the feed, unpublished ones included.
    pub fn articles(&self) -> &[LazyArticle] {
        &self.articles
    }

    /// Returns the article with an identity.
    pub fn article(&self, id: &str) -> Option<&LazyArticle> {
        self.articles.get(self.identities.find(id)?)
    }

    /// Returns the title of the feed.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Returns what is wrong with single articles and fields. The first call reads all articles.
    pub fn diagnostics(&self) -> &Diagnostics {
        self.diagnostics.get_or_init(|| {
            let mut all = Diagnostics::default();
            let mut start = 0;
            for document in &self.documents {
                let articles = self.articles.get(start..document.end).unwrap_or_default();
                start = document.end;
                all.append(document.all(articles));
            }
            all
        })
    }

    /// Returns the URL of the next page; `None` at the end of the feed.
    pub fn next_page(&self) -> Option<&str> {
        self.pager.next()
    }

    /// Returns how the feed is read.
    pub fn options(&self) -> &Options {
        &self.options
    }
}
