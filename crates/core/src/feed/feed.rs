//! A feed: the articles of all its pages that were read so far.

use std::cell::OnceCell;
use std::mem;
use std::rc::Rc;

use super::diagnostic::{DiagnosticKind, Diagnostics, Path};
use super::document_reader::{DocumentReader, ParsedDocument, located};
use super::entry::Entry;
use super::entry_iter::{Identities, Next};
use super::js_value::{self, ScriptValue};
use super::options::{Options, Page};
use super::paging;
use crate::error::Error;
use crate::text::url::{self, Resolver};

/// The articles of a feed, page by page.
///
/// ```
/// use article_cards_core::text::url::UrlStandard;
/// use article_cards_core::feed::{Feed, Options};
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
    articles: Vec<Entry>,
    identities: Identities,
    /// Entries so far, skipped ones too.
    places: usize,
    documents: Vec<Rc<DocumentDiagnostics>>,
    /// What was wrong with all of it, found when it is first asked for.
    diagnostics: OnceCell<Diagnostics>,
    /// Addresses of the pages that were read.
    loaded: Vec<String>,
    /// Of the first page; `None` where it has none, such as `data:`.
    origin: Option<String>,
    /// The template of further pages, absolute.
    page_src: Option<String>,
    next: Option<String>,
}

/// What was wrong with a document, but for what its articles tell themselves.
#[derive(Clone, Debug, Default)]
struct DocumentDiagnostics {
    before: Diagnostics,
    /// Of entries that are no articles.
    skipped: Diagnostics,
    after: Diagnostics,
    /// Where its articles end among those of the feed.
    end: usize,
    /// All of it, and what its articles tell, found when it is first asked for.
    all: OnceCell<Diagnostics>,
}

impl DocumentDiagnostics {
    /// All that was wrong with a document that has these articles.
    fn all(&self, articles: &[Entry]) -> &Diagnostics {
        self.all.get_or_init(|| {
            let mut all = Diagnostics::default();
            all.append(&self.before);
            let mut skipped = self.skipped.iter().peekable();
            for article in articles {
                while let Some(one) = skipped.next_if(|it| it.index < Some(article.position())) {
                    all.append_one(one);
                }
                article.note(&mut all);
            }
            skipped.for_each(|one| all.append_one(one));
            all.add_count(self.skipped.count() - self.skipped.as_slice().len());
            all.append(&self.after);
            all
        })
    }
}

/// Feeds are equal that say the same, whatever was read for it.
impl PartialEq for Feed {
    fn eq(&self, other: &Self) -> bool {
        self.options == other.options
            && self.title == other.title
            && self.articles == other.articles
            && self.next == other.next
            && self.diagnostics() == other.diagnostics()
    }
}

impl Eq for Feed {}

impl Feed {
    /// A feed without articles yet.
    pub fn new(options: Options) -> Self {
        Self {
            options,
            ..Self::default()
        }
    }

    /// Reads a document of JSON from `url` and adds its articles. Relative addresses in it are
    /// resolved against `url`; without one they are dropped with a diagnostic.
    ///
    /// # Errors
    /// The bytes are not JSON, of no known shape, nest deeper than 128 levels, or are more than
    /// [`Options::max_bytes`]. The feed is then as it was.
    pub fn read(
        &mut self,
        bytes: &[u8],
        url: Option<&str>,
        resolver: &'static dyn Resolver,
    ) -> Result<Page, Error> {
        let document = DocumentReader::new(&self.options);
        Ok(self.append_all(document.finish_with(bytes, url, resolver)?))
    }

    /// Reads a document from a value that a script hands over.
    ///
    /// # Errors
    /// The value is of no known shape, or nests deeper than 128 levels. The feed is then as it was.
    pub fn read_value<V: ScriptValue>(
        &mut self,
        value: &V,
        url: Option<&str>,
        resolver: &'static dyn Resolver,
    ) -> Result<Page, Error> {
        let json =
            js_value::write(value, &self.options.mapping).map_err(|error| located(error, url))?;
        let mut document = DocumentReader::by(&self.options, true);
        // What is in memory already was never to be loaded.
        document.max_bytes = u64::MAX;
        Ok(self.append_all(document.finish_with(json.as_bytes(), url, resolver)?))
    }

    fn append_all(&mut self, mut document: ParsedDocument) -> Page {
        self.append(&mut document, usize::MAX).unwrap_or_default()
    }

    /// Adds at most so many entries of a document; what it added once there are no more, before
    /// that `None`. Until then the feed is not to be shown.
    pub fn append(&mut self, document: &mut ParsedDocument, most: usize) -> Option<Page> {
        let ParsedDocument {
            entries,
            url,
            resolver,
            page,
        } = document;
        let (url, resolver) = (url.as_deref(), *resolver);
        let page = match page {
            Some(page) => page,
            None if !self.begin(url, resolver) => return Some(Page::default()),
            None => page.insert(Page::default()),
        };
        for _ in 0..most.min(entries.left()) {
            let place = self.articles.len();
            match entries.entry(&mut self.identities, self.places, place) {
                Some(entry) => {
                    self.articles.push(entry);
                    page.count += 1;
                }
                None => page.skipped += 1,
            }
            self.places += 1;
        }
        if entries.left() > 0 {
            return None;
        }
        let mut after = Diagnostics::default();
        let (title, next) = entries.end(&mut after);
        self.title = self.title.take().or(title);
        self.next = next.and_then(|next| self.follow(next, url, resolver, &mut after));
        let end = self.articles.len();
        if let Some(told) = self.documents.last_mut() {
            *told = Rc::new(DocumentDiagnostics {
                before: told.before.clone(),
                skipped: mem::take(&mut entries.skipped),
                after,
                end,
                all: OnceCell::new(),
            });
        }
        self.diagnostics = OnceCell::new();
        Some(*page)
    }

    /// Notes that a document is added; `false`: it is there already.
    fn begin(&mut self, url: Option<&str>, resolver: &dyn Resolver) -> bool {
        self.diagnostics = OnceCell::new();
        let mut told = DocumentDiagnostics::default();
        if self.documents.is_empty() {
            self.origin = url.and_then(origin);
            let template = self.options.page_src.as_deref();
            self.page_src = template.and_then(|template| paging::template(resolver, template, url));
            for path in self.options.mapping.refused() {
                told.before
                    .push(None, Path::Article.key(path), DiagnosticKind::Unmappable);
            }
        }
        told.end = self.articles.len();
        self.documents.push(Rc::new(told));
        let own = url.map(without_fragment);
        let again = own.as_ref().is_some_and(|own| self.loaded.contains(own));
        // What was asked for counts as loaded too: the server may have sent us elsewhere.
        self.loaded.extend(self.next.take());
        self.loaded.extend(own);
        !again
    }

    /// The articles in the feed's order, unpublished ones included.
    pub fn articles(&self) -> &[Entry] {
        &self.articles
    }

    /// The article of an identity.
    pub fn article(&self, id: &str) -> Option<&Entry> {
        self.articles.get(self.identities.place(id)?)
    }

    /// The feed's own title.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// What was wrong with single articles and fields. The articles of each document are looked at
    /// for it, once, when it is first asked for.
    pub fn diagnostics(&self) -> &Diagnostics {
        self.diagnostics.get_or_init(|| {
            let mut all = Diagnostics::default();
            let mut start = 0;
            for told in &self.documents {
                let articles = self.articles.get(start..told.end).unwrap_or_default();
                start = told.end;
                all.append(told.all(articles));
            }
            all
        })
    }

    /// The address of the next page; `None`: the feed ends here.
    pub fn next_page(&self) -> Option<&str> {
        self.next.as_deref()
    }

    /// How the feed is read.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The address of the next page, if it may be followed.
    fn follow(
        &self,
        next: Next,
        url: Option<&str>,
        resolver: &dyn Resolver,
        diagnostics: &mut Diagnostics,
    ) -> Option<String> {
        let template = self.page_src.as_deref();
        let (key, address) = match (next, template, url) {
            (Next::Number(key, number), Some(template), _) => {
                (key, paging::page_from_template(template, number))
            }
            (Next::Number(key, number), None, Some(url)) => (key, paging::page(url, number)),
            (Next::Number(key, _), None, None) => {
                let kind = DiagnosticKind::NumberedPageWithoutUrl;
                diagnostics.push(None, Path::Article.key(key), kind);
                return None;
            }
            (Next::Url(key, address), ..) => (key, address),
        };
        let Some(address) = url::link(resolver, &address, url) else {
            let kind = DiagnosticKind::next_page_invalid(&address);
            diagnostics.push(None, Path::Article.key(key), kind);
            return None;
        };
        let address = without_fragment(&address);
        if self.loaded.contains(&address) {
            return None;
        }
        let own = origin(&address);
        let named = || origin(&paging::page_from_template(template?, 1));
        if own != self.origin && own != named() {
            let kind = DiagnosticKind::next_page_elsewhere(&address);
            diagnostics.push(None, Path::Article.key(key), kind);
            return None;
        }
        Some(address)
    }
}

/// Scheme, host and port; of a `blob:` address those of the page that made it.
fn origin(url: &str) -> Option<String> {
    let url = url.strip_prefix("blob:").unwrap_or(url);
    url::origin(url).map(|origin| origin.to_string())
}

fn without_fragment(url: &str) -> String {
    url.split('#').next().unwrap_or(url).to_owned()
}
