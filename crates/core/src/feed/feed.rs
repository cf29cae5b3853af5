//! A feed: the articles of all its pages.

use std::cell::OnceCell;
use std::mem;
use std::rc::Rc;

use super::diagnostic::{Diagnostic, DiagnosticKind, Diagnostics, Path};
use super::document_reader::{DocumentReader, ParsedDocument};
use super::identities::Identities;
use super::lazy_article::LazyArticle;
use super::options::{AppendSummary, Options};
use super::paging::{NextPage, Pager};
use crate::error::Error;
use crate::text::url::{Resolver, host};

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
    /// Those of each document, and the end of its articles among those of the feed.
    documents: Vec<(Rc<DocumentDiagnostics>, usize)>,
    /// The diagnostics of all documents, collected on first use.
    diagnostics: OnceCell<Diagnostics>,
    /// Several that are [joined](Feed::join), or this one. That of the last document comes last.
    sources: Vec<FeedSource>,
}

/// A feed whose documents are read.
#[derive(Clone, Debug, Default)]
struct FeedSource {
    /// The URL that identifies it, if it is one of several.
    url: Option<Rc<str>>,
    /// The number of its entries so far, skipped ones included.
    entries: usize,
    /// The length of its documents.
    bytes: u64,
    pager: Pager,
}

/// The diagnostics of a document.
#[derive(Clone, Debug, Default)]
struct DocumentDiagnostics {
    /// The URL that identifies the feed, if it is one of several.
    feed_url: Option<Rc<str>>,
    /// Those of the mapping, which come first.
    before: Diagnostics,
    /// Those of skipped entries.
    skipped: Diagnostics,
    /// Those of the envelope, which come last.
    after: Diagnostics,
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
            next_link,
            url,
            resolver,
            length,
            summary,
        } = document;
        let (url, resolver) = (url.as_deref(), *resolver);
        let summary = match summary {
            Some(summary) => summary,
            None if !self.begin(&entries.feed_url, url, resolver, diagnostics) => {
                return Some(AppendSummary::default());
            }
            None => summary.insert(AppendSummary::default()),
        };
        let Some(source) = self.sources.last_mut() else {
            return Some(AppendSummary::default());
        };
        for _ in 0..max_entries.min(entries.left()) {
            let index = self.articles.len();
            match entries.read_next(&mut self.identities, source.entries, index) {
                Some(article) => {
                    self.articles.push(article);
                    summary.added += 1;
                }
                None => summary.skipped += 1,
            }
            source.entries += 1;
        }
        if entries.left() > 0 {
            return None;
        }
        let mut after = Diagnostics::default();
        let (title, next) = entries.end(&mut after);
        if let Some(feed_url) = &entries.feed_url {
            let name = title.clone().or_else(|| Some(host(feed_url)?.to_owned()));
            let _ = name.map(|name| entries.context.publisher.set(name));
        }
        self.title = self.title.take().or(title);
        source.bytes += *length;
        let next_link = next_link.take().map(|url| NextPage::Url("Link", url));
        source
            .pager
            .follow(next.or(next_link), url, resolver, &mut after);
        if let Some((document, end)) = self.documents.last_mut() {
            *end = self.articles.len();
            *document = Rc::new(DocumentDiagnostics {
                feed_url: entries.feed_url.clone(),
                before: document.before.clone(),
                skipped: mem::take(&mut entries.skipped),
                after,
                all: OnceCell::new(),
            });
        }
        self.diagnostics = OnceCell::new();
        Some(*summary)
    }

    /// Starts a document, whose feed becomes the last one. Returns whether it is new.
    fn begin(
        &mut self,
        feed_url: &Option<Rc<str>>,
        url: Option<&str>,
        resolver: &dyn Resolver,
        diagnostics: &[Diagnostic],
    ) -> bool {
        self.diagnostics = OnceCell::new();
        let mut document = DocumentDiagnostics::default();
        let known = self.sources.iter().position(|it| it.url == *feed_url);
        let mut source = known.map(|at| self.sources.remove(at)).unwrap_or_default();
        if known.is_none() {
            source.url.clone_from(feed_url);
            let page_src = self.options.page_src.as_deref();
            source.pager.start(page_src, url, resolver);
            for path in self.options.mapping.refused() {
                let path = Path::Article.key(path);
                document.before.push(None, path, DiagnosticKind::Unmappable);
            }
        }
        for diagnostic in diagnostics {
            document.before.append_one(&Diagnostic {
                index: diagnostic.index.map(|index| source.entries + index),
                ..diagnostic.clone()
            });
        }
        self.documents
            .push((Rc::new(document), self.articles.len()));
        let is_new = source.pager.add(url);
        self.sources.push(source);
        is_new
    }

    /// Adds the articles of one of several feeds, which was [read as such](DocumentReader::of_feed) from
    /// `url` and perhaps joined with others. Leaves out those whose identity or link another one has.
    ///
    /// ```
    /// use article_cards_core::feed::{DocumentReader, Feed, Options};
    /// use article_cards_core::text::url::UrlStandard;
    ///
    /// let mut all = Feed::new(Options::default());
    /// for (url, json) in [
    ///     ("https://a.example/", r#"[{"id": 1, "title": "Ebb"}]"#),
    ///     ("https://b.example/", r#"[{"id": 1, "title": "Flood"}]"#),
    /// ] {
    ///     let mut feed = Feed::new(Options::default());
    ///     let mut document = DocumentReader::new(feed.options()).of_feed(Some(url.into()));
    ///     document.push(json.as_bytes())?;
    ///     feed.append(&mut document.finish(Some(url), &UrlStandard)?, usize::MAX);
    ///     all.join(&feed, url);
    /// }
    /// let flood = all.article("https://b.example/#1").unwrap();
    /// assert_eq!(flood.title, "Flood");
    /// assert_eq!(flood.provider.as_ref().unwrap().label(), Some("b.example"));
    /// # Ok::<(), article_cards_core::error::Error>(())
    /// ```
    pub fn join(&mut self, other: &Self, url: &str) {
        let is_of_feed = |document: &DocumentDiagnostics| document.feed_url.as_deref() == Some(url);
        self.adopt(other, &is_of_feed, &|identities, article| {
            identities.is_new(article.id()) && identities.add_link(article)
        });
        let mut sources = other.sources.iter();
        let source = sources.find(|source| source.url.as_deref() == Some(url));
        self.sources.extend(source.cloned());
    }

    /// Adds the articles of another feed whose identities this one lacks.
    ///
    /// ```
    /// use article_cards_core::feed::{Feed, Options};
    /// use article_cards_core::text::url::UrlStandard;
    ///
    /// let mut feed = Feed::new(Options::default());
    /// feed.read(br#"[{"id": 1, "title": "Ebb"}]"#, None, &UrlStandard)?;
    /// let mut more = Feed::new(Options::default());
    /// more.read(br#"[{"id": 1, "title": "Ebb"}, {"id": 2, "title": "Flood"}]"#, None, &UrlStandard)?;
    /// feed.extend(&more);
    /// assert_eq!(feed.articles().len(), 2);
    /// # Ok::<(), article_cards_core::error::Error>(())
    /// ```
    pub fn extend(&mut self, other: &Self) {
        self.adopt(other, &|_| true, &|identities, article| {
            identities.is_new(article.id())
        });
    }

    /// Adds documents of another feed, with the articles that are new.
    fn adopt(
        &mut self,
        other: &Self,
        is_wanted: &dyn Fn(&DocumentDiagnostics) -> bool,
        is_new: &dyn Fn(&mut Identities, &LazyArticle) -> bool,
    ) {
        self.diagnostics = OnceCell::new();
        let mut start = 0;
        for (document, end) in &other.documents {
            let articles = other.articles.get(start..*end).unwrap_or_default();
            start = *end;
            if !is_wanted(document) {
                continue;
            }
            for article in articles {
                if is_new(&mut self.identities, article) {
                    let index = self.articles.len();
                    self.identities.add(article.id(), Some(index));
                    self.articles.push(article.clone());
                }
            }
            self.documents
                .push((Rc::clone(document), self.articles.len()));
        }
    }

    /// Returns how many feeds are [joined](Self::join): 0 for a single feed.
    pub fn joined(&self) -> usize {
        let sources = self.sources.iter();
        sources.filter(|source| source.url.is_some()).count()
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
            for (document, end) in &self.documents {
                let articles = self.articles.get(start..*end).unwrap_or_default();
                start = *end;
                let own = document.all(articles);
                match &document.feed_url {
                    Some(url) => all.append_of_feed(url, own),
                    None => all.append(own),
                }
            }
            all
        })
    }

    /// Returns the URL of the next page; `None` at the end of the feed. Of several feeds, it is that of
    /// the one whose last page was read first.
    pub fn next_page(&self) -> Option<&str> {
        self.next_pages().next().map(|(_, url)| url)
    }

    /// Iterates over the next page of each feed, with the URL that identifies the feed if it is one of
    /// several.
    pub fn next_pages(&self) -> impl Iterator<Item = (Option<&Rc<str>>, &str)> {
        let sources = self.sources.iter();
        sources.filter_map(|source| Some((source.url.as_ref(), source.pager.next()?)))
    }

    /// Returns the length of all documents that were read, in bytes.
    pub fn bytes(&self) -> u64 {
        self.sources.iter().map(|source| source.bytes).sum()
    }

    /// Returns how the feed is read.
    pub fn options(&self) -> &Options {
        &self.options
    }
}
