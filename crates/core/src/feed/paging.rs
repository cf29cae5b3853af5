//! The next page of a feed, and its URL.

use super::diagnostic::{DiagnosticKind, Diagnostics, Path};
use crate::text::url::{self, Resolver, cut, link};

/// The next page as a document names it, with the key that names it.
#[derive(Debug, PartialEq)]
pub(crate) enum NextPage {
    Number(&'static str, u64),
    Url(&'static str, String),
}

/// The pages of a feed that are loaded, and the next one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pager {
    loaded: Vec<String>,
    /// The origin of the first page; `None` if it has none, such as `data:`.
    origin: Option<String>,
    /// The template of further pages, absolute.
    template: Option<String>,
    next: Option<String>,
}

impl Pager {
    /// Starts a feed at its first page.
    pub(crate) fn start(
        &mut self,
        page_src: Option<&str>,
        url: Option<&str>,
        resolver: &dyn Resolver,
    ) {
        self.origin = url.and_then(origin);
        self.template = page_src.and_then(|page_src| template(resolver, page_src, url));
    }

    /// Records a loaded page. Returns whether it is new.
    pub(crate) fn add(&mut self, url: Option<&str>) -> bool {
        let url = url.map(without_fragment);
        let is_new = url.as_ref().is_none_or(|url| !self.loaded.contains(url));
        // The requested URL counts as loaded, too: the server may have redirected the request.
        self.loaded.extend(self.next.take());
        self.loaded.extend(url);
        is_new
    }

    /// Returns the URL of the next page.
    pub(crate) fn next(&self) -> Option<&str> {
        self.next.as_deref()
    }

    /// Resolves the next page that the page at `url` names.
    pub(crate) fn follow(
        &mut self,
        next: Option<NextPage>,
        url: Option<&str>,
        resolver: &dyn Resolver,
        diagnostics: &mut Diagnostics,
    ) {
        let Some(next) = next else {
            self.next = None;
            return;
        };
        let (NextPage::Number(key, _) | NextPage::Url(key, _)) = next;
        self.next = self.resolve(next, url, resolver).unwrap_or_else(|kind| {
            diagnostics.push(None, Path::Article.key(key), kind);
            None
        });
    }

    /// Returns the URL of the next page; `None` if it is loaded already.
    fn resolve(
        &self,
        next: NextPage,
        url: Option<&str>,
        resolver: &dyn Resolver,
    ) -> Result<Option<String>, DiagnosticKind> {
        let template = self.template.as_deref();
        let next = match (next, template, url) {
            (NextPage::Number(_, number), Some(template), _) => {
                page_from_template(template, number)
            }
            (NextPage::Number(_, number), None, Some(url)) => page(url, number),
            (NextPage::Number(..), None, None) => {
                return Err(DiagnosticKind::NumberedPageWithoutUrl);
            }
            (NextPage::Url(_, next), ..) => next,
        };
        let Some(href) = link(resolver, &next, url) else {
            return Err(DiagnosticKind::next_page_invalid(&next));
        };
        let href = without_fragment(&href);
        if self.loaded.contains(&href) {
            return Ok(None);
        }
        let next_origin = origin(&href);
        let of_template = || origin(&page_from_template(template?, 1));
        if next_origin != self.origin && next_origin != of_template() {
            return Err(DiagnosticKind::next_page_elsewhere(&href));
        }
        Ok(Some(href))
    }
}

/// Scheme, host and port; of a `blob:` URL those of the page that made it.
fn origin(url: &str) -> Option<String> {
    let url = url.strip_prefix("blob:").unwrap_or(url);
    url::origin(url).map(|origin| origin.to_string())
}

fn without_fragment(url: &str) -> String {
    url.split('#').next().unwrap_or(url).to_owned()
}

/// Returns the URL of the page with a number.
///
/// The number replaces a final `page/{m}/` of the folder, else `page/{n}/` is appended to it. File
/// name and query stay; a fragment is removed.
///
/// ```
/// use article_cards_core::feed::paging::page;
///
/// let second = page("https://x.example/news/index.json?a=b", 2);
/// assert_eq!(second, "https://x.example/news/page/2/index.json?a=b");
/// assert_eq!(page(&second, 3), "https://x.example/news/page/3/index.json?a=b");
/// assert_eq!(page("https://x.example/news/", 2), "https://x.example/news/page/2/");
/// ```
pub fn page(url: &str, number: u64) -> String {
    let url = url.split_once('#').map_or(url, |(url, _)| url);
    let (before_query, query) = cut(url, url.find('?'));
    let path_at = before_query.find("://").map(|at| at + "://".len());
    let (scheme, rest) = cut(before_query, path_at.or(Some(0)));
    // A URL without a scheme is all path.
    let authority_end = path_at.map_or(Some(0), |_| rest.find('/'));
    let (authority, path) = cut(rest, authority_end);
    let file_at = path.bytes().rposition(|byte| byte == b'/');
    let (folder, file) = cut(path, file_at.map(|at| at + 1).or(Some(0)));
    let slash = if path_at.is_some() && path.is_empty() {
        "/"
    } else {
        ""
    };
    let folder = unpaged(folder).unwrap_or(folder);
    format!("{scheme}{authority}{slash}{folder}page/{number}/{file}{query}")
}

/// Returns the URL of the page with a number by a template: its `{page}` becomes the number.
///
/// ```
/// use article_cards_core::feed::paging::page_from_template;
///
/// assert_eq!(page_from_template("/news?p={page}", 2), "/news?p=2");
/// ```
pub fn page_from_template(template: &str, number: u64) -> String {
    template.replace("{page}", &number.to_string())
}

/// Returns a template as an absolute, normalised URL with its `{page}`; `None` if it is not a link.
pub fn template(resolver: &dyn Resolver, template: &str, base: Option<&str>) -> Option<String> {
    // Braces would be percent-encoded; these letters stay as they are in every part of a URL.
    const PAGE: &str = "article-cards-page";
    Some(link(resolver, &template.replace("{page}", PAGE), base)?.replace(PAGE, "{page}"))
}

/// Returns a folder without its final `page/{m}/`.
fn unpaged(folder: &str) -> Option<&str> {
    let numbered = folder.strip_suffix('/')?;
    let named = numbered.trim_end_matches(|char: char| char.is_ascii_digit());
    let before = named.strip_suffix("page/")?;
    let is_segment = before.is_empty() || before.ends_with('/');
    (named.len() < numbered.len() && is_segment).then_some(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages() {
        for (url, second) in [
            (
                "https://x.example/index.json",
                "https://x.example/page/2/index.json",
            ),
            ("https://x.example/page/1/", "https://x.example/page/2/"),
            (
                "https://x.example/a/page/17/i.json?b=/c/#d",
                "https://x.example/a/page/2/i.json?b=/c/",
            ),
            (
                "https://x.example/homepage/1/",
                "https://x.example/homepage/1/page/2/",
            ),
            (
                "https://x.example/page/x/",
                "https://x.example/page/x/page/2/",
            ),
            (
                "https://x.example/page//",
                "https://x.example/page//page/2/",
            ),
            (
                "https://x.example/page/1",
                "https://x.example/page/page/2/1",
            ),
            ("https://x.example?a", "https://x.example/page/2/?a"),
            ("news/index.json", "news/page/2/index.json"),
            ("page/1/index.json", "page/2/index.json"),
            ("index.json", "page/2/index.json"),
            ("/", "/page/2/"),
            ("", "page/2/"),
        ] {
            assert_eq!(page(url, 2), second, "{url}");
        }
        assert_eq!(page_from_template("{page}/{page}?{n}", 10), "10/10?{n}");
    }
}
