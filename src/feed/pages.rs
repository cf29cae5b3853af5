//! A feed: the articles of all its pages that were read so far.

use std::collections::HashSet;
use std::mem;
use std::rc::Rc;

use super::diagnostic::Diagnostics;
use super::document::{Collector, Document, Identities, Next};
use super::link::{self, Resolver};
use super::mapping::Mapping;
use super::rules::Context;
use super::script::ScriptValue;
use super::{json, script};
use crate::error::{Error, quoted};
use crate::model::Article;

/// How a feed is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Which fields of foreign items stand for ours.
    pub mapping: Mapping,
    /// Template of the address of further pages, with `{page}`, for feeds that number them.
    pub page_src: Option<String>,
    /// The largest document that is read, in bytes after decompression.
    pub max_bytes: u64,
}

impl Options {
    /// The default of [`max_bytes`](Self::max_bytes): 256 MiB.
    pub const MAX_BYTES: u64 = 268_435_456;
}

impl Default for Options {
    fn default() -> Self {
        Self {
            mapping: Mapping::default(),
            page_src: None,
            max_bytes: Self::MAX_BYTES,
        }
    }
}

/// The articles of a feed, page by page.
///
/// ```
/// use article_cards::feed::link::UrlStandard;
/// use article_cards::feed::{Feed, Options};
///
/// let mut feed = Feed::new(Options::default());
/// let url = Some("https://harbour.example/news/index.json");
/// feed.read(br#"{"value": [{"title": "Tides &amp; times"}], "nextPage": 2}"#, url, &UrlStandard)?;
/// assert_eq!(feed.articles()[0].title, "Tides & times");
/// assert_eq!(feed.next_page(), Some("https://harbour.example/news/page/2/index.json"));
/// # Ok::<(), article_cards::error::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feed {
    options: Options,
    title: Option<String>,
    articles: Vec<Rc<Article>>,
    diagnostics: Diagnostics,
    /// Of every entry that had one.
    identities: Identities,
    /// Entries so far, skipped ones too.
    places: usize,
    /// Addresses of the pages that were read.
    loaded: HashSet<String>,
    /// Whether a document was read.
    started: bool,
    /// Of the first page; `None` where it has none, such as `data:`.
    origin: Option<String>,
    /// The template of further pages, absolute.
    page_src: Option<String>,
    next: Option<String>,
}

/// What one document added to a feed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Articles that were added, unpublished ones included.
    pub count: usize,
    /// Entries that were not: no article, without a title, a duplicate, or removed.
    pub skipped: usize,
}

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
        resolver: &dyn Resolver,
    ) -> Result<Page, Error> {
        if bytes.len() as u64 > self.options.max_bytes {
            return Err(located(Error::size(self.options.max_bytes), url));
        }
        self.read_by(|collector| json::read(bytes, collector), url, resolver)
    }

    /// Reads a document from a value that a script hands over.
    ///
    /// # Errors
    /// The value is of no known shape, or nests deeper than 128 levels. The feed is then as it was.
    pub fn read_value<V: ScriptValue>(
        &mut self,
        value: &V,
        url: Option<&str>,
        resolver: &dyn Resolver,
    ) -> Result<Page, Error> {
        let json =
            script::write(value, &self.options.mapping).map_err(|error| located(error, url))?;
        self.read_by(
            |collector| json::read_valid(&json, collector),
            url,
            resolver,
        )
    }

    /// The articles in the feed's order, unpublished ones included.
    pub fn articles(&self) -> &[Rc<Article>] {
        &self.articles
    }

    /// The article of an identity.
    pub fn article(&self, id: &str) -> Option<&Rc<Article>> {
        let named = self
            .identities
            .get(id)
            .copied()
            .flatten()
            .and_then(|at| self.articles.get(at));
        named.or_else(|| {
            // One that is named by its place.
            let position = id
                .strip_prefix('#')?
                .trim_end_matches('#')
                .parse::<usize>()
                .ok()?;
            let at = self
                .articles
                .binary_search_by_key(&position, |article| article.position);
            self.articles
                .get(at.ok()?)
                .filter(|article| article.id == id)
        })
    }

    /// The feed's own title.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// What was wrong with single articles and fields.
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// The address of the next page; `None`: the feed ends here.
    pub fn next_page(&self) -> Option<&str> {
        self.next.as_deref()
    }

    /// How the feed is read.
    pub fn options(&self) -> &Options {
        &self.options
    }

    fn read_by(
        &mut self,
        read: impl FnOnce(Collector<'_>) -> Result<Document, Error>,
        url: Option<&str>,
        resolver: &dyn Resolver,
    ) -> Result<Page, Error> {
        // Addresses are compared, so they are all written as the standard writes them.
        let url = url.map(|url| {
            resolver
                .resolve(url, None)
                .unwrap_or_else(|| url.to_owned())
        });
        let url = url.as_deref();
        let context = Context {
            resolver,
            base: url,
        };
        let before = (self.places, self.articles.len());
        let document = read(Collector::new(
            &self.options.mapping,
            context,
            &self.identities,
            before,
        ));
        Ok(self.add(
            document.map_err(|error| located(error, url))?,
            url,
            resolver,
        ))
    }

    fn add(&mut self, document: Document, url: Option<&str>, resolver: &dyn Resolver) -> Page {
        if !mem::replace(&mut self.started, true) {
            self.origin = url.and_then(origin);
            let template = self.options.page_src.as_deref();
            self.page_src = template.and_then(|template| link::template(resolver, template, url));
            for path in self.options.mapping.refused() {
                self.diagnostics
                    .push(None, path, "is never kept and cannot be mapped");
            }
        }
        let own = url.map(without_fragment);
        let again = own.as_ref().is_some_and(|own| self.loaded.contains(own));
        // What was asked for counts as loaded too: the server may have sent us elsewhere.
        self.loaded.extend(self.next.take());
        self.loaded.extend(own);
        if again {
            return Page::default();
        }
        let Document {
            articles,
            entries,
            identities,
            diagnostics,
            next,
            title,
        } = document;
        let page = Page {
            count: articles.len(),
            skipped: entries - articles.len(),
        };
        self.title = self.title.take().or(title);
        self.places += entries;
        self.articles.extend(articles);
        self.identities.extend(identities);
        self.diagnostics.append(diagnostics);
        self.next = next.and_then(|next| self.follow(next, url, resolver));
        page
    }

    /// The address of the next page, if it may be followed.
    fn follow(&mut self, next: Next, url: Option<&str>, resolver: &dyn Resolver) -> Option<String> {
        let template = self.page_src.as_deref();
        let (key, address) = match (next, template, url) {
            (Next::Number(key, number), Some(template), _) => {
                (key, link::page_from_template(template, number))
            }
            (Next::Number(key, number), None, Some(url)) => (key, link::page(url, number)),
            (Next::Number(key, _), None, None) => {
                self.diagnostics
                    .push(None, key, "a numbered page of a feed without an address");
                return None;
            }
            (Next::Url(key, address), ..) => (key, address),
        };
        let Some(address) = link::link(resolver, &address, url) else {
            let address = quoted(&address);
            self.diagnostics
                .push(None, key, format_args!("{address} is no http(s) URL"));
            return None;
        };
        let address = without_fragment(&address);
        if self.loaded.contains(&address) {
            return None;
        }
        let own = origin(&address);
        let named = || origin(&link::page_from_template(template?, 1));
        if own != self.origin && own != named() {
            let address = quoted(&address);
            let message =
                format_args!("{address} is on another origin than the feed: it is not followed");
            self.diagnostics.push(None, key, message);
            return None;
        }
        Some(address)
    }
}

/// Scheme, host and port; of a `blob:` address those of the page that made it.
fn origin(url: &str) -> Option<String> {
    let url = url.strip_prefix("blob:").unwrap_or(url);
    link::origin(url).map(|origin| origin.to_string())
}

fn without_fragment(url: &str) -> String {
    url.split('#').next().unwrap_or(url).to_owned()
}

fn located(error: Error, url: Option<&str>) -> Error {
    match url {
        Some(url) => error.at_url(url),
        None => error,
    }
}
